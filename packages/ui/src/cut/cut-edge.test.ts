import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutClipPath, cutEdge, cutPoints, frameClipPath } from './cut-edge.ts'

const anyCut = fc.record({
  name: fc.string(),
  width: fc.integer({ min: 80, max: 2400 }),
  height: fc.integer({ min: 60, max: 1600 }),
  stray: fc.double({ min: 0, max: 12, noNaN: true }),
  inset: fc.double({ min: 0, max: 12, noNaN: true }),
})

describe('a cut edge', () => {
  test('never reaches outside its box, nor further in than the knife strays', () => {
    fc.assert(
      fc.property(anyCut, (cut) => {
        for (const [x, y] of cutPoints(cut)) {
          const depth = Math.min(x, y, cut.width - x, cut.height - y)
          expect(depth).toBeGreaterThanOrEqual(-1e-6)
          expect(depth).toBeLessThanOrEqual(cut.stray + cut.inset + 1e-6)
        }
      }),
    )
  })

  test('is cut the same way each time for one name, and otherwise for another', () => {
    fc.assert(
      fc.property(anyCut, (cut) => {
        expect(cutEdge(cut)).toEqual(cutEdge(cut))
      }),
    )
    const slip = { width: 260, height: 104 }
    expect(cutClipPath({ name: '写好了', ...slip })).not.toBe(cutClipPath({ name: '印出来', ...slip }))
  })

  test('sets a point about every 44 pixels', () => {
    expect(cutEdge({ name: 'slip', width: 440, height: 88 })).toHaveLength(24)
  })

  test('stays straight where the paper runs off the screen', () => {
    const points = cutPoints({ name: 'sheet', width: 600, height: 900, straight: ['right'] })
    expect(Math.max(...points.map(([x]) => x))).toBe(600)
  })

  test('leaves a frame of two closed outlines', () => {
    const frame = frameClipPath({ name: 'frame', width: 300, height: 120 }, 7)
    expect(frame).toMatch(/^polygon\(evenodd, /)
    expect(frame).not.toContain('NaN')
  })
})
