import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaOf, besideZone, ObjectZone, problemOf } from './index.ts'

const box = (left: number, top: number, right: number, bottom: number): [number, number][] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]
const zone = (corners: [number, number][]): ObjectZone => ({ way: 'landscape', corners })

describe('the outline of a thing behind the glass', () => {
  test('can be kept where it goes round something above the words', () => {
    expect(problemOf(zone(box(0.1, 0.1, 0.4, 0.6)))).toBeUndefined()
  })
  test.each([
    [
      'too-few-corners',
      [
        [0.1, 0.1],
        [0.4, 0.1],
        [0.4, 0.5],
      ],
    ],
    [
      'crosses-itself',
      [
        [0.1, 0.1],
        [0.4, 0.5],
        [0.4, 0.1],
        [0.1, 0.5],
      ],
    ],
    ['too-small', box(0.1, 0.1, 0.12, 0.12)],
    ['too-low', box(0.1, 0.5, 0.4, 0.9)],
  ] as [string, [number, number][]][])('is refused as %s', (problem, corners) => {
    expect(problemOf(zone(corners))).toBe(problem)
  })
  test('has the same area whichever way round it is drawn', () => {
    const corners = box(0.1, 0.2, 0.5, 0.6)
    expect(areaOf(corners)).toBeCloseTo(0.16)
    expect(areaOf([...corners].reverse())).toBeCloseTo(0.16)
  })
  test('lies on the screen', () => {
    expect(ObjectZone.safeParse(zone(box(-0.1, 0.1, 0.4, 0.6))).success).toBe(false)
  })
})

describe('a picture beside an outline', () => {
  const place = { left: 0.04, top: 0.04, width: 0.74, height: 0.68 }
  const part = fc.double({ min: 0, max: 0.73, noNaN: true })

  test('stays within its own place, and is either clear of it or worth looking at as it was', () => {
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        const corners = box(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d))
        const found = besideZone(place, corners, 0.01)
        expect(found.left).toBeGreaterThanOrEqual(place.left)
        expect(found.left + found.width).toBeLessThanOrEqual(place.left + place.width + 1e-9)
        expect(found.top).toBeGreaterThanOrEqual(place.top)
        const isClear =
          found.left >= Math.max(a, b) ||
          found.left + found.width <= Math.min(a, b) ||
          found.top >= Math.max(c, d) ||
          found.top + found.height <= Math.min(c, d)
        expect(isClear || found === place).toBe(true)
      }),
    )
  })
  test('moves to the right of a thing at the left', () => {
    const found = besideZone(place, box(0, 0.05, 0.3, 0.7), 0.02)
    expect(found.left).toBeCloseTo(0.32)
    expect(found.left + found.width).toBeCloseTo(0.78)
  })
})
