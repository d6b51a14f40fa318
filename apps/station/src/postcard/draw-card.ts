import { renderAsync } from '@resvg/resvg-js'
import {
  type Card,
  type CardScene,
  type CardSide,
  compose,
  type Draft,
  messageSideOf,
  type PrintCorrection,
  plainLook,
  type StationWords,
} from '@riverside/postcard'
import sharp from 'sharp'
import type { CardLetters } from './card-letters.ts'
import { cardPdf } from './card-pdf.ts'
import { cardSvg } from './card-svg.ts'

/** Dots per inch at which a card's picture is carried and its sides are drawn. */
const dotsPerInch = 300
const dotsOf = (mm: number): number => Math.round((mm / 25.4) * dotsPerInch)

/** A composed card with its picture at hand; each product is drawn when asked for. */
export type DrawnCard = {
  readonly card: Card
  /** As a printer needs it that errs by the inverse of `correction`. */
  readonly pdf: (correction?: PrintCorrection) => Promise<Uint8Array>
  /** 1748 × 1181 pixels, the trimmed card at 300 dpi. */
  readonly png: (side: 'front' | 'back') => Promise<Uint8Array>
}

/** Signs of a greeting that no bundled face can draw: a card with such a gap is not drawn. */
export const lettersMissing = ({ greeting = '' }: Pick<Draft, 'greeting'>, letters: CardLetters): readonly string[] =>
  letters.outline(greeting, 'song-black').missing

/** Composes a card and brings its picture to 300 dpi of its place, 1181 × 992 pixels beside three columns, cut to fill. */
export async function drawCard(
  draft: Draft,
  scene: CardScene,
  scenePicture: Uint8Array,
  station: StationWords,
  letters: CardLetters,
): Promise<DrawnCard> {
  const card = compose(draft, scene, station)
  const picture = await cardPicture(scenePicture, draft.look)
  const pixels = (side: CardSide) =>
    renderAsync(cardSvg(side, letters, picture), {
      fitTo: { mode: 'width', value: dotsOf(side.width) },
      font: { loadSystemFonts: false },
    })
  return {
    card,
    pdf: (correction) => cardPdf(card, letters, picture, draft.date, correction),
    png: async (side) => {
      const drawn = await pixels(card[side])
      return sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
        .removeAlpha()
        .withMetadata({ density: dotsPerInch })
        .png()
        .toBuffer()
    },
  }
}

/** A scene's picture at 300 dpi of its place on a card of this look, cut to fill, as JPEG. */
export async function cardPicture(scenePicture: Uint8Array, look = plainLook, quality = 90): Promise<Uint8Array> {
  const { width, height } = messageSideOf(look.room).picture
  return await sharp(scenePicture)
    .resize(dotsOf(width), dotsOf(height), { fit: 'cover' })
    .flatten({ background: '#F4EBDD' })
    .jpeg({ quality, chromaSubsampling: quality < 90 ? '4:2:0' : '4:4:4' })
    .toBuffer()
}
