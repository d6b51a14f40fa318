import { LightClass } from '@riverside/smile'
import { z } from 'zod'
import { Nothing, route } from './route.ts'
import { ReadingReceipt } from './smile-visitor.ts'

const Door = z.enum(['entry', 'exit'])
const Count = z.number().int().nonnegative().max(1_000_000)

/**
 * What leaves the metering worker of one reading: the answer and nothing it was made of. The schemas of this file hold no list
 * and no binary, so a picture, a row of scores or a descriptor cannot pass them.
 */
export const SmileReading = z.strictObject({
  door: Door,
  mode: z.enum(['opt-in', 'ambient']),
  decision: z.enum(['smiling', 'not-smiling', 'unreadable']),
  /** Which party of the current quarter-hour: readings with gaps under 3 s share one. */
  party: Count,
})
export type SmileReading = z.infer<typeof SmileReading>

/** Adds one reading to its quarter-hour. */
export const recordReading = route({
  method: 'POST',
  path: '/api/smile/readings',
  caller: 'screen',
  body: SmileReading,
  reply: z.strictObject({
    counted: z.boolean(),
    /** For a boat ticket; null where nothing was counted, nothing could be read, or nobody tapped. */
    receipt: ReadingReceipt.nullable(),
  }),
  problems: ['metering-off', 'no-compliance'],
})

export const Passages = z.strictObject({ door: Door, in: Count, out: Count })
export type Passages = z.infer<typeof Passages>

/** Adds the people a door counter saw since it last spoke, each direction for itself. */
export const recordPassages = route({
  method: 'POST',
  path: '/api/smile/passages',
  caller: 'screen',
  body: Passages,
  reply: Nothing,
  problems: ['metering-off'],
})

export const Coverage = z.strictObject({
  door: Door,
  mode: z.enum(['opt-in', 'ambient']),
  seconds: z.number().min(0).max(900).describe('Seconds the reader was really working since it last spoke.'),
  /** How the door was lit for most of them. */
  light: LightClass.optional(),
})
export type Coverage = z.infer<typeof Coverage>

/** Adds to the time in which a face would have been read. */
export const recordCoverage = route({
  method: 'POST',
  path: '/api/smile/coverage',
  caller: 'screen',
  body: Coverage,
  reply: Nothing,
  problems: ['metering-off', 'no-compliance'],
})

/**
 * Lines of a passage counter that speaks HTTP (`in`, `out 3`, `alive`; several by line feeds), with the key of the station file. Like
 * all of the station's own conversations it is to be had on this machine only; a counter elsewhere speaks through a bridge that runs here.
 */
export const recordCounterLines = route({
  method: 'POST',
  path: '/api/counter/lines',
  caller: 'anyone',
  body: z.strictObject({ key: z.string().max(128), lines: z.string().min(1).max(4000) }),
  reply: z.strictObject({ understood: Count, garbage: Count }),
  problems: ['no-counter', 'wrong-key', 'metering-off'],
})
