import type { Instant } from '@riverside/kit'
import type { Bucket, Mode } from './bucket.ts'
import { dayAfter, dayOf, dayStart, hourOf } from './calendar.ts'
import type { ClusterSums } from './clusters.ts'

/** What was counted at one door over some time. */
export type DoorTotals = {
  readonly n: number
  readonly u: number
  readonly x: number
  /** Over parties; `undefined` where some readings came without them. */
  readonly parties: ClusterSums | undefined
}

export type DayTotals = { readonly day: string; readonly entry: DoorTotals; readonly exit: DoorTotals }

export type Grain = 'hour' | 'day' | 'all'

/** Everything counted at one station in one mode over one stretch of time. Not yet fit to be shown to anybody. */
export type Totals = {
  readonly station: string
  readonly mode: Mode
  readonly start: Instant
  /** The first instant after it. */
  readonly end: Instant
  readonly in: number
  readonly out: number
  readonly entry: DoorTotals
  readonly exit: DoorTotals
  readonly days: readonly DayTotals[]
  /** Share of the quarter-hours on record in which the reader was at work. */
  readonly covered: number
  readonly clockInDoubt: boolean
}

/** One stretch with the shorter ones it consists of. */
export type TotalsTree = { readonly totals: Totals; readonly parts: readonly TotalsTree[] }

/** The days asked for, both inclusive, as local dates of Shanghai. */
export type Period = { readonly from: string; readonly to: string }

/** For every station and mode: the whole period, its days, their hours. Buckets outside the period are left out. */
export function totalsOf(buckets: readonly Bucket[], period: Period): readonly TotalsTree[] {
  const within = buckets.filter(({ quarter }) => period.from <= dayOf(quarter) && dayOf(quarter) <= period.to)
  const whole = { start: dayStart(period.from), end: dayStart(dayAfter(period.to)) }
  return groups(within, ({ station, mode }) => `${station}\n${mode}`).map((ofOne) => ({
    totals: sumUp(ofOne, whole),
    parts: groups(ofOne, ({ quarter }) => dayOf(quarter)).map((ofDay) => ({
      totals: sumUp(ofDay, spanOfDay(dayOf(first(ofDay).quarter))),
      parts: groups(ofDay, ({ quarter }) => hourOf(quarter)).map((ofHour) => ({
        totals: sumUp(ofHour, spanOfHour(hourOf(first(ofHour).quarter))),
        parts: [],
      })),
    })),
  }))
}

/**
 * How far passages in and out are apart, |in − out| / ((in + out) / 2); `undefined` where one direction was not counted at all,
 * for a silent counter is missing, not zero.
 */
export const closureOf = (passages: { readonly in: number; readonly out: number }): number | undefined =>
  passages.in === 0 || passages.out === 0
    ? undefined
    : Math.abs(passages.in - passages.out) / ((passages.in + passages.out) / 2)

export function addDoors(doors: readonly DoorTotals[]): DoorTotals {
  return doors.reduce(
    (all, door) => ({
      n: all.n + door.n,
      u: all.u + door.u,
      x: all.x + door.x,
      parties: all.parties && door.parties && addSums(all.parties, door.parties),
    }),
    nobody,
  )
}

/** The closure of each day of each station, whatever the mode: `station\nday` to ratio. */
export function closures(buckets: readonly Bucket[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const ofDay of groups(buckets, ({ station, quarter }) => closureKey(station, dayOf(quarter)))) {
    const closure = closureOf(passagesOf(ofDay))
    if (closure !== undefined) found.set(closureKey(first(ofDay).station, dayOf(first(ofDay).quarter)), closure)
  }
  return found
}

export const closureKey = (station: string, day: string): string => `${station}\n${day}`

function sumUp(buckets: readonly Bucket[], span: { start: Instant; end: Instant }): Totals {
  const { station, mode } = first(buckets)
  const days = groups(buckets, ({ quarter }) => dayOf(quarter)).map((ofDay) => ({
    day: dayOf(first(ofDay).quarter),
    entry: addDoors(ofDay.filter(({ door }) => door === 'entry').map(doorOf)),
    exit: addDoors(ofDay.filter(({ door }) => door === 'exit').map(doorOf)),
  }))
  return {
    station,
    mode,
    ...span,
    ...passagesOf(buckets),
    entry: addDoors(days.map((day) => day.entry)),
    exit: addDoors(days.map((day) => day.exit)),
    days,
    covered: buckets.reduce((sum, bucket) => sum + bucket.covered_s, 0) / (900 * buckets.length),
    clockInDoubt: buckets.some(({ clock_state }) => clock_state !== undefined && clock_state !== 'sound'),
  }
}

const passagesOf = (buckets: readonly Bucket[]): { in: number; out: number } => ({
  in: buckets.reduce((sum, bucket) => sum + bucket.in_n, 0),
  out: buckets.reduce((sum, bucket) => sum + bucket.out_n, 0),
})

const nothing: ClusterSums = { clusters: 0, n: 0, x: 0, sumX2: 0, sumXN: 0, sumN2: 0 }
const nobody: DoorTotals = { n: 0, u: 0, x: 0, parties: nothing }

const doorOf = ({ n, u, x, parties, sum_x2, sum_xn, sum_n2 }: Bucket): DoorTotals => ({
  n,
  u,
  x,
  parties:
    n === 0
      ? nothing
      : sum_n2 === 0
        ? undefined
        : { clusters: parties, n, x, sumX2: sum_x2, sumXN: sum_xn, sumN2: sum_n2 },
})

const addSums = (a: ClusterSums, b: ClusterSums): ClusterSums => ({
  clusters: a.clusters + b.clusters,
  n: a.n + b.n,
  x: a.x + b.x,
  sumX2: a.sumX2 + b.sumX2,
  sumXN: a.sumXN + b.sumXN,
  sumN2: a.sumN2 + b.sumN2,
})

const spanOfDay = (day: string) => ({ start: dayStart(day), end: dayStart(dayAfter(day)) })

function spanOfHour(hour: string) {
  const start = dayStart(hour.slice(0, 10)) + Number(hour.slice(11)) * 3_600_000
  return { start, end: start + 3_600_000 }
}

/** Groups in the order of their keys, so that the same buckets give the same table in whatever order they came. */
function groups(buckets: readonly Bucket[], keyOf: (bucket: Bucket) => string): readonly (readonly Bucket[])[] {
  const found = new Map<string, Bucket[]>()
  for (const bucket of buckets) {
    const key = keyOf(bucket)
    const group = found.get(key)
    if (group) group.push(bucket)
    else found.set(key, [bucket])
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => group)
}

function first<T>(list: readonly T[]): T {
  const [head] = list
  if (head === undefined) throw new Error('A group is never empty')
  return head
}
