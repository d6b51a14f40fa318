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
import { plainRow } from './plain-rows.ts'
import { reportPdf } from './report-pdf.ts'
import type { SliceStore } from './slice-store.ts'
import { workbookOf } from './workbook.ts'

/** What is handed out for one question. */
export type FiguresFile = {
  /** The file, piece by piece: the same question to the same database gives the same bytes. Read it once, to its end. */
  readonly data: () => AsyncIterable<Uint8Array>
  /** The names of the columns for programs, beside a CSV; the other files carry them. */
  readonly columns: string | undefined
  /** What is said of the file, known when it has been read. */
  readonly facts: () => FiguresFacts & { readonly generated: string; readonly sha256: string }
}

export function figuresFile(
  store: SliceStore,
  asked: Asked,
  format: FiguresFormat,
  needs: SourceNeeds & { readonly now: number },
): FiguresFile {
  const whole = createHash('sha256')
  const source = figuresSource(store, asked, needs, reports[format])
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of inPieces(writers[format](source))) {
      whole.update(piece)
      yield piece
    }
  }
  return {
    data: hashed,
    columns: format === 'csv' ? columnsCsv(columns) : undefined,
    facts: () => ({ ...source.facts(), generated: shanghaiText(needs.now), sha256: whole.copy().digest('hex') }),
  }
}

/** What a format has room for beside its rows. */
const reports = { csv: undefined, json: undefined, parquet: undefined, xlsx: 'usual', pdf: 'usual-and-before' } as const

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const writers: Record<FiguresFormat, (source: FiguresSource) => Pieces> = {
  csv: ({ lines }) => lines(),
  *json({ rows }) {
    let before = '[\n'
    for (const row of rows()) {
      yield before + JSON.stringify(plainRow(row))
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  },
  parquet: ({ rows, facts }) => parquetOf(columns, rows(), facts),
  xlsx: (source) => workbookOf(columns, source),
  pdf: reportPdf,
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
