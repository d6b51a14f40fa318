import { noise } from './noise.ts'
import type { Scenery } from './scenery.ts'
import type { Meeting } from './trace.ts'
import type { Direction, View } from './view.ts'

/** What stands at each point of a view, without inking it. */
export type Sight = {
  /** Number of the thing under each point, -1 where there is none. */
  readonly things: Int32Array
  /** Metres from the eye. */
  readonly distances: Float32Array
}

/** Bends a unit direction as a hand does: 0.03° with a wave of 0.8° and 0.05° with one of 4°. Near the poles, where nothing stands, not at all. */
export function bend(d: Direction): void {
  const dx = d[0]!
  const dy = d[1]!
  const dz = d[2]!
  if (dy < -0.72 || dy > 0.86) return
  const aside = (noise(dx * 72, dy * 72, dz * 72) - 0.5) * 0.00105 + (noise(dx * 14, dy * 14, dz * 14) - 0.5) * 0.00175
  const upward =
    (noise(dx * 72 + 40, dy * 72, dz * 72) - 0.5) * 0.00105 + (noise(dx * 14 + 40, dy * 14, dz * 14) - 0.5) * 0.00175
  const level = Math.hypot(dx, dz)
  const nx = dx + (dz / level) * aside
  const nz = dz - (dx / level) * aside
  const ny = dy + upward
  const long = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz)
  d[0] = nx * long
  d[1] = ny * long
  d[2] = nz * long
}

/** Casts one ray through every point of a view. */
export function sight(view: View, scenery: Scenery): Sight {
  const things = new Int32Array(view.width * view.height).fill(-1)
  const distances = new Float32Array(things.length)
  const d = new Float64Array(3)
  const met: Meeting = { triangle: 0, distance: 0, u: 0, v: 0 }
  for (let y = 0, i = 0; y < view.height; y++) {
    for (let x = 0; x < view.width; x++, i++) {
      view.direct(x + 0.5, y + 0.5, d)
      bend(d)
      const [dx, dy, dz] = [d[0]!, d[1]!, d[2]!]
      if (!scenery.mayMeet(Math.atan2(dx, dz), Math.asin(dy))) continue
      if (!scenery.tracer.meets(0, scenery.eye, 0, dx, dy, dz, 1e5, met, false)) continue
      things[i] = scenery.mesh.thingOf[met.triangle]!
      distances[i] = met.distance
    }
  }
  return { things, distances }
}
