import type { StationFile, Wall, WallPeriod } from '@riverside/contract'
import type { Instant } from '@riverside/kit'
import {
  type Calibrations,
  dayAfter,
  dayOf,
  dayStart,
  type Mode,
  type PublishedDelta,
  type PublishedDoor,
  publish,
  publishStationWith,
  quarterAt,
  type Slice,
  startOf,
  thresholds,
} from '@riverside/smile'
import type { SliceStore } from './slice-store.ts'
import { figuresOf, hoursOf, timeOf } from './today.ts'

/** The most open days the wall looks back on, and how far it goes to find them. */
const mostDays = 10
const lookBack = 60

/**
 * The wall of one station in closed quarter-hours. Today and the days before it are published apart and share no visitor, so neither
 * can be subtracted from the other.
 */
export function wallOf(
  stored: SliceStore,
  file: StationFile,
  mode: Mode,
  now: Instant,
  calibrations: Calibrations,
): Wall {
  const { id } = file.station
  const day = dayOf(quarterAt(now))
  const midnight = dayStart(day)
  const closedUntil = startOf(quarterAt(now))
  const { rows } = publish(stored.slices(id, midnight, closedUntil, 'day'), { from: day, to: day, grain: 'all' })
  const row = ofMode(rows, mode)
  return {
    day,
    until: closedUntil > midnight ? timeOf(closedUntil) : null,
    mode,
    hours: hoursOf(file, day),
    today: {
      in: row?.in ?? null,
      out: row?.out ?? null,
      entry: { n: row?.entry.n ?? null, x: row?.entry.x ?? null },
      exit: { n: row?.exit.n ?? null, x: row?.exit.x ?? null },
      partial: row?.flags.includes('partial') ?? false,
    },
    period: periodBefore(stored, id, day, mode, calibrations),
  }
}

/** In the mode of now; before the first figures of a mode, or while metering is off, in one that has some. */
const ofMode = <Row extends { readonly mode: Mode }>(rows: readonly Row[], mode: Mode): Row | undefined =>
  rows.find((row) => row.mode === mode) ?? rows[0]

function periodBefore(
  stored: SliceStore,
  id: string,
  today: string,
  mode: Mode,
  calibrations: Calibrations,
): WallPeriod | null {
  const days = openDays(stored.slices(id, dayStart(dayAfter(today, -lookBack)), dayStart(today), 'day'), mode)
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return null
  const hours = stored.slices(id, dayStart(from), dayStart(dayAfter(to)), 'hour')
  const published = publishStationWith(hours, { from, to, grain: 'day' }, thresholds, calibrations)
  const whole = ofMode(published.whole, mode)
  if (!whole) return null
  const ofWhole = (row: { readonly mode: Mode }) => row.mode === whole.mode
  return {
    from,
    to,
    entry: { ...figuresOf(whole.entry), bounds: whole.entry.bounds },
    exit: { ...figuresOf(whole.exit), bounds: whole.exit.bounds },
    delta: headline(whole.delta),
    isCalibrated: !whole.flags.includes('uncalibrated'),
    byHour: published
      .by('hour')
      .filter(ofWhole)
      .map(({ at, entry, exit }) => ({ at, ...pointOf(entry, exit) })),
    byDay: published.rows.filter(ofWhole).map(({ start, entry, exit, flags }) => ({
      day: dayOf(quarterAt(start)),
      ...pointOf(entry, exit),
      partial: flags.includes('partial'),
    })),
  }
}

const pointOf = (entry: PublishedDoor, exit: PublishedDoor) => ({ entry: figuresOf(entry), exit: figuresOf(exit) })

/** The last days on which both doors were read, in the mode of the wall where it has any. */
function openDays(slices: readonly Slice[], mode: Mode): readonly string[] {
  const both = slices.filter(({ entry, exit }) => entry.n > 0 && exit.n > 0)
  const shown = ofMode(both, mode)?.mode
  return both
    .filter((slice) => slice.mode === shown)
    .map(({ span }) => span)
    .sort()
    .slice(-mostDays)
}

/** A preliminary difference is for staff; on the wall it waits for its eighth day. */
const headline = ({ value, low, high, days, note }: PublishedDelta) =>
  note === null ? { value, low, high, days, note } : { value: null, low: null, high: null, days, note }
