import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawingLasts, MotionCue, stirOf } from './index.ts'

const motion = fc.constantFrom(...MotionCue.shape.motion.options)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const when = fc.double({ min: 0, max: 60_000, noNaN: true })

describe('what moves in a print', () => {
  test('leaves no seam: at the border of its area nothing moves', () => {
    fc.assert(
      fc.property(motion, share, when, (kind, along, at) => {
        for (const [across, down] of [
          [0, along],
          [1, along],
          [along, 0],
          [along, 1],
        ] as const)
          for (const shift of stirOf(kind, across, down, at)) expect(Math.abs(shift)).toBeLessThan(1e-9)
      }),
    )
  })
  test('moves a little, on the spot, and hardly from one drawing to the next', () => {
    fc.assert(
      fc.property(motion, share, share, when, (kind, across, down, at) => {
        const now = stirOf(kind, across, down, at)
        const next = stirOf(kind, across, down, at + drawingLasts)
        expect(Math.max(...now.map(Math.abs))).toBeLessThanOrEqual(0.1)
        expect(Math.max(...now.map((shift, side) => Math.abs(shift - (next[side] ?? 0))))).toBeLessThan(0.03)
      }),
    )
  })
  test('comes back to the same drawing, after eight to sixteen seconds', () => {
    const loops = { smoke: 12_000, water: 8000, cloth: 8000, birds: 16_000 }
    for (const kind of MotionCue.shape.motion.options) {
      const [now, later] = [stirOf(kind, 0.4, 0.6, 700), stirOf(kind, 0.4, 0.6, 700 + loops[kind])]
      expect(now[0]).not.toBe(0)
      expect(later[0]).toBeCloseTo(now[0], 9)
      expect(later[1]).toBeCloseTo(now[1], 9)
    }
  })
})
