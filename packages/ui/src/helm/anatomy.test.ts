import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  collarProfile,
  halfAt,
  handleProfile,
  kingProfile,
  light,
  litAt,
  poseAt,
  rim,
  rings,
  spokeProfile,
  symmetry,
  toneOf,
} from './anatomy.ts'

const anyTurn = fc.double({ min: -100, max: 100, noNaN: true })

describe('the helm', () => {
  test('is never rotated against its light by more than 1/32 turn', () => {
    fc.assert(
      fc.property(anyTurn, (turn) => {
        expect(Math.abs(poseAt(turn).rotation)).toBeLessThanOrEqual(symmetry / 4 + 1e-9)
      }),
    )
  })

  test('shows the turn it was asked for, up to its own symmetry', () => {
    fc.assert(
      fc.property(anyTurn, (turn) => {
        const { drawing, rotation } = poseAt(turn)
        const off = (turn - (rotation + (drawing * symmetry) / 2)) / symmetry
        expect(off).toBeCloseTo(Math.round(off), 6)
      }),
    )
  })

  test('has five rings that lie against each other from 0.76 R inwards', () => {
    expect(rings[0].from).toBe(rim)
    for (let i = 1; i < rings.length; i++) expect(rings[i]?.from).toBe(rings[i - 1]?.to)
    expect(rings[4].to).toBeCloseTo(0.786 * rim, 6)
  })

  test('has turned pieces that go outwards and nowhere thinner than nothing', () => {
    for (const profile of [spokeProfile, collarProfile, handleProfile, kingProfile]) {
      const distances = profile.map(([at]) => at)
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
      expect(Math.min(...profile.map(([, half]) => half))).toBeGreaterThanOrEqual(0)
    }
  })

  test('hides the wooden handle wholly behind the king spoke', () => {
    for (let at = 0.81; at < 0.995; at += 0.01)
      expect(halfAt(kingProfile, at)).toBeGreaterThan(halfAt(handleProfile, at))
  })

  test('is brightest towards the upper left and darkest away from it', () => {
    expect(toneOf(litAt(light))).toBe(4)
    expect(toneOf(litAt(light + Math.PI))).toBe(0)
  })
})
