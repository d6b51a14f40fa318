import { z } from 'zod'
import { HelmDirection, withPlay } from './counts.ts'

/** Where the axis of a wheel of limited turn lies, in the units of the axis (−1 to 1). */
export const AxisTravel = z.strictObject({
  centre: z.number().min(-1).max(1).default(0).describe('What the axis says when nobody holds the wheel.'),
  travel: z.number().min(0.05).max(2).default(1).describe('How far the axis goes from its middle to the stop.'),
  direction: HelmDirection.default('normal'),
  deadZone: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.05)
    .describe('Share of the way to the stop that steers nothing: the wheel wavers, and no hand is that fine.'),
})
export type AxisTravel = z.infer<typeof AxisTravel>

/** How such a wheel steers. */
export const AxisSettings = AxisTravel.extend({
  /** `rate`: held over, the ship sails on, the faster the further over. `position`: the ship goes with the wheel and stops with it. */
  steers: z.enum(['rate', 'position']).default('rate'),
  turnsASecond: z.number().min(0.05).max(5).default(0.5).describe('For `rate`: turns of the helm a second, hard over.'),
  turnsToStop: z.number().min(0.1).max(100).default(1).describe('For `position`: turns from the middle to the stop.'),
})
export type AxisSettings = z.infer<typeof AxisSettings>

/** What is remembered of an axis since it was plugged in. */
export type AxisReading = {
  readonly last: number | undefined
  readonly play: number
  /** A held-over wheel steers only after it has once been seen in the middle. */
  readonly wasMiddle: boolean
}

export const unreadAxis: AxisReading = { last: undefined, play: 0, wasMiddle: false }

/** A page that slept for longer than this (seconds) steers for no longer. */
const longestSleep = 0.25

/**
 * Turns of the helm for what the axis says now, `seconds` after it was last asked; positive to starboard. A wheel that is plugged in
 * while it lies hard over moves nothing: by `rate` it must have been in the middle once, by `position` its first place is the origin.
 */
export function readAxis(
  reading: AxisReading,
  axis: number,
  seconds: number,
  settings: AxisSettings,
): { readonly reading: AxisReading; readonly turns: number } {
  const over = overOf(axis, settings)
  if (settings.steers === 'position') {
    const step = reading.last === undefined ? 0 : over - reading.last
    const { moved, play } = withPlay(reading.play, step, settings.deadZone)
    return { reading: { last: over, play, wasMiddle: true }, turns: moved * settings.turnsToStop }
  }
  const wasMiddle = reading.wasMiddle || Math.abs(over) <= settings.deadZone
  const time = Math.min(longestSleep, Math.max(0, seconds))
  const turns = wasMiddle ? pastDeadZone(over, settings.deadZone) * settings.turnsASecond * time : 0
  return { reading: { last: over, play: 0, wasMiddle }, turns }
}

/** How far over the wheel lies: −1 hard to port, 1 hard to starboard. */
export function overOf(axis: number, { centre, travel, direction }: AxisTravel): number {
  const over = Math.min(1, Math.max(-1, (axis - centre) / travel))
  return direction === 'reversed' ? 0 - over : over
}

/** 0 up to the edge of the dead zone, from there straight up to 1. */
function pastDeadZone(over: number, deadZone: number): number {
  const past = Math.max(0, Math.abs(over) - deadZone) / (1 - deadZone)
  return over < 0 ? 0 - past : past
}
