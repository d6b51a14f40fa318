import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handClock, seededChance } from '@riverside/kit'
import { Bucket, dayStart } from '@riverside/smile'
import { describe, expect, test } from 'vitest'
import { hub } from '../../apps/hub/src/hub.ts'
import { openHubStore } from '../../apps/hub/src/hub-store.ts'
import { keepSending } from '../../apps/station/src/outbox/keep-sending.ts'
import { outboxOf } from '../../apps/station/src/outbox/outbox.ts'
import { bucketStore } from '../../apps/station/src/smile/bucket-store.ts'
import { openStore } from '../../apps/station/src/store/store.ts'

const noon = dayStart('2026-03-14') + 12 * 3_600_000

describe('a station and its hub', () => {
  test('hold the same quarter-hours after a wire that drops answers and sends things twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'riverside-to-hub-'))
    const opened = openStore(folder)
    if (!opened.ok) throw new Error(opened.error.code)
    const store = opened.value
    const hubStore = await openHubStore()
    const keys = new Map([['pier', 'a key of sixteen letters']])
    const app = hub({ store: hubStore, clock: handClock(), keys, log: () => {} })
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    try {
      const buckets = bucketStore(store, 'pier')
      const outbox = outboxOf(store, 'pier')
      for (let at = 0; at < 12; at += 1) {
        for (let party = 0; party <= at; party += 1)
          buckets.addReading({ door: 'exit', mode: 'opt-in', decision: 'smiling', party }, noon + at * 900_000)
        outbox.seal(noon + (at + 1) * 900_000)
      }
      const chance = seededChance(5)
      let finish = () => {}
      const empty = new Promise<void>((resolve) => {
        finish = resolve
      })
      const sending = keepSending({
        outbox,
        hub: { url: address, key: 'a key of sixteen letters' },
        clock: handClock(noon + 12 * 900_000),
        chance,
        log: () => {},
        fetch: async (url, request) => {
          const answer = await fetch(url, request as RequestInit)
          if (chance() < 0.3) throw new Error('the answer was lost')
          return answer
        },
        sleep: async (_, signal) => {
          if (outbox.depth() > 0) return
          finish()
          await new Promise((_, stopped) => signal.addEventListener('abort', () => stopped(signal.reason)))
        },
      })
      await empty
      await sending.stop()
      const kept = await hubStore.bucketsOf('pier')
      expect(kept.map((row) => Bucket.parse(row))).toEqual(buckets.between(noon, noon + 12 * 900_000))
    } finally {
      await app.close()
      await hubStore.close()
      store[Symbol.dispose]()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
