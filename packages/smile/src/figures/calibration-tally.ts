import { type CalibrationState, calibrationState, kappa, type Tally } from './agreement.ts'
import type { Calibration } from './detector-correction.ts'

/** What an observer says of the face in the frame. */
export const observed = ['smiling', 'not-smiling', 'unclear'] as const
export type Observed = (typeof observed)[number]

/** Counts of one calibration and nothing they were made of: the reader against what both observers agreed on, and the observers. */
export type CalibrationTally = {
  /** Both said smiling, and so did the reader; or it did not. */
  readonly smilingSeen: number
  readonly smilingMissed: number
  /** Both said not smiling, and so did the reader; or it did not. */
  readonly unsmilingSeen: number
  readonly unsmilingMistaken: number
  readonly observers: Tally
  /** Faces one observer or both could not see well enough. */
  readonly unclear: number
  /** Faces both observers saw and the reader did not. */
  readonly unreadable: number
}

export const emptyTally: CalibrationTally = {
  smilingSeen: 0,
  smilingMissed: 0,
  unsmilingSeen: 0,
  unsmilingMistaken: 0,
  observers: { bothSmile: 0, onlyFirst: 0, onlySecond: 0, neither: 0 },
  unclear: 0,
  unreadable: 0,
}

/**
 * One more face. The observers are compared on every face both could see, also on one the reader could not; the reader is compared
 * only where they agree.
 */
export function tallied(
  tally: CalibrationTally,
  reader: 'smiling' | 'not-smiling' | 'unreadable',
  first: Observed,
  second: Observed,
): CalibrationTally {
  if (first === 'unclear' || second === 'unclear') return { ...tally, unclear: tally.unclear + 1 }
  const observers = tallyOf(first, second)
  const counted = { ...tally, observers: { ...tally.observers, [observers]: tally.observers[observers] + 1 } }
  if (reader === 'unreadable') return { ...counted, unreadable: tally.unreadable + 1 }
  if (first !== second) return counted
  const cell =
    first === 'smiling'
      ? reader === 'smiling'
        ? 'smilingSeen'
        : 'smilingMissed'
      : reader === 'smiling'
        ? 'unsmilingMistaken'
        : 'unsmilingSeen'
  return { ...counted, [cell]: tally[cell] + 1 }
}

function tallyOf(first: Observed, second: Observed): keyof Tally {
  if (first === second) return first === 'smiling' ? 'bothSmile' : 'neither'
  return first === 'smiling' ? 'onlyFirst' : 'onlySecond'
}

/** Two tallies as one: those of several kinds of light at one door. */
export function tallyTogether(one: CalibrationTally, other: CalibrationTally): CalibrationTally {
  return {
    smilingSeen: one.smilingSeen + other.smilingSeen,
    smilingMissed: one.smilingMissed + other.smilingMissed,
    unsmilingSeen: one.unsmilingSeen + other.unsmilingSeen,
    unsmilingMistaken: one.unsmilingMistaken + other.unsmilingMistaken,
    observers: {
      bothSmile: one.observers.bothSmile + other.observers.bothSmile,
      onlyFirst: one.observers.onlyFirst + other.observers.onlyFirst,
      onlySecond: one.observers.onlySecond + other.observers.onlySecond,
      neither: one.observers.neither + other.observers.neither,
    },
    unclear: one.unclear + other.unclear,
    unreadable: one.unreadable + other.unreadable,
  }
}

/** Sensitivity and specificity as the tally has them; every share may stand on no judgement at all. */
export const calibrationOf = (tally: CalibrationTally): Calibration => ({
  sensitivity: { x: tally.smilingSeen, n: tally.smilingSeen + tally.smilingMissed },
  specificity: { x: tally.unsmilingSeen, n: tally.unsmilingSeen + tally.unsmilingMistaken },
})

export type TallyVerdict = { readonly state: CalibrationState; readonly kappa: number | undefined }

/** What may be made of a tally so many days after its first judgement. */
export const verdictOf = (tally: CalibrationTally, days: number): TallyVerdict => ({
  state: calibrationState(calibrationOf(tally), tally.observers, days),
  kappa: kappa(tally.observers),
})
