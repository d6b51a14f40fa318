import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionRules, decisionRulesFor, ThresholdTable } from './decision.ts'
import { LightClass, type LightWatch, lightClassOf, watchLight } from './light.ts'
import { pictureFacts } from './picture.ts'

/** A grey picture of which a part is of another shade. */
const picture = (luma: number, part = 0, other = luma): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 4096 * 4 }, (_, index) => (index < part * 4096 * 4 ? other : luma))
const lightOf = (...of: Parameters<typeof picture>) => lightClassOf(pictureFacts(0, picture(...of)))

describe('the light of a picture', () => {
  test('is told by its own shades', () => {
    expect(lightOf(35)).toBe('dark')
    expect(lightOf(70)).toBe('dim')
    expect(lightOf(120)).toBe('normal')
    expect(lightOf(200)).toBe('bright')
  })

  test('is back-lit where a window burns out and the rest is in shade, whatever the mean', () => {
    expect(lightOf(60, 0.3, 252)).toBe('back-lit')
    expect(lightOf(150, 0.3, 252)).toBe('bright')
    expect(lightOf(60, 0.05, 252)).toBe('dim')
  })

  test('changes when another one has lasted five seconds, and not for a white coat', () => {
    const seen = (lumas: readonly number[]) =>
      lumas.reduce<LightWatch | undefined>(
        (watch, luma, second) => watchLight(watch, pictureFacts(second * 1000, picture(luma))),
        undefined,
      )?.light
    expect(seen([120, 120, 200, 200, 120, 120])).toBe('normal')
    expect(seen([120, 200, 200, 200, 200, 200])).toBe('normal')
    expect(seen([120, 200, 200, 200, 200, 200, 200])).toBe('bright')
  })
})

describe('a threshold', () => {
  test('is that of the door and the light where the station has its own', () => {
    const table = ThresholdTable.parse({ version: '2026-1', exit: { 'back-lit': 0.38 } })
    expect(decisionRulesFor(table, 'exit', 'back-lit').threshold).toBe(0.38)
    expect(decisionRulesFor(table, 'entry', 'back-lit')).toEqual(decisionRules)
    fc.assert(
      fc.property(fc.constantFrom(...LightClass.options), (light) => {
        expect(decisionRulesFor(null, 'exit', light)).toEqual(decisionRules)
      }),
    )
  })

  test('is a share between nought and one, of a table with a version', () => {
    expect(ThresholdTable.safeParse({ version: '1', entry: { normal: 0 } }).success).toBe(false)
    expect(ThresholdTable.safeParse({ version: '1', entry: { sunny: 0.5 } }).success).toBe(false)
    expect(ThresholdTable.safeParse({ entry: { normal: 0.5 } }).success).toBe(false)
  })
})
