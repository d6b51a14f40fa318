import { type Face, faceOf, tileSize } from './tiles.ts'
import { type Ray, rayThrough, type View } from './view.ts'

/** Pixels in rows from the top, four bytes each. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }

/** Writes the four channels a sphere has in a direction (of any length) at a place of `out`. */
export type Sampler = (ray: Ray, out: Uint8ClampedArray | Float64Array, at: number) => void

/** One level of a tiled sphere. */
export type TiledLevel = {
  /** Pixels along one edge of a face at this level. */
  readonly size: number
  readonly gutter: number
  /** The pixels of a tile of this level, gutter included. */
  readonly tile: (face: Face, row: number, column: number) => Pixels
}

/**
 * An equirectangular picture, with one bilinear tap and nothing clever: `X = (yaw/2π + ½)·W − ½`, `Y = (½ − pitch/π)·H − ½`, pixel
 * centres at +0.5, round at the sides and held at the poles. Where only some rows of it are at hand, `whole` says how high it is and which
 * row is the first.
 */
export function sampleEquirectangular(
  picture: Pixels,
  whole: { readonly height: number; readonly top: number } = { height: picture.height, top: 0 },
): Sampler {
  const { width } = picture
  const last = picture.height - 1
  return ([x, y, z], out, at) => {
    const column = (Math.atan2(x, z) / (2 * Math.PI) + 0.5) * width - 0.5
    const row = (0.5 - Math.atan2(y, Math.sqrt(x * x + z * z)) / Math.PI) * whole.height - 0.5 - whole.top
    const left = Math.floor(column)
    const top = Math.floor(row)
    const [near, far] = [(left + width) % width, (left + 1 + width) % width]
    const [upper, lower] = [Math.min(last, Math.max(0, top)), Math.min(last, Math.max(0, top + 1))]
    blend(picture, near, far, upper, lower, column - left, row - top, out, at)
  }
}

/** One level of a tiled sphere, with one bilinear tap inside the tile a direction falls on: its gutter holds what lies across the edge. */
export function sampleTiles({ size, gutter, tile }: TiledLevel): Sampler {
  const last = Math.ceil(size / tileSize) - 1
  const tileAt = (part: number): number => Math.min(last, Math.max(0, Math.floor(part / tileSize)))
  return (ray, out, at) => {
    const { face, u, v } = faceOf(ray)
    const [right, down] = [((u + 1) / 2) * size, ((v + 1) / 2) * size]
    const [column, row] = [tileAt(right), tileAt(down)]
    const pixels = tile(face, row, column)
    const x = right - column * tileSize + gutter - 0.5
    const y = down - row * tileSize + gutter - 0.5
    const [left, top] = [Math.floor(x), Math.floor(y)]
    blend(pixels, left, left + 1, top, top + 1, x - left, y - top, out, at)
  }
}

/**
 * The reference: what a view of an equirectangular picture looks like, one ray through the middle of each pixel. `bend` says where the
 * picture is asked for a ray of unit length. The renderer is judged against it.
 */
export const reproject = (
  picture: Pixels,
  view: View,
  size: { readonly width: number; readonly height: number },
  bend?: (ray: Ray) => Ray,
): Uint8ClampedArray => reprojectSampled(sampleEquirectangular(picture), view, size, bend)

/** The same reference for one level of a tiled sphere. */
export const reprojectTiles = (
  level: TiledLevel,
  view: View,
  size: { readonly width: number; readonly height: number },
  bend?: (ray: Ray) => Ray,
): Uint8ClampedArray => reprojectSampled(sampleTiles(level), view, size, bend)

function reprojectSampled(
  sample: Sampler,
  view: View,
  { width, height }: { readonly width: number; readonly height: number },
  bend: (ray: Ray) => Ray = (ray) => ray,
): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const ray = rayThrough(view, width / height, ((column + 0.5) / width) * 2 - 1, 1 - ((row + 0.5) / height) * 2)
      sample(bend(unit(ray)), out, (row * width + column) * 4)
    }
  }
  return out
}

/** Peak signal-to-noise ratio of two pictures over red, green and blue, in decibels; infinite where they are the same. */
export function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let squares = 0
  let count = 0
  for (let index = 0; index < a.length; index += 1) {
    if (index % 4 === 3) continue
    const off = (a[index] ?? 0) - (b[index] ?? 0)
    squares += off * off
    count += 1
  }
  return squares === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 * 255 * count) / squares)
}

/** The mean of four pixels by their nearness: `across` and `down` from the upper left one, 0 to 1. */
function blend(
  { width, data }: Pixels,
  left: number,
  right: number,
  upper: number,
  lower: number,
  across: number,
  down: number,
  out: Uint8ClampedArray | Float64Array,
  at: number,
): void {
  const [a, b] = [(upper * width + left) * 4, (upper * width + right) * 4]
  const [c, d] = [(lower * width + left) * 4, (lower * width + right) * 4]
  const [lowerRight, upperRight] = [across * down, across * (1 - down)]
  const [lowerLeft, upperLeft] = [(1 - across) * down, (1 - across) * (1 - down)]
  for (let channel = 0; channel < 4; channel += 1)
    out[at + channel] =
      (data[a + channel] ?? 0) * upperLeft +
      (data[b + channel] ?? 0) * upperRight +
      (data[c + channel] ?? 0) * lowerLeft +
      (data[d + channel] ?? 0) * lowerRight
}

function unit([x, y, z]: Ray): Ray {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
