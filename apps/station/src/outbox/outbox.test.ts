import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Batch } from '@riverside/contract'
import { handClock, seededChance } from '@riverside/kit'
import { Bucket, dayStart } from '@riverside/smile'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bucketStore } from '../smile/bucket-store.ts'
import { openStore, type Store } from '../store/store.ts'
import { backOff, keepSending } from './keep-sending.ts'
import { outboxOf } from './outbox.ts'

const noon = dayStart('2026-03-14') + 12 * 3_600_000
const quarter = 900_000
const day = 86_400_000
let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-outbox-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
})
afterEach(() => {
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const smile = (when: number) =>
  bucketStore(store, 'pier').addReading({ door: 'exit', mode: 'opt-in', decision: 'smiling', party: when }, when)

describe('the outbox', () => {
  test('makes a batch of what has closed, and leaves the open quarter-hour alone', () => {
    const outbox = outboxOf(store, 'pier')
    smile(noon)
    smile(noon + quarter)
    expect(outbox.seal(noon + quarter + 1)).toBe(1)
    const batch = Batch.parse(outbox.next())
    expect(batch).toMatchObject({ station: 'pier', seq: 1, rows: [{ n: 1, quarter: '2026-03-14T04:00:00Z' }] })
    expect(batch.sha256).toBe(createHash('sha256').update(JSON.stringify(batch.rows)).digest('hex'))
    expect(outbox.seal(noon + quarter + 1)).toBe(0)
  })

  test('never changes a batch: a correction is the next one, with a higher revision', () => {
    const outbox = outboxOf(store, 'pier')
    smile(noon)
    outbox.seal(noon + quarter)
    const before = outbox.next()
    smile(noon)
    outbox.seal(noon + quarter)
    expect(outbox.next()).toEqual(before)
    outbox.acknowledge(1, noon)
    expect(outbox.next()).toMatchObject({ seq: 2, rows: [{ n: 2, rev: 1 }] })
  })

  test('cuts a long absence into batches of five hundred', () => {
    const buckets = bucketStore(store, 'pier')
    store.inOneGo(() => {
      for (let at = 0; at < 1100; at += 1) {
        const start = new Date(noon - (at + 1) * quarter).toISOString().replace('.000', '')
        buckets.put(Bucket.parse({ station: 'pier', door: 'entry', quarter: start, mode: 'opt-in', n: 1 }))
      }
    })
    const outbox = outboxOf(store, 'pier')
    expect(outbox.seal(noon)).toBe(3)
    expect(outbox.depth()).toBe(3)
  })

  test('sends again what a hub from an older backup no longer has', () => {
    const outbox = outboxOf(store, 'pier')
    for (let at = 0; at < 3; at += 1) {
      smile(noon + at * quarter)
      outbox.seal(noon + (at + 1) * quarter)
    }
    outbox.acknowledge(3, noon)
    expect(outbox.depth()).toBe(0)
    outbox.acknowledge(1, noon)
    expect(outbox.next()?.seq).toBe(2)
  })

  test('begins a new epoch where the hub lacks what is no longer kept', () => {
    const outbox = outboxOf(store, 'pier')
    smile(noon)
    outbox.seal(noon + quarter)
    outbox.acknowledge(1, noon)
    smile(noon + 8 * day)
    outbox.seal(noon + 9 * day)
    const before = outbox.next()
    outbox.acknowledge(1, noon + 8 * day)
    outbox.acknowledge(0, noon + 9 * day)
    const after = outbox.next()
    expect(before).toMatchObject({ seq: 2 })
    expect(after).toMatchObject({ seq: 1, rows: before?.rows })
    expect(after?.epoch).not.toBe(before?.epoch)
  })
})

describe('the waits between tries', () => {
  test('grow from one second to a quarter of an hour, and are spread over all of it', () => {
    expect(backOff(1, () => 1)).toBe(1000)
    expect(backOff(5, () => 0.5)).toBe(8000)
    expect(backOff(60, () => 1)).toBe(15 * 60_000)
    expect(backOff(60, () => 0)).toBe(0)
  })
})

describe('sending', () => {
  test('goes on by itself once the hub is back, with nothing lost and nothing sent twice', async () => {
    const outbox = outboxOf(store, 'pier')
    for (let at = 0; at < 3; at += 1) {
      smile(noon + at * quarter)
      outbox.seal(noon + (at + 1) * quarter)
    }
    const heard: number[] = []
    const waits: number[] = []
    let tries = 0
    let finish = () => {}
    const done = new Promise<void>((resolve) => {
      finish = resolve
    })
    const sending = keepSending({
      outbox,
      hub: { url: 'http://hub.example', key: null },
      clock: handClock(noon + 3 * quarter),
      chance: seededChance(1),
      log: () => {},
      fetch: async (_, { body = '' }) => {
        tries += 1
        if (tries < 4) throw new Error('away')
        const { seq } = JSON.parse(body) as Batch
        heard.push(seq)
        return { ok: true, status: 200, text: async () => JSON.stringify({ contiguous: seq }) }
      },
      sleep: async (wait, signal) => {
        waits.push(wait)
        if (outbox.depth() > 0) return
        finish()
        await new Promise((_, stopped) => signal.addEventListener('abort', () => stopped(signal.reason)))
      },
    })
    await done
    await sending.stop()
    expect(heard).toEqual([1, 2, 3])
    expect(waits).toHaveLength(4)
    expect(waits.slice(0, 3).every((wait, at) => wait <= 1000 * 2 ** at)).toBe(true)
  })
})
