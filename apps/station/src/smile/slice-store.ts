import type { Instant } from '@riverside/kit'
import {
  add,
  type Counts,
  type Door,
  type DoorTotals,
  dayAfter,
  dayOf,
  hourOf,
  type Mode,
  nobody,
  quarterAt,
  type Slice,
  type SliceLength,
} from '@riverside/smile'
import { receptionsOf } from '../group/receptions.ts'
import type { Store } from '../store/store.ts'
import { bucketSums, spanOfQuarter } from './bucket-sums.ts'
import { keptFrom } from './retention.ts'
import { ownStation } from './station-facts.ts'

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
    | 'uncounted'
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

export function sliceStore(store: Store): SliceStore {
  const { database } = store
  // Walks from one station to the next by the key, without reading the rows between.
  const stations = database.prepare(`
    WITH RECURSIVE next(station) AS (
      SELECT min(station) FROM bucket
      UNION ALL
      SELECT (SELECT min(station) FROM bucket WHERE bucket.station > next.station) FROM next WHERE next.station IS NOT NULL
    )
    SELECT station FROM next WHERE station IS NOT NULL`)
  const retiredStations = database.prepare(`SELECT DISTINCT station FROM total WHERE length = 'day'`)
  const sums = Object.entries(bucketSums)
  const query = (length: SliceLength) => ({
    kept: database.prepare(`
      SELECT mode, ${spanOfQuarter[length]} AS span, door, ${sums.map(([name, sum]) => `${sum} AS ${name}`).join(', ')}
      FROM bucket WHERE station = ? AND door = ? AND quarter >= ? AND quarter < ?
      GROUP BY ${spanOfQuarter[length]}, mode`),
    retired: database.prepare(`
      SELECT mode, span, door, ${sums.map(([name]) => name).join(', ')}
      FROM total WHERE length = '${length}' AND station = ? AND door = ? AND span >= ? AND span < ?`),
  })
  const queries = { hour: query('hour'), day: query('day') }
  const rowsOf = function* (station: string, door: Door, from: Instant, to: Instant, length: SliceLength) {
    const cut = keptFrom(store)
    if (from < cut)
      yield* queries[length].retired.iterate(station, door, spanAt(from, length), spanAt(Math.min(to, cut), length))
    if (to > cut) yield* queries[length].kept.iterate(station, door, quarterAt(Math.max(from, cut)), quarterAt(to))
  }
  const receptions = receptionsOf(store)
  /** The local hours in which a group was there. */
  const guidedHours = (from: Instant, to: Instant): ReadonlySet<string> =>
    new Set(
      // A group may have come before midnight.
      receptions.between(dayAfter(dayOf(quarterAt(from)), -1), dayOf(quarterAt(to))).flatMap(({ began, ended }) => {
        const [first, last] = [began, ended].map((time) => Math.floor(Date.parse(time) / anHour)) as [number, number]
        // No group stays longer; a clock that leapt while it was there makes no more hours its own, and no fewer than one.
        const hours = Math.max(1, Math.min(mostHours, last - first + 1))
        return Array.from({ length: hours }, (_, at) => hourOf(quarterAt((first + at) * anHour)))
      }),
    )
  return {
    stations() {
      const rows = [...stations.all(), ...retiredStations.all()] as ReadonlyArray<{ station: string }>
      return [...new Set(rows.map(({ station }) => station))].sort()
    },
    slices(station, from, to, length) {
      const isGuided = length === 'hour' && station === ownStation(store) ? guidedHours(from, to) : new Set<string>()
      const found = new Map<string, Slice>()
      for (const door of ['entry', 'exit'] as const)
        for (const raw of rowsOf(station, door, from, to, length)) {
          const row = raw as Row
          const span = length === 'hour' ? hourOf(`${row.span}:00:00Z`) : row.span
          const key = `${row.mode}\n${span}`
          const before = found.get(key)
          const counts = countsOf(row, isGuided.has(span))
          found.set(key, { station, mode: row.mode, span, ...(before ? add(before, counts) : counts) })
        }
      return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slice]) => slice)
    },
  }
}

const spanAt = (when: Instant, length: SliceLength): string =>
  length === 'hour' ? quarterAt(when).slice(0, 13) : dayOf(quarterAt(when))

const anHour = 3_600_000
const mostHours = 12

function countsOf(row: Row, guided: boolean): Counts {
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
    uncounted: row.uncounted === 1,
    guided,
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
