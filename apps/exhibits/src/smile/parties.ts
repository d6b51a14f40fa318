import type { Clock } from '@riverside/kit'
import { type PartyCount, partyOf } from '@riverside/smile'

/** One count a door for as long as the page lives: parties go on from one reading to the next. */
const counts = new Map<'entry' | 'exit', PartyCount>()

/** The party of a reading made now at this door. */
export function partyAt(door: 'entry' | 'exit', clock: Clock): number {
  const next = partyOf(counts.get(door), clock.now(), clock.elapsed())
  counts.set(door, next)
  return next.party
}
