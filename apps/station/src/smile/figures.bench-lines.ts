import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bucket, dayAfter, dayStart } from '@riverside/smile'
import { openStore } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { figuresFile } from './figures-file.ts'
import { sliceStore } from './slice-store.ts'

type Measured = { readonly name: string; readonly value: number; readonly unit: string; readonly against: string }

/** Durable counting, against many readings that share one transaction; and a year of figures turned into a file. */
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
    ]
  } finally {
    store[Symbol.dispose]()
    rmSync(folder, { recursive: true, force: true })
  }
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
