import { z } from 'zod'

/** A place on the screen as parts of its width and height, from the upper left. */
const Place = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])

/** Lower than this stand words and buttons, in either orientation: no object does. */
export const zoneEndsAt = { landscape: 0.74, portrait: 0.7 } as const

export type ZoneProblem = 'too-few-corners' | 'crosses-itself' | 'too-small' | 'too-low'
export type Outline = readonly (readonly [number, number])[]
export type Way = keyof typeof zoneEndsAt

/** The outline of a real thing behind a clear screen: the screen keeps it clear, and puts words and picture beside it. */
export const ObjectZone = z.strictObject({
  way: z.enum(['landscape', 'portrait']).describe('How the screen hung when the outline was drawn.'),
  corners: z.array(Place).max(24),
})
export type ObjectZone = z.infer<typeof ObjectZone>

/** Why an outline cannot be kept; undefined where it can. */
export function problemOf({ corners, way }: ObjectZone): ZoneProblem | undefined {
  if (corners.length < 4) return 'too-few-corners'
  if (crossesItself(corners)) return 'crosses-itself'
  if (areaOf(corners) < 0.004) return 'too-small'
  return corners.some(([, y]) => y > zoneEndsAt[way] + 1e-9) ? 'too-low' : undefined
}

/** The part of the screen inside an outline that does not cross itself (Gauss's trapezoid formula). */
export function areaOf(corners: Outline): number {
  const twice = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

function crossesItself(corners: Outline): boolean {
  return corners.some((from, index) =>
    corners.some((otherFrom, other) => {
      const [to, otherTo] = [corners[(index + 1) % corners.length], corners[(other + 1) % corners.length]]
      const areNeighbours = other <= index + 1 || (index === 0 && other === corners.length - 1)
      return !areNeighbours && to !== undefined && otherTo !== undefined && doCross(from, to, otherFrom, otherTo)
    }),
  )
}

type Corner = readonly [number, number]

function doCross(one: Corner, two: Corner, three: Corner, four: Corner): boolean {
  const side = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner) =>
    Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
  return side(one, two, three) !== side(one, two, four) && side(three, four, one) !== side(three, four, two)
}

export type Rectangle = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/**
 * Where a picture stands so that it keeps clear of an outline: the largest part of its own place beside, above or below it; its own
 * place where nothing of it would be left that is worth looking at, and the outline is then cut out of it. All in parts of the screen.
 * @param least The part of its own place below which it had better stay where it is.
 */
export function besideZone(place: Rectangle, corners: Outline, gap: number, least = 0.36): Rectangle {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs) - gap, Math.max(...xs) + gap]
  const [top, bottom] = [Math.min(...ys) - gap, Math.max(...ys) + gap]
  const [end, floor] = [place.left + place.width, place.top + place.height]
  if (right <= place.left || left >= end || bottom <= place.top || top >= floor) return place
  const beside: readonly Rectangle[] = [
    { ...place, width: left - place.left },
    { ...place, left: right, width: end - right },
    { ...place, height: top - place.top },
    { ...place, top: bottom, height: floor - bottom },
  ]
  const size = ({ width, height }: Rectangle) => (width > 0 && height > 0 ? width * height : 0)
  const largest = beside.reduce((best, each) => (size(each) > size(best) ? each : best))
  return size(largest) >= least * size(place) ? largest : place
}
