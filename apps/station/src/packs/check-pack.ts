import { open, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Pack, type PackFault, readPack, reviewPack } from '@riverside/content'
import { fail, ok, type Result } from '@riverside/kit'
import sharp, { type Sharp } from 'sharp'
import { atATime } from './at-a-time.ts'
import { hashPack, isPackPath, listPack, packFilesOf, strangePathFault } from './pack-folder.ts'
import { findTiledSpheres, type Measure } from './tiled-spheres.ts'

export type CheckedPack = {
  readonly pack: Pack
  readonly hash: string
  readonly paths: readonly string[]
  /** Of pictures and voices. */
  readonly bytes: number
  /** What a curator should look at, though nothing of it keeps the pack from being shown. */
  readonly hints: readonly PackFault[]
}

/** Files being opened at a time: decoding keeps two cores busy, and reading waits for the disk meanwhile. */
const openedAtOnce = 4

/** Hears how far a long check has come. */
export type Progress = (done: number, of: number, what: string) => void

/**
 * Checks the pack in a folder as a whole: texts by their schemas, what a visitor could not reach, touch or read, and every picture and voice
 * by opening it. Pictures are decoded to the last pixel, so that a file cut in the middle is found here and not on the screen. `opensMedia:
 * false` is for a pack that was checked when the program was made: it is read, and neither opened nor judged again.
 */
export async function checkPack(
  folder: string,
  progress: Progress = () => {},
  { opensMedia = true }: { readonly opensMedia?: boolean } = {},
): Promise<Result<CheckedPack, readonly PackFault[]>> {
  const root = resolve(folder)
  let paths: readonly string[]
  try {
    paths = await listPack(root)
  } catch {
    return fail([
      {
        file: folder,
        where: '',
        what: { zh: '没有这个文件夹', en: 'there is no such folder' },
        remedy: { zh: '请指明放着 pack.json 的那个文件夹。', en: 'Name the folder that holds pack.json.' },
      },
    ])
  }
  const strange = paths.filter((path) => !isPackPath(path)).map(strangePathFault)
  const read = readPack(packFilesOf(root, paths))
  const faults = [...strange, ...(read.ok ? [] : read.error)]
  const hints: PackFault[] = []
  let bytes = 0
  if (opensMedia) {
    const review = read.ok ? reviewPack(read.value) : { faults: [], hints: [] }
    const spheres = await findTiledSpheres(root, paths, read.ok ? read.value : undefined)
    faults.push(...review.faults, ...spheres.faults)
    hints.push(...review.hints, ...spheres.hints)
    const media = paths.filter((path) => path.startsWith('media/') && isPackPath(path))
    const found = await openAll(root, media, spheres.tiles, read.ok ? read.value : undefined, progress)
    for (const each of found) {
      faults.push(...each.faults)
      bytes += each.bytes
    }
  }
  if (faults.length > 0 || !read.ok) return fail(faults)
  return ok({ pack: read.value, hash: await hashPack(root, paths), paths, bytes, hints })
}

type Opened = { readonly bytes: number; readonly faults: readonly PackFault[] }

async function openAll(
  root: string,
  media: readonly string[],
  tiles: ReadonlyMap<string, Measure>,
  pack: Pack | undefined,
  progress: Progress,
): Promise<readonly Opened[]> {
  const threads = sharp.concurrency()
  let done = 0
  // Several small pictures side by side, each by one thread, are twice as fast as one after the other by several.
  sharp.concurrency(1)
  try {
    return await atATime(openedAtOnce, media, async (path) => {
      progress(done, media.length, path)
      const tile = tiles.get(path)
      const opened = tile ? await openTile(root, path, tile) : await openMedia(root, path, pack)
      done += 1
      return opened
    })
  } finally {
    sharp.concurrency(threads)
  }
}

async function openTile(root: string, path: string, wanted: Measure): Promise<Opened> {
  try {
    const bytes = await readFile(join(root, path))
    const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: 2 ** 20 })
    const { width, height } = await picture.metadata()
    await decode(picture)
    const fits = width === wanted.width && height === wanted.height
    return { bytes: bytes.length, faults: fits ? [] : [wrongTile(path, { width, height }, wanted)] }
  } catch {
    return { bytes: 0, faults: [notDecodable(path)] }
  }
}

const wrongTile = (path: string, is: Measure, wanted: Measure): PackFault => ({
  file: path,
  where: '',
  what: {
    zh: `这一块是 ${is.width} × ${is.height}，应是 ${wanted.width} × ${wanted.height}`,
    en: `the tile is ${is.width} × ${is.height} and has to be ${wanted.width} × ${wanted.height}`,
  },
  remedy: { zh: '整个文件夹重新导入或者重新拷。', en: 'Import the picture again, or copy the whole folder afresh.' },
})

/** Reads every byte of a picture and makes few pixels of it, which takes half as long as making all. */
const decode = (picture: Sharp) => picture.resize(8, 8, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer()

async function openMedia(root: string, path: string, pack: Pack | undefined): Promise<Opened> {
  const file = join(root, path)
  const handle = await open(file)
  const head = Buffer.alloc(16)
  const { size } = await handle.stat()
  await handle.read(head, 0, 16, 0)
  await handle.close()
  if (path.endsWith('.json')) return { bytes: size, faults: [] }
  if (/\.(opus|ogg|mp3|wav)$/.test(path))
    return { bytes: size, faults: isSound(path, head) ? [] : [notDecodable(path)] }
  try {
    const picture = sharp(file, { failOn: 'warning', limitInputPixels: 268_402_689 })
    const { width, height } = await picture.metadata()
    await decode(picture)
    return { bytes: size, faults: pack ? sizeFaults(pack, path, width, height) : [] }
  } catch {
    return { bytes: size, faults: [notDecodable(path)] }
  }
}

const notDecodable = (path: string): PackFault => ({
  file: path,
  where: '',
  what: {
    zh: '这个文件打不开：可能没拷完整，也可能不是名字说的那一种',
    en: 'the file cannot be opened as what its name says; it may be cut off or of another kind',
  },
  remedy: { zh: '重新导出，再拷一次。', en: 'Export it again and copy it afresh.' },
})

function isSound(path: string, head: Buffer): boolean {
  if (/\.(opus|ogg)$/.test(path)) return head.toString('latin1', 0, 4) === 'OggS'
  if (path.endsWith('.wav'))
    return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WAVE'
  return head.toString('latin1', 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0)
}

function sizeFaults(pack: Pack, path: string, width: number, height: number): readonly PackFault[] {
  const isPanorama = pack.nodes
    .flatMap((node) => [node.now, node.then ?? node.now])
    .some(({ picture, preview }) => picture === path || preview === path)
  if (isPanorama && width !== 2 * height)
    return [
      {
        file: path,
        where: '',
        what: {
          zh: `全景图的宽应是高的两倍，这张是 ${width} × ${height}`,
          en: `a panorama is twice as wide as high, this is ${width} × ${height}`,
        },
        remedy: { zh: '请按整个球面（等距柱状）导出。', en: 'Export it as a full equirectangular sphere.' },
      },
    ]
  const isScene = pack.scenes.some((scene) => scene.picture === path)
  if (isScene && (width < 1181 || height < 992))
    return [
      {
        file: path,
        where: '',
        what: { zh: `${width} × ${height} 像素印出来太粗`, en: `${width} × ${height} pixels print too coarsely` },
        remedy: {
          zh: '至少要 1181 × 992 像素，也就是 100 × 84 毫米、300 dpi。',
          en: 'Give at least 1181 × 992 pixels: 100 × 84 mm at 300 dpi.',
        },
      },
    ]
  return []
}
