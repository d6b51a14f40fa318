import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bucket, dayAfter, dayStart, monthsBefore, publishStation, type SliceLength } from '@riverside/smile'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { keptFrom, retire } from './retention.ts'
import { sliceStore } from './slice-store.ts'

const today = '2026-11-22'
const now = dayStart(today) + 12 * 3_600_000

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-retention-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
})
afterEach(() => {
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** Two busy quarter-hours at both doors on every fifth day of four years. */
function fourYears(): void {
  const buckets = bucketStore(store, 'pier')
  store.inOneGo(() => {
    for (let day = '2022-12-03', at = 0; day <= today; day = dayAfter(day, 5), at += 1)
      for (const door of ['entry', 'exit'] as const)
        for (const time of ['10:15', '17:30'])
          buckets.put(
            Bucket.parse({
              station: 'pier',
              door,
              quarter: `${day}T${time}:00+08:00`,
              mode: at % 7 === 0 ? 'ambient' : 'opt-in',
              ...(door === 'entry' ? { in_n: 40 + (at % 9) } : { out_n: 41 + (at % 7), b4: 3, b5: 9 }),
              n: 30 + (at % 11),
              x: door === 'entry' ? 8 : 22,
              u: 2,
              parties: 20,
              sum_x2: 60,
              sum_xn: 90,
              sum_n2: 150,
              p11: 1,
              detector_version: at % 2 === 0 ? 'd1' : 'd2',
            }),
          )
  })
}

const slices = (from: string, to: string, length: SliceLength) =>
  sliceStore(store).slices('pier', dayStart(from), dayStart(dayAfter(to)), length)
const oldestQuarter = () =>
  (store.database.prepare('SELECT min(quarter) AS quarter FROM bucket').get() as { quarter: string }).quarter

describe('what has grown too old', () => {
  test('is let go by the quarter-hour after 13 months and by the hour after 36 (P-18)', () => {
    fourYears()
    expect(retire(store, now)).toBeGreaterThan(800)
    expect(oldestQuarter() >= '2025-10-21T16:00:00Z').toBe(true)
    expect(slices('2022-12-01', '2023-11-21', 'hour')).toEqual([])
    expect(slices('2023-11-22', '2023-12-31', 'hour').length).toBeGreaterThan(10)
    expect(slices('2022-12-01', '2023-11-21', 'day').length).toBeGreaterThan(60)
  })
  test('gives the same figures by the day before and after', () => {
    fourYears()
    const asked = { from: '2022-12-01', to: today, grain: 'day' } as const
    const before = slices(asked.from, asked.to, 'day')
    retire(store, now)
    const after = slices(asked.from, asked.to, 'day')
    expect(after).toEqual(before)
    expect(publishStation(after, asked)).toEqual(publishStation(before, asked))
  })
  test('goes once, however often it is asked, and a clock set back brings nothing back', () => {
    fourYears()
    retire(store, now)
    const days = slices('2022-12-01', today, 'day')
    expect([retire(store, now), retire(store, now - 400 * 86_400_000)]).toEqual([0, 0])
    expect(slices('2022-12-01', today, 'day')).toEqual(days)
    expect(keptFrom(store)).toBe(dayStart(monthsBefore(today, 13)))
  })
  test('is reckoned from the newest count, so that a clock ten years ahead ages nothing', () => {
    fourYears()
    retire(store, now + 3650 * 86_400_000)
    expect(keptFrom(store)).toBe(dayStart(monthsBefore(today, 13)))
  })
})

describe('the same day some months before', () => {
  test('is the last of the month where the month is too short', () => {
    expect(monthsBefore('2026-03-31', 13)).toBe('2025-02-28')
    expect(monthsBefore('2025-03-31', 13)).toBe('2024-02-29')
    expect(monthsBefore('2026-11-22', 36)).toBe('2023-11-22')
  })
})
