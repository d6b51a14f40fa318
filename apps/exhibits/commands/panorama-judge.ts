import { type Pixels, reproject, type View } from '@riverside/voyage'

type Size = { readonly width: number; readonly height: number }

/** The reference as an eye would have it: the mean of three by three rays through each pixel. */
export function supersampled(picture: Pixels, view: View, { width, height }: Size): Uint8ClampedArray {
  const fine = reproject(picture, view, { width: width * 3, height: height * 3 })
  const out = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0
        for (let down = 0; down < 3; down += 1)
          for (let across = 0; across < 3; across += 1)
            sum += fine[((row * 3 + down) * width * 3 + column * 3 + across) * 4 + channel] ?? 0
        out[(row * width + column) * 4 + channel] = sum / 9
      }
  return out
}

/**
 * Structural similarity of two pictures by their brightness, 1 where they are the same: the mean over windows of 8×8 pixels, every 4 pixels
 * (Wang, Bovik, Sheikh and Simoncelli, 2004, with their constants).
 */
export function structure(a: Uint8ClampedArray | Uint8Array, b: typeof a, { width, height }: Size): number {
  const [first, second] = [brightness(a), brightness(b)]
  const [steady, lively] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
  let [sum, windows] = [0, 0]
  for (let top = 0; top + 8 <= height; top += 4)
    for (let left = 0; left + 8 <= width; left += 4) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0]
      for (let row = top; row < top + 8; row += 1)
        for (let column = left; column < left + 8; column += 1) {
          const [x, y] = [first[row * width + column] ?? 0, second[row * width + column] ?? 0]
          ma += x / 64
          mb += y / 64
          aa += (x * x) / 64
          bb += (y * y) / 64
          ab += (x * y) / 64
        }
      const spread = aa - ma * ma + (bb - mb * mb)
      sum +=
        ((2 * ma * mb + steady) * (2 * (ab - ma * mb) + lively)) / ((ma * ma + mb * mb + steady) * (spread + lively))
      windows += 1
    }
  return sum / windows
}

/** By how many whole pixels, at most two either way, the second picture fits the first best. */
export function bestShift(a: Uint8ClampedArray | Uint8Array, b: typeof a, { width, height }: Size): [number, number] {
  const [first, second] = [brightness(a), brightness(b)]
  let best: [number, number] = [0, 0]
  let least = Number.POSITIVE_INFINITY
  for (let down = -2; down <= 2; down += 1)
    for (let across = -2; across <= 2; across += 1) {
      let off = 0
      for (let row = 2; row < height - 2; row += 1)
        for (let column = 2; column < width - 2; column += 1)
          off += Math.abs((first[row * width + column] ?? 0) - (second[(row + down) * width + column + across] ?? 0))
      if (off < least) [least, best] = [off, [across, down]]
    }
  return best
}

function brightness(pixels: Uint8ClampedArray | Uint8Array): Float32Array {
  const out = new Float32Array(pixels.length / 4)
  for (let at = 0; at < out.length; at += 1)
    out[at] = 0.299 * (pixels[at * 4] ?? 0) + 0.587 * (pixels[at * 4 + 1] ?? 0) + 0.114 * (pixels[at * 4 + 2] ?? 0)
  return out
}
