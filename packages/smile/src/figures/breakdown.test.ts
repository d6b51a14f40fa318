import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from './calendar.ts'
import { type PublishedRow, publishStationWith } from './publication.ts'
import { nothing, type Slice } from './slice.ts'
import { visitTypes } from './strata.ts'

const firstDay = '2026-03-02'
type Column = 'in' | 'out'
const hoursOf = (counts: ReadonlyArray<readonly number[]>): Slice[] =>
  counts.flatMap((day, at) =>
    day.map((came, hour) => ({
      ...nothing,
      station: 'pier',
      mode: 'opt-in' as const,
      span: `${dayAfter(firstDay, at)}T${10 + hour}`,
      in: came,
      out: came,
      quarters: 4,
      coveredSeconds: 3600,
    })),
  )
/** Forty readings of people who came one by one. */
const alone = { n: 40, u: 0, x: 20, parties: { clusters: 40, n: 40, x: 20, sumX2: 20, sumXN: 20, sumN2: 40 } }
const period = { from: firstDay, to: dayAfter(firstDay, 20) }

describe('a breakdown', () => {
  test('adds the days up by the hour and by the day of the week', () => {
    const told = publishStationWith(
      hoursOf([
        [30, 40],
        [50, 60],
        [70, 80],
      ]),
      { ...period, grain: 'day' },
    )
    expect(told.by('hour').map(({ at, in: came }) => [at, came])).toEqual([
      [10, 150],
      [11, 180],
    ])
    expect(told.by('weekday').map(({ at, in: came }) => [at, came])).toEqual([
      [1, 70],
      [2, 110],
      [3, 150],
    ])
  })

  test('calls an hour with a guided group one of tours, whatever parties the readings came in', () => {
    const slices = hoursOf([[30, 40, 50]]).map((slice, at) => ({
      ...slice,
      guided: at === 1,
      entry: alone,
      exit: alone,
    }))
    const told = publishStationWith(slices, { ...period, grain: 'day' })
    expect(told.by('visit').map(({ at, in: came }) => [visitTypes[at], came])).toEqual([
      ['singles', 80],
      ['tours', 40],
    ])
  })

  test('tells of tours and singles although a few hours and strata are too small to be told of', () => {
    // Three weeks from a Monday; the hour from ten is quiet, and groups came then on a Monday, two Saturdays and a Sunday.
    const slices = hoursOf(Array.from({ length: 21 }, () => [9, 14, 30, 40])).map((slice, at) => ({
      ...slice,
      guided: [0, 20, 24, 48].includes(at) || at % 4 === 3,
      entry: { ...alone, n: slice.in },
    }))
    const told = publishStationWith(slices, { ...period, grain: 'hour' })
    expect(told.by('visit').map(({ entry }) => entry.n)).toEqual([21 * 53 - 4 * 9, 21 * 40 + 4 * 9])
  })

  test('gives no cell of fewer than ten away, whatever is subtracted from whatever', () => {
    const anyDay = fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 2, maxLength: 9 }), (counts) => {
        const slices = hoursOf(counts)
        const hours = publishStationWith(slices, { ...period, grain: 'hour' })
        const days = publishStationWith(slices, { ...period, grain: 'day' })
        const told = [...hours.rows, ...days.rows, ...hours.whole]
        const sums = [
          ...days.rows.map((day) => ({
            row: day,
            parts: hours.rows.filter(({ start }) => start >= day.start && start < day.end),
          })),
          ...hours.whole.map((row) => ({ row, parts: days.rows })),
          ...hours
            .by('hour')
            .map((row) => ({ row, parts: hours.rows.filter(({ start }) => hourAt(start) === row.at) })),
          ...days
            .by('weekday')
            .map((row) => ({ row, parts: days.rows.filter(({ start }) => weekdayAt(start) === row.at) })),
          { row: hours.whole[0], parts: hours.by('hour') },
          { row: days.whole[0], parts: days.by('weekday') },
        ]
        for (const row of told) expect(row.in === null || row.in >= 10).toBe(true)
        for (const { row, parts } of sums) if (row) expect(subtracted(row, parts, 'in')).not.toSatisfy(isSmall)
      }),
      { numRuns: 100 },
    )
  })
})

/** What is left of a shown sum when its shown parts are taken from it; undefined where the sum or nothing is hidden. */
function subtracted(row: PublishedRow, parts: readonly PublishedRow[], column: Column): number | undefined {
  const sum = row[column]
  const hidden = parts.filter((part) => part[column] === null)
  if (sum === null || hidden.length === 0) return undefined
  return parts.reduce((left, part) => left - (part[column] ?? 0), sum)
}
const isSmall = (left: number | undefined): boolean => left !== undefined && left < 10

const hourAt = (start: number): number => new Date(start + 8 * 3_600_000).getUTCHours()
const weekdayAt = (start: number): number => ((new Date(start + 8 * 3_600_000).getUTCDay() + 6) % 7) + 1
