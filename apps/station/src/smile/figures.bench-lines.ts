import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bucket, dayAfter, dayStart } from '@riverside/smile'
import { openStore } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { figuresFile } from './figures-file.ts'
import { type SliceStore, sliceStore } from './slice-store.ts'

type Measured = { readonly name: string; readonly value: number; readonly unit: string; readonly against: string }

/** Stations in the database whose month and year are reported: `BENCH_STATIONS=40` makes the three million rows of a fleet. */
const stations = Number(process.env.BENCH_STATIONS ?? 2)

/**
 * Durable counting, against many readings that share one transaction; a year of one station turned into a file; and a month and a year of
 * several stations' thirteen months, against the plain sums that anybody would ask SQL for.
 */
export async function benches(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'riverside-bench-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  try {
    const buckets = bucketStore(store, 'pier')
    const noon = dayStart('2026-03-14') + 12 * 3_600_000
    let party = 0
    const read = () => {
      party += 1
      buckets.addReading({ door: 'exit', mode: 'opt-in', decision: 'smiling', party }, noon)
    }
    for (let warm = 0; warm < 200; warm += 1) read()
    const oneByOne = perSecond(2000, read)
    const together = perSecond(20, () => {
      store.inOneGo(() => {
        for (let each = 0; each < 100; each += 1) read()
      })
    })
    store.inOneGo(() => {
      for (const bucket of yearOfBuckets()) buckets.put(bucket)
    })
    const began = performance.now()
    const asked = { from: '2025-01-01', to: '2025-12-31', grain: 'hour' } as const
    const file = figuresFile(sliceStore(store), asked, 'csv', { nameOf: (id) => id, now: noon })
    for await (const _ of file.data());
    const year = performance.now() - began
    return [
      {
        name: 'durable bucket writes',
        value: Math.round(oneByOne),
        unit: 'per second',
        against: `${Math.round(together * 100)} per second when 100 share one transaction`,
      },
      {
        name: 'export of a year by the hour',
        value: Math.round(year),
        unit: 'ms',
        against: `29,200 quarter-hours of two doors, ${file.facts().rows} rows`,
      },
      ...(await fleetBenches()),
    ]
  } finally {
    store[Symbol.dispose]()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Thirteen months of quarter-hours, day and night, at both doors of some stations; counts that differ without chance. */
const fillFleet = `
  WITH RECURSIVE station(s) AS (VALUES (0) UNION ALL SELECT s + 1 FROM station WHERE s < ${stations - 1}),
    slot(q) AS (VALUES (0) UNION ALL SELECT q + 1 FROM slot WHERE q < 395 * 96 - 1),
    door(door, bias) AS (VALUES ('entry', 3), ('exit', 5)),
    counted AS (SELECT *, 1 + (q * 7919 + s * 104729 + bias) % 12 AS n FROM station, door, slot)
  INSERT INTO bucket (station, door, quarter, mode, n, u, x, parties, sum_x2, sum_xn, sum_n2, in_n, out_n, covered_s, detector_version)
  SELECT printf('st-%02d', s), door, strftime('%Y-%m-%dT%H:%M:%SZ', '2025-01-31 16:00', (q * 15) || ' minutes'), 'opt-in',
    n, 1, n * bias / 11, n, n * bias / 11, n * bias / 11, n, iif(bias = 3, n + 2, 0), iif(bias = 5, n + 2, 0), 900, 'bench'
  FROM counted`

async function fleetBenches(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'riverside-bench-fleet-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  try {
    store.database.exec(fillFleet)
    const slices = sliceStore(store)
    const rows = `${stations * 2 * 395 * 96} rows of ${stations} stations`
    const lines: Measured[] = []
    const month = { from: '2026-02-01', to: '2026-02-28' }
    const year = { from: '2025-03-01', to: '2026-02-28' }
    const one: SliceStore = { ...slices, stations: () => slices.stations().slice(0, 1) }
    for (const [name, asked, format, from] of [
      ['month by the day, csv', { ...month, grain: 'day' }, 'csv', slices],
      ['month report of one station, pdf', { ...month, grain: 'day' }, 'pdf', one],
      ['year by the day, csv', { ...year, grain: 'day' }, 'csv', slices],
      ['year by the hour, csv', { ...year, grain: 'hour' }, 'csv', slices],
    ] as const) {
      const took = await timed(() => figuresFile(from, asked, format, { nameOf: (id) => id, now: 0 }).data())
      const sql = store.database.prepare(`
        SELECT station, ${asked.grain === 'hour' ? 'substr(quarter, 1, 13)' : "date(quarter, '+8 hours')"} AS span, door,
          sum(in_n), sum(out_n), sum(n), sum(u), sum(x), sum(x) * 1.0 / sum(n)
        FROM bucket WHERE quarter >= ? AND quarter < ? ${from === one ? "AND station = 'st-00'" : ''} GROUP BY station, span, door`)
      const [first, last] = [dayStart(asked.from), dayStart(dayAfter(asked.to))].map((when) =>
        new Date(when).toISOString().replace('.000', ''),
      )
      const began = performance.now()
      const sums = sql.all(first ?? '', last ?? '').length
      const against = `${Math.round(performance.now() - began)} ms for ${sums} plain sums by SQL; ${rows}`
      lines.push({ name, value: Math.round(took.milliseconds), unit: 'ms', against })
      lines.push({ name: `${name}, most memory`, value: took.megabytes, unit: 'MB', against: `${rows}` })
    }
    return lines
  } finally {
    store[Symbol.dispose]()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long a file takes, and the most memory the process held meanwhile, looked at between pieces. */
async function timed(make: () => AsyncIterable<Uint8Array>): Promise<{ milliseconds: number; megabytes: number }> {
  const began = performance.now()
  let most = process.memoryUsage().rss
  for await (const _ of make()) most = Math.max(most, process.memoryUsage().rss)
  return { milliseconds: performance.now() - began, megabytes: Math.round(most / 1e6) }
}

function perSecond(times: number, work: () => void): number {
  const began = performance.now()
  for (let done = 0; done < times; done += 1) work()
  return times / ((performance.now() - began) / 1000)
}

function* yearOfBuckets(): Generator<Bucket> {
  const shape = Bucket.parse({
    station: 'pier',
    door: 'entry',
    quarter: '2025-01-01T00:00Z',
    mode: 'opt-in',
    n: 12,
    x: 4,
  })
  for (let day = '2025-01-01'; day < '2026-01-01'; day = dayAfter(day))
    for (let quarter = 0; quarter < 40; quarter += 1) {
      const start = new Date(dayStart(day) + (40 + quarter) * 900_000).toISOString().replace('.000', '')
      for (const door of ['entry', 'exit'] as const) yield { ...shape, door, quarter: start }
    }
}
