import { type Face, faceDirection } from '@riverside/voyage'
import { toLight, toValue } from './light.ts'

/** Three bytes a pixel, red, green, blue, rows from the top; an equirectangular sphere is twice as wide as high. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }

/** A face of the cube with as many more pixels on every side as `margin` says, from the same plane going on. */
export type FaceRaster = {
  readonly size: number
  readonly margin: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/** Columns and rows between two pixels are told apart to this part of a pixel. */
const phases = 256
const unit = 1024
const half = (unit * unit) / 2

/** Catmull and Rom's cubic through four neighbours, which keeps what is sharp: four weights for each phase, in 1024ths. */
const weights = new Int32Array(phases * 4)
for (let phase = 0; phase < phases; phase += 1) {
  const t = phase / phases
  const four = [
    -0.5 * t + t * t - 0.5 * t ** 3,
    1 - 2.5 * t * t + 1.5 * t ** 3,
    0.5 * t + 2 * t * t - 1.5 * t ** 3,
    -0.5 * t * t + 0.5 * t ** 3,
  ].map((weight) => Math.round(weight * unit))
  // Whatever rounding lost goes to the heaviest, so that an even tone stays what it is.
  four[t < 0.5 ? 1 : 2]! += unit - four.reduce((sum, weight) => sum + weight, 0)
  weights.set(four, phase * 4)
}

/**
 * Averages the rows of a sphere towards its poles along each row, in linear light and in place: nearer a pole a pixel of a face spans ever
 * more columns (the tangent of the latitude), and taking four of them would leave crumbs. Rows nearer the equator than 45° stay as
 * they are. `face`: pixels along one edge of the faces that are taken afterwards. Only rows from `first` up to `end` are touched.
 */
export function averagePolarRows({ width, height, data }: Pixels, face: number, first: number, end: number): void {
  // Each row goes on round the sphere by half a turn on either side, so that a span may reach over the edges.
  const before = Math.ceil(width / 2)
  const light = new Float64Array(width + 2 * before + 1)
  const sums = new Float64Array(light.length + 1)
  for (let y = first; y < end; y += 1) {
    const latitude = (0.5 - (y + 0.5) / height) * Math.PI
    const span = Math.min(width, Math.abs(Math.tan(latitude)) * Math.max(1, width / Math.PI / face))
    if (Math.abs(latitude) <= Math.PI / 4 || span <= 1) continue
    const left = before + 0.5 - span / 2
    const right = before + 0.5 + span / 2
    const [leftColumn, rightColumn] = [Math.floor(left), Math.floor(right)]
    const [leftShare, rightShare] = [left - leftColumn, right - rightColumn]
    for (let start = y * width * 3; start < y * width * 3 + 3; start += 1) {
      for (let x = 0; x < width; x += 1) light[before + x] = toLight[data[start + x * 3]!]!
      for (let x = 0; x < before; x += 1) {
        light[x] = light[x + width]!
        light[before + width + x] = light[before + x]!
      }
      for (let x = 0; x < light.length; x += 1) sums[x + 1] = sums[x]! + light[x]!
      for (let x = 0, at = start; x < width; x += 1, at += 3) {
        const whole = sums[x + rightColumn]! - sums[x + leftColumn]!
        data[at] = toValue((whole + rightShare * light[x + rightColumn]! - leftShare * light[x + leftColumn]!) / span)
      }
    }
  }
}

/** One face of the cube out of a sphere whose polar rows are averaged. */
export function takeFace({ width, height, data }: Pixels, face: Face, size: number, margin: number): FaceRaster {
  const edge = size + 2 * margin
  const out = new Uint8ClampedArray(edge * edge * 3)
  const [cx, cy, cz] = faceDirection(face, 0, 0)
  const [ux, uy, uz] = minus(faceDirection(face, 1, 0), [cx, cy, cz])
  const [vx, vy, vz] = minus(faceDirection(face, 0, 1), [cx, cy, cz])
  const isUpright = vx === 0 && vz === 0
  const columns = new Float64Array(edge)
  const rows = new Float64Array(edge)
  const perTurn = width / (2 * Math.PI)
  for (let j = 0; j < edge; j += 1) {
    const v = (2 * (j - margin + 0.5)) / size - 1
    const [x0, y0, z0] = [cx + v * vx, cy + v * vy, cz + v * vz]
    for (let i = 0; i < edge; i += 1) {
      const u = (2 * (i - margin + 0.5)) / size - 1
      const x = x0 + u * ux
      const z = z0 + u * uz
      // Every row of an upright face has the same longitudes.
      if (!isUpright || j === 0) columns[i] = (angle(x, z) + Math.PI) * perTurn - 0.5
      rows[i] = (Math.PI / 2 - angle(y0 + u * uy, Math.sqrt(x * x + z * z))) * perTurn - 0.5
    }
    takeRow({ width, height, data }, columns, rows, out, j * edge * 3)
  }
  return { size, margin, data: out }
}

/**
 * `Math.atan2` to two millionths of a radian, a two-hundredth of a pixel at 16384, in a fifth of its time (a polynomial of the eleventh
 * degree for the arctangent from 0 to 1).
 */
function angle(y: number, x: number): number {
  const [ax, ay] = [Math.abs(x), Math.abs(y)]
  const t = ax > ay ? ay / ax : ax === 0 && ay === 0 ? 0 : ax / ay
  const s = t * t
  const part =
    t *
    (0.999_977_26 +
      s * (-0.332_623_47 + s * (0.193_543_46 + s * (-0.116_432_87 + s * (0.052_653_32 - s * 0.011_721_2)))))
  const first = ax > ay ? part : Math.PI / 2 - part
  const half = x < 0 ? Math.PI - first : first
  return y < 0 ? -half : half
}

/** Takes one row of a face: each pixel from four by four of the sphere. `columns` and `rows` are places on it, in pixels. */
function takeRow(
  { width, height, data }: Pixels,
  columns: Float64Array,
  rows: Float64Array,
  out: Uint8ClampedArray,
  start: number,
): void {
  const line = width * 3
  let to = start
  for (let i = 0; i < columns.length; i += 1) {
    const column = Math.floor(columns[i]! * phases + 0.5)
    const row = Math.floor(rows[i]! * phases + 0.5)
    const x = (column >> 8) - 1
    const y = (row >> 8) - 1
    const across = (column & 255) * 4
    const down = (row & 255) * 4
    const w0 = weights[across]!
    const w1 = weights[across + 1]!
    const w2 = weights[across + 2]!
    const w3 = weights[across + 3]!
    let red = half
    let green = half
    let blue = half
    if (x >= 0 && x + 3 < width && y >= 0 && y + 3 < height) {
      let at = y * line + x * 3
      for (let k = down; k < down + 4; k += 1, at += line) {
        const wy = weights[k]!
        red += wy * (w0 * data[at]! + w1 * data[at + 3]! + w2 * data[at + 6]! + w3 * data[at + 9]!)
        green += wy * (w0 * data[at + 1]! + w1 * data[at + 4]! + w2 * data[at + 7]! + w3 * data[at + 10]!)
        blue += wy * (w0 * data[at + 2]! + w1 * data[at + 5]! + w2 * data[at + 8]! + w3 * data[at + 11]!)
      }
    } else {
      // Over an edge the sphere goes on at the other; over a pole its last row, which is of one tone, goes on.
      for (let k = 0; k < 16; k += 1) {
        const beside = (x + (k & 3) + width) % width
        const beyond = Math.min(height - 1, Math.max(0, y + (k >> 2)))
        const weight = weights[down + (k >> 2)]! * weights[across + (k & 3)]!
        const at = beyond * line + beside * 3
        red += weight * data[at]!
        green += weight * data[at + 1]!
        blue += weight * data[at + 2]!
      }
    }
    out[to] = red >> 20
    out[to + 1] = green >> 20
    out[to + 2] = blue >> 20
    to += 3
  }
}

/** Half as large, each pixel the average light of four. The margin is halved with it and so must be even. */
export function halved({ size, margin, data }: FaceRaster): FaceRaster {
  if (size % 2 !== 0 || margin % 2 !== 0) throw new RangeError(`A face of ${size} with ${margin} beside it has no half`)
  const from = (size + 2 * margin) * 3
  const edge = size / 2 + margin
  const out = new Uint8Array(edge * edge * 3)
  for (let j = 0, to = 0; j < edge; j += 1)
    for (let i = 0; i < edge; i += 1) {
      const at = j * 2 * from + i * 6
      for (let colour = at; colour < at + 3; colour += 1, to += 1)
        out[to] = toValue(
          (toLight[data[colour]!]! +
            toLight[data[colour + 3]!]! +
            toLight[data[colour + from]!]! +
            toLight[data[colour + from + 3]!]!) /
            4,
        )
    }
  return { size: size / 2, margin: margin / 2, data: out }
}

/** A small likeness of a whole sphere: at most 4 × 4 pixels of each cell are looked at. */
export function shrunk({ width, height, data }: Pixels, to: number): Pixels {
  const out = { width: to, height: to / 2, data: new Uint8Array((to * to * 3) / 2) }
  const taken = Math.max(1, Math.min(4, Math.floor(width / to)))
  for (let y = 0, at = 0; y < out.height; y += 1)
    for (let x = 0; x < to; x += 1, at += 3) {
      let red = 0
      let green = 0
      let blue = 0
      for (let part = 0; part < taken * taken; part += 1) {
        const column = Math.floor(((x + ((part % taken) + 0.5) / taken) / to) * width)
        const row = Math.floor(((y + (Math.floor(part / taken) + 0.5) / taken) / out.height) * height)
        const from = (row * width + column) * 3
        red += toLight[data[from]!]!
        green += toLight[data[from + 1]!]!
        blue += toLight[data[from + 2]!]!
      }
      out.data[at] = toValue(red / taken ** 2)
      out.data[at + 1] = toValue(green / taken ** 2)
      out.data[at + 2] = toValue(blue / taken ** 2)
    }
  return out
}

type Three = readonly [number, number, number]
const minus = (a: Three, b: Three): Three => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
