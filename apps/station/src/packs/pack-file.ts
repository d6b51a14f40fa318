import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PackFault } from '@riverside/content'
import { fail, ok, parseJson, type Result } from '@riverside/kit'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { z } from 'zod'
import { isPackPath, strangePathFault, sumsOf } from './pack-folder.ts'

/** The largest pack that is unpacked, and the highest share by which a file may have been squeezed (a bomb has more). */
export const packLimits = { bytes: 2 * 2 ** 30, ratio: 100, files: 20_000 } as const

/** The list inside a pack's file that says what each of its files must be, byte for byte. */
const manifestName = 'manifest.json'
const Manifest = z.strictObject({ sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) })

/** Writes a folder as one file. Same content, same bytes: no times, fixed order; pictures and voices are stored as they are. */
export async function writePackFile(folder: string, paths: readonly string[], out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true })
  const half = `${out}.part`
  const zip = new yazl.ZipFile()
  const options = { mtime: new Date(315_532_800_000), mode: 0o100644 }
  const sums = Object.fromEntries((await sumsOf(folder, paths)).map(({ path, sum }) => [path, sum]))
  zip.addBuffer(Buffer.from(JSON.stringify({ sha256: sums } satisfies z.infer<typeof Manifest>)), manifestName, options)
  for (const path of Object.keys(sums))
    zip.addFile(join(folder, path), path, { ...options, compress: !path.startsWith('media/') })
  zip.end()
  try {
    await pipeline(zip.outputStream, createWriteStream(half))
    await rename(half, out)
  } finally {
    await rm(half, { force: true })
  }
}

/**
 * Unpacks a pack's file below `into`, which must be empty. Every entry is judged before a byte of it is written: a name that
 * climbs out, is absolute, a link, or simply none of ours ends the whole import.
 */
export async function unpackPackFile(
  file: string,
  into: string,
): Promise<Result<readonly string[], readonly PackFault[]>> {
  const faults: PackFault[] = []
  const names = new Set<string>()
  let total = 0
  let zip: yauzl.ZipFile
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch {
    return fail([notAPack(file)])
  }
  try {
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) {
      const isFolder = entry.fileName.endsWith('/')
      total += entry.uncompressedSize
      if (
        isLink(entry) ||
        (!isFolder && !isPackPath(entry.fileName) && entry.fileName !== manifestName) ||
        entry.fileName.includes('..')
      )
        faults.push(strangePathFault(entry.fileName))
      else if (names.has(entry.fileName))
        faults.push({
          ...strangePathFault(entry.fileName),
          what: { zh: '同一个文件放了两次', en: 'the file is in the pack twice' },
        })
      else if (isBomb(entry, total) || entries.length > packLimits.files)
        return fail([
          {
            file: entry.fileName,
            where: '',
            what: { zh: '内容包解开以后太大，驿站放不下', en: 'the pack unpacks to more than a station can hold' },
            remedy: { zh: '请让一个包小于 2 GiB。', en: 'Keep a pack below 2 GiB.' },
          },
        ])
      else if (!isFolder) entries.push(entry)
      names.add(entry.fileName)
    }
    if (faults.length > 0) return fail(faults)
    for (const entry of entries) {
      const out = join(into, entry.fileName)
      await mkdir(dirname(out), { recursive: true })
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(out))
    }
    return await verify(
      file,
      into,
      entries.map((entry) => entry.fileName),
    )
  } catch (failure) {
    if (/ENOSPC/.test(String(failure))) throw failure
    const named = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(
      failure instanceof Error ? failure.message : '',
    )
    return fail([...faults, named ? strangePathFault(named[1] ?? '') : notAPack(file)])
  } finally {
    zip.close()
  }
}

/** Holds what was unpacked against the list that came with it, then puts the list away. */
async function verify(
  file: string,
  into: string,
  names: readonly string[],
): Promise<Result<readonly string[], readonly PackFault[]>> {
  const text = await readFile(join(into, manifestName), 'utf8').catch(() => '')
  const manifest = Manifest.safeParse(parseJson(text))
  if (!manifest.success) return fail([notAPack(file)])
  await rm(join(into, manifestName))
  const paths = names.filter((name) => name !== manifestName)
  const promised = Object.keys(manifest.data.sha256)
  const there = new Set(paths)
  const lost = promised.filter((path) => !there.has(path))
  const faults = lost.map(
    (path): PackFault => ({
      ...notAPack(file),
      where: path,
      what: { zh: '包里缺了这个文件', en: 'a file of the pack is missing from its archive' },
    }),
  )
  for (const { path, sum } of await sumsOf(into, paths))
    if (manifest.data.sha256[path] !== sum)
      faults.push({
        ...notAPack(file),
        where: path,
        what: { zh: '这个文件和打包时不一样了', en: 'the file is not what it was when the pack was built' },
      })
  return faults.length > 0 ? fail(faults) : ok(paths)
}

const notAPack = (file: string): PackFault => ({
  file: file.split('/').at(-1) ?? file,
  where: '',
  what: {
    zh: '这不是一个完整的内容包，可能没拷完',
    en: 'this is not a whole pack file; it may have been cut off while it was copied',
  },
  remedy: {
    zh: '用 npm run pack -- build 重新打包，再拷一次。',
    en: 'Build it again with “npm run pack -- build”, and copy it afresh.',
  },
})

const isLink = (entry: yauzl.Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

const isBomb = (entry: yauzl.Entry, total: number): boolean =>
  total > packLimits.bytes ||
  (entry.uncompressedSize > 65_536 && entry.uncompressedSize > packLimits.ratio * Math.max(1, entry.compressedSize))
