import { eyeToWorld, levelSizes, tileSize, tilesAlong, type View } from '@riverside/voyage'
import { seenFrom } from './corridor.ts'
import { entryOf } from './pages.ts'
import type { Stand } from './picture.ts'

/** Pixels of what is drawn on. */
export type Size = { readonly width: number; readonly height: number }

/** A tiled picture being looked at. Angles in radians, `gone` in metres; left and right are edges on the screen, from −1 to 1. */
export type Sight = {
  readonly view: View
  readonly size: Size
  readonly heading: number
  readonly gone: number
  readonly shore: number
  readonly stand: Stand
  readonly left: number
  readonly right: number
}

/** Texels for one pixel of the screen below which a finer level is taken, so that between so many and twice as many are shown. */
export const texelsAPixel = 1

/** Rays are sent so many pixels apart. */
const step = 40

/** Tells for a grid of rays over the screen, edges and all, the entry of the tile that each of them asks for. */
export function lookAt(sight: Sight, face: number, tell: (entry: number) => void): void {
  const { view, size, left, right, gone, shore, stand } = sight
  const [a, b, c, d, e, f, g, h, i] = eyeToWorld(view)
  const tall = Math.tan(view.field / 2)
  const wide = (tall * size.width) / size.height
  const focal = size.height / 2 / tall
  const last = levelSizes(face).length - 1
  const [cosine, sine] = [Math.cos(sight.heading), Math.sin(sight.heading)]
  const columns = Math.max(1, Math.ceil((size.width * (right - left)) / 2 / step))
  const lines = Math.max(1, Math.ceil(size.height / step))
  for (let line = 0; line <= lines; line += 1) {
    const up = (1 - (2 * line) / lines) * tall
    for (let column = 0; column <= columns; column += 1) {
      const across = (left + ((right - left) * column) / columns) * wide
      const long = Math.sqrt(1 + across * across + up * up)
      let x = (a * across + b * up + c) / long
      let y = (d * across + e * up + f) / long
      let z = (g * across + h * up + i) / long
      if (gone !== 0) [x, y, z] = seenFrom([x, y, z], gone, shore, stand)
      tell(entryBehind(x * cosine - z * sine, y, x * sine + z * cosine, long * long, focal, face, last))
    }
  }
}

/** `faceOf`, the level and the tile at once, and nothing made on the way: some thousand times for a frame. The shader's own sum. */
function entryBehind(x: number, y: number, z: number, q: number, focal: number, face: number, last: number): number {
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  const az = Math.abs(z)
  let side = 0
  let u = 0
  let v = 0
  if (az >= ax && az >= ay) {
    side = z > 0 ? 0 : 2
    u = (z > 0 ? x : -x) / az
    v = -y / az
  } else if (ax >= ay) {
    side = x > 0 ? 1 : 3
    u = (x > 0 ? -z : z) / ax
    v = -y / ax
  } else {
    side = y > 0 ? 4 : 5
    u = x / ay
    v = (y > 0 ? z : -z) / ay
  }
  const level = levelFor(1 + u * u + v * v, q, focal, face, last)
  const size = face / 2 ** (last - level)
  return entryOf(level, side, tileBehind(v, size), tileBehind(u, size))
}

const tileBehind = (place: number, size: number): number =>
  Math.min(tilesAlong(size) - 1, Math.floor(((place + 1) * size) / 2 / tileSize))

/**
 * The coarsest level that has enough texels for a pixel. `r` and `q` are the squared lengths of the directions to the point of the face
 * and to the pixel of the screen, both planes at distance 1: there the area of a small solid angle is r^1.5 and q^1.5. `focal`: pixels
 * that one unit of the screen's plane is long.
 */
function levelFor(r: number, q: number, focal: number, face: number, last: number): number {
  const texels = ((face / 2) * (r / q) ** 0.75) / focal
  return Math.min(last, Math.max(0, last - Math.floor(Math.log2(texels / texelsAPixel))))
}
