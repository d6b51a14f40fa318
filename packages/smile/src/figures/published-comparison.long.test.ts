import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakdowns } from './breakdown.ts'
import { dayAfter } from './calendar.ts'
import { type BreakdownRow, type PublishedRow, publishStationWith } from './publication.ts'
import { publishComparison } from './published-comparison.ts'
import { nobody, nothing, type Slice } from './slice.ts'
import { localTime, stratumNumber, stratumOf, visitTypeOf, visitTypes } from './strata.ts'
import { thresholds } from './thresholds.ts'
import { type TotalsTree, totalsOf } from './totals.ts'

type Cell = { readonly n: number; readonly x: number; readonly isTour: boolean; readonly guided: boolean }
const someCount = fc.oneof(fc.nat(12), fc.nat(80))
const someCell = fc
  .tuple(someCount, someCount, fc.boolean(), fc.boolean())
  .map(([n, x, isTour, guided]): Cell => ({ n, x: Math.min(n, x), isTour, guided }))
/** Days from a Thursday on, so that the weekend is among them; hours of several bands. */
const someDays = fc.array(fc.array(someCell, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 })
const hours = [10, 11, 12, 15, 18]

const slicesOf = (from: string, days: ReadonlyArray<readonly Cell[]>): Slice[] =>
  days.flatMap((cells, day) =>
    cells.map(({ n, x, isTour, guided }, at) => {
      const parties = { clusters: isTour ? 1 : n, n, x, sumX2: x, sumXN: x, sumN2: isTour ? n * n : n }
      return {
        ...nothing,
        station: 'pier',
        mode: 'opt-in' as const,
        span: `${dayAfter(from, day)}T${hours[at]}`,
        entry: { ...nobody, n, x, parties },
        guided,
        quarters: 4,
        coveredSeconds: 3600,
      }
    }),
  )
const first = { from: '2026-01-01', to: '2026-01-06' }
const second = { from: '2026-03-05', to: '2026-03-10' }

describe('everything that is published of two periods together', () => {
  test('lets nobody work out a cell that is held back, in ten thousand tables (P-13)', () => {
    fc.assert(
      fc.property(someDays, someDays, (one, other) => {
        const sides = [
          { slices: slicesOf(first.from, one), period: first },
          { slices: slicesOf(second.from, other), period: second },
        ] as const
        const [told] = publishComparison(...sides)
        for (const [at, { slices, period }] of sides.entries()) {
          const strata = told?.strata.filter(({ door }) => door === 'entry') ?? []
          const numbers = new Set(strata.map(stratumNumber))
          const atoms = totalsOf(slices, period).flatMap((tree) => tree.parts.flatMap((day) => day.parts))
          const tables = (['hour', 'day', 'all'] as const).map((grain) =>
            publishStationWith(slices, { ...period, grain }),
          )
          const within = (row: PublishedRow) =>
            atoms.map(({ totals: { start } }) => Number(row.start <= start && start < row.end))
          const by = (of: (start: number, atom: (typeof atoms)[number]) => number, rows: readonly BreakdownRow[]) =>
            rows.map((row) => ({ row, sum: atoms.map((atom) => Number(of(atom.totals.start, atom) === row.at)) }))
          const sums = [
            ...tables.flatMap(({ rows }) => rows.map((row) => ({ row, sum: within(row) }))),
            ...by((start) => localTime(start).hour, tables[0]?.by('hour') ?? []),
            ...by((start) => localTime(start).weekday, tables[0]?.by('weekday') ?? []),
            ...by((_, { totals }) => visitTypes.indexOf(visitTypeOf(totals)), tables[0]?.by('visit') ?? []),
          ]
          const held = totalsOf(slices, period).flatMap((tree) => breakdowns(tree, thresholds).stratum)
          const ofStrata = held.map(({ at: number, cell }) => ({
            number,
            allowed: { n: cell.allowed.entry, x: cell.allowed.entrySmiles },
            sum: atoms.map(({ totals }) => Number(stratumNumber(stratumOf(totals)) === number)),
          }))
          for (const read of ['n', 'x'] as const) {
            const cells = [
              ...sums.map(({ row, sum }) => ({
                isKnown: row.entry[read] !== null,
                isHeld: row.entry[read] === null,
                sum,
              })),
              ...ofStrata.map(({ number, allowed, sum }) => ({
                // Of a stratum that is held back only such hours count as are shown anyhow.
                isKnown: numbers.has(number) && allowed.n && allowed.x,
                isHeld: !allowed[read],
                sum,
              })),
            ]
            const known = reduced(cells.filter(({ isKnown }) => isKnown).map(({ sum }) => sum))
            for (const { isHeld, sum } of cells)
              if (isHeld && isSecret(sum, atoms)) expect(isWithin(known, sum), `${at} ${read}`).toBe(false)
          }
        }
      }),
      { numRuns: 5000 },
    )
  }, 300_000)

  test('shows no stratum of fewer than ten', () => {
    fc.assert(
      fc.property(someDays, someDays, (one, other) => {
        const compared = publishComparison(
          { slices: slicesOf(first.from, one), period: first },
          { slices: slicesOf(second.from, other), period: second },
        )
        for (const { a, b } of compared.flatMap(({ strata }) => strata))
          expect(Math.min(a.n, b.n)).toBeGreaterThanOrEqual(10)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)
})

type Row = readonly number[]

const hourOf = (day: string, hour: number, x: number, n: number): Slice => {
  const parties = { clusters: n, n, x, sumX2: x, sumXN: x, sumN2: n }
  return {
    ...nothing,
    station: 'pier',
    mode: 'opt-in',
    span: `${day}T${hour}`,
    exit: { ...nobody, n, x, parties },
    quarters: 4,
    coveredSeconds: 3600,
  }
}

/** About fewer than ten readings: neither how many they are nor how many of them smiled may be had. */
const isSecret = (sum: Row, atoms: readonly TotalsTree[]): boolean =>
  atoms.reduce((n, { totals }, at) => (sum[at] === 1 ? n + totals.entry.n : n), 0) < 10

/** The sums as rows of which each has a column to itself: what is in their span is what can be worked out from them. */
function reduced(sums: readonly Row[]): ReadonlyArray<{ readonly row: Row; readonly pivot: number }> {
  const found: Array<{ row: Row; pivot: number }> = []
  for (const sum of sums) {
    const row = without(found, sum)
    const pivot = row.findIndex((value) => Math.abs(value) > 1e-9)
    if (pivot < 0) continue
    const head = row[pivot] ?? 1
    const scaled = row.map((value) => value / head)
    for (const [at, other] of found.entries()) {
      const factor = other.row[pivot] ?? 0
      if (factor !== 0)
        found[at] = { ...other, row: other.row.map((value, column) => value - factor * (scaled[column] ?? 0)) }
    }
    found.push({ row: scaled, pivot })
  }
  return found
}

const without = (basis: ReturnType<typeof reduced>, sum: Row): Row =>
  basis.reduce<Row>((left, { row, pivot }) => {
    const factor = left[pivot] ?? 0
    return factor === 0 ? left : left.map((value, column) => value - factor * (row[column] ?? 0))
  }, sum)

const isWithin = (basis: ReturnType<typeof reduced>, sum: Row): boolean =>
  without(basis, sum).every((value) => Math.abs(value) < 1e-9)

describe('a difference that is none', () => {
  test('is called one about once in twenty, however tours and days differ', () => {
    const chance = seededChance(11)
    const runs = 400
    let called = 0
    for (let run = 0; run < runs; run += 1) {
      const period = (from: string) =>
        Array.from({ length: 14 }, (_, at) => dayAfter(from, at)).flatMap((day) => {
          const mood = 0.35 + 0.2 * (chance() - 0.5)
          return [10, 12, 15, 18].flatMap((hour) => {
            const n = 20 + Math.floor(40 * chance())
            const p = Math.min(0.95, mood + hour / 100)
            const x = Array.from({ length: n }, () => (chance() < p ? 1 : 0)).reduce<number>((sum, one) => sum + one, 0)
            return hourOf(day, hour, x, n)
          })
        })
      const [told] = publishComparison(
        { slices: period(first.from), period: { from: first.from, to: dayAfter(first.from, 13) } },
        { slices: period(second.from), period: { from: second.from, to: dayAfter(second.from, 13) } },
      )
      if (told?.exit.verdict !== 'level') called += 1
    }
    expect(called / runs).toBeGreaterThan(0.02)
    expect(called / runs).toBeLessThan(0.09)
  }, 120_000)
})
