import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optics, Surface, seen, worstContrast } from './index.ts'

const anySurface = fc.constantFrom(...Surface.options)
const anyLight = fc.double({ min: 0, max: 1, noNaN: true })

describe('a display surface', () => {
  test('shows no ink darker than itself where light is added, and none brighter than what is behind where it is filtered', () => {
    fc.assert(
      fc.property(anySurface, anyLight, anyLight, (surface, ink, behind) => {
        const eye = seen(surface, ink, behind)
        if (optics[surface].light === 'added') expect(eye).toBeGreaterThanOrEqual(ink)
        else expect(eye).toBeLessThanOrEqual(behind)
      }),
    )
  })
  test('sets two inks apart no more than an opaque screen does', () => {
    fc.assert(
      fc.property(anySurface, anyLight, anyLight, (surface, words, ground) => {
        expect(worstContrast(surface, words, ground)).toBeLessThanOrEqual(worstContrast('opaque', words, ground) + 1e-9)
      }),
    )
  })
  test('knows no worse backdrop between the darkest and the brightest', () => {
    fc.assert(
      fc.property(anySurface, anyLight, anyLight, anyLight, (surface, words, ground, part) => {
        const { darkest, brightest } = optics[surface].behind
        const behind = darkest + (brightest - darkest) * part
        const [one, other] = [seen(surface, words, behind) + 0.05, seen(surface, ground, behind) + 0.05]
        expect(Math.max(one, other) / Math.min(one, other)).toBeGreaterThanOrEqual(
          worstContrast(surface, words, ground) - 1e-9,
        )
      }),
    )
  })
  test('is of one of four kinds', () => {
    expect(Surface.safeParse('glass').success).toBe(false)
  })
})
