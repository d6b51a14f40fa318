import { z } from 'zod'
import type { PictureFacts } from './picture.ts'

/** How the door was lit while faces were read. Each has a decision threshold and a calibration tally of its own. */
export const LightClass = z.enum(['dark', 'dim', 'normal', 'bright', 'back-lit'])
export type LightClass = z.infer<typeof LightClass>

/**
 * The light by the picture's own luma. Against a window a part of the picture is burnt out while half of it, the faces with it, stays
 * in shade: that is its own class whatever the mean says. The other limits are means of 0…255; below 26 nothing is read at all.
 */
export function lightClassOf({ luma, middle, glare }: Pick<PictureFacts, 'luma' | 'middle' | 'glare'>): LightClass {
  if (glare >= 0.12 && middle < 100) return 'back-lit'
  if (luma < 45) return 'dark'
  if (luma < 85) return 'dim'
  return luma < 180 ? 'normal' : 'bright'
}

/** Milliseconds a new light must last before it is believed: somebody in a white coat before the lens is not a sunrise. */
const settledAfter = 5000

export type LightWatch = { readonly light: LightClass; readonly seen: LightClass; readonly since: number }

/** The light goes on as it was until another one has stayed. */
export function watchLight(watch: LightWatch | undefined, facts: PictureFacts): LightWatch {
  const seen = lightClassOf(facts)
  if (watch === undefined) return { light: seen, seen, since: facts.at }
  const since = watch.seen === seen ? watch.since : facts.at
  return { light: facts.at - since >= settledAfter ? seen : watch.light, seen, since }
}
