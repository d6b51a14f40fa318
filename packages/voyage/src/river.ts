/** A point of the middle of the river: chainage, metres east and north of the ferry wharf, true bearing downstream in degrees. */
type MidlinePoint = readonly [chainage: number, east: number, north: number, bearing: number]

/**
 * The middle of the Huangpu along the Yangpu shore: the common boundary of the districts, smoothed.
 * Right to about 80 m across and 150 m along: for a chart on a screen, not for navigation.
 */
const midline: readonly MidlinePoint[] = [
  [-500, -470, -340, 87],
  [0, 20, -320, 89],
  [250, 270, -310, 89],
  [500, 530, -300, 87],
  [750, 800, -270, 81],
  [1000, 1070, -210, 75],
  [1250, 1320, -140, 72],
  [1500, 1570, -60, 71],
  [1750, 1820, 40, 67],
  [2000, 2070, 160, 60],
  [2250, 2300, 320, 54],
  [2500, 2510, 470, 52],
  [2750, 2710, 630, 51],
  [3000, 2900, 790, 50],
  [3250, 3100, 960, 50],
  [3500, 3290, 1120, 50],
  [3750, 3480, 1280, 50],
  [4000, 3670, 1440, 49],
  [4250, 3870, 1620, 45],
  [4500, 4050, 1820, 41],
  [4750, 4220, 2020, 38],
  [5000, 4380, 2230, 35],
  [5250, 4530, 2450, 32],
  [5500, 4660, 2690, 27],
  [5750, 4780, 2960, 19],
  [6000, 4840, 3250, 8],
]

/** Half the width of the river between its banks, in metres. */
export const halfWidth = 265

export type RiverPoint = { readonly east: number; readonly north: number; readonly bearing: number }

/** Where the middle of the river is at a chainage; beyond −500 and 6000 m it stays at the last point. */
export function riverAt(chainage: number): RiverPoint {
  const inside = Math.min(pointAt(midline.length - 1)[0], Math.max(pointAt(0)[0], chainage))
  const after = Math.max(
    1,
    midline.findIndex((point) => point[0] >= inside),
  )
  const [c0, east0, north0, bearing0] = pointAt(after - 1)
  const [c1, east1, north1, bearing1] = pointAt(after)
  const part = (inside - c0) / (c1 - c0)
  return {
    east: east0 + (east1 - east0) * part,
    north: north0 + (north1 - north0) * part,
    bearing: bearing0 + (bearing1 - bearing0) * part,
  }
}

/** The river turned until the way from one chainage to the other runs level: how far to port (up on the chart) it bends, in metres. */
export function bendAt(chainage: number, from: number, to: number): number {
  const start = riverAt(from)
  const end = riverAt(to)
  const here = riverAt(chainage)
  const length = Math.hypot(end.east - start.east, end.north - start.north)
  const alongEast = (end.east - start.east) / length
  const alongNorth = (end.north - start.north) / length
  return (here.north - start.north) * alongEast - (here.east - start.east) * alongNorth
}

function pointAt(index: number): MidlinePoint {
  const point = midline[index]
  if (!point) throw new RangeError(`The midline has no point ${index}`)
  return point
}
