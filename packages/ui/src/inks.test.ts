import { describe, expect, test } from 'vitest'
import { contrast, contrastPairs, inks, mix } from './inks.ts'

describe('the inks', () => {
  test.each(contrastPairs)('$words on $ground can be read', ({ words, ground, atLeast }) => {
    expect(contrast(words, ground)).toBeGreaterThanOrEqual(atLeast)
  })

  test('paper on ink is as far apart as was measured', () => {
    expect(contrast(inks.paper, inks.ink)).toBeCloseTo(13.9, 1)
  })

  test('mix from the first alone to the second alone', () => {
    expect(mix(inks.brass, inks.ink, 0)).toBe(inks.brass.toLowerCase())
    expect(mix(inks.brass, inks.ink, 1)).toBe(inks.ink.toLowerCase())
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
  })
})
