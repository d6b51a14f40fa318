import { createHash } from 'node:crypto'
import {
  add,
  type BreakdownRow,
  type Counts,
  dayAfter,
  dayStart,
  definitionsVersion,
  type Grain,
  isDay,
  nothing,
  type Period,
  publishStationWith,
  type Thresholds,
  thresholds,
} from '@riverside/smile'
import manifest from '../../package.json' with { type: 'json' }
import { columns, type NamedRow } from './columns.ts'
import { csvHeader, csvLines } from './csv.ts'
import type { SliceStore } from './slice-store.ts'

export type Asked = Period & { readonly grain: Grain }
export type AskedProblem = 'not-a-day' | 'ends-before-it-begins'

/** What every file says of itself, or has said of it beside it, for whoever has to defend its figures. No clock is in it. */
export type FiguresFacts = {
  readonly definitions: string
  readonly software: string
  readonly detectors: readonly string[]
  /** No detector of this station has been checked by two observers yet; every rate is 未校准. */
  readonly calibration: null
  readonly period: Period & { readonly zone: '+08:00' }
  readonly grain: Grain
  readonly rows: number
  readonly suppressedCells: number
  readonly quarterHoursOnRecord: number
  readonly coveredShare: number | null
  readonly thresholds: Thresholds
  readonly caption: string
  /** SHA-256 of the same rows as CSV, whatever the format: whoever doubts a file exports the CSV and compares. */
  readonly dataSha256: string
}

/** One station of a report: everything it counted, and what its hours and weekdays are usually like. */
export type StationFigures = {
  readonly whole: readonly NamedRow[]
  readonly byHour: readonly (NamedRow & BreakdownRow)[]
  readonly byWeekday: readonly (NamedRow & BreakdownRow)[]
}

/** What a writer of some format is given: rows to be read once, and what is known when they have been. */
export type FiguresSource = {
  readonly asked: Asked
  readonly rows: () => Iterable<NamedRow>
  /** The same as CSV, in pieces; one of the two is read. */
  readonly lines: () => Iterable<string>
  /** Of the stations read so far that counted anything. */
  readonly stations: () => readonly StationFigures[]
  readonly facts: () => FiguresFacts
}

export const askedProblem = ({ from, to }: Period): AskedProblem | undefined => {
  if (!isDay(from) || !isDay(to)) return 'not-a-day'
  return to < from ? 'ends-before-it-begins' : undefined
}

/** Characters handed on at once. */
export const pieceLength = 1 << 16

/** The published rows of one question, a station at a time, with what they say of themselves. */
export function figuresSource(
  store: SliceStore,
  asked: Asked,
  needs: { nameOf: (station: string) => string; progress?: (station: number, of: number) => void },
  reports?: 'kept',
): FiguresSource {
  const hash = createHash('sha256')
  const lineOf = csvLines(columns)
  let record = nothing
  let [rows, suppressedCells] = [0, 0]
  const stations: StationFigures[] = []
  function* published(): Generator<readonly NamedRow[]> {
    const [from, to] = [dayStart(asked.from), dayStart(dayAfter(asked.to))]
    // A breakdown by hours needs hours; the other files need no more than they show.
    const length = asked.grain === 'hour' || reports === 'kept' ? 'hour' : 'day'
    const all = store.stations()
    for (const [at, station] of all.entries()) {
      needs.progress?.(at, all.length)
      const slices = store.slices(station, from, to, length)
      const name = needs.nameOf(station)
      const named = <Row extends object>(row: Row): Row & { name: string } => ({ ...row, name })
      record = slices.reduce<Counts>(add, record)
      const told = publishStationWith(slices, asked)
      if (reports === 'kept' && told.whole.length > 0)
        stations.push({
          whole: told.whole.map(named),
          byHour: told.by('hour').map(named),
          byWeekday: told.by('weekday').map(named),
        })
      rows += told.rows.length
      for (const { suppressed } of told.rows) suppressedCells += suppressed
      yield told.rows.map(named)
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
    facts: () => ({
      definitions: definitionsVersion,
      software: manifest.version,
      detectors: record.detectors,
      calibration: null,
      period: { from: asked.from, to: asked.to, zone: '+08:00' },
      grain: asked.grain,
      rows,
      suppressedCells,
      quarterHoursOnRecord: record.quarters,
      coveredShare: coveredOf(record),
      thresholds,
      caption: '笑脸率之差，不等于满意度 / A difference in smile rates, not satisfaction',
      dataSha256: hash.copy().digest('hex'),
    }),
  }
}

const coveredOf = ({ quarters, coveredSeconds }: Counts): number | null =>
  quarters === 0 ? null : Number((coveredSeconds / (900 * quarters)).toFixed(4))
