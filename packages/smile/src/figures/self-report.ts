import { type Interval, wilson } from './intervals.ts'
import { student975 } from './quantiles.ts'

/** Presses of the five buttons, from the worst to the best. */
export type Presses = readonly [number, number, number, number, number]

export type SelfReport = {
  readonly presses: number
  /** Presses among those who left. */
  readonly response: Interval
  /** Share of the two best buttons among presses: 满意度. */
  readonly topTwo: Interval
  /** Mean button, 1 to 5; undefined for one press. */
  readonly mean: Interval | undefined
  /** What the share of the two best would be had nobody, or everybody, who walked by pressed one of them. */
  readonly bounds: { readonly worst: number; readonly best: number }
}

/** What five buttons at the exit tell. Undefined where nobody pressed, or where more pressed than left. */
export function selfReport(buttons: Presses, exits: number): SelfReport | undefined {
  const presses = buttons.reduce((sum, each) => sum + each, 0)
  if (presses === 0 || presses > exits) return undefined
  const best = buttons[3] + buttons[4]
  return {
    presses,
    response: wilson({ x: presses, n: exits }),
    topTwo: wilson({ x: best, n: presses }),
    mean: meanButton(buttons, presses),
    bounds: { worst: best / exits, best: (exits - presses + best) / exits },
  }
}

function meanButton(buttons: Presses, presses: number): Interval | undefined {
  if (presses < 2) return undefined
  const value = buttons.reduce((sum, count, at) => sum + count * (at + 1), 0) / presses
  const squares = buttons.reduce((sum, count, at) => sum + count * (at + 1 - value) ** 2, 0)
  const reach = student975(presses - 1) * Math.sqrt(squares / (presses - 1) / presses)
  return { value, low: Math.max(1, value - reach), high: Math.min(5, value + reach) }
}
