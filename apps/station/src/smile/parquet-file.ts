import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Column } from './columns.ts'
import { rounded } from './csv.ts'

/** Rows of one row group: what is held in memory at once. */
const groupRows = 8192

const types = {
  text: 'STRING',
  time: 'TIMESTAMP',
  count: 'INT64',
  ratio: 'DOUBLE',
  minutes: 'DOUBLE',
  score: 'DOUBLE',
} as const satisfies Record<Column['type'], string>

/**
 * A table as Parquet, a row group at a time: the machine names, times in UTC, what is held back as null. What the file says of itself is
 * asked for when the last row has been read and stands in its footer, under `riverside`.
 */
export function* parquetOf<Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: Iterable<Row>,
  facts: () => object,
): Generator<Uint8Array> {
  const bytes = new ByteWriter(1 << 20)
  // Read when the file is finished, so that it may be filled until then.
  const about: Array<{ key: string; value: string }> = []
  const empty = columns.map(({ name, type }) => ({ name, type: types[type], nullable: true, data: [] as unknown[] }))
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: empty }),
    kvMetadata: about,
    createdBy: 'riverside',
  })
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice()
    bytes.index = 0
    return piece
  }
  let group: unknown[][] = columns.map(() => [])
  const write = () => {
    file.write({
      columnData: empty.map((column, at) => ({ ...column, data: group[at] ?? [] })),
      rowGroupSize: groupRows,
    })
    group = columns.map(() => [])
    return taken()
  }
  let waiting = 0
  for (const row of rows) {
    for (const [at, { value, type }] of columns.entries()) group[at]?.push(storedOf(value(row), type))
    waiting += 1
    if (waiting < groupRows) continue
    yield write()
    waiting = 0
  }
  if (waiting > 0) yield write()
  about.push({ key: 'riverside', value: JSON.stringify(facts()) })
  file.finish()
  yield taken()
}

function storedOf(value: string | number | null, type: Column['type']): unknown {
  if (value === null || typeof value === 'string') return value
  if (type === 'time') return new Date(value)
  return type === 'count' ? BigInt(value) : rounded(value, type)
}
