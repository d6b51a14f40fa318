import { createHash, randomUUID } from 'node:crypto'
import { type Batch, batchRows } from '@riverside/contract'
import type { Instant } from '@riverside/kit'
import { type Bucket, quarterAt, startOf } from '@riverside/smile'
import { bucketStore } from '../smile/bucket-store.ts'
import type { Store } from '../store/store.ts'

/** What the hub has yet to hear. A quarter-hour and the number of its batch are written in one transaction. */
export type Outbox = {
  /** Puts every closed quarter-hour that is not in a batch yet into one; gives how many batches were made. */
  seal(now: Instant): number
  /** The oldest batch the hub has not acknowledged. */
  next(): Batch | undefined
  /**
   * Notes that the hub holds everything up to `contiguous`. What it once held and no longer does (it came back from an older
   * backup) is to be sent again; where that is no longer kept here, everything kept begins anew under another epoch.
   */
  acknowledge(contiguous: number, now: Instant): void
  /** Batches not yet acknowledged. */
  readonly depth: () => number
}

/** Acknowledged batches are kept this long, in milliseconds, for a hub that comes back from a backup. */
const keptFor = 7 * 86_400_000

const setting = { epoch: 'outbox-epoch', seq: 'outbox-seq' } as const

export function outboxOf(store: Store, station: string): Outbox {
  const { database } = store
  const buckets = bucketStore(store, station)
  const waiting = database.prepare(
    'SELECT door, quarter FROM bucket WHERE sealed = 0 AND station = ? AND quarter < ? ORDER BY quarter, door LIMIT ?',
  )
  const seal = database.prepare('UPDATE bucket SET sealed = 1 WHERE station = ? AND door = ? AND quarter = ?')
  const insert = database.prepare('INSERT INTO outbox (epoch, seq, rows, sha256) VALUES (?, ?, ?, ?)')
  const oldest = database.prepare(
    'SELECT seq, rows, sha256 FROM outbox WHERE epoch = ? AND acknowledged_at IS NULL ORDER BY seq LIMIT 1',
  )
  const unsent = database.prepare('SELECT count(*) AS depth FROM outbox WHERE epoch = ? AND acknowledged_at IS NULL')
  const first = database.prepare('SELECT min(seq) AS seq FROM outbox WHERE epoch = ?')
  const told = database.prepare(
    'UPDATE outbox SET acknowledged_at = ? WHERE epoch = ? AND seq <= ? AND acknowledged_at IS NULL',
  )
  const forgotten = database.prepare('UPDATE outbox SET acknowledged_at = NULL WHERE epoch = ? AND seq > ?')
  const purge = database.prepare('DELETE FROM outbox WHERE acknowledged_at < ?')
  const renumber = database.prepare(
    'UPDATE outbox SET epoch = ?, seq = seq - ?, acknowledged_at = NULL WHERE epoch = ?',
  )

  const epoch = (): string => {
    const known = store.readSetting(setting.epoch)
    if (known !== undefined) return known
    const made = randomUUID()
    store.writeSetting(setting.epoch, made)
    return made
  }
  const lastSeq = (): number => Number(store.readSetting(setting.seq) ?? 0)

  function sealSome(now: Instant): boolean {
    return store.inOneGo(() => {
      const keys = waiting.all(station, quarterAt(now), batchRows) as Array<{ door: Bucket['door']; quarter: string }>
      if (keys.length === 0) return false
      const rows = keys.flatMap(({ door, quarter }) =>
        buckets
          .between(startOf(quarter), startOf(quarter) + 900_000)
          .filter((bucket) => bucket.station === station && bucket.door === door),
      )
      const text = JSON.stringify(rows)
      const seq = lastSeq() + 1
      insert.run(epoch(), seq, text, createHash('sha256').update(text).digest('hex'))
      store.writeSetting(setting.seq, String(seq))
      for (const { door, quarter } of keys) seal.run(station, door, quarter)
      return true
    })
  }

  function beginAnew(firstKept: number): void {
    const made = randomUUID()
    renumber.run(made, firstKept - 1, epoch())
    store.writeSetting(setting.epoch, made)
    store.writeSetting(setting.seq, String(lastSeq() - firstKept + 1))
  }

  return {
    seal(now) {
      let made = 0
      while (sealSome(now)) made += 1
      return made
    },
    next() {
      const found = oldest.get(epoch()) as { seq: number; rows: string; sha256: string } | undefined
      if (!found) return undefined
      return { station, epoch: epoch(), seq: found.seq, rows: JSON.parse(found.rows) as Bucket[], sha256: found.sha256 }
    },
    acknowledge(contiguous, now) {
      store.inOneGo(() => {
        told.run(now, epoch(), contiguous)
        forgotten.run(epoch(), contiguous)
        const firstKept = (first.get(epoch()) as { seq: number | null }).seq
        if (firstKept !== null && firstKept > contiguous + 1) beginAnew(firstKept)
        purge.run(now - keptFor)
      })
    },
    depth: () => (unsent.get(epoch()) as { depth: number }).depth,
  }
}
