import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CounterReading, readCounts, unread } from './counts.ts'

const settings = { countsPerTurn: 600, direction: 'normal' } as const

function turnsOf(
  reports: readonly number[],
  how: { countsPerTurn: number; direction: 'normal' | 'reversed' } = settings,
): number {
  let reading: CounterReading = unread
  let turns = 0
  for (const counts of reports) {
    const read = readCounts(reading, counts, how)
    reading = read.reading
    turns += read.turns
  }
  return turns
}

describe('an encoder', () => {
  test('turns the helm by as many turns as the hand made', () => {
    expect(turnsOf([0, 150, 300, 450, 600])).toBeCloseTo(1)
    expect(turnsOf([0, 150, 300], { countsPerTurn: 600, direction: 'reversed' })).toBeCloseTo(-0.5)
  })

  test('moves nothing with its first report after plugging in, whatever that report says', () => {
    fc.assert(fc.property(fc.integer(), (counts) => turnsOf([counts]) === 0))
  })

  test('moves nothing when its counter begins anew without a word', () => {
    expect(turnsOf([5000, 5010, 0, 10])).toBeCloseTo(20 / 600)
  })

  test.each([16, 32])('goes on as before when its counter of %i bits runs over', (bits) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -250, max: 250 }), { maxLength: 60 }), fc.integer(), (steps, start) => {
        const wrap = 2 ** bits
        const signed = (counts: number) => ((((counts + wrap / 2) % wrap) + wrap) % wrap) - wrap / 2
        const reports = [signed(start)]
        let counts = start
        for (const step of steps) {
          counts += step
          reports.push(signed(counts))
        }
        expect(turnsOf(reports)).toBeCloseTo(steps.reduce((sum, step) => sum + step, 0) / 600, 9)
      }),
    )
  })
})
