import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleKiosk, bundleStation } from './bundle.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { runtimeFolder, top } from './places.ts'
import { say, told } from './progress.ts'

type Part = {
  readonly name: string
  /** Files and folders, from the top, whose change asks for a new build. */
  readonly inputs: readonly string[]
  /** What is there once it is built. */
  readonly output: string
  readonly build: () => Promise<void>
}

const parts = {
  exhibits: {
    name: 'The exhibits',
    inputs: ['apps/exhibits', 'packages', 'assets/models', 'assets/fonts'],
    output: 'apps/exhibits/dist/index.html',
    build: () => buildPages('apps/exhibits'),
  },
  console: {
    name: 'The console',
    inputs: ['apps/console', 'packages'],
    output: 'apps/console/dist/index.html',
    build: () => buildPages('apps/console'),
  },
  station: {
    name: 'The station service',
    inputs: ['apps/station', 'packages'],
    output: 'apps/station/dist/main.js',
    build: bundleStation,
  },
  kiosk: {
    name: 'The shell',
    inputs: ['apps/kiosk', 'packages'],
    output: 'apps/kiosk/dist/main.js',
    build: bundleKiosk,
  },
} as const satisfies Record<string, Part>

export type PartName = keyof typeof parts

/** Builds what has changed since it was last built: pages, station service and shell, or only those named. */
export async function buildAll({
  only = Object.keys(parts) as PartName[],
}: {
  only?: readonly PartName[]
} = {}): Promise<void> {
  await oneAtATime(join(runtimeFolder, 'build.lock'), async () => {
    for (const name of only) await buildIfChanged(name, parts[name])
  })
}

async function buildIfChanged(name: PartName, part: Part): Promise<void> {
  const stamp = join(runtimeFolder, 'built', name)
  const print = await fingerprint([
    ...part.inputs,
    'package-lock.json',
    'apps/kiosk/scripts/bundle.ts',
    'apps/kiosk/kept-packages.json',
  ])
  if (existsSync(join(top, part.output)) && (await textOf(stamp)) === print) return
  await rm(stamp, { force: true })
  await told(`Building: ${part.name.toLowerCase()}`, part.build)
  say(`${part.name}: built.`)
  await mkdir(join(runtimeFolder, 'built'), { recursive: true })
  await writeFile(stamp, print)
}

/** Changes whenever a file of the inputs is added, removed or written. Files of tests do not count: they are in no build. */
async function fingerprint(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs) for (const line of await linesOf(join(top, input))) hash.update(line)
  return hash.digest('hex')
}

const notSource = /^(?:node_modules|dist|\.types|\..*|.*\.tsbuildinfo|.*\.test\.tsx?)$/

async function linesOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return []
  if (!found.isDirectory()) return [`${relative(top, path)} ${found.size} ${found.mtimeMs}\n`]
  const names = (await readdir(path)).filter((name) => !notSource.test(name)).sort()
  return (await Promise.all(names.map((name) => linesOf(join(path, name))))).flat()
}

const textOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined)

async function buildPages(folder: string): Promise<void> {
  if (!existsSync(join(top, folder, 'index.html')))
    throw new Error(`${folder}/index.html is missing; without it there is no page to build.`)
  const { build } = await import('vite')
  await build({
    root: join(top, folder),
    logLevel: 'warn',
    build: { rolldownOptions: { checks: { pluginTimings: false } } },
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const unknown = values.only?.find((name) => !(name in parts))
  try {
    if (unknown !== undefined)
      throw new Error(`There is no part “${unknown}”. Parts: ${Object.keys(parts).join(', ')}.`)
    await buildAll(values.only ? { only: values.only as PartName[] } : {})
  } catch (failure) {
    say(failure instanceof Error ? failure.message : String(failure))
    process.exitCode = 1
  }
}
