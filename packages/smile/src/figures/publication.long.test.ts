import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bucket } from './bucket.ts'
import { dayAfter, readQuarter } from './calendar.ts'
import { type PublishedTable, publish as publishSlices } from './publication.ts'
import { usableBounds } from './published-door.ts'
import { slicesOf } from './slice.ts'
import { stricter, thresholds } from './thresholds.ts'
import { closureOf, type Grain, type Period } from './totals.ts'

type Counts = Partial<Omit<Bucket, 'station' | 'door' | 'quarter'>>
const publish = (buckets: readonly Bucket[], asked: Period & { grain: Grain }) =>
  publishSlices(slicesOf(buckets, asked.grain === 'hour' ? 'hour' : 'day'), asked)

const empty = Bucket.parse({ station: 'pier', door: 'entry', quarter: '2026-03-01T00:00:00Z', mode: 'opt-in' })
const bucket = (day: string, time: string, door: 'entry' | 'exit', counts: Counts): Bucket => ({
  ...empty,
  door,
  quarter: readQuarter(`${day}T${time}:00+08:00`) ?? '',
  ...counts,
})

/** Parties of one: what the sums are when everybody comes alone. */
const alone = (x: number, n: number): Counts => ({ x, n, parties: n, sum_x2: x, sum_xn: x, sum_n2: n })

const tenDays = [
  [61, 310, 178, 305],
  [40, 220, 118, 214],
  [95, 402, 201, 398],
  [38, 250, 131, 247],
  [72, 290, 166, 288],
  [120, 510, 262, 505],
  [131, 560, 270, 548],
  [52, 300, 160, 296],
  [44, 240, 126, 236],
  [80, 333, 190, 330],
].flatMap(([x1 = 0, n1 = 0, x2 = 0, n2 = 0], at) => {
  const day = dayAfter('2026-03-05', at)
  return [
    bucket(day, '11:00', 'entry', { ...alone(x1, n1), in_n: n1 }),
    bucket(day, '11:00', 'exit', { ...alone(x2, n2), out_n: n2 }),
  ]
})

const to4 = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)))
const only = (table: PublishedTable) => {
  const [row] = table.rows
  if (!row) throw new Error('the table is empty')
  return row
}
const ofDay = (counts: { entry: Counts; exit: Counts }, grain: Grain = 'day') =>
  publish([bucket('2026-03-14', '11:00', 'entry', counts.entry), bucket('2026-03-14', '11:00', 'exit', counts.exit)], {
    from: '2026-03-14',
    to: '2026-03-14',
    grain,
  })

describe('what is published of ten days', () => {
  const row = only(publish(tenDays, { from: '2026-03-05', to: '2026-03-14', grain: 'all' }))
  test('are the rates with limits by day, and the headline difference (W-09, W-10)', () => {
    expect([row.entry.rate, row.entry.low, row.entry.high].map(to4)).toEqual([0.2146, 0.1933, 0.2376])
    expect([row.exit.rate, row.exit.low, row.exit.high].map(to4)).toEqual([0.5352, 0.5095, 0.5607])
    expect([row.delta.value, row.delta.low, row.delta.high].map(to4)).toEqual([0.3206, 0.2823, 0.3588])
    expect([row.delta.method, row.delta.days, row.delta.note]).toEqual(['day-linearised', 10, null])
  })
  test('is the same in whatever order the buckets came', () => {
    const asked = { from: '2026-03-05', to: '2026-03-14', grain: 'day' } as const
    expect(publish([...tenDays].reverse(), asked)).toEqual(publish(tenDays, asked))
  })
  test('is called preliminary while there are fewer than eight days', () => {
    const week = only(publish(tenDays, { from: '2026-03-05', to: '2026-03-11', grain: 'all' }))
    expect([week.delta.method, week.delta.note]).toEqual(['party-mover', 'preliminary'])
  })
})

describe('a rate', () => {
  test('of ten parties who resemble each other is not shown (W-11, R3)', () => {
    const parties = { x: 28, n: 68, parties: 10, sum_x2: 240, sum_xn: 437, sum_n2: 1112 }
    const { entry } = only(ofDay({ entry: parties, exit: alone(20, 40) }))
    expect(entry).toMatchObject({ n: 68, x: 28, rate: null, low: null, high: null, note: 'unreliable' })
  })
  test('of one half needs 40 visitors rather than 30 (W-26, R3)', () => {
    const row = only(ofDay({ entry: { x: 15, n: 30 }, exit: { x: 20, n: 40 } }))
    expect([row.entry.rate, row.exit.rate]).toEqual([null, 0.5])
    expect(row.delta.note).toBe('insufficient')
  })
  test('of nobody or everybody is shown only as a bound below 50 visitors (R1)', () => {
    const row = only(ofDay({ entry: alone(0, 40), exit: alone(40, 40) }))
    expect(row.entry).toMatchObject({ n: 40, x: null, rate: null, note: 'below-5' })
    expect(row.exit).toMatchObject({ n: 40, x: null, rate: null, note: 'above-95' })
  })
  test('of nine visitors is not shown, nor how many they were (R1)', () => {
    const row = only(ofDay({ entry: alone(5, 9), exit: alone(5, 10) }))
    expect(row.entry).toMatchObject({ n: null, u: null, x: null, rate: null, note: 'too-few' })
    expect(row.exit.n).toBe(10)
  })
})

describe('the usable share', () => {
  test('gives the worst and the best case (W-21)', () => {
    const { worst, best } = usableBounds(0.8674, 0.7)
    expect([to4(worst), to4(best)]).toEqual([0.6072, 0.9072])
  })
  test('below 60 % at a door hides the difference and shows the bounds (R6)', () => {
    const row = only(ofDay({ entry: { ...alone(40, 100), u: 100 }, exit: alone(60, 100) }))
    expect(row.delta).toMatchObject({ value: null, note: 'usable-share' })
    expect(row.entry.bounds).toEqual({ worst: 0.2, best: 0.7 })
  })
})

describe('closure', () => {
  test('is none where as many left as came, and flags a day above 5 % (W-24)', () => {
    expect(closureOf({ in: 4813, out: 4813 })).toBe(0)
    expect(to4(closureOf({ in: 410, out: 372 }) ?? null)).toBe(0.0972)
    const row = only(ofDay({ entry: { ...alone(90, 200), in_n: 410 }, exit: { ...alone(120, 200), out_n: 372 } }))
    expect(row.flags).toContain('closure')
  })
  test('above 20 % leaves the day out of the difference', () => {
    const broken = bucket('2026-03-15', '11:00', 'exit', { ...alone(190, 200), in_n: 300, out_n: 100 })
    const row = only(publish([...tenDays, broken], { from: '2026-03-05', to: '2026-03-15', grain: 'all' }))
    expect(to4(row.delta.value)).toBe(0.3206)
    expect(row.flags).toContain('day-excluded')
  })
  test('is unknown, not enormous, where one direction was never counted', () => {
    expect(closureOf({ in: 300, out: 0 })).toBeUndefined()
  })
})

describe('the thresholds', () => {
  test('may be made stricter but not looser', () => {
    expect(stricter({ leastShown: 3, widestInterval: 0.5 })).toEqual(thresholds)
    expect(stricter({ leastShown: 20, widestInterval: 0.2 })).toMatchObject({ leastShown: 20, widestInterval: 0.2 })
  })
})

describe('complementary suppression', () => {
  test('hides the next smallest hour beside a single small one (R2)', () => {
    const hours = [4, 60, 25, 80].map((n, at) => bucket('2026-03-14', `1${at}:00`, 'entry', alone(1, n)))
    const table = publish(hours, { from: '2026-03-14', to: '2026-03-14', grain: 'hour' })
    expect(table.rows.map((row) => row.entry.n)).toEqual([null, 60, null, 80])
  })

  const time = (hour: number) => `${String(10 + hour).padStart(2, '0')}:00`
  const someCount = fc.oneof(fc.nat(12), fc.nat(80))
  const someDays = fc.array(
    fc.array(
      fc.tuple(someCount, someCount).map(([n, x]) => ({ n, x: Math.min(n, x) })),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  const asked = { from: '2026-03-01', to: '2026-03-04' }
  const bucketsOf = (days: ReadonlyArray<ReadonlyArray<{ n: number; x: number }>>) =>
    days.flatMap((hours, day) =>
      hours.map(({ n, x }, hour) =>
        bucket(dayAfter(asked.from, day), time(hour), 'entry', { ...alone(x, n), in_n: n, out_n: x }),
      ),
    )

  test('never shows a count below ten, at any grain', () => {
    fc.assert(
      fc.property(someDays, fc.constantFrom<Grain>('hour', 'day', 'all'), (days, grain) => {
        for (const row of publish(bucketsOf(days), { ...asked, grain }).rows) {
          for (const count of [row.in, row.out, row.entry.n]) expect(count === null || count >= 10).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  }, 120_000)

  test('lets nobody work out a hidden cell from all three grains together (P-13)', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const buckets = bucketsOf(days)
        const tables = (['hour', 'day', 'all'] as const).map((grain) => publish(buckets, { ...asked, grain }))
        for (const read of [inOf, smilesOf, readingsOf]) {
          const hours = tables[0]?.rows ?? []
          const cells = tables.flatMap((table) => table.rows.filter((row) => read(row) === null))
          if (cells.length === 0) continue
          const known = tables.flatMap((table) =>
            table.rows
              .filter((row) => read(row) !== null)
              .map((row) => hours.map((hour) => (row.start <= hour.start && hour.end <= row.end ? 1 : 0))),
          )
          const rankOfKnown = rank(known)
          for (const cell of cells) {
            const wanted = hours.map((hour) => (cell.start <= hour.start && hour.end <= cell.end ? 1 : 0))
            expect(rank([...known, wanted])).toBeGreaterThan(rankOfKnown)
          }
        }
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})

type Row = PublishedTable['rows'][number]
const inOf = (row: Row) => row.in
const readingsOf = (row: Row) => row.entry.n
const smilesOf = (row: Row) => row.entry.x

/** How many of the sums say something the others do not: a sum in the span of the others can be worked out from them. */
function rank(sums: readonly (readonly number[])[]): number {
  const rows = sums.map((sum) => [...sum])
  let found = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9)
    const chosen = rows[pivot]
    if (!chosen) continue
    rows.splice(pivot, 1)
    rows.splice(found, 0, chosen)
    for (const row of rows.slice(found + 1)) {
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1)
      if (factor !== 0)
        for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (chosen[at] ?? 0)
    }
    found += 1
  }
  return found
}
