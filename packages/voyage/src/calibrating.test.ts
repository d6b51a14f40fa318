import { describe, expect, test } from 'vitest'
import {
  type Calibrating,
  type CalibratingEvent,
  calibrate,
  type HelmSight,
  notCalibrating,
  shownTurns,
  type Wheel,
} from './calibrating.ts'
import { HelmDriver } from './helm-driver.ts'

const wheel = HelmDriver.parse({ kind: 'serial', device: '/dev/helm' }) as Wheel
const saw = (sight: HelmSight): CalibratingEvent => ({ type: 'saw', sight })
const turn = (...raws: readonly number[]): readonly CalibratingEvent[] =>
  raws.map((raw) => saw({ type: 'turned', raw }))
const after = (...events: readonly CalibratingEvent[]): Calibrating =>
  events.reduce((now, event) => calibrate(now, event, wheel), notCalibrating)
const aTurn = [100, 250, 400, 550, 700]

describe('calibrating a wheel', () => {
  test('goes from rest to a turn to what was found, and draws the wheel by that', () => {
    const found = after(...turn(100), { type: 'begun' }, { type: 'rested' }, ...turn(...aTurn), { type: 'turned' })
    expect(found.step).toMatchObject({ at: 'found', measured: { calibration: { countsPerTurn: 600 } } })
    expect(shownTurns(found, wheel)).toBeCloseTo(1)
    const reversed = after(...turn(700), { type: 'begun' }, { type: 'rested' }, ...turn(550, 400, 250, 100), {
      type: 'turned',
    })
    expect(shownTurns(reversed, wheel)).toBeCloseTo(1)
  })

  test('ends the turn by the hub, so that nobody has to let go of the wheel', () => {
    const found = after({ type: 'begun' }, { type: 'rested' }, ...turn(...aTurn), saw({ type: 'pressed' }))
    expect(found.step.at).toBe('found')
    expect(found.presses).toBe(1)
  })

  test('counts the very first step of a turn', () => {
    const found = after(...turn(0), { type: 'begun' }, { type: 'rested' }, ...turn(300, 600), { type: 'turned' })
    expect(found.step).toMatchObject({ at: 'found', measured: { raw: 600 } })
  })

  test.each([
    ['was-moved', [{ type: 'begun' }, ...turn(0, 200), { type: 'rested' }]],
    ['not-moved', [{ type: 'begun' }, { type: 'rested' }, { type: 'turned' }]],
    ['lost', [{ type: 'begun' }, { type: 'rested' }, ...turn(0, 200), saw({ type: 'lost' })]],
  ] as const)('fails as %s, and can be begun again', (problem, events) => {
    const failed = after(...events)
    expect(failed.step).toEqual({ at: 'failed', problem })
    expect(calibrate(failed, { type: 'begun' }, wheel).step.at).toBe('resting')
  })

  test('does not take the counts of a wheel plugged in again for a turn', () => {
    const again = after(...turn(500), saw({ type: 'lost' }), saw({ type: 'connected' }), ...turn(0, 6))
    expect(shownTurns(again, wheel)).toBeCloseTo(0.01)
    expect(again.device).toBe('ready')
  })
})
