import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { call, readStation, recordReading, type Wire } from '@riverside/contract'
import { seededChance } from '@riverside/kit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../apps/station/src/store/store.ts'

const root = resolve(import.meta.dirname, '../..')
const kills = Number(process.env.KILLS ?? 6)

let data: string
let running: ChildProcess | undefined
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'riverside-killed-'))
})
afterEach(async () => {
  running?.kill('SIGKILL')
  await rm(data, { recursive: true, force: true })
})

describe('the station service, killed in the middle of writes', { timeout: 300_000 }, () => {
  test('has lost nothing it acknowledged, and invented nothing', async () => {
    const chance = seededChance(20)
    let acknowledged = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const wire = await start()
      const writers = Array.from({ length: 4 }, async () => {
        for (;;) {
          const answer = await call(wire, recordReading, {
            door: 'entry',
            mode: 'opt-in',
            decision: 'smiling',
            party: 0,
          })
          if (!answer.ok) return
          if (answer.value.counted) acknowledged += 1
        }
      })
      const before = acknowledged
      const enough = 20 + Math.floor(chance() * 150)
      while (acknowledged - before < enough) await new Promise((soon) => setImmediate(soon))
      running?.kill('SIGKILL')
      await Promise.all(writers)
    }
    const found = counted()
    expect(acknowledged).toBeGreaterThan(kills * 20)
    expect(found).toBeGreaterThanOrEqual(acknowledged)
    // Each of the four writers may have had one reading on the disk that nobody was told of yet.
    expect(found).toBeLessThanOrEqual(acknowledged + kills * 4)
  })
})

/** Starts the bundled service as the shell does, on a port of its own, and takes the key from the page it serves. */
async function start(): Promise<Wire> {
  running = spawn(process.execPath, [join(root, 'apps/station/dist/main.js'), '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  running.stdout?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  let port: string | undefined
  while (port === undefined) {
    await once(running.stdout as NodeJS.ReadableStream, 'data')
    port = /"event":"station-ready","port":(\d+)/.exec(said)?.[1]
  }
  const address = `http://127.0.0.1:${port}`
  const page = await fetch(`${address}/`)
  const key = /screen=([^;]+)/.exec(page.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const wire: Wire = { fetch, address, key }
  expect((await call(wire, readStation, undefined)).ok).toBe(true)
  return wire
}

/** What the database holds, read by nothing but SQL. */
function counted(): number {
  const store = openStore(data)
  if (!store.ok) throw new Error(store.error.code)
  using opened = store.value
  const row = opened.database.prepare('SELECT sum(n) AS n, sum(x) AS x FROM bucket').get() as { n: number; x: number }
  expect(row.n).toBe(row.x)
  return row.n
}
