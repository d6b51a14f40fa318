import { z } from 'zod'

/** The card's trimmed size in millimetres; every coordinate of the package counts from its upper left corner. */
export const cardSize = { width: 148, height: 100, bleed: 2 } as const

/** 毛笔, 钢笔, 铅笔. */
export const Pen = z.enum(['brush', 'pen', 'pencil'])
export type Pen = z.infer<typeof Pen>

/** The three wells on the desk. */
export const InkName = z.enum(['ink', 'rust', 'river'])
export type InkName = z.infer<typeof InkName>

/**
 * What one card may hold: some fifteen hundred characters of writing, within one megabyte on the wire, and twenty metres of line, which is
 * five cards written full: more would keep the station drawing for seconds.
 */
export const inkLimits = { strokes: 3000, pointsOfStroke: 2000, points: 30_000, millimetres: 20_000 } as const

/**
 * Millimetres on the message face, milliseconds since the stroke began, pressure from 0 to 1.
 * A glass that feels no pressure reports 0, 0.5 or 1; these three count as unknown.
 */
export const InkPoint = z.tuple([
  z
    .number()
    .min(-cardSize.bleed)
    .max(cardSize.width + cardSize.bleed),
  z
    .number()
    .min(-cardSize.bleed)
    .max(cardSize.height + cardSize.bleed),
  z.number().min(0).max(86_400_000),
  z.number().min(0).max(1),
])
export type InkPoint = z.infer<typeof InkPoint>

export const Stroke = z.strictObject({
  pen: Pen,
  ink: InkName.default('ink'),
  points: z.array(InkPoint).min(1).max(inkLimits.pointsOfStroke),
})
export type Stroke = z.infer<typeof Stroke>

export const Strokes = z
  .array(Stroke)
  .max(inkLimits.strokes)
  .refine((strokes) => pointsOf(strokes) <= inkLimits.points, `no more than ${inkLimits.points} points on one card`)
  .refine(
    (strokes) => lengthOf(strokes) <= inkLimits.millimetres,
    `no more than ${inkLimits.millimetres / 1000} m of line on one card`,
  )
export type Strokes = z.infer<typeof Strokes>

export const pointsOf = (strokes: readonly Stroke[]): number =>
  strokes.reduce((sum, stroke) => sum + stroke.points.length, 0)

/** Millimetres from point to point. */
export const lengthOf = (strokes: readonly Pick<Stroke, 'points'>[]): number =>
  strokes.reduce(
    (sum, { points }) =>
      sum +
      points.reduce((length, [x, y], at) => {
        const before = points[at - 1]
        return before === undefined ? length : length + Math.hypot(x - before[0], y - before[1])
      }, 0),
    0,
  )

/**
 * The same line with fewer points: what lies within `tolerance` millimetres of the line between its neighbours is left
 * out, unless the pressure or the pace says something there. Douglas and Peucker, 1973, without recursion.
 */
export function thinned(points: readonly InkPoint[], tolerance = 0.03): InkPoint[] {
  if (points.length <= 2) return points.map(rounded)
  const kept = new Uint8Array(points.length)
  kept[0] = 1
  kept[points.length - 1] = 1
  const spans: Array<readonly [number, number]> = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const farthest = farthestBetween(points, from, to)
    if (farthest.distance <= tolerance) continue
    kept[farthest.at] = 1
    spans.push([from, farthest.at], [farthest.at, to])
  }
  return points.filter((_, at) => kept[at] === 1).map(rounded)
}

/** Millimetres that a full change of pressure, or a tenth of a second out of step, counts for. */
const weightOf = { pressure: 1.5, second: 1 } as const

function farthestBetween(points: readonly InkPoint[], from: number, to: number): { at: number; distance: number } {
  const [ax, ay, at, ap] = points[from]!
  const [bx, by, bt, bp] = points[to]!
  const dx = bx - ax
  const dy = by - ay
  const square = dx * dx + dy * dy
  let farthest = { at: from, distance: 0 }
  for (let i = from + 1; i < to; i++) {
    const [x, y, t, p] = points[i]!
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square))
    const aside = Math.hypot(x - ax - along * dx, y - ay - along * dy)
    const pressed = Math.abs(p - ap - along * (bp - ap)) * weightOf.pressure
    const late = (Math.abs(t - at - along * (bt - at)) / 1000) * weightOf.second
    const distance = Math.max(aside, pressed * 0.2, late * 0.5)
    if (distance > farthest.distance) farthest = { at: i, distance }
  }
  return farthest
}

const rounded = ([x, y, t, p]: InkPoint): InkPoint => [
  Math.round(x * 100) / 100,
  Math.round(y * 100) / 100,
  Math.round(t),
  Math.round(p * 100) / 100,
]
