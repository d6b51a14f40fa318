import type { Words } from '@riverside/kit'
import { type Card, compose, type Draft, type Lettering, type StationWords } from '@riverside/postcard'

/** A card as this page has it, from wherever it came. */
export type ShownCard = {
  readonly draft: Draft
  readonly scene: { readonly title: Words; readonly caption: Words }
  /** `undefined` where the page does not know the station: the card then names the riverside alone. */
  readonly station: StationWords
  /** What its lines are set with; the first that has a character draws it. */
  readonly letters: readonly Lettering[]
  readonly picture: CanvasImageSource
  /** Milliseconds since 1970; `undefined` for a card that is kept nowhere. */
  readonly deletesAt: number | undefined
}

/** The same composition as on the desk and in print. */
export const composed = ({ draft, scene, station }: ShownCard): Card =>
  compose(draft, { ...scene, picture: '' }, station)

/** A picture that is ready to be drawn. */
export function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = address
  })
}
