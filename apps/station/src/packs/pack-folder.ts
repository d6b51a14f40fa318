import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import type { PackFault, PackFiles } from '@riverside/content'

/** Small files read before anybody else has a turn: some milliseconds. */
const readAtOnce = 32

/** The only names a pack's files may have: what climbs out, hides or is none of ours never gets a path. */
const packPath =
  /^(?:pack\.json|(?:stops|nodes|scenes|suggestions|stories|cards|programmes)\/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.json|\.(?:zh|en)\.md)|media\/(?:[a-z0-9_-]+\/)*[a-z0-9_-]+\.(?:webp|jpg|png|opus|ogg|mp3|wav)|media\/(?:[a-z0-9_-]+\/)+tiles\.json)$/

export const isPackPath = (path: string): boolean => path.length <= 200 && packPath.test(path)

export const strangePathFault = (path: string): PackFault => ({
  file: path.slice(0, 120),
  where: '',
  what: { zh: '内容包里放不了叫这个名字的文件', en: 'a file of this name has no place in a pack' },
  remedy: {
    zh: '只放 pack.json、stops/、nodes/、scenes/、suggestions/、stories/、cards/、programmes/ 和 media/，用小写字母、数字和连字符；别的都拿掉。',
    en: 'Keep to pack.json, stops/, nodes/, scenes/, suggestions/, stories/, cards/, programmes/ and media/, with small letters, figures and hyphens; leave everything else out.',
  },
})

/** Every file below a pack's folder, as paths with `/`; hidden files and folders of editors and systems are passed over, links are not followed. */
export async function listPack(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .toSorted()
}

/** A pack's folder as the pure reader wants it. */
export function packFilesOf(folder: string, paths: readonly string[]): PackFiles {
  return {
    paths,
    text: (path) => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, path)))
      } catch {
        return undefined
      }
    },
  }
}

/** The name of a pack's exact content: SHA-256 over every path and the SHA-256 of its bytes, in the order of the paths. */
export async function hashPack(folder: string, paths: readonly string[]): Promise<string> {
  const whole = createHash('sha256')
  for (const { path, sum } of await sumsOf(folder, paths)) whole.update(`${path}\0${sum}\n`)
  return whole.digest('hex')
}

/**
 * SHA-256 of each file of a folder, in the order of the paths. Thousands of small files are read at once far faster than each is waited
 * for; every few the loop lets others in, because a station does this while its screen is running.
 */
export async function sumsOf(
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyArray<{ readonly path: string; readonly sum: string }>> {
  const sums: Array<{ path: string; sum: string }> = []
  for (const path of paths.toSorted()) {
    if (sums.length % readAtOnce === 0) await pause()
    sums.push({
      path,
      sum: createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    })
  }
  return sums
}

/**
 * A print of a folder that costs no reading: it changes whenever a file is added, removed, resized or written again. Two equal
 * prints of one folder mean that nobody has touched it, though not what is in it.
 */
export function outerPrint(folder: string, paths: readonly string[]): string {
  const print = createHash('sha256')
  for (const path of paths.toSorted()) {
    const { size, mtimeMs } = statSync(join(folder, path))
    print.update(`${path}\0${size} ${Math.floor(mtimeMs)}\n`)
  }
  return print.digest('hex')
}
