import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call, recordCounterLines, recordReading, StationFile, setSmileMode } from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { dayStart, publish } from '@riverside/smile'
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { openCounterLine } from './counter-line.ts'
import type { DoorCounter } from './door-counter.ts'
import { smileRoutes } from './routes.ts'
import { sliceStore } from './slice-store.ts'

const key = 'a-key-of-the-counter'
const words = { zh: '码头驿站', en: 'Pier Station' }
const day = '2026-03-14'
const clock = handClock(dayStart(day) + 12 * 3_600_000)
let folder: string
let store: Store
let app: FastifyInstance
let counter: DoorCounter
let speak: (text: string) => void

function begin(settings: object): void {
  const file = StationFile.parse({
    station: { id: 'pier', name: words, place: words },
    smile: { door: 'exit', counter: settings },
  })
  app = Fastify()
  const served = smileRoutes(app, {
    store,
    file,
    clock,
    announce: () => {},
    log: () => {},
    openLine: (_, hear) => {
      speak = hear
      return () => {}
    },
  })
  counter = served.counter
}
beforeEach(() => {
  clock.jumpTo(dayStart(day) + 12 * 3_600_000)
  folder = mkdtempSync(join(tmpdir(), 'riverside-counter-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
})
afterEach(async () => {
  counter.stop()
  await app.close()
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
  vi.useRealTimers()
})

const wire = {
  address: '',
  fetch: async (
    url: string,
    { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
  ) => {
    const reply = await app.inject({
      method: method as HTTPMethods,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    return { ok: reply.statusCode < 400, status: reply.statusCode, text: async () => reply.body }
  },
}
const buckets = () =>
  store.database.prepare('SELECT door, quarter, in_n, out_n, counter_state FROM bucket ORDER BY quarter').all()
const whole = () => {
  const slices = sliceStore(store).slices('pier', dayStart(day), dayStart('2026-03-15'), 'day')
  return publish(slices, { from: day, to: day, grain: 'all' }).rows[0]
}

describe('a passage counter on a serial line', () => {
  test('is counted line by line, each direction for itself', () => {
    begin({ kind: 'serial', device: '/dev/counter' })
    speak('in\nout 2\nnoi')
    speak('se\nout\nalive\n')
    expect(buckets()).toEqual([
      { door: 'exit', quarter: '2026-03-14T04:00:00Z', in_n: 1, out_n: 3, counter_state: null },
    ])
    expect(counter.device()).toEqual({ state: 'ready' })
  })

  test('that falls silent leaves its quarter-hours marked as missing, from the one it was last heard in', () => {
    vi.useFakeTimers()
    begin({ kind: 'serial', device: '/dev/counter' })
    clock.advance(14 * 60_000)
    speak('in 40\nout 38\n')
    expect(whole()).toMatchObject({ in: 40, out: 38 })
    clock.advance(3 * 60_000)
    vi.advanceTimersByTime(10_000)
    expect(counter.device()).toEqual({ state: 'trouble', reason: 'counter-silent' })
    expect(buckets()).toMatchObject([
      { quarter: '2026-03-14T04:00:00Z', out_n: 38, counter_state: 'silent' },
      { quarter: '2026-03-14T04:15:00Z', out_n: 0, counter_state: 'silent' },
    ])
    expect(whole()).toMatchObject({ in: null, out: null, closure: null })
    expect(whole()?.flags).toContain('counter')
    speak('alive\n')
    expect(counter.device()).toEqual({ state: 'ready' })
  })

  test('that counts nobody while a dozen faces are read at its door is stuck', async () => {
    begin({ kind: 'serial', device: '/dev/counter' })
    for (let face = 0; face < 12; face += 1)
      await call(wire, recordReading, { door: 'exit', mode: 'opt-in', decision: 'smiling', party: face })
    expect(counter.device()).toEqual({ state: 'trouble', reason: 'counter-stuck' })
    expect(buckets()).toMatchObject([{ counter_state: 'stuck' }])
  })

  test('misses nobody while the house is shut, or metering is off', async () => {
    vi.useFakeTimers()
    begin({ kind: 'serial', device: '/dev/counter' })
    clock.jumpTo(dayStart(day) + 23 * 3_600_000)
    clock.advance(600_000)
    vi.advanceTimersByTime(10_000)
    expect(buckets()).toEqual([])
    vi.useRealTimers()
    await call(wire, setSmileMode, { mode: 'off' })
    speak('in 5\n')
    expect(buckets()).toEqual([])
  })
})

describe('a passage counter by HTTP', () => {
  const told = (lines: string, as = key) => call(wire, recordCounterLines, { key: as, lines })

  test('is heard with its key and not without', async () => {
    begin({ kind: 'http', key })
    expect(await told('in\nin 2\nwhat\nalive')).toEqual({ ok: true, value: { understood: 3, garbage: 1 } })
    expect(buckets()).toMatchObject([{ in_n: 3 }])
    expect(await told('in', 'another key altogether')).toEqual({ ok: false, error: 'wrong-key' })
  })

  test('is refused where the station file names none', async () => {
    begin({ kind: 'camera' })
    expect(await told('in')).toEqual({ ok: false, error: 'no-counter' })
  })
})

const socat = '/usr/bin/socat'
describe('a serial line', () => {
  test.skipIf(!existsSync(socat))(
    'is heard, is waited for while it is unplugged, and is heard again',
    async () => {
      begin({ kind: 'none' })
      const [near, far] = [join(folder, 'near'), join(folder, 'far')]
      const plugIn = () =>
        spawn(socat, [`pty,raw,echo=0,link=${near}`, `pty,raw,echo=0,link=${far}`], { stdio: 'ignore' })
      const heard: string[] = []
      const stop = openCounterLine({ device: near, baudRate: 9600 }, (text) => heard.push(text))
      const saying = async (text: string) => {
        await expect
          .poll(
            () => {
              if (existsSync(far)) writeFileSync(far, text)
              return heard.join('')
            },
            { timeout: 15_000, interval: 200 },
          )
          .toContain(text)
      }
      let cable = plugIn()
      try {
        await saying('in\n')
        cable.kill()
        await expect.poll(() => existsSync(far), { timeout: 5000 }).toBe(false)
        cable = plugIn()
        await saying('out\n')
      } finally {
        stop()
        cable.kill()
      }
    },
    40_000,
  )
})
