import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from './eye.ts'
import { type Area, isInside, type LabelNeeds, placeLabel } from './label-place.ts'

const tall = { width: 0.36, height: 0.45 }
const wide = { width: 0.58, height: 0.2 }
const within = { left: 0.02, top: 0.03, width: 0.96, height: 0.5 }

const block = (left: number, top: number, right: number, bottom: number): readonly Place[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
]

const needs = (silhouette: readonly Place[], more: Partial<LabelNeeds> = {}): LabelNeeds => ({
  shapes: [tall, wide],
  within,
  silhouette,
  neighbours: [],
  kept: [],
  before: undefined,
  ...more,
})

function areaOf(asked: LabelNeeds): Area {
  const { shape, left, top } = placeLabel(asked)
  const size = asked.shapes[shape]
  if (!size) throw new Error('a label without a shape')
  return { left, top, ...size }
}

function covers({ left, top, width, height }: Area, line: readonly Place[]): number {
  const cells = Array.from({ length: 400 }, (_, at) => ({
    x: left + (((at % 20) + 0.5) / 20) * width,
    y: top + ((Math.floor(at / 20) + 0.5) / 20) * height,
  }))
  return cells.filter((cell) => isInside(line, cell)).length / cells.length
}

describe('the label of a building', () => {
  test('lies in the upper right corner while the building stands elsewhere', () => {
    const area = areaOf(needs(block(0.1, 0.3, 0.4, 0.6)))
    expect(area.left + area.width).toBeCloseTo(0.98)
    expect(area.top).toBeCloseTo(0.03)
  })

  test('goes to the left of a building at the right', () => {
    const building = block(0.55, 0.1, 1.2, 0.6)
    expect(covers(areaOf(needs(building)), building)).toBeLessThan(0.02)
  })

  test('lies low and wide over a building as wide as the screen', () => {
    const building = block(-0.4, 0.27, 1.5, 0.6)
    const area = areaOf(needs(building))
    expect(area.height).toBe(wide.height)
    expect(covers(area, building)).toBeLessThan(0.02)
  })

  test('never lies on a slip, wherever the building is', () => {
    const compass = { left: 0.02, top: 0.01, width: 0.11, height: 0.22 }
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (x, y) => {
          const { left, top } = areaOf(needs(block(x, y, x + 0.5, 0.6), { kept: [compass] }))
          expect(left >= compass.left + compass.width - 0.02 || top >= compass.top + compass.height - 0.03).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('stays where it is until another place is clearly better', () => {
    const before = placeLabel(needs(block(0.1, 0.3, 0.4, 0.6)))
    expect(placeLabel(needs(block(0.3, 0.4, 0.63, 0.6), { before }))).toEqual(before)
    expect(placeLabel(needs(block(0.6, 0.05, 1.1, 0.6), { before }))).not.toEqual(before)
  })
})
