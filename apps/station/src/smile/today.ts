import type { DoorFigures, Headline, StationFile, Today } from '@riverside/contract'
import type { Instant } from '@riverside/kit'
import {
  type Calibrations,
  type Door,
  dayAfter,
  dayOf,
  dayStart,
  type Mode,
  type PublishedDoor,
  publish,
  quarterAt,
  type Slice,
  shanghaiText,
  startOf,
  thresholds,
} from '@riverside/smile'
import type { SliceStore } from './slice-store.ts'
import type { SmileMode } from './smile-mode.ts'

/** The most open days the headline looks back on, and how far it goes to find them. */
const headlineDays = 10
const lookBack = 60

/** The day as staff read it: closed quarter-hours only, through the publication rules. */
export function todayOf(
  stored: SliceStore,
  file: StationFile,
  mode: SmileMode,
  now: Instant,
  calibrations: Calibrations,
): Today {
  const day = dayOf(quarterAt(now))
  const closedUntil = startOf(quarterAt(now))
  const own = stored.slices(file.station.id, dayStart(dayAfter(day, -lookBack)), closedUntil, 'day')
  const rows = publish(own, { from: day, to: day, grain: 'all' }).rows
  const row = rows.find((each) => each.mode === mode.current()) ?? rows[0]
  const hours = hoursOf(file, day)
  const time = timeOf(now)
  const smile = { mode: mode.current(), door: file.smile.door, compliance: mode.compliance() }
  return {
    station: { id: file.station.id, ...file.station.name },
    day,
    now: time,
    until: closedUntil > dayStart(day) ? timeOf(closedUntil) : null,
    hours,
    isOpen: isOpenAt(file, now),
    passages: { in: row?.in ?? null, out: row?.out ?? null },
    entry: row ? figuresOf(row.entry) : silent,
    exit: row ? figuresOf(row.exit) : silent,
    partial: row?.flags.includes('partial') ?? false,
    headline: headlineOf(own, day, smile.mode, calibrations),
    smile: { ...smile, expires: file.smile.compliance?.expires ?? null },
  }
}

function headlineOf(own: readonly Slice[], today: string, mode: Mode, calibrations: Calibrations): Headline | null {
  const daysAt = (door: Door) => new Set(own.flatMap((slice) => (slice[door].n > 0 ? [slice.span] : [])))
  const exits = daysAt('exit')
  const both = [...daysAt('entry')]
    .filter((day) => exits.has(day))
    .sort()
    .slice(-headlineDays)
  const [from] = both
  if (from === undefined) return null
  const to = both.at(-1) ?? today
  const rows = publish(own, { from, to, grain: 'all' }, thresholds, () => calibrations).rows
  const row = rows.find((each) => each.mode === mode) ?? rows[0]
  if (!row) return null
  const { value, low, high, days, note } = row.delta
  return {
    from,
    to,
    entry: figuresOf(row.entry),
    exit: figuresOf(row.exit),
    delta: { value, low, high, days, note },
    corrected: row.corrected,
    isCalibrated: !row.flags.includes('uncalibrated'),
  }
}

const silent: DoorFigures = { n: null, x: null, rate: null, low: null, high: null, note: 'too-few' }

/** What of a published door people are shown. */
export const figuresOf = ({ n, x, rate, low, high, note }: PublishedDoor): DoorFigures => ({
  n,
  x,
  rate,
  low,
  high,
  note,
})

/** Whether the station is open to visitors at this moment. */
export function isOpenAt(file: StationFile, now: Instant): boolean {
  const hours = hoursOf(file, dayOf(quarterAt(now)))
  const time = timeOf(now)
  return hours !== null && hours.open <= time && time < hours.close
}

/** The opening hours of a day; `null`: closed all day. */
export function hoursOf({ hours }: StationFile, day: string): { open: string; close: string } | null {
  const { open, close } = hours.exceptions.find(({ date }) => date === day) ?? hours
  return open === null || close === null ? null : { open, close }
}

/** `17:30`, in Shanghai. */
export const timeOf = (when: Instant): string => shanghaiText(when).slice(11, 16)
