import type { Instant } from '@riverside/kit'
import { type BreakdownKey, breakdowns } from './breakdown.ts'
import type { Mode } from './bucket.ts'
import { clusteredRate, dayDifference, sumsOf } from './clusters.ts'
import { type Calibration, correctedByTwo } from './detector-correction.ts'
import { meanStay, widestClosureForDwell } from './dwell.ts'
import { differenceOf, type Interval } from './intervals.ts'
import { pairedDifference } from './pairs.ts'
import { type Allowed, type Cell, heldBack, pairsIn, permit, pressesIn } from './permission.ts'
import { doorOf, isReliable, type PublishedDoor, rateOf } from './published-door.ts'
import { selfReport } from './self-report.ts'
import type { Slice } from './slice.ts'
import { type Thresholds, thresholds } from './thresholds.ts'
import { closureOf, closures, type DayTotals, type Grain, type Period, type Totals, totalsOf } from './totals.ts'

/** `day-linearised`: clustered by day. `party-mover`: by party, preliminary. `naive-newcombe`: as if all came alone, preliminary. */
type DeltaMethod = 'day-linearised' | 'party-mover' | 'naive-newcombe'
export type DeltaNote = 'preliminary' | 'insufficient' | 'usable-share'

export type PublishedDelta = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly method: DeltaMethod | null
  /** Days the difference rests on. */
  readonly days: number
  readonly note: DeltaNote | null
}

/** The difference as it would be had the detector made no mistakes; only where both doors are calibrated and headline days suffice. */
export type PublishedCorrection = {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Visitors with a boat ticket (船票), read at both doors. */
export type PublishedPairs = {
  readonly n: number | null
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The five buttons at the exit. */
export type PublishedReport = {
  readonly presses: number | null
  readonly response: number | null
  readonly topTwo: number | null
  readonly low: number | null
  readonly high: number | null
  readonly mean: number | null
}

export type StayNote = 'closure' | 'too-few' | 'unknown'

/** Mean minutes of a stay, told of single days: visitors go home in the evening. */
export type PublishedStay = { readonly minutes: number | null; readonly note: StayNote | null }

export type Flag =
  | 'partial'
  | 'closure'
  | 'day-excluded'
  | 'uncalibrated'
  | 'uncorrectable'
  | 'no-parties'
  | 'clock'
  | 'counter'
  | 'detector-changed'

export type PublishedRow = {
  readonly station: string
  readonly mode: Mode
  readonly start: Instant
  readonly end: Instant
  readonly in: number | null
  readonly out: number | null
  readonly closure: number | null
  readonly entry: PublishedDoor
  readonly exit: PublishedDoor
  readonly delta: PublishedDelta
  readonly corrected: PublishedCorrection | null
  readonly pairs: PublishedPairs
  readonly report: PublishedReport
  readonly stay: PublishedStay
  readonly covered: number
  readonly flags: readonly Flag[]
  readonly detectors: readonly string[]
  /** Cells of this row held back by R1 and R2. */
  readonly suppressed: number
}

/** What one hour of the day, or one day of the week, was like over the whole period. */
export type BreakdownRow = PublishedRow & {
  /** The hour it begins with, 0 to 23; the day of the week, 1 for Monday to 7; or the place in `visitTypes`. */
  readonly at: number
}

/** The valid calibrations of one station's doors. */
export type Calibrations = { readonly entry?: Calibration; readonly exit?: Calibration }

export type PublishedTable = {
  readonly period: Period
  readonly grain: Grain
  readonly rows: readonly PublishedRow[]
  /** Cells held back by R1 and R2. */
  readonly suppressed: number
  readonly thresholds: Thresholds
}

/**
 * The one way from counts to anything a person sees: wall, console and every file call this, or `publishStation` one station at a time.
 * It applies R1 to R6, hiding hours so that their day does not give them away, and days so that the whole period does not.
 */
export function publish(
  slices: readonly Slice[],
  asked: Period & { readonly grain: Grain },
  rules: Thresholds = thresholds,
  calibrations: (station: string) => Calibrations = () => ({}),
): PublishedTable {
  const stations = [...new Set(slices.map(({ station }) => station))].sort()
  const rows = stations.flatMap((station) =>
    publishStation(
      slices.filter((slice) => slice.station === station),
      asked,
      rules,
      calibrations(station),
    ),
  )
  return {
    period: { from: asked.from, to: asked.to },
    grain: asked.grain,
    rows,
    suppressed: rows.reduce((sum, row) => sum + row.suppressed, 0),
    thresholds: rules,
  }
}

/** The same for the slices of one station, so that a long table of many stations never has to be held at once. */
export const publishStation = (
  slices: readonly Slice[],
  asked: Period & { readonly grain: Grain },
  rules: Thresholds = thresholds,
  calibrations: Calibrations = {},
): readonly PublishedRow[] => publishStationWith(slices, asked, rules, calibrations).rows

/** What may be shown of one station over some days. */
export type StationTables = {
  readonly rows: readonly PublishedRow[]
  /** The whole period, once for each mode. */
  readonly whole: readonly PublishedRow[]
  /** Rows of another length than was asked for; hours only where the slices are hours. */
  readonly at: (grain: Grain) => readonly PublishedRow[]
  readonly by: (key: BreakdownKey) => readonly BreakdownRow[]
  /** Days on which in and out were more than 5 %, and more than 20 %, apart. */
  readonly closureDays: { readonly flagged: number; readonly excluded: number }
}

/**
 * One station's rows together with what they add up to: the whole period, and what an hour of the day, a day of the week or a kind of
 * visit is usually like. All of it may be shown side by side, for nothing that is held back in one can be had from the others.
 */
export function publishStationWith(
  slices: readonly Slice[],
  asked: Period & { readonly grain: Grain },
  rules: Thresholds = thresholds,
  calibrations: Calibrations = {},
): StationTables {
  const within = slices.filter(({ span }) => asked.from <= span.slice(0, 10) && span.slice(0, 10) <= asked.to)
  const closed = [...closures(within)]
  const excluded = new Set(closed.flatMap(([day, closure]) => (closure > widest.included ? [day] : [])))
  const trees = totalsOf(within, asked)
  const used = {
    presses: trees.some(({ totals }) => pressesIn(totals.presses) > 0),
    pairs: trees.some(({ totals }) => pairsIn(totals) > 0),
  }
  const published = ({ totals, allowed }: Cell): PublishedRow => ({
    ...rowOf(totals, allowed, excluded, rules, calibrations),
    suppressed: heldBack(allowed, used),
  })
  const at = (grain: Grain) => trees.flatMap((tree) => permit(tree, grain, rules)).map(published)
  const whole = at('all')
  // Reckoned once, and only for whoever asks for one.
  let broken: ReadonlyArray<ReturnType<typeof breakdowns>> | undefined
  return {
    whole,
    rows: asked.grain === 'all' ? whole : at(asked.grain),
    at,
    by: (key) => {
      broken ??= trees.map((tree) => breakdowns(tree, rules))
      return broken.flatMap((tables) => tables[key].map(({ at, cell }) => ({ at, ...published(cell) })))
    },
    closureDays: {
      flagged: closed.filter(([, closure]) => closure > widest.unflagged).length,
      excluded: excluded.size,
    },
  }
}

/** How far in and out may be apart before a row says so, and before a day is left out of the difference. */
const widest = { unflagged: 0.05, included: 0.2 } as const

function rowOf(
  totals: Totals,
  allowed: Allowed,
  excluded: ReadonlySet<string>,
  rules: Thresholds,
  calibrations: Calibrations,
): Omit<PublishedRow, 'suppressed'> {
  const { station, mode, start, end, quarters, detectors } = totals
  const covered = totals.coveredSeconds / (900 * quarters)
  const entry = doorOf(totals, 'entry', allowed, rules)
  const exit = doorOf(totals, 'exit', allowed, rules)
  // Passages that a counter failed to see are missing: neither they nor anything worked out of them is shown.
  const passages = totals.uncounted ? { ...allowed, in: false, out: false } : allowed
  const closure = passages.in && passages.out ? (closureOf(totals) ?? null) : null
  const days = totals.days.filter(({ day }) => !excluded.has(day))
  const delta = deltaOf(days, entry, exit, rules)
  const calibrated = calibrations.entry !== undefined && calibrations.exit !== undefined
  const corrected = delta.value !== null && delta.note === null ? correctionOf(days, calibrations) : null
  const flags: readonly (Flag | false)[] = [
    covered < 0.8 && 'partial',
    closure !== null && closure > widest.unflagged && 'closure',
    days.length < totals.days.length && 'day-excluded',
    (entry.rate !== null || exit.rate !== null) && !calibrated && 'uncalibrated',
    delta.value !== null && delta.note === null && calibrated && corrected === null && 'uncorrectable',
    (totals.entry.parties === undefined || totals.exit.parties === undefined) && 'no-parties',
    totals.clockInDoubt && 'clock',
    totals.uncounted && 'counter',
    detectors.length > 1 && 'detector-changed',
  ]
  return {
    station,
    mode,
    start,
    end,
    in: passages.in ? totals.in : null,
    out: passages.out ? totals.out : null,
    closure,
    entry,
    exit,
    delta,
    corrected,
    pairs: pairsOf(totals, allowed, rules),
    report: reportOf(totals, passages, rules),
    stay: stayOf(totals, passages),
    covered,
    flags: flags.filter((flag) => flag !== false),
    detectors,
  }
}

/** With one calibration for each door; the variance of each rate is that between days. */
function correctionOf(days: readonly DayTotals[], { entry, exit }: Calibrations): PublishedCorrection | null {
  if (!entry || !exit) return null
  const seen = (name: 'entry' | 'exit') => {
    const busy = days.map((day) => day[name]).filter(({ n }) => n > 0)
    const rate = clusteredRate(sumsOf(busy))
    return rate && { value: rate.value, variance: (rate.value * (1 - rate.value)) / rate.effectiveN }
  }
  const [before, after] = [seen('entry'), seen('exit')]
  if (!before || !after) return null
  const corrected = correctedByTwo({ ...before, calibration: entry }, { ...after, calibration: exit })
  return corrected ? numbersOf(corrected) : null
}

function pairsOf(totals: Totals, allowed: Allowed, rules: Thresholds): PublishedPairs {
  const silent: PublishedPairs = { n: null, value: null, low: null, high: null }
  const n = pairsIn(totals)
  if (!allowed.pairs) return silent
  const difference = n < rules.leastForRate ? undefined : pairedDifference(totals.pairs)
  return difference ? { n, ...numbersOf(difference) } : { ...silent, n }
}

function reportOf(totals: Totals, allowed: Allowed, rules: Thresholds): PublishedReport {
  const silent: PublishedReport = {
    presses: null,
    response: null,
    topTwo: null,
    low: null,
    high: null,
    mean: null,
  }
  const presses = pressesIn(totals.presses)
  if (!allowed.presses) return silent
  const told = selfReport(totals.presses, Math.max(totals.out, presses))
  const response = allowed.out && totals.out >= presses ? presses / totals.out : null
  const counted = { ...silent, presses, response }
  if (!told || !allowed.topTwo) return counted
  const { value, low, high } = told.topTwo
  if (!isReliable({ value, low, high, effectiveN: presses }, presses, rules)) return counted
  return { ...counted, topTwo: value, low, high, mean: told.mean?.value ?? null }
}

function stayOf(totals: Totals, allowed: Allowed): PublishedStay {
  if (!allowed.in || !allowed.out) return { minutes: null, note: 'too-few' }
  if (totals.days.length !== 1) return { minutes: null, note: 'unknown' }
  const closure = closureOf(totals)
  if (closure === undefined) return { minutes: null, note: 'unknown' }
  const minutes = meanStay(totals)
  return minutes === undefined
    ? { minutes: null, note: closure > widestClosureForDwell ? 'closure' : 'unknown' }
    : { minutes, note: null }
}

function deltaOf(
  days: readonly DayTotals[],
  entry: PublishedDoor,
  exit: PublishedDoor,
  rules: Thresholds,
): PublishedDelta {
  const busy = days.filter((day) => day.entry.n + day.exit.n > 0)
  const silent = { value: null, low: null, high: null, method: null, days: busy.length }
  if (entry.rate === null || exit.rate === null) return { ...silent, note: 'insufficient' }
  if (entry.bounds || exit.bounds) return { ...silent, note: 'usable-share' }
  if (busy.length >= rules.leastDays) {
    const difference = dayDifference(busy.map((day) => ({ before: day.entry, after: day.exit })))
    return difference
      ? { ...numbersOf(difference), method: 'day-linearised', days: busy.length, note: null }
      : { ...silent, note: 'insufficient' }
  }
  const before = rateOf(busy, 'entry', rules)
  const after = rateOf(busy, 'exit', rules)
  if (!before || !after) return { ...silent, note: 'insufficient' }
  const byParty = busy.every((day) => day.entry.parties && day.exit.parties)
  return {
    ...numbersOf(differenceOf(before, after)),
    method: byParty ? 'party-mover' : 'naive-newcombe',
    days: busy.length,
    note: 'preliminary',
  }
}

const numbersOf = ({ value, low, high }: Interval) => ({ value, low, high })
