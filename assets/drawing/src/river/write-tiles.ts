import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Face,
  faceOf,
  faces,
  levelSizes,
  type TilesFile,
  tilePath,
  tileSize,
  tilesAlong,
  vectorOf,
} from '@riverside/voyage'
import sharp, { type Sharp } from 'sharp'
import { type FacePicture, halved } from './face-picture.ts'

export type Cube = Readonly<Record<Face, FacePicture>>

const gutter = 1
const kind = 'webp'
const previewSize = 64

/** A picture all round from which tiles are cut. */
export type DrawnSphere = {
  /** Pixels along one edge of a face at the finest level. */
  readonly size: number
  draw(face: Face): Promise<FacePicture>
}

/** Cuts a sphere into tiles below `folder`, with its `tiles.json` and `preview.webp`; returns the bytes written. What was there goes. */
export async function writeTiles(sphere: DrawnSphere, folder: string): Promise<number> {
  const sizes = levelSizes(sphere.size)
  await rm(folder, { recursive: true, force: true })
  for (const level of sizes.keys()) await mkdir(join(folder, String(level)), { recursive: true })
  const smallest: Partial<Record<Face, FacePicture>> = {}
  let bytes = 0
  for (const face of faces) {
    let picture = await sphere.draw(face)
    for (let level = sizes.length - 1; level >= 0; level -= 1) {
      if (level < sizes.length - 1) picture = halved(picture)
      bytes += await writeFace(picture, face, level, folder)
    }
    smallest[face] = picture
  }
  const cube = smallest as Cube
  const file: TilesFile = { format: 1, face: sphere.size, gutter, kind, preview: await inlined(cube) }
  const json = `${JSON.stringify(file)}\n`
  await writeFile(join(folder, 'tiles.json'), json)
  const preview = await allRound(cube, 512).webp({ quality: 70, effort: 5 }).toFile(join(folder, 'preview.webp'))
  return bytes + json.length + preview.size
}

async function writeFace(picture: FacePicture, face: Face, level: number, folder: string): Promise<number> {
  const wide = picture.size + 2 * picture.border
  const count = tilesAlong(picture.size)
  let bytes = 0
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const { size } = await sharp(picture.pixels, { raw: { width: wide, height: wide, channels: 3 } })
        .extract({
          left: picture.border - gutter + column * tileSize,
          top: picture.border - gutter + row * tileSize,
          width: Math.min(tileSize, picture.size - column * tileSize) + 2 * gutter,
          height: Math.min(tileSize, picture.size - row * tileSize) + 2 * gutter,
        })
        .webp({ quality: 80, effort: 2, smartSubsample: true })
        .toFile(join(folder, tilePath({ level, face, row, column }, kind)))
      bytes += size
    }
  }
  return bytes
}

/** All six faces side by side, as a data URL. */
async function inlined(cube: Cube): Promise<string> {
  const strip = await Promise.all(
    faces.map(async (face, place) => {
      const { size, border, pixels } = cube[face]
      const wide = size + 2 * border
      const input = await sharp(pixels, { raw: { width: wide, height: wide, channels: 3 } })
        .extract({ left: border, top: border, width: size, height: size })
        .resize(previewSize, previewSize)
        .png()
        .toBuffer()
      return { input, left: place * previewSize, top: 0 }
    }),
  )
  const preview = await sharp({
    create: { width: previewSize * faces.length, height: previewSize, channels: 3, background: '#000' },
  })
    .composite(strip)
    .webp({ quality: 60, effort: 6 })
    .toBuffer()
  return `data:image/webp;base64,${preview.toString('base64')}`
}

/** Points taken of a cube for a pixel of the whole sphere, along each side. */
const taken = 3

/** A cube as an equirectangular picture, its front in the middle; for a small one. */
export function allRound(cube: Cube, width: number): Sharp {
  const height = width / 2
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0, k = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0]
      for (let part = 0; part < taken * taken; part++) {
        const across = (x + ((part % taken) + 0.5) / taken) / width
        const down = (y + (Math.floor(part / taken) + 0.5) / taken) / height
        const from = vectorOf({ bearing: (across - 0.5) * 360, elevation: (0.5 - down) * 180 })
        const { face, u, v } = faceOf(from)
        const { size, border, pixels: source } = cube[face]
        const at = (w: number) => border + Math.min(size - 1, Math.floor(((w + 1) / 2) * size))
        const i = (at(v) * (size + 2 * border) + at(u)) * 3
        for (let colour = 0; colour < 3; colour++) sum[colour]! += source[i + colour]!
      }
      for (const total of sum) pixels[k++] = Math.round(total / taken ** 2)
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
