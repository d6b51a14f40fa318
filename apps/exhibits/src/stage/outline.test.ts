import { areaOf, problemOf } from '@riverside/story'
import { describe, expect, test } from 'vitest'
import { firstOutline, withCornerAt, withOneLess, withOneMore } from './outline.ts'

describe('an outline under the hand', () => {
  test('begins as one that can be kept', () => {
    for (const way of ['landscape', 'portrait'] as const)
      expect(problemOf({ way, corners: firstOutline(way) })).toBeUndefined()
  })
  test('cannot be dragged off the screen nor down to the buttons', () => {
    expect(withCornerAt(firstOutline('landscape'), 2, 1.4, 1.2, 'landscape')[2]).toEqual([1, 0.74])
    expect(withCornerAt(firstOutline('landscape'), 0, -0.2, 0.1, 'landscape')[0]).toEqual([0, 0.1])
  })
  test('takes a further corner without changing its shape, and gives back the one that matters least', () => {
    const box = firstOutline('landscape')
    const more = withOneMore(withOneMore(box))
    expect(more).toHaveLength(6)
    expect(areaOf(more)).toBeCloseTo(areaOf(box))
    expect(withOneLess(withOneLess(more))).toEqual(box)
    expect(withOneLess(box)).toEqual(box)
  })
})
