import { chainageFor, paidOutFor, type Quay } from './quay.ts'

/**
 * The ship on its way. The hand's turns are laid up as way still to go, and the water lets it out: the ship starts softly, glides on
 * when the hand stops, and in the end has gone exactly as far as the helm was turned.
 */
export type Ship = {
  /** Line paid out so far, in metres. */
  readonly paidOut: number
  /** Metres per second along the quay, before the softness of the notches; positive downstream. */
  readonly speed: number
  /** Metres still owed to the hand. */
  readonly owed: number
}

/** Seconds in which the ship makes good all but a third of what the hand asked for. 阻力 */
const settling = 0.45

/** A page that slept for longer than this (seconds) wakes where it was. */
const longestSleep = 0.25

/** Below these the ship lies still: metres per second, metres. */
const stillSpeed = 0.05
const stillWay = 0.02

export const shipAt = (quay: Quay, chainage: number): Ship => ({
  paidOut: paidOutFor(quay, within(quay, chainage)),
  speed: 0,
  owed: 0,
})

/** The hand turned the helm by so many turns, positive to starboard: downstream. At the ends of the quay the line holds. */
export function turnHelm(quay: Quay, ship: Ship, turns: number): Ship {
  const goal = within(quay, ship.paidOut + ship.owed + turns * quay.metresPerTurn)
  return { ...ship, owed: goal - ship.paidOut }
}

/** Sends the ship to a chainage by itself, as fast as a long glide goes. */
export function makeFor(quay: Quay, ship: Ship, chainage: number): Ship {
  const goal = paidOutFor(quay, within(quay, chainage))
  return { ...ship, owed: goal - ship.paidOut }
}

/**
 * Lets so many seconds pass. `pace` slows the ship without changing where it ends: 0.3 behind an open sheet. The way is solved and not
 * stepped, so however the seconds are cut into frames the ship is at the same place to within 3 cm (the reach of `stillWay`).
 */
export function sail(quay: Quay, ship: Ship, seconds: number, pace = 1): Ship {
  if (liesStill(ship)) return ship
  const time = Math.min(longestSleep, Math.max(0, seconds)) * pace
  const hit = whenTheEndHolds(quay, ship, time)
  const sailed = hit === undefined ? glided(ship, time) : glided(heldAt(quay, ship, hit), time - hit)
  const isThere = Math.abs(sailed.owed) < stillWay && Math.abs(sailed.speed) < stillSpeed
  return isThere ? { paidOut: within(quay, sailed.paidOut + sailed.owed), speed: 0, owed: 0 } : sailed
}

export const liesStill = (ship: Ship): boolean => ship.speed === 0 && ship.owed === 0

export const chainageOf = (quay: Quay, ship: Ship): number => chainageFor(quay, ship.paidOut)

/**
 * A critically damped spring from where the ship is to where the hand wants it, left to itself: with τ = `settling` and y the way from
 * the goal, y(t) = (y₀ + (v₀ + y₀/τ) t) e^(−t/τ).
 */
function glided(ship: Ship, seconds: number): Ship {
  const goal = ship.paidOut + ship.owed
  const push = pushOf(ship)
  const kept = Math.exp(-seconds / settling)
  const away = (push * seconds - ship.owed) * kept
  return { paidOut: goal + away, speed: (ship.speed - (push * seconds) / settling) * kept, owed: -away }
}

/** v₀ + y₀/τ: how hard the ship is driven beyond its goal, in metres per second. */
const pushOf = ({ speed, owed }: Ship): number => speed - owed / settling

/** Seconds after which the end of the quay stops a ship that shoots beyond its goal; undefined where nothing does in this time. */
function whenTheEndHolds(quay: Quay, ship: Ship, seconds: number): number | undefined {
  const push = pushOf(ship)
  const turning = push === 0 ? seconds : (ship.speed * settling) / push
  const furthest = turning > 0 && turning < seconds ? turning : seconds
  const isOutside = (time: number) => {
    const { paidOut } = glided(ship, time)
    return paidOut < quay.from - 1e-9 || paidOut > quay.to + 1e-9
  }
  if (!isOutside(furthest)) return undefined
  let [inside, outside] = [0, furthest]
  while (outside - inside > 1e-9) {
    const middle = (inside + outside) / 2
    if (isOutside(middle)) outside = middle
    else inside = middle
  }
  return inside
}

/** Against the end of the quay: no way on, and what the hand wants as before. */
function heldAt(quay: Quay, ship: Ship, time: number): Ship {
  const goal = ship.paidOut + ship.owed
  const paidOut = within(quay, glided(ship, time).paidOut)
  return { paidOut, speed: 0, owed: goal - paidOut }
}

const within = (quay: Quay, metres: number): number => Math.min(quay.to, Math.max(quay.from, metres))
