import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  call,
  figuresFilePath,
  readSmileMode,
  readStats,
  readToday,
  recordCoverage,
  recordPassages,
  recordReading,
  type StationEvent,
  StationFile,
  setSmileMode,
} from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { Bucket, dayAfter, dayStart } from '@riverside/smile'
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { smileRoutes } from './routes.ts'

const compliance = {
  assessment: '2026-07',
  legalBasis: '同意',
  responsible: '值班长',
  signageChecked: '2026-03-01',
  expires: '2026-03-14',
}
const fileOf = (smile: object): StationFile =>
  StationFile.parse({
    station: { id: 'pier', name: { zh: '码头驿站', en: 'Pier Station' }, place: { zh: '江边', en: 'By the river' } },
    smile,
  })

const noon = dayStart('2026-03-14') + 12 * 3_600_000
let folder: string
let store: Store
let app: FastifyInstance
let heard: StationEvent[]
const clock = handClock(noon)

function begin(smile: object = {}): void {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  app = Fastify()
  smileRoutes(app, { store, file: fileOf(smile), clock, announce: (event) => heard.push(event), log: () => {} })
}
async function end(): Promise<void> {
  await app.close()
  store[Symbol.dispose]()
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-smile-'))
  heard = []
  clock.jumpTo(noon)
})
afterEach(async () => {
  await end()
  rmSync(folder, { recursive: true, force: true })
})

/** The contract's own client, over the service's own requests. */
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
const reading = { door: 'entry', mode: 'opt-in', decision: 'smiling', party: 0 } as const
const counts = () => bucketStore(store, 'pier').between(dayStart('2026-03-14'), dayStart('2026-03-16'))

describe('live counting', () => {
  test('adds readings, passages and covered time to the open quarter-hour', async () => {
    begin()
    expect(await call(wire, recordReading, reading)).toMatchObject({ ok: true, value: { counted: true } })
    await call(wire, recordPassages, { door: 'entry', in: 4, out: 1 })
    await call(wire, recordCoverage, { door: 'entry', mode: 'opt-in', seconds: 30 })
    expect(counts()).toMatchObject([{ n: 1, x: 1, in_n: 4, out_n: 1, covered_s: 30 }])
  })
  test('refuses everything while metering is off', async () => {
    begin({ mode: 'off' })
    const refused = { ok: false, error: 'metering-off' }
    expect(await call(wire, recordReading, reading)).toEqual(refused)
    expect(await call(wire, recordPassages, { door: 'entry', in: 4, out: 1 })).toEqual(refused)
    expect(await call(wire, recordCoverage, { door: 'entry', mode: 'opt-in', seconds: 30 })).toEqual(refused)
    expect(counts()).toEqual([])
  })
  test('does not count a reading begun before the mode was changed', async () => {
    begin({ mode: 'ambient', compliance })
    expect(await call(wire, recordReading, reading)).toEqual({ ok: true, value: { counted: false, receipt: null } })
  })
})

describe('ambient metering (P-08)', () => {
  test('is refused without a compliance record', async () => {
    begin()
    expect(await call(wire, setSmileMode, { mode: 'ambient' })).toEqual({ ok: false, error: 'no-compliance' })
    expect(await call(wire, recordReading, { ...reading, mode: 'ambient' })).toEqual({
      ok: false,
      error: 'no-compliance',
    })
  })
  test('is refused while the signage was not checked yet', async () => {
    begin({ compliance: { ...compliance, signageChecked: '2026-03-15', expires: '2026-12-31' } })
    expect(await call(wire, setSmileMode, { mode: 'ambient' })).toEqual({ ok: false, error: 'no-compliance' })
  })
  test('counts while the record is valid and stops when its last day is over', async () => {
    begin({ mode: 'ambient', compliance })
    const ambient = { ...reading, mode: 'ambient' } as const
    expect(await call(wire, recordReading, ambient)).toEqual({ ok: true, value: { counted: true, receipt: null } })
    clock.jumpTo(dayStart('2026-03-15'))
    expect(await call(wire, recordReading, ambient)).toEqual({ ok: false, error: 'no-compliance' })
    expect(await call(wire, readSmileMode, undefined)).toEqual({ ok: true, value: { mode: 'opt-in' } })
  })
})

describe('the mode', () => {
  test('that staff chose is announced and still holds after a restart', async () => {
    begin()
    expect(await call(wire, setSmileMode, { mode: 'off' })).toEqual({ ok: true, value: { mode: 'off' } })
    expect(heard).toEqual([{ type: 'smile-mode-changed', mode: 'off' }])
    await end()
    begin()
    expect(await call(wire, readSmileMode, undefined)).toEqual({ ok: true, value: { mode: 'off' } })
  })
})

describe('the day for staff', () => {
  test('holds closed quarter-hours only, through the publication rules', async () => {
    begin()
    const buckets = bucketStore(store, 'pier')
    const put = (day: string, door: 'entry' | 'exit', n: number, x: number) =>
      buckets.put(
        Bucket.parse({
          station: 'pier',
          door,
          quarter: `${day}T11:00:00+08:00`,
          mode: 'opt-in',
          n,
          x,
          in_n: 40,
          out_n: 40,
        }),
      )
    for (let back = 0; back < 9; back += 1) {
      put(dayAfter('2026-03-14', -back), 'entry', 60 + back, 14)
      put(dayAfter('2026-03-14', -back), 'exit', 60 + back, 33)
    }
    await call(wire, recordPassages, { door: 'entry', in: 500, out: 500 })
    const today = await call(wire, readToday, undefined)
    expect(today).toMatchObject({
      ok: true,
      value: {
        day: '2026-03-14',
        now: '12:00',
        until: '12:00',
        isOpen: true,
        hours: { open: '10:00', close: '20:00' },
        passages: { in: 80, out: 80 },
        entry: { n: 60, x: 14 },
        headline: { from: '2026-03-06', to: '2026-03-14', delta: { days: 9, note: null } },
      },
    })
  })
  test('is silent before anything was counted', async () => {
    begin()
    expect(await call(wire, readToday, undefined)).toMatchObject({
      ok: true,
      value: { passages: { in: null }, headline: null },
    })
  })
})

describe('figures as files', () => {
  test('come as the file itself, and beside it what is said of it', async () => {
    begin()
    const asked = { from: '2026-03-14', to: '2026-03-14', grain: 'day', format: 'csv' }
    const file = await app.inject({ url: figuresFilePath, query: asked })
    const facts = await app.inject({ url: figuresFilePath, query: { ...asked, about: 'facts' } })
    const named = await app.inject({ url: figuresFilePath, query: { ...asked, about: 'columns' } })
    expect(file.headers['content-disposition']).toContain('pier-2026-03-14-2026-03-14-day.csv')
    expect(facts.json().sha256).toBe(createHash('sha256').update(file.rawPayload).digest('hex'))
    expect(named.body).toContain('entry_rate,进门笑脸率,ratio')
  })
  test('are refused in words for days that are none', async () => {
    begin()
    const asked = { from: '2026-03-15', to: '2026-03-14', grain: 'day', format: 'pdf' }
    expect((await app.inject({ url: figuresFilePath, query: asked })).json()).toEqual({ code: 'ends-before-it-begins' })
    expect((await app.inject({ url: figuresFilePath, query: { ...asked, format: 'doc' } })).statusCode).toBe(400)
  })
})

describe('figures for programs', () => {
  function fill(days: number) {
    const buckets = bucketStore(store, 'pier')
    for (let back = 0; back < days; back += 1)
      for (const hour of [11, 15])
        for (const door of ['entry', 'exit'] as const)
          buckets.put(
            Bucket.parse({
              station: 'pier',
              door,
              quarter: `${dayAfter('2026-03-14', -back)}T${hour}:00:00+08:00`,
              mode: 'opt-in',
              n: 60 + ((back * 7) % 11),
              x: door === 'entry' ? 14 : 33 + (back % 5),
              in_n: 80,
              out_n: 80,
            }),
          )
  }
  test('are the same as in the files, with hours, weekdays and a control chart beside them', async () => {
    begin()
    fill(24)
    const asked = { from: '2026-02-01', to: '2026-03-14', grain: 'day', breakdown: 'hour' } as const
    const told = await call(wire, readStats, asked)
    if (!told.ok) throw new Error(told.error)
    const { rows, breakdown, control, dataSha256 } = told.value
    expect(rows).toHaveLength(24)
    expect(breakdown?.map(({ at, in: came }) => [at, came])).toEqual([
      [11, 24 * 160],
      [15, 24 * 160],
    ])
    expect(control.map(({ door, points }) => [door, points.length])).toEqual([
      ['entry', 24],
      ['exit', 24],
    ])
    const file = await app.inject({
      url: figuresFilePath,
      query: { from: asked.from, to: asked.to, grain: 'day', format: 'csv' },
    })
    expect(dataSha256).toBe(createHash('sha256').update(file.rawPayload).digest('hex'))
  })
  test('have a tag that holds until a count changes', async () => {
    begin()
    fill(3)
    const ask = (tag?: string) =>
      app.inject({ url: readStats.path, query: { period: '2026-03' }, headers: tag ? { 'if-none-match': tag } : {} })
    const tag = String((await ask()).headers.etag)
    clock.jumpTo(noon + 60_000)
    expect(await ask(tag)).toMatchObject({ statusCode: 304, body: '' })
    bucketStore(store, 'pier').addPassages('entry', 'opt-in', { in: 30, out: 0 }, noon)
    expect((await ask(tag)).statusCode).toBe(200)
  })
  test.each([
    [{ period: 'tomorrow' }, 'not-a-period'],
    [{ from: '2026-02-30' }, 'not-a-day'],
    [{ period: '2026', stations: 'pier,nowhere' }, 'no-such-station'],
  ])('are refused for %j', async (query, code) => {
    begin()
    fill(1)
    expect((await app.inject({ url: readStats.path, query })).json()).toEqual({ code })
  })
  test('are described for programs by the schemas that check them', async () => {
    begin()
    const { openapi, paths } = (await app.inject({ url: '/v1/openapi.json' })).json()
    expect(openapi).toBe('3.1.0')
    const { parameters, responses } = paths['/v1/stats'].get
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
      'stations',
      'period',
      'from',
      'to',
      'grain',
      'mode',
      'breakdown',
    ])
    expect(Object.keys(responses)).toEqual(['200', '304', '400', '401', '409'])
  })
})
