/** A fresh number from 0 up to, but not including, 1; for published figures it comes from a cryptographic source. */
type Draw = () => number

/** The base of the noise for a privacy loss of `epsilon`, greater than 0. */
export const noiseBase = (epsilon: number): number => Math.exp(-epsilon / 2)

/** The standard deviation of the noise: √(2α) / (1 − α). */
export const noiseDeviation = (epsilon: number): number => Math.sqrt(2 * noiseBase(epsilon)) / (1 - noiseBase(epsilon))

/** A count with two-sided geometric noise (Ghosh, Roughgarden and Sundararajan, SIAM Journal on Computing 41, 2012): never below 0. */
export function noisy(count: number, epsilon: number, draw: Draw): number {
  const base = noiseBase(epsilon)
  const geometric = () => Math.floor(Math.log(1 - draw()) / Math.log(base))
  return Math.max(0, count + geometric() - geometric())
}
