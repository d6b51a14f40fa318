import type { Instant } from '@riverside/kit'
import {
  add,
  type Counts,
  type DoorTotals,
  hourOf,
  type Mode,
  nobody,
  quarterAt,
  type Slice,
  type SliceLength,
} from '@riverside/smile'
import type { Store } from '../store/store.ts'

/** Reads quarter-hours already added up to hours or days: the database does the adding, one station at a time. */
export type SliceStore = {
  /** Stations with any bucket, in alphabetical order. */
  stations(): readonly string[]
  /** What one station counted in quarters of [from, to), in the order of modes and time. */
  slices(station: string, from: Instant, to: Instant, length: SliceLength): readonly Slice[]
}

/**
 * One stretch, mode and door as the query below gives it. The table is STRICT and its rows were checked when they came in, so that
 * a year of 350,000 of these need not be checked again.
 */
type Row = {
  readonly mode: Mode
  /** An hour of UTC, or a day of Shanghai. */
  readonly span: string
  readonly door: 'entry' | 'exit'
  readonly first_detector: string | null
  readonly last_detector: string | null
} & Readonly<
  Record<
    | 'in_n'
    | 'out_n'
    | 'in_minutes'
    | 'out_minutes'
    | 'n'
    | 'u'
    | 'x'
    | 'partyless'
    | 'parties'
    | 'sum_x2'
    | 'sum_xn'
    | 'sum_n2'
    | 'covered'
    | 'quarters'
    | 'doubt'
    | 'b1'
    | 'b2'
    | 'b3'
    | 'b4'
    | 'b5'
    | 'p11'
    | 'p10'
    | 'p01'
    | 'p00',
    number
  >
>

/** Minutes since midnight in Shanghai to the middle of a quarter-hour, eight hours ahead of UTC. */
const minutes = `(((CAST(substr(quarter, 12, 2) AS INTEGER) + 8) % 24) * 60 + CAST(substr(quarter, 15, 2) AS INTEGER) + 7.5)`

const spanOf: Readonly<Record<SliceLength, string>> = {
  hour: 'substr(quarter, 1, 13)',
  day: `date(quarter, '+8 hours')`,
}

export function sliceStore({ database }: Store): SliceStore {
  // Walks from one station to the next by the key, without reading the rows between.
  const stations = database.prepare(`
    WITH RECURSIVE next(station) AS (
      SELECT min(station) FROM bucket
      UNION ALL
      SELECT (SELECT min(station) FROM bucket WHERE bucket.station > next.station) FROM next WHERE next.station IS NOT NULL
    )
    SELECT station FROM next WHERE station IS NOT NULL`)
  const query = (length: SliceLength) =>
    database.prepare(`
    SELECT mode, ${spanOf[length]} AS span, door,
      sum(in_n) AS in_n, sum(out_n) AS out_n,
      sum(in_n * ${minutes}) AS in_minutes, sum(out_n * ${minutes}) AS out_minutes,
      sum(n) AS n, sum(u) AS u, sum(x) AS x,
      max(n > 0 AND sum_n2 = 0) AS partyless,
      sum(CASE WHEN n > 0 THEN parties ELSE 0 END) AS parties,
      sum(CASE WHEN n > 0 THEN sum_x2 ELSE 0 END) AS sum_x2,
      sum(CASE WHEN n > 0 THEN sum_xn ELSE 0 END) AS sum_xn,
      sum(CASE WHEN n > 0 THEN sum_n2 ELSE 0 END) AS sum_n2,
      sum(covered_s) AS covered, count(*) AS quarters,
      max(coalesce(clock_state <> 'sound', 0)) AS doubt,
      min(detector_version) AS first_detector, max(detector_version) AS last_detector,
      sum(b1) AS b1, sum(b2) AS b2, sum(b3) AS b3, sum(b4) AS b4, sum(b5) AS b5,
      sum(p11) AS p11, sum(p10) AS p10, sum(p01) AS p01, sum(p00) AS p00
    FROM bucket WHERE station = ? AND door = ? AND quarter >= ? AND quarter < ?
    GROUP BY ${spanOf[length]}, mode`)
  const queries = { hour: query('hour'), day: query('day') }
  return {
    stations: () => (stations.all() as ReadonlyArray<{ station: string }>).map(({ station }) => station),
    slices(station, from, to, length) {
      const found = new Map<string, Slice>()
      for (const door of ['entry', 'exit'] as const)
        for (const raw of queries[length].iterate(station, door, quarterAt(from), quarterAt(to))) {
          const row = raw as Row
          const span = length === 'hour' ? hourOf(`${row.span}:00:00Z`) : row.span
          const key = `${row.mode}\n${span}`
          const before = found.get(key)
          const counts = countsOf(row)
          found.set(key, { station, mode: row.mode, span, ...(before ? add(before, counts) : counts) })
        }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slice]) => slice)
    },
  }
}

function countsOf(row: Row): Counts {
  const counted: DoorTotals = {
    n: row.n,
    u: row.u,
    x: row.x,
    parties: row.n === 0 ? nobody.parties : row.partyless === 1 ? undefined : partiesOf(row),
  }
  return {
    in: row.in_n,
    out: row.out_n,
    inMinutes: row.in_minutes,
    outMinutes: row.out_minutes,
    entry: row.door === 'entry' ? counted : nobody,
    exit: row.door === 'exit' ? counted : nobody,
    presses: [row.b1, row.b2, row.b3, row.b4, row.b5],
    pairs: { both: row.p11, onlyEntry: row.p10, onlyExit: row.p01, neither: row.p00 },
    coveredSeconds: row.covered,
    quarters: row.quarters,
    clockInDoubt: row.doubt === 1,
    detectors: [...new Set([row.first_detector, row.last_detector])].filter((detector) => detector !== null),
  }
}

const partiesOf = (row: Row) => ({
  clusters: row.parties,
  n: row.n,
  x: row.x,
  sumX2: row.sum_x2,
  sumXN: row.sum_xn,
  sumN2: row.sum_n2,
})
