import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Affine, calibrationSheet, correctedBy, identity, offOf, readSheet, rulerStart, rulers } from './index.ts'
import { after } from './print-calibration.ts'

const map = (by: Affine, x: number, y: number) => ({
  x: by.xx * x + by.xy * y + by.x0,
  y: by.yx * x + by.yy * y + by.y0,
})

/** What the rulers of a sheet say that was printed by `printer`: where its print meets the edges of the paper. */
function readingsOf(printer: Affine, misread: (ruler: number) => number = () => 0): number[] {
  return rulers.map(({ edge, at }, index) => {
    const truth = {
      left: () => rulerStart - (0 - printer.xy * at - printer.x0) / printer.xx,
      right: () => (148 - printer.xy * at - printer.x0) / printer.xx - (148 - rulerStart),
      top: () => rulerStart - (0 - printer.yx * at - printer.y0) / printer.yy,
      bottom: () => (100 - printer.yx * at - printer.y0) / printer.yy - (100 - rulerStart),
    }[edge]()
    return truth + misread(index)
  })
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
/** Shift to 3 mm, size to 5 %, turn to 1.5° and a skew of its own: beyond what printers do. */
const anyPrinter: fc.Arbitrary<Affine> = fc
  .record({
    right: between(-3, 3),
    down: between(-3, 3),
    wide: between(0.95, 1.05),
    high: between(0.95, 1.05),
    turn: between(-0.026, 0.026),
    skew: between(-0.008, 0.008),
  })
  .map(({ right, down, wide, high, turn, skew }) => ({
    xx: wide,
    xy: -turn + skew,
    x0: right + 74 - wide * 74 - (-turn + skew) * 50,
    yx: turn,
    yy: high,
    y0: down + 50 - turn * 74 - high * 50,
  }))
const corners = [
  [0, 0],
  [148, 0],
  [0, 100],
  [148, 100],
  [74, 50],
] as const

describe('a calibration sheet', () => {
  test('finds any printer’s error exactly where its rulers are read exactly', () => {
    fc.assert(
      fc.property(anyPrinter, (printer) => {
        const found = readSheet(readingsOf(printer))
        expect(found.ok).toBe(true)
        if (!found.ok) return
        for (const key of ['xx', 'xy', 'x0', 'yx', 'yy', 'y0'] as const)
          expect(found.value[key]).toBeCloseTo(printer[key], 9)
      }),
    )
  })

  test('puts every point of the next card within 0.3 mm each way, though every ruler be misread by 0.16 mm', () => {
    fc.assert(
      fc.property(anyPrinter, fc.array(between(-0.16, 0.16), { minLength: 8, maxLength: 8 }), (printer, misread) => {
        const found = readSheet(readingsOf(printer, (at) => misread[at] ?? 0))
        expect(found.ok).toBe(true)
        if (!found.ok) return
        const next = after(printer, correctedBy(identity, found.value))
        for (const [x, y] of corners) {
          const lands = map(next, x, y)
          expect(Math.abs(lands.x - x)).toBeLessThan(0.3)
          expect(Math.abs(lands.y - y)).toBeLessThan(0.3)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('comes to the same by a second sheet that was printed with the first one’s correction', () => {
    fc.assert(
      fc.property(anyPrinter, (printer) => {
        const guess: Affine = { ...identity, x0: 0.4, y0: -0.3 }
        const found = readSheet(readingsOf(after(printer, guess)))
        if (!found.ok) return
        const lands = map(after(printer, correctedBy(guess, found.value)), 31, 62)
        expect(lands.x).toBeCloseTo(31, 6)
        expect(lands.y).toBeCloseTo(62, 6)
      }),
    )
  })

  test('says in a person’s words how far off a print is', () => {
    const off = offOf({ ...identity, x0: 1.5, y0: -0.5 })
    expect(off.right).toBeCloseTo(1.5)
    expect(off.down).toBeCloseTo(-0.5)
    expect(off.most).toBeCloseTo(Math.hypot(1.5, 0.5))
    expect(offOf({ ...identity, xx: 1.02 }).wider).toBeCloseTo(2)
  })

  test('refuses readings that cannot be, and names the rulers', () => {
    const good = readingsOf(identity)
    expect(good.every((reading) => Math.abs(reading - 10) < 1e-9)).toBe(true)
    expect(readSheet(good.with(2, 31))).toEqual({ ok: false, error: { code: 'not-a-reading', rulers: ['C'] } })
    expect(readSheet(good.with(7, Number.NaN))).toMatchObject({ error: { code: 'not-a-reading', rulers: ['H'] } })
    expect(readSheet(good.with(3, 11))).toEqual({
      ok: false,
      error: { code: 'readings-disagree', rulers: ['C', 'D', 'G', 'H'] },
    })
    expect(readSheet(good.with(0, 9))).toMatchObject({ error: { rulers: ['A', 'B', 'E', 'F'] } })
  })

  test('refuses what only wrong paper or a scaled print could be', () => {
    expect(readSheet(readingsOf({ ...identity, xx: 0.9, x0: 7.4, yy: 0.9, y0: 5 }))).toMatchObject({
      error: { code: 'wrong-size' },
    })
    expect(readSheet(readingsOf({ ...identity, x0: 7 }))).toMatchObject({ error: { code: 'too-far' } })
  })

  test('is drawn on both faces with eight rulers that begin where the solver thinks they do', () => {
    const { front, back } = calibrationSheet(4)
    for (const face of [front, back]) {
      const names = face.marks.flatMap((mark) => (mark.mark === 'text' && /^[A-H]$/.test(mark.text) ? [mark.text] : []))
      expect(names).toEqual(rulers.map(({ name }) => name))
      expect(face.marks.some((mark) => mark.mark === 'text' && mark.text.includes('校准页 4'))).toBe(true)
    }
  })
})
