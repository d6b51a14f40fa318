import { setTimeout as sleepFor } from 'node:timers/promises'
import { call, type Fetch, sendBatch } from '@riverside/contract'
import type { Chance, Clock } from '@riverside/kit'
import { quarterAt, quarterLength, startOf } from '@riverside/smile'
import type { Outbox } from './outbox.ts'

type AbortableFetch = (
  url: string,
  request: Parameters<Fetch>[1] & { readonly signal: AbortSignal },
) => ReturnType<Fetch>

export type SendingNeeds = {
  readonly outbox: Outbox
  readonly hub: { readonly url: string; readonly key: string | null }
  readonly clock: Clock
  readonly chance: Chance
  readonly log: (event: { event: string; [fact: string]: unknown }) => void
  readonly fetch?: AbortableFetch
  /** Rejects when the signal is given before the time is over. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

/** The first and the longest wait after a failure, in milliseconds. */
const shortest = 1000
const longest = 15 * 60_000
/** A hub that does not answer within this time counts as away. */
const patience = 30_000

/**
 * Tells the hub what has closed, soon after every quarter-hour, until it is stopped. A hub that is away is tried again after a
 * random wait that may be twice as long each time, so that stations do not all come back at once. Visitors notice none of it.
 */
export function keepSending({
  outbox,
  hub,
  clock,
  chance,
  log,
  fetch: askHub = fetch,
  sleep = (milliseconds, signal) => sleepFor(milliseconds, undefined, { signal, ref: false }),
}: SendingNeeds): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const wire = {
    address: hub.url.replace(/\/$/, ''),
    fetch: (url: string, request: Parameters<Fetch>[1]) =>
      askHub(url, { ...request, signal: AbortSignal.any([AbortSignal.timeout(patience), stopping.signal]) }),
    ...(hub.key === null ? {} : { key: hub.key }),
  }

  async function sendAll(): Promise<boolean> {
    for (let batch = outbox.next(); batch && !stopping.signal.aborted; batch = outbox.next()) {
      const sent = await call(wire, sendBatch, batch)
      if (!sent.ok) {
        log({ event: 'hub-refused', why: sent.error, seq: batch.seq, waiting: outbox.depth() })
        return false
      }
      outbox.acknowledge(sent.value.contiguous, clock.now())
    }
    return true
  }

  async function run(): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      outbox.seal(clock.now())
      failures = (await sendAll()) ? 0 : failures + 1
      const wait = failures === 0 ? untilNextQuarter(clock, chance) : backOff(failures, chance)
      await sleep(wait, stopping.signal).catch(() => undefined)
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Full jitter: anything from nothing to 1 s, 2 s, 4 s … 15 min. */
export const backOff = (failures: number, chance: Chance): number =>
  chance() * Math.min(longest, shortest * 2 ** Math.min(failures - 1, 20))

const untilNextQuarter = (clock: Clock, chance: Chance): number => {
  const now = clock.now()
  return startOf(quarterAt(now)) + quarterLength - now + chance() * quarterLength
}
