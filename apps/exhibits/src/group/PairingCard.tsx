import type { Pairing } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { CutPanel } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import { codePixels, showCode } from '../postcard/qr-code.ts'
import { groupWords } from './group-words.ts'

/** The six figures for the guide's phone, with the code that opens its page where phones can reach it. */
export function PairingCard({ pairing, language }: { readonly pairing: Pairing; readonly language: Language }) {
  const say = groupWords[language]
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    // A code that cannot be read back from its own pixels is not shown; the address in words is.
    const code = pairing.link === undefined ? undefined : codePixels(pairing.link, 'M', 420)
    if (canvas.current && code) showCode(canvas.current, code)
    setRead(code !== undefined)
  }, [pairing.link])
  return (
    <CutPanel cut={{ name: 'pairing card', width: 980, height: 420 }} ground="mist" shadow className="group-pairing">
      <div className="group-pairing-words" lang={language}>
        <h2>{say.pairing}</h2>
        <p className="group-pairing-digits" role="img" aria-label={[...pairing.digits].join(' ')}>
          <span>{pairing.digits.slice(0, 3)}</span>
          <span>{pairing.digits.slice(3)}</span>
        </p>
        <p>{pairing.link === undefined ? say.byScreen : say.byPhone}</p>
        {pairing.link !== undefined && <p className="group-pairing-link">{pairing.link.replace('http://', '')}</p>}
        <p className="group-pairing-note">{say.waiting}</p>
      </div>
      {pairing.link !== undefined && <canvas ref={canvas} hidden={!isRead} />}
    </CutPanel>
  )
}
