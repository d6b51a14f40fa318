import { median } from '../median.ts'
import type { Share } from './intervals.ts'

export type ChartPoint = {
  readonly rate: number
  readonly low: number
  readonly high: number
  readonly isOutside: boolean
}

export type ControlChart = {
  readonly centre: number
  readonly meanMovingRange: number
  /** How much more the days differ than chance alone would make them. */
  readonly spread: number
  readonly points: readonly ChartPoint[]
}

/** The mean moving range of standard normal values. */
const meanRange = 1.128

/**
 * Laney's p′ chart of daily rates (Quality Engineering 14, 2002): limits three standard errors of each day's own size, widened by
 * how the days really differ. Days without readings are left out; undefined for fewer than two, or where all days are all or nothing.
 */
export function controlChart(days: readonly Share[]): ControlChart | undefined {
  const busy = days.filter(({ n }) => n > 0)
  const all = busy.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 })
  if (busy.length < 2 || all.x === 0 || all.x === all.n) return undefined
  const centre = all.x / all.n
  const errors = busy.map(({ n }) => Math.sqrt((centre * (1 - centre)) / n))
  const scores = busy.map(({ x, n }, at) => (x / n - centre) / (errors[at] ?? 1))
  const ranges = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? score)))
  const meanMovingRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length
  const spread = meanMovingRange / meanRange
  return {
    centre,
    meanMovingRange,
    spread,
    points: busy.map(({ x, n }, at) => {
      const rate = x / n
      const reach = 3 * (errors[at] ?? 0) * spread
      const [low, high] = [Math.max(0, centre - reach), Math.min(1, centre + reach)]
      return { rate, low, high, isOutside: rate < low || rate > high }
    }),
  }
}

export type CountCheck = {
  readonly median: number
  /** Median distance from the median. */
  readonly spread: number
  /** Robust z; `undefined` where all counts before were alike. */
  readonly score: number | undefined
  readonly isStrange: boolean
}

/** A robust score beyond this is strange; where nothing varied before, a count off by more than so many visitors. */
const strange = { score: 4, visitors: 20 } as const

/** Whether a count is out of line with those of the same weekday and hour in the weeks before. Undefined without any. */
export function checkCount(before: readonly number[], count: number): CountCheck | undefined {
  if (before.length === 0) return undefined
  const middle = median(before)
  const spread = median(before.map((each) => Math.abs(each - middle)))
  if (spread === 0)
    return { median: middle, spread, score: undefined, isStrange: Math.abs(count - middle) > strange.visitors }
  // 1.4826 makes the median distance of normal values their standard deviation.
  const score = (count - middle) / (1.4826 * spread)
  return { median: middle, spread, score, isStrange: Math.abs(score) > strange.score }
}
