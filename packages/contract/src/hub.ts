import { Bucket } from '@riverside/smile'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

/** The most quarter-hours one batch carries. */
export const batchRows = 500

/**
 * Closed quarter-hours on their way from a station to the hub. `epoch` names one database of the station, `seq` counts its
 * batches from 1 without a gap; a batch, once made, never changes.
 */
export const Batch = z.strictObject({
  station: z.string().min(1).max(64),
  epoch: z.string().min(1).max(64),
  seq: z.number().int().min(1),
  rows: z.array(Bucket).min(1).max(batchRows),
  /** SHA-256, in hexadecimal, of the UTF-8 of `JSON.stringify(rows)` as sent. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Batch = z.infer<typeof Batch>

/**
 * Hands a batch over; the same batch again gives the same answer. `contiguous` is the highest seq up to which the hub holds every
 * batch of that epoch: what is beyond is to be sent (again). HTTP 400 for `digest-mismatch`, 409 for `other-content`.
 */
export const sendBatch = route({
  method: 'POST',
  path: '/v1/batches',
  caller: 'anyone',
  body: Batch,
  reply: z.object({ contiguous: z.number().int().min(0) }),
  problems: ['digest-mismatch', 'other-content', 'unknown-station'],
})

export const readHubHealth = route({
  method: 'GET',
  path: '/v1/health',
  caller: 'anyone',
  body: Nothing,
  reply: z.object({
    ok: z.boolean(),
    versions: z.object({ software: z.string(), definitions: z.string(), database: z.string() }),
    stations: z.number().int(),
    batches: z.number().int(),
    buckets: z.number().int(),
    uptime: z.number().describe('Seconds.'),
  }),
  problems: [],
})
