import { z } from 'zod'
import {
  type AtRest,
  atRestOf,
  drawnTurns,
  type Measured,
  noTrack,
  type RestProblem,
  type Track,
  type TurnProblem,
  tracked,
  turnOf,
} from './calibration.ts'
import { type HelmDriver, withCalibration } from './helm-driver.ts'

/** One thing the wheel of a station did, as its driver hears it and before any setting is applied. */
export const HelmSight = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connected') }),
  z.strictObject({ type: z.literal('lost') }),
  /** The counts of an encoder, the number of pulses so far, or where an axis stands. */
  z.strictObject({
    type: z.literal('turned'),
    raw: z
      .number()
      .min(-(2 ** 40))
      .max(2 ** 40),
  }),
  z.strictObject({ type: z.literal('pressed') }),
])
export type HelmSight = z.infer<typeof HelmSight>

/** A wheel that can be calibrated. */
export type Wheel = Exclude<HelmDriver, { kind: 'none' }>

type Step =
  | { readonly at: 'ready' }
  /** Nobody touches the wheel. */
  | { readonly at: 'resting'; readonly track: Track }
  /** One full turn to starboard; of a wheel of limited turn, hard over. */
  | { readonly at: 'turning'; readonly rest: AtRest; readonly track: Track }
  | { readonly at: 'found'; readonly measured: Measured }
  | { readonly at: 'failed'; readonly problem: RestProblem | TurnProblem | 'lost' }

export type Calibrating = {
  readonly step: Step
  /** As a screen says it; unknown until one has. */
  readonly device: 'unknown' | 'ready' | 'lost'
  /** All that was seen since the page was opened, for drawing the wheel. */
  readonly track: Track
  readonly raw: number | undefined
  /** When the hub was last pressed counts up by one. */
  readonly presses: number
}

export type CalibratingEvent =
  | { readonly type: 'begun' }
  | { readonly type: 'saw'; readonly sight: HelmSight }
  /** The seconds of rest are over. */
  | { readonly type: 'rested' }
  | { readonly type: 'turned' }
  | { readonly type: 'leftOff' }

export const notCalibrating: Calibrating = {
  step: { at: 'ready' },
  device: 'unknown',
  track: noTrack,
  raw: undefined,
  presses: 0,
}

/** Takes the calibrating of a wheel, read as it is now, one event further. */
export function calibrate(now: Calibrating, event: CalibratingEvent, wheel: Wheel): Calibrating {
  switch (event.type) {
    case 'begun':
      return { ...now, step: { at: 'resting', track: begunAt(now.raw) } }
    case 'leftOff':
      return { ...now, step: { at: 'ready' } }
    case 'rested': {
      if (now.step.at !== 'resting') return now
      const rest = atRestOf(wheel, now.step.track)
      const step: Step = rest.ok
        ? { at: 'turning', rest: rest.value, track: begunAt(now.raw) }
        : { at: 'failed', problem: rest.error }
      return { ...now, step }
    }
    case 'turned': {
      if (now.step.at !== 'turning') return now
      const measured = turnOf(wheel, now.step.rest, now.step.track)
      const step: Step = measured.ok
        ? { at: 'found', measured: measured.value }
        : { at: 'failed', problem: measured.error }
      return { ...now, step }
    }
    case 'saw':
      return sawOf(now, event.sight, wheel)
  }
}

/** The wheel as it is drawn, in turns: by what was just found out, so that staff see whether it follows their hands. */
export function shownTurns({ step, track }: Calibrating, wheel: Wheel): number {
  const calibration = step.at === 'found' ? step.measured.calibration : undefined
  return drawnTurns(withCalibration(wheel, calibration), track)
}

function sawOf(now: Calibrating, sight: HelmSight, wheel: Wheel): Calibrating {
  const measuring = now.step.at === 'resting' || now.step.at === 'turning'
  switch (sight.type) {
    case 'connected':
      // What is plugged in again may count from anywhere; a measuring that was under way is worth nothing.
      if (now.device !== 'lost') return { ...now, device: 'ready' }
      return { ...now, device: 'ready', track: noTrack, raw: undefined }
    case 'lost':
      return { ...now, device: 'lost', step: measuring ? { at: 'failed', problem: 'lost' } : now.step }
    case 'pressed': {
      const pressed = { ...now, presses: now.presses + 1 }
      return now.step.at === 'turning' ? calibrate(pressed, { type: 'turned' }, wheel) : pressed
    }
    case 'turned': {
      const { step } = now
      const wavers = step.at === 'turning' ? step.rest.wavers : 0
      return {
        ...now,
        device: 'ready',
        raw: sight.raw,
        track: tracked(now.track, sight.raw),
        step:
          step.at === 'resting' || step.at === 'turning'
            ? { ...step, track: tracked(step.track, sight.raw, wavers) }
            : step,
      }
    }
  }
}

/** A track that begins where the wheel was last seen, so that its very first step counts. */
const begunAt = (raw: number | undefined): Track => (raw === undefined ? noTrack : tracked(noTrack, raw))
