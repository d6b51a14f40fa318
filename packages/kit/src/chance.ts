/** A number in [0, 1), handed in wherever something may fall out one way or another. */
export type Chance = () => number

/**
 * A repeatable source of chance: the same seed gives the same numbers on every machine.
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, period 2³². Not for secrets.
 */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
