import { shanghaiText } from '@riverside/smile'
import type { Column } from './columns.ts'

/** The mark by which a spreadsheet knows that the file is UTF-8. */
const byteOrderMark = '\uFEFF'

/** The header line of a CSV (RFC 4180): UTF-8 with its mark, CRLF, quotes only where they are needed. */
export const csvHeader = (columns: ReadonlyArray<Pick<Column, 'header'>>): string =>
  `${byteOrderMark}${columns.map(({ header }) => quoted(header)).join(',')}\r\n`

/** How one row reads as a line of CSV; the same row gives the same bytes. Texts come again and again and are looked at once. */
export function csvLines<Row>(columns: ReadonlyArray<Column<Row>>): (row: Row) => string {
  const texts = new Map<string, string>()
  const textOf = (text: string): string => {
    const known = texts.get(text)
    if (known !== undefined) return known
    const made = quoted(guarded(text))
    // Names and notes are few; should they ever be many, remembering them is no longer worth it.
    if (texts.size < 10_000) texts.set(text, made)
    return made
  }
  const times = new Map<number, string>()
  const timeOf = (when: number): string => {
    const known = times.get(when)
    if (known !== undefined) return known
    const made = shanghaiText(when)
    if (times.size >= 50_000) times.clear()
    times.set(when, made)
    return made
  }
  return (row) => {
    let line = ''
    let between = ''
    for (const { value, type } of columns) {
      const cell = value(row)
      line += between
      between = ','
      if (cell === null) continue
      if (typeof cell === 'string') line += textOf(cell)
      else line += type === 'time' ? timeOf(cell) : numberText(cell, type)
    }
    return `${line}\r\n`
  }
}

/** Says what each column of a table is called by programs, and what it means. */
export function columnsCsv(columns: ReadonlyArray<Omit<Column, 'value'>>): string {
  const lines = [
    ['column', 'header', 'type', 'meaning'],
    ...columns.map(({ name, header, type, meaning }) => [name, header, type, meaning]),
  ]
  return byteOrderMark + lines.map((cells) => `${cells.map(guarded).map(quoted).join(',')}\r\n`).join('')
}

const digits: Partial<Record<Column['type'], number>> = { ratio: 4, minutes: 1, score: 2 }

/** Four digits of a ratio, one of minutes, two of a score; a zero has no sign. */
function numberText(value: number, type: Column['type']): string {
  const after = digits[type]
  if (after === undefined) return String(value)
  const text = value.toFixed(after)
  return text.startsWith('-0') && Number(text) === 0 ? text.slice(1) : text
}

/** The same rounding, as a number. */
export const rounded = (value: number, type: Column['type']): number => Number(numberText(value, type))

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front: = + - @ TAB CR, their full-width twins, and the
 * same behind blanks or quotes.
 */
const guarded = (text: string): string => (/^[\s"'“”‘’＂＇]*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
