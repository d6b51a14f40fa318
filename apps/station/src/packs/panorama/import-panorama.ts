import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { PackFault } from '@riverside/content'
import { fail, ok, type Result } from '@riverside/kit'
import { type Face, faces, levelSizes, type TilesFile, tilePath, tileSize, tilesAlong } from '@riverside/voyage'
import sharp, { type Sharp } from 'sharp'
import { lightBeside } from './beside.ts'
import { FaceWorkers } from './face-workers.ts'
import { lookOver } from './look-over.ts'
import type { Remark } from './remark.ts'
import { type FaceRaster, type Pixels, shrunk } from './resample.ts'
import { damaged, decodeSphere, openSphereFile, sphereLimits } from './sphere-file.ts'

export type ImportWishes = {
  readonly kind: TilesFile['kind']
  /** 1 to 100. */
  readonly quality: number
  /** Pixels along one edge of a face at the finest level; what the picture gives where absent. */
  readonly face?: number
  /** Another picture or folder of tiles next to which this one will be seen. */
  readonly beside?: string
}

export type Imported = {
  /** Of the picture, as it is shown. */
  readonly width: number
  readonly height: number
  readonly face: number
  readonly tiles: number
  readonly bytes: number
  readonly heading: number | undefined
  readonly remarks: readonly Remark[]
}

export type ImportProgress = (done: number, of: number, stage: 'reading' | 'cutting') => void

/**
 * A step more of effort costs half as much again and saves a twentieth. Colour is thinned out with care, for cut pictures have their edges
 * in colour: a close view of one is 37.2 dB like its source without it.
 */
const effort = 2
const gutter = 1
const previewSize = 64
/** Tiles being encoded at a time: enough to keep two cores busy, few enough to be nothing in memory. */
const encodedAtOnce = 4

/**
 * Turns an equirectangular picture into a folder of tiles at `out`. The folder is made beside its place and put there whole at the end: an
 * import that fails or is cancelled leaves nothing. An earlier import at the same place is replaced; any other folder is not.
 */
export async function importPanorama(
  file: string,
  out: string,
  wishes: ImportWishes,
  { progress, cancelled }: { readonly progress: ImportProgress; readonly cancelled: AbortSignal },
): Promise<Result<Imported, PackFault>> {
  const place = resolve(out)
  const occupied = await placeFault(place)
  if (occupied) return fail(occupied)
  const opened = await openSphereFile(file)
  if (!opened.ok) return opened
  const beside = wishes.beside === undefined ? undefined : await lightBeside(wishes.beside)
  if (beside && !beside.ok) return beside
  cancelled.throwIfAborted()
  await mkdir(dirname(place), { recursive: true })
  const staging = await mkdtemp(join(dirname(place), `.${basename(place)}-coming-`))
  try {
    progress(0, 1, 'reading')
    const { width, height } = opened.value
    const face = wishes.face ?? faceFor(width)
    const pixels = new SharedArrayBuffer(width * height * 3)
    const data = new Uint8Array(pixels)
    const sphere: Pixels = { width, height, data }
    const taken = takenFor(face, width)
    const levels = levelSizes(face).length
    // The threads come to life while the picture is being read.
    using workers = await FaceWorkers.start({ width, height, pixels, taken, face, levels, gutter })
    const decoded = join(staging, 'decoded.v')
    const start = await decodeSphere(opened.value, decoded)
    cancelled.throwIfAborted()
    if (start === undefined) return fail(damaged(file))
    await readInto(data, decoded, start)
    await rm(decoded)
    const small = shrunk(sphere, 512)
    const judge = lookOver(sphere, beside?.value)
    const averaged = workers.averagePolarRows()
    const remarks = [...opened.value.remarks, ...judge()]
    await averaged
    const made = join(staging, 'made')
    const cut = await cutTiles(workers, made, { ...wishes, face }, { progress, cancelled })
    await sharp(small.data, { raw: { width: small.width, height: small.height, channels: 3 } })
      .webp({ quality: 70, effort: 5 })
      .toFile(join(made, 'preview.webp'))
    cancelled.throwIfAborted()
    await put(made, place)
    return ok({ width, height, face, ...cut, remarks, heading: opened.value.heading })
  } finally {
    await rm(staging, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The edge of a face as fine as the picture in its middle: a turn of 2π spans the width, a face the tangents from −1 to 1. */
const faceFor = (width: number): number => Math.max(tileSize, Math.round(width / Math.PI / tileSize) * tileSize)

/**
 * The edge at which a face is taken from the picture. One much coarser than the picture would alias, so it is taken at a doubled edge and
 * averaged down.
 */
function takenFor(face: number, width: number): number {
  let taken = face
  while (taken < (0.9 * width) / Math.PI) taken *= 2
  return taken
}

async function placeFault(place: string): Promise<PackFault | undefined> {
  const there = await readdir(place).catch(() => (existsSync(place) ? ['a file'] : []))
  if (there.length === 0 || there.includes('tiles.json')) return undefined
  return {
    file: place,
    where: '',
    what: { zh: '这里已经有别的东西', en: 'something else is there already' },
    remedy: { zh: '给 --out 一个新的文件夹名。', en: 'Give --out the name of a new folder.' },
  }
}

async function put(made: string, place: string): Promise<void> {
  const old = `${made}-before`
  await rename(place, old).catch(() => {})
  await rename(made, place)
}

async function readInto(pixels: Uint8Array, file: string, start: number): Promise<void> {
  const handle = await open(file)
  try {
    const band = Buffer.allocUnsafe(2 ** 24)
    for (let at = 0; at < pixels.length; ) {
      const { bytesRead } = await handle.read(band, 0, Math.min(band.length, pixels.length - at), start + at)
      if (bytesRead === 0) throw new Error('The decoded picture is shorter than it was')
      pixels.set(band.subarray(0, bytesRead), at)
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
}

async function cutTiles(
  workers: FaceWorkers,
  folder: string,
  { kind, quality, face }: ImportWishes & { readonly face: number },
  { progress, cancelled }: { readonly progress: ImportProgress; readonly cancelled: AbortSignal },
): Promise<{ tiles: number; bytes: number }> {
  const sizes = levelSizes(face)
  for (const level of sizes.keys()) await mkdir(join(folder, String(level)), { recursive: true })
  const all = sizes.reduce((sum, size) => sum + faces.length * tilesAlong(size) ** 2, 0)
  const total = { tiles: 0, bytes: 0 }
  const strip: Partial<Record<Face, Buffer>> = {}
  const threads = sharp.concurrency()
  // Several tiles are encoded side by side; each by one thread.
  sharp.concurrency(1)
  try {
    await workers.eachFace(async (side, levels) => {
      const waiting = levels.flatMap((raster, index) => cutsOf(raster, side, sizes.length - 1 - index))
      const encode = async () => {
        for (let cut = waiting.shift(); cut; cut = waiting.shift()) {
          cancelled.throwIfAborted()
          const picture = pictureOf(cut.raster).extract(cut.area)
          const { size } = await (kind === 'webp'
            ? picture.webp({ quality, effort, smartSubsample: true })
            : picture.jpeg({ quality })
          ).toFile(join(folder, tilePath(cut.address, kind)))
          total.tiles += 1
          total.bytes += size
          progress(total.tiles, all, 'cutting')
        }
      }
      // All of them, even when one fails: whoever clears up afterwards finds nobody still writing.
      const ended = await Promise.allSettled(Array.from({ length: encodedAtOnce }, encode))
      for (const each of ended) if (each.status === 'rejected') throw each.reason
      const coarsest = levels.at(-1)
      if (coarsest) strip[side] = await likeness(coarsest)
    })
    const preview = await inlined(faces.map((side) => strip[side] ?? Buffer.alloc(0)))
    const file = { format: 1, face, gutter, kind, preview } satisfies TilesFile
    await writeFile(join(folder, 'tiles.json'), `${JSON.stringify(file)}\n`)
    return total
  } finally {
    sharp.concurrency(threads)
  }
}

type Cut = {
  readonly raster: FaceRaster
  readonly address: { readonly level: number; readonly face: Face; readonly row: number; readonly column: number }
  readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
}

function cutsOf(raster: FaceRaster, face: Face, level: number): readonly Cut[] {
  const { size, margin } = raster
  const count = tilesAlong(size)
  return Array.from({ length: count * count }, (_, index): Cut => {
    const [row, column] = [Math.floor(index / count), index % count]
    return {
      raster,
      address: { level, face, row, column },
      area: {
        left: margin - gutter + column * tileSize,
        top: margin - gutter + row * tileSize,
        width: Math.min(tileSize, size - column * tileSize) + 2 * gutter,
        height: Math.min(tileSize, size - row * tileSize) + 2 * gutter,
      },
    }
  })
}

function pictureOf({ size, margin, data }: FaceRaster): Sharp {
  const edge = size + 2 * margin
  return sharp(data, { raw: { width: edge, height: edge, channels: 3 }, limitInputPixels: sphereLimits.width ** 2 })
}

async function likeness(raster: FaceRaster): Promise<Buffer> {
  const { size, margin } = raster
  return await pictureOf(raster)
    .extract({ left: margin, top: margin, width: size, height: size })
    .resize(previewSize, previewSize)
    .png()
    .toBuffer()
}

/** All six faces side by side as a data URL short enough for `tiles.json`, coarser where the picture is restless. */
async function inlined(strip: readonly Buffer[]): Promise<string> {
  const create = { width: previewSize * faces.length, height: previewSize, channels: 3, background: '#000' } as const
  const whole = sharp({ create }).composite(strip.map((input, index) => ({ input, left: index * previewSize, top: 0 })))
  for (const quality of [60, 30, 10, 1]) {
    const bytes = await whole.clone().webp({ quality, effort: 6 }).toBuffer()
    if (bytes.length < 17_000) return `data:image/webp;base64,${bytes.toString('base64')}`
  }
  throw new Error('A preview of 64 pixels a face does not fit into 17,000 bytes')
}
