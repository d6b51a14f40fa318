import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type Face,
  faceDirection,
  faces,
  levelSizes,
  type Pixels,
  sampleEquirectangular,
  type TilesFile,
  tilePath,
  tileSize,
  tilesAlong,
} from '@riverside/voyage'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'

/** Red, green and blue of a square in rows from the top, with so many pixels more on every side. */
type Square = { readonly size: number; readonly margin: number; readonly data: Uint8Array }

/** The face a sphere of this width is cut into. */
export const faceFor = (width: number): number => Math.max(1, Math.round(width / Math.PI / tileSize)) * tileSize

/** Cuts a sphere into a folder of tiles the plainest way there is, for the renderer to be judged by. About 4 s for 4096×2048. */
export async function cutTiles(picture: Pixels, folder: string, quality = 80): Promise<TilesFile> {
  const gutter = 2
  const face = faceFor(picture.width)
  const levels = levelSizes(face)
  const write = async (path: string, bytes: Uint8Array | string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const strip: OverlayOptions[] = []
  for (const [index, side] of faces.entries()) {
    let square = faceOf(picture, side, face, gutter * 2 ** (levels.length - 1))
    for (let level = levels.length - 1; level >= 0; level -= 1) {
      for (let row = 0; row < tilesAlong(square.size); row += 1)
        for (let column = 0; column < tilesAlong(square.size); column += 1) {
          const tile = await cut(square, row, column, gutter)
            .webp({ quality, effort: 2, smartSubsample: true })
            .toBuffer()
          await write(tilePath({ level, face: side, row, column }, 'webp'), tile)
        }
      if (level > 0) square = halved(square)
    }
    const small = await cut(square, 0, 0, 0).resize(64, 64).png().toBuffer()
    strip.push({ input: small, left: index * 64, top: 0 })
  }
  const preview = await sharp({ create: { width: 384, height: 64, channels: 3, background: '#000' } })
    .composite(strip)
    .webp({ quality: 60 })
    .toBuffer()
  const file: TilesFile = {
    format: 1,
    face,
    gutter,
    kind: 'webp',
    preview: `data:image/webp;base64,${preview.toString('base64')}`,
  }
  await write('tiles.json', JSON.stringify(file))
  return file
}

function faceOf(picture: Pixels, side: Face, size: number, margin: number): Square {
  const along = size + 2 * margin
  const data = new Uint8Array(along * along * 3)
  const sample = sampleEquirectangular(picture)
  const ink = new Uint8ClampedArray(4)
  for (let row = 0; row < along; row += 1) {
    const v = ((row - margin + 0.5) / size) * 2 - 1
    for (let column = 0; column < along; column += 1) {
      sample(faceDirection(side, ((column - margin + 0.5) / size) * 2 - 1, v), ink, 0)
      const at = (row * along + column) * 3
      data[at] = ink[0] ?? 0
      data[at + 1] = ink[1] ?? 0
      data[at + 2] = ink[2] ?? 0
    }
  }
  return { size, margin, data }
}

/** Every two by two pixels are one. */
function halved({ size, margin, data }: Square): Square {
  const [from, to] = [size + 2 * margin, size / 2 + margin]
  const half = new Uint8Array(to * to * 3)
  for (let row = 0; row < to; row += 1)
    for (let column = 0; column < to; column += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (row * 2 * from + column * 2) * 3 + channel
        const four = (data[at] ?? 0) + (data[at + 3] ?? 0) + (data[at + from * 3] ?? 0) + (data[at + from * 3 + 3] ?? 0)
        half[(row * to + column) * 3 + channel] = Math.round(four / 4)
      }
  return { size: size / 2, margin: margin / 2, data: half }
}

function cut({ size, margin, data }: Square, row: number, column: number, gutter: number): Sharp {
  const along = size + 2 * margin
  const part = (index: number) => Math.min(tileSize, size - index * tileSize) + 2 * gutter
  return sharp(data, { raw: { width: along, height: along, channels: 3 } }).extract({
    left: column * tileSize + margin - gutter,
    top: row * tileSize + margin - gutter,
    width: part(column),
    height: part(row),
  })
}
