import { createHash } from 'node:crypto'
import {
  add,
  type Counts,
  dayAfter,
  dayStart,
  definitionsVersion,
  type Grain,
  isDay,
  nothing,
  type Period,
  publishStation,
  shanghaiText,
  thresholds,
} from '@riverside/smile'
import manifest from '../../package.json' with { type: 'json' }
import { columns, type NamedRow } from './columns.ts'
import { columnsCsv, csvOf } from './csv.ts'
import type { SliceStore } from './slice-store.ts'

export type Asked = Period & { readonly grain: Grain }
export type AskedProblem = 'not-a-day' | 'ends-before-it-begins'

/** What is handed out for one question, all of it text. */
export type FiguresFile = {
  /** The data part: the same question to the same database gives the same bytes. */
  readonly data: string
  /** The names of the columns for programs; JSON carries them itself. */
  readonly columns: string | undefined
  readonly facts: FiguresFacts
}

/** What every file says of itself, for whoever has to defend its figures. */
type FiguresFacts = {
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
  readonly thresholds: object
  readonly caption: string
  readonly generated: string
  readonly sha256: string
}

export const askedProblem = ({ from, to }: Period): AskedProblem | undefined => {
  if (!isDay(from) || !isDay(to)) return 'not-a-day'
  return to < from ? 'ends-before-it-begins' : undefined
}

export function figuresFile(
  store: SliceStore,
  asked: Asked,
  format: 'csv' | 'json',
  needs: { nameOf: (station: string) => string; now: number },
): FiguresFile {
  const [from, to] = [dayStart(asked.from), dayStart(dayAfter(asked.to))]
  let record = nothing
  const published = store.stations().flatMap((station) => {
    const slices = store.slices(station, from, to)
    record = slices.reduce<Counts>(add, record)
    return publishStation(slices, asked)
  })
  const rows = published.map((row) => ({ ...row, name: needs.nameOf(row.station) }))
  const data = format === 'csv' ? csvOf(columns, rows) : jsonOf(rows)
  return {
    data,
    columns: format === 'csv' ? columnsCsv(columns) : undefined,
    facts: {
      definitions: definitionsVersion,
      software: manifest.version,
      detectors: record.detectors,
      calibration: null,
      period: { from: asked.from, to: asked.to, zone: '+08:00' },
      grain: asked.grain,
      rows: rows.length,
      suppressedCells: published.reduce((sum, row) => sum + row.suppressed, 0),
      quarterHoursOnRecord: record.quarters,
      coveredShare: coveredOf(record),
      thresholds,
      caption: '笑脸率之差，不等于满意度 / A difference in smile rates, not satisfaction',
      generated: shanghaiText(needs.now),
      sha256: createHash('sha256').update(data).digest('hex'),
    },
  }
}

const coveredOf = ({ quarters, coveredSeconds }: Counts): number | null =>
  quarters === 0 ? null : Number((coveredSeconds / (900 * quarters)).toFixed(4))

const to4 = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)))

/** The rows as programs want them: codes instead of words, the same rounding and the same gaps as every other file. */
function jsonOf(rows: readonly NamedRow[]): string {
  const door = ({ n, u, x, rate, low, high, usable, designEffect, bounds, note }: NamedRow['entry']) => ({
    n,
    u,
    x,
    rate: to4(rate),
    low: to4(low),
    high: to4(high),
    usable: to4(usable),
    designEffect: to4(designEffect),
    bounds: bounds && { worst: to4(bounds.worst), best: to4(bounds.best) },
    note,
  })
  const plain = rows.map((row) => ({
    station: row.station,
    name: row.name,
    start: shanghaiText(row.start),
    end: shanghaiText(row.end),
    mode: row.mode,
    in: row.in,
    out: row.out,
    closure: to4(row.closure),
    entry: door(row.entry),
    exit: door(row.exit),
    delta: { ...row.delta, value: to4(row.delta.value), low: to4(row.delta.low), high: to4(row.delta.high) },
    corrected: row.corrected && {
      value: to4(row.corrected.value),
      low: to4(row.corrected.low),
      high: to4(row.corrected.high),
    },
    pairs: { n: row.pairs.n, value: to4(row.pairs.value), low: to4(row.pairs.low), high: to4(row.pairs.high) },
    stay: row.stay,
    report: {
      presses: row.report.presses,
      response: to4(row.report.response),
      topTwo: to4(row.report.topTwo),
      low: to4(row.report.low),
      high: to4(row.report.high),
      mean: to4(row.report.mean),
    },
    covered: to4(row.covered),
    flags: row.flags,
  }))
  return `${JSON.stringify(plain, null, 1)}\n`
}
