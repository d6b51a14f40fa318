import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lying, standing } from './river-scene.ts'
import { risen, shore, shoreLength, thingsAhead } from './shore.ts'
import { onSheet } from './view.ts'

const anyWay = fc.double({ min: -5000, max: 50_000, noNaN: true })

describe('the shore that passes', () => {
  test('shows the same after the whole way as at the beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), (travelled) => {
        expect(thingsAhead(travelled + shoreLength)).toEqual(thingsAhead(travelled))
      }),
    )
  })

  test('is printed from the farthest thing to the nearest, and leaves out none', () => {
    fc.assert(
      fc.property(anyWay, (travelled) => {
        const ends = thingsAhead(travelled).map(({ thing, ahead }) => ahead + thing.long)
        expect(ends).toEqual(ends.toSorted((a, b) => b - a))
        expect(ends).toHaveLength(shore.length)
      }),
    )
  })

  test('lets nothing jump: what begins again far away has no height yet, and what has gone is off the sheet', () => {
    expect(risen(shoreLength - 90)).toBe(0)
    for (const { view } of [lying, standing]) expect(onSheet(view, 0, 3, 6)[0]).toBeLessThan(0)
  })
})
