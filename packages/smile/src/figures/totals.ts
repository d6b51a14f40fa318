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

/** For one station, every mode: the whole period, its days, their hours. Slices outside the period are left out. */
export function totalsOf(slices: readonly Slice[], period: Period): readonly TotalsTree[] {
  const within = slices.filter(({ hour }) => period.from <= dayIn(hour) && dayIn(hour) <= period.to)
  const whole = { start: dayStart(period.from), end: dayStart(dayAfter(period.to)) }
  return groups(within, ({ mode }) => mode).map((ofMode) => {
    const parts = groups(ofMode, ({ hour }) => dayIn(hour)).map((ofDay) => {
      const day = dayIn(first(ofDay).hour)
      const hours = groups(ofDay, ({ hour }) => hour).map((ofHour) => ({
        totals: sumUp(ofHour, spanOfHour(first(ofHour).hour)),
        parts: [],
      }))
      return { totals: sumUp(ofDay, { start: dayStart(day), end: dayStart(dayAfter(day)) }), parts: hours }
    })
    return { totals: sumUp(ofMode, whole), parts }
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

/** The closure of each day of one station, whatever the mode. */
export function closures(slices: readonly Slice[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const ofDay of groups(slices, ({ hour }) => dayIn(hour))) {
    const closure = closureOf(ofDay.reduce<Counts>(add, nothing))
    if (closure !== undefined) found.set(dayIn(first(ofDay).hour), closure)
  }
  return found
}

const dayIn = (hour: string): string => hour.slice(0, 10)

function sumUp(slices: readonly Slice[], span: { start: Instant; end: Instant }): Totals {
  const { station, mode } = first(slices)
  const days = groups(slices, ({ hour }) => dayIn(hour)).map((ofDay) => {
    const { entry, exit } = ofDay.reduce<Counts>(add, nothing)
    return { day: dayIn(first(ofDay).hour), entry, exit }
  })
  return { ...slices.reduce<Counts>(add, nothing), station, mode, ...span, days }
}

function spanOfHour(hour: string) {
  const start = dayStart(dayIn(hour)) + Number(hour.slice(11)) * 3_600_000
  return { start, end: start + 3_600_000 }
}

/** Groups in the order of their keys, so that the same slices give the same table in whatever order they came. */
function groups(slices: readonly Slice[], keyOf: (slice: Slice) => string): readonly (readonly Slice[])[] {
  const found = new Map<string, Slice[]>()
  for (const slice of slices) {
    const key = keyOf(slice)
    const group = found.get(key)
    if (group) group.push(slice)
    else found.set(key, [slice])
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => group)
}

function first<T>(list: readonly T[]): T {
  const [head] = list
  if (head === undefined) throw new Error('A group is never empty')
  return head
}
