import { MediaPath } from '@riverside/kit'
import { z } from 'zod'

const part = z.number().min(0).max(1)

/** A part of the print, in shares of its width and height from the upper left corner. */
export const PrintArea = z
  .strictObject({ x: part, y: part, width: part, height: part })
  .refine(({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 1 && y + height <= 1, {
    message: 'the area must lie within the print',
  })
export type PrintArea = z.infer<typeof PrintArea>

/**
 * From when to when, in shares of the chapter's telling: the same place in the words in either language, however long a voice takes.
 */
const lasting = { from: part, to: part } as const

/** What smoke, water, cloth and birds do in the print; each is moved a little, on the spot. */
export const MotionCue = z.strictObject({
  kind: z.literal('motion'),
  motion: z.enum(['smoke', 'water', 'cloth', 'birds']),
  area: PrintArea,
  ...lasting,
})
export type MotionCue = z.infer<typeof MotionCue>

/** A sound under the voice, such as a ship's horn. */
export const SoundCue = z.strictObject({ kind: z.literal('sound'), media: MediaPath, ...lasting })
export type SoundCue = z.infer<typeof SoundCue>

export const Cue = z.discriminatedUnion('kind', [MotionCue, SoundCue])
export type Cue = z.infer<typeof Cue>

/** The cues of one chapter: each within the telling, two sounds never at once, two motions never in one place at once. */
export const Cues = z
  .array(Cue)
  .max(12)
  .superRefine((cues, context) => {
    for (const [index, cue] of cues.entries()) {
      if (cue.to <= cue.from)
        context.addIssue({ code: 'custom', path: [index, 'to'], message: 'a cue ends after it begins' })
      const clash = cues.slice(0, index).findIndex((other) => atOnce(other, cue) && inOnePlace(other, cue))
      if (clash >= 0) context.addIssue({ code: 'custom', path: [index], message: `this cue overlaps cue ${clash}` })
    }
  })

const atOnce = (one: Cue, other: Cue): boolean => one.from < other.to && other.from < one.to

function inOnePlace(one: Cue, other: Cue): boolean {
  if (one.kind === 'sound' || other.kind === 'sound') return one.kind === other.kind
  const a = one.area
  const b = other.area
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The cues at this share of the telling. */
export const cuesAt = (cues: readonly Cue[], share: number): readonly Cue[] =>
  cues.filter(({ from, to }) => share >= from && share < to)
