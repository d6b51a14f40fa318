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
  const before = middle[Math.max(0, i - 1)]!
  const after = middle[Math.min(middle.length - 1, i + 2)]!
  const long = to - from
  const t = (chainage - from) / long
  if (t < 0 || t > 1) {
    const far = Math.hypot(x2 - x1, z2 - z1)
    return { place: [x1 + (x2 - x1) * t, z1 + (z2 - z1) * t], ahead: [(x2 - x1) / far, (z2 - z1) / far] }
  }
  // Cubic through the points; the slope at each is that of the line between its neighbours, per metre of chainage.
  const [back, on] = [before[0], after[0]]
  const x = hermite(t, x1, x2, ((x2 - before[1]) / (to - back)) * long, ((after[1] - x1) / (on - from)) * long)
  const z = hermite(t, z1, z2, ((z2 - before[2]) / (to - back)) * long, ((after[2] - z1) / (on - from)) * long)
  const speed = Math.hypot(x.slope, z.slope)
  return { place: [x.value, z.value], ahead: [x.slope / speed, z.slope / speed] }
}

function hermite(
  t: number,
  from: number,
  to: number,
  leaving: number,
  arriving: number,
): { readonly value: number; readonly slope: number } {
  const [t2, t3] = [t * t, t * t * t]
  return {
    value: (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * leaving + (3 * t2 - 2 * t3) * to + (t3 - t2) * arriving,
    slope: 6 * (t2 - t) * (from - to) + (3 * t2 - 4 * t + 1) * leaving + (3 * t2 - 2 * t) * arriving,
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
