import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StationFile, Wall } from '@riverside/contract'
import { Bucket, dayAfter, dayStart, type Mode } from '@riverside/smile'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { sliceStore } from './slice-store.ts'
import { wallOf } from './wall.ts'

const today = '2026-03-14'
const noon = dayStart(today) + 12 * 3_600_000
const file = StationFile.parse({
  station: { id: 'pier', name: { zh: '码头驿站', en: 'Pier Station' }, place: { zh: '江边', en: 'By the river' } },
})
let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-wall-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
})
afterEach(() => {
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const wall = (mode: Mode = 'opt-in', now = noon) => Wall.parse(wallOf(sliceStore(store), file, mode, now, {}))

/** Readings of both doors in one quarter-hour of a day, covered throughout. */
function count(
  day: string,
  time: string,
  doors: { entry?: readonly [x: number, n: number]; exit?: readonly [x: number, n: number] },
  covered = 900,
) {
  const buckets = bucketStore(store, 'pier')
  const at = { station: 'pier', quarter: `${day}T${time}:00+08:00`, mode: 'opt-in', covered_s: covered }
  const party = ([x, n]: readonly [number, number]) => ({ x, n, parties: n, sum_x2: x, sum_xn: x, sum_n2: n })
  const rows = [
    ...(doors.entry ? [{ ...at, door: 'entry', in_n: doors.entry[1] + 4, ...party(doors.entry) }] : []),
    ...(doors.exit ? [{ ...at, door: 'exit', out_n: doors.exit[1] + 3, ...party(doors.exit) }] : []),
  ]
  for (const row of rows) buckets.put(Bucket.parse({ ...row, quarter: utc(row.quarter) }))
}
const utc = (text: string): string => `${new Date(text).toISOString().slice(0, 19)}Z`

/** So many days before today, each with three busy hours. */
function before(days: number): void {
  for (let at = 1; at <= days; at += 1)
    for (const time of ['10:15', '13:00', '16:45'])
      count(dayAfter(today, -at), time, { entry: [20 + at, 90], exit: [48 + (at % 3), 92] })
}

describe('the wall', () => {
  test('of an empty station has nothing to show and shows nothing', () => {
    expect(wall()).toMatchObject({
      day: today,
      until: '12:00',
      today: { in: null, out: null, entry: { n: null, x: null }, exit: { n: null, x: null }, partial: false },
      period: null,
    })
  })

  test('knows closed quarter-hours only', () => {
    count(today, '11:45', { entry: [30, 80], exit: [50, 70] })
    count(today, '12:00', { entry: [15, 40], exit: [15, 40] })
    expect(wall('opt-in', noon + 14 * 60_000).today).toMatchObject({ in: 84, out: 73, entry: { n: 80, x: 30 } })
    expect(wall('opt-in', noon + 15 * 60_000).today).toMatchObject({ in: 128, entry: { n: 120, x: 45 } })
    expect(wall('opt-in', dayStart(today) + 60_000).until).toBeNull()
  })

  test('keeps back what is about fewer than ten', () => {
    count(today, '10:00', { entry: [3, 9], exit: [5, 30] })
    expect(wall().today).toMatchObject({ entry: { n: null, x: null }, exit: { n: 30, x: 5 } })
  })

  test('never sends a rate of today', () => {
    before(9)
    count(today, '10:00', { entry: [30, 90], exit: [45, 90] })
    const { today: shown, period } = wall()
    expect(Object.keys(shown.entry).toSorted()).toEqual(['n', 'x'])
    expect(period?.to).toBe(dayAfter(today, -1))
  })

  test('waits for eight open days before it says a difference', () => {
    before(7)
    expect(wall().period?.delta).toEqual({ value: null, low: null, high: null, days: 7, note: 'preliminary' })
    count(dayAfter(today, -8), '11:00', { entry: [20, 90], exit: [49, 90] })
    expect(wall().period?.delta).toMatchObject({ days: 8, note: null, value: expect.closeTo(0.28, 1) })
  })

  test('looks back on ten open days, by hour and by day, and calls what has no calibration so', () => {
    before(14)
    const { period } = wall()
    expect(period?.byDay.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, at) => dayAfter(today, at - 10)))
    expect(period?.byHour.map(({ at }) => at)).toEqual([10, 13, 16])
    expect(period?.isCalibrated).toBe(false)
  })

  test('hides a small hour and one neighbour more', () => {
    before(9)
    count(dayAfter(today, -1), '19:00', { entry: [1, 4] })
    const hidden = wall().period?.byHour.filter(({ entry }) => entry.n === null) ?? []
    expect(hidden.length).toBeGreaterThan(1)
    expect(hidden.map(({ at }) => at)).toContain(19)
  })

  test('says which days are partial', () => {
    before(8)
    count(dayAfter(today, -9), '11:00', { entry: [20, 90], exit: [49, 90] }, 300)
    expect(wall().period?.byDay.map(({ partial }) => partial)).toEqual([
      true,
      ...Array.from({ length: 8 }, () => false),
    ])
  })

  test('goes on showing the days before while metering is off', () => {
    before(8)
    expect(wall('off')).toMatchObject({ mode: 'off', today: { in: null }, period: { delta: { note: null } } })
  })
})
