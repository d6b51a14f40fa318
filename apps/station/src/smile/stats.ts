import { createHash } from 'node:crypto'
import type { readStats, Stats } from '@riverside/contract'
import { fail, type Instant, ok, type Result } from '@riverside/kit'
import {
  type BreakdownKey,
  dayAfter,
  dayOf,
  dayStart,
  type Mode,
  type PublishedRow,
  periodOf,
  publishStationWith,
  quarterAt,
  thresholds as rules,
} from '@riverside/smile'
import type { z } from 'zod'
import type { NamedRow } from './columns.ts'
import { controlOf } from './daily-checks.ts'
import { type Asked, askedProblem, calibrationsFor, figuresSource, type SourceNeeds } from './figures-source.ts'
import { plainRow } from './plain-rows.ts'
import type { SliceStore } from './slice-store.ts'

type Query = z.output<typeof readStats.body>
type AskedStats = Asked & {
  readonly stations: readonly string[]
  readonly mode: Mode | null
  readonly breakdown: BreakdownKey | undefined
  /** Receptions of a station that has counted nothing yet are told too, where no station was named. */
  readonly isOfAll: boolean
}

/** What a query means at this moment: its days, and which stations there are. */
export function askedOf(
  { period, from, to, grain, mode, breakdown, stations }: Query,
  known: readonly string[],
  now: Instant,
): Result<AskedStats, 'not-a-day' | 'not-a-period' | 'ends-before-it-begins' | 'no-such-station'> {
  const days =
    period === undefined ? { from: from ?? '', to: to ?? from ?? '' } : periodOf(period, dayOf(quarterAt(now)))
  if (!days) return fail('not-a-period')
  const problem = askedProblem(days)
  if (problem !== undefined && problem !== 'epsilon-out-of-range') return fail(problem)
  const wanted = stations === undefined ? known : [...new Set(stations.split(','))].sort()
  if (wanted.some((station) => !known.includes(station))) return fail('no-such-station')
  return ok({ ...days, grain, stations: wanted, mode: mode ?? null, breakdown, isOfAll: stations === undefined })
}

/** The answer to one query, and a tag that is the same for the same answer. */
export function statsOf(
  store: SliceStore,
  asked: AskedStats,
  needs: SourceNeeds,
): { readonly answer: z.input<typeof Stats>; readonly tag: string } {
  const { stations, mode, from, to, grain, breakdown } = asked
  const some: SliceStore = {
    stations: () => stations,
    slices: (station, start, end, length) =>
      store.slices(station, start, end, length).filter((slice) => mode === null || slice.mode === mode),
  }
  const ofSome: SourceNeeds = {
    ...needs,
    groupsOf: (days) =>
      (needs.groupsOf?.(days) ?? []).filter(({ station }) => asked.isOfAll || stations.includes(station)),
  }
  const source = figuresSource(some, asked, ofSome)
  const rows = [...source.rows()].map(plainRow)
  const about = stations.map((station) => {
    const hours = some.slices(station, dayStart(from), dayStart(dayAfter(to)), breakdown === undefined ? 'day' : 'hour')
    const { calibrations } = calibrationsFor(station, hours, needs)
    const told = publishStationWith(hours, { from, to, grain: 'day' }, rules, calibrations)
    const named = <Row extends PublishedRow>(row: Row): Row & NamedRow => ({ ...row, name: needs.nameOf(station) })
    return {
      whole: told.whole.map(named).map(plainRow),
      breakdown: breakdown
        ? told
            .by(breakdown)
            .map(named)
            .map((row) => ({ at: row.at, ...plainRow(row) }))
        : [],
      control: controlOf(told.rows).map(({ points, ...chart }) => ({ ...chart, points: [...points] })),
    }
  })
  const {
    definitions,
    software,
    detectors,
    calibration,
    suppressedCells,
    coveredShare,
    openHours,
    closureDays,
    usableShare,
    caption,
    dataSha256,
    thresholds,
  } = source.facts()
  const answer = {
    query: { stations: [...stations], from, to, grain, mode },
    definitions,
    software,
    detectors: [...detectors],
    calibration: calibration && [...calibration],
    thresholds: { ...thresholds },
    suppressedCells,
    coveredShare,
    openHours: openHours.map((each) => ({ ...each, exceptions: [...each.exceptions] })),
    closureDays,
    usableShare,
    caption,
    dataSha256,
    rows,
    whole: about.flatMap((station) => station.whole),
    breakdown: breakdown === undefined ? null : about.flatMap((station) => station.breakdown),
    control: about.flatMap((station) => station.control),
    receptions: source.receptions().map(({ station, whole, days }) => ({ station, whole, days: [...days] })),
  }
  // The fields are written in one order, so that their text stands for the answer.
  const tag = createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 24)
  return { answer, tag }
}
