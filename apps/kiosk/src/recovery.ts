import type { Elapsed } from '@riverside/kit'

/** What can be wrong with the page on the screen. */
export type PageFault = 'crashed' | 'hung' | 'never-came'

/** What is done about it, from the mildest to the last. */
export type Rung = 'reload' | 'safe-mode' | 'calm-card'

/** All in milliseconds. */
export const patience = {
  /** Silence of a page that was alive. */
  hang: 5_000,
  /** From loading to the first sign of life. */
  firstSign: 20_000,
  /** Faults further apart than this have nothing to do with each other. */
  memory: 10 * 60_000,
  /** How long the calm card stays before the page is tried again. */
  calm: 60_000,
} as const

/**
 * Which rung the newest of these faults asks for: twice the page is simply loaded anew, at the third fault within ten
 * minutes it comes back without 3D, and from the sixth on visitors see a calm card for a minute in between.
 */
export function rungFor(faults: readonly Elapsed[], now: Elapsed): Rung {
  const recent = faults.filter((fault) => now - fault < patience.memory).length
  if (recent >= 6) return 'calm-card'
  return recent >= 3 ? 'safe-mode' : 'reload'
}

/**
 * Listens for the heartbeat of the page. Time is told to it in steps, and a step never counts for more than a second: when
 * the whole machine slept or the shell itself was held up, the page is not blamed.
 */
export class PageWatch {
  #silence = 0
  #state: 'waiting' | 'alive' | 'away' = 'away'

  /** The page begins to load. */
  loading(): void {
    this.#silence = 0
    this.#state = 'waiting'
  }

  /** The page is known to be gone; until it loads again nothing is expected of it. */
  gone(): void {
    this.#state = 'away'
  }

  /** Whether this heartbeat is the first since the page was loaded. */
  heard(): boolean {
    if (this.#state === 'away') return false
    const first = this.#state === 'waiting'
    this.#state = 'alive'
    this.#silence = 0
    return first
  }

  passed(milliseconds: number): Exclude<PageFault, 'crashed'> | undefined {
    if (this.#state === 'away') return undefined
    this.#silence += Math.min(milliseconds, 1000)
    if (this.#silence <= (this.#state === 'alive' ? patience.hang : patience.firstSign)) return undefined
    const fault = this.#state === 'alive' ? 'hung' : 'never-came'
    this.#state = 'away'
    return fault
  }
}
