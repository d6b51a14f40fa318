import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AxisSettings, readAxis, unreadAxis } from './axis.ts'

const settings = AxisSettings.parse({ deadZone: 0.1 })

function turnsOf(samples: ReadonlyArray<readonly [axis: number, seconds: number]>, how = settings): number {
  let reading = unreadAxis
  let turns = 0
  for (const [axis, seconds] of samples) {
    const read = readAxis(reading, axis, seconds, how)
    reading = read.reading
    turns += read.turns
  }
  return turns
}

const anyAxis = fc.double({ min: -1, max: 1, noNaN: true })

describe('a wheel of limited turn that steers by rate', () => {
  test('sails on while it is held over, twice as far in twice the time', () => {
    expect(turnsOf([[0, 0.1], ...Array.from({ length: 10 }, () => [1, 0.1] as const)])).toBeCloseTo(0.5)
    expect(turnsOf([[0, 0.1], ...Array.from({ length: 20 }, () => [-1, 0.1] as const)])).toBeCloseTo(-1)
  })

  test('steers nothing in its dead zone, and softly beyond it', () => {
    expect(
      turnsOf([
        [0.1, 0.2],
        [-0.09, 0.2],
      ]),
    ).toBe(0)
    expect(
      turnsOf([
        [0, 0.2],
        [0.101, 0.2],
      ]),
    ).toBeLessThan(0.001)
  })

  test('steers as far in many short frames as in few long ones', () => {
    fc.assert(
      fc.property(anyAxis, fc.integer({ min: 1, max: 20 }), (axis, parts) => {
        const cut = Array.from({ length: parts }, () => [axis, 0.2 / parts] as const)
        expect(turnsOf([[0, 0], ...cut])).toBeCloseTo(
          turnsOf([
            [0, 0],
            [axis, 0.2],
          ]),
          9,
        )
      }),
    )
  })

  test('moves nothing when it is plugged in hard over, until it has been in the middle', () => {
    expect(
      turnsOf([
        [1, 0.1],
        [0.8, 0.1],
        [0.5, 0.1],
      ]),
    ).toBe(0)
    expect(
      turnsOf([
        [1, 0.1],
        [0, 0.1],
        [1, 0.1],
      ]),
    ).toBeCloseTo(0.05)
  })

  test('may be mounted the other way round and off its middle', () => {
    const skewed = AxisSettings.parse({ centre: 0.2, travel: 0.6, direction: 'reversed', deadZone: 0 })
    expect(
      turnsOf(
        [
          [0.2, 0],
          [0.8, 0.2],
        ],
        skewed,
      ),
    ).toBeCloseTo(-0.1)
  })
})

describe('a wheel of limited turn that steers by position', () => {
  const byPlace = AxisSettings.parse({ steers: 'position', turnsToStop: 3, deadZone: 0 })

  test('takes the ship along and brings it back', () => {
    expect(
      turnsOf(
        [
          [0, 0],
          [0.5, 0],
        ],
        byPlace,
      ),
    ).toBeCloseTo(1.5)
    fc.assert(
      fc.property(fc.array(anyAxis, { minLength: 1, maxLength: 30 }), (places) => {
        const there = places.map((axis) => [axis, 0.016] as const)
        const home = [places[0] ?? 0, 0.016] as const
        expect(turnsOf([...there, home], byPlace)).toBeCloseTo(0, 9)
      }),
    )
  })

  test('moves nothing with the first place it is seen in', () => {
    fc.assert(fc.property(anyAxis, (axis) => turnsOf([[axis, 0.1]], byPlace) === 0))
  })
})
