import { MotionCue } from '@riverside/story'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partOf, stirPrint } from './stir-print.ts'

const area = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 }

describe('the part of a print that moves', () => {
  test('lies where the print has it, whatever the tray cuts away', () => {
    const wide = { width: 2000, height: 1000 }
    expect(partOf(area, wide, { width: 1000, height: 500 }, 0.5)?.inTray).toEqual({
      x: 250,
      y: 250,
      width: 500,
      height: 125,
    })
    const square = partOf(area, wide, { width: 500, height: 500 }, 0.5)
    expect(square?.inTray).toEqual({ x: 0, y: 250, width: 500, height: 125 })
    expect(square?.inPicture).toEqual({ x: 500, y: 500, width: 1000, height: 250 })
    expect(partOf({ ...area, x: 0, width: 0.1 }, wide, { width: 500, height: 500 }, 0.5)).toBeUndefined()
  })
  test('never leaves the tray or the picture', () => {
    const side = fc.integer({ min: 40, max: 3000 })
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(side, side, side, side, part, part, part, (pw, ph, tw, th, focus, x, y) => {
        const within = partOf(
          { x: x * 0.7, y: y * 0.7, width: 0.3, height: 0.3 },
          { width: pw, height: ph },
          { width: tw, height: th },
          focus,
        )
        if (!within) return
        const { inTray, inPicture } = within
        expect(inTray.x + inTray.width).toBeLessThanOrEqual(tw)
        expect(inTray.y + inTray.height).toBeLessThanOrEqual(th)
        expect(inPicture.x).toBeGreaterThanOrEqual(-1)
        expect(inPicture.x + inPicture.width).toBeLessThanOrEqual(pw + 1)
      }),
    )
  })
  test('is the print itself at no strength, and at its border at any', () => {
    const size = { width: 60, height: 42 }
    const still = Uint32Array.from({ length: 60 * 42 }, (_, at) => at)
    for (const motion of MotionCue.shape.motion.options) {
      const drawn = new Uint32Array(60 * 42)
      stirPrint(still, drawn, size, motion, 1234, 0)
      expect(drawn).toEqual(still)
      stirPrint(still, drawn, size, motion, 1234, 1)
      expect(drawn).not.toEqual(still)
      expect([...drawn.slice(0, 60)]).toEqual([...still.slice(0, 60)])
    }
  })
})
