import { dayAfter, isDay, monthsBefore } from './calendar.ts'
import type { Period } from './totals.ts'

/** Periods that follow the calendar of today. */
export const periodNames = ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month'] as const
export type PeriodName = (typeof periodNames)[number]

/** The days a name means on a given day. Weeks begin on Monday; what is not over yet ends today. */
export function namedPeriod(name: PeriodName, today: string): Period {
  const monday = dayAfter(today, -((weekdayOf(today) + 6) % 7))
  const first = `${today.slice(0, 7)}-01`
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) }
    case 'this-week':
      return { from: monday, to: today }
    case 'last-week':
      return { from: dayAfter(monday, -7), to: dayAfter(monday, -1) }
    case 'this-month':
      return { from: first, to: today }
    case 'last-month':
      return { from: `${dayAfter(first, -1).slice(0, 7)}-01`, to: dayAfter(first, -1) }
  }
}

/** The days of a token: one of the names, `2026`, `2026-q1`, `2026-03` or `2026-03-14`; undefined where it is none. */
export function periodOf(token: string, today: string): Period | undefined {
  const name = periodNames.find((each) => each === token)
  if (name) return namedPeriod(name, today)
  if (isDay(token)) return { from: token, to: token }
  const [, year = '', quarter, month] = /^(\d{4})(?:-q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(token) ?? []
  if (year === '' || year === '0000') return undefined
  if (quarter !== undefined) return months(year, 3 * Number(quarter) - 2, 3)
  return month !== undefined ? months(year, Number(month), 1) : months(year, 1, 12)
}

/** From the first day of a month to the last of the month `count` − 1 after it, within a year. */
function months(year: string, first: number, count: number): Period {
  const text = (month: number) => String(month).padStart(2, '0')
  const last = first + count - 1
  const next = last === 12 ? `${String(Number(year) + 1).padStart(4, '0')}-01-01` : `${year}-${text(last + 1)}-01`
  return { from: `${year}-${text(first)}-01`, to: dayAfter(next, -1) }
}

/** The days just before a period that it is compared with: for whole months as many months, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  const last = dayAfter(from, -1)
  if (!from.endsWith('-01') || !dayAfter(to).endsWith('-01')) {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
    return { from: dayAfter(last, -days), to: last }
  }
  const [year = 0, month = 1] = from.split('-').map(Number)
  const [endYear = 0, endMonth = 1] = dayAfter(to).split('-').map(Number)
  return { from: monthsBefore(from, 12 * (endYear - year) + endMonth - month), to: last }
}

/** A period as people write it: a token, or two days with `..` between, both inclusive; undefined where it is neither. */
export function readPeriod(text: string, today: string): Period | undefined {
  const [from = '', to, more] = text.split('..')
  if (to === undefined) return periodOf(from, today)
  return more === undefined && isDay(from) && isDay(to) && from <= to ? { from, to } : undefined
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
