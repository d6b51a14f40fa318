import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bucket, dayAfter, dayStart, slicesOf } from '@riverside/smile'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { sliceStore } from './slice-store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-slices-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
})
afterEach(() => {
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const first = '2026-03-01'
const some = fc.nat(40)
const anyBucket = fc
  .record({
    station: fc.constantFrom('pier', 'mill', '钟楼'),
    door: fc.constantFrom('entry', 'exit'),
    at: fc.nat(3 * 96 - 1),
    mode: fc.constantFrom('opt-in', 'ambient', 'off'),
    counts: fc.record({
      in_n: some,
      out_n: some,
      u: some,
      b1: some,
      b4: some,
      b5: some,
      p11: some,
      p10: some,
      p00: some,
    }),
    n: some,
    parties: fc.option(some),
    covered_s: fc.nat(900),
    clock_state: fc.option(fc.constantFrom('sound', 'jumped'), { nil: undefined }),
    detector_version: fc.option(fc.constantFrom('d1', 'd2'), { nil: undefined }),
  })
  .map(({ at, counts, n, parties, ...rest }) =>
    Bucket.parse({
      ...rest,
      ...counts,
      n,
      x: n >> 1,
      ...(parties === null ? {} : { parties, sum_x2: n, sum_xn: 2 * n, sum_n2: 3 * n }),
      quarter: `${new Date(dayStart(first) + at * 900_000).toISOString().slice(0, 19)}Z`,
    }),
  )

describe('hours added up by the database', () => {
  test('are those added up one bucket at a time, whatever the buckets', () => {
    const [buckets, slices] = [bucketStore(store, 'pier'), sliceStore(store)]
    fc.assert(
      fc.property(
        fc.uniqueArray(anyBucket, { selector: (b) => `${b.station} ${b.door} ${b.quarter}`, maxLength: 60 }),
        (all) => {
          store.database.exec('DELETE FROM bucket')
          store.inOneGo(() => {
            for (const bucket of all) buckets.put(bucket)
          })
          const [from, to] = [dayStart(first), dayStart(dayAfter(first, 3))]
          for (const length of ['hour', 'day'] as const) {
            const found = slices.stations().flatMap((station) => slices.slices(station, from, to, length))
            expect(found).toEqual(slicesOf(all, length))
          }
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)
  test('leave out what lies before the first day and from the last on', () => {
    const buckets = bucketStore(store, 'pier')
    for (const quarter of [
      '2026-02-28T15:45:00Z',
      '2026-02-28T16:00:00Z',
      '2026-03-01T15:45:00Z',
      '2026-03-01T16:00:00Z',
    ])
      buckets.put(Bucket.parse({ station: 'pier', door: 'entry', quarter, mode: 'opt-in', n: 1 }))
    const found = sliceStore(store).slices('pier', dayStart(first), dayStart(dayAfter(first)), 'hour')
    expect(found.map(({ span }) => span)).toEqual(['2026-03-01T00', '2026-03-01T23'])
  })
  test('are none in an empty database', () => {
    expect(sliceStore(store).stations()).toEqual([])
  })
})
