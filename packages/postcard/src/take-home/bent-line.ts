import type { InkPoint } from '../stroke.ts'

/** A place where a written line is held: whole steps of a grid, milliseconds since the stroke began, pressure. */
export type Knot = { readonly x: number; readonly y: number; readonly t: number; readonly pressure: number }

/** A written line as few knots: bent smoothly through them, or straight from each to the next. */
export type BentLine = { readonly knots: readonly Knot[]; readonly bent: boolean }

/** How exactly a line is kept: no point of it lies farther than `tolerance` from where it was, on a grid of `step`. Millimetres. */
export type Exactness = { readonly tolerance: number; readonly step: number }

type Spot = { readonly x: number; readonly y: number }

/** Milliseconds out of step that count as much as the whole tolerance: haste is what thins a brush. */
const lateAs = 90
/** Millimetres between the points at which a line is looked at, and between those it is drawn with. */
const looked = 0.4
const drawn = 0.5
const mostPieces = 32

/** The fewest knots that were found to keep a line within its tolerance. */
export function bend(points: readonly InkPoint[], exactness: Exactness): BentLine {
  const dense = densely(points)
  const snapped = dense.map(([x, y, t, pressure]): Knot => {
    return { x: Math.round(x / exactness.step), y: Math.round(y / exactness.step), t, pressure }
  })
  const kept = withoutNeedless(refined(dense, snapped, exactness), dense, snapped, exactness)
  const knots = kept.map((at) => snapped[at]!)
  if (kept.length < 2 || sections(kept, dense, snapped, exactness).every(({ strays }) => strays <= exactness.tolerance))
    return { knots, bent: true }
  return { knots: withoutTwins(points.map((point) => snapPoint(point, exactness))), bent: false }
}

/** The line again, in millimetres, as a hand might have written it: a point every half millimetre or so. */
export function unbend({ knots, bent }: BentLine, step: number): InkPoint[] {
  const [first] = knots
  if (first === undefined) return []
  const points: InkPoint[] = [pointAt(first.x * step, first.y * step, first.t, first.pressure)]
  for (let at = 1; at < knots.length; at++) {
    const [a, b] = [knots[at - 1]!, knots[at]!]
    const spots = bent ? section(knots[at - 2], a, b, knots[at + 1], step) : [spotOf(b, step)]
    spots.forEach((spot, i) => {
      const share = (i + 1) / spots.length
      points.push(pointAt(spot.x, spot.y, a.t + (b.t - a.t) * share, a.pressure + (b.pressure - a.pressure) * share))
    })
  }
  return points
}

const pointAt = (x: number, y: number, t: number, pressure: number): InkPoint => [
  Math.round(x * 1000) / 1000,
  Math.round(y * 1000) / 1000,
  Math.round(t),
  pressure,
]

const spotOf = ({ x, y }: Spot, step: number): Spot => ({ x: x * step, y: y * step })

const snapPoint = ([x, y, t, pressure]: InkPoint, { step }: Exactness): Knot => ({
  x: Math.round(x / step),
  y: Math.round(y / step),
  t,
  pressure,
})

const withoutTwins = (knots: readonly Knot[]): Knot[] =>
  knots.filter((knot, at) => at === 0 || knot.x !== knots[at - 1]?.x || knot.y !== knots[at - 1]?.y)

function densely(points: readonly InkPoint[]): InkPoint[] {
  const dense: InkPoint[] = []
  points.forEach((point, at) => {
    const before = points[at - 1]
    if (before !== undefined) {
      const pieces = Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / looked)
      for (let i = 1; i < pieces; i++) {
        const share = i / pieces
        const between = (k: 0 | 1 | 2 | 3) => before[k] + (point[k] - before[k]) * share
        dense.push([between(0), between(1), between(2), between(3)])
      }
    }
    dense.push(point)
  })
  return dense
}

/** Beginning with both ends, takes in whatever strays farthest from each section until nothing strays. */
function refined(dense: readonly InkPoint[], snapped: readonly Knot[], exactness: Exactness): number[] {
  let kept = dense.length > 1 ? [0, dense.length - 1] : [0]
  for (;;) {
    const more = sections(kept, dense, snapped, exactness).flatMap(({ strays, late, farthest }) =>
      farthest !== undefined && Math.max(strays, late) > exactness.tolerance ? [farthest] : [],
    )
    if (more.length === 0) break
    kept = [...kept, ...more].sort((a, b) => a - b)
  }
  return kept.filter((at, i) => i === 0 || !isTwin(snapped[at]!, snapped[kept[i - 1]!]!))
}

const isTwin = (a: Knot, b: Knot): boolean => a.x === b.x && a.y === b.y

/** Lets go of every knot without which the line still keeps within its tolerance. */
function withoutNeedless(
  kept: readonly number[],
  dense: readonly InkPoint[],
  snapped: readonly Knot[],
  exactness: Exactness,
): number[] {
  const left = [...kept]
  for (let at = left.length - 2; at > 0; at--) {
    const near = [...left.slice(Math.max(0, at - 3), at), ...left.slice(at + 1, at + 4)]
    const isNeedless =
      !near.some((one, i) => i > 0 && isTwin(snapped[one]!, snapped[near[i - 1]!]!)) &&
      sections(near, dense, snapped, exactness).every(
        ({ strays, late }) => Math.max(strays, late) <= exactness.tolerance,
      )
    if (isNeedless) left.splice(at, 1)
  }
  return left
}

type Strayed = {
  /** Millimetres between line and section at their farthest; and how late, as millimetres. */
  readonly strays: number
  readonly late: number
  /** The point between the knots to take in next. */
  readonly farthest: number | undefined
}

function sections(
  kept: readonly number[],
  dense: readonly InkPoint[],
  snapped: readonly Knot[],
  { tolerance, step }: Exactness,
): Strayed[] {
  const knots = kept.map((at) => snapped[at]!)
  return knots.slice(1).map((b, i) => {
    const [a, from, to] = [knots[i]!, kept[i]!, kept[i + 1]!]
    const spots = [spotOf(a, step), ...section(knots[i - 1], a, b, knots[i + 2], step)]
    let [strays, late, worst, farthest] = [0, 0, -1, undefined as number | undefined]
    for (let at = from; at <= to; at++) {
      const [x, y, t] = dense[at]!
      const near = nearest({ x, y }, spots)
      const out = (Math.abs(a.t + (b.t - a.t) * near.share - t) / lateAs) * tolerance
      strays = Math.max(strays, near.distance)
      late = Math.max(late, out)
      if (at > from && at < to && Math.max(near.distance, out) > worst)
        [worst, farthest] = [Math.max(near.distance, out), at]
    }
    const line = dense.slice(from, to + 1).map(([x, y]) => ({ x, y }))
    for (const spot of spots) {
      const near = nearest(spot, line)
      if (near.distance <= strays) continue
      strays = near.distance
      if (near.distance > worst && to - from > 1)
        [worst, farthest] = [
          near.distance,
          Math.min(to - 1, Math.max(from + 1, from + Math.round(near.share * (to - from)))),
        ]
    }
    return { strays, late, farthest }
  })
}

/** How far a spot lies from a line, and at what share of its pieces. */
function nearest(spot: Spot, line: readonly Spot[]): { distance: number; share: number } {
  let [square, share] = [Number.POSITIVE_INFINITY, 0]
  for (let i = 0; i < Math.max(1, line.length - 1); i++) {
    const a = line[i]!
    const b = line[i + 1] ?? a
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((spot.x - a.x) * dx + (spot.y - a.y) * dy) / length))
    const [ax, ay] = [spot.x - a.x - along * dx, spot.y - a.y - along * dy]
    if (ax * ax + ay * ay < square) [square, share] = [ax * ax + ay * ay, (i + along) / Math.max(1, line.length - 1)]
  }
  return { distance: Math.sqrt(square), share }
}

/**
 * The way from knot `a` to knot `b`, without `a`, in millimetres: a cubic of Hermite whose direction at a knot is that of
 * the parabola through it and its neighbours. Where a line turns by more than 55° it is a corner, and bends into none.
 */
function section(before: Knot | undefined, a: Knot, b: Knot, after: Knot | undefined, step: number): Spot[] {
  const chord = { x: (b.x - a.x) * step, y: (b.y - a.y) * step }
  const length = Math.hypot(chord.x, chord.y)
  const pieces = Math.max(1, Math.min(mostPieces, Math.ceil(length / drawn)))
  const start = before === undefined ? undefined : tangent(before, a, b)
  const end = after === undefined ? undefined : tangent(a, b, after)
  const m0 = start ?? (end && mirrored(end, chord))
  const m1 = end ?? (start && mirrored(start, chord))
  const [ax, ay] = [a.x * step, a.y * step]
  return Array.from({ length: pieces }, (_, i) => {
    const s = (i + 1) / pieces
    if (m0 === undefined || m1 === undefined) return { x: ax + chord.x * s, y: ay + chord.y * s }
    const over = s * s * (3 - 2 * s)
    const [h0, h1] = [s * (1 - s) * (1 - s) * length, -s * s * (1 - s) * length]
    return {
      x: ax + chord.x * over + m0.x * h0 + m1.x * h1,
      y: ay + chord.y * over + m0.y * h0 + m1.y * h1,
    }
  })
}

/** The direction in which a line passes its middle knot, or `undefined` at a corner. Decided in whole numbers. */
function tangent(before: Knot, at: Knot, after: Knot): Spot | undefined {
  const [ux, uy, vx, vy] = [at.x - before.x, at.y - before.y, after.x - at.x, after.y - at.y]
  const [dot, u, v] = [ux * vx + uy * vy, ux * ux + uy * uy, vx * vx + vy * vy]
  if (dot <= 0 || 3 * dot * dot < u * v) return undefined
  const [x, y] = [ux / u + vx / v, uy / u + vy / v]
  const length = Math.hypot(x, y)
  return { x: x / length, y: y / length }
}

/** A direction seen in the mirror that stands on the middle of a chord: together they make an arc. */
function mirrored(direction: Spot, chord: Spot): Spot {
  const square = chord.x * chord.x + chord.y * chord.y
  const along = (2 * (direction.x * chord.x + direction.y * chord.y)) / square
  return { x: along * chord.x - direction.x, y: along * chord.y - direction.y }
}
