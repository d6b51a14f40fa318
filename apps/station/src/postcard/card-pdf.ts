import { type Affine, type Card, type CardSide, cardInks, type Mark, type PrintCorrection } from '@riverside/postcard'
import PDFDocument from 'pdfkit'
import type { CardLetters } from './card-letters.ts'
import { placedText } from './card-svg.ts'

const pointsPerMm = 72 / 25.4

/**
 * Both sides as a PDF of two pages. The sheet (MediaBox, BleedBox) is the card with 2 mm of bleed all round; TrimBox and
 * CropBox are the card itself, 148 × 100 mm, so that a printer without bleed prints exactly the card. Ink and letters are
 * vectors; letters are outlines of the bundled faces, so no font of any other machine is ever asked.
 * @param correction moves what is drawn on the pages, and never the pages, so that it lands true on a printer that errs
 */
export function cardPdf(
  card: Card,
  letters: CardLetters,
  picture: Uint8Array,
  madeOn: string,
  correction?: PrintCorrection,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    info: { Title: '滨江驿站 明信片 / Riverside Station postcard', CreationDate: new Date(`${madeOn}T12:00:00Z`) },
  })
  const parts: Buffer[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.on('error', reject)
  })
  drawPage(document, card.front, letters, picture, correction?.front)
  drawPage(document, card.back, letters, picture, correction?.back)
  document.end()
  return done
}

function drawPage(
  document: PDFKit.PDFDocument,
  side: CardSide,
  letters: CardLetters,
  picture: Uint8Array,
  moved: Affine | undefined,
): void {
  const { width, height, bleed } = side
  const sheet: [number, number] = [(width + 2 * bleed) * pointsPerMm, (height + 2 * bleed) * pointsPerMm]
  document.addPage({ size: sheet, margin: 0 })
  const trim = [bleed * pointsPerMm, bleed * pointsPerMm, (width + bleed) * pointsPerMm, (height + bleed) * pointsPerMm]
  const boxes = document.page.dictionary.data as Record<string, unknown>
  boxes.BleedBox = [0, 0, ...sheet]
  boxes.TrimBox = trim
  boxes.CropBox = trim
  document.save().scale(pointsPerMm).translate(bleed, bleed)
  if (moved) document.transform(moved.xx, moved.yx, moved.xy, moved.yy, moved.x0, moved.y0)
  for (const mark of side.marks) drawMark(document, mark, letters, picture)
  document.restore()
}

function drawMark(document: PDFKit.PDFDocument, mark: Mark, letters: CardLetters, picture: Uint8Array): void {
  switch (mark.mark) {
    case 'picture':
      document.image(Buffer.from(picture), mark.x, mark.y, { width: mark.width, height: mark.height })
      return
    case 'fill':
      document.fillOpacity(mark.strength ?? 1)
      document.path(mark.path).fill(cardInks[mark.ink], 'non-zero')
      return
    case 'line':
      document
        .save()
        .strokeOpacity(mark.strength ?? 1)
        .lineWidth(mark.width)
      if (mark.dash) document.dash(mark.dash[0], { space: mark.dash[1] })
      document.path(mark.path).stroke(cardInks[mark.ink])
      document.restore()
      return
    case 'text': {
      const { path, x, y } = placedText(mark, letters)
      if (path === '') return
      document.save().fillOpacity(mark.strength ?? 1)
      if (mark.turned) document.rotate(mark.turned.by, { origin: [mark.turned.x, mark.turned.y] })
      document.translate(x, y).scale(mark.size).path(path).fill(cardInks[mark.ink], 'non-zero')
      document.restore()
    }
  }
}
