import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type CardFace, type Glyph as CardGlyph, setLine } from '@riverside/postcard'
import { create, type Font } from 'fontkit'

/** A line of text as an outline: SVG path data in em squares from the start of its baseline, y downwards. */
type Letters = {
  readonly path: string
  /** In em squares. */
  readonly width: number
  /** Characters no bundled face can draw; they are left out of the outline. */
  readonly missing: readonly string[]
}

export type CardLetters = {
  outline(text: string, face: CardFace): Letters
  /** One character alone, for a page that sets its lines itself; `undefined` where no bundled face draws it. */
  glyph(character: string, face: CardFace): CardGlyph | undefined
}

type Cut = { readonly family: 'noto-serif-sc' | 'noto-sans-sc' | 'fraunces'; readonly weight: number }

/** Each face draws with its first cut, and asks the next where that has no such letter. */
const cuts: Record<CardFace, readonly Cut[]> = {
  song: [{ family: 'noto-serif-sc', weight: 500 }],
  'song-black': [{ family: 'noto-serif-sc', weight: 900 }],
  sans: [{ family: 'noto-sans-sc', weight: 400 }],
  latin: [
    { family: 'fraunces', weight: 400 },
    { family: 'noto-serif-sc', weight: 500 },
  ],
  'latin-strong': [
    { family: 'fraunces', weight: 600 },
    { family: 'noto-serif-sc', weight: 700 },
  ],
}

const require = createRequire(import.meta.url)

/** Where a family of the bundled faces lies; a packaged station hands in its own folder of them. */
const installedFamily = (family: string): string => dirname(require.resolve(`@fontsource/${family}/package.json`))

/**
 * Opens the bundled faces. A Han face comes in some hundred files by ranges of characters: each is read when the first of
 * its characters is wanted, and outlines are remembered.
 */
export function openCardLetters(familyFolder: (family: string) => string = installedFamily): CardLetters {
  const families = new Map<string, Family>()
  const glyphs = new Map<string, Glyph | undefined>()
  const glyphOf = (character: string, cut: Cut): Glyph | undefined => {
    const key = `${cut.family} ${cut.weight} ${character}`
    if (!glyphs.has(key)) {
      const family = families.get(cut.family) ?? openFamily(familyFolder(cut.family), cut.family)
      families.set(cut.family, family)
      glyphs.set(key, family.glyph(character, cut.weight))
    }
    return glyphs.get(key)
  }
  const ofFace = (character: string, face: CardFace) => firstOf(cuts[face], (cut) => glyphOf(character, cut))
  return {
    outline(text, face) {
      let path = ''
      const line = setLine(text, (character) => {
        const glyph = ofFace(character, face)
        return glyph && { path: character, width: glyph.advance }
      })
      for (const { path: character, x } of line.glyphs) path += placed(ofFace(character, face)?.commands ?? [], x)
      return { path, width: line.width, missing: line.missing }
    },
    glyph(character, face) {
      const glyph = ofFace(character, face)
      return glyph && { path: placed(glyph.commands, 0), width: fine(glyph.advance) }
    },
  }
}

type Command = { readonly letter: string; readonly numbers: readonly number[] }
type Glyph = { readonly commands: readonly Command[]; readonly advance: number }
type Family = { glyph(character: string, weight: number): Glyph | undefined }

function openFamily(folder: string, family: string): Family {
  const ranges = Object.entries(
    JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>,
  ).map(([name, range]) => ({ name: name.replace(/[[\]]/g, ''), holds: rangeTest(range) }))
  const fonts = new Map<string, Font>()
  const fontOf = (name: string, weight: number): Font => {
    const key = `${name} ${weight}`
    const font =
      fonts.get(key) ??
      (create(readFileSync(join(folder, 'files', `${family}-${name}-${weight}-normal.woff2`))) as Font)
    fonts.set(key, font)
    return font
  }
  return {
    glyph(character, weight) {
      const code = character.codePointAt(0) ?? 0
      const range = ranges.find(({ holds }) => holds(code))
      if (range === undefined) return undefined
      const font = fontOf(range.name, weight)
      if (!font.hasGlyphForCodePoint(code)) return undefined
      const glyph = font.glyphForCodePoint(code)
      const scale = 1 / font.unitsPerEm
      return {
        advance: glyph.advanceWidth * scale,
        commands: glyph.path.commands.map(({ command, args }) => ({
          letter: letters[command] ?? 'Z',
          numbers: args.map((value, at) => (at % 2 === 0 ? value : -value) * scale),
        })),
      }
    },
  }
}

const letters: Record<string, string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

/** `U+4E00-4E1F,U+4E22` as a question. */
function rangeTest(range: string): (code: number) => boolean {
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return (code) => spans.some(([from, to]) => code >= from && code <= to)
}

function placed(commands: readonly Command[], right: number): string {
  return commands
    .map(
      ({ letter, numbers }) =>
        letter + numbers.map((value, at) => fine(at % 2 === 0 ? value + right : value)).join(' '),
    )
    .join('')
}

const fine = (value: number): number => Math.round(value * 10_000) / 10_000

function firstOf<In, Out>(list: readonly In[], ask: (one: In) => Out | undefined): Out | undefined {
  for (const one of list) {
    const found = ask(one)
    if (found !== undefined) return found
  }
  return undefined
}
