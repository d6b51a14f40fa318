import type { Face } from '@riverside/voyage'

/** A direction: x east, y up, z north. */
export type Direction = Float64Array

type Moved = Float64Array

const radians = Math.PI / 180

/** The most that a picture of the whole sphere is stretched towards its poles, where no key block and no second plate is. */
const mostStretched = 40

/**
 * A way of spreading directions over a picture. Bearings are degrees from true north, clockwise;
 * elevations degrees above the horizon. Pixel centres lie at +0.5.
 */
export type View = {
  readonly width: number
  readonly height: number
  /** Writes the unit direction of a point of the picture. */
  direct(x: number, y: number, into: Direction): void
  /** Samples per degree across and down at a point of the picture. */
  readonly across: (x: number, y: number) => number
  readonly down: (x: number, y: number) => number
  /** Writes how a point of the picture moves with its direction: samples right and down for a degree eastwards, then for a degree downwards. */
  moved(x: number, y: number, into: Moved): void
  /** True where the left and right edges are the same line. */
  readonly round: boolean
}

/** The whole sphere; width = 2 × height; `heading` is the bearing of the middle column. */
export function sphere(width: number, heading: number): View {
  const height = width / 2
  const perDegree = width / 360
  const row = { y: Number.NaN, up: 0, flat: 1 }
  return {
    width,
    height,
    round: true,
    direct(x, y, into) {
      const bearing = (heading + (x / width - 0.5) * 360) * radians
      if (row.y !== y) {
        const elevation = (0.5 - y / height) * Math.PI
        row.y = y
        row.up = Math.sin(elevation)
        row.flat = Math.cos(elevation)
      }
      into[0] = Math.sin(bearing) * row.flat
      into[1] = row.up
      into[2] = Math.cos(bearing) * row.flat
    },
    across: (_, y) => perDegree * Math.max(0.02, Math.cos((0.5 - y / height) * Math.PI)),
    down: () => perDegree,
    moved(_, y, into) {
      into[0] = perDegree * Math.min(mostStretched, 1 / Math.cos((0.5 - y / height) * Math.PI))
      into[1] = 0
      into[2] = 0
      into[3] = perDegree
    },
  }
}

/** A flat picture as an eye or a camera sees it; `field` is the vertical field of view in degrees. */
export function flat(width: number, height: number, bearing: number, elevation: number, field: number): View {
  const reach = Math.tan((field / 2) * radians)
  const [sb, cb] = [Math.sin(bearing * radians), Math.cos(bearing * radians)]
  const [se, ce] = [Math.sin(elevation * radians), Math.cos(elevation * radians)]
  const perDegree = (x: number, y: number) => {
    const h = (x / width - 0.5) * 2 * reach * (width / height)
    const v = (0.5 - y / height) * 2 * reach
    return (height / 2 / reach) * radians * (1 + h * h + v * v) ** 0.75
  }
  return {
    width,
    height,
    round: false,
    direct(x, y, into) {
      const h = (x / width - 0.5) * 2 * reach * (width / height)
      const v = (0.5 - y / height) * 2 * reach
      const ahead = ce - v * se
      const dx = sb * ahead + cb * h
      const dy = se + v * ce
      const dz = cb * ahead - sb * h
      const long = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz)
      into[0] = dx * long
      into[1] = dy * long
      into[2] = dz * long
    },
    across: perDegree,
    down: perDegree,
    moved(x, y, into) {
      const h = (x / width - 0.5) * 2 * reach * (width / height)
      const v = (0.5 - y / height) * 2 * reach
      const ahead = ce - v * se
      const [dx, dy, dz] = [sb * ahead + cb * h, se + v * ce, cb * ahead - sb * h]
      const level = Math.hypot(dx, dz) || 1
      const long = Math.hypot(level, dy)
      const [ex, ez] = [dz / level, -dx / level]
      const [lx, ly, lz] = [(dx / level) * (dy / long), -level / long, (dz / level) * (dy / long)]
      const samples = (height / 2 / reach) * radians * long
      const eastAhead = (sb * ex + cb * ez) * ce
      const lowerAhead = (sb * lx + cb * lz) * ce + se * ly
      into[0] = (cb * ex - sb * ez - h * eastAhead) * samples
      into[1] = ((sb * ex + cb * ez) * se + v * eastAhead) * samples
      into[2] = (cb * lx - sb * lz - h * lowerAhead) * samples
      into[3] = ((sb * lx + cb * lz) * se - ce * ly + v * lowerAhead) * samples
    },
  }
}

/** Where the middle of a face looks: degrees to the right of the sphere's heading, and up. */
const looks: Readonly<Record<Face, readonly [turn: number, elevation: number]>> = {
  f: [0, 0],
  r: [90, 0],
  b: [180, 0],
  l: [270, 0],
  u: [0, 90],
  d: [0, -90],
}

/** One face of the cube round the eye, `size` samples along an edge and `margin` more on every side; `heading` is the bearing of the front. */
export function cubeFace(face: Face, size: number, margin: number, heading: number): View {
  const [turn, elevation] = looks[face]
  const across = size + 2 * margin
  return flat(across, across, (heading + turn) % 360, elevation, (Math.atan(across / size) / radians) * 2)
}

/** Bearing in [0, 360) of a direction. */
export function bearingOf(d: Direction): number {
  const b = Math.atan2(d[0]!, d[2]!) / radians
  return b < 0 ? b + 360 : b
}

export function elevationOf(d: Direction): number {
  return Math.asin(Math.max(-1, Math.min(1, d[1]!))) / radians
}

/** Where a direction falls on a sphere picture, in pixels (centres at +0.5). */
export function onSphere(d: Direction, width: number, heading: number): readonly [x: number, y: number] {
  let turn = (bearingOf(d) - heading) / 360
  turn -= Math.floor(turn + 0.5)
  return [(turn + 0.5) * width, (0.5 - elevationOf(d) / 180) * (width / 2)]
}
