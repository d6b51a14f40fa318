import { Language, Words } from '@riverside/kit'
import { z } from 'zod'
import { Greeting } from './greeting.ts'
import { CardLook } from './look.ts'
import { Strokes } from './stroke.ts'

/** All that a visitor wrote: with a scene, enough to compose the card again. Nobody's name is asked. */
export const Draft = z.strictObject({
  strokes: Strokes,
  language: Language,
  /** The day on the cachet, as the station's calendar has it. */
  date: z.iso.date(),
  /** Left out: `plainLook`. */
  look: CardLook.optional(),
  /** A line in print beside the writing. */
  greeting: Greeting.optional(),
})
export type Draft = z.infer<typeof Draft>

/** What the station says on every card. */
export const StationWords = z.strictObject({ name: Words, place: Words })
export type StationWords = z.infer<typeof StationWords>
