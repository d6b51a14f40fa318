/** A direction: x east, y up, z north. */
export type Direction = Float64Array

const radians = Math.PI / 180

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
  }
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
