import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Face, faces, levelSizes, type TilesFile, tilePath, tileSize, tilesOf } from '@riverside/voyage'
import sharp from 'sharp'
import { writeSmallPack } from './pack-for-tests.ts'

/** Writes the small pack with so many tiled spheres, two to a node; a sphere of face 1536 is 84 tiles of some 16 KB. */
export async function writeTiledPack(folder: string, spheres: number, face = 1536): Promise<string> {
  await writeSmallPack(folder)
  const write = async (path: string, bytes: string | Buffer) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const tiles = new Map<string, Buffer>()
  const strip = await flat(64 * faces.length, 64)
  const file: TilesFile = {
    format: 1,
    face,
    gutter: 1,
    kind: 'webp',
    preview: `data:image/webp;base64,${strip.toString('base64')}`,
  }
  const sizes = levelSizes(face)
  const edge = (level: number, place: number) => Math.min(tileSize, (sizes[level] ?? 0) - place * tileSize) + 2
  for (let index = 0; index < spheres; index += 1) {
    const node = Math.floor(index / 2)
    const sphere = `media/nodes/tiled-${node}/${index % 2 === 0 ? 'now' : 'then'}`
    for (const tile of tilesOf(face)) {
      const [width, height] = [edge(tile.level, tile.column), edge(tile.level, tile.row)]
      const name = `${width} ${height} ${tile.face}`
      const bytes = tiles.get(name) ?? (await grained(width, height, tile.face))
      tiles.set(name, bytes)
      await write(`${sphere}/${tilePath(tile, 'webp')}`, bytes)
    }
    await write(`${sphere}/tiles.json`, JSON.stringify(file))
    await write(`${sphere}/preview.webp`, await flat(512, 256))
  }
  for (let node = 0; node < Math.floor(spheres / 2); node += 1) {
    const place = (age: string) => ({
      picture: `media/nodes/tiled-${node}/${age}/tiles.json`,
      preview: `media/nodes/tiled-${node}/${age}/preview.webp`,
      buildings: [],
    })
    await write(
      `nodes/tiled-${node}.json`,
      JSON.stringify({
        id: `tiled-${node}`,
        chainage: 50 + node * 90,
        stand: { fromQuay: 60, aboveWater: 7 },
        heading: 0,
        arrival: { bearing: 0, elevation: 5, field: 60 },
        now: place('now'),
        then: { ...place('then'), dated: { zh: '约1930年', en: 'about 1930' } },
      }),
    )
  }
  return folder
}

const flat = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#1F4E5A' } })
    .webp()
    .toBuffer()

/** A tile as heavy as one of a drawing, each face another. */
async function grained(width: number, height: number, face: Face): Promise<Buffer> {
  const data = new Uint8Array(width * height * 3)
  let seed = 7 + faces.indexOf(face)
  for (let at = 0; at < data.length; at += 3) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    const wave = 128 + 40 * Math.sin(((at / 3) % width) / 9) * Math.cos(at / 3 / width / 7)
    data.fill(wave + (seed >>> 28) - 8, at, at + 3)
  }
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .webp({ quality: 60, effort: 2 })
    .toBuffer()
}
