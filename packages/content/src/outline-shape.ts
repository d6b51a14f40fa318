import { type Outline, type Vector, vectorOf } from '@riverside/voyage'

/** What is wrong with an outline as a shape; nothing where it can be touched. */
export type ShapeTrouble = 'too-wide' | 'nothing' | 'crossed'

/** The least area that counts as something to touch: a square of 0.05° in steradians. */
const leastArea = (0.05 * (Math.PI / 180)) ** 2

/** A share of an outline's area that may be gone round twice or backwards: traced pictures have such slivers. */
const mostLost = 0.15

/** Points along each side of the grid on which a crossed outline is looked at. */
const grid = 32

/** Judges an outline on the plane that touches the sphere in its middle, where great circles are straight lines. */
export function shapeTrouble(outline: Outline): ShapeTrouble | undefined {
  const corners = outline.map(([bearing, elevation]) => vectorOf({ bearing, elevation }))
  const flat = flattened(corners)
  if (!flat) return 'too-wide'
  if (Math.abs(signedArea(flat)) < leastArea && !crosses(flat)) return 'nothing'
  return crosses(flat) && lostShare(flat) > mostLost ? 'crossed' : undefined
}

type Point = readonly [x: number, y: number]

/** `undefined` where the corners do not all lie within a hemisphere about their middle. */
function flattened(corners: readonly Vector[]): readonly Point[] | undefined {
  const sum = corners.reduce<Vector>((all, each) => [all[0] + each[0], all[1] + each[1], all[2] + each[2]], [0, 0, 0])
  const length = Math.hypot(...sum)
  if (length < 1e-6) return undefined
  const middle: Vector = [sum[0] / length, sum[1] / length, sum[2] / length]
  const level = Math.hypot(middle[0], middle[2])
  const right: Vector = level < 1e-6 ? [1, 0, 0] : [middle[2] / level, 0, -middle[0] / level]
  const up: Vector = [
    middle[1] * right[2] - middle[2] * right[1],
    middle[2] * right[0] - middle[0] * right[2],
    middle[0] * right[1] - middle[1] * right[0],
  ]
  const points = corners.map((corner): Point | undefined => {
    const depth = dot(corner, middle)
    return depth < 0.02 ? undefined : [dot(corner, right) / depth, dot(corner, up) / depth]
  })
  return points.every((point) => point !== undefined) ? points : undefined
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

function signedArea(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/** True where any two sides cut each other. */
function crosses(points: readonly Point[]): boolean {
  const side = (index: number) => [points[index]!, points[(index + 1) % points.length]!] as const
  for (let i = 0; i < points.length; i += 1)
    for (let j = i + 2; j < points.length; j += 1) if (cut(...side(i), ...side(j))) return true
  return false
}

function cut(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** Which share of the area an outline encloses is not enclosed once and in one direction. */
function lostShare(points: readonly Point[]): number {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, low] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low]
  const seen = new Map<number, number>()
  for (let cell = 0; cell < grid * grid; cell += 1) {
    const at: Point = [
      left + (((cell % grid) + 0.5) / grid) * width,
      low + ((Math.floor(cell / grid) + 0.5) / grid) * height,
    ]
    const turns = winding(points, at)
    if (turns !== 0) seen.set(turns, (seen.get(turns) ?? 0) + 1)
  }
  const all = [...seen.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? 1 : 1 - Math.max(seen.get(1) ?? 0, seen.get(-1) ?? 0) / all
}

/** How often the outline runs round a point (Sunday's crossing form of the winding number). */
function winding(points: readonly Point[], [x, y]: Point): number {
  let turns = 0
  for (const [index, [x0, y0]] of points.entries()) {
    const [x1, y1] = points[(index + 1) % points.length] ?? [x0, y0]
    const side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
    if (y0 <= y && y1 > y && side > 0) turns += 1
    if (y0 > y && y1 <= y && side < 0) turns -= 1
  }
  return turns
}
