import { bearingOf, norm360, shortest, type Vector, vectorOf } from './angles.ts'
import type { Node } from './node.ts'
import { riverAt } from './river.ts'
import type { Stop } from './stop.ts'

/** Where the eye looks at one chainage, before anybody looks around. Degrees. */
type Waymark = {
  readonly chainage: number
  /** To the right of the river's own bearing. */
  readonly aside: number
  readonly elevation: number
  readonly field: number
}

/** The view of somebody who looks at nothing in particular, from mark to mark along the quay. */
export type Course = readonly Waymark[]

export type CourseView = { readonly bearing: number; readonly elevation: number; readonly field: number }

/** A building further than this from the middle of a node's own view, in degrees, has to be turned to. */
const inView = 32

/**
 * The course along the nodes: each node's own arrival, and at a stop whose building is not in that view, the building itself.
 * `nodes` are in order.
 */
export function courseOf(nodes: readonly Node[], stops: readonly Stop[]): Course {
  const marks = [
    ...nodes.map((node) => markAt(node.chainage, node.arrival)),
    ...stops.flatMap((stop) => turnTo(nodes, stop)),
  ]
  return marks.sort((a, b) => a.chainage - b.chainage)
}

/** The view at a chainage: smoothly from one mark to the next, and with the bends of the river between them. */
export function courseAt(course: Course, chainage: number): CourseView {
  const after = course.findIndex((mark) => mark.chainage > chainage)
  const from = course[after < 0 ? course.length - 1 : Math.max(0, after - 1)]
  const to = course[after < 0 ? course.length - 1 : after]
  if (!from || !to) throw new RangeError('A course needs at least one node')
  const gap = to.chainage - from.chainage
  const part = gap <= 0 ? 0 : smooth(Math.min(1, Math.max(0, (chainage - from.chainage) / gap)))
  const mix = (a: number, b: number) => a + (b - a) * part
  return {
    bearing: norm360(riverAt(chainage).bearing + from.aside + shortest(from.aside, to.aside) * part),
    elevation: mix(from.elevation, to.elevation),
    field: mix(from.field, to.field),
  }
}

function turnTo(nodes: readonly Node[], stop: Stop): readonly Waymark[] {
  const node = nodes.reduce((best, one) =>
    Math.abs(one.chainage - stop.chainage) < Math.abs(best.chainage - stop.chainage) ? one : best,
  )
  const building = node.now.buildings.find((one) => one.stop === stop.id)
  if (!building) return []
  const corners = building.outline.map(([bearing, elevation]) => vectorOf({ bearing, elevation }))
  const { bearing } = bearingOf(
    corners.reduce<Vector>((sum, v) => [sum[0] + v[0], sum[1] + v[1], sum[2] + v[2]], [0, 0, 0]),
  )
  const seen = building.outline.some(([corner]) => Math.abs(shortest(node.arrival.bearing, corner)) < inView / 2)
  return seen || Math.abs(shortest(node.arrival.bearing, bearing)) < inView
    ? []
    : [markAt(stop.chainage, { ...node.arrival, bearing })]
}

function markAt(chainage: number, { bearing, elevation, field }: CourseView): Waymark {
  return { chainage, aside: shortest(riverAt(chainage).bearing, bearing), elevation, field }
}

const smooth = (part: number): number => part * part * (3 - 2 * part)
