/** Milliseconds since 1970-01-01 UTC. What a calendar shows; it may jump when somebody sets it. */
export type Instant = number

/** Milliseconds of a stopwatch nobody can set. Only differences mean anything. */
export type Elapsed = number

/** The two times a program may ask for, handed in at the top of each app. */
export type Clock = {
  readonly now: () => Instant
  readonly elapsed: () => Elapsed
}

/** A clock for tests and for replays: it moves only when told to. */
export function handClock(
  start: Instant = 0,
): Clock & { advance(milliseconds: number): void; jumpTo(now: Instant): void } {
  let now = start
  let elapsed = 0
  return {
    now: () => now,
    elapsed: () => elapsed,
    advance(milliseconds) {
      now += milliseconds
      elapsed += milliseconds
    },
    jumpTo(instant) {
      now = instant
    },
  }
}
