import { standardNormal975 } from './quantiles.ts'

/** A share with its 95 % limits. All three lie in [0, 1]. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number }

/** Counts of one door: `x` of `n`. Both may be fractions where an effective size stands in for a count. */
export type Share = { readonly x: number; readonly n: number }

const z = standardNormal975

/**
 * Wilson's score interval (E. B. Wilson, JASA 22, 1927), 95 %. `n` is greater than 0; nothing else is defined.
 * With p = 0 or 1 the limit on that side is exactly 0 or 1.
 */
export function wilson({ x, n }: Share): Interval {
  const p = x / n
  const shrink = 1 + (z * z) / n
  const centre = (p + (z * z) / (2 * n)) / shrink
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { value: p, low: p === 0 ? 0 : Math.max(0, centre - half), high: p === 1 ? 1 : Math.min(1, centre + half) }
}

/**
 * The limits of `after − before` from the limits of each (Newcombe, Statistics in Medicine 17, 1998, method 10; with other
 * limits it is Zou and Donner's MOVER, 2008). All in [−1, 1].
 */
export function differenceOf(before: Interval, after: Interval): Interval {
  const value = after.value - before.value
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  }
}

/** Newcombe's interval for visitors who came one by one: it knows nothing of parties or days, and is labelled naive. */
export const newcombe = (before: Share, after: Share): Interval => differenceOf(wilson(before), wilson(after))

/** Wald's interval on shares with one success and one failure added (Agresti and Caffo, The American Statistician 54, 2000). */
export function agrestiCaffo(before: Share, after: Share): Interval {
  const [p1, p2] = [(before.x + 1) / (before.n + 2), (after.x + 1) / (after.n + 2)]
  const spread = z * Math.sqrt((p1 * (1 - p1)) / (before.n + 2) + (p2 * (1 - p2)) / (after.n + 2))
  return { value: p2 - p1, low: p2 - p1 - spread, high: p2 - p1 + spread }
}
