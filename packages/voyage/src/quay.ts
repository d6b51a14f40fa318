/** The stretch that can be sailed and the places along it where the helm feels a notch. Metres. */
export type Quay = {
  readonly from: number
  readonly to: number
  /** Chainages of the stops, rising. */
  readonly notches: readonly number[]
  readonly metresPerTurn: number
}

/** A notch is felt over this part of a turn on either side of a stop: 6°. */
const notchTurns = 6 / 360

/** How much of the hand's way is left to the ship in the middle of a notch. */
const softness = 0.2

/** Lays out a quay; what lies beyond its ends or twice at one place is left out. */
export function quayOf(from: number, to: number, stops: readonly number[], metresPerTurn: number): Quay {
  const inside = stops.filter((stop) => stop >= from && stop <= to)
  return { from, to, notches: [...new Set(inside)].sort((a, b) => a - b), metresPerTurn }
}

/**
 * The ship's chainage for a length of line paid out by the helm, both in metres from the same origin. They differ only near
 * stops, where the same turn moves the ship less: a soft notch. The way is always forward, so nobody is ever held at a stop,
 * and the difference depends on the place alone, so turning back undoes exactly what turning did.
 */
export function chainageFor(quay: Quay, paidOut: number): number {
  const inside = Math.min(quay.to, Math.max(quay.from, paidOut))
  const index = nearest(quay.notches, inside)
  const notch = quay.notches[index]
  if (notch === undefined) return inside
  const reach = reachOf(quay, index)
  const away = inside - notch
  if (Math.abs(away) >= reach) return inside
  return Math.min(quay.to, Math.max(quay.from, notch + ease(away / reach) * reach))
}

/** The length of line that brings the ship to a chainage: the inverse of `chainageFor`, to a tenth of a millimetre. */
export function paidOutFor(quay: Quay, chainage: number): number {
  let low = quay.from
  let high = quay.to
  while (high - low > 1e-4) {
    const middle = (low + high) / 2
    if (chainageFor(quay, middle) < chainage) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** From −1 to 1 and rising: flat in the middle, meeting the straight line at both ends with its own value. */
function ease(away: number): number {
  return away * (softness + (1 - softness) * away * away)
}

/** Neighbouring notches never overlap: each reaches at most half way to the next. */
function reachOf(quay: Quay, index: number): number {
  const here = quay.notches[index] ?? 0
  const before = here - (quay.notches[index - 1] ?? Number.NEGATIVE_INFINITY)
  const after = (quay.notches[index + 1] ?? Number.POSITIVE_INFINITY) - here
  return Math.min(quay.metresPerTurn * notchTurns, before / 2, after / 2)
}

function nearest(places: readonly number[], chainage: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [index, place] of places.entries()) {
    const away = Math.abs(place - chainage)
    if (away < least) {
      best = index
      least = away
    }
  }
  return best
}
