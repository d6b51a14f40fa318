import { seenFrom, shownAt } from '@riverside/panorama'
import {
  type Bearing,
  bearingOf,
  lookedAt,
  type Node,
  type Outline,
  onScreen,
  radians,
  rayThrough,
  type StopId,
  type View,
  vectorOf,
} from '@riverside/voyage'
import type { Sailing } from './sailing.ts'

/** A place on the screen: shares of its width and height from the upper left. */
export type Place = { readonly x: number; readonly y: number }

export type Age = 'then' | 'now'

/** The view in the panorama's own angles. */
export function viewOf(sailing: Sailing, aspect: number): View {
  const { bearing, elevation, field } = sailing.view(aspect)
  return { yaw: radians(bearing), pitch: radians(elevation), field: radians(field) }
}

/** Where on the screen a direction from a node is seen now; undefined behind the eye. */
export function placeOf(sailing: Sailing, node: Node, direction: Bearing, aspect: number): Place | undefined {
  const ray = shownAt(vectorOf(direction), sailing.goneFrom(node), radians(sailing.shore), node.stand)
  const seen = onScreen(viewOf(sailing, aspect), aspect, ray)
  return seen && { x: (seen.x + 1) / 2, y: (1 - seen.y) / 2 }
}

/** An outline as it is seen now; undefined where a part of it lies behind the eye. */
export function placesOf(sailing: Sailing, node: Node, outline: Outline, aspect: number): readonly Place[] | undefined {
  const places = outline.map(([bearing, elevation]) => placeOf(sailing, node, { bearing, elevation }, aspect))
  return places.every((place) => place !== undefined) ? (places as Place[]) : undefined
}

/** The building seen at a place of the screen, the nearest outline first, and in which age it is seen there. */
export function buildingAt(
  sailing: Sailing,
  { x, y }: Place,
  aspect: number,
): { readonly stop: StopId; readonly age: Age } | undefined {
  const [dx, dy, dz] = rayThrough(viewOf(sailing, aspect), aspect, x * 2 - 1, 1 - y * 2)
  const length = Math.hypot(dx, dy, dz)
  const { node } = sailing.standing
  const direction = bearingOf(
    seenFrom([dx / length, dy / length, dz / length], sailing.goneFrom(node), radians(sailing.shore), node.stand),
  )
  const age = ageAt(sailing, x)
  const sphere = (age === 'then' && node.then) || node.now
  const building = sphere.buildings.find(({ outline }) => lookedAt(outline, direction))
  return building && { stop: building.stop, age }
}

/** Which age is seen at a share of the screen's width. */
export function ageAt(sailing: Sailing, x: number): Age {
  const border = sailing.past.current
  return border !== undefined && x < border && sailing.standing.node.then ? 'then' : 'now'
}
