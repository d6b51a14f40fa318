import type { Clock } from '@riverside/kit'
import type { HelmSight } from '@riverside/voyage'

/** What a driver of the station's own wheel says, and nothing else of it is known. */
export type OwnWheel = {
  /** Part of a turn, positive to starboard. */
  readonly turned: (turns: number) => void
  readonly pressed: () => void
  readonly connected: () => void
  readonly lost: () => void
  readonly saw: (sight: HelmSight) => void
}

/** Milliseconds in which a second press of the button is the same press: contacts bounce. */
const bounce = 120

/** Passes on a press unless it is the bounce of the one before. */
export function steadied(clock: Clock, press: () => void): () => void {
  let pressedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (clock.elapsed() - pressedAt < bounce) return
    pressedAt = clock.elapsed()
    press()
  }
}
