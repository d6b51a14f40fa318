import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainageFor, paidOutFor, type Quay, quayOf } from './quay.ts'
import { chainageOf, liesStill, makeFor, type Ship, sail, shipAt, turnHelm } from './ship.ts'

const stops = [0, 480, 700, 1120, 1480, 1500, 2010, 2060, 2690, 2740, 2760, 2800]
const quay = quayOf(0, 2800, stops, 100)

const anyTurns = fc.double({ min: -6, max: 6, noNaN: true })
const anyStart = fc.double({ min: 0, max: 2800, noNaN: true })

/** What hands did, one after the other: turns, and the seconds until the next. */
const anyHands = fc.array(fc.record({ turns: anyTurns, seconds: fc.double({ min: 0, max: 0.25, noNaN: true }) }), {
  minLength: 1,
  maxLength: 30,
})
const anyCuts = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 })

/** A time cut into parts that stand to each other as `cuts` do. */
function cutUp(seconds: number, cuts: readonly number[]): readonly number[] {
  const whole = cuts.reduce((sum, cut) => sum + cut, 0)
  return cuts.map((cut) => (seconds * cut) / whole)
}

function atRest(from: Ship, on: Quay = quay): Ship {
  let ship = from
  for (let steps = 0; steps < 2000 && !liesStill(ship); steps += 1) ship = sail(on, ship, 1 / 60)
  return ship
}

describe('a ship', () => {
  test('goes as far as the helm was turned, and then lies still', () => {
    const ship = atRest(turnHelm(quay, shipAt(quay, 900), 1.5))
    expect(liesStill(ship)).toBe(true)
    expect(chainageOf(quay, ship)).toBeCloseTo(1050, 1)
  })

  test('never passes the ends of the quay, and leaves them as soon as the helm is turned back', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyTurns, { maxLength: 12 }), (start, turns) => {
        let ship = shipAt(quay, start)
        for (const turn of turns) {
          ship = sail(quay, turnHelm(quay, ship, turn), 0.2)
          expect(chainageOf(quay, ship)).toBeGreaterThanOrEqual(0)
          expect(chainageOf(quay, ship)).toBeLessThanOrEqual(2800)
        }
        const atEnd = atRest(turnHelm(quay, ship, 40))
        expect(chainageOf(quay, atEnd)).toBeCloseTo(2800, 3)
        expect(chainageOf(quay, atRest(turnHelm(quay, atEnd, -0.5)))).toBeCloseTo(2750, 0)
      }),
    )
  })

  test('is never held at a stop, however slowly the helm is turned', () => {
    let ship = shipAt(quay, 1470)
    for (let click = 0; click < 240; click += 1) ship = atRest(turnHelm(quay, ship, 1 / 600))
    expect(chainageOf(quay, ship)).toBeCloseTo(1510, 0)
  })

  test('is at the same place at every moment, however the time is cut into frames: to 3 cm', () => {
    fc.assert(
      fc.property(anyStart, anyHands, anyCuts, (start, hands, cuts) => {
        let [uneven, even] = [shipAt(quay, start), shipAt(quay, start)]
        for (const { turns, seconds } of hands) {
          uneven = turnHelm(quay, uneven, turns)
          even = turnHelm(quay, even, turns)
          for (const length of cutUp(seconds, cuts)) uneven = sail(quay, uneven, length)
          even = sail(quay, even, seconds)
          expect(Math.abs(chainageOf(quay, uneven) - chainageOf(quay, even))).toBeLessThan(0.03)
        }
        expect(chainageOf(quay, atRest(uneven))).toBeCloseTo(chainageOf(quay, atRest(even)), 6)
      }),
    )
  })

  test('moves evenly on a screen whose frames come a little early and late', () => {
    let ship = turnHelm(quay, shipAt(quay, 800), 3)
    ship = sail(quay, ship, 0.2)
    const steps = [0.0161, 0.0172, 0.0164, 0.0169, 0.0166].map((seconds) => {
      const before = ship.paidOut
      ship = sail(quay, ship, seconds)
      return (ship.paidOut - before) / seconds
    })
    for (const [i, speed] of steps.slice(1).entries()) expect(speed / (steps[i] ?? 0)).toBeCloseTo(1, 1)
  })

  test('stops at the end of the quay without a bounce when it shoots beyond its goal', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.24, noNaN: true }), (seconds) => {
        let ship = turnHelm(quay, shipAt(quay, 2300), 6)
        for (let frame = 0; frame < 6; frame += 1) ship = sail(quay, ship, 0.1)
        ship = turnHelm(quay, ship, -0.02)
        for (let frame = 0; frame < 20; frame += 1) {
          ship = sail(quay, ship, seconds)
          expect(chainageOf(quay, ship)).toBeLessThanOrEqual(2800)
          expect(ship.paidOut).toBeLessThanOrEqual(2800 + 1e-6)
        }
        expect(chainageOf(quay, atRest(ship))).toBeCloseTo(chainageFor(quay, 2798), 1)
      }),
    )
  })

  test('sails on to 5,500 m where a pack has stops there, by the same rules', () => {
    const long = quayOf(0, 5500, [...stops, 3400, 4230, 5500], 100)
    const ship = atRest(turnHelm(long, shipAt(long, 2800), 60), long)
    expect(chainageOf(long, ship)).toBeCloseTo(5500, 3)
    expect(chainageOf(long, atRest(turnHelm(long, ship, -60), long))).toBeCloseTo(0, 3)
  })

  test('comes to rest at the stop it was sent to', () => {
    for (const stop of stops)
      expect(chainageOf(quay, atRest(makeFor(quay, shipAt(quay, 1300), stop)))).toBeCloseTo(stop, 1)
  })

  test('has speed that begins softly: nothing leaps when the helm is jerked', () => {
    const jerked = sail(quay, turnHelm(quay, shipAt(quay, 900), 1), 1 / 60)
    expect(chainageOf(quay, jerked) - 900).toBeLessThan(0.2)
  })
})

describe('the notch at a stop', () => {
  test('lets the way go on always: more helm is never less way', () => {
    fc.assert(
      fc.property(anyStart, anyStart, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        expect(chainageFor(quay, more)).toBeGreaterThanOrEqual(chainageFor(quay, less))
      }),
    )
  })

  test('is felt: in its middle the same turn moves the ship a fifth as far', () => {
    expect(chainageFor(quay, 1120.1) - 1120).toBeCloseTo(0.02, 2)
    expect(chainageFor(quay, 1300.1) - 1300).toBeCloseTo(0.1, 9)
  })

  test('can be undone: every chainage has its length of line', () => {
    fc.assert(
      fc.property(anyStart, (chainage) => Math.abs(chainageFor(quay, paidOutFor(quay, chainage)) - chainage) < 1e-3),
    )
  })

  test('never overlaps its neighbour, even where a turn takes the ship a kilometre', () => {
    const long = quayOf(0, 2800, stops, 1000)
    for (let s = 0; s < 2800; s += 0.5) expect(chainageFor(long, s + 0.5)).toBeGreaterThanOrEqual(chainageFor(long, s))
  })
})
