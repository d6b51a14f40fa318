/** What one picture says of the camera itself. Luma is 0…255; `print` is equal for equal pictures. */
export type PictureFacts = {
  readonly at: number
  readonly luma: number
  readonly brightest: number
  /** Median luma. */
  readonly middle: number
  /** Share of the picture that is burnt out, 0…1. */
  readonly glare: number
  readonly print: number
}

export type PictureState = 'good' | 'too-dark' | 'black' | 'frozen'

export type PictureWatch = { readonly print: number; readonly since: number; readonly state: PictureState }

/**
 * Whether faces can be read by this picture at all. In the dark a detector finds nobody, and nobody smiling would be a lie: the
 * reading stops instead. A real sensor never gives the same picture twice, so the same one for six seconds is a frozen one.
 */
export function watchPicture(watch: PictureWatch | undefined, facts: PictureFacts): PictureWatch {
  const isSame = watch !== undefined && watch.print === facts.print
  const since = isSame ? watch.since : facts.at
  return { print: facts.print, since, state: stateOf(facts, facts.at - since) }
}

const frozenAfter = 6000

function stateOf(facts: PictureFacts, same: number): PictureState {
  if (facts.brightest < 16) return 'black'
  if (same >= frozenAfter) return 'frozen'
  return facts.luma < 26 && facts.brightest < 90 ? 'too-dark' : 'good'
}

/** Luma from here on is burnt out. */
const burnt = 240

/**
 * Mean, median and near-brightest (98 of 100) luma of RGBA bytes, the share that is burnt out, and a print of them (FNV-1a, 32 bits).
 * Every fourth pixel is taken.
 */
export function pictureFacts(at: number, rgba: ArrayLike<number>): PictureFacts {
  const shades = new Uint32Array(256)
  let print = 0x811c9dc5
  let sum = 0
  let count = 0
  for (let index = 0; index + 2 < rgba.length; index += 16) {
    const red = rgba[index] ?? 0
    const green = rgba[index + 1] ?? 0
    const blue = rgba[index + 2] ?? 0
    const luma = (red * 54 + green * 183 + blue * 19) >> 8
    shades[luma] = (shades[luma] ?? 0) + 1
    print = Math.imul(print ^ (red | (green << 8) | (blue << 16)), 0x01000193)
    sum += luma
    count += 1
  }
  const burntOut = shades.subarray(burnt).reduce((all, pixels) => all + pixels, 0)
  return {
    at,
    luma: count === 0 ? 0 : sum / count,
    brightest: shadeBelow(shades, count * 0.98),
    middle: shadeBelow(shades, count * 0.5),
    glare: count === 0 ? 0 : burntOut / count,
    print: print >>> 0,
  }
}

function shadeBelow(shades: Uint32Array, count: number): number {
  let seen = 0
  for (const [shade, pixels] of shades.entries()) {
    seen += pixels
    if (seen >= count) return shade
  }
  return 255
}
