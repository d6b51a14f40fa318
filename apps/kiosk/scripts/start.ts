import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildAll } from './build.ts'
import { forElectron, needDebianPackages } from './debian-packages.ts'
import { type ElectronRuntime, electronRuntime } from './electron-runtime.ts'
import { top } from './places.ts'
import { say } from './progress.ts'

const usage = `npm start -- [--config kiosk-config/<file>] [--data <folder>] [--port <n>]
  Opens a station: in Electron where there is a display, otherwise the service alone, and says which address to open.
  --config    which station; the demonstration station where it is left out
  --data      its data folder; where it is left out, riverside-station/<station> in the user's data folder (XDG_DATA_HOME)
  --port      the port of the service; 0 lets the system choose
  --safe      without 3D
  --developer with developer tools`

type Words = NonNullable<ReturnType<typeof readWords>>

function readWords() {
  try {
    return parseArgs({
      options: {
        config: { type: 'string', default: join(top, 'kiosk-config', 'demonstration.json') },
        data: { type: 'string' },
        port: { type: 'string' },
        safe: { type: 'boolean', default: false },
        developer: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (failure) {
    say(failure instanceof Error ? failure.message : String(failure))
    return undefined
  }
}

async function start(words: Words): Promise<void> {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  const electron = hasDisplay ? await electronOrNothing() : undefined
  await buildAll(electron ? {} : { only: ['exhibits', 'console'] })
  if (electron) return startShell(electron, words)
  say(
    hasDisplay
      ? 'The station service runs alone; open its address in a Chromium.'
      : 'There is no display here, so the station service runs alone; open its address in a browser.',
  )
  return startStation(words)
}

async function electronOrNothing(): Promise<ElectronRuntime | undefined> {
  try {
    if (!(await needDebianPackages(forElectron))) return undefined
    return await electronRuntime()
  } catch (failure) {
    say(failure instanceof Error ? failure.message : String(failure))
    return undefined
  }
}

const forService = ({ config, data, port }: Words): readonly string[] => [
  '--config',
  resolve(config),
  ...(data === undefined ? [] : ['--data', resolve(data)]),
  ...(port === undefined ? [] : ['--port', port]),
]

/** Without core files: a page that crashes must leave nothing of a visit on the disk. */
function startShell(electron: ElectronRuntime, words: Words): Promise<void> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) say('Started as root, so Chromium’s own sandbox is off. A kiosk in service runs as a user of its own.')
  const args = [
    ...(isRoot ? ['--no-sandbox'] : []),
    join(top, 'apps', 'kiosk'),
    ...forService(words),
    ...(words.safe ? ['--safe'] : []),
    ...(words.developer ? ['--developer'] : []),
  ]
  return process.platform === 'win32'
    ? lead(electron.executable, args)
    : lead('/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"', electron.executable, ...args])
}

const startStation = (words: Words): Promise<void> =>
  lead(process.execPath, [
    '--import',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
    join(top, 'apps', 'station', 'src', 'main.ts'),
    ...forService(words),
  ])

/** Runs a program in our place: it hears what we are told, and how it ends is how we end. */
function lead(program: string, args: readonly string[]): Promise<void> {
  return new Promise((over) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: top })
    // A Ctrl-C of the terminal reaches the child by itself; this process only waits for it.
    process.on('SIGINT', () => undefined)
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', (failure) => {
      say(failure.message)
      process.exitCode = 1
      over()
    })
    child.on('exit', (code) => {
      process.exitCode = code ?? 1
      over()
    })
  })
}

const values = readWords()
if (values === undefined || values.help) {
  say(usage)
  process.exitCode = values === undefined ? 1 : 0
} else await start(values)
