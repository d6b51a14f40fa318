import type { Clock } from '@riverside/kit'

type Tries = { readonly wrong: number; readonly since: number; readonly shutUntil: number; readonly shuts: number }

/** Wrong links a minute one client may try, and how many clients are remembered. */
const guessRules = { wrongAMinute: 5, mostClients: 10_000 } as const

/**
 * Slows down whoever tries links: five wrong ones within a minute shut the door to that client for a minute, then for two,
 * four, up to an hour. Right links are never counted.
 */
export class GuessLimit {
  readonly #clock: Clock
  readonly #clients = new Map<string, Tries>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isShut(client: string): boolean {
    return (this.#clients.get(client)?.shutUntil ?? 0) > this.#clock.elapsed()
  }

  wrong(client: string): void {
    const now = this.#clock.elapsed()
    const before = this.#clients.get(client)
    const isSameMinute = before !== undefined && now - before.since < 60_000
    const tries: Tries = isSameMinute
      ? { ...before, wrong: before.wrong + 1 }
      : { wrong: 1, since: now, shutUntil: 0, shuts: before?.shuts ?? 0 }
    const shut = tries.wrong >= guessRules.wrongAMinute
    const rest = Math.min(3_600_000, 60_000 * 2 ** tries.shuts)
    this.#clients.delete(client)
    if (this.#clients.size >= guessRules.mostClients) this.#forgetOldest()
    this.#clients.set(client, shut ? { wrong: 0, since: now, shutUntil: now + rest, shuts: tries.shuts + 1 } : tries)
  }

  #forgetOldest(): void {
    const [oldest] = this.#clients.keys()
    if (oldest !== undefined) this.#clients.delete(oldest)
  }
}
