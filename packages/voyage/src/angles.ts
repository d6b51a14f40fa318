/** A direction from the eye: true bearing clockwise from north and elevation above the horizon, both in degrees. */
export type Bearing = { readonly bearing: number; readonly elevation: number }

/** The same bearing in [0, 360). */
export const norm360 = (degrees: number): number => ((degrees % 360) + 360) % 360

/** The shorter way from one bearing to another, in [−180, 180). */
export const shortest = (from: number, to: number): number => norm360(to - from + 180) - 180

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

export const degrees = (radians: number): number => (radians * 180) / Math.PI

export type Vector = readonly [east: number, up: number, north: number]

/** Unit vector of a direction: x east, y up, z north. */
export function vectorOf({ bearing, elevation }: Bearing): Vector {
  const level = Math.cos(radians(elevation))
  return [level * Math.sin(radians(bearing)), Math.sin(radians(elevation)), level * Math.cos(radians(bearing))]
}

export function bearingOf([east, up, north]: Vector): Bearing {
  return {
    bearing: norm360(degrees(Math.atan2(east, north))),
    elevation: degrees(Math.atan2(up, Math.hypot(east, north))),
  }
}
