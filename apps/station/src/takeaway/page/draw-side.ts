import { type CardFace, type CardSide, cardInks, type Mark, setLine } from '@riverside/postcard'
import type { ShownCard } from './shown-card.ts'

/** What a phone sets a character with that came with no glyph. */
const fallbacks: Record<CardFace, string> = {
  song: '"Songti SC", "Noto Serif CJK SC", STSong, serif',
  'song-black': '900 {} "Songti SC", "Noto Serif CJK SC", STSong, serif',
  sans: '"PingFang SC", "Noto Sans CJK SC", sans-serif',
  latin: 'Georgia, "Times New Roman", serif',
  'latin-strong': '600 {} Georgia, "Times New Roman", serif',
}

/** Draws marks as the station's print does; `scale` in pixels a millimetre, from the card's trimmed corner. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  card: Pick<ShownCard, 'letters' | 'picture'>,
): void {
  for (const mark of marks) {
    context.save()
    drawMark(context, mark, card)
    context.restore()
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  mark: Mark,
  { letters, picture }: Pick<ShownCard, 'letters' | 'picture'>,
): void {
  if (mark.mark === 'picture') {
    drawPicture(context, mark, picture)
    return
  }
  context.globalAlpha = mark.strength ?? 1
  context.fillStyle = cardInks[mark.ink]
  context.strokeStyle = cardInks[mark.ink]
  if (mark.mark === 'fill') context.fill(new Path2D(mark.path))
  else if (mark.mark === 'line') {
    context.lineWidth = mark.width
    if (mark.dash) context.setLineDash([...mark.dash])
    context.stroke(new Path2D(mark.path))
  } else drawText(context, mark, letters)
}

/** Cut to fill its place, as print cuts it. */
function drawPicture(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Extract<Mark, { mark: 'picture' }>,
  picture: CanvasImageSource,
): void {
  const from = picture as HTMLImageElement | HTMLCanvasElement
  const [wide, high] = 'naturalWidth' in from ? [from.naturalWidth, from.naturalHeight] : [from.width, from.height]
  const scale = Math.max(width / wide, height / high)
  const [cutX, cutY] = [width / scale, height / scale]
  context.drawImage(picture, (wide - cutX) / 2, (high - cutY) / 2, cutX, cutY, x, y, width, height)
}

function drawText(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { mark: 'text' }>,
  letters: ShownCard['letters'],
): void {
  const line = setLine(mark.text, (character) => glyphOf(context, character, mark.face, letters))
  if (mark.turned) {
    context.translate(mark.turned.x, mark.turned.y)
    context.rotate((mark.turned.by * Math.PI) / 180)
    context.translate(-mark.turned.x, -mark.turned.y)
  }
  const before = { start: 0, middle: 0.5, end: 1 }[mark.anchor] * line.width * mark.size
  context.translate(mark.x - before, mark.y)
  context.scale(mark.size, mark.size)
  for (const { x, path } of line.glyphs) {
    context.translate(x, 0)
    if (path.charAt(0) === '"') drawFallback(context, path.slice(1), mark.face)
    else context.fill(new Path2D(path))
    context.translate(-x, 0)
  }
}

/** A glyph that came along, or the character itself behind a quotation mark, to be set by the phone. */
function glyphOf(
  context: CanvasRenderingContext2D,
  character: string,
  face: CardFace,
  letters: ShownCard['letters'],
): { path: string; width: number } {
  for (const one of letters) {
    const glyph = one[face]?.[character]
    if (glyph) return { width: glyph[0], path: glyph[1] }
  }
  context.save()
  context.font = fontOf(face)
  const width = context.measureText(character).width / fallbackSize
  context.restore()
  return { path: `"${character}`, width }
}

/** Pixels of the em square a fallback is set at, then brought to size: fonts below one pixel are not drawn everywhere. */
const fallbackSize = 100

function fontOf(face: CardFace): string {
  const family = fallbacks[face]
  return family.includes('{}') ? family.replace('{}', `${fallbackSize}px`) : `${fallbackSize}px ${family}`
}

function drawFallback(context: CanvasRenderingContext2D, character: string, face: CardFace): void {
  context.save()
  context.scale(1 / fallbackSize, 1 / fallbackSize)
  context.font = fontOf(face)
  context.fillText(character, 0, 0)
  context.restore()
}

/** One side on a canvas of its own, `width` pixels across the trimmed card; with the bleed round it where `bleed` says so. */
export function drawnSide(side: CardSide, card: ShownCard, width: number, bleed = false): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const scale = width / side.width
  const edge = bleed ? side.bleed : 0
  canvas.width = Math.round((side.width + 2 * edge) * scale)
  canvas.height = Math.round((side.height + 2 * edge) * scale)
  const context = canvas.getContext('2d')
  if (context === null) return canvas
  context.setTransform(scale, 0, 0, scale, edge * scale, edge * scale)
  drawMarks(context, side.marks, card)
  return canvas
}
