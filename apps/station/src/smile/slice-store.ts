import type { Instant } from '@riverside/kit'
import {
  add,
  type Counts,
  type DoorTotals,
  hourOf,
  Mode,
  nobody,
  nothing,
  quarterAt,
  type Slice,
} from '@riverside/smile'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

/** Reads quarter-hours already added up to hours: the database does the adding, one station at a time. */
export type SliceStore = {
  /** Stations with any bucket, in alphabetical order. */
  stations(): readonly string[]
  /** Hours of one station whose quarters lie in [from, to), in the order of modes and hours. */
  slices(station: string, from: Instant, to: Instant): readonly Slice[]
}

/** One hour, mode and door as the query below gives it. */
const Row = z.object({
  mode: Mode,
  hour: z.string(),
  door: z.enum(['entry', 'exit']),
  in_n: z.number(),
  out_n: z.number(),
  in_minutes: z.number(),
  out_minutes: z.number(),
  n: z.number(),
  u: z.number(),
  x: z.number(),
  partyless: z.number(),
  parties: z.number(),
  sum_x2: z.number(),
  sum_xn: z.number(),
  sum_n2: z.number(),
  covered: z.number(),
  quarters: z.number(),
  doubt: z.number(),
  first_detector: z.string().nullable(),
  last_detector: z.string().nullable(),
  b1: z.number(),
  b2: z.number(),
  b3: z.number(),
  b4: z.number(),
  b5: z.number(),
  p11: z.number(),
  p10: z.number(),
  p01: z.number(),
  p00: z.number(),
})
type Row = z.infer<typeof Row>

/** The middle of a quarter-hour, in minutes since its UTC hour began; Shanghai's hours begin with UTC's. */
const middle = '(CAST(substr(quarter, 15, 2) AS REAL) + 7.5)'

export function sliceStore({ database }: Store): SliceStore {
  // Walks from one station to the next by the key, without reading the rows between.
  const stations = database.prepare(`
    WITH RECURSIVE next(station) AS (
      SELECT min(station) FROM bucket
      UNION ALL
      SELECT (SELECT min(station) FROM bucket WHERE bucket.station > next.station) FROM next WHERE next.station IS NOT NULL
    )
    SELECT station FROM next WHERE station IS NOT NULL`)
  const hours = database.prepare(`
    SELECT mode, substr(quarter, 1, 13) AS hour, door,
      sum(in_n) AS in_n, sum(out_n) AS out_n,
      sum(in_n * ${middle}) AS in_minutes, sum(out_n * ${middle}) AS out_minutes,
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
    GROUP BY substr(quarter, 1, 13), mode`)
  return {
    stations: () => stations.all().map((row) => z.string().parse(row.station)),
    slices(station, from, to) {
      const found = new Map<string, Slice>()
      for (const door of ['entry', 'exit'] as const)
        for (const raw of hours.iterate(station, door, quarterAt(from), quarterAt(to))) {
          const row = Row.parse(raw)
          const key = `${row.mode}\n${row.hour}`
          found.set(key, {
            station,
            mode: row.mode,
            hour: localHour(row.hour),
            ...add(found.get(key) ?? nothing, countsOf(row)),
          })
        }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slice]) => slice)
    },
  }
}

const localHour = (utcHour: string): string => hourOf(`${utcHour}:00:00Z`)

function countsOf(row: Row): Counts {
  const counted: DoorTotals = {
    n: row.n,
    u: row.u,
    x: row.x,
    parties: row.n === 0 ? nobody.parties : row.partyless === 1 ? undefined : partiesOf(row),
  }
  const sinceMidnight = Number(localHour(row.hour).slice(11)) * 60
  return {
    in: row.in_n,
    out: row.out_n,
    inMinutes: row.in_minutes + row.in_n * sinceMidnight,
    outMinutes: row.out_minutes + row.out_n * sinceMidnight,
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
