import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenLine, gouge, gougePath, type Point } from './gouge.ts'

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true })
const anyPoint: fc.Arbitrary<Point> = fc.tuple(coordinate, coordinate)

describe('a stroke of the gouge', () => {
  test('is as thick as asked at its thickest', () => {
    const { above, below } = gouge([0, 0], [100, 0], 8)
    // A quadratic curve reaches half way to its control point, so the two sides are `thickness` apart there.
    expect((below[1] - above[1]) / 2).toBe(8)
  })

  test('runs from its first point to its second, whatever they are', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (from, to) => {
        const stroke = gouge(from, to, 5, 2)
        expect([stroke.from, stroke.to]).toEqual([from, to])
        expect([...stroke.above, ...stroke.below].every(Number.isFinite)).toBe(true)
      }),
    )
  })

  test('is a closed path for SVG', () => {
    expect(gougePath(gouge([0, 2], [10, 2], 2))).toBe('M0 2Q5 0 10 2Q5 4 0 2Z')
  })
})

describe('a broken line', () => {
  test('leaves gaps: its cuts together are shorter than the way', () => {
    const way: Point[] = [
      [0, 0],
      [400, 0],
    ]
    const cuts = brokenLine(way, { stroke: 40, gap: 12, thickness: 4 }, seededChance(1))
    const length = cuts.reduce(
      (sum, cut) => sum + Math.max(...cut.map(([x]) => x)) - Math.min(...cut.map(([x]) => x)),
      0,
    )
    expect(cuts.length).toBeGreaterThan(5)
    expect(length).toBeLessThan(400)
  })
})
