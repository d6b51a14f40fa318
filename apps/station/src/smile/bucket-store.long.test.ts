import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Bucket, dayStart, detectorVersion } from '@riverside/smile'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore, type Reading } from './bucket-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'riverside-buckets-'))
  folders.push(made)
  return made
}
function opened(path = folder()): Store {
  const store = openStore(path)
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

const morning = dayStart('2026-03-14') + 10 * 3_600_000
const all = [dayStart('2026-03-14'), dayStart('2026-03-15')] as const
const smile = (party: number, change: Partial<Reading> = {}): Reading => ({
  door: 'exit',
  mode: 'opt-in',
  decision: 'smiling',
  party,
  ...change,
})

describe('the open quarter-hour', () => {
  test('keeps the sums over parties as the readings come, and names the nets that judged', () => {
    using store = opened()
    const buckets = bucketStore(store, 'pier')
    for (const decision of ['smiling', 'smiling', 'not-smiling', 'unreadable'] as const)
      buckets.addReading(smile(1, { decision }), morning)
    buckets.addReading(smile(2), morning + 60_000)
    expect(buckets.between(...all)).toEqual([
      Bucket.parse({
        station: 'pier',
        door: 'exit',
        quarter: '2026-03-14T02:00:00Z',
        mode: 'opt-in',
        n: 4,
        u: 1,
        x: 3,
        parties: 2,
        sum_x2: 5,
        sum_xn: 7,
        sum_n2: 10,
        covered_s: 0,
        detector_version: detectorVersion,
      }),
    ])
  })

  test('has the sums its parties have, however they come', () => {
    const parties = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(parties, (found) => {
        using store = opened()
        const buckets = bucketStore(store, 'pier')
        for (const [party, smiles] of found.entries())
          for (const smiling of smiles)
            buckets.addReading(smile(party, { decision: smiling ? 'smiling' : 'not-smiling' }), morning)
        const add = (of: (x: number, n: number) => number) =>
          found.reduce((sum, smiles) => sum + of(smiles.filter(Boolean).length, smiles.length), 0)
        expect(buckets.between(...all)[0]).toMatchObject({
          parties: found.length,
          n: add((_, n) => n),
          sum_x2: add((x) => x * x),
          sum_xn: add((x, n) => x * n),
          sum_n2: add((_, n) => n * n),
        })
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test('counts a party that stays past the quarter in both', () => {
    using store = opened()
    const buckets = bucketStore(store, 'pier')
    buckets.addReading(smile(1), morning + 899_999)
    buckets.addReading(smile(1), morning + 900_000)
    expect(buckets.between(...all).map(({ n, parties, sum_n2 }) => [n, parties, sum_n2])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ])
  })

  test('never mixes two modes', () => {
    using store = opened()
    const buckets = bucketStore(store, 'pier')
    expect(buckets.addReading(smile(1), morning)).toBe(true)
    expect(buckets.addReading(smile(2, { mode: 'ambient' }), morning)).toBe(false)
    expect(buckets.addReading(smile(2, { mode: 'ambient' }), morning + 900_000)).toBe(true)
    expect(buckets.between(...all).map(({ mode, n }) => [mode, n])).toEqual([
      ['opt-in', 1],
      ['ambient', 1],
    ])
  })

  test('adds passages and the time covered, never more time than it has', () => {
    using store = opened()
    const buckets = bucketStore(store, 'pier')
    for (const seconds of [500, 300, 200]) buckets.addCoverage('entry', 'opt-in', seconds, morning)
    buckets.addPassages('entry', 'opt-in', { in: 3, out: 1 }, morning)
    buckets.addPassages('entry', 'opt-in', { in: 2, out: 0 }, morning)
    expect(buckets.between(...all)).toMatchObject([{ in_n: 5, out_n: 1, covered_s: 900, n: 0 }])
  })

  test('becomes a new revision when it was already told to the hub and the clock went back', () => {
    using store = opened()
    const buckets = bucketStore(store, 'pier')
    buckets.addReading(smile(1), morning)
    store.database.exec('UPDATE bucket SET sealed = 1')
    buckets.addReading(smile(2), morning)
    buckets.addReading(smile(3), morning)
    expect(buckets.between(...all)).toMatchObject([{ n: 3, rev: 1 }])
  })
})

describe('a bucket that is handed in', () => {
  const bucket = Bucket.parse({
    station: 'other',
    door: 'entry',
    quarter: '2026-03-14T02:00:00Z',
    mode: 'opt-in',
    n: 9,
    dwell: [1, 2],
  })

  test('is counted once, replaced by a higher revision, kept against a lower one', () => {
    using store = opened()
    const buckets = bucketStore(store, 'pier')
    expect(buckets.put(bucket)).toBe('new')
    expect(buckets.put(bucket)).toBe('same')
    expect(buckets.put({ ...bucket, n: 12, rev: 2 })).toBe('replaced')
    expect(buckets.put({ ...bucket, n: 30, rev: 1 })).toBe('older')
    expect(buckets.put({ ...bucket, n: 31, rev: 2 })).toBe('conflict')
    expect(buckets.between(...all)).toEqual([{ ...bucket, n: 12, rev: 2 }])
  })
})

describe('a station killed in the middle of its writing', () => {
  const writer = `
    import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../store/store.ts'))}
    import { bucketStore } from ${JSON.stringify(join(import.meta.dirname, 'bucket-store.ts'))}
    const store = openStore(process.env.DATA).value
    const buckets = bucketStore(store, 'pier')
    for (let party = 0; ; party += 1) {
      buckets.addReading({ door: 'exit', mode: 'opt-in', decision: 'smiling', party }, ${morning})
      process.stdout.write('.\\n')
      if (party % 20 === 0) await new Promise((done) => setImmediate(done))
    }`

  test('has lost nothing it acknowledged, and invented at most the one reading it had not yet answered for', async () => {
    const data = folder()
    let acknowledged = 0
    const kills = [1, 40, 120, 300, 75]
    for (const after of kills) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', writer], {
        env: { ...process.env, DATA: data },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let heard = 0
      const lines = createInterface({ input: child.stdout })
      lines.on('line', () => {
        heard += 1
        if (heard === after) child.kill('SIGKILL')
      })
      await Promise.all([once(child, 'exit'), once(lines, 'close')])
      acknowledged += heard
      using store = opened(data)
      const [bucket] = bucketStore(store, 'pier').between(...all)
      expect(store.setAside).toBeUndefined()
      expect(bucket?.n).toBeGreaterThanOrEqual(acknowledged)
      expect(bucket?.x).toBe(bucket?.n)
    }
    using store = opened(data)
    const [bucket] = bucketStore(store, 'pier').between(...all)
    expect(bucket?.n).toBeLessThanOrEqual(acknowledged + kills.length)
    expect(store.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  }, 120_000)
})
