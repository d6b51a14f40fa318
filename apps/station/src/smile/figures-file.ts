import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FiguresFormat } from '@riverside/contract'
import { shanghaiText } from '@riverside/smile'
import { columns } from './columns.ts'
import { columnsCsv } from './csv.ts'
import {
  type Asked,
  type FiguresFacts,
  type FiguresSource,
  figuresSource,
  pieceLength,
  type SourceNeeds,
} from './figures-source.ts'
import { parquetOf } from './parquet-file.ts'
import { plainReception, plainRow } from './plain-rows.ts'
import { receptionColumns, receptionRows, receptionsCsv } from './receptions-table.ts'
import { reportPdf } from './report-pdf.ts'
import type { SliceStore } from './slice-store.ts'
import { workbookOf } from './workbook.ts'

/** What is handed out for one question. */
export type FiguresFile = {
  /** The file, piece by piece: the same question to the same database gives the same bytes. Read it once, to its end. */
  readonly data: () => AsyncIterable<Uint8Array>
  /** The names of the columns for programs, beside a CSV; the other files carry them. */
  readonly columns: string | undefined
  /**
   * The groups that guides led, as a file of the same format beside those that hold one table; workbook and report carry them.
   * Undefined for these, and without lines where there were none.
   */
  readonly receptions: (() => ReceptionsFile) | undefined
  /** What is said of the file, known when it has been read. */
  readonly facts: () => FiguresFacts & { readonly generated: string; readonly sha256: string }
}

type ReceptionsFile = { readonly rows: number; readonly content: Uint8Array }

export function figuresFile(
  store: SliceStore,
  asked: Asked,
  format: FiguresFormat,
  needs: SourceNeeds & { readonly now: number },
): FiguresFile {
  const whole = createHash('sha256')
  const source = figuresSource(store, asked, needs, reports[format])
  const hasGroups = source.receptions().length > 0
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of inPieces(writers[format](source))) {
      whole.update(piece)
      yield piece
    }
  }
  return {
    data: hashed,
    columns: format === 'csv' ? columnsCsv(hasGroups ? [...columns, ...ofReceptionsAlone] : columns) : undefined,
    receptions: isOneTable(format) ? () => receptionsFile(source, format) : undefined,
    facts: () => ({ ...source.facts(), generated: shanghaiText(needs.now), sha256: whole.copy().digest('hex') }),
  }
}

const ofReceptionsAlone = receptionColumns.filter(({ name }) => !columns.some((column) => column.name === name))

type OneTable = Exclude<FiguresFormat, 'xlsx' | 'pdf'>
const isOneTable = (format: FiguresFormat): format is OneTable => format !== 'xlsx' && format !== 'pdf'

function receptionsFile({ asked, receptions, facts }: FiguresSource, format: OneTable): ReceptionsFile {
  // The rest of the facts is of the other file, and known only when that one has been read.
  const ownFacts = () => {
    const { definitions, software, period, noise, thresholds, receptions } = facts()
    return { definitions, software, period, noise, thresholds, receptions }
  }
  const rows = receptionRows(asked, receptions())
  const contents: Record<OneTable, () => Uint8Array> = {
    csv: () => Buffer.from(receptionsCsv(rows)),
    json: () => Buffer.from([...jsonOf(rows, plainReception)].join('')),
    parquet: () => Buffer.concat([...parquetOf(receptionColumns, rows, ownFacts)]),
  }
  return { rows: rows.length, content: contents[format]() }
}

/** What a format has room for beside its rows. */
const reports = { csv: undefined, json: undefined, parquet: undefined, xlsx: 'usual', pdf: 'usual-and-before' } as const

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const writers: Record<FiguresFormat, (source: FiguresSource) => Pieces> = {
  csv: ({ lines }) => lines(),
  json: ({ rows }) => jsonOf(rows(), plainRow),
  parquet: ({ rows, facts }) => parquetOf(columns, rows(), facts),
  xlsx: (source) => workbookOf(columns, source),
  pdf: reportPdf,
}

/** A list of objects, one a line. */
function* jsonOf<Row>(rows: Iterable<Row>, plain: (row: Row) => object): Generator<string> {
  let before = '[\n'
  for (const row of rows) {
    yield before + JSON.stringify(plain(row))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Gathers small pieces to larger ones, and lets everything else of the process have its turn between two of them. */
async function* inPieces(parts: Pieces): AsyncGenerator<Uint8Array> {
  let waiting = ''
  for await (const part of parts) {
    if (typeof part === 'string') {
      waiting += part
      if (waiting.length < pieceLength) continue
    }
    if (waiting !== '') yield Buffer.from(waiting)
    waiting = ''
    if (typeof part !== 'string') yield part
    await nextTurn()
  }
  if (waiting !== '') yield Buffer.from(waiting)
}
