/**
 * The middle of the river in local metres, x east and z north of the wharf at 31.251863° N, 121.514067° E (WGS84), by metres along the quay.
 * From the common boundary of the districts on both banks, converted from GCJ-02 and smoothed; right to about 80 m across and 150 m along.
 */
const middle: readonly (readonly [chainage: number, x: number, z: number])[] = [
  [-2000, -1830, -600],
  [-1500, -1420, -440],
  [-1000, -960, -370],
  [-500, -470, -340],
  [0, 20, -320],
  [250, 270, -310],
  [500, 530, -300],
  [750, 800, -270],
  [1000, 1070, -210],
  [1250, 1320, -140],
  [1500, 1570, -60],
  [1750, 1820, 40],
  [2000, 2070, 160],
  [2250, 2300, 320],
  [2500, 2510, 470],
  [2750, 2710, 630],
  [3000, 2900, 790],
  [3250, 3100, 960],
  [3500, 3290, 1120],
  [3750, 3480, 1280],
  [4000, 3670, 1440],
  [4250, 3870, 1620],
  [4500, 4050, 1820],
  [4750, 4220, 2020],
  [5000, 4380, 2230],
  [5250, 4530, 2450],
  [5500, 4660, 2690],
  [5750, 4780, 2960],
  [6000, 4840, 3250],
]

/** Half the width of the river in the model, metres. */
export const halfWidth = 265

/** Heights in metres above the water of the drawing, which stands at mean tide. */
export const heights = { quay: 3.4, land: 3.6, farQuay: 3 } as const

type Place = readonly [x: number, z: number]

function onMiddle(chainage: number): { readonly place: Place; readonly ahead: Place } {
  const last = middle.length - 2
  let i = 0
  while (i < last && middle[i + 1]![0] < chainage) i++
  const [from, x1, z1] = middle[i]!
  const [to, x2, z2] = middle[i + 1]!
  const [, x0, z0] = middle[Math.max(0, i - 1)]!
  const [, x3, z3] = middle[Math.min(middle.length - 1, i + 2)]!
  const t = (chainage - from) / (to - from)
  const curve = (a: number, b: number, c: number, d: number) =>
    b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
  const slope = (a: number, b: number, c: number, d: number) =>
    0.5 * (c - a + 2 * t * (2 * a - 5 * b + 4 * c - d) + 3 * t * t * (3 * (b - c) + d - a))
  const inside = t >= 0 && t <= 1
  const dx = inside ? slope(x0, x1, x2, x3) : x2 - x1
  const dz = inside ? slope(z0, z1, z2, z3) : z2 - z1
  const long = Math.hypot(dx, dz)
  return {
    place: inside ? [curve(x0, x1, x2, x3), curve(z0, z1, z2, z3)] : [x1 + (x2 - x1) * t, z1 + (z2 - z1) * t],
    ahead: [dx / long, dz / long],
  }
}

/** True bearing, degrees, of the downstream direction. */
export function shoreBearing(chainage: number): number {
  const { ahead } = onMiddle(chainage)
  return ((((Math.atan2(ahead[0], ahead[1]) * 180) / Math.PI) % 360) + 360) % 360
}

/** A place by metres along the quay and metres inland of its edge; on the water the second is negative. 江堤坐标 → 平面坐标 */
export function onShore(chainage: number, inland: number): Place {
  const { place, ahead } = onMiddle(chainage)
  const off = halfWidth + inland
  return [place[0] - ahead[1] * off, place[1] + ahead[0] * off]
}

/** The same for the far bank. */
export function onFarShore(chainage: number, inland: number): Place {
  return onShore(chainage, -2 * halfWidth - inland)
}
