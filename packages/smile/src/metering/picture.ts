/** What one picture says of the camera itself. Luma is 0…255; `print` is equal for equal pictures. */
export type PictureFacts = {
  readonly at: number
  readonly luma: number
  readonly darkest: number
  readonly brightest: number
  /** Median luma. */
  readonly middle: number
  /** Share of the picture that is burnt out, 0…1. */
  readonly glare: number
  readonly print: number
}

export type PictureState = 'good' | 'too-dark' | 'black' | 'blocked' | 'frozen'

export type PictureWatch = {
  readonly print: number
  readonly since: number
  /** Since when there has been next to nothing to tell apart; undefined while there is. */
  readonly flatSince: number | undefined
  readonly state: PictureState
}

/**
 * Whether faces can be read by this picture at all. In the dark a detector finds nobody, and nobody smiling would be a lie: the
 * reading stops instead. A real sensor never gives the same picture twice, so the same one for six seconds is a frozen one. Tape, a
 * poster or a hand before the lens leaves one even shade; somebody in a plain coat does so too, but not for long.
 */
export function watchPicture(watch: PictureWatch | undefined, facts: PictureFacts): PictureWatch {
  const isSame = watch !== undefined && watch.print === facts.print
  const since = isSame ? watch.since : facts.at
  const isFlat = facts.brightest - facts.darkest < leastContrast
  const flatSince = isFlat ? (watch?.flatSince ?? facts.at) : undefined
  const flat = flatSince === undefined ? 0 : facts.at - flatSince
  return { print: facts.print, since, flatSince, state: stateOf(facts, facts.at - since, flat) }
}

const frozenAfter = 6000
const blockedAfter = 1500
/** Luma between the darkest and the brightest fiftieth of a picture; an empty white wall in even light has about twice as much. */
const leastContrast = 14

function stateOf(facts: PictureFacts, same: number, flat: number): PictureState {
  if (facts.brightest < 16) return 'black'
  if (same >= frozenAfter) return 'frozen'
  if (facts.luma < 26 && facts.brightest < 90) return 'too-dark'
  return flat >= blockedAfter ? 'blocked' : 'good'
}

/** Luma from here on is burnt out. */
const burnt = 240

/**
 * Mean, median, near-darkest and near-brightest (2 and 98 of 100) luma of RGBA bytes, the share that is burnt out, and a print of them (FNV-1a, 32 bits).
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
    darkest: shadeBelow(shades, count * 0.02),
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
