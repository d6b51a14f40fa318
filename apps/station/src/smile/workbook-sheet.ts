import { cardInks } from '@riverside/postcard'
import type { Column } from './columns.ts'

const styleNames = [
  'plain',
  'head',
  'title',
  'note',
  'strong',
  'wrapped',
  'count',
  'share',
  'factor',
  'minutes',
  'score',
  'time',
  'day',
] as const
export type Style = (typeof styleNames)[number]
/** One line of a sheet; an absent cell stays empty. Heights in points. */
export type Row = {
  readonly cells: ReadonlyArray<{ readonly value: string | number; readonly style: Style } | undefined>
  readonly height?: number
}

/** How a figure of a column looks: shares as per cent, design effects as factors. */
export const styleOf = (type: Column['type'], name: string): Style => {
  if (type === 'ratio') return name.startsWith('deff') ? 'factor' : 'share'
  return type === 'text' ? 'plain' : type
}

/** A column's letter, from 0: A … Z, AA … */
export const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)

/** Days since the last of 1899, as a spreadsheet counts them, by the clock of Shanghai. */
export const serialOf = (when: number): number => Math.round(((when + 8 * 3_600_000) / 86_400_000 + 25_569) * 1e6) / 1e6

export function rowXml(at: number, { cells, height }: Row): string {
  let xml = `<row r="${at}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column]
    if (cell === undefined) continue
    const place = `<c r="${letters[column] ?? letterOf(column)}${at}" s="${styleNumbers[cell.style]}"`
    xml +=
      typeof cell.value === 'number'
        ? `${place}><v>${cell.value}</v></c>`
        : `${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.value)}</t></is></c>`
  }
  return `${xml}</row>`
}

const letters = Array.from({ length: 64 }, (_, column) => letterOf(column))
const styleNumbers = Object.fromEntries(styleNames.map((name, at) => [name, at])) as Record<Style, number>

/** The head of a sheet with its column widths in characters; so many rows stay in view. */
export function sheetStart(widths: readonly number[], frozen: number): string {
  const pane =
    frozen === 0 ? '' : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${columns.join('')}</cols><sheetData>`
}

export const sheetEnd = ({ filter, hasDrawing }: { readonly filter?: string; readonly hasDrawing?: boolean }): string =>
  `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${hasDrawing ? '<drawing r:id="rId1"/>' : ''}</worksheet>`

const forXml: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML may hold it: characters that XML 1.0 forbids are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (character) => forXml[character] ?? character)

const color = (ink: keyof typeof cardInks): string => `FF${cardInks[ink].slice(1)}`
const font = (size: number, ink: keyof typeof cardInks, more = ''): string =>
  `<font>${more}<sz val="${size}"/><color rgb="${color(ink)}"/><name val="Noto Sans SC"/></font>`
const look = (number: number, face: number, fill = 0, align = ''): string =>
  `<xf numFmtId="${number}" fontId="${face}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${align === '' ? '/>' : ` applyAlignment="1"><alignment ${align}/></xf>`}`

/** In the order of the names of styles. */
export const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="6"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.00"/><numFmt numFmtId="166" formatCode="0.0"/><numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="168" formatCode="#,##0"/><numFmt numFmtId="169" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="5">${font(11, 'ink')}${font(11, 'paper', '<b/>')}${font(16, 'river', '<b/>')}${font(10, 'river')}${font(11, 'ink', '<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="${color('river')}"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styleNames.length}">${[
  look(0, 0),
  look(0, 1, 2, 'vertical="center" wrapText="1"'),
  look(0, 2, 0, 'vertical="center"'),
  look(0, 3),
  look(0, 4, 0, 'vertical="top"'),
  look(0, 0, 0, 'vertical="top" wrapText="1" horizontal="left"'),
  look(168, 0),
  look(164, 0),
  look(165, 0),
  look(166, 0),
  look(165, 0),
  look(167, 0),
  look(169, 0),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
