import type { Interval, Share } from './intervals.ts'
import { standardNormal975 } from './quantiles.ts'

/** What calibration found of a detector at one door: smiling faces it called smiling, and unsmiling ones it called so. */
export type Calibration = {
  readonly sensitivity: Share
  readonly specificity: Share
}

/** A rate as the detector saw it, with the variance of that rate (binomial, or linearised over clusters). */
export type SeenRate = { readonly value: number; readonly variance: number }

export type Corrected = Interval & { readonly standardError: number }

/** Below this Youden index a detector tells too little for any correction. */
const leastYouden = 0.5

const z = standardNormal975

/**
 * The rate had the detector made no mistakes (Rogan and Gladen, American Journal of Epidemiology 107, 1978): (p + Sp − 1) / J with
 * J = Se + Sp − 1. Undefined where J < 0.5 or the result leaves [0, 1]: 校正不可用.
 */
export function trueRate(seen: number, sensitivity: number, specificity: number): number | undefined {
  const youden = sensitivity + specificity - 1
  if (youden < leastYouden) return undefined
  const rate = (seen + specificity - 1) / youden
  return rate < 0 || rate > 1 ? undefined : rate
}

/**
 * The variance of `trueRate`, from that of the rate seen and from how many judgements the calibration rests on. Undefined where the
 * rate is. Sizes are greater than 0.
 */
function trueRateVariance(seen: SeenRate, { sensitivity, specificity }: Calibration): number | undefined {
  const [se, sp] = [sensitivity.x / sensitivity.n, specificity.x / specificity.n]
  const rate = trueRate(seen.value, se, sp)
  if (rate === undefined) return undefined
  const ofSe = rate ** 2 * ((se * (1 - se)) / sensitivity.n)
  const ofSp = (1 - rate) ** 2 * ((sp * (1 - sp)) / specificity.n)
  return (seen.variance + ofSe + ofSp) / (se + sp - 1) ** 2
}

/**
 * The corrected rate with 95 % limits that allow for the calibration's own size (Lang and Reiczigel, Preventive Veterinary Medicine
 * 113, 2014), cut to [0, 1]; `value` is the shifted midpoint, `unshifted` the estimate with the added successes and failures.
 * Undefined where the adjusted Youden index is below 0.5.
 */
export function langReiczigel(
  { x, n }: Share,
  { sensitivity, specificity }: Calibration,
): (Interval & { readonly unshifted: number }) | undefined {
  const [nSe, nSp] = [sensitivity.n + 2, specificity.n + 2]
  const [se, sp] = [(sensitivity.x + 1) / nSe, (specificity.x + 1) / nSp]
  const youden = se + sp - 1
  if (youden < leastYouden) return undefined
  const size = n + z * z
  const seen = (x + (z * z) / 2) / size
  const unshifted = (seen + sp - 1) / youden
  const [ofSe, ofSp] = [(se * (1 - se)) / nSe, (sp * (1 - sp)) / nSp]
  const value = unshifted + 2 * z * z * (unshifted * ofSe - (1 - unshifted) * ofSp)
  const spread = Math.sqrt((seen * (1 - seen)) / size + unshifted ** 2 * ofSe + (1 - unshifted) ** 2 * ofSp) / youden
  return { unshifted, value, low: Math.max(0, value - z * spread), high: Math.min(1, value + z * spread) }
}

/**
 * The corrected difference where one calibration serves both doors: d / J. `difference.variance` is that of d, clustered or not.
 * Undefined where J < 0.5 or the corrected difference leaves [−1, 1].
 */
export function correctedByOne(difference: SeenRate, { sensitivity, specificity }: Calibration): Corrected | undefined {
  const [se, sp] = [sensitivity.x / sensitivity.n, specificity.x / specificity.n]
  const youden = se + sp - 1
  if (youden < leastYouden) return undefined
  const value = difference.value / youden
  const ofCalibration = value ** 2 * ((se * (1 - se)) / sensitivity.n + (sp * (1 - sp)) / specificity.n)
  return withLimits(value, (difference.variance + ofCalibration) / youden ** 2)
}

/** The corrected difference where each door has its own calibration; undefined where either rate is. */
export function correctedByTwo(
  before: SeenRate & { readonly calibration: Calibration },
  after: SeenRate & { readonly calibration: Calibration },
): Corrected | undefined {
  const [ofBefore, ofAfter] = [before, after].map((door) => ({
    rate: trueRate(door.value, ratio(door.calibration.sensitivity), ratio(door.calibration.specificity)),
    variance: trueRateVariance(door, door.calibration),
  }))
  if (ofBefore?.rate === undefined || ofAfter?.rate === undefined) return undefined
  return withLimits(ofAfter.rate - ofBefore.rate, (ofBefore.variance ?? 0) + (ofAfter.variance ?? 0))
}

const ratio = ({ x, n }: Share): number => x / n

function withLimits(value: number, variance: number): Corrected | undefined {
  if (Math.abs(value) > 1) return undefined
  const standardError = Math.sqrt(variance)
  return {
    value,
    low: Math.max(-1, value - z * standardError),
    high: Math.min(1, value + z * standardError),
    standardError,
  }
}
