import type { Language } from '@riverside/kit'
import { Slip } from '@riverside/ui'
import { type Stop, type StopId, shortName } from '@riverside/voyage'
import { useEffect, useState } from 'react'
import { type Age, ageAt, placesOf } from './eye.ts'
import type { Sailing } from './sailing.ts'
import { say } from './words.ts'

type Seen = { readonly stop: Stop; readonly age: Age; readonly x: number; readonly y: number }

/**
 * The buildings in view as a list, from left to right: for those who hear the screen, for the keyboard and for the helm. An entry is
 * seen only while it is chosen, as a slip before its building.
 */
export function InView({
  sailing,
  language,
  atRest,
  onChosen,
  onOpen,
}: {
  readonly sailing: Sailing
  readonly language: Language
  readonly atRest: boolean
  /** A building was chosen, or none any more. */
  readonly onChosen: (stop: StopId | undefined) => void
  readonly onOpen: (stop: Stop, age: Age) => void
}) {
  const [seen, setSeen] = useState<readonly Seen[]>([])
  useEffect(() => {
    if (!atRest) return
    const look = () => setSeen(seenFrom(sailing))
    look()
    addEventListener('resize', look)
    return () => removeEventListener('resize', look)
  }, [sailing, atRest])
  return (
    <nav className="voyage-in-view" aria-label={say[language].inView} onBlur={() => onChosen(undefined)}>
      <ul>
        {seen.map(({ stop, age, x, y }) => (
          <li
            key={stop.id}
            style={{ '--x': `${(x * 100).toFixed(1)}%`, '--y': `${(y * 100).toFixed(1)}%` } as React.CSSProperties}
            onFocus={() => onChosen(stop.id)}
          >
            <Slip
              tone="paper"
              size="service"
              name={`in view ${stop.id}`}
              word={shortName(stop.name[language])}
              onPress={() => onOpen(stop, age)}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A building is in view when a corner of it is seen; its slip stands at the top of what is seen of it. */
function seenFrom(sailing: Sailing): readonly Seen[] {
  const aspect = innerWidth / innerHeight
  return sailing.standing.node.now.buildings
    .flatMap(({ stop: id, outline }): readonly Seen[] => {
      const stop = sailing.stops.find((one) => one.id === id)
      const corners = (placesOf(sailing, sailing.standing.node, outline, aspect) ?? []).filter(
        ({ x, y }) => x > 0 && x < 1 && y > 0 && y < 0.8,
      )
      if (!stop || corners.length === 0) return []
      const x = corners.reduce((sum, corner) => sum + corner.x, 0) / corners.length
      const y = Math.min(...corners.map((corner) => corner.y))
      return [{ stop, age: ageAt(sailing, x), x: Math.min(0.86, Math.max(0.14, x)), y: Math.max(0.06, y) }]
    })
    .sort((a, b) => a.x - b.x)
}
