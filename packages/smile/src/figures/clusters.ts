import { type Interval, type Share, wilson } from './intervals.ts'
import { standardNormal975, student975 } from './quantiles.ts'

/** Sums over clusters (days, or parties of visitors) of one door: enough for the variance, and nobody can be read off them. */
export type ClusterSums = {
  readonly clusters: number
  readonly n: number
  readonly x: number
  readonly sumX2: number
  readonly sumXN: number
  readonly sumN2: number
}

export type ClusteredRate = Interval & {
  /** How many times wider the variance is than that of as many visitors who came one by one. */
  readonly designEffect: number
  readonly effectiveN: number
  /** `effectiveN` made smaller still for how few the clusters are. */
  readonly cautiousN: number
}

export function sumsOf(clusters: readonly Share[]): ClusterSums {
  return clusters.reduce<ClusterSums>(
    (sums, { x, n }) => ({
      clusters: sums.clusters + 1,
      n: sums.n + n,
      x: sums.x + x,
      sumX2: sums.sumX2 + x * x,
      sumXN: sums.sumXN + x * n,
      sumN2: sums.sumN2 + n * n,
    }),
    { clusters: 0, n: 0, x: 0, sumX2: 0, sumXN: 0, sumN2: 0 },
  )
}

/**
 * The rate of one door with visitors in clusters: linearised variance, Wilson's interval on the effective size.
 * Undefined for fewer than two clusters or no reading, where the variance between clusters cannot be known.
 */
export function clusteredRate(sums: ClusterSums): ClusteredRate | undefined {
  const { clusters, n, x } = sums
  if (clusters < 2 || n === 0) return undefined
  const p = x / n
  const designEffect = p === 0 || p === 1 ? 1 : varianceOf(sums, p) / ((p * (1 - p)) / n)
  const effectiveN = n / Math.max(1, designEffect)
  const cautiousN = effectiveN * (standardNormal975 / student975(clusters - 1)) ** 2
  return { ...wilson({ x: p * cautiousN, n: cautiousN }), value: p, designEffect, effectiveN, cautiousN }
}

/** Σ(x − p n)² over the clusters, from the sums alone. Never below 0, whatever the rounding. */
export const residualsOf = (sums: ClusterSums, p: number): number =>
  Math.max(0, sums.sumX2 - 2 * p * sums.sumXN + p * p * sums.sumN2)

function varianceOf(sums: ClusterSums, p: number): number {
  return ((sums.clusters / (sums.clusters - 1)) * residualsOf(sums, p)) / sums.n ** 2
}

/** One day at both doors. */
export type DayPair = { readonly before: Share; readonly after: Share }

/** A difference whose limits rest on how days differ from each other, with its standard error. */
export type DayDifference = Interval & { readonly days: number; readonly standardError: number }

/**
 * `after − before` clustered by day: the day carries both doors, so what makes a day merry at both cancels out.
 * Undefined for fewer than two days or an empty door. Limits are cut to [−1, 1].
 */
export function dayDifference(days: readonly DayPair[]): DayDifference | undefined {
  const before = sumsOf(days.map((day) => day.before))
  const after = sumsOf(days.map((day) => day.after))
  const m = days.length
  if (m < 2 || before.n === 0 || after.n === 0) return undefined
  const [p1, p2] = [before.x / before.n, after.x / after.n]
  const squares = days.reduce((sum, day) => {
    const pull = (day.after.x - p2 * day.after.n) / after.n - (day.before.x - p1 * day.before.n) / before.n
    return sum + pull * pull
  }, 0)
  const standardError = Math.sqrt((m / (m - 1)) * squares)
  const reach = student975(m - 1) * standardError
  const value = p2 - p1
  return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach), days: m, standardError }
}
