import { cardSize, type InkPoint, type Stroke } from './stroke.ts'

/** Milliseconds the hand needs to the next stroke, and more for each millimetre between. */
const lift = { least: 90, aMillimetre: 4, most: 420 } as const

/** What stands on the card at one moment of its writing. */
export type Written = {
  /** Strokes that are whole by then. */
  readonly whole: number
  /** The points of the stroke being written, and the middle of the pen. */
  readonly part: readonly InkPoint[]
  readonly at: readonly [x: number, y: number] | undefined
}

/** The writing of a card, played again: each stroke at the pace of the hand, quicker where the whole would outlast patience. */
export type Replay = { readonly length: number; readonly after: (milliseconds: number) => Written }

/** `most` milliseconds are patience: a longer writing is played so much the quicker. */
export function replayOf(strokes: readonly Stroke[], most = 14_000): Replay {
  const spans: Array<{ readonly from: number; readonly to: number }> = []
  let clock = 0
  let left: readonly [number, number] | undefined
  for (const { points } of strokes) {
    const [x = 0, y = 0] = points[0] ?? []
    if (left !== undefined)
      clock += Math.min(
        lift.most,
        lift.least + lift.aMillimetre * Math.min(cardSize.width, Math.hypot(x - left[0], y - left[1])),
      )
    // A finger that rested long was thinking, and nobody wants to watch that.
    const took = Math.min(points.at(-1)?.[2] ?? 0, 40 + points.length * 60)
    spans.push({ from: clock, to: clock + took })
    clock += took
    const [lastX = x, lastY = y] = points.at(-1) ?? []
    left = [lastX, lastY]
  }
  const pace = Math.max(1, clock / most)
  return { length: clock / pace, after: (milliseconds) => writtenAt(strokes, spans, milliseconds * pace) }
}

function writtenAt(
  strokes: readonly Stroke[],
  spans: readonly { readonly from: number; readonly to: number }[],
  clock: number,
): Written {
  const next = spans.findIndex(({ to }) => to > clock)
  if (next < 0) return { whole: strokes.length, part: [], at: undefined }
  const { from, to } = spans[next]!
  if (clock < from) return { whole: next, part: [], at: undefined }
  const points = strokes[next]!.points
  const share = to === from ? 1 : (clock - from) / (to - from)
  const until = share * (points.at(-1)?.[2] ?? 0)
  const count = Math.max(1, points.filter(([, , time]) => time <= until).length)
  const part = points.slice(0, count)
  const last = part.at(-1)!
  return { whole: next, part, at: [last[0], last[1]] }
}
