import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { type ElectronRuntime, electronRuntime } from '../../apps/kiosk/scripts/electron-runtime.ts'
import type { Display } from '../../apps/kiosk/scripts/virtual-display.ts'

const kioskApp = resolve(import.meta.dirname, '../../apps/kiosk')

/** One event of the shell or its station, as they write them. */
export type LoggedEvent = { readonly event: string; readonly [fact: string]: unknown }

export type ShellUnderTest = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly data: string
  readonly file: string
  /** Waits for the so-manieth event of this name since the start. */
  event(name: string, count?: number): Promise<LoggedEvent>
  events(): Promise<readonly LoggedEvent[]>
  /** Starts the same program with the same data once more and gives what it said and how it ended. */
  startAgain(...words: readonly string[]): Promise<{ code: number; said: string }>
  close(): Promise<void>
}

export type ShellSetting = {
  readonly display: Display
  /** What the station file says beside its name. */
  readonly file?: Record<string, unknown>
  readonly words?: readonly string[]
  /** Added to the environment of the shell and its station. */
  readonly environment?: NodeJS.ProcessEnv
}

/** The real shell in the real Electron, with a station and data of its own. */
export async function openShell({
  display,
  file = {},
  words = [],
  environment = {},
}: ShellSetting): Promise<ShellUnderTest> {
  const electron = await readyElectron()
  const folder = await mkdtemp(join(tmpdir(), 'shell-'))
  const stationFile = join(folder, 'station.json')
  const logFile = join(folder, 'log.jsonl')
  const data = join(folder, 'data')
  await writeFile(stationFile, JSON.stringify(stationOf(file)))
  const program = await loggingProgram(folder, electron.executable, logFile)
  const share = join(folder, 'share')
  const env = { ...process.env, DISPLAY: display.name, XDG_DATA_HOME: share, WAYLAND_DISPLAY: '', ...environment }
  const args = [...asRoot, kioskApp, '--config', stationFile, '--data', data, ...words]
  const app = await _electron.launch({ executablePath: program, args, env, timeout: 60_000 })
  const events = () => eventsIn(logFile)
  return {
    app,
    page: await app.firstWindow(),
    data,
    file: stationFile,
    events,
    event: (name, count = 1) =>
      eventually(`the event “${name}”`, async () => (await events()).filter(({ event }) => event === name)[count - 1]),
    startAgain: (...more) => outcome(electron.executable, [...args, ...more], env),
    async close() {
      await app.close().catch(() => undefined)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Waits until there is something, at most half a minute. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined | false>,
  within = 30_000,
): Promise<Found> {
  const began = performance.now()
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() - began > within) throw new Error(`Waited ${within / 1000} s for ${what}`)
    await pause(50)
  }
}

/** Chromium's own sandbox cannot be had by root. */
export const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

let ready: Promise<ElectronRuntime> | undefined
export function readyElectron(): Promise<ElectronRuntime> {
  ready ??= buildAll().then(() => electronRuntime())
  return ready
}

const stationOf = (file: Record<string, unknown>) => ({
  station: { id: 'probe', name: { zh: '试验驿站', en: 'Trial Station' }, place: { zh: '码头', en: 'Wharf' } },
  network: { port: 0 },
  screen: { mode: 'windowed', width: 1280, height: 720 },
  smile: { camera: 'pretend' },
  ...file,
})

/** Electron with its output in a file: what it says first must not be missed, and no dump may be left. */
async function loggingProgram(folder: string, executable: string, logFile: string): Promise<string> {
  const program = join(folder, 'electron.sh')
  await writeFile(program, `#!/bin/sh\nulimit -c 0\nexec '${executable}' "$@" >'${logFile}'\n`)
  await chmod(program, 0o755)
  return program
}

export async function eventsIn(file: string): Promise<readonly LoggedEvent[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as LoggedEvent]
    } catch {
      return []
    }
  })
}

async function outcome(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...args], { env, timeout: 30_000 })
    return { code: 0, said: stdout + stderr }
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code?: number; stdout: string; stderr: string }
    return { code: code ?? -1, said: stdout + stderr }
  }
}
