import type { NamedRow } from './columns.ts'
import { reportInks, type reportLetters } from './report-letters.ts'

/** A4 in points, and what stays free all round. */
export const page = { width: 595.28, height: 841.89, margin: 51 } as const
export const inner = page.width - 2 * page.margin

/** What every page is drawn with. */
export type Draw = {
  readonly document: PDFKit.PDFDocument
  readonly letters: ReturnType<typeof reportLetters>
  readonly period: string
}

/** A page with its head: whose it is on the left, of when on the right, a cut line below. */
export function newPage({ document, letters, period }: Draw, left: string): number {
  document.addPage()
  const { margin } = page
  letters.set(left, { x: margin, y: 48, size: 9, ink: 'grey' })
  letters.set(period, { x: margin, y: 48, size: 9, ink: 'grey', width: inner, align: 'right' })
  document
    .moveTo(margin, 57)
    .lineTo(page.width - margin, 57)
    .lineWidth(0.7)
    .stroke(reportInks.river)
  return 100
}

export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
export const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`
export const count = (value: number | null): string => (value === null ? '—' : value.toLocaleString('en-US'))
export const modes: Record<NamedRow['mode'], string> = { 'opt-in': '客人自己按', ambient: '门口常开', off: '关' }
