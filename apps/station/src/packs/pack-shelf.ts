import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Pack, type PackFault, readPack } from '@riverside/content'
import { ok, type Result } from '@riverside/kit'
import { atATime } from './at-a-time.ts'
import { checkPack, type Progress } from './check-pack.ts'
import { unpackPackFile } from './pack-file.ts'
import { listPack, outerPrint, packFilesOf } from './pack-folder.ts'

type ShelvedPack = { readonly hash: string; readonly pack: Pack; readonly folder: string }

/**
 * The packs of a station: each that was installed lies below `packs/<hash>`, whole and checked, and `packs/current` names the one on screen. A pack is
 * made ready beside the others and shown by one rename, so a power cut leaves the old or the new, never a mixture.
 */
export type PackShelf = {
  current(): ShelvedPack
  /** The folder of a pack that is still on the shelf: screens may go on showing the one before for a while. */
  folderOf(hash: string): string | undefined
  installFile(file: string, progress?: Progress): Promise<Result<ShelvedPack, readonly PackFault[]>>
  installFolder(folder: string, progress?: Progress): Promise<Result<ShelvedPack, readonly PackFault[]>>
}

/** How many packs before the current one are kept to go back to. */
const keptBefore = 3

/** Files being copied at a time. */
const copiedAtOnce = 8

/**
 * Opens the shelf; where nothing is on it yet, the bundled pack is shown. That one stays where it came with the program: nothing is copied at
 * a first start, and its newer edition is shown by itself as long as no other pack was installed.
 */
export async function openPackShelf(data: string, bundled: string): Promise<Result<PackShelf, readonly PackFault[]>> {
  const home = join(data, 'packs')
  await mkdir(home, { recursive: true })
  await sweep(home)
  const begun = await shownAtStart(home, resolve(bundled))
  if (!begun.ok) return begun
  let current = begun.value
  const folders = new Map((await readdir(home)).filter(isHash).map((hash) => [hash, join(home, hash)]))
  folders.set(current.hash, current.folder)
  const show = async (installed: Promise<Result<ShelvedPack, readonly PackFault[]>>) => {
    const result = await installed
    if (result.ok) {
      current = result.value
      folders.set(current.hash, current.folder)
    }
    return result
  }
  return ok({
    current: () => current,
    folderOf: (hash) => folders.get(hash),
    installFolder: (folder, progress = () => {}) => show(install(home, folder, progress)),
    installFile: (file, progress = () => {}) => show(installFile(home, file, progress)),
  })
}

async function shownAtStart(home: string, bundled: string): Promise<Result<ShelvedPack, readonly PackFault[]>> {
  const named = await readText(join(home, 'current'))
  const remembered = (await readText(join(home, 'bundled'))) ?? ''
  const installed = await readShelved(home, named)
  if (installed && named !== remembered.split(' ')[0]) return ok(installed)
  const taken = await takeBundled(home, bundled, remembered)
  return taken.ok || !installed ? taken : ok(installed)
}

/**
 * The pack that came with the program. Its hash is remembered with an outer print of its folder: reading tens of megabytes at every start
 * would keep the screen dark, and a folder that nobody touched is what it was.
 */
async function takeBundled(
  home: string,
  folder: string,
  remembered: string,
): Promise<Result<ShelvedPack, readonly PackFault[]>> {
  const print = await listPack(folder).then(
    (paths) => outerPrint(folder, paths),
    () => undefined,
  )
  const [hash, before] = remembered.split(' ')
  const same = before !== undefined && print === before ? await readAt(folder, hash) : undefined
  if (same) return ok(same)
  // The program's own tests have opened every picture of it: a first start need not do so again.
  const checked = await checkPack(folder, () => {}, { opensMedia: false })
  if (!checked.ok) return checked
  await writeWhole(join(home, 'bundled'), `${checked.value.hash} ${print}`)
  return ok({ hash: checked.value.hash, pack: checked.value.pack, folder })
}

async function installFile(
  home: string,
  file: string,
  progress: Progress,
): Promise<Result<ShelvedPack, readonly PackFault[]>> {
  const staging = await mkdtemp(join(home, '.coming-'))
  try {
    const unpacked = await unpackPackFile(file, staging)
    if (!unpacked.ok) return unpacked
    return await install(home, staging, progress, { isOurs: true })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function install(
  home: string,
  folder: string,
  progress: Progress,
  // A folder that is ours already lies beside the others and moves; any other is copied.
  { isOurs = false }: { readonly isOurs?: boolean } = {},
): Promise<Result<ShelvedPack, readonly PackFault[]>> {
  const checked = await checkPack(folder, progress)
  if (!checked.ok) return checked
  const { hash, pack, paths } = checked.value
  const place = join(home, hash)
  if (!(await readShelved(home, hash))) {
    const staging = isOurs ? folder : await mkdtemp(join(home, '.coming-'))
    try {
      if (!isOurs) await copyAll(folder, paths, staging)
      await rm(place, { recursive: true, force: true })
      await rename(staging, place)
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  }
  await writeWhole(join(home, 'current'), hash)
  await prune(home, hash)
  return ok({ hash, pack, folder: place })
}

const isHash = (name: string | undefined): name is string => name !== undefined && /^[0-9a-f]{64}$/.test(name)

const readShelved = async (home: string, hash: string | undefined): Promise<ShelvedPack | undefined> =>
  isHash(hash) ? await readAt(join(home, hash), hash) : undefined

async function readAt(folder: string, hash: string | undefined): Promise<ShelvedPack | undefined> {
  if (!isHash(hash)) return undefined
  try {
    const read = readPack(packFilesOf(folder, await listPack(folder)))
    return read.ok ? { hash, pack: read.value, folder } : undefined
  } catch {
    return undefined
  }
}

async function copyAll(folder: string, paths: readonly string[], into: string): Promise<void> {
  for (const below of new Set(paths.map(dirname))) await mkdir(join(into, below), { recursive: true })
  await atATime(copiedAtOnce, paths, (path) => copyFile(join(folder, path), join(into, path)))
}

async function readText(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  )
}

/** Writes a small file so that after a power cut it holds the old text or the new one. */
async function writeWhole(path: string, text: string): Promise<void> {
  const half = `${path}.part`
  await writeFile(half, text, { flush: true })
  await rename(half, path)
  const folder = await open(join(path, '..'))
  await folder.sync()
  await folder.close()
}

async function sweep(home: string): Promise<void> {
  for (const name of await readdir(home))
    if (name.startsWith('.coming-')) await rm(join(home, name), { recursive: true, force: true })
}

async function prune(home: string, shown: string): Promise<void> {
  const history = [
    shown,
    ...((await readText(join(home, 'history'))) ?? '').split('\n').filter((hash) => hash !== shown && hash !== ''),
  ]
  await writeWhole(join(home, 'history'), history.slice(0, keptBefore + 1).join('\n'))
  const kept = new Set(history.slice(0, keptBefore + 1))
  for (const name of await readdir(home))
    if (isHash(name) && !kept.has(name)) await rm(join(home, name), { recursive: true, force: true })
}

export const sayFaults = (faults: readonly PackFault[]): string =>
  faults
    .map(
      (fault) =>
        `  ${fault.file}${fault.where === '' ? '' : ` → ${fault.where}`}\n    ${fault.what.zh}。${fault.remedy.zh}\n    ${fault.what.en}. ${fault.remedy.en}`,
    )
    .join('\n')
