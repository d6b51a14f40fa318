import type { Station, Wire } from '@riverside/contract'
import type { Clock, Words } from '@riverside/kit'
import type { ReactNode } from 'react'
import { useCalm } from '../visit/use-calm.ts'
import { lanternsFor } from '../wall/lantern-seats.ts'
import { useStanding } from '../wall/use-standing.ts'
import { useWall } from '../wall/use-wall.ts'
import { WallRiver } from '../wall/WallRiver.tsx'
import { wallWords } from '../wall/wall-words.ts'
import { Both, type Read } from './Both.tsx'
import { Lantern } from './Lantern.tsx'
import { lyingRiver, standingRiver } from './lit-river-sheet.ts'
import { riverCount } from './smile-words.ts'
import './LitRiver.css'

/**
 * The river full of today's lanterns, from the wall's own closed quarter-hours, and the visitor's own among them: lit because a lantern
 * was lit, whatever was read. It is shown after the reading, never before.
 */
export function LitRiver({
  title,
  texts,
  isOwnAfloat,
  station,
  wire,
  clock,
  children,
  ...read
}: {
  readonly title: Words
  readonly texts: readonly Words[]
  readonly isOwnAfloat: boolean
  readonly station: Station
  readonly wire: Wire
  readonly clock: Clock
  /** What stands at the foot. */
  readonly children: ReactNode
} & Read) {
  const wall = useWall(wire, station, clock)
  const isStanding = useStanding()
  const isCalm = useCalm(station.file.screen.reducedMotion)
  const { each, ...lanterns } = lanternsFor({ entry: wall?.today.entry.x ?? 0, exit: wall?.today.exit.x ?? 0 })
  const counted = wall && riverCount(lanterns.entry + lanterns.exit, each, wall.until)
  return (
    <>
      <div
        className="smile-river"
        data-calm={isCalm || undefined}
        data-lanterns={lanterns.entry + lanterns.exit}
        data-each={each}
      >
        <WallRiver {...lanterns} sheet={isStanding ? standingRiver : lyingRiver} />
        {isOwnAfloat && (
          <svg className="smile-river-own" viewBox="-110 -130 220 240" aria-hidden="true">
            <Lantern size={100} isLit />
          </svg>
        )}
      </div>
      <div className="smile-river-words" role="status">
        <h1 className="smile-title">
          <Both words={title} {...read} />
        </h1>
        {texts.map((text) => (
          <p key={text.zh}>
            <Both words={text} {...read} />
          </p>
        ))}
        {counted && (
          <p className="smile-river-count">
            <Both words={counted} {...read} />
          </p>
        )}
        {station.file.demonstration && (
          <p className="smile-river-demonstration">
            <Both words={wallWords.demonstration} {...read} />
          </p>
        )}
      </div>
      <div className="smile-river-foot">{children}</div>
    </>
  )
}
