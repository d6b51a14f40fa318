import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atRestOf, noTrack, type Track, tracked, turnOf } from './calibration.ts'
import { HelmDriver, withCalibration } from './helm-driver.ts'

const serial = HelmDriver.parse({ kind: 'serial', device: '/dev/helm' }) as Extract<HelmDriver, { kind: 'serial' }>
const wheel = HelmDriver.parse({ kind: 'gamepad' }) as Extract<HelmDriver, { kind: 'gamepad' }>
const calm = { middle: 0, wavers: 0 }

const track = (raws: readonly number[], wavers = 0): Track =>
  raws.reduce((before, raw) => tracked(before, raw, wavers), noTrack)
/** Raw values from one to another in so many steps. */
const sweep = (from: number, to: number, steps = 40): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps).map((raw) =>
    Math.abs(to) > 2 ? Math.round(raw) : raw,
  )

describe('a wheel that nobody touches', () => {
  test('is calm when it says nothing at all', () => {
    expect(atRestOf(serial, noTrack)).toEqual({ ok: true, value: { middle: 0, wavers: 0 } })
  })

  test('says how far it wavers, and where its middle is', () => {
    expect(atRestOf(serial, track([100, 102, 99, 101]))).toMatchObject({ ok: true, value: { wavers: 1.5 } })
    const rest = atRestOf(wheel, track([0.1, 0.12, 0.08]))
    expect(rest.ok && rest.value.middle).toBeCloseTo(0.1)
    expect(rest.ok && rest.value.wavers).toBeCloseTo(0.02)
  })

  test('is not believed when it was moved', () => {
    expect(atRestOf(serial, track(sweep(0, 200)))).toEqual({ ok: false, error: 'was-moved' })
    expect(atRestOf(wheel, track(sweep(0, 0.5)))).toEqual({ ok: false, error: 'was-moved' })
    expect(atRestOf(serial, track([0, 1_000_000]))).toEqual({ ok: false, error: 'leaps' })
  })
})

describe('one full turn to starboard', () => {
  test('gives the counts of a turn and the direction, brought to the usual number of such encoders', () => {
    expect(turnOf(serial, calm, track(sweep(40, 40 + 593)))).toMatchObject({
      ok: true,
      value: { calibration: { kind: 'serial', countsPerTurn: 600, direction: 'normal' }, raw: 593, notes: [] },
    })
    expect(turnOf(serial, calm, track(sweep(0, -2391)))).toMatchObject({
      ok: true,
      value: {
        calibration: { countsPerTurn: 2400, direction: 'reversed' },
        notes: ['other-way', 'other-number-of-turns'],
      },
    })
  })

  test('is right to three in a hundred for any encoder, either way round, wherever its counter stands', () => {
    const anyTurn = fc.tuple(
      fc.integer({ min: 12, max: 50_000 }),
      fc.boolean(),
      fc.integer({ min: -40_000, max: 40_000 }),
    )
    fc.assert(
      fc.property(anyTurn, fc.constantFrom(2 ** 16, 2 ** 32), ([counts, reversed, start], wrap) => {
        const signed = (value: number) => ((((value + wrap / 2) % wrap) + wrap) % wrap) - wrap / 2
        const raws = sweep(start, start + (reversed ? -counts : counts)).map(signed)
        const measured = turnOf(serial, calm, track(raws.map(Math.round)))
        expect(measured.ok).toBe(true)
        if (!measured.ok || measured.value.calibration.kind !== 'serial') return
        expect(Math.abs(measured.value.calibration.countsPerTurn / counts - 1)).toBeLessThan(0.15)
        expect(measured.value.raw).toBeGreaterThan(counts - 3)
        expect(measured.value.calibration.direction).toBe(reversed ? 'reversed' : 'normal')
      }),
    )
  })

  test('says that the counter ran over on the way, and counts on', () => {
    expect(turnOf(serial, calm, track([65_300, 65_500, 164, 364]))).toMatchObject({
      ok: true,
      value: { calibration: { countsPerTurn: 600 }, notes: ['wrapped'] },
    })
  })

  test('takes the dead zone from what it wavered at rest', () => {
    const rest = { middle: 0, wavers: 1.5 }
    expect(turnOf(serial, rest, track(sweep(0, 600), 1.5))).toMatchObject({
      ok: true,
      value: { calibration: { deadZone: 2 } },
    })
  })

  test.each([
    ['not-moved', []],
    ['not-moved', [7, 7, 7]],
    ['too-few', sweep(0, 8, 8)],
    ['to-and-fro', [...sweep(0, 600), ...sweep(600, 300)]],
    ['leaps', [...sweep(0, 300), 900_000]],
  ] as const)('is refused as %s where it was none', (problem, raws) => {
    expect(turnOf(serial, calm, track(raws))).toEqual({ ok: false, error: problem })
  })

  test('is refused as noisy where the wheel wavers as much as it turns', () => {
    expect(turnOf(serial, { middle: 0, wavers: 20 }, track(sweep(0, 400), 20))).toEqual({ ok: false, error: 'noisy' })
  })
})

describe('a wheel of limited turn, hard over to starboard', () => {
  test('gives its middle, its way to the stop, its direction and its dead zone', () => {
    const rest = { middle: 0.1, wavers: 0.02 }
    expect(turnOf(wheel, rest, track([...sweep(0.11, -0.7), ...sweep(-0.7, 0.09)]))).toMatchObject({
      ok: true,
      value: {
        calibration: { kind: 'gamepad', centre: 0.1, travel: 0.784, direction: 'reversed', deadZone: 0.05 },
        notes: ['other-way'],
      },
    })
  })

  test.each([
    ['not-moved', [0, 0.01, 0]],
    ['too-few', sweep(0, 0.1)],
    ['to-and-fro', [...sweep(0, 0.8), ...sweep(0.8, -0.6)]],
  ] as const)('is refused as %s where it was not', (problem, raws) => {
    expect(turnOf(wheel, calm, track(raws))).toEqual({ ok: false, error: problem })
  })
})

describe('a calibration', () => {
  test('takes the place of the station file for its own kind of wheel and no other', () => {
    const measured = { kind: 'serial', countsPerTurn: 1024, direction: 'reversed', deadZone: 1 } as const
    expect(withCalibration(serial, measured)).toEqual({ ...serial, ...measured })
    expect(withCalibration(wheel, measured)).toBe(wheel)
    expect(withCalibration(serial, undefined)).toBe(serial)
  })
})
