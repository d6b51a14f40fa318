import { clusteredRate } from './clusters.ts'
import type { Interval } from './intervals.ts'
import { student975, studentProbability } from './quantiles.ts'
import type { Thresholds } from './thresholds.ts'
import type { Totals } from './totals.ts'

/** The same stratum in A and in B; both with readings at the door in question. */
export type Matched = { readonly a: Totals; readonly b: Totals }

type DoorName = 'entry' | 'exit'
/** How far each day pulls a difference; the days of A and of B are different days. */
type Pulls = ReadonlyMap<string, number>

/** A difference B − A within strata, before it is said how sure it is. */
export type Contrast = {
  /** Both rates had A and B been visited alike: each stratum weighs as many as both have in it. */
  readonly a: number
  readonly b: number
  readonly pulls: { readonly a: Pulls; readonly b: Pulls }
  /** Variance by parties, or as if all came alone where parties were not kept; used while days are few. */
  readonly byParty: { readonly variance: number; readonly clusters: number; readonly method: ContrastMethod }
}

/** By day from eight days on each side; by party, else as if all came alone, before that. */
export type ContrastMethod = 'day-linearised' | 'party-linearised' | 'naive'

export type ContrastInterval = Interval & {
  readonly method: ContrastMethod
  /** Of no difference at all. */
  readonly probability: number
}

/**
 * Directly standardised rates of one door and what their variance is reckoned from: weights are taken as known, each day pulls by its
 * residuals (the linearisation of `dayDifference`, within strata). Undefined for no stratum.
 */
export function contrastOf(strata: readonly Matched[], door: DoorName): Contrast | undefined {
  const met = strata.filter(({ a, b }) => a[door].n > 0 && b[door].n > 0)
  const all = met.reduce((sum, { a, b }) => sum + a[door].n + b[door].n, 0)
  if (all === 0) return undefined
  const weighted = met.map((stratum) => ({ stratum, weight: (stratum.a[door].n + stratum.b[door].n) / all }))
  const of = (side: 'a' | 'b') => {
    const pulls = new Map<string, number>()
    let [rate, variance, clusters, isByParty] = [0, 0, 0, true]
    for (const { stratum, weight } of weighted) {
      const { [door]: total, days } = stratum[side]
      const p = total.x / total.n
      rate += weight * p
      for (const { day, [door]: counted } of days)
        if (counted.n > 0) pulls.set(day, (pulls.get(day) ?? 0) + (weight * (counted.x - p * counted.n)) / total.n)
      const parties = total.parties && clusteredRate(total.parties)
      // One success and one failure more, so that a stratum in which everybody smiled is not taken for certain.
      const cautious = (total.x + 1) / (total.n + 2)
      variance += (weight ** 2 * cautious * (1 - cautious)) / (parties?.effectiveN ?? total.n)
      clusters += total.parties?.clusters ?? total.n
      isByParty &&= parties !== undefined
    }
    return { rate, pulls, variance, clusters, isByParty }
  }
  const [a, b] = [of('a'), of('b')]
  return {
    a: a.rate,
    b: b.rate,
    pulls: { a: a.pulls, b: b.pulls },
    byParty: {
      variance: a.variance + b.variance,
      clusters: a.clusters + b.clusters,
      method: a.isByParty && b.isByParty ? 'party-linearised' : 'naive',
    },
  }
}

/** How sure one difference is. */
export const sureOf = (contrast: Contrast, rules: Thresholds): ContrastInterval =>
  withLimits(contrast.b - contrast.a, 1, contrast.pulls, contrast.byParty, rules)

/** The change of the difference between two doors, (exit − entry) in B less that in A: a day carries both doors. */
export function changeOf(entry: Contrast, exit: Contrast, rules: Thresholds): ContrastInterval {
  const less = (side: 'a' | 'b'): Pulls => {
    const pulls = new Map(exit.pulls[side])
    for (const [day, pull] of entry.pulls[side]) pulls.set(day, (pulls.get(day) ?? 0) - pull)
    return pulls
  }
  const byParty = {
    variance: entry.byParty.variance + exit.byParty.variance,
    clusters: entry.byParty.clusters + exit.byParty.clusters,
    method: entry.byParty.method === 'naive' ? entry.byParty.method : exit.byParty.method,
  }
  return withLimits(exit.b - exit.a - (entry.b - entry.a), 2, { a: less('a'), b: less('b') }, byParty, rules)
}

function withLimits(
  value: number,
  most: number,
  pulls: Contrast['pulls'],
  byParty: Contrast['byParty'],
  rules: Thresholds,
): ContrastInterval {
  const isByDay = pulls.a.size >= rules.leastDays && pulls.b.size >= rules.leastDays
  const [ofA, ofB] = [varianceOf(pulls.a), varianceOf(pulls.b)]
  const variance = isByDay ? ofA + ofB : byParty.variance
  // Welch and Satterthwaite: as many degrees of freedom as two periods of different restlessness leave.
  const freedom = !isByDay
    ? Math.max(1, byParty.clusters - 2)
    : variance === 0
      ? pulls.a.size + pulls.b.size - 2
      : variance ** 2 / (ofA ** 2 / (pulls.a.size - 1) + ofB ** 2 / (pulls.b.size - 1))
  const standardError = Math.sqrt(variance)
  const reach = student975(freedom) * standardError
  return {
    value,
    low: Math.max(-most, value - reach),
    high: Math.min(most, value + reach),
    method: isByDay ? 'day-linearised' : byParty.method,
    probability: value === 0 ? 1 : studentProbability(value / standardError, freedom),
  }
}

function varianceOf(pulls: Pulls): number {
  const m = pulls.size
  return m < 2 ? 0 : (m / (m - 1)) * [...pulls.values()].reduce((sum, pull) => sum + pull * pull, 0)
}
