import type { Face } from '@riverside/voyage'
import type { Hour } from './hour.ts'
import { reduced } from './plate.ts'
import { print } from './print.ts'
import type { Scenery } from './scenery.ts'
import { cubeFace } from './view.ts'

/** One face of a cube, `size` pixels along an edge and `border` more on every side; three bytes a pixel, red first. */
export type FacePicture = { readonly size: number; readonly border: number; readonly pixels: Uint8Array }

/** Samples a pixel along each side. */
const oversampled = 1.5

/** Samples beyond every edge of a face: more than half the widest line and the widest slip of a plate together. */
const margin = 12

/** A face drawn with everything that reaches into it from its neighbours; `size` is even. */
export async function drawFace(
  face: Face,
  size: number,
  heading: number,
  scenery: Scenery,
  hour: Hour,
): Promise<FacePicture> {
  const border = margin / oversampled
  const across = size + 2 * border
  const drawn = print(cubeFace(face, size * oversampled, margin, heading), scenery, hour)
  return { size, border, pixels: await reduced(drawn, across, across).raw().toBuffer() }
}

/** Light of every byte of a picture, 0 to 1, by the sRGB curve. */
const light = Float32Array.from({ length: 256 }, (_, byte) => {
  const share = byte / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})
const finest = 16_383
const byteOf = Uint8Array.from({ length: finest + 1 }, (_, step) => {
  const share = step / finest
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055))
})

/** Half the size: every pixel the mean light of four. Size and border are even. */
export function halved(picture: FacePicture): FacePicture {
  const wide = picture.size + 2 * picture.border
  const half = wide / 2
  const { pixels } = picture
  const result = new Uint8Array(half * half * 3)
  for (let y = 0, k = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      let i = (y * 2 * wide + x * 2) * 3
      for (let colour = 0; colour < 3; colour++, i++, k++) {
        const sum =
          light[pixels[i]!]! +
          light[pixels[i + 3]!]! +
          light[pixels[i + wide * 3]!]! +
          light[pixels[i + wide * 3 + 3]!]!
        result[k] = byteOf[Math.round((sum / 4) * finest)]!
      }
    }
  }
  return { size: picture.size / 2, border: picture.border / 2, pixels: result }
}
