import type { Instant } from '@riverside/kit'
import {
  Bucket,
  type Door,
  detectorVersion,
  type LightClass,
  type Mode,
  quarterAt,
  stayBinOf,
  stayBins,
} from '@riverside/smile'
import type { Store } from '../store/store.ts'

/** A reading without anything it was made of. `party` tells parties of one door apart, nothing more. */
export type Reading = {
  readonly door: Door
  readonly mode: Exclude<Mode, 'off'>
  readonly decision: 'smiling' | 'not-smiling' | 'unreadable'
  readonly party: number
}

/** Whether one visitor smiled on the way in and on the way out, and how long it was between the two. Kept nowhere. */
export type Pair = { readonly entry: boolean; readonly exit: boolean; readonly stay: number }

/** What became of a bucket that was handed in: a copy and an older revision change nothing, another content is a conflict. */
export type Put = 'new' | 'replaced' | 'same' | 'older' | 'conflict'

/** The quarter-hours of one database. Everything that returns is on the disk. */
export type BucketStore = {
  /** False where this quarter-hour already counts in another mode: modes are never mixed in one rate. */
  addReading(reading: Reading, when: Instant): boolean
  addPassages(door: Door, mode: Mode, passages: { in: number; out: number }, when: Instant): void
  addCoverage(door: Door, mode: Mode, seconds: number, when: Instant, light?: LightClass): void
  /** An answer to the five buttons, 1 to 5; `null` for somebody who was asked and walked by. Answers need no camera, so no mode stops them. */
  addAnswer(button: number | null, mode: Mode, when: Instant): void
  /** One visitor by boat ticket; false where this quarter-hour already counts in another mode. */
  addPair(pair: Pair, when: Instant): boolean
  /** This quarter-hour's passages are not all there. */
  markUncounted(door: Door, mode: Mode, why: string, when: Instant): void
  /** For an import: call it inside one transaction for many. */
  put(bucket: Bucket): Put
  /** Buckets whose quarter lies in [from, to), in the order of their keys. */
  between(from: Instant, to: Instant): readonly Bucket[]
}

type Row = Record<string, string | number | null>
/** The party whose readings are still coming in: held in memory only, for no person is ever written down. */
type OpenParty = { readonly quarter: string; readonly party: number; readonly n: number; readonly x: number }

const columns = [
  'station',
  'door',
  'quarter',
  'mode',
  'in_n',
  'out_n',
  'n',
  'u',
  'x',
  'parties',
  'sum_x2',
  'sum_xn',
  'sum_n2',
  'covered_s',
  'light_class',
  'detector_version',
  'clock_state',
  'counter_state',
  'b1',
  'b2',
  'b3',
  'b4',
  'b5',
  'skipped',
  'p11',
  'p10',
  'p01',
  'p00',
  'dwell',
  'rev',
] as const

/** Seconds of each kind of light so far, in the quarter-hour that is open at a door. Forgotten when the next one begins. */
type OpenLight = { readonly quarter: string; readonly seconds: ReadonlyMap<LightClass, number> }

/**
 * @param station whose readings are counted live; imports may bring those of others.
 * @param detector what reads here, thresholds included.
 */
export function bucketStore(store: Store, station: string, detector: string = detectorVersion): BucketStore {
  const { database } = store
  const marks = columns.map(() => '?').join(', ')
  const find = database.prepare(
    `SELECT ${columns.join(', ')} FROM bucket WHERE station = ? AND door = ? AND quarter = ?`,
  )
  const replace = database.prepare(`INSERT OR REPLACE INTO bucket (${columns.join(', ')}, sealed) VALUES (${marks}, 0)`)
  const range = database.prepare(
    `SELECT ${columns.join(', ')} FROM bucket WHERE quarter >= ? AND quarter < ? ORDER BY station, door, quarter`,
  )
  // A quarter-hour that was already told to the hub is opened again only as its next revision: so after the clock was set back.
  const reopened = 'rev = rev + sealed, sealed = 0'
  const read = database.prepare(`
    INSERT INTO bucket (station, door, quarter, mode, n, u, x, parties, sum_x2, sum_xn, sum_n2, detector_version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (station, door, quarter) DO UPDATE SET
      mode = excluded.mode, n = n + excluded.n, u = u + excluded.u, x = x + excluded.x, parties = parties + excluded.parties,
      sum_x2 = sum_x2 + excluded.sum_x2, sum_xn = sum_xn + excluded.sum_xn, sum_n2 = sum_n2 + excluded.sum_n2,
      detector_version = excluded.detector_version, ${reopened}
    WHERE mode = excluded.mode OR n + u = 0`)
  const pass = database.prepare(`
    INSERT INTO bucket (station, door, quarter, mode, in_n, out_n) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (station, door, quarter) DO UPDATE SET
      in_n = in_n + excluded.in_n, out_n = out_n + excluded.out_n, ${reopened}`)
  const cover = database.prepare(`
    INSERT INTO bucket (station, door, quarter, mode, covered_s, light_class) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (station, door, quarter) DO UPDATE SET
      covered_s = min(900, covered_s + excluded.covered_s), light_class = coalesce(excluded.light_class, light_class), ${reopened}`)
  const answers = [...Array(5).keys()].map((at) => `b${at + 1}`)
  const answer = Object.fromEntries(
    ['skipped', ...answers].map((column) => [
      column,
      database.prepare(`
        INSERT INTO bucket (station, door, quarter, mode, ${column}) VALUES (?, 'exit', ?, ?, 1)
        ON CONFLICT (station, door, quarter) DO UPDATE SET ${column} = ${column} + 1, ${reopened}`),
    ]),
  )
  const noStays = JSON.stringify(Array<number>(stayBins).fill(0))
  const stayed = (before: string) => `json_set(${before}, :bin, json_extract(${before}, :bin) + 1)`
  const pairs = Object.fromEntries(
    ['p11', 'p10', 'p01', 'p00'].map((column) => [
      column,
      database.prepare(`
        INSERT INTO bucket (station, door, quarter, mode, ${column}, dwell)
        VALUES (:station, 'exit', :quarter, 'opt-in', 1, ${stayed(`'${noStays}'`)})
        ON CONFLICT (station, door, quarter) DO UPDATE SET
          mode = excluded.mode, ${column} = ${column} + 1, dwell = ${stayed(`coalesce(dwell, '${noStays}')`)}, ${reopened}
        WHERE mode = excluded.mode OR n + u = 0`),
    ]),
  )
  const uncounted = database.prepare(`
    INSERT INTO bucket (station, door, quarter, mode, counter_state) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (station, door, quarter) DO UPDATE SET counter_state = excluded.counter_state, ${reopened}
    WHERE counter_state IS NULL`)
  const open = new Map<Door, OpenParty>()
  const lights = new Map<Door, OpenLight>()
  /** In which light this door has been for most of the quarter-hour, these seconds included. */
  const mostly = (door: Door, quarter: string, light: LightClass, seconds: number): LightClass => {
    const before = lights.get(door)
    const sums = new Map(before?.quarter === quarter ? before.seconds : [])
    sums.set(light, (sums.get(light) ?? 0) + seconds)
    lights.set(door, { quarter, seconds: sums })
    return [...sums].reduce((most, each) => (each[1] > most[1] ? each : most))[0]
  }

  return {
    addReading({ door, mode, decision, party }, when) {
      const quarter = quarterAt(when)
      if (decision === 'unreadable')
        return Number(read.run(station, door, quarter, mode, 0, 1, 0, 0, 0, 0, 0, detector).changes) > 0
      const last = open.get(door)
      const before = last?.quarter === quarter && last.party === party ? last : { quarter, party, n: 0, x: 0 }
      const x = decision === 'smiling' ? 1 : 0
      const after = { quarter, party, n: before.n + 1, x: before.x + x }
      const { changes } = read.run(
        station,
        door,
        quarter,
        mode,
        1,
        0,
        x,
        before.n === 0 ? 1 : 0,
        after.x ** 2 - before.x ** 2,
        after.x * after.n - before.x * before.n,
        after.n ** 2 - before.n ** 2,
        detector,
      )
      if (Number(changes) === 0) return false
      open.set(door, after)
      return true
    },
    addPassages(door, mode, passages, when) {
      if (passages.in + passages.out > 0) pass.run(station, door, quarterAt(when), mode, passages.in, passages.out)
    },
    addCoverage(door, mode, seconds, when, light) {
      if (seconds === 0) return
      const quarter = quarterAt(when)
      cover.run(station, door, quarter, mode, seconds, light ? mostly(door, quarter, light, seconds) : null)
    },
    addAnswer: (button, mode, when) =>
      void answer[button === null ? 'skipped' : `b${button}`]?.run(station, quarterAt(when), mode),
    addPair({ entry, exit, stay }, when) {
      const column = `p${Number(entry)}${Number(exit)}`
      const added = pairs[column]?.run({ station, quarter: quarterAt(when), bin: `$[${stayBinOf(stay)}]` })
      return Number(added?.changes ?? 0) > 0
    },
    markUncounted: (door, mode, why, when) => void uncounted.run(station, door, quarterAt(when), mode, why),
    put(bucket) {
      const found = find.get(bucket.station, bucket.door, bucket.quarter) as Row | undefined
      const row = rowOf(bucket)
      if (!found) {
        replace.run(...row)
        return 'new'
      }
      const stored = Number(found.rev)
      if (bucket.rev < stored) return 'older'
      if (bucket.rev === stored) return columns.every((name, at) => found[name] === row[at]) ? 'same' : 'conflict'
      replace.run(...row)
      return 'replaced'
    },
    between: (from, to) => (range.all(quarterAt(from), quarterAt(to)) as Row[]).map(bucketOf),
  }
}

const rowOf = (bucket: Bucket): Array<string | number | null> =>
  columns.map((name) =>
    name === 'dwell' ? (bucket.dwell ? JSON.stringify(bucket.dwell) : null) : (bucket[name] ?? null),
  )

function bucketOf(row: Row): Bucket {
  const present = Object.entries(row).filter(([, value]) => value !== null)
  return Bucket.parse({
    ...Object.fromEntries(present),
    ...(typeof row.dwell === 'string' ? { dwell: JSON.parse(row.dwell) } : {}),
  })
}
