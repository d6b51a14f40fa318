import { z } from 'zod'

/** A date as far as it is known: `1919`, `1919-12` or `1919-12-25`. */
export const KnownDate = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'a year, a month or a day, such as "1919", "1919-12" or "1919-12-25"',
  )
  .refine(isOfTheCalendar, 'the calendar has no such day')
export type KnownDate = z.infer<typeof KnownDate>

export type Precision = 'year' | 'month' | 'day'

export const precisionOf = (date: KnownDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'

/** A time that began and, where it lasted, ended: both as far as they are known. */
export const Span = z
  .strictObject({ from: KnownDate, to: KnownDate.optional() })
  .refine(({ from, to }) => to === undefined || lastDay(to) >= firstDay(from), {
    path: ['to'],
    message: 'this lies before its beginning',
  })
export type Span = z.infer<typeof Span>

/** The days a span may cover: from the first its beginning can mean to the last its end can mean, as `YYYY-MM-DD`. */
export const daysOf = ({ from, to }: Span): { readonly first: string; readonly last: string } => ({
  first: firstDay(from),
  last: lastDay(to ?? from),
})

/** True unless the two cannot both be: some reading of the inner date lies within the outer one, as any day may within its year. */
export function canHold(outer: Span, inner: Span): boolean {
  const wide = daysOf(outer)
  const narrow = daysOf(inner)
  return narrow.first <= wide.last && narrow.last >= wide.first
}

/** Days since 1970 of the middle of what a date can mean: where it stands on a line of time. */
export function dayNumber(date: KnownDate): number {
  const millisecondsOfDay = 86_400_000
  return (Date.parse(firstDay(date)) + Date.parse(lastDay(date))) / 2 / millisecondsOfDay
}

function firstDay(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}`
}

function lastDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  return `${year}-${month}-${day ?? String(daysIn(Number(year), Number(month))).padStart(2, '0')}`
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function isOfTheCalendar(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number)
  return year === undefined || month === undefined || day === undefined || day <= daysIn(year, month)
}
