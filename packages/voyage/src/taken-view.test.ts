import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settledView, TakenView, takenViewPath } from './index.ts'

const anyView = fc.record({
  node: fc.constantFrom('wharf', 'off-the-wharf'),
  age: fc.constantFrom('now' as const, 'then' as const),
  bearing: fc.double({ min: 0, max: 360, maxExcluded: true, noNaN: true }),
  elevation: fc.double({ min: -90, max: 90, noNaN: true }),
  field: fc.double({ min: 15, max: 100, noNaN: true }),
})

describe('the address of a taken view', () => {
  test('is read back as the view it was written from, to a hundredth of a degree', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const [, node, age, ...figures] = takenViewPath(view).split('/')
        const [bearing, elevation, field] = figures.map(Number)
        const read = TakenView.parse({ node, age, bearing, elevation, field })
        expect(read).toEqual(settledView(view))
        expect(Math.abs(read.elevation - view.elevation)).toBeLessThanOrEqual(0.0051)
      }),
    )
  })

  test('is one for one view, however often it is settled', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(takenViewPath(settledView(view))).toBe(takenViewPath(view))
      }),
    )
    expect(takenViewPath({ node: 'wharf', age: 'now', bearing: 359.999, elevation: -0.001, field: 60 })).toBe(
      'views/wharf/now/0/0/60',
    )
  })
})
