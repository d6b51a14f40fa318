import adjusted from '@stdlib/stats-padjust'

/** A table of more comparisons than this is judged as a whole. */
const mostUnadjusted = 5
/** Of the differences called one, so many may be none. */
const falseDiscoveries = 0.05

/** A difference's probability as it is to be judged, and whether it stands. */
export type Judged = { readonly adjusted: number; readonly stands: boolean }

/**
 * Judges the comparisons of one table: more than five after Benjamini and Hochberg (JRSS B 57, 1995) at 5 %, fewer each by itself.
 * Probabilities from 0 to 1, judged in their order.
 */
export function judgeTogether(probabilities: readonly number[]): readonly Judged[] {
  const judged = probabilities.length > mostUnadjusted ? adjusted([...probabilities], 'bh') : probabilities
  return judged.map((each) => ({ adjusted: each, stands: each < falseDiscoveries }))
}
