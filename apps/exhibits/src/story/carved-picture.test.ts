import { Carving } from '@riverside/story'
import { describe, expect, test } from 'vitest'
import { carvedPicture } from './carved-picture.ts'
import twoHands from './two-hands.json' with { type: 'json' }

const carving = Carving.parse(twoHands)
const at = (given: Carving) => carvedPicture(given, 240, async () => {})
const clearPart = ({ data }: { readonly data: Uint8ClampedArray }) =>
  data.filter((value, at) => at % 4 === 3 && value === 0).length / (data.length / 4)

describe('the carving that shows itself', () => {
  test('was made by two hands that all came away', () => {
    const held = new Set<number>()
    for (const [id, , , x] of carving.marks) {
      if (x === undefined) held.delete(id)
      else held.add(id)
    }
    expect(held.size).toBe(0)
    expect(new Set(carving.marks.map(([id]) => id)).size).toBeGreaterThanOrEqual(7)
  })
  test('lays open half of the print', { timeout: 20_000 }, async () => {
    const part = clearPart(await at(carving))
    expect(part).toBeGreaterThan(0.4)
    expect(part).toBeLessThan(0.8)
  })
  test('is the same picture each time', { timeout: 20_000 }, async () => {
    const begun = { ...carving, marks: carving.marks.slice(0, 120) }
    expect((await at(begun)).data).toEqual((await at(begun)).data)
  })
  test('of no hands hides the print altogether', async () => {
    expect(clearPart(await at({ ...carving, marks: [] }))).toBe(0)
  })
})
