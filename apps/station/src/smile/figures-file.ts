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

/** What is handed out for one question. */
export type FiguresFile = {
  /** The data part, piece by piece: the same question to the same database gives the same bytes. Read it once, to its end. */
  readonly data: () => Iterable<string>
  /** The names of the columns for programs; JSON carries them itself. */
  readonly columns: string | undefined
  /** What the file says of itself, known when the data have been read. */
  readonly facts: () => FiguresFacts
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
  const hash = createHash('sha256')
  let record = nothing
  let [rows, suppressedCells] = [0, 0]
  function* published(): Generator<NamedRow> {
    const [from, to] = [dayStart(asked.from), dayStart(dayAfter(asked.to))]
    for (const station of store.stations()) {
      const slices = store.slices(station, from, to, asked.grain === 'hour' ? 'hour' : 'day')
      const name = needs.nameOf(station)
      record = slices.reduce<Counts>(add, record)
      for (const row of publishStation(slices, asked)) {
        rows += 1
        suppressedCells += row.suppressed
        yield { ...row, name }
      }
    }
  }
  function* hashed(): Generator<string> {
    for (const part of format === 'csv' ? csvOf(columns, published()) : jsonOf(published())) {
      hash.update(part)
      yield part
    }
  }
  return {
    data: hashed,
    columns: format === 'csv' ? columnsCsv(columns) : undefined,
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
      generated: shanghaiText(needs.now),
      sha256: hash.copy().digest('hex'),
    }),
  }
}

const coveredOf = ({ quarters, coveredSeconds }: Counts): number | null =>
  quarters === 0 ? null : Number((coveredSeconds / (900 * quarters)).toFixed(4))

const to4 = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)))

/** The rows as programs want them: codes instead of words, the same rounding and the same gaps as every other file. */
function* jsonOf(rows: Iterable<NamedRow>): Generator<string> {
  let before = '[\n'
  for (const row of rows) {
    yield before + JSON.stringify(plainRow(row))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

const plainInterval = ({ value, low, high }: { value: number | null; low: number | null; high: number | null }) => ({
  value: to4(value),
  low: to4(low),
  high: to4(high),
})

const plainDoor = ({ n, u, x, rate, low, high, usable, designEffect, bounds, note }: NamedRow['entry']) => ({
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

function plainRow(row: NamedRow) {
  const { presses, response, topTwo, low, high, mean } = row.report
  return {
    station: row.station,
    name: row.name,
    start: shanghaiText(row.start),
    end: shanghaiText(row.end),
    mode: row.mode,
    in: row.in,
    out: row.out,
    closure: to4(row.closure),
    entry: plainDoor(row.entry),
    exit: plainDoor(row.exit),
    delta: { ...row.delta, ...plainInterval(row.delta) },
    corrected: row.corrected && plainInterval(row.corrected),
    pairs: { n: row.pairs.n, ...plainInterval(row.pairs) },
    stay: row.stay,
    report: {
      presses,
      response: to4(response),
      topTwo: to4(topTwo),
      low: to4(low),
      high: to4(high),
      mean: to4(mean),
    },
    covered: to4(row.covered),
    flags: row.flags,
  }
}
