import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { cardInks } from '@riverside/postcard'

const require = createRequire(import.meta.url)

export type ReportFace = 'poster' | 'title' | 'text' | 'strong' | 'latin'
export type Ink = keyof typeof cardInks | 'mist' | 'grey'
/** The card's inks, and two for lines and small print. */
export const reportInks: Readonly<Record<Ink, string>> = { ...cardInks, mist: '#C9D6D3', grey: '#4A5A62' }

const cuts: Readonly<Record<ReportFace, { readonly family: string; readonly weight: number }>> = {
  poster: { family: 'noto-serif-sc', weight: 900 },
  title: { family: 'noto-serif-sc', weight: 700 },
  text: { family: 'noto-sans-sc', weight: 400 },
  strong: { family: 'noto-sans-sc', weight: 700 },
  latin: { family: 'fraunces', weight: 400 },
}

/** Where and how a text is set. Points from the upper left corner; `y` is the baseline of the first line. */
export type Setting = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly face?: ReportFace
  readonly ink?: Ink
  /** Breaks lines at this width. */
  readonly width?: number
  /** In the width, or around `x` where there is none. */
  readonly align?: 'left' | 'center' | 'right'
  /** From one baseline to the next, in parts of the size. */
  readonly leading?: number
}

/**
 * Sets text in the bundled faces, which come in some hundred files by ranges of characters: those that are used are embedded, and of them
 * only the letters used, so that the text can be read, searched and copied on any machine.
 */
export function reportLetters(document: PDFKit.PDFDocument) {
  const families = new Map<
    string,
    ReadonlyArray<{ readonly file: string; readonly holds: (code: number) => boolean }>
  >()
  const known = new Map<string, { readonly font: string; readonly width: number }>()
  const opened = new Set<string>()

  function letter(character: string, face: ReportFace): { readonly font: string; readonly width: number } {
    const key = `${face} ${character}`
    const before = known.get(key)
    if (before) return before
    const { family, weight } = cuts[face]
    const ranges = families.get(family) ?? openFamily(family)
    families.set(family, ranges)
    const code = character.codePointAt(0) ?? 0
    const range = ranges.find(({ holds }) => holds(code))
    // The files that PDFKit can take letters out of are the older WOFF.
    const font = range ? range.file.replace('*', String(weight)) : undefined
    if (font === undefined) return character === '?' ? { font: 'Helvetica', width: 0.5 } : letter('?', face)
    if (!opened.has(font)) {
      document.registerFont(font, sfntOf(readFileSync(font)))
      opened.add(font)
    }
    const width = document.font(font).fontSize(1000).widthOfString(character) / 1000
    known.set(key, { font, width })
    return { font, width }
  }
  const widthOf = (text: string, size: number, face: ReportFace): number =>
    [...text].reduce((sum, character) => sum + letter(character, face).width * size, 0)

  function line(text: string, x: number, y: number, size: number, face: ReportFace): void {
    let right = x
    let run = { font: '', text: '', x }
    const put = () => {
      if (run.text !== '')
        document.font(run.font).fontSize(size).text(run.text, run.x, y, { lineBreak: false, baseline: 'alphabetic' })
    }
    for (const character of text) {
      const { font, width } = letter(character, face)
      if (font !== run.font) {
        put()
        run = { font, text: '', x: right }
      }
      run.text += character
      right += width * size
    }
    put()
  }

  return {
    widthOf,
    /** Sets a text and gives the baseline of the line after its last. */
    set(
      text: string,
      { x, y, size, face = 'text', ink = 'ink', width, align = 'left', leading = 1.6 }: Setting,
    ): number {
      document.fillColor(reportInks[ink])
      const lines = width === undefined ? [text] : broken(text, width, (part) => widthOf(part, size, face))
      for (const [at, each] of lines.entries()) {
        const free = align === 'left' ? 0 : (width ?? 0) - widthOf(each, size, face)
        line(each, x + (align === 'center' ? free / 2 : free), y + at * size * leading, size, face)
      }
      return y + lines.length * size * leading
    },
  }
}

/** Punctuation that begins no line, and that which ends none. */
const clings = /^[，。、；：？！）》”’％%.,;:)]/
const opens = /[（《“‘(]$/

/** Lines no wider than `width`: Han may part anywhere but before closing and after opening punctuation, Latin words and figures stay whole. */
function broken(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[A-Za-z0-9.,%+\-−–<>≥ε=/_]+|\s|./gu) ?? []) {
    if (line !== '' && widthOf(line + piece) > width && !clings.test(piece)) {
      const opening = line.match(opens)?.[0] ?? ''
      lines.push(line.slice(0, line.length - opening.length).trimEnd())
      line = opening + piece.trim()
    } else line += piece
  }
  if (line !== '') lines.push(line)
  return lines
}

/**
 * A WOFF file (W3C, WOFF 1.0) as the OpenType font it was packed from. PDFKit reads either, but unpacks with no help from the system,
 * which takes a second for a report's letters.
 */
function sfntOf(woff: Buffer): Buffer {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, at) => {
    const entry = 44 + 20 * at
    const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(start, start + packed)
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    }
  })
  const head = Buffer.alloc(12 + 16 * tables.length)
  woff.copy(head, 0, 4, 8)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((tables.length - power) * 16, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + 16 * at
    tag.copy(head, entry)
    head.writeUInt32BE(checksum, entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    const padding = (4 - (bytes.length % 4)) % 4
    parts.push(bytes, Buffer.alloc(padding))
    offset += bytes.length + padding
  }
  return Buffer.concat(parts)
}

function openFamily(family: string) {
  const folder = dirname(require.resolve(`@fontsource/${family}/package.json`))
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(ranges).map(([name, range]) => {
    const spans = range.split(',').map((part) => {
      const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    })
    return {
      file: join(folder, 'files', `${family}-${name.replace(/[[\]]/g, '')}-*-normal.woff`),
      holds: (code: number) => spans.some(([from, to]) => code >= from && code <= to),
    }
  })
}
