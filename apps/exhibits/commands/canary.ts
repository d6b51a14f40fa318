import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import sharp from 'sharp'
import { openLab } from './lab-session.ts'
import { picturesOf, repeatedForCamera } from './mjpeg.ts'
import { findCode, marked } from './pixel-code.ts'

export type CanaryReport = {
  readonly seconds: number
  /** Pictures the reader looked at, and files that were looked into: a run without either proves nothing. */
  readonly looks: number
  readonly files: number
  /** Files in which something of the camera's pictures was found, with how. Must be empty. */
  readonly hits: readonly string[]
  /** How many of the ten files planted among them were found. Must be all. */
  readonly planted: { readonly laid: number; readonly found: number }
  /** Packets that left by the sink of a network of its own; absent where there is none. */
  readonly packets?: number
}

/** Milliseconds between two looks at the shared memory, where files live but a moment. */
const glance = 150
/** Larger files are read in part: no browser keeps more in one. */
const mostBytes = 256 * 1024 * 1024

/**
 * Meters a clip that carries a code in every picture, as the kiosk does, and looks for the code in every file that came to be
 * meanwhile: the browser's own folder, the folder for temporary files, the shared memory of this machine. In between, copies of a
 * picture are planted in every form; they must be found, or the looking is worth nothing.
 * @param place an empty folder of its own; left as it is found afterwards.
 */
export async function runCanary(seconds: number, place: string): Promise<CanaryReport> {
  const clip = join(place, 'clip.mjpeg')
  await writeFile(clip, await codedClip())
  const temporary = join(place, 'temporary')
  await mkdir(temporary, { recursive: true })
  const usual = process.env.TMPDIR
  process.env.TMPDIR = temporary
  try {
    const began = Date.now()
    const watched: Watched = { hits: new Map(), seen: new Set() }
    const sink = sinkPackets()
    let looks = 0
    {
      await using lab = await openLab({ clip })
      await lab.page.evaluate(() => window.lab.start())
      let isOver = false
      const metering = lab.page.evaluate((length) => window.lab.meter('real', 'ambient', length), seconds * 1000)
      const glancing = (async () => {
        while (!isOver) {
          await lookThrough('/dev/shm', began, watched)
          await new Promise((settle) => setTimeout(settle, glance))
        }
      })()
      looks = (await metering).looks.length
      isOver = true
      await glancing
      await lookThrough(temporary, 0, watched)
    }
    await lookThrough(temporary, 0, watched)
    const packets = sinkPackets()
    const planted = await plantAndFind(temporary, await readFile(clip))
    return {
      seconds,
      looks,
      files: watched.seen.size,
      hits: [...watched.hits].map(([path, found]) => `${relative(place, path)}: ${found.join(', ')}`),
      planted,
      ...(packets === undefined ? {} : { packets: packets - (sink ?? 0) }),
    }
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    await rm(temporary, { recursive: true, force: true })
    await rm(clip, { force: true })
  }
}

/** People walking by, each picture marked. */
async function codedClip(): Promise<Buffer> {
  await using artist = await openLab()
  const drawn = await artist.page.evaluate(() => window.lab.draw(1, 3))
  const pictures: Buffer[] = []
  for (const picture of drawn.pictures) pictures.push(await marked(Buffer.from(picture, 'base64')))
  return repeatedForCamera(pictures)
}

type Watched = { readonly hits: Map<string, readonly string[]>; readonly seen: Set<string> }

/** Looks into every file below a folder that was changed since then; what has gone meanwhile is gone. */
async function lookThrough(folder: string, since: number, watched: Watched): Promise<void> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const name of names.filter((each) => each.isFile())) {
    const path = join(name.parentPath, name.name)
    const facts = await stat(path).catch(() => undefined)
    if (facts === undefined || facts.mtimeMs < since || facts.size === 0) continue
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined) continue
    watched.seen.add(path)
    const found = await findCode(bytes.subarray(0, mostBytes))
    if (found.length > 0) watched.hits.set(path, found)
  }
}

/** One picture of the clip, as a careless program might leave it: as bytes and as pictures, whole and smaller, among other bytes. */
async function plantAndFind(folder: string, clip: Buffer): Promise<{ laid: number; found: number }> {
  const picture = picturesOf(clip)[30] ?? Buffer.alloc(0)
  const noise = Buffer.from('a log line that says nothing\n'.repeat(40))
  const forms = [sharp(picture), sharp(picture).resize(256)].flatMap((form) => [
    form.clone().raw().toBuffer(),
    form.clone().ensureAlpha().raw().toBuffer(),
    form.clone().greyscale().raw().toBuffer(),
    form.clone().jpeg({ quality: 75 }).toBuffer(),
    form.clone().webp({ quality: 75 }).toBuffer(),
  ])
  const watched: Watched = { hits: new Map(), seen: new Set() }
  const plot = join(folder, 'planted')
  await mkdir(plot)
  for (const [index, form] of (await Promise.all(forms)).entries())
    await writeFile(join(plot, `${index}`), Buffer.concat([noise, form, noise]))
  await lookThrough(plot, 0, watched)
  return { laid: forms.length, found: watched.hits.size }
}

/** Packets sent by the interface `sink`, which a network of one's own may have as its way to everywhere. */
function sinkPackets(): number | undefined {
  try {
    return Number(readFileSync('/sys/class/net/sink/statistics/tx_packets', 'utf8'))
  } catch {
    return undefined
  }
}
