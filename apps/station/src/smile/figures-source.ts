import { createHash } from 'node:crypto'
import type { Comparison } from '@riverside/contract'
import {
  add,
  type BreakdownRow,
  type Calibrations,
  type Counts,
  dayAfter,
  dayStart,
  definitionsVersion,
  type Grain,
  isDay,
  nothing,
  type Period,
  type PublishedRow,
  periodBefore,
  publishComparison,
  publishStationWith,
  type Slice,
  type StationTables,
  type Thresholds,
  thresholds,
} from '@riverside/smile'
import manifest from '../../package.json' with { type: 'json' }
import { columns, type NamedRow } from './columns.ts'
import { csvHeader, csvLines } from './csv.ts'
import { type Control, type CountChecks, checkCounts, controlOf, weeksBefore } from './daily-checks.ts'
import { isEpsilon, type NoiseFacts, noiseFacts, noisyRow } from './noise.ts'
import { plainComparison } from './plain-comparison.ts'
import { type ReceptionFacts, receptionFacts, receptionsFor, type StationReceptions } from './receptions-table.ts'
import type { SliceStore } from './slice-store.ts'
import type { StationFacts } from './station-facts.ts'

/** `epsilon`: counts are to carry noise (R8). */
export type Asked = Period & { readonly grain: Grain; readonly epsilon?: number | undefined }
export type AskedProblem = 'not-a-day' | 'ends-before-it-begins' | 'epsilon-out-of-range'

/** A calibration that a file's figures may have been corrected with; shares with the judgements they rest on. */
type CalibrationFacts = {
  readonly station: string
  readonly door: 'entry' | 'exit'
  readonly began: string
  readonly sensitivity: number
  readonly smiling: number
  readonly specificity: number
  readonly unsmiling: number
  readonly kappa: number
}

type HoursFacts = {
  readonly station: string
  readonly open: string
  readonly close: string
  /** Days of the period that differed; null: closed all day. */
  readonly exceptions: ReadonlyArray<{
    readonly date: string
    readonly open: string | null
    readonly close: string | null
  }>
}

/** What every file says of itself, or has said of it beside it, for whoever has to defend its figures. No clock is in it. */
export type FiguresFacts = {
  readonly definitions: string
  readonly software: string
  readonly detectors: readonly string[]
  /** Null: every rate is 未校准. */
  readonly calibration: readonly CalibrationFacts[] | null
  readonly period: Period & { readonly zone: '+08:00' }
  readonly grain: Grain
  readonly rows: number
  readonly suppressedCells: number
  readonly quarterHoursOnRecord: number
  readonly coveredShare: number | null
  /** Of the stations that said when they are open. */
  readonly openHours: readonly HoursFacts[]
  /** Days of stations on which in and out were more than 5 % apart, and more than 20 %: the latter are in no difference. */
  readonly closureDays: { readonly flagged: number; readonly excluded: number }
  /** Readable share of all readings that may be shown. */
  readonly usableShare: { readonly entry: number | null; readonly exit: number | null }
  readonly noise: NoiseFacts | null
  readonly thresholds: Thresholds
  readonly caption: string
  /** Of the groups that guides led: each station over the whole period, and what stands in the table of their own. */
  readonly receptions: ReceptionFacts
  /** SHA-256 of the same rows as CSV, whatever the format: whoever doubts a file exports the CSV and compares. */
  readonly dataSha256: string
}

/** One station of a report: everything it counted, what its hours, weekdays and visits are usually like, and what is strange in it. */
export type StationFigures = {
  readonly whole: readonly NamedRow[]
  readonly byHour: readonly (NamedRow & BreakdownRow)[]
  readonly byWeekday: readonly (NamedRow & BreakdownRow)[]
  readonly byVisit: readonly (NamedRow & BreakdownRow)[]
  /** Against the period before; none where counts carry noise, which these would take off. */
  readonly comparisons: readonly Comparison[]
  readonly control: readonly Control[]
  readonly counts: CountChecks
}

/** What a writer of some format is given: rows to be read once, and what is known when they have been. */
export type FiguresSource = {
  readonly asked: Asked
  readonly rows: () => Iterable<NamedRow>
  /** The same as CSV, in pieces; one of the two is read. */
  readonly lines: () => Iterable<string>
  /** Of the stations read so far that counted anything. */
  readonly stations: () => readonly StationFigures[]
  /** The groups that guides led, also of stations that counted nothing. */
  readonly receptions: () => readonly StationReceptions[]
  readonly facts: () => FiguresFacts
}

/** What a source must know beside counts; without the rest a file says that it is not known. */
export type SourceNeeds = Pick<StationFacts, 'nameOf'> &
  Partial<StationFacts> & { readonly progress?: (station: number, of: number) => void }

export const askedProblem = ({ from, to, epsilon }: Period & Pick<Asked, 'epsilon'>): AskedProblem | undefined => {
  if (!isDay(from) || !isDay(to)) return 'not-a-day'
  if (to < from) return 'ends-before-it-begins'
  return epsilon === undefined || isEpsilon(epsilon) ? undefined : 'epsilon-out-of-range'
}

/** Characters handed on at once. */
export const pieceLength = 1 << 16

const noChecks: CountChecks = { checked: 0, strange: [] }

/**
 * The published rows of one question, a station at a time, with what they say of themselves.
 * @param reports what a report needs beside its rows: what hours and weekdays are like, or that and the period before.
 */
export function figuresSource(
  store: SliceStore,
  asked: Asked,
  needs: SourceNeeds,
  reports?: 'usual' | 'usual-and-before',
): FiguresSource {
  const hash = createHash('sha256')
  const lineOf = csvLines(columns)
  const { epsilon } = asked
  const noiseKey = epsilon === undefined ? '' : (needs.noiseKey?.() ?? '')
  let record = nothing
  let [rows, suppressedCells] = [0, 0]
  const closureDays = { flagged: 0, excluded: 0 }
  const usable = { entry: { n: 0, u: 0 }, exit: { n: 0, u: 0 } }
  const stations: StationFigures[] = []
  const calibrations: CalibrationFacts[] = []
  const openHours: HoursFacts[] = []
  let received: readonly StationReceptions[] | undefined
  const receptions = () => {
    received ??= receptionsFor(asked, needs)
    return received
  }

  function* published(): Generator<readonly NamedRow[]> {
    // A breakdown by hours needs hours; the other files need no more than they show.
    const length = asked.grain === 'hour' || reports !== undefined ? 'hour' : 'day'
    const all = store.stations()
    for (const [at, station] of all.entries()) {
      needs.progress?.(at, all.length)
      const slices = store.slices(station, dayStart(asked.from), dayStart(dayAfter(asked.to)), length)
      if (slices.length === 0) continue
      const valid = calibrationsFor(station, slices, needs)
      calibrations.push(...valid.facts)
      openHours.push(...hoursFacts(station, asked, needs))
      record = slices.reduce<Counts>(add, record)
      const name = needs.nameOf(station)
      const named =
        (kind = '') =>
        <Row extends PublishedRow>(row: Row): Row & { name: string } => ({
          ...(epsilon === undefined ? row : noisyRow(row, noiseKey, epsilon, kind + ('at' in row ? row.at : ''))),
          name,
        })
      const told = publishStationWith(slices, asked, thresholds, valid.calibrations)
      const whole = told.whole.map(named())
      for (const door of ['entry', 'exit'] as const)
        for (const row of whole) {
          usable[door].n += row[door].n ?? 0
          usable[door].u += row[door].n === null ? 0 : (row[door].u ?? 0)
        }
      closureDays.flagged += told.closureDays.flagged
      closureDays.excluded += told.closureDays.excluded
      if (reports !== undefined && whole.length > 0)
        stations.push({
          whole,
          byHour: told.by('hour').map(named('hour ')),
          byWeekday: told.by('weekday').map(named('weekday ')),
          byVisit: told.by('visit').map(named('visit ')),
          ...(epsilon === undefined
            ? besides(store, station, asked, slices, told, valid.calibrations, reports, needs)
            : { comparisons: [], control: [], counts: noChecks }),
        })
      rows += told.rows.length
      for (const { suppressed } of told.rows) suppressedCells += suppressed
      yield told.rows.map(named())
    }
  }
  function* lines(): Generator<string> {
    let waiting = csvHeader(columns)
    for (const ofStation of published())
      for (const row of ofStation) {
        waiting += lineOf(row)
        if (waiting.length < pieceLength) continue
        hash.update(waiting)
        yield waiting
        waiting = ''
      }
    hash.update(waiting)
    yield waiting
  }
  function* hashedRows(): Generator<NamedRow> {
    hash.update(csvHeader(columns))
    for (const ofStation of published())
      for (const row of ofStation) {
        hash.update(lineOf(row))
        yield row
      }
  }
  return {
    asked,
    rows: hashedRows,
    lines,
    stations: () => stations,
    receptions,
    facts: () => ({
      definitions: definitionsVersion,
      software: manifest.version,
      detectors: record.detectors,
      calibration: calibrations.length === 0 ? null : calibrations,
      period: { from: asked.from, to: asked.to, zone: '+08:00' },
      grain: asked.grain,
      rows,
      suppressedCells,
      quarterHoursOnRecord: record.quarters,
      coveredShare: coveredOf(record),
      openHours,
      closureDays,
      usableShare: { entry: usableOf(usable.entry), exit: usableOf(usable.exit) },
      noise: epsilon === undefined ? null : noiseFacts(epsilon),
      receptions: receptionFacts(asked, receptions()),
      thresholds,
      caption: '笑脸率之差，不等于满意度 / A difference in smile rates, not satisfaction',
      dataSha256: hash.copy().digest('hex'),
    }),
  }
}

const to4 = (value: number): number => Number(value.toFixed(4))
const coveredOf = ({ quarters, coveredSeconds }: Counts): number | null =>
  quarters === 0 ? null : to4(coveredSeconds / (900 * quarters))
const usableOf = ({ n, u }: { n: number; u: number }): number | null => (n === 0 ? null : to4(n / (n + u)))

/** What stands in a report beside its rows. Days and weeks before the period are published for themselves and share no visitor with it. */
function besides(
  store: SliceStore,
  station: string,
  asked: Asked,
  slices: readonly Slice[],
  told: StationTables,
  calibrations: Calibrations,
  reports: 'usual' | 'usual-and-before',
  needs: SourceNeeds,
): Pick<StationFigures, 'comparisons' | 'control' | 'counts'> {
  const [weeks, before] = [weeksBefore(asked.from), periodBefore(asked)]
  const first = reports === 'usual' || weeks.from < before.from ? weeks.from : before.from
  const earlier = store.slices(station, dayStart(first), dayStart(asked.from), 'hour')
  const compared = earlier.filter(({ span }) => before.from <= span.slice(0, 10))
  const comparisons =
    reports === 'usual-and-before'
      ? publishComparison(
          { slices: compared, period: before, calibrations: calibrationsFor(station, compared, needs).calibrations },
          { slices, period: asked, calibrations },
        ).map((each) => plainComparison(each, needs.nameOf))
      : []
  return {
    comparisons,
    control: controlOf(told.at('day')),
    counts: checkCounts(told.at('hour'), publishStationWith(earlier, { ...weeks, grain: 'hour' }).rows),
  }
}

/**
 * What may correct the figures of one station: calibrations valid on the last day on record, and only where each reading was made by a
 * detector that one of them was made with.
 */
export function calibrationsFor(
  station: string,
  slices: readonly Slice[],
  { calibrationsUntil }: Partial<StationFacts>,
): { readonly calibrations: Calibrations; readonly facts: readonly CalibrationFacts[] } {
  const last = slices
    .map(({ span }) => span.slice(0, 10))
    .sort()
    .at(-1)
  const dated = last === undefined ? [] : (calibrationsUntil?.(station, last) ?? [])
  const detectors = new Set(slices.flatMap((slice) => slice.detectors))
  const isKnown = detectors.size > 0 && [...detectors].every((each) => dated.some(({ detector }) => detector === each))
  if (!isKnown) return { calibrations: {}, facts: [] }
  return {
    calibrations: Object.fromEntries(dated.map(({ door, calibration }) => [door, calibration])),
    facts: dated.map(({ door, began, kappa, calibration: { sensitivity, specificity } }) => ({
      station,
      door,
      began,
      sensitivity: to4(sensitivity.x / sensitivity.n),
      smiling: sensitivity.n,
      specificity: to4(specificity.x / specificity.n),
      unsmiling: specificity.n,
      kappa: to4(kappa),
    })),
  }
}

function hoursFacts(station: string, { from, to }: Period, { hoursOf }: SourceNeeds): readonly HoursFacts[] {
  const hours = hoursOf?.(station)
  if (!hours) return []
  const exceptions = hours.exceptions.filter(({ date }) => from <= date && date <= to)
  return [{ station, open: hours.open, close: hours.close, exceptions }]
}
