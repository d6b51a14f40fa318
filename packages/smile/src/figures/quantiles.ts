import distribution from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** The 97.5 % point of the standard normal distribution, to the digits every worked figure was computed with. */
export const standardNormal975 = 1.959964

/** The 97.5 % point of Student's t with `freedom` degrees of freedom, 1 or more. */
export const student975 = (freedom: number): number => quantile(0.975, freedom)

/** Two-sided probability of a value this far from 0, or farther, under Student's t with `freedom` degrees of freedom. */
export const studentProbability = (value: number, freedom: number): number =>
  2 * distribution(-Math.abs(value), freedom)
