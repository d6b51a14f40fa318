import { describe, expect, test } from 'vitest'
import { newest } from './helm-reader.ts'

describe('turns that arrived together', () => {
  test('become the last of them, and the button keeps its place', () => {
    expect(
      newest([
        { type: 'turned', counts: 1 },
        { type: 'turned', counts: 5 },
        { type: 'button', pressed: true },
        { type: 'button', pressed: false },
        { type: 'turned', counts: 9 },
      ]),
    ).toEqual([
      { type: 'turned', counts: 5 },
      { type: 'button', pressed: true },
      { type: 'button', pressed: false },
      { type: 'turned', counts: 9 },
    ])
  })
})
