import {
  checkCount,
  controlChart,
  type Door,
  dayAfter,
  type Mode,
  type PublishedRow,
  shanghaiText,
} from '@riverside/smile'

/** Days a control chart begins with. */
const leastChartDays = 20
/** Weeks an hour is held against, and how many of them there must be. */
const weeks = { most: 8, least: 4 } as const

/** Days before a period that its hours are held against. */
const daysLookedBack = 7 * weeks.most

/** One day of a control chart; shares to four digits. */
type ControlPoint = {
  readonly day: string
  readonly rate: number
  readonly low: number
  readonly high: number
  readonly isOutside: boolean
}
export type Control = {
  readonly station: string
  readonly mode: Mode
  readonly door: Door
  readonly centre: number
  readonly points: readonly ControlPoint[]
}

/** Laney's chart of the days whose counts may be shown, for each mode and door; nothing of a day that is held back goes into it. */
export function controlOf(days: readonly PublishedRow[]): readonly Control[] {
  const modes = [...new Set(days.map(({ mode }) => mode))]
  return modes.flatMap((mode) =>
    (['entry', 'exit'] as const).flatMap((door) => {
      const shown = days.flatMap((day) => {
        const { n, x } = day[door]
        return day.mode === mode && n !== null && n > 0 && x !== null ? [{ day, n, x }] : []
      })
      const chart = shown.length < leastChartDays ? undefined : controlChart(shown)
      if (!chart) return []
      const points = chart.points.map(({ rate, low, high, isOutside }, at) => ({
        day: shanghaiText(shown[at]?.day.start ?? 0).slice(0, 10),
        rate: to4(rate),
        low: to4(low),
        high: to4(high),
        isOutside,
      }))
      return [{ station: days[0]?.station ?? '', mode, door, centre: to4(chart.centre), points }]
    }),
  )
}

const to4 = (value: number): number => Number(value.toFixed(4))

/** An hour in which far more, or far fewer, came or went than in the same hour of the weeks before. */
type StrangeCount = {
  readonly start: number
  readonly mode: Mode
  readonly way: 'in' | 'out'
  readonly count: number
  /** The middle one of the weeks before, to the nearest five: what it was exactly is for those weeks to say. */
  readonly usual: number
  readonly isMore: boolean
}

export type CountChecks = {
  /** Counts that could be held against four weeks or more. */
  readonly checked: number
  readonly strange: readonly StrangeCount[]
}

/**
 * Holds every hour that may be shown against the same weekday and hour of up to eight weeks before it, as far as those may be shown.
 * @param hours of the period
 * @param before of the weeks before the period, published for themselves
 */
export function checkCounts(hours: readonly PublishedRow[], before: readonly PublishedRow[]): CountChecks {
  const known = new Map([...before, ...hours].map((row) => [placeOf(row.mode, row.start), row]))
  let checked = 0
  const strange = hours.flatMap((row) =>
    (['in', 'out'] as const).flatMap((way) => {
      const count = row[way]
      if (count === null) return []
      const earlier = Array.from({ length: weeks.most }, (_, week) => {
        const start = row.start - (week + 1) * 7 * 86_400_000
        return known.get(placeOf(row.mode, start))?.[way] ?? undefined
      }).filter((each) => each !== undefined)
      const check = earlier.length < weeks.least ? undefined : checkCount(earlier, count)
      if (!check) return []
      checked += 1
      if (!check.isStrange) return []
      const usual = Math.round(check.median / 5) * 5
      return [{ start: row.start, mode: row.mode, way, count, usual, isMore: count > check.median }]
    }),
  )
  return { checked, strange }
}

const placeOf = (mode: Mode, start: number): string => `${mode} ${start}`

/** The days of the weeks before a period. */
export const weeksBefore = (from: string): { readonly from: string; readonly to: string } => ({
  from: dayAfter(from, -daysLookedBack),
  to: dayAfter(from, -1),
})
