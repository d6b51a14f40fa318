import { closureOf } from './totals.ts'

/** Passages of one opening day, and the sums of their minutes since midnight (the middle of each quarter-hour). */
export type DayFlow = {
  readonly in: number
  readonly out: number
  readonly inMinutes: number
  readonly outMinutes: number
}

/** More than this between in and out, and a mean stay says nothing. */
export const widestClosureForDwell = 0.1

/**
 * Mean minutes a visitor stays on one opening day, from counts alone (Little's law): the mean time of leaving less that of coming, which
 * is to scale leavers to comers. Undefined where closure is above 10 %, where a door was silent, or where it comes out negative.
 */
export function meanStay(day: DayFlow): number | undefined {
  const closure = closureOf(day)
  if (closure === undefined || closure > widestClosureForDwell) return undefined
  const minutes = day.outMinutes / day.out - day.inMinutes / day.in
  return minutes < 0 ? undefined : minutes
}
