import { fail, ok, type Result } from '@riverside/kit'
import { overOf } from './axis.ts'
import { stepBetween, withPlay } from './counts.ts'
import { HelmCalibration, type HelmDriver } from './helm-driver.ts'

/** What one measuring has seen of a wheel: its raw values, in the counts of its encoder or the units of its axis. */
export type Track = {
  readonly first: number | undefined
  readonly last: number | undefined
  /** How far it went in all, with its sign, and the extremes on the way; from `first`. */
  readonly way: number
  readonly highest: number
  readonly lowest: number
  /** How far it went to and fro, without sign and without what wavers. */
  readonly path: number
  readonly play: number
  /** Reports that no hand explains, and times the counter ran over. */
  readonly leaps: number
  readonly wraps: number
}

export const noTrack: Track = {
  first: undefined,
  last: undefined,
  way: 0,
  highest: 0,
  lowest: 0,
  path: 0,
  play: 0,
  leaps: 0,
  wraps: 0,
}

/** The longest step between two reports of an encoder nobody knows yet, in counts: well below half a counter of 16 bits. */
const longestStep = 8192

/** Adds one raw value. `wavers`: by how much the wheel wavers at rest, either way. */
export function tracked(track: Track, raw: number, wavers = 0): Track {
  if (track.last === undefined) return { ...track, first: raw, last: raw }
  const between = stepBetween(track.last, raw, longestStep)
  if (!between) return { ...track, last: raw, leaps: track.leaps + 1 }
  const { moved, play } = withPlay(track.play, between.step, wavers)
  const way = track.way + between.step
  return {
    ...track,
    last: raw,
    way,
    highest: Math.max(track.highest, way),
    lowest: Math.min(track.lowest, way),
    path: track.path + Math.abs(moved),
    play,
    wraps: track.wraps + (between.wrapped ? 1 : 0),
  }
}

/** A wheel that nobody touched: where it lay, and how far it wavered either way. */
export type AtRest = { readonly middle: number; readonly wavers: number }

export type RestProblem = 'was-moved' | 'leaps'

/** A wheel that is really at rest wavers by less than this: counts, units of an axis. */
const restReach = { counter: 25, axis: 0.08 } as const

/** Judges a wheel at rest; an encoder that reports only turns says nothing at all, and that is calm. */
export function atRestOf(driver: HelmDriver, track: Track): Result<AtRest, RestProblem> {
  if (track.leaps > 0) return fail('leaps')
  const wavers = (track.highest - track.lowest) / 2
  const reach = restReach[driver.kind === 'gamepad' ? 'axis' : 'counter']
  if (wavers > reach) return fail('was-moved')
  const middle = (track.first ?? 0) + (track.highest + track.lowest) / 2
  return ok({ middle, wavers })
}

export type TurnProblem =
  /** Nothing came, or no more than a wheel at rest wavers. */
  | 'not-moved'
  /** So few counts for a turn that steering would be by jerks. */
  | 'too-few'
  /** It went back on the way, so that nobody knows how far it was. */
  | 'to-and-fro'
  /** What it wavers at rest is a large part of what it says in a turn. */
  | 'noisy'
  /** Reports that no hand explains. */
  | 'leaps'

export type TurnNote =
  | 'wrapped'
  /** The other direction than the one in force: either that was wrong, or the wheel was turned to port. */
  | 'other-way'
  /** Nearly a whole multiple or part of the counts in force: perhaps not one turn. */
  | 'other-number-of-turns'

export type Measured = {
  readonly calibration: HelmCalibration
  /** As it was counted, before it was brought to a usual number. */
  readonly raw: number
  readonly notes: readonly TurnNote[]
}

/** An encoder with fewer counts a turn moves the ship in steps that can be seen. */
const fewestCounts = 12

/** Counts a turn that encoders are made with; a hand's turn is right to about three in a hundred. */
const usualCounts = [
  12, 16, 20, 24, 30, 32, 36, 40, 48, 60, 64, 72, 80, 96, 100, 120, 128, 144, 160, 180, 192, 200, 240, 250, 256, 300,
  320, 360, 384, 400, 480, 500, 512, 600, 720, 800, 900, 1000, 1024, 1200, 1440, 1600, 1800, 2000, 2048, 2400, 2500,
  3600, 4000, 4096, 5000, 7200, 8000, 8192, 10_000, 14_400, 16_384, 20_000,
]
const usualWithin = 0.03

/**
 * What one full turn to starboard says of an encoder, or one turn hard to starboard of an axis. `driver` is what is in force now;
 * of kind `none` there is nothing to measure.
 */
export function turnOf(
  driver: Exclude<HelmDriver, { kind: 'none' }>,
  rest: AtRest,
  track: Track,
): Result<Measured, TurnProblem> {
  if (track.leaps > 0) return fail('leaps')
  return driver.kind === 'gamepad' ? axisTurn(driver, rest, track) : counterTurn(driver, rest, track)
}

function counterTurn(
  driver: Extract<HelmDriver, { kind: 'serial' | 'pulse-keys' }>,
  { wavers }: AtRest,
  track: Track,
): Result<Measured, TurnProblem> {
  const raw = Math.abs(track.way)
  if (raw <= 2 * wavers + 1) return fail('not-moved')
  if (track.path > raw * 1.15 + 2) return fail('to-and-fro')
  if (raw < fewestCounts) return fail('too-few')
  if (wavers > raw * 0.02) return fail('noisy')
  const countsPerTurn = usualOf(raw)
  const direction = track.way > 0 ? 'normal' : 'reversed'
  const notes: readonly (TurnNote | false)[] = [
    track.wraps > 0 && 'wrapped',
    direction !== driver.direction && 'other-way',
    isOtherNumber(countsPerTurn / driver.countsPerTurn) && 'other-number-of-turns',
  ]
  const calibration = { kind: driver.kind, countsPerTurn, direction, deadZone: Math.ceil(wavers) } as const
  return ok({ calibration, raw, notes: notes.filter((note) => note !== false) })
}

function axisTurn(
  driver: Extract<HelmDriver, { kind: 'gamepad' }>,
  { middle, wavers }: AtRest,
  track: Track,
): Result<Measured, TurnProblem> {
  const from = track.first ?? middle
  const [up, down] = [from + track.highest - middle, from + track.lowest - middle]
  const [raw, back] = up > -down ? [up, -down] : [-down, up]
  if (raw <= 2 * wavers + 0.04) return fail('not-moved')
  if (back > raw * 0.3) return fail('to-and-fro')
  if (raw < 0.15) return fail('too-few')
  if (wavers > raw * 0.15) return fail('noisy')
  const direction = up > -down ? 'normal' : 'reversed'
  const calibration = HelmCalibration.parse({
    kind: 'gamepad',
    centre: rounded(Math.min(1, Math.max(-1, middle))),
    travel: rounded(raw * 0.98),
    direction,
    // Twice what it wavers, and never less than a hand that rests on the wheel.
    deadZone: rounded(Math.min(0.5, Math.max(0.03, (2 * wavers) / raw))),
  })
  return ok({ calibration, raw, notes: direction === driver.direction ? [] : ['other-way'] })
}

/** How far a wheel is turned from where it was first seen, for drawing it: in turns of the helm, positive to starboard. */
export function drawnTurns(driver: HelmDriver, track: Track): number {
  if (driver.kind === 'none') return 0
  if (driver.kind === 'gamepad') return track.last === undefined ? 0 : overOf(track.last, driver) / 4
  const turns = track.way / driver.countsPerTurn
  return driver.direction === 'reversed' ? 0 - turns : turns
}

function usualOf(raw: number): number {
  const nearest = usualCounts.reduce((best, usual) => (Math.abs(usual - raw) < Math.abs(best - raw) ? usual : best))
  return Math.abs(nearest - raw) <= raw * usualWithin ? nearest : Math.round(raw)
}

/** A ratio close to 2, 3, 4, ½, ⅓ or ¼. */
function isOtherNumber(ratio: number): boolean {
  const times = Math.max(ratio, 1 / ratio)
  const whole = Math.round(times)
  return whole >= 2 && whole <= 4 && Math.abs(times - whole) < whole * 0.04
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
