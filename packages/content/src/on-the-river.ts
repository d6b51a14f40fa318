import {
  degrees,
  halfWidth,
  type Node,
  norm360,
  type Outline,
  radians,
  riverAt,
  type Stop,
  shortest,
} from '@riverside/voyage'

/** A place in metres east and north of the ferry wharf. */
type Place = { readonly east: number; readonly north: number }

/** A building stretches along the quay so far to either side of its chainage. Metres. */
const halfLength = 150

/** Where a stop may stand across the quay: pontoons over the water to works well inland. Metres from the edge, negative over the water. */
const depths = [-120, 0, 150, 350] as const

/** Nearer than this anything may be anywhere: the course of the river is known to some 80 m. Metres. */
const tooNear = 160

/** An outline further than this from everywhere its stop could be is that of something else. Degrees. */
const mostAside = 20

/** Where something stands beside the river: `fromQuay` metres over the water from the edge of the quay on the north-western bank. */
function placeAt(chainage: number, fromQuay: number): Place {
  const middle = riverAt(chainage)
  const across = radians(middle.bearing - 90)
  const out = halfWidth - fromQuay
  return { east: middle.east + out * Math.sin(across), north: middle.north + out * Math.cos(across) }
}

/**
 * How far an outline lies beside every direction in which its stop could be seen from the node, in degrees; nothing where it lies within them, or
 * the stop is too near to tell.
 */
export function asideOf(node: Node, stop: Stop, outline: Outline): number | undefined {
  const eye = placeAt(node.chainage, node.stand.fromQuay)
  const reach = stop.chainageUncertainty + halfLength
  const could: number[] = []
  for (let along = stop.chainage - reach; along <= stop.chainage + reach; along += 25)
    for (const depth of depths) {
      const { east, north } = placeAt(along, -depth)
      if (Math.hypot(east - eye.east, north - eye.north) < tooNear) return undefined
      could.push(norm360(degrees(Math.atan2(east - eye.east, north - eye.north))))
    }
  const aside = Math.min(
    ...outline.map(([bearing]) => Math.min(...could.map((each) => Math.abs(shortest(bearing, each))))),
  )
  return aside > mostAside ? aside : undefined
}

/** Which way a stop lies from a node, for a person to look: true bearing in whole degrees. */
export function bearingTo(node: Node, stop: Stop): number {
  const eye = placeAt(node.chainage, node.stand.fromQuay)
  const there = placeAt(stop.chainage, -40)
  return Math.round(norm360(degrees(Math.atan2(there.east - eye.east, there.north - eye.north))))
}
