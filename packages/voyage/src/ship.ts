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
  /** Seconds of real time not yet made into a step. */
  readonly leftOver: number
}

/** Seconds in which the ship makes good all but a third of what the hand asked for. 阻力 */
const settling = 0.45

/** The step of the integration, in seconds. Whatever the frame rate, the ship goes through the same steps. */
export const stepLength = 1 / 240

/** A page that slept for longer than this (seconds) wakes where it was. */
const longestSleep = 0.25

/** Below these the ship lies still: metres per second, metres. */
const stillSpeed = 0.05
const stillWay = 0.02

export const shipAt = (quay: Quay, chainage: number): Ship => ({
  paidOut: paidOutFor(quay, Math.min(quay.to, Math.max(quay.from, chainage))),
  speed: 0,
  owed: 0,
  leftOver: 0,
})

/** The hand turned the helm by so many turns, positive to starboard: downstream. At the ends of the quay the line holds. */
export function turnHelm(quay: Quay, ship: Ship, turns: number): Ship {
  const owed = ship.owed + turns * quay.metresPerTurn
  return { ...ship, owed: Math.min(quay.to - ship.paidOut, Math.max(quay.from - ship.paidOut, owed)) }
}

/** Sends the ship to a chainage by itself, as fast as a long glide goes. */
export function makeFor(quay: Quay, ship: Ship, chainage: number): Ship {
  const goal = paidOutFor(quay, Math.min(quay.to, Math.max(quay.from, chainage)))
  return { ...ship, owed: goal - ship.paidOut }
}

/** Lets so many seconds pass. `pace` slows the ship without changing where it ends: 0.3 behind an open sheet. */
export function sail(quay: Quay, ship: Ship, seconds: number, pace = 1): Ship {
  let left = ship.leftOver + Math.min(longestSleep, Math.max(0, seconds)) * pace
  let sailing = ship
  while (left >= stepLength) {
    sailing = step(quay, sailing)
    left -= stepLength
  }
  return liesStill(sailing) ? { ...sailing, leftOver: 0 } : { ...sailing, leftOver: left }
}

export const liesStill = (ship: Ship): boolean => ship.speed === 0 && ship.owed === 0

export const chainageOf = (quay: Quay, ship: Ship): number => chainageFor(quay, ship.paidOut)

/** One step of a critically damped spring (semi-implicit Euler) from where the ship is to where the hand wants it. */
function step(quay: Quay, ship: Ship): Ship {
  if (liesStill(ship)) return ship
  const goal = ship.paidOut + ship.owed
  const pull = ship.owed / (settling * settling) - (2 * ship.speed) / settling
  const speed = ship.speed + pull * stepLength
  const paidOut = Math.min(quay.to, Math.max(quay.from, ship.paidOut + speed * stepLength))
  const owed = goal - paidOut
  if (Math.abs(owed) < stillWay && Math.abs(speed) < stillSpeed) return { ...ship, paidOut: goal, speed: 0, owed: 0 }
  return { ...ship, paidOut, speed: paidOut === ship.paidOut ? 0 : speed, owed }
}
