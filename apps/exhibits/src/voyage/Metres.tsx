import type { Language } from '@riverside/kit'
import { CutPanel } from '@riverside/ui'
import { inSight, shownMetres } from '@riverside/voyage'
import { useEffect, useRef } from 'react'
import type { Sailing } from './sailing.ts'
import { grouped, say } from './words.ts'

/** Where the ship is: metres from the wharf, what is abeam and where the eye looks. Kept up to date without React. */
export function Metres({ sailing, language }: { readonly sailing: Sailing; readonly language: Language }) {
  const figure = useRef<HTMLElement>(null)
  const sight = useRef<HTMLParagraphElement>(null)
  useEffect(
    () =>
      sailing.onFrame(() => {
        const { chainage, stops, standing } = sailing
        const { bearing } = sailing.view(innerWidth / innerHeight)
        write(figure.current, grouped(shownMetres(chainage), language))
        write(sight.current, inSight(stops, chainage, standing.abeam, bearing)[language])
      }),
    [sailing, language],
  )
  return (
    <div className="voyage-metres" data-keeps aria-hidden="true">
      <CutPanel cut={{ name: 'metres', width: 450, height: 248 }} ground="ink">
        <p className="voyage-metres-from">
          {say[language].fromWharf}
          {language === 'zh' && <span lang="en">metres from the wharf</span>}
        </p>
        <p className="voyage-metres-figure">
          <b ref={figure} /> <span>{say[language].metres}</span>
        </p>
        <p ref={sight} className="voyage-metres-sight" />
      </CutPanel>
    </div>
  )
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}
