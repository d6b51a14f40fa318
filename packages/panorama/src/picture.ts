/** A picture all round one place. */
export type Picture = {
  readonly id: string
  /** True bearing of the middle column, or of the middle of the front face, in radians. */
  readonly heading: number
  /** An equirectangular picture, or the `tiles.json` of a tiled one. */
  readonly full: string
  /** The same, equirectangular and small: shown until the full one has come. A tiled picture brings its own. */
  readonly preview?: string
  /** Where the eye was, for what passes by; `usualStand` where nobody knows. */
  readonly stand?: Stand
}

/** Metres from the edge of the quay, positive over the water, and metres above the water. */
export type Stand = { readonly fromQuay: number; readonly aboveWater: number }

/** What of a picture can be shown: all that the view asks for, something that stands in for it, or nothing. */
export type Readiness = 'nothing' | 'preview' | 'full'

export const isTiled = ({ full }: Picture): boolean => /\/tiles\.json(?:\?|$)/.test(full)

export const isSame = (a: Picture, b: Picture | undefined): boolean =>
  b !== undefined && a.id === b.id && a.full === b.full
