import type { Chance } from '@riverside/kit'

export type Point = readonly [x: number, y: number]

/** A stroke of the gouge: two pointed ends and two curved sides. The sides are quadratic curves through `above` and `below`. */
export type Gouge = { readonly from: Point; readonly above: Point; readonly to: Point; readonly below: Point }

/**
 * A lens-shaped stroke from point to point.
 * @param thickness at its thickest, in the unit of the points
 * @param bend how far its middle leaves the straight line, same unit; positive is to the right of its way
 * @param belly where it is thickest, 0 at the start to 1 at the end
 */
export function gouge(from: Point, to: Point, thickness: number, bend = 0, belly = 0.5): Gouge {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [-dy / length, dx / length]
  const at = (side: number): Point => [
    from[0] + dx * belly + nx * (bend * 2 + side * thickness),
    from[1] + dy * belly + ny * (bend * 2 + side * thickness),
  ]
  return { from, above: at(-1), to, below: at(1) }
}

/** Adds the stroke to a path of a canvas. */
export function traceGouge(pen: PathPen, { from, above, to, below }: Gouge): void {
  pen.moveTo(from[0], from[1])
  pen.quadraticCurveTo(above[0], above[1], to[0], to[1])
  pen.quadraticCurveTo(below[0], below[1], from[0], from[1])
}

/** The part of a canvas context, or of a Path2D, that a stroke needs. */
export type PathPen = {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
}

/** The stroke as the `d` of an SVG path. */
export function gougePath({ from, above, to, below }: Gouge): string {
  const at = ([x, y]: Point) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`
  return `M${at(from)}Q${at(above)} ${at(to)}Q${at(below)} ${at(from)}Z`
}

/**
 * A line cut in several goes: the way along `points` broken into lens-shaped polygons with gaps between them.
 * @param stroke mean length of one go, @param gap mean gap, @param thickness at the thickest; all in the unit of the points
 */
export function brokenLine(
  points: readonly Point[],
  { stroke, gap, thickness }: { readonly stroke: number; readonly gap: number; readonly thickness: number },
  chance: Chance,
): readonly (readonly Point[])[] {
  const way = measured(points)
  const length = way.at(-1)?.at ?? 0
  const cuts: Point[][] = []
  let at = 0
  while (at < length) {
    const end = Math.min(length, at + stroke * (0.6 + chance() * 0.8))
    cuts.push(lensAlong(way, at, end, thickness * (0.7 + chance() * 0.6)))
    at = end + gap * (0.5 + chance())
  }
  return cuts
}

type Measured = { readonly point: Point; readonly at: number }

function measured(points: readonly Point[]): readonly Measured[] {
  let at = 0
  return points.map((point, i) => {
    const before = points[i - 1]
    if (before !== undefined) at += Math.hypot(point[0] - before[0], point[1] - before[1])
    return { point, at }
  })
}

function lensAlong(way: readonly Measured[], start: number, end: number, thickness: number): Point[] {
  const parts = 8
  const spine = Array.from({ length: parts + 1 }, (_, i) => pointAt(way, start + ((end - start) * i) / parts))
  const side = (sign: 1 | -1) =>
    spine.map((point, i): Point => {
      const before = spine[Math.max(0, i - 1)] ?? point
      const after = spine[Math.min(parts, i + 1)] ?? point
      const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
      const out = (sign * thickness * Math.sin((Math.PI * i) / parts)) / 2
      return [point[0] - ((after[1] - before[1]) / length) * out, point[1] + ((after[0] - before[0]) / length) * out]
    })
  return [...side(1), ...side(-1).reverse()]
}

function pointAt(way: readonly Measured[], at: number): Point {
  const next = way.findIndex((measure) => measure.at >= at)
  const [before, after] = [way[Math.max(0, next - 1)], way[next === -1 ? way.length - 1 : next]]
  if (before === undefined || after === undefined) return [0, 0]
  const span = after.at - before.at || 1
  const share = Math.min(1, Math.max(0, (at - before.at) / span))
  return [
    before.point[0] + (after.point[0] - before.point[0]) * share,
    before.point[1] + (after.point[1] - before.point[1]) * share,
  ]
}
