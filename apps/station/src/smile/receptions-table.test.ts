import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FiguresFormat, figuresFilePath, readStats, StationFile, Stats } from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { Bucket, dayStart, shanghaiText } from '@riverside/smile'
import Fastify, { type FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receptionsOf } from '../group/receptions.ts'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { figuresRoutes } from './figures-routes.ts'
import { sliceStore } from './slice-store.ts'
import { rememberStation } from './station-facts.ts'

let folder: string
let store: Store
let app: FastifyInstance

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-receptions-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  const file = StationFile.parse({
    station: { id: 'pier', name: { zh: '=码头&<驿站>', en: 'Pier' }, place: { zh: '江边', en: 'Riverside' } },
    network: { port: 0 },
  })
  rememberStation(store, file)
  app = Fastify()
  figuresRoutes(app, { store, slices: sliceStore(store), station: 'pier', clock: handClock(dayStart('2026-03-20')) })
})
afterEach(async () => {
  await app.close()
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** A group that came on a day of March 2026 and stayed forty minutes. */
function receive(day: string, time: string, people: number | null): void {
  const began = `2026-03-${day}T${time}:00+08:00`
  const ended = shanghaiText(Date.parse(began) + 40 * 60_000)
  receptionsOf(store).add({
    began,
    ended,
    programme: 'yike',
    title: { zh: '杨树浦一课', en: 'A lesson' },
    people,
    items: 3,
  })
}

/** Forty people who came one by one in each hour from ten to one, at both doors. */
function fill(day: string): void {
  const buckets = bucketStore(store, '')
  for (const hour of [10, 11, 12])
    for (const door of ['entry', 'exit'] as const)
      buckets.put(
        Bucket.parse({
          station: 'pier',
          door,
          quarter: `2026-03-${day}T${hour}:00:00+08:00`,
          mode: 'opt-in',
          ...(door === 'entry' ? { in_n: 40 } : { out_n: 40 }),
          ...{ n: 40, x: 20, parties: 40, sum_x2: 20, sum_xn: 20, sum_n2: 40 },
        }),
      )
}

const asked = { from: '2026-03-01', to: '2026-03-31', grain: 'hour' }
const take = (format: FiguresFormat, more: Record<string, string> = {}) =>
  app.inject({ url: figuresFilePath, query: { ...asked, format, ...more } })
const statsOf = async (more: Record<string, string> = {}) =>
  Stats.parse((await app.inject({ url: readStats.path, query: { period: '2026-03', ...more } })).json())

describe('the groups that guides led', () => {
  beforeEach(() => {
    receive('02', '10:05', 31)
    receive('02', '11:10', 25)
    receive('05', '09:30', null)
    receive('06', '10:00', 7)
    receive('07', '10:00', 12)
    receive('08', '10:00', 44)
    for (const day of ['02', '07']) fill(day)
  })
  const days = [
    ['2026-03-02', 2, 0, 56],
    ['2026-03-05', 1, 1, null],
    ['2026-03-06', 1, 0, null],
    ['2026-03-07', 1, 0, null],
    ['2026-03-08', 1, 0, 44],
  ]

  test('stand beside a file of one table in its own format, by the day, small groups held back', async () => {
    const csv = (await take('csv', { about: 'receptions' })).body
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF驿站编号,驿站,起,止,接待批数,没记人数的批数,接待人数,说明',
      "pier,'=码头&<驿站>,2026-03-02T00:00:00+08:00,2026-03-03T00:00:00+08:00,2,0,56,",
      "pier,'=码头&<驿站>,2026-03-05T00:00:00+08:00,2026-03-06T00:00:00+08:00,1,1,,讲解员没有记人数",
    ])
    const json = (await take('json', { about: 'receptions' })).json() as Record<string, unknown>[]
    expect(json.map((row) => [String(row.start).slice(0, 10), row.groups, row.uncounted, row.people])).toEqual(days)
    const parquet = await take('parquet', { about: 'receptions' })
    const rows = await parquetReadObjects({ file: new Uint8Array(parquet.rawPayload).buffer })
    expect(rows.map((row) => [Number(row.groups_n), row.group_people && Number(row.group_people)])).toEqual(
      days.map(([, groups, , people]) => [groups, people]),
    )
    for (const told of [csv, JSON.stringify(json), parquet.rawPayload.toString('latin1')])
      expect(told).not.toMatch(/杨树浦|yike|10:05/)
  })

  test('stand on a sheet of the workbook, as typed cells and plain text', async () => {
    const parts = unzipSync((await take('xlsx')).rawPayload)
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="团队接待"')
    const sheet = strFromU8(parts['xl/worksheets/sheet5.xml'] ?? new Uint8Array())
    expect([...sheet.matchAll(/<c r="E\d+" s="\d+"><v>(\d+)<\/v>/g)].map(([, people]) => people)).toEqual(['56', '44'])
    expect(sheet).toContain('=码头&amp;&lt;驿站&gt;：讲解员接待了 6 批团队（1 批没有记人数），共 119 人。')
    expect(sheet).not.toContain('<f>')
  })

  test('are said beside every file with their checksum, and of the whole period in its answer to programs', async () => {
    const file = (await take('csv', { about: 'receptions' })).rawPayload
    const { receptions, rows } = (await take('csv', { about: 'facts' })).json()
    expect(receptions).toEqual({
      stations: [{ station: 'pier', groups: 6, uncounted: 1, people: 119, note: null }],
      rows: 5,
      suppressedCells: 2,
      dataSha256: createHash('sha256').update(file).digest('hex'),
    })
    expect(rows).toBe(6)
    const told = (await statsOf()).receptions
    expect(told.map(({ days, whole }) => [days.length, whole.people])).toEqual([[5, 119]])
    expect((await statsOf({ stations: 'pier', mode: 'ambient' })).receptions).toEqual(told)
  })

  test('make the hours in which they were there hours of tours', async () => {
    const { breakdown } = await statsOf({ breakdown: 'visit' })
    // The groups of the 2nd stayed from 10 to 12, that of the 7th within the hour from 10.
    expect(breakdown?.map(({ at, in: came }) => [at, came])).toEqual([
      [0, 120],
      [1, 120],
    ])
    store.database.exec('DELETE FROM reception')
    expect((await statsOf({ breakdown: 'visit' })).breakdown?.map(({ at, in: came }) => [at, came])).toEqual([[0, 240]])
  })

  test('are the same bytes for the same question in every format', async () => {
    for (const format of FiguresFormat.options)
      for (const about of format === 'xlsx' || format === 'pdf' ? [{}] : [{}, { about: 'receptions' }]) {
        const [once, again] = [await take(format, about), await take(format, about)]
        expect(once.rawPayload.equals(again.rawPayload), format).toBe(true)
      }
    for (const format of ['xlsx', 'pdf'] as const)
      expect((await take(format, { about: 'receptions' })).statusCode).toBe(404)
  })

  test('carry noise on their people where it is asked for, and on nothing that is held back', async () => {
    const noisy = { about: 'receptions', epsilon: '0.5' }
    const once = (await take('json', noisy)).json() as Array<{ people: number | null; groups: number }>
    expect(once.map(({ people }) => people === null)).toEqual(days.map(([, , , people]) => people === null))
    expect(once.map(({ groups }) => groups)).toEqual(days.map(([, groups]) => groups))
    expect(once.map(({ people }) => people)).not.toEqual(days.map(([, , , people]) => people))
    expect((await take('json', noisy)).json()).toEqual(once)
  })
})

describe('a period without groups', () => {
  test('says so, and its table is a header', async () => {
    fill('02')
    expect((await take('csv', { about: 'receptions' })).body.split('\r\n')).toHaveLength(2)
    expect((await take('json', { about: 'receptions' })).json()).toEqual([])
    const { stations, rows } = (await take('csv', { about: 'facts' })).json().receptions
    expect([stations, rows]).toEqual([[], 0])
  })
})
