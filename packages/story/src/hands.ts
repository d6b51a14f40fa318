import type { Chance } from '@riverside/kit'
import type { SandTouch } from './sand-rules.ts'

type Mark = { readonly x: number; readonly y: number }
type Stroke = {
  readonly id: number
  readonly reach: number
  readonly begins: number
  readonly lasts: number
  readonly way: readonly Mark[]
}

/** Milliseconds between two reports of a hand. */
const report = 16

/**
 * The hand that opens the sand where nobody has touched it: an arm sweeps the left half clear, then five fingers
 * draw on to the right. Ids are negative, so that no finger on the glass is mistaken for it.
 * @param begins Milliseconds on the sand's stopwatch.
 */
export function guidingHand(columns: number, rows: number, begins: number, chance: Chance): readonly SandTouch[] {
  return [...sweep(rows, begins, chance), ...fingers(rows, begins + 4000, chance)]
    .flatMap((stroke) => touchesOf(stroke, columns, rows))
    .sort((one, other) => one.when - other.when)
}

/** Parts of the tray's width and height. Forearm and hand sweep side by side, so that no bank is left between them. */
function sweep(rows: number, begins: number, chance: Chance): readonly Stroke[] {
  const reaches = [0.5, 0.6, 0.63, 0.6, 0.62, 0.53, 0.5, 0.47]
  return reaches.map((far, index) => {
    const y = 0.05 + index * 0.13
    const wander = () => 0.02 * (chance() - 0.5)
    const way = [0, 0.25, 0.5, 0.75, 1].map((part) => ({ x: -0.03 + part * (far + wander() + 0.03), y: y + wander() }))
    return { id: -1 - index, reach: rows * 0.1, begins: begins + 90 * Math.abs(index - 3), lasts: 3400, way }
  })
}

function fingers(rows: number, begins: number, chance: Chance): readonly Stroke[] {
  const hand = [
    { y: 0.27, x: 0.83, rise: -0.035, reach: 0.04 },
    { y: 0.385, x: 0.885, rise: -0.012, reach: 0.045 },
    { y: 0.495, x: 0.875, rise: 0.01, reach: 0.044 },
    { y: 0.6, x: 0.83, rise: 0.028, reach: 0.038 },
    { y: 0.82, x: 0.755, rise: -0.02, reach: 0.05 },
  ]
  return hand.map(({ y, x, rise, reach }, finger) => ({
    id: -20 - finger,
    reach: rows * reach,
    begins: begins + 60 * chance(),
    lasts: 1500,
    way: [
      { x: 0.5, y: y - rise * 0.4 },
      { x: (0.5 + x) / 2, y: y + rise + 0.012 * (chance() - 0.5) },
      { x: x + 0.01 * (chance() - 0.5), y: y + rise * 1.6 },
    ],
  }))
}

function touchesOf({ id, reach, begins, lasts, way }: Stroke, columns: number, rows: number): readonly SandTouch[] {
  const reports = Math.ceil(lasts / report)
  const moves = Array.from({ length: reports + 1 }, (_, index): SandTouch => {
    const part = index / reports
    const { x, y } = along(way, part * part * (3 - 2 * part))
    return { type: index === 0 ? 'down' : 'move', id, reach, x: x * columns, y: y * rows, when: begins + part * lasts }
  })
  return [...moves, { type: 'up', id, when: begins + lasts }]
}

/** A place on the way, which bends softly at each mark. `part` from 0 to 1. */
function along(way: readonly Mark[], part: number): Mark {
  const place = part * (way.length - 1)
  const leg = Math.min(way.length - 2, Math.floor(place))
  const [from, to] = [way[leg], way[leg + 1]]
  if (!from || !to) return { x: 0, y: 0 }
  const within = place - leg
  const bent = within * within * (3 - 2 * within)
  return { x: from.x + (to.x - from.x) * within, y: from.y + (to.y - from.y) * bent }
}
