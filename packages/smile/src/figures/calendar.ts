import type { Instant } from '@riverside/kit'

/** The length of a bucket in milliseconds. */
export const quarterLength = 900_000

/** Shanghai keeps UTC+8 all year (no summer time since 1991), whatever zone the machine itself is set to. */
const shanghaiAhead = 8 * 3_600_000

/** The quarter-hour in which an instant lies, by its beginning in UTC: `2026-03-14T02:15:00Z`. */
export const quarterAt = (when: Instant): string => utcText(Math.floor(when / quarterLength) * quarterLength)

/** The instant at which a quarter begins. */
export const startOf = (quarter: string): Instant => Date.parse(quarter)

/** The local day in Shanghai, `2026-03-14`: the cluster of every headline interval. */
export const dayOf = (quarter: string): string => new Date(startOf(quarter) + shanghaiAhead).toISOString().slice(0, 10)

/** The local hour in Shanghai, `2026-03-14T10`. */
export const hourOf = (quarter: string): string => new Date(startOf(quarter) + shanghaiAhead).toISOString().slice(0, 13)

/** The instant at which a Shanghai day begins. */
export const dayStart = (day: string): Instant => Date.parse(`${day}T00:00:00Z`) - shanghaiAhead

/** The day `by` days after (or, negative, before) a Shanghai day. */
export const dayAfter = (day: string, by = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** How an instant reads on the wall clock of the station: `2026-03-14T10:15:00+08:00`. */
export const shanghaiText = (when: Instant): string =>
  `${new Date(when + shanghaiAhead).toISOString().slice(0, 19)}+08:00`

/** The same day so many months before; the last of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

const written = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** Reads the ISO start of a quarter-hour with its offset and gives it in UTC; `undefined` where it is none. */
export function readQuarter(text: string): string | undefined {
  const parts = written.exec(text)
  if (!parts) return undefined
  const [, date = '', time = '', seconds = '00', zone = ''] = parts
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const local = `${date}T${time}:${seconds}`
  const asUtc = Date.parse(`${local}Z`)
  // A day that no calendar has, such as 30 February, comes back as another one.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 19) !== local) return undefined
  const when = Date.parse(local + offset)
  return Number.isNaN(when) || when % quarterLength !== 0 ? undefined : utcText(when)
}

/** True for a date the calendar has, `2026-03-14`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const when = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(when) && new Date(when).toISOString().slice(0, 10) === text
}

const utcText = (when: Instant): string => `${new Date(when).toISOString().slice(0, 19)}Z`
