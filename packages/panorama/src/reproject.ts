import { seenFrom } from './corridor.ts'
import { type Ray, rayThrough, type View } from './view.ts'

/** Pixels in rows from the top, four bytes each. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }

/**
 * The reference: what a view of an equirectangular picture looks like, pixel by pixel, with one bilinear tap and nothing clever.
 * `X = (yaw/2π + ½)·W − ½`, `Y = (½ − pitch/π)·H − ½`; pixel centres at +0.5. The renderer is judged against it.
 */
export function reproject(
  picture: Pixels,
  view: View,
  size: { readonly width: number; readonly height: number },
  moved: { readonly gone: number; readonly shore: number } = { gone: 0, shore: 0 },
): Uint8ClampedArray {
  const { width, height } = size
  const out = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const ray = unit(
        rayThrough(view, width / height, ((column + 0.5) / width) * 2 - 1, 1 - ((row + 0.5) / height) * 2),
      )
      tap(picture, seenFrom(ray, moved.gone, moved.shore), out, (row * width + column) * 4)
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

function tap({ width, height, data }: Pixels, [x, y, z]: Ray, out: Uint8ClampedArray, at: number): void {
  const column = (Math.atan2(x, z) / (2 * Math.PI) + 0.5) * width - 0.5
  const row = (0.5 - Math.atan2(y, Math.hypot(x, z)) / Math.PI) * height - 0.5
  const left = Math.floor(column)
  const top = Math.floor(row)
  const [right, below] = [column - left, row - top]
  for (let channel = 0; channel < 4; channel += 1) {
    const value = (dx: number, dy: number) => {
      const wrapped = (((left + dx) % width) + width) % width
      const held = Math.min(height - 1, Math.max(0, top + dy))
      return data[(held * width + wrapped) * 4 + channel] ?? 0
    }
    const upper = value(0, 0) * (1 - right) + value(1, 0) * right
    const lower = value(0, 1) * (1 - right) + value(1, 1) * right
    out[at + channel] = upper * (1 - below) + lower * below
  }
}

function unit([x, y, z]: Ray): Ray {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
