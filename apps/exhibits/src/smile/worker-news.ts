import { Decision, LightClass, type ThresholdTable } from '@riverside/smile'
import { z } from 'zod'

/** What the page may ask of the metering worker. Pictures only ever go in. */
export type WorkerOrder =
  /** A spell of one kind until told to stop. */
  | {
      readonly type: 'begin'
      readonly mode: WatchMode
      readonly door: 'entry' | 'exit'
      readonly thresholds: ThresholdTable | null
    }
  /** Calibration: the face in the frame is done with. */
  | { readonly type: 'next' }
  /** The pictures of a camera, handed over for good. */
  | { readonly type: 'watch'; readonly frames: ReadableStream<VideoFrame> }
  /** One picture with its time, instead of a camera: for replays that must not depend on the machine's speed. */
  | { readonly type: 'look'; readonly picture: ImageBitmap; readonly at: number }
  /** One picture to be judged by itself, outside any reading: for the evaluation of the nets. */
  | { readonly type: 'judge'; readonly picture: ImageBitmap; readonly id: number }
  | { readonly type: 'end' }

/**
 * What a spell is for. `tap`: one answer after four seconds. `ambient`: one answer a passage. `calibrate`: one framed face after the
 * other, each with its answer. `aim`: frames alone, nothing is judged.
 */
export type WatchMode = 'tap' | 'ambient' | 'calibrate' | 'aim'

const Count = z.number().int().nonnegative()
const Share = z.number().min(0).max(1)
const Took = z.number().nonnegative().describe('Milliseconds.')

/**
 * All that may leave the worker: answers, counts and times. Every message is one flat row of single values; there is no list
 * and no buffer in which a picture, a face's points or a descriptor could travel (P-05).
 */
export const WorkerNews = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), backend: z.enum(['wasm', 'webgl']), detector: z.string().max(80) }),
  z.strictObject({ type: z.literal('failed'), why: z.string().max(300) }),
  z.strictObject({ type: z.literal('looked'), faces: Count, following: Count, took: Took }),
  z.strictObject({ type: z.literal('passage'), decision: Decision, judgements: Count }),
  z.strictObject({ type: z.literal('read'), decision: Decision, judgements: Count }),
  z.strictObject({
    type: z.literal('picture'),
    state: z.enum(['good', 'too-dark', 'black', 'blocked', 'frozen', 'silent']),
  }),
  z.strictObject({ type: z.literal('covered'), seconds: z.number().nonnegative().max(900), light: LightClass }),
  /** Where one face of this look stands, in shares of the picture; `looked` comes after the last of them. For signed-in staff alone. */
  z.strictObject({ type: z.literal('framed'), x: Share, y: Share, width: Share, height: Share }),
  z.strictObject({ type: z.literal('subject-read'), decision: Decision, judgements: Count, light: LightClass }),
  z.strictObject({ type: z.literal('subject-lost') }),
  z.strictObject({
    type: z.literal('judged'),
    id: Count,
    faces: Count,
    /** −1 where no face could be judged. */
    happy: z.number().min(-1).max(1),
    took: Took,
  }),
  /** The stream of pictures is over, by order or because the camera went. */
  z.strictObject({ type: z.literal('ended') }),
])
export type WorkerNews = z.infer<typeof WorkerNews>

/** A message of the worker, or `undefined` for anything that is not one: it is dropped. */
export function readNews(message: unknown): WorkerNews | undefined {
  const news = WorkerNews.safeParse(message)
  return news.success ? news.data : undefined
}
