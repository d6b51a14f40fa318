import type { Pixels } from './resample.ts'

/** How far a sphere leans: degrees, and the place of the highest point of its horizon as a share of the width. */
export type Tilt = { readonly degrees: number; readonly highest: number }

/** Edges this far from upright are no uprights, even of a leaning picture. Degrees. */
const uprightWithin = 15

/** How far an upright may miss the zenith before it counts for half. Degrees. */
const scatter = 1

/**
 * Below this share of what would count in full, the edges agree on nothing. By chance alone about 0.11 do; the shore of a city, with all its
 * slants and ripples, makes 0.15 to 0.25.
 */
const agreement = 0.14

/** A softer edge than this is grain. Of 255, over two pixels. */
const faintest = 8

/** Rounds of softening by a quarter, a half and a quarter. */
const softenings = 3

/** Fewer uprights than this say nothing. */
const fewest = 600

/**
 * Estimates the tilt from upright edges: all verticals of the world meet in the zenith, so each edge is perpendicular to it, and the
 * direction to which the most edges are perpendicular is up. Level edges (roofs, the waterline) take no part, so that a near quay on one
 * side does not count as a slope. `undefined` where there is too little upright to see.
 */
export function horizonTilt(sphere: Pixels): Tilt | undefined {
  const edges = uprightEdges(sphere)
  if (edges.length < fewest) return undefined
  const few = edges.filter((_, index) => index % Math.ceil(edges.length / 8000) === 0)
  let best = { east: 0, ahead: 0, score: -1 }
  const step = Math.tan(Math.PI / 180)
  for (let east = -12; east <= 12; east += 1)
    for (let ahead = -12; ahead <= 12; ahead += 1) {
      const score = scoreOf(few, east * step, ahead * step)
      if (score > best.score) best = { east: east * step, ahead: ahead * step, score }
    }
  const { east, ahead } = refined(edges, best.east, best.ahead)
  if (scoreOf(edges, east, ahead) < agreement) return undefined
  // Up leans to one side; the horizon stands highest on the other.
  const highest = Math.atan2(-east, -ahead) / (2 * Math.PI) + 0.5
  return { degrees: (Math.atan(Math.hypot(east, ahead)) * 180) / Math.PI, highest: highest % 1 }
}

/** An edge by the normal of the great circle it lies on (x right, y up, z ahead), and how strong it is. */
type Edge = { readonly x: number; readonly y: number; readonly z: number; readonly weight: number }

function uprightEdges(sphere: Pixels): readonly Edge[] {
  const { width, height } = sphere
  const grey = softened(sphere)
  const edges: Edge[] = []
  const steepest = Math.sin((uprightWithin * Math.PI) / 180)
  for (let y = Math.ceil(height * 0.25); y < height * 0.75; y += 1) {
    const latitude = (0.5 - (y + 0.5) / height) * Math.PI
    for (let x = 0; x < width; x += 1) {
      const [here, left, right] = [y * width + x, y * width + ((x + width - 1) % width), y * width + ((x + 1) % width)]
      // Columns of a row stand closer on the sphere by the cosine of its latitude.
      const across = (grey[right]! - grey[left]!) / Math.cos(latitude)
      const upward = grey[here - width]! - grey[here + width]!
      const strength = Math.hypot(across, upward)
      if (strength < faintest) continue
      const [east, north] = [across / strength, upward / strength]
      const ny = north * Math.cos(latitude)
      if (Math.abs(ny) > steepest) continue
      const longitude = ((x + 0.5) / width - 0.5) * 2 * Math.PI
      edges.push({
        x: east * Math.cos(longitude) - north * Math.sin(latitude) * Math.sin(longitude),
        y: ny,
        z: -east * Math.sin(longitude) - north * Math.sin(latitude) * Math.cos(longitude),
        // One bold edge must not outvote a whole shore.
        weight: Math.min(strength, 5 * faintest),
      })
    }
  }
  return edges
}

/** The grey of a sphere, 0 to 255, softened until a slanting edge is a slope and no longer a stair. */
function softened({ width, height, data }: Pixels): Float32Array {
  let grey = Float32Array.from(
    { length: width * height },
    (_, at) => (data[at * 3]! + data[at * 3 + 1]! + data[at * 3 + 2]!) / 3,
  )
  for (let round = 0; round < softenings; round += 1) {
    const level = new Float32Array(grey.length)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const row = y * width
        level[row + x] =
          (grey[row + ((x + width - 1) % width)]! + 2 * grey[row + x]! + grey[row + ((x + 1) % width)]!) / 4
      }
    grey = level.map(
      (here, at) =>
        (level[Math.max(at % width, at - width)]! +
          2 * here +
          level[Math.min(at + width, (height - 1) * width + (at % width))]!) /
        4,
    )
  }
  return grey
}

const sigma = Math.sin((scatter * Math.PI) / 180)

const missBy = ({ x, y, z }: Edge, east: number, ahead: number): number =>
  (x * east + y + z * ahead) / Math.sqrt(1 + east * east + ahead * ahead)

/** 1 where every edge passes through the zenith at (east, 1, ahead). */
function scoreOf(edges: readonly Edge[], east: number, ahead: number): number {
  let sum = 0
  let all = 0
  for (const edge of edges) {
    sum += edge.weight / (1 + (missBy(edge, east, ahead) / sigma) ** 2)
    all += edge.weight
  }
  return sum / all
}

/** Least squares, each edge counting less the further it misses, repeated until it stands. */
function refined(edges: readonly Edge[], east: number, ahead: number): { east: number; ahead: number } {
  let at = { east, ahead }
  for (let round = 0; round < 12; round += 1) {
    let [xx, xz, zz, xy, zy] = [0, 0, 0, 0, 0]
    for (const edge of edges) {
      const weight = edge.weight / (1 + (missBy(edge, at.east, at.ahead) / sigma) ** 2) ** 2
      xx += weight * edge.x * edge.x
      xz += weight * edge.x * edge.z
      zz += weight * edge.z * edge.z
      xy += weight * edge.x * edge.y
      zy += weight * edge.z * edge.y
    }
    const size = xx * zz - xz * xz
    if (Math.abs(size) < 1e-9) return at
    at = { east: (-xy * zz + zy * xz) / size, ahead: (-zy * xx + xy * xz) / size }
  }
  return at
}
