import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPack } from '@riverside/content'
import { fail, ok, type Result } from '@riverside/kit'
import { listPack, packFilesOf } from '../packs/pack-folder.ts'
import { sayFaults } from '../packs/pack-shelf.ts'
import { openCardLetters } from '../postcard/card-letters.ts'
import { readStationFile, sayStationFileProblem } from '../read-station-file.ts'
import { sceneFile, stationFile } from './page-files.ts'
import { buildPhonePage, standingAlone } from './phone-page.ts'

/** Writes the page for cards in links as a folder that needs nothing else: the page, a file for each scene of a pack and for each station. */
export async function writePage(asked: {
  readonly out: string
  readonly pack: string
  /** Station files. */
  readonly stations: readonly string[]
}): Promise<Result<string, string>> {
  const read = readPack(packFilesOf(asked.pack, await listPack(asked.pack).catch(() => [])))
  if (!read.ok) return fail(`${asked.pack}:\n${sayFaults(read.error)}`)
  const letters = openCardLetters()
  const files: Array<readonly [string, string]> = [['index.html', standingAlone(await buildPhonePage())]]
  for (const file of asked.stations) {
    const station = await readStationFile(file)
    if (!station.ok) return fail(sayStationFileProblem(station.error))
    const { id, name, place } = station.value.station
    files.push([`stations/${id}.js`, stationFile(id, { name, place }, letters)])
  }
  for (const scene of read.value.scenes)
    files.push([`scenes/${scene.id}.js`, await sceneFile(scene, { ...read.value, folder: asked.pack }, letters)])
  for (const folder of ['scenes', 'stations']) await mkdir(join(asked.out, folder), { recursive: true })
  for (const [file, text] of files) await writeFile(join(asked.out, file), text)
  return ok(files.map(([file, { length }]) => `${join(asked.out, file)}  ${Math.ceil(length / 1024)} KB`).join('\n'))
}
