import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call, giveTicket, issueTicket, recordAnswer, recordReading, StationFile } from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { dayStart, publish } from '@riverside/smile'
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { smileRoutes } from './routes.ts'
import { sliceStore } from './slice-store.ts'
import { nextClosing } from './visitor-routes.ts'

const day = '2026-03-14'
const hour = 3_600_000
const words = { zh: '码头驿站', en: 'Pier Station' }
const clock = handClock()
let folder: string
let store: Store
let app: FastifyInstance

function begin(smile: object = {}): void {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  app = Fastify()
  const file = StationFile.parse({ station: { id: 'pier', name: words, place: words }, smile })
  smileRoutes(app, { store, file, clock, announce: () => {}, log: () => {} })
}
async function end(): Promise<void> {
  await app.close()
  store[Symbol.dispose]()
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-visitors-'))
  clock.jumpTo(dayStart(day) + 9 * hour)
  begin()
  clock.advance(3 * hour)
})
afterEach(async () => {
  await end()
  rmSync(folder, { recursive: true, force: true })
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
const buckets = () => bucketStore(store, 'pier').between(dayStart(day), dayStart(day) + 24 * hour)
const published = () => {
  const slices = sliceStore(store).slices('pier', dayStart(day), dayStart(day) + 24 * hour, 'day')
  return publish(slices, { from: day, to: day, grain: 'all' }).rows
}

async function readingAt(door: 'entry' | 'exit', decision: 'smiling' | 'not-smiling' | 'unreadable' = 'smiling') {
  const told = await call(wire, recordReading, { door, mode: 'opt-in', decision, party: 0 })
  if (!told.ok) throw new Error(told.error)
  return told.value.receipt
}
async function ticket(decision: 'smiling' | 'not-smiling' = 'smiling'): Promise<string> {
  const issued = await call(wire, issueTicket, { receipt: (await readingAt('entry', decision)) ?? '' })
  if (!issued.ok) throw new Error(issued.error)
  return issued.value.code
}
const give = async (code: string, decision: 'smiling' | 'not-smiling' = 'smiling') =>
  call(wire, giveTicket, { receipt: (await readingAt('exit', decision)) ?? '', code })
/** A ticket that nobody was given. */
const invented = (...given: readonly string[]) =>
  ['aaaaa', 'bbbbb', 'ccccc'].find((code) => !given.includes(code)) ?? 'ddddd'

describe('the five buttons', () => {
  const press = (button: number | null) => call(wire, recordAnswer, { button })

  test('are counted where the figures look for them: at the exit, in the quarter-hour', async () => {
    for (const button of [5, 5, 4, 2, 1, 3, 5, 4, 5, 5, 4, 5]) {
      expect(await press(button)).toEqual({ ok: true, value: { counted: true } })
      clock.advance(30_000)
    }
    await press(null)
    expect(buckets().every(({ door }) => door === 'exit')).toBe(true)
    expect(buckets()[0]).toMatchObject({ b1: 1, b2: 1, b3: 1, b4: 3, b5: 6 })
    expect(buckets().reduce((sum, { skipped }) => sum + skipped, 0)).toBe(1)
    expect(published()[0]?.report.presses).toBe(12)
  })

  test('count a hand that drums on them once', async () => {
    for (let round = 0; round < 20; round++) {
      await press(1 + (round % 5))
      clock.advance(300)
    }
    expect(buckets()[0]).toMatchObject({ b1: 1, b2: 0, b3: 0, b4: 0, b5: 0 })
  })

  test('need no camera: they count while metering is off', async () => {
    await end()
    begin({ mode: 'off' })
    expect(await press(4)).toEqual({ ok: true, value: { counted: true } })
    expect(buckets()[0]).toMatchObject({ mode: 'off', b4: 1, n: 0 })
  })

  test.each([0, 6, 2.5, '5', undefined])('take no button %j', async (button) => {
    expect((await call(wire, recordAnswer, { button } as { button: number })).ok).toBe(false)
    expect(buckets()).toEqual([])
  })
})

describe('a boat ticket', () => {
  test.each([
    ['smiling', 'smiling', 'p11'],
    ['smiling', 'not-smiling', 'p10'],
    ['not-smiling', 'smiling', 'p01'],
    ['not-smiling', 'not-smiling', 'p00'],
  ] as const)('of a visitor %s and then %s adds one to %s', async (entry, exit, field) => {
    const code = await ticket(entry)
    clock.advance(50 * 60_000)
    expect((await give(code, exit)).ok).toBe(true)
    const row = buckets().find((bucket) => bucket.door === 'exit')
    const none = { p11: 0, p10: 0, p01: 0, p00: 0 }
    expect(row).toMatchObject({ ...none, [field]: 1, dwell: [0, 0, 0, 0, 1, 0, 0, 0] })
  })

  test('adds up to the pairs the figures publish, and to stays by length', async () => {
    for (const exit of [...Array(30).keys()].map((at) =>
      at % 3 === 0 ? ('not-smiling' as const) : ('smiling' as const),
    )) {
      const code = await ticket('not-smiling')
      clock.advance(9 * 60_000)
      expect((await give(code, exit)).ok).toBe(true)
    }
    expect(published()[0]?.pairs.n).toBe(30)
    const stays = buckets().flatMap(({ dwell }) => (dwell ? [dwell[0] ?? 0] : []))
    expect(stays.reduce((sum, each) => sum + each, 0)).toBe(30)
  })

  test('is taken once', async () => {
    const code = await ticket()
    await give(code)
    expect(await give(code)).toEqual({ ok: false, error: 'used-ticket' })
    expect(buckets().reduce((sum, { p11 }) => sum + p11, 0)).toBe(1)
  })

  test('that nobody was given is refused, and the right one still counts after it', async () => {
    const code = await ticket()
    const receipt = (await readingAt('exit')) ?? ''
    expect(await call(wire, giveTicket, { receipt, code: invented(code) })).toEqual({
      ok: false,
      error: 'unknown-ticket',
    })
    expect((await call(wire, giveTicket, { receipt, code })).ok).toBe(true)
  })

  test('is bought and given back by a reading of its own door alone', async () => {
    const [entry, exit] = [(await readingAt('entry')) ?? '', (await readingAt('exit')) ?? '']
    expect(await call(wire, issueTicket, { receipt: exit })).toEqual({ ok: false, error: 'no-reading' })
    expect((await call(wire, issueTicket, { receipt: entry })).ok).toBe(true)
    expect(await call(wire, issueTicket, { receipt: entry })).toEqual({ ok: false, error: 'no-reading' })
    expect(await readingAt('entry', 'unreadable')).toBeNull()
  })

  test('is forgotten at closing time', async () => {
    const code = await ticket()
    clock.advance(8 * hour)
    expect(await give(code)).toEqual({ ok: false, error: 'unknown-ticket' })
  })

  test('lives no longer because somebody set the clock back', async () => {
    const code = await ticket()
    clock.jumpTo(clock.now() - 12 * hour)
    clock.advance(8 * hour)
    expect((await give(code)).ok).toBe(false)
  })

  test('is lost where the station was started again since it opened, and the answer says so', async () => {
    const code = await ticket()
    await end()
    begin()
    expect(await give(code)).toEqual({ ok: false, error: 'tickets-lost' })
    expect((await give(await ticket())).ok).toBe(true)
    clock.advance(24 * hour)
    expect(await give(code)).toEqual({ ok: false, error: 'unknown-ticket' })
  })

  test('cannot be found by trying: after five wrong ones the pad rests for a minute', async () => {
    const code = await ticket()
    for (let wrong = 0; wrong < 5; wrong++)
      expect(await give(invented(code))).toEqual({ ok: false, error: 'unknown-ticket' })
    expect(await give(code)).toEqual({ ok: false, error: 'resting' })
    clock.advance(60_000)
    expect((await give(code)).ok).toBe(true)
  })

  test('is in no file of the station, neither its signs nor its receipt', async () => {
    const entry = (await readingAt('entry')) ?? ''
    const issued = await call(wire, issueTicket, { receipt: entry })
    const exit = (await readingAt('exit')) ?? ''
    const code = issued.ok ? issued.value.code : ''
    await call(wire, giveTicket, { receipt: exit, code })
    await end()
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
      const bytes = readFileSync(join(name.parentPath, name.name), 'latin1')
      for (const secret of [entry, exit, code]) expect(bytes.includes(secret)).toBe(false)
    }
    begin()
  })
})

describe('closing time', () => {
  const file = StationFile.parse({
    station: { id: 'pier', name: words, place: words },
    hours: { exceptions: [{ date: '2026-03-15', open: null, close: null }] },
  })
  test('is the next one: today’s, or that of the next day that opens', () => {
    expect(nextClosing(file, dayStart('2026-03-14') + 12 * hour)).toBe(dayStart('2026-03-14') + 20 * hour)
    expect(nextClosing(file, dayStart('2026-03-14') + 20 * hour)).toBe(dayStart('2026-03-16') + 20 * hour)
  })
})
