import type { Card } from './compose.ts'
import type { CardFace } from './mark.ts'

/** One character of a face: SVG path data in em squares from its foot point, y downwards, and how far it takes the line. */
export type Glyph = { readonly path: string; readonly width: number }

/** A line of text, each character where it stands: em squares from the line's beginning. */
export type SetLine = {
  readonly glyphs: ReadonlyArray<Glyph & { readonly x: number }>
  readonly width: number
  /** Characters the face has no glyph for; they take no room. */
  readonly missing: readonly string[]
}

/** The space between Han and Latin or figures that nobody types, in em squares: `text-autospace` of CSS Text 4. */
const autospace = 0.125

/** Sets a line as every surface has it: screen, print and phone. */
export function setLine(text: string, glyphOf: (character: string) => Glyph | undefined): SetLine {
  const glyphs: Array<Glyph & { x: number }> = []
  const missing: string[] = []
  let width = 0
  let before = ''
  for (const character of text) {
    if (meetsLatin(before, character)) width += autospace
    before = character
    const glyph = glyphOf(character)
    if (glyph === undefined) missing.push(character)
    else {
      glyphs.push({ ...glyph, x: width })
      width += glyph.width
    }
  }
  return { glyphs, width, missing }
}

const meetsLatin = (a: string, b: string): boolean => (han.test(a) && latin.test(b)) || (latin.test(a) && han.test(b))
const han = /\p{Script=Han}/u
const latin = /[A-Za-z0-9]/

/** The glyphs a card needs, by face and character: width in em squares, and path. */
export type Lettering = {
  readonly [Face in CardFace]?: { readonly [character: string]: readonly [width: number, path: string] }
}

/** The glyphs of every line that stands on either side of some cards. */
export function letteringOf(
  cards: readonly Card[],
  glyphOf: (character: string, face: CardFace) => Glyph | undefined,
): Lettering {
  const lettering: { [Face in CardFace]?: { [character: string]: readonly [number, string] } } = {}
  for (const mark of cards.flatMap(({ front, back }) => [...front.marks, ...back.marks])) {
    if (mark.mark !== 'text') continue
    const face = lettering[mark.face] ?? {}
    lettering[mark.face] = face
    for (const character of mark.text) {
      if (character in face) continue
      const glyph = glyphOf(character, mark.face)
      if (glyph) face[character] = [glyph.width, glyph.path]
    }
  }
  return lettering
}
