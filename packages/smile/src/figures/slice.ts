import type { Instant } from '@riverside/kit'
import type { Bucket, Mode } from './bucket.ts'
import { dayOf, hourOf, startOf } from './calendar.ts'
import type { ClusterSums } from './clusters.ts'
import type { Pairs } from './pairs.ts'
import type { Presses } from './self-report.ts'

/** What was counted at one door over some time. */
export type DoorTotals = {
  readonly n: number
  readonly u: number
  readonly x: number
  /** Over parties; `undefined` where some readings came without them. */
  readonly parties: ClusterSums | undefined
}

/** Counts that add up, whatever the stretch of time. Not yet fit to be shown to anybody. */
export type Counts = {
  readonly in: number
  readonly out: number
  /** Passages times minutes since midnight in Shanghai, for the mean stay. */
  readonly inMinutes: number
  readonly outMinutes: number
  readonly entry: DoorTotals
  readonly exit: DoorTotals
  readonly presses: Presses
  readonly pairs: Pairs
  /** Seconds in which the readers were at work, of 900 for each quarter-hour on record. */
  readonly coveredSeconds: number
  readonly quarters: number
  readonly clockInDoubt: boolean
  /** The counter of a door failed for a while: its passages are missing, not few. */
  readonly uncounted: boolean
  /** A guide led a group through a programme in some of it. */
  readonly guided: boolean
  /** The detectors that judged, in alphabetical order. */
  readonly detectors: readonly string[]
}

/** One hour, or one day, of one station in one mode, both doors together. */
export type Slice = Counts & {
  readonly station: string
  readonly mode: Mode
  /** In local time: an hour `2026-03-14T10`, or a day `2026-03-14`. */
  readonly span: string
}

/** What slices of hours or days are long. */
export type SliceLength = 'hour' | 'day'

const noParties: ClusterSums = { clusters: 0, n: 0, x: 0, sumX2: 0, sumXN: 0, sumN2: 0 }
export const nobody: DoorTotals = { n: 0, u: 0, x: 0, parties: noParties }

export const nothing: Counts = {
  in: 0,
  out: 0,
  inMinutes: 0,
  outMinutes: 0,
  entry: nobody,
  exit: nobody,
  presses: [0, 0, 0, 0, 0],
  pairs: { both: 0, onlyEntry: 0, onlyExit: 0, neither: 0 },
  coveredSeconds: 0,
  quarters: 0,
  clockInDoubt: false,
  uncounted: false,
  guided: false,
  detectors: [],
}

export const addDoors = (one: DoorTotals, other: DoorTotals): DoorTotals => ({
  n: one.n + other.n,
  u: one.u + other.u,
  x: one.x + other.x,
  parties: one.parties && other.parties && addSums(one.parties, other.parties),
})

export function add(one: Counts, other: Counts): Counts {
  const [a, b, c, d, e] = one.presses
  const [v, w, x, y, z] = other.presses
  return {
    in: one.in + other.in,
    out: one.out + other.out,
    inMinutes: one.inMinutes + other.inMinutes,
    outMinutes: one.outMinutes + other.outMinutes,
    entry: addDoors(one.entry, other.entry),
    exit: addDoors(one.exit, other.exit),
    presses: [a + v, b + w, c + x, d + y, e + z],
    pairs: {
      both: one.pairs.both + other.pairs.both,
      onlyEntry: one.pairs.onlyEntry + other.pairs.onlyEntry,
      onlyExit: one.pairs.onlyExit + other.pairs.onlyExit,
      neither: one.pairs.neither + other.pairs.neither,
    },
    coveredSeconds: one.coveredSeconds + other.coveredSeconds,
    quarters: one.quarters + other.quarters,
    clockInDoubt: one.clockInDoubt || other.clockInDoubt,
    uncounted: one.uncounted || other.uncounted,
    guided: one.guided || other.guided,
    detectors: together(one.detectors, other.detectors),
  }
}

/** Buckets as slices, in the order of station, mode and time. A database does the same by itself, many times faster. */
export function slicesOf(buckets: readonly Bucket[], length: SliceLength): readonly Slice[] {
  const found = new Map<string, Slice>()
  for (const bucket of buckets) {
    const { station, mode } = bucket
    const span = length === 'hour' ? hourOf(bucket.quarter) : dayOf(bucket.quarter)
    const key = `${station}\n${mode}\n${span}`
    found.set(key, { station, mode, span, ...add(found.get(key) ?? nothing, countsOf(bucket)) })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slice]) => slice)
}

function countsOf(bucket: Bucket): Counts {
  const { door, quarter } = bucket
  const minutes = (startOf(quarter) - startOfDay(quarter)) / 60_000 + 7.5
  const counted: DoorTotals = {
    n: bucket.n,
    u: bucket.u,
    x: bucket.x,
    parties: bucket.n === 0 ? noParties : bucket.sum_n2 === 0 ? undefined : partiesOf(bucket),
  }
  return {
    in: bucket.in_n,
    out: bucket.out_n,
    inMinutes: bucket.in_n * minutes,
    outMinutes: bucket.out_n * minutes,
    entry: door === 'entry' ? counted : nobody,
    exit: door === 'exit' ? counted : nobody,
    presses: [bucket.b1, bucket.b2, bucket.b3, bucket.b4, bucket.b5],
    pairs: { both: bucket.p11, onlyEntry: bucket.p10, onlyExit: bucket.p01, neither: bucket.p00 },
    coveredSeconds: bucket.covered_s,
    quarters: 1,
    clockInDoubt: bucket.clock_state !== undefined && bucket.clock_state !== 'sound',
    uncounted: bucket.counter_state !== undefined,
    guided: false,
    detectors: bucket.detector_version === undefined ? [] : [bucket.detector_version],
  }
}

const startOfDay = (quarter: string): Instant => Date.parse(`${dayOf(quarter)}T00:00:00+08:00`)

const partiesOf = ({ parties, n, x, sum_x2, sum_xn, sum_n2 }: Bucket): ClusterSums => ({
  clusters: parties,
  n,
  x,
  sumX2: sum_x2,
  sumXN: sum_xn,
  sumN2: sum_n2,
})

const addSums = (a: ClusterSums, b: ClusterSums): ClusterSums => ({
  clusters: a.clusters + b.clusters,
  n: a.n + b.n,
  x: a.x + b.x,
  sumX2: a.sumX2 + b.sumX2,
  sumXN: a.sumXN + b.sumXN,
  sumN2: a.sumN2 + b.sumN2,
})

function together(one: readonly string[], other: readonly string[]): readonly string[] {
  if (other.every((each) => one.includes(each))) return one
  return [...new Set([...one, ...other])].sort()
}
