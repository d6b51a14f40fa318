import { useEffect, useRef, useState } from 'react'
import type { CodeMaker } from './code-maker.ts'
import { showCode } from './qr-code.ts'

export type LinkCodeProps = {
  readonly codes: CodeMaker
  readonly text: string
  readonly level: 'L' | 'M'
  /** What stands in its place where it could not be read back. */
  readonly broken: string
}

/** The code with whole device pixels for each module; only shown once it was read back from them. */
export function LinkCode({ codes, text, level, broken }: LinkCodeProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  /** What stands on the canvas: the code for one text is never shown under the words for another. */
  const [drawn, setDrawn] = useState<{ readonly text: string; readonly side: number | undefined } | undefined>(
    undefined,
  )
  useEffect(() => {
    if (frame.current === null) return
    let left = false
    const { clientWidth, clientHeight } = frame.current
    const most = Math.floor(Math.min(clientWidth, clientHeight) * devicePixelRatio)
    void codes.code(text, level, most).then((code) => {
      if (left || canvas.current === null) return
      if (code) showCode(canvas.current, code)
      setDrawn({ text, side: code?.side })
    })
    return () => {
      left = true
    }
  }, [codes, text, level])
  const isDrawn = drawn?.text === text
  const side = isDrawn ? drawn.side : undefined
  const size = `${(side ?? 0) / devicePixelRatio}px`
  return (
    <div ref={frame} className="postcard-code-frame">
      <canvas ref={canvas} style={{ width: size, height: size }} data-link-code={side !== undefined} />
      {isDrawn && side === undefined && <p>{broken}</p>}
    </div>
  )
}
