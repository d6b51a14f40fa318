import { createHash, timingSafeEqual } from 'node:crypto'
import { Batch, readHubHealth, sendBatch } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { definitionsVersion } from '@riverside/smile'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import manifest from '../package.json' with { type: 'json' }
import type { HubStore } from './hub-store.ts'

export type HubNeeds = {
  readonly store: HubStore
  readonly clock: Clock
  /** The key of each station that may speak; `undefined` lets every station speak, for a hub that only its own machine reaches. */
  readonly keys: ReadonlyMap<string, string> | undefined
  readonly log: (event: { event: string; [fact: string]: unknown }) => void
}

/** Above what 500 quarter-hours can be. */
const largestBatch = 1024 * 1024

/** The hub's HTTP service, not yet listening. */
export function hub({ store, clock, keys, log }: HubNeeds): FastifyInstance {
  const began = clock.elapsed()
  const app = Fastify({ bodyLimit: largestBatch, connectionTimeout: 30_000, requestTimeout: 30_000 })

  app.post(sendBatch.path, async (request, reply) => {
    const batch = Batch.safeParse(request.body)
    if (!batch.success) {
      const [issue] = batch.error.issues
      return reply.code(400).send({ code: 'not-understood', detail: `${issue?.path.join('.')}: ${issue?.message}` })
    }
    const { station, epoch, seq, rows, sha256 } = batch.data
    if (!maySpeak(keys, station, request)) return reply.code(401).send({ code: 'unknown-station' })
    if (digestOf((request.body as { rows: unknown }).rows) !== sha256)
      return reply.code(400).send({ code: 'digest-mismatch' })
    if (rows.some((row) => row.station !== station))
      return reply.code(400).send({ code: 'not-understood', detail: 'rows: of another station' })
    const taken = await store.take(batch.data)
    if (taken.ok) return reply.send(taken.value)
    log({ event: 'batch-differs', station, epoch, seq })
    return reply.code(409).send({ code: taken.error })
  })

  app.get(readHubHealth.path, async () => {
    const { database, ...counts } = await store.counts()
    return {
      ok: true,
      versions: { software: manifest.version, definitions: definitionsVersion, database },
      ...counts,
      uptime: Math.round((clock.elapsed() - began) / 1000),
    }
  })
  return app
}

/** Of the rows exactly as they came: a digest of what was understood would hide what was not. */
const digestOf = (rows: unknown): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex')

function maySpeak(keys: HubNeeds['keys'], station: string, request: FastifyRequest): boolean {
  if (keys === undefined) return true
  const key = keys.get(station)
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (key === undefined || given === undefined) return false
  const [a, b] = [key, given].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
