import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setLanterns } from './lanterns.ts'

const field = { left: 0, top: 0, width: 400, height: 220 }

describe('lanterns on the water', () => {
  test('lie within their field, the nearer in front', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (count, seed) => {
        const set = setLanterns(field, count, 40, seededChance(seed))
        expect(set).toHaveLength(count)
        expect(set.every(({ at: [x, y] }) => x >= 0 && x <= 400 && y >= 0 && y <= 220)).toBe(true)
        expect(set.map(({ at }) => at[1])).toEqual(set.map(({ at }) => at[1]).toSorted((a, b) => a - b))
      }),
    )
  })
})
