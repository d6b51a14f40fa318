import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerPaces, isInPace, paced, wrongTicketPaces } from './pace.ts'

/** Those of some tries that were let in, one after the other. */
function letIn(tries: readonly number[], paces = answerPaces): readonly number[] {
  const admitted: number[] = []
  let moments: readonly number[] = []
  for (const at of tries) {
    if (!isInPace(moments, at, paces)) continue
    moments = paced(moments, at, paces)
    admitted.push(at)
  }
  return admitted
}

describe('the five buttons', () => {
  test('take one answer of a hand that drums ten times in five seconds', () => {
    expect(letIn(Array.from({ length: 10 }, (_, at) => at * 500))).toEqual([0])
  })

  test('take every answer of people who come forward one after the other', () => {
    const queue = [0, 35_000, 70_000, 100_000, 140_000, 175_000, 210_000]
    expect(letIn(queue)).toEqual(queue)
  })

  test('never take two in eight seconds nor seven in three minutes, whoever presses when', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 200 }), (gaps) => {
        let now = 0
        const tries = gaps.map((gap) => {
          now += gap
          return now
        })
        const admitted = letIn(tries)
        for (const [index, at] of admitted.entries()) {
          expect(at - (admitted[index - 1] ?? -8_000)).toBeGreaterThanOrEqual(8_000)
          expect(at - (admitted[index - 6] ?? at - 180_000)).toBeGreaterThanOrEqual(180_000)
        }
      }),
    )
  })
})

test('the pad rests after five wrong tickets in a minute, and no longer than that minute', () => {
  expect(letIn([0, 1, 2, 3, 4, 5, 59_999, 60_000], wrongTicketPaces)).toEqual([0, 1, 2, 3, 4, 60_000])
})
