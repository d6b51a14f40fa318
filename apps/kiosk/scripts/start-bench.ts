import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { parseJson } from '@riverside/kit'
import { buildAll } from './build.ts'
import { type ElectronRuntime, electronRuntime } from './electron-runtime.ts'
import { top } from './places.ts'
import { openDisplay } from './virtual-display.ts'

/** One measured figure; `against` names what it is to be compared with. */
export type Bench = { readonly name: string; readonly value: number; readonly unit: string; readonly against: string }

/** How often each start is measured; the middle one counts. */
const rounds = 3

/** Start of the shell to the first attract frame, start of the service to healthy, and the memory of the idle screen. */
export async function benches(): Promise<readonly Bench[]> {
  await buildAll()
  const electron = await electronRuntime()
  const services: number[] = []
  for (let i = 0; i < rounds; i += 1) services.push(await inFolder(serviceStart))
  const shells: Array<{ took: number; memory: number }> = []
  for (let i = 0; i < rounds; i += 1) shells.push(await inFolder((data) => shellStart(electron, data)))
  return [
    {
      name: 'shell.start-to-attract',
      value: Math.round(middle(shells.map(({ took }) => took))),
      unit: 'ms',
      against: 'at most 4000',
    },
    { name: 'station.start-to-healthy', value: Math.round(middle(services)), unit: 'ms', against: 'at most 1000' },
    {
      name: 'shell.memory-idle',
      value: Math.round(middle(shells.map(({ memory }) => memory))),
      unit: 'MB',
      against: 'no bound; all processes, proportional',
    },
  ]
}

const demonstration = join(top, 'kiosk-config', 'demonstration.json')

async function serviceStart(data: string): Promise<number> {
  const began = performance.now()
  const words = [join(top, 'apps/station/dist/main.js'), '--config', demonstration, '--data', data, '--port', '0']
  const service = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const { port } = await heard(service, 'station-ready')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
    if (!answer.ok) throw new Error(`The station answered ${answer.status}`)
    return performance.now() - began
  } finally {
    await ended(service)
  }
}

/** The time is the shell's own, from the making of its process to the first heartbeat of the page. */
async function shellStart(electron: ElectronRuntime, data: string): Promise<{ took: number; memory: number }> {
  const display = await openDisplay()
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = [...asRoot, join(top, 'apps/kiosk'), '--config', demonstration, '--data', data, '--port', '0']
  const env = { ...process.env, DISPLAY: display.name, WAYLAND_DISPLAY: '' }
  const shell = spawn(electron.executable, words, { stdio: ['ignore', 'pipe', 'ignore'], env })
  try {
    const { took } = await heard(shell, 'page-alive')
    // What is loaded after the first frame is part of the idle screen as well.
    await pause(10_000)
    return { took: Number(took), memory: await memoryOf(shell.pid ?? 0) }
  } finally {
    await ended(shell)
    await display.close()
  }
}

/** The first event of this name that the program writes. */
async function heard(program: ChildProcess, name: string): Promise<Record<string, unknown>> {
  if (!program.stdout) throw new Error('The program has no output to read.')
  const late = setTimeout(() => program.kill(), 60_000)
  try {
    for await (const line of createInterface({ input: program.stdout })) {
      const event = parseJson(line) as Record<string, unknown> | undefined
      if (event?.event === name) return event
    }
  } finally {
    clearTimeout(late)
    program.stdout.resume()
  }
  throw new Error(`The program ended without the event “${name}”.`)
}

function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve()
  return new Promise((over) => {
    program.once('exit', () => over())
    program.kill('SIGTERM')
  })
}

/** Megabytes of a process and all it has started; memory that several share is divided among them. */
async function memoryOf(pid: number): Promise<number> {
  const parents = await parentsOfAll()
  const isOurs = (each: number | undefined): boolean =>
    each !== undefined && (each === pid || isOurs(parents.get(each)))
  const sizes = await Promise.all([...parents.keys()].filter(isOurs).map(proportionalKilobytes))
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

async function parentsOfAll(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const pairs = await Promise.all(
    pids.map(
      async (pid) => [pid, Number(/^PPid:\s+(\d+)/m.exec(await textOf(`/proc/${pid}/status`))?.[1] ?? 0)] as const,
    ),
  )
  return new Map(pairs.filter(([, parent]) => parent > 0))
}

const proportionalKilobytes = async (pid: number): Promise<number> =>
  Number(/^Pss:\s+(\d+)/m.exec(await textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

async function inFolder<Made>(work: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
