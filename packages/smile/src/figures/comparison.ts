import type { Share } from './intervals.ts'

/** The same kind of hour (weekday type, hour band, visit type) in two periods or at two stations. */
export type Stratum = { readonly a: Share; readonly b: Share }

export type Comparison = {
  /** Rate of all of B less rate of all of A; `undefined` where it would mislead. 粗差 */
  readonly crude: number | undefined
  /** Both rates had A and B been visited alike: each stratum weighs as many as both have in it. */
  readonly standardised: { readonly a: number; readonly b: number; readonly difference: number }
  /** The difference within strata, weighted after Mantel and Haenszel. */
  readonly withinStrata: number
  /** True where the crude difference has another sign than the standardised one, or is more than 5 points from it (Simpson). */
  readonly crudeMisleads: boolean
}

/** Crude and standardised difference may be this far apart before the crude one is hidden. */
const apart = 0.05

/**
 * Compares B with A over strata. Strata that one of the two never met are left out of everything: nothing can be said of them.
 * Undefined where no stratum is left.
 */
export function compare(strata: readonly Stratum[]): Comparison | undefined {
  const met = strata.filter(({ a, b }) => a.n > 0 && b.n > 0)
  if (met.length === 0) return undefined
  const of = (side: 'a' | 'b') =>
    met.reduce((sum, one) => ({ x: sum.x + one[side].x, n: sum.n + one[side].n }), { x: 0, n: 0 })
  const [a, b] = [of('a'), of('b')]
  const all = a.n + b.n
  const standard = (side: 'a' | 'b') =>
    met.reduce((sum, one) => sum + ((one.a.n + one.b.n) / all) * (one[side].x / one[side].n), 0)
  const weightOf = ({ a: one, b: other }: Stratum) => (one.n * other.n) / (one.n + other.n)
  const weights = met.reduce((sum, one) => sum + weightOf(one), 0)
  const withinStrata =
    met.reduce((sum, one) => sum + weightOf(one) * (one.b.x / one.b.n - one.a.x / one.a.n), 0) / weights
  const crude = b.x / b.n - a.x / a.n
  const standardised = { a: standard('a'), b: standard('b'), difference: standard('b') - standard('a') }
  const crudeMisleads = misleads(crude, standardised.difference)
  return { crude: crudeMisleads ? undefined : crude, standardised, withinStrata, crudeMisleads }
}

/** Whether a crude difference says something else than one within strata: the other direction, or more than 5 points apart. */
export const misleads = (crude: number, standardised: number): boolean =>
  Math.sign(crude) * Math.sign(standardised) < 0 || Math.abs(crude - standardised) > apart
