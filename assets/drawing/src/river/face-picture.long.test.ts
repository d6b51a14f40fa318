import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Face, faceDirection, faceOf, faces, TilesFile, tilePath, tilesOf } from '@riverside/voyage'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { drawFace, type FacePicture, halved } from './face-picture.ts'
import { hourAt, nodeNamed, standAt } from './nodes.ts'
import { print } from './print.ts'
import { stand } from './stand.ts'
import { sphere } from './view.ts'
import { allRound, type Cube, writeTiles } from './write-tiles.ts'

const unhurried = { timeout: 120_000 }

const node = nodeNamed('yangshupu-shuichang')
const scenery = stand(standAt(node, 'now'))
const hour = hourAt(node, 'now')
const size = 192

const pictures: Partial<Record<Face, FacePicture>> = {}
for (const face of faces) pictures[face] = await drawFace(face, size, node.heading, scenery, hour)
const cube = pictures as Cube

const at = ({ size, border, pixels }: FacePicture, x: number, y: number) => {
  const i = ((y + border) * (size + 2 * border) + x + border) * 3
  return [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!] as const
}
const difference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + Math.abs(value - b[k]!), 0) / a.length
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The pixels along each edge of a face, from its outermost row (0) inwards. */
const rims: Readonly<Record<string, (k: number, inward: number) => readonly [x: number, y: number]>> = {
  left: (k, inward) => [inward, k],
  right: (k, inward) => [size - 1 - inward, k],
  upper: (k, inward) => [k, inward],
  lower: (k, inward) => [k, size - 1 - inward],
}

/** The pixel that lies across an edge from an outermost pixel of a face. */
function across(face: Face, x: number, y: number, rim: string): { readonly face: Face; x: number; y: number } {
  const step = { left: [-1, 0], right: [1, 0], upper: [0, -1], lower: [0, 1] }[rim]!
  const place = (pixel: number) => ((pixel + 0.5) / size) * 2 - 1
  const found = faceOf(faceDirection(face, place(x + step[0]!), place(y + step[1]!)))
  const pixel = (w: number) => Math.min(size - 1, Math.max(0, Math.floor(((w + 1) / 2) * size)))
  return { face: found.face, x: pixel(found.u), y: pixel(found.v) }
}

describe('a cube of faces', () => {
  test('shows no edge: across its edges pixels differ no more than neighbours do beside them', () => {
    const beyond: number[] = []
    const beside: number[] = []
    for (const face of faces) {
      for (const [rim, pixel] of Object.entries(rims)) {
        for (let k = 0; k < size; k++) {
          const [x, y] = pixel(k, 0)
          const other = across(face, x, y, rim)
          beyond.push(difference(at(cube[face], x, y), at(cube[other.face], other.x, other.y)))
          for (const inward of [0, 1, 2])
            beside.push(difference(at(cube[face], ...pixel(k, inward)), at(cube[face], ...pixel(k, inward + 1))))
        }
      }
    }
    expect(mean(beyond)).toBeLessThan(mean(beside) * 1.25)
  })

  test('carries in its border what its neighbours show, at every one of its edges', () => {
    for (const face of faces) {
      for (const [rim, pixel] of Object.entries(rims)) {
        const apart = Array.from({ length: size }, (_, k) => {
          const other = across(face, ...pixel(k, 0), rim)
          return difference(at(cube[face], ...pixel(k, -1)), at(cube[other.face], other.x, other.y))
        })
        expect(mean(apart), `${face} ${rim}`).toBeLessThan(6)
      }
    }
  })

  test('is the same picture as the sphere drawn at once', unhurried, async () => {
    const width = 512
    const whole = print(sphere(width * 2, node.heading), scenery, hour)
    const coarse = { width: width / 8, height: width / 16 }
    const [fromCube, fromSphere] = await Promise.all([
      allRound(cube, width)
        .resize({ ...coarse, fit: 'fill' })
        .raw()
        .toBuffer(),
      sharp(whole.colours, { raw: { width: whole.width, height: whole.height, channels: 3 } })
        .resize({ ...coarse, fit: 'fill' })
        .raw()
        .toBuffer(),
    ])
    const apart = difference([...fromCube], [...fromSphere])
    expect(apart).toBeLessThan(2.5)
  })
})

describe('half a face', () => {
  test('is as light as the whole, not as its bytes: black and white make the grey of half the light', () => {
    const pixels = new Uint8Array(16 * 3)
    for (let i = 0; i < 16; i++) pixels.fill(i % 2 === 0 ? 255 : 0, i * 3, i * 3 + 3)
    const half = halved({ size: 2, border: 1, pixels })
    expect([half.size, half.border]).toEqual([1, 0.5])
    expect([...half.pixels]).toEqual(Array(12).fill(188))
  })
})

describe('the tiles of a sphere', () => {
  const folders: string[] = []
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

  test('are all there, each with its gutter, and their file says so', unhurried, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiles-'))
    folders.push(folder)
    const grey = (of: number): FacePicture => ({
      size: of,
      border: 8,
      pixels: new Uint8Array((of + 16) ** 2 * 3).fill(140),
    })
    await writeTiles({ size: 1536, draw: async () => grey(1536) }, folder)
    const file = TilesFile.parse(JSON.parse(await readFile(join(folder, 'tiles.json'), 'utf8')))
    for (const address of tilesOf(file.face)) {
      const { width, height } = await sharp(join(folder, tilePath(address, file.kind))).metadata()
      const edge = address.level === 0 ? 384 : address.level === 1 && (address.row > 0 || address.column > 0) ? 0 : 512
      if (edge > 0) expect([width, height]).toEqual([edge + 2 * file.gutter, edge + 2 * file.gutter])
    }
    const preview = await sharp(join(folder, 'preview.webp')).metadata()
    expect([preview.width, preview.height]).toEqual([512, 256])
  })
})
