import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackFault, PackFiles } from '@riverside/content'

/** The only names a pack's files may have: what climbs out, hides or is none of ours never gets a path. */
const packPath =
  /^(?:pack\.json|(?:stops|nodes|scenes|stories)\/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.json|\.(?:zh|en)\.md)|media\/(?:[a-z0-9_-]+\/)*[a-z0-9_-]+\.(?:webp|jpg|png|opus|ogg|mp3|wav)|media\/(?:[a-z0-9_-]+\/)+tiles\.json)$/

export const isPackPath = (path: string): boolean => path.length <= 200 && packPath.test(path)

export const strangePathFault = (path: string): PackFault => ({
  file: path.slice(0, 120),
  where: '',
  what: { zh: '内容包里放不了叫这个名字的文件', en: 'a file of this name has no place in a pack' },
  remedy: {
    zh: '只放 pack.json、stops/、nodes/、scenes/、stories/ 和 media/，用小写字母、数字和连字符；别的都拿掉。',
    en: 'Keep to pack.json, stops/, nodes/, scenes/, stories/ and media/, with small letters, figures and hyphens; leave everything else out.',
  },
})

/** Every file below a pack's folder, as paths with `/`; hidden files of editors and systems are passed over, links are not followed. */
export async function listPack(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
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
  for (const path of paths.toSorted()) {
    const bytes = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex')
    whole.update(`${path}\0${bytes}\n`)
  }
  return whole.digest('hex')
}
