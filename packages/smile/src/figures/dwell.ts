import { closureOf } from './totals.ts'

/** Passages of one quarter-hour; `minutes` from the first quarter of the day to the middle of this one. */
export type Flow = { readonly minutes: number; readonly in: number; readonly out: number }

/** More than this between in and out, and a mean stay says nothing. */
export const widestClosureForDwell = 0.1

/**
 * Mean minutes a visitor stays on one opening day, from counts alone (Little's law): the mean time of leaving less that of coming, with
 * leavers scaled to comers. Undefined where closure is above 10 %, where a door was silent, or where it comes out negative.
 */
export function meanStay(day: readonly Flow[]): number | undefined {
  const total = day.reduce((sum, flow) => ({ in: sum.in + flow.in, out: sum.out + flow.out }), { in: 0, out: 0 })
  const closure = closureOf(total)
  if (closure === undefined || closure > widestClosureForDwell) return undefined
  const mean = (way: 'in' | 'out') => day.reduce((sum, flow) => sum + flow[way] * flow.minutes, 0) / total[way]
  const minutes = mean('out') - mean('in')
  return minutes < 0 ? undefined : minutes
}
