import { CutPanel } from '@riverside/ui'
import type { ReactNode } from 'react'
import { type Draw, Print } from './Print.tsx'
import './PaperBeside.css'

/** One dark ground and one of paper, with a cut edge between: the picture to look at, the words to read. */
export function PaperBeside({
  name,
  picture,
  children,
}: {
  readonly name: string
  readonly picture: Draw
  readonly children: ReactNode
}) {
  return (
    <section className="visit-beside">
      <div className="visit-beside-picture">
        <Print draw={picture} />
      </div>
      <CutPanel
        cut={{ name, width: 1040, height: 1080, stray: 9, straight: ['top', 'right', 'bottom'] }}
        ground="paper"
        className="visit-beside-paper visit-beside-lying"
      />
      <CutPanel
        cut={{ name, width: 1080, height: 1080, stray: 9, straight: ['left', 'right', 'bottom'] }}
        ground="paper"
        className="visit-beside-paper visit-beside-standing"
      />
      <div className="visit-beside-words">{children}</div>
    </section>
  )
}
