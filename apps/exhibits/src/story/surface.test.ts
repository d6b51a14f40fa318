import { Surface, worstContrast } from '@riverside/story'
import { inks, luminance } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { surfaceInks, surfacePairs, surfaceStyle } from './surface.ts'

const lightOf = (surface: Surface, name: (typeof surfacePairs)[number]['ground']) =>
  luminance(name === 'red' ? inks.red : surfaceInks[surface][name])

describe.each(Surface.options)('on %s', (surface) => {
  test.each(surfacePairs)('$words on $ground can be read, whatever is behind', ({ words, ground, atLeast }) => {
    expect(worstContrast(surface, lightOf(surface, words), lightOf(surface, ground))).toBeGreaterThanOrEqual(atLeast)
  })
  test('what has been told stands out from what has not', () => {
    const [told, untold] = [lightOf(surface, 'paper'), lightOf(surface, 'quiet')]
    expect(worstContrast(surface, told, untold)).toBeGreaterThan(1.25)
  })
})

test('a clear surface is clear wherever nothing is printed', () => {
  expect(surfaceInks['transparent-oled'].ground).toBe('#000000')
  expect(surfaceInks.hologram.ground).toBe('#000000')
  expect(surfaceInks['transparent-lcd'].ground).toBe('#ffffff')
})

test('an opaque screen keeps the tokens of the house', () => {
  expect(surfaceStyle('opaque')).not.toHaveProperty('--paper')
})
