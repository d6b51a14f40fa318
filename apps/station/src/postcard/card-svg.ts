import { type CardSide, cardInks, type Mark } from '@riverside/postcard'
import type { CardLetters } from './card-letters.ts'

/** One side as an SVG of its trimmed size in millimetres; letters are outlines, the picture rides along as JPEG. */
export function cardSvg(side: CardSide, letters: CardLetters, picture: Uint8Array): string {
  const { width, height } = side
  const href = `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`
  const marks = side.marks.map((mark) => markSvg(mark, letters, href)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${marks}</svg>`
}

function markSvg(mark: Mark, letters: CardLetters, href: string): string {
  switch (mark.mark) {
    case 'picture':
      return `<image x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" preserveAspectRatio="none" href="${href}"/>`
    case 'fill':
      return `<path d="${mark.path}" fill="${cardInks[mark.ink]}" fill-opacity="${mark.strength ?? 1}"/>`
    case 'line':
      return `<path d="${mark.path}" fill="none" stroke="${cardInks[mark.ink]}" stroke-width="${mark.width}" stroke-opacity="${mark.strength ?? 1}"${mark.dash ? ` stroke-dasharray="${mark.dash.join(' ')}"` : ''}/>`
    case 'text': {
      const { path, x, y } = placedText(mark, letters)
      const turned = mark.turned ? `rotate(${mark.turned.by} ${mark.turned.x} ${mark.turned.y}) ` : ''
      return `<path transform="${turned}translate(${x} ${y}) scale(${mark.size})" d="${path}" fill="${cardInks[mark.ink]}" fill-opacity="${mark.strength ?? 1}"/>`
    }
  }
}

/** Where a text's outline begins, once its anchor is counted in: millimetres; the path itself is in em squares. */
export function placedText(
  mark: Extract<Mark, { mark: 'text' }>,
  letters: CardLetters,
): { path: string; x: number; y: number } {
  const { path, width } = letters.outline(mark.text, mark.face)
  const before = { start: 0, middle: 0.5, end: 1 }[mark.anchor] * width * mark.size
  return { path, x: mark.x - before, y: mark.y }
}
