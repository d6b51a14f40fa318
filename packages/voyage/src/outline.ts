import { type Bearing, type Vector, vectorOf } from './angles.ts'

/** An outline as packs carry it: corners as [bearing, elevation] in degrees, joined by great circles, at most a hemisphere wide. */
export type Outline = ReadonlyArray<readonly [bearing: number, elevation: number]>

/**
 * True where a direction lies inside an outline. Exact: seen from the centre of the sphere a great circle is a straight line on any
 * plane (gnomonic projection), so the question becomes the winding number of a flat polygon.
 */
export function lookedAt(outline: Outline, direction: Bearing): boolean {
  const corners = outline.map(([bearing, elevation]) => vectorOf({ bearing, elevation }))
  const middle = unit(corners.reduce<Vector>((sum, corner) => add(sum, corner), [0, 0, 0]))
  const [right, up] = planeAt(middle)
  const seen = flat(vectorOf(direction), middle, right, up)
  if (!seen) return false
  const drawn = corners.map((corner) => flat(corner, middle, right, up))
  return drawn.every((corner) => corner !== undefined) && winding(drawn as Flat[], seen) !== 0
}

/** The bearings and elevations an outline spans, for placing its label: bearings relative to `around`, in degrees. */
export function spanOf(outline: Outline, around: number): { left: number; right: number; low: number; high: number } {
  const bearings = outline.map(([bearing]) => ((((bearing - around + 180) % 360) + 360) % 360) - 180)
  const elevations = outline.map(([, elevation]) => elevation)
  return {
    left: Math.min(...bearings),
    right: Math.max(...bearings),
    low: Math.min(...elevations),
    high: Math.max(...elevations),
  }
}

type Flat = readonly [x: number, y: number]

function flat(direction: Vector, middle: Vector, right: Vector, up: Vector): Flat | undefined {
  const depth = dot(direction, middle)
  return depth <= 1e-9 ? undefined : [dot(direction, right) / depth, dot(direction, up) / depth]
}

/** How often a closed line runs round a point (Sunday's crossing form of the winding number). */
function winding(corners: readonly Flat[], [x, y]: Flat): number {
  let turns = 0
  for (const [index, [x0, y0]] of corners.entries()) {
    const [x1, y1] = corners[(index + 1) % corners.length] ?? [x0, y0]
    const side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
    if (y0 <= y && y1 > y && side > 0) turns += 1
    if (y0 > y && y1 <= y && side < 0) turns -= 1
  }
  return turns
}

function planeAt(middle: Vector): readonly [Vector, Vector] {
  const helper: Vector = Math.abs(middle[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]
  const right = unit(cross(helper, middle))
  return [right, cross(middle, right)]
}

const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector)
  return length === 0 ? [0, 0, 1] : [vector[0] / length, vector[1] / length, vector[2] / length]
}
