import type { Cell, Column, NamedRow } from './columns.ts'

/** The mark by which a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = '\uFEFF'

/**
 * A table as CSV (RFC 4180), a row at a time: UTF-8 with its mark, CRLF, quotes only where they are needed. The same rows give the same
 * bytes.
 */
export function* csvOf(columns: readonly Column[], rows: Iterable<NamedRow>): Generator<string> {
  yield `${byteOrderMark}${columns.map(({ header }) => quoted(header)).join(',')}\r\n`
  for (const row of rows) yield `${columns.map(({ cell }) => cellOf(cell(row))).join(',')}\r\n`
}

/** Says what each column of a table is called by programs, and what it means. */
export function columnsCsv(columns: readonly Column[]): string {
  const lines = [
    ['column', 'header', 'type', 'meaning'],
    ...columns.map(({ name, header, type, meaning }) => [name, header, type, meaning]),
  ]
  return byteOrderMark + lines.map((cells) => `${cells.map(guarded).map(quoted).join(',')}\r\n`).join('')
}

const cellOf = (cell: Cell): string => ('number' in cell ? cell.number : quoted(guarded(cell.text)))

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front: = + - @ TAB CR, their full-width twins, and the
 * same behind blanks or quotes.
 */
const guarded = (text: string): string => (/^[\s"'“”‘’＂＇]*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
