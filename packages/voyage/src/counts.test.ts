import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CounterReading, type CounterSettings, readCounts, unread } from './counts.ts'

const settings = { countsPerTurn: 600, direction: 'normal', deadZone: 0 } as const

function turnsOf(reports: readonly number[], how: Partial<CounterSettings> = {}): number {
  let reading: CounterReading = unread
  let turns = 0
  for (const counts of reports) {
    const read = readCounts(reading, counts, { ...settings, ...how })
    reading = read.reading
    turns += read.turns
  }
  return turns
}

/** What a counter says that begins at nought and makes these steps. */
function countedUp(steps: readonly number[]): readonly number[] {
  let counts = 0
  return [
    0,
    ...steps.map((step) => {
      counts += step
      return counts
    }),
  ]
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

  test('that wavers within its dead zone moves nothing, wherever it stands', () => {
    const waver = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), waver, (at, steps) => {
        const reports = [at, ...steps.map((step) => at + step)]
        return turnsOf(reports, { deadZone: 3 }) === 0
      }),
    )
  })

  test('loses to its dead zone no more than the zone itself, however far it was turned', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -250, max: 250 }), { maxLength: 60 }), (steps) => {
        const reports = countedUp(steps)
        const way = (reports.at(-1) ?? 0) / 600
        expect(Math.abs(turnsOf(reports, { deadZone: 3 }) - way)).toBeLessThanOrEqual(3 / 600 + 1e-9)
      }),
    )
  })

  test('turns the ship as far when its reports come bunched as when they come one by one', () => {
    const oneWay = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 80, size: 'max' })
    fc.assert(
      fc.property(oneWay, fc.array(fc.nat({ max: 20 }), { maxLength: 30 }), (steps, kept) => {
        const all = countedUp(steps)
        const bunched = all.filter((_, i) => i === 0 || i === all.length - 1 || kept.includes(i % 21))
        expect(turnsOf(bunched, { deadZone: 2 })).toBeCloseTo(turnsOf(all, { deadZone: 2 }), 9)
      }),
    )
  })
})
