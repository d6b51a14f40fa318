import type { Station } from '@riverside/contract'
import type { Chance, Clock, Language } from '@riverside/kit'
import type { ReactNode } from 'react'

/** What every screen that waits for a visitor is given, the river's as the sand's. */
export type AttractProps = {
  readonly station: Station
  readonly clock: Clock
  readonly chance: Chance
  readonly language: Language
  readonly reducedMotion: boolean
  readonly onWake: () => void
  readonly service: ReactNode
}
