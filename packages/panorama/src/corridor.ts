import type { Ray } from '@riverside/voyage'
import type { Stand } from './picture.ts'

/**
 * What stands in for the depth of a picture while the ship moves away from where it was taken: the water below, the row of houses
 * behind the quay to port and the other bank to starboard, all straight. Metres from the eye.
 */
export type Corridor = { readonly water: number; readonly quay: number; readonly otherBank: number }

/** Metres from the edge of the quay to the row of houses, and across the river from it; no plane is nearer than the least. */
const shoreline = { houses: 12, otherBank: 500, least: 4 } as const

/** Where a picture was taken from when nobody knows: off the quay, on the upper deck of a ferry. */
export const usualStand: Stand = { fromQuay: 38, aboveWater: 12 }

export const corridorFrom = ({ fromQuay, aboveWater }: Stand): Corridor => ({
  water: Math.max(shoreline.least, aboveWater),
  quay: Math.max(shoreline.least, fromQuay + shoreline.houses),
  otherBank: Math.max(shoreline.least, shoreline.otherBank - fromQuay),
})

/** Above these sines of elevation the sky begins to stand still and stands still, as skies do. */
export const calmSky = { begins: 0.3, still: 0.8 } as const

/**
 * The direction in which a picture shows what a moved eye sees along `ray` (unit length): `gone` metres forward of where the picture
 * was taken, along the true bearing `shore` (radians). With nothing gone it is the ray itself. The shift is held below
 * one unit, so that the nearest water stretches but never tears.
 */
export function seenFrom([x, y, z]: Ray, gone: number, shore: number, stand: Stand = usualStand): Ray {
  const { water, quay, otherBank } = corridorFrom(stand)
  const [forwardX, forwardZ] = [Math.sin(shore), Math.cos(shore)]
  const starboard = x * forwardZ - z * forwardX
  const nearness = Math.max(-starboard / quay, starboard / otherBank, -y / water)
  const calm = 1 - smoothstep(calmSky.begins, calmSky.still, y)
  const shift = gone * nearness * calm
  const held = shift / (1 + Math.abs(shift))
  return [x + forwardX * held, y, z + forwardZ * held]
}

/** The ray along which a moved eye sees what a picture shows in a direction (unit length): `seenFrom` undone, by closing in on it. */
export function shownAt(direction: Ray, gone: number, shore: number, stand: Stand = usualStand): Ray {
  let ray = direction
  for (let round = 0; round < 24; round += 1) {
    const seen = unit(seenFrom(ray, gone, shore, stand))
    const off: Ray = [seen[0] - direction[0], seen[1] - direction[1], seen[2] - direction[2]]
    if (Math.hypot(...off) < 1e-5) return ray
    ray = unit([ray[0] - off[0], ray[1] - off[1], ray[2] - off[2]])
  }
  return ray
}

function unit([x, y, z]: Ray): Ray {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}

function smoothstep(low: number, high: number, value: number): number {
  const part = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return part * part * (3 - 2 * part)
}
