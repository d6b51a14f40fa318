import type { StationFile } from '@riverside/contract'
import type { Instant } from '@riverside/kit'

/** China keeps one time, eight hours ahead of UTC, all year. */
const ahead = 8 * 3_600_000

/** When the station closes today, such as "20:00"; `undefined` on a day it stays closed. */
export function closingToday(hours: StationFile['hours'], now: Instant): string | undefined {
  return openingOf(hours, new Date(now + ahead).toISOString().slice(0, 10))?.close
}

/** Whether the station is open at this moment. */
export function isOpen(hours: StationFile['hours'], now: Instant): boolean {
  const local = new Date(now + ahead).toISOString()
  const today = openingOf(hours, local.slice(0, 10))
  const time = local.slice(11, 16)
  return today !== undefined && today.open <= time && time < today.close
}

/** The hours of a date, such as "2026-10-01"; `undefined` on a day the station stays closed. */
function openingOf(hours: StationFile['hours'], date: string): { open: string; close: string } | undefined {
  const { open, close } = hours.exceptions.find((day) => day.date === date) ?? hours
  return open === null || close === null ? undefined : { open, close }
}
