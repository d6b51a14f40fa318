import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildAll } from './build.ts'
import { electronRuntime } from './electron-runtime.ts'
import { runtimeFolder, top } from './places.ts'
import { say, told } from './progress.ts'
import { run } from './run.ts'

const usage = `npm run package -- [--target dir|AppImage|deb]
  Packs the station for Linux into .runtime/packages. A folder (dir, which is meant where nothing is said) can be packed
  with the development runtime; AppImage and deb are releases and take the official Electron only.`

/** Where a packed folder lies. */
export const packedFolder = join(runtimeFolder, 'packages', 'linux-unpacked')

/** Builds what has changed and packs it with electron-builder and the Electron of this machine. */
export async function packStation(target: 'dir' | 'AppImage' | 'deb'): Promise<void> {
  const electron = await electronRuntime({ official: target !== 'dir' })
  await buildAll()
  const words = [
    '--linux',
    target,
    '--publish',
    'never',
    `-c.electronDist=${electron.dist}`,
    `-c.electronVersion=${electron.version}`,
  ]
  const builder = join(top, 'node_modules', 'electron-builder', 'cli.js')
  await told('Packing', () => run(process.execPath, [builder, ...words], { cwd: top }))
  say(`Packed: ${join(runtimeFolder, 'packages')}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { target: { type: 'string', default: 'dir' } } })
  if (values.target === 'dir' || values.target === 'AppImage' || values.target === 'deb')
    await packStation(values.target)
  else {
    say(usage)
    process.exitCode = 1
  }
}
