import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainageFor, paidOutFor, type Quay, quayOf } from './quay.ts'
import { chainageOf, liesStill, makeFor, type Ship, sail, shipAt, turnHelm } from './ship.ts'

const stops = [0, 480, 700, 1120, 1480, 1500, 2010, 2060, 2690, 2740, 2760, 2800]
const quay = quayOf(0, 2800, stops, 100)

const anyTurns = fc.double({ min: -6, max: 6, noNaN: true })
const anyStart = fc.double({ min: 0, max: 2800, noNaN: true })

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

  test('sails the same way at any frame rate', () => {
    const frames = fc.array(fc.double({ min: 0.001, max: 0.1, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(anyStart, anyTurns, frames, (start, turns, lengths) => {
        const begun = turnHelm(quay, shipAt(quay, start), turns)
        let uneven = begun
        for (const length of lengths) uneven = sail(quay, uneven, length)
        const seconds = lengths.reduce((sum, length) => sum + length, 0)
        let even = begun
        for (let gone = 0; gone < Math.floor(seconds * 240); gone += 1) even = sail(quay, even, 1 / 240 + 1e-12)
        expect(Math.abs(chainageOf(quay, uneven) - chainageOf(quay, even))).toBeLessThan(Math.abs(turns) * 4 + 0.1)
        expect(chainageOf(quay, atRest(uneven))).toBeCloseTo(chainageOf(quay, atRest(even)), 1)
      }),
    )
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
