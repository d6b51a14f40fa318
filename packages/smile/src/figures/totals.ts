import type { Instant } from '@riverside/kit'
import type { Mode } from './bucket.ts'
import { dayAfter, dayStart } from './calendar.ts'
import { add, type Counts, type DoorTotals, nothing, type Slice } from './slice.ts'

export type DayTotals = { readonly day: string; readonly entry: DoorTotals; readonly exit: DoorTotals }

export type Grain = 'hour' | 'day' | 'all'

/** Everything counted at one station in one mode over one stretch of time. Not yet fit to be shown to anybody. */
export type Totals = Counts & {
  readonly station: string
  readonly mode: Mode
  readonly start: Instant
  /** The first instant after it. */
  readonly end: Instant
  readonly days: readonly DayTotals[]
}

/** One stretch with the shorter ones it consists of. */
export type TotalsTree = { readonly totals: Totals; readonly parts: readonly TotalsTree[] }

/** The days asked for, both inclusive, as local dates of Shanghai. */
export type Period = { readonly from: string; readonly to: string }

/** For one station, every mode: the whole period, its days, and, where the slices are hours, their hours. Slices outside the period are left out. */
export function totalsOf(slices: readonly Slice[], period: Period): readonly TotalsTree[] {
  const within = slices.filter((slice) => period.from <= dayIn(slice) && dayIn(slice) <= period.to)
  return groups(within, ({ mode }) => mode).map((ofMode) => {
    const parts = groups(ofMode, dayIn).map(dayTree)
    const { station, mode } = first(ofMode)
    return {
      totals: {
        ...sum(parts.map(({ totals }) => totals)),
        station,
        mode,
        start: dayStart(period.from),
        end: dayStart(dayAfter(period.to)),
        days: parts.flatMap(({ totals }) => totals.days),
      },
      parts,
    }
  })
}

/**
 * How far passages in and out are apart, |in − out| / ((in + out) / 2); `undefined` where one direction was not counted at all,
 * for a silent counter is missing, not zero.
 */
export const closureOf = (passages: { readonly in: number; readonly out: number }): number | undefined =>
  passages.in === 0 || passages.out === 0
    ? undefined
    : Math.abs(passages.in - passages.out) / ((passages.in + passages.out) / 2)

/** The closure of each day of one station, whatever the mode; of days whose counters failed there is none to tell. */
export function closures(slices: readonly Slice[]): ReadonlyMap<string, number> {
  const passages = new Map<string, { in: number; out: number }>()
  const uncounted = new Set(slices.filter((slice) => slice.uncounted).map(dayIn))
  for (const slice of slices) {
    if (uncounted.has(dayIn(slice))) continue
    const before = passages.get(dayIn(slice)) ?? { in: 0, out: 0 }
    passages.set(dayIn(slice), { in: before.in + slice.in, out: before.out + slice.out })
  }
  return new Map(
    [...passages].flatMap(([day, counted]) => {
      const closure = closureOf(counted)
      return closure === undefined ? [] : [[day, closure] as const]
    }),
  )
}

const dayIn = ({ span }: Slice): string => span.slice(0, 10)

const sum = (counts: readonly Counts[]): Counts => (counts.length === 1 ? first(counts) : counts.reduce(add, nothing))

function dayTree(ofDay: readonly Slice[]): TotalsTree {
  const { station, mode } = first(ofDay)
  const day = dayIn(first(ofDay))
  const start = dayStart(day)
  const totals = (counts: Counts, from: Instant, to: Instant): Totals => ({
    ...counts,
    station,
    mode,
    start: from,
    end: to,
    days: [{ day, entry: counts.entry, exit: counts.exit }],
  })
  const hours = ofDay.filter(({ span }) => span.length > day.length)
  return {
    totals: totals(sum(ofDay), start, dayStart(dayAfter(day))),
    parts: hours.map((hour) => {
      const began = start + Number(hour.span.slice(11)) * 3_600_000
      return { totals: totals(hour, began, began + 3_600_000), parts: [] }
    }),
  }
}

/** Groups in the order of their keys, and in each group in the order of time, in whatever order the slices came. */
function groups(slices: readonly Slice[], keyOf: (slice: Slice) => string): readonly (readonly Slice[])[] {
  const found = new Map<string, Slice[]>()
  for (const slice of slices) {
    const key = keyOf(slice)
    const group = found.get(key)
    if (group) group.push(slice)
    else found.set(key, [slice])
  }
  const inTime = (a: Slice, b: Slice) => (a.span < b.span ? -1 : a.span > b.span ? 1 : 0)
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group.sort(inTime))
}

function first<T>(list: readonly T[]): T {
  const [head] = list
  if (head === undefined) throw new Error('A group is never empty')
  return head
}
