import type { Calibration } from './detector-correction.ts'

/** How two observers judged the same faces; those neither could see are not counted. */
export type Tally = {
  readonly bothSmile: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

/** Cohen's κ: agreement beyond chance, at most 1. Undefined for no face, or where chance alone would agree on every one. */
export function kappa({ bothSmile, onlyFirst, onlySecond, neither }: Tally): number | undefined {
  const n = bothSmile + onlyFirst + onlySecond + neither
  if (n === 0) return undefined
  const seen = (bothSmile + neither) / n
  const chance =
    ((bothSmile + onlyFirst) * (bothSmile + onlySecond) + (neither + onlySecond) * (neither + onlyFirst)) / n ** 2
  return chance === 1 ? undefined : (seen - chance) / (1 - chance)
}

/** What a calibration needs before its figures may correct anything. */
export const calibrationRules = { leastSmiling: 200, leastUnsmiling: 200, leastKappa: 0.75, validDays: 90 } as const

export type CalibrationState = 'valid' | 'too-few' | 'observers-disagree' | 'expired' | 'ahead-of-its-time'

/** Whether a calibration may be used on a day; `days` since it was made, negative where its date lies ahead. */
export function calibrationState(calibration: Calibration, observers: Tally, days: number): CalibrationState {
  const { leastSmiling, leastUnsmiling, leastKappa, validDays } = calibrationRules
  if (calibration.sensitivity.n < leastSmiling || calibration.specificity.n < leastUnsmiling) return 'too-few'
  if ((kappa(observers) ?? 0) < leastKappa) return 'observers-disagree'
  if (days < 0) return 'ahead-of-its-time'
  return days > validDays ? 'expired' : 'valid'
}
