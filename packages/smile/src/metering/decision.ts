import { z } from 'zod'
import { median } from '../median.ts'
import { LightClass } from './light.ts'
import type { Judgement } from './tracker.ts'

export const Decision = z.enum(['smiling', 'not-smiling', 'unreadable'])
export type Decision = z.infer<typeof Decision>

export type DecisionRules = {
  /** Chosen on calibration data for one door and light, then frozen with a version. */
  readonly threshold: number
  readonly atLeast: number
  /** Milliseconds from the first judgement that counts to the last. */
  readonly within: number
}

/** The threshold makes sensitivity (.960) and specificity (.953) alike on 273 clearly labelled faces: accuracy .956. */
export const decisionRules: DecisionRules = { threshold: 0.44, atLeast: 5, within: 4000 }

/**
 * A threshold for every door and light, chosen where sensitivity and specificity are alike and then frozen. Another choice is another
 * version, which every quarter-hour carries.
 */
export const ThresholdTable = z.strictObject({
  version: z.string().regex(/^[a-z0-9.-]{1,24}$/, 'small letters, figures, dots and hyphens'),
  entry: z.partialRecord(LightClass, z.number().gt(0).lt(1)).default({}),
  exit: z.partialRecord(LightClass, z.number().gt(0).lt(1)).default({}),
})
export type ThresholdTable = z.infer<typeof ThresholdTable>

/** The rules of one reading. Without a table, or for a light it leaves out, the threshold measured on labelled faces holds. */
export const decisionRulesFor = (
  table: ThresholdTable | null,
  door: 'entry' | 'exit',
  light: LightClass,
): DecisionRules => ({ ...decisionRules, threshold: table?.[door][light] ?? decisionRules.threshold })

/** One decision for one reading: the median of at least five judgements of at most four seconds (measurement 4.1). */
export function decide(judgements: readonly Judgement[], rules: DecisionRules = decisionRules): Decision {
  const last = Math.max(...judgements.map((judgement) => judgement.at))
  const counted = judgements.filter((judgement) => last - judgement.at <= rules.within).map(({ happy }) => happy)
  if (counted.length < rules.atLeast) return 'unreadable'
  return median(counted) >= rules.threshold ? 'smiling' : 'not-smiling'
}
