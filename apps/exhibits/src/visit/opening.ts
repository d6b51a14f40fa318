import type { StationFile } from '@riverside/contract'
import type { Instant } from '@riverside/kit'

/** China keeps one time, eight hours ahead of UTC, all year. */
const ahead = 8 * 3_600_000

/** When the station closes today, such as "20:00"; `undefined` on a day it stays closed. */
export function closingToday(hours: StationFile['hours'], now: Instant): string | undefined {
  const date = new Date(now + ahead).toISOString().slice(0, 10)
  const exception = hours.exceptions.find((day) => day.date === date)
  if (exception === undefined) return hours.close
  return exception.open === null ? undefined : (exception.close ?? undefined)
}
