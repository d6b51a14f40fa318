import { Claim, DatedPicture, Slug, Words } from '@riverside/kit'
import { z } from 'zod'

export const StopId = Slug.brand<'StopId'>()
export type StopId = z.infer<typeof StopId>

/** A building or place of the shore that has something to tell. */
export const Stop = z.strictObject({
  id: StopId,
  name: Words,
  chainage: z.number().min(-500).max(6000).describe('Metres along the quay from the ferry wharf, positive downstream.'),
  chainageUncertainty: z.number().nonnegative().describe('Metres.'),
  /** The one figure of the name label, usually a year, with the few words that explain it. */
  headline: z.strictObject({ figure: z.string().min(1), words: Words }),
  past: Claim,
  present: Claim,
  facts: z.array(Claim).max(6),
  then: DatedPicture,
  now: DatedPicture,
  /** What the voice says, in plain sentences. */
  narration: Words,
})
export type Stop = z.infer<typeof Stop>

/** A name without what stands in brackets: for labels, where there is room for little. */
export const shortName = (name: string): string => name.replace(/[（(].*?[）)]/g, '').trim()
