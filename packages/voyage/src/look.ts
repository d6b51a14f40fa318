import type { ViewLimits } from './node.ts'

/** How far somebody looks away from the course, in degrees, and how fast the glance still drifts. 环顾 */
export type Look = {
  /** To the right of the course; any number of turns. */
  readonly aside: number
  /** Above the course's own elevation. */
  readonly above: number
  readonly asideSpeed: number
  readonly aboveSpeed: number
}

export const ahead: Look = { aside: 0, above: 0, asideSpeed: 0, aboveSpeed: 0 }

/** The house's own limits, in degrees: nobody looks so far up or down that the picture would stand on its head. */
export const houseLimits: ViewLimits = { lowest: -50, highest: 60, narrowest: 25, widest: 90 }

/** The limits on the way from one node to another, so that nobody is thrown about where they differ. `share` from 0 to 1. */
export function limitsBetween(from: ViewLimits | undefined, to: ViewLimits | undefined, share: number): ViewLimits {
  const [a, b] = [from ?? houseLimits, to ?? houseLimits]
  const mix = (one: keyof ViewLimits) => a[one] + (b[one] - a[one]) * share
  return { lowest: mix('lowest'), highest: mix('highest'), narrowest: mix('narrowest'), widest: mix('widest') }
}

/** Seconds in which a glance let go loses two thirds of its speed. */
const drift = 0.35

/** Seconds in which the view comes back to the course by two thirds while the helm is being turned. */
const comeBack = 1.6

/** Degrees per second below which a glance has come to rest. */
const still = 0.4

/** A finger moved the picture by so many degrees in so many seconds: the picture goes with the finger at once. */
export function lookBy(
  look: Look,
  course: number,
  aside: number,
  above: number,
  seconds: number,
  limits: ViewLimits = houseLimits,
): Look {
  const quick = seconds > 0 ? 1 / seconds : 0
  const next = { aside: look.aside + aside, above: within(look.above + above, course, limits) }
  return {
    ...next,
    asideSpeed: mixed(look.asideSpeed, aside * quick),
    aboveSpeed: mixed(look.aboveSpeed, above * quick),
  }
}

/** Lets the eye glide by so many degrees and come to rest there. */
export const glance = (look: Look, aside: number, above: number): Look => ({
  ...look,
  asideSpeed: aside / drift,
  aboveSpeed: above / drift,
})

/** A finger that stood still before it was lifted leaves no drift. */
export const holdLook = (look: Look): Look => ({ ...look, asideSpeed: 0, aboveSpeed: 0 })

/** Lets so many seconds pass; exact, so that frame rates do not matter. */
export function drifted(look: Look, course: number, seconds: number, limits: ViewLimits = houseLimits): Look {
  const kept = Math.exp(-seconds / drift)
  const way = drift * (1 - kept)
  const next: Look = {
    aside: look.aside + look.asideSpeed * way,
    above: within(look.above + look.aboveSpeed * way, course, limits),
    asideSpeed: look.asideSpeed * kept,
    aboveSpeed: look.aboveSpeed * kept,
  }
  return Math.hypot(next.asideSpeed, next.aboveSpeed) < still ? holdLook(next) : next
}

/** While the ship is steered the eye returns to the shore, by the shorter way round. */
export function lookBack(look: Look, seconds: number): Look {
  const kept = Math.exp(-seconds / comeBack)
  const aside = (((((look.aside + 180) % 360) + 360) % 360) - 180) * kept
  const above = look.above * kept
  return Math.hypot(aside, above) < 0.05 ? ahead : { ...look, aside, above }
}

export const looksStill = (look: Look): boolean => look.asideSpeed === 0 && look.aboveSpeed === 0

function within(above: number, course: number, { lowest, highest }: ViewLimits): number {
  return Math.min(highest - course, Math.max(lowest - course, above))
}

const mixed = (before: number, now: number): number => before * 0.4 + now * 0.6
