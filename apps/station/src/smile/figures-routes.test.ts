import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Compare, figuresFilePath, readCompare, readStats, Stats } from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { Bucket, type CalibrationTally, dayAfter, dayStart, emptyTally } from '@riverside/smile'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { calibrationStore } from './calibration-store.ts'
import { figuresRoutes } from './figures-routes.ts'
import { sliceStore } from './slice-store.ts'

const noon = dayStart('2026-03-20') + 12 * 3_600_000
const clock = handClock(noon)
let folder: string
let store: Store
let app: FastifyInstance
let reads: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-figures-routes-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  app = Fastify()
  const slices = sliceStore(store)
  reads = 0
  const counted: typeof slices = {
    ...slices,
    slices: (...asked) => {
      reads += 1
      return slices.slices(...asked)
    },
  }
  figuresRoutes(app, { store, slices: counted, station: 'pier', clock })
})
afterEach(async () => {
  await app.close()
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

type Shape = { readonly morning: readonly [number, number]; readonly afternoon: readonly [number, number] }

/** Days on which hours of singles in the morning and of tours of twenty in the afternoon smiled so many of so many on leaving. */
function fill(station: string, from: string, days: number, shape: Shape, detector = 'd1'): void {
  const buckets = bucketStore(store, '')
  store.inOneGo(() => {
    for (let day = 0; day < days; day += 1)
      for (const [hour, [x, n], size] of [
        [10, shape.morning, 1],
        [15, shape.afternoon, 20],
      ] as const)
        for (const door of ['entry', 'exit'] as const) {
          const smiles = door === 'exit' ? x : Math.round(n / 4)
          const parties = n / size
          buckets.put(
            Bucket.parse({
              station,
              door,
              quarter: `${dayAfter(from, day)}T${hour}:00:00+08:00`,
              mode: 'opt-in',
              n,
              x: smiles,
              u: 5,
              in_n: door === 'entry' ? n : 0,
              out_n: door === 'exit' ? n : 0,
              parties,
              sum_n2: parties * size * size,
              sum_xn: smiles * size,
              sum_x2: Math.min(smiles * size, smiles * smiles),
              detector_version: detector,
            }),
          )
        }
  })
}
const even: Shape = { morning: [40, 100], afternoon: [40, 100] }
const compared = async (query: Record<string, string>) => {
  const reply = await app.inject({ url: readCompare.path, query })
  return { reply, told: reply.statusCode === 200 ? Compare.parse(reply.json()).comparisons[0] : undefined }
}

describe('two periods compared over the wire', () => {
  test('are told within strata where the crude figures would mislead', async () => {
    fill('pier', '2026-01-05', 10, { morning: [160, 800], afternoon: [120, 200] })
    fill('pier', '2026-02-02', 10, { morning: [36, 200], afternoon: [464, 800] })
    const { told } = await compared({ a: '2026-01', b: '2026-02' })
    expect(told?.exit).toMatchObject({ misleads: true, crude: null, verdict: 'fewer' })
    expect(told?.exit.standardised).toMatchObject({ a: 0.4, b: 0.38, value: -0.02, withinStrata: -0.02 })
    expect(told?.strata.map(({ visit }) => visit)).toContain('tours')
  })
  test('have a tag that holds until a count changes', async () => {
    fill('pier', '2026-01-05', 10, even)
    fill('pier', '2026-02-02', 10, even)
    const asked = { a: '2026-01', b: '2026-02' }
    const tag = String((await compared(asked)).reply.headers.etag)
    const again = await app.inject({ url: readCompare.path, query: asked, headers: { 'if-none-match': tag } })
    expect(again).toMatchObject({ statusCode: 304, body: '' })
    fill('pier', '2026-02-12', 1, even)
    expect((await compared(asked)).reply.headers.etag).not.toBe(tag)
  })
  test('may be of two stations on the same days', async () => {
    fill('pier', '2026-02-02', 10, even)
    fill('mill', '2026-02-02', 10, { morning: [60, 100], afternoon: [60, 100] })
    const { told } = await compared({ a: '2026-02', station: 'pier', other: 'mill' })
    expect([told?.a.station, told?.b.station, told?.exit.verdict]).toEqual(['pier', 'mill', 'more'])
  })
  test('read by two detectors, or by one that was changed, say so', async () => {
    fill('pier', '2026-01-05', 10, even)
    fill('pier', '2026-02-02', 5, even)
    fill('pier', '2026-02-07', 5, even, 'd2')
    const { told } = await compared({ a: '2026-01', b: '2026-02' })
    expect(told?.flags).toEqual(expect.arrayContaining(['other-detector', 'detector-changed', 'uncalibrated']))
  })
  test.each([
    [{ a: '2026-01', b: 'soon' }, 'not-a-period'],
    [{ a: '2026-01-01..2026-01-31', b: '2026-01-31..2026-02-09' }, 'periods-share-days'],
    [{ a: '2026-01', b: '2026-02', station: 'nowhere' }, 'no-such-station'],
  ])('are refused for %j', async (query, code) => {
    fill('pier', '2026-01-05', 1, even)
    expect((await compared(query)).reply.json()).toEqual({ code })
  })
  test('ask which station where there are several, none of them this one', async () => {
    fill('north', '2026-01-05', 1, even)
    fill('mill', '2026-01-05', 1, even)
    expect((await compared({ a: '2026-01', b: '2026-02' })).reply.json()).toEqual({ code: 'which-station' })
  })
  test('are described for programs', async () => {
    const { paths } = (await app.inject({ url: '/v1/openapi.json' })).json()
    const { parameters, responses } = paths['/v1/compare'].get
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual(['a', 'b', 'station', 'other'])
    expect(responses['409'].description).toContain('periods-share-days')
  })
})

describe('a calibration', () => {
  const good: CalibrationTally = {
    ...emptyTally,
    smilingSeen: 190,
    smilingMissed: 20,
    unsmilingSeen: 200,
    unsmilingMistaken: 15,
    observers: { bothSmile: 210, onlyFirst: 4, onlySecond: 4, neither: 215 },
  }
  const adopt = (detector: string, at: string) => {
    const runs = calibrationStore(store, 'pier', detector)
    for (const door of ['entry', 'exit'] as const) {
      runs.count(door, 'normal', () => good, dayStart(at))
      runs.adopt(door, dayStart(at))
    }
  }
  const statsOf = async (query: Record<string, string>) =>
    Stats.parse((await app.inject({ url: readStats.path, query })).json())

  test('corrects the files and answers of days on which it was valid, and is named in them', async () => {
    adopt('d1', '2026-01-20')
    fill('pier', '2026-02-02', 10, even)
    const { calibration, whole } = await statsOf({ period: '2026-02' })
    expect(calibration?.map(({ door, began, smiling }) => [door, began, smiling])).toEqual([
      ['entry', '2026-01-20', 210],
      ['exit', '2026-01-20', 210],
    ])
    expect(whole[0]?.flags).not.toContain('uncalibrated')
    const asked = { from: '2026-02-01', to: '2026-02-28', grain: 'all' }
    const [row] = (await app.inject({ url: figuresFilePath, query: { ...asked, format: 'json' } })).json()
    expect(row.corrected.value).toBeCloseTo(0.15 / (190 / 210 + 200 / 215 - 1), 3)
    clock.jumpTo(noon + 400 * 86_400_000)
    const later = await app.inject({ url: figuresFilePath, query: { ...asked, format: 'json' } })
    clock.jumpTo(noon)
    expect(later.json()[0]).toEqual(row)
  })
  test('corrects nothing before it began, after it has run out, or of another detector', async () => {
    adopt('d1', '2026-01-20')
    fill('pier', '2026-01-05', 10, even)
    fill('pier', '2026-04-25', 3, even)
    fill('pier', '2026-02-02', 5, even)
    fill('pier', '2026-02-07', 5, even, 'd2')
    for (const period of ['2026-01', '2026-04', '2026-02'])
      expect((await statsOf({ period })).calibration, period).toBeNull()
  })
  test('of two observers who disagree (κ too small) is not taken into use', () => {
    const runs = calibrationStore(store, 'pier', 'd1')
    const apart = { ...good, observers: { bothSmile: 120, onlyFirst: 90, onlySecond: 90, neither: 130 } }
    runs.count('entry', 'normal', () => apart, noon)
    expect(runs.adopt('entry', noon)).toBe('observers-disagree')
    expect(runs.adopted('entry', noon)).toBeUndefined()
  })
})

describe('what is said of a file', () => {
  const asked = { from: '2026-02-01', to: '2026-02-28', grain: 'day', format: 'csv' }
  const take = (more: Record<string, string> = {}) => app.inject({ url: figuresFilePath, query: { ...asked, ...more } })

  test('is said of the file just taken, without making it again', async () => {
    fill('pier', '2026-02-02', 10, even)
    const file = await take()
    const before = reads
    const facts = (await take({ about: 'facts' })).json()
    expect(reads).toBe(before)
    expect(facts.sha256).toBe(createHash('sha256').update(file.rawPayload).digest('hex'))
    expect(facts).toMatchObject({
      usableShare: { entry: 0.9524, exit: 0.9524 },
      closureDays: { flagged: 0, excluded: 0 },
      noise: null,
      calibration: null,
    })
  })

  test('is its noise too: the same question has the same noise, another key another one, and no count is below ten', async () => {
    fill('pier', '2026-02-02', 10, { morning: [4, 12], afternoon: [40, 100] })
    const plain = (await take({ format: 'json' })).json()
    const once = await take({ format: 'json', epsilon: '1' })
    const again = await take({ format: 'json', epsilon: '1' })
    expect(again.body).toBe(once.body)
    const rows = once.json()
    expect(rows).not.toEqual(plain)
    for (const [at, row] of rows.entries()) {
      expect(row.entry.n).toBeGreaterThanOrEqual(10)
      expect(Math.abs(row.entry.n - plain[at].entry.n)).toBeLessThan(40)
      expect(row.exit.rate === null || Math.abs(row.exit.rate - row.exit.x / row.exit.n) < 0.001).toBe(true)
      expect(row.corrected).toBeNull()
    }
    const facts = (await take({ format: 'json', epsilon: '1', about: 'facts' })).json()
    expect(facts.noise).toMatchObject({ epsilon: 1, base: 0.6065, deviation: 2.7992 })
    store.writeSetting('noise-key', 'another')
    expect((await take({ format: 'json', epsilon: '1' })).body).not.toBe(once.body)
  })

  test.each(['0', '-1', '0.05', '6', 'much'])('is refused with noise of ε = %s', async (epsilon) => {
    const reply = await take({ epsilon })
    expect([400, 409]).toContain(reply.statusCode)
    expect(reply.json().code).toMatch(/epsilon-out-of-range|not-understood/)
  })
})

describe('a clock that jumped', () => {
  test('is said of every row it may have touched', async () => {
    fill('pier', '2026-02-02', 2, even)
    store.database.exec(`UPDATE bucket SET clock_state = 'jumped' WHERE quarter < '2026-02-03'`)
    const reply = await app.inject({ url: readStats.path, query: { period: '2026-02' } })
    expect(Stats.parse(reply.json()).rows.map(({ flags }) => flags.includes('clock'))).toEqual([true, false])
  })
})
