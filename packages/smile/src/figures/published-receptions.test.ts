import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter } from './calendar.ts'
import { publishReceptions } from './published-receptions.ts'

const day = (at: number) => dayAfter('2026-03-02', at)

describe('the groups of some days', () => {
  test('are added up by the day and over the whole, with those that nobody counted said apart', () => {
    const told = publishReceptions([
      { day: day(3), people: 40 },
      { day: day(0), people: 31 },
      { day: day(0), people: null },
      { day: day(1), people: null },
    ])
    expect(told.whole).toEqual({ groups: 4, uncounted: 2, people: 71, note: null })
    expect(told.days).toEqual([
      { day: day(0), groups: 2, uncounted: 1, people: 31, note: null },
      { day: day(1), groups: 1, uncounted: 1, people: null, note: 'not-counted' },
      { day: day(3), groups: 1, uncounted: 0, people: 40, note: null },
    ])
    expect(told.suppressed).toBe(0)
  })

  test('hide a group of nine, and the next smallest day with it (R1, R2)', () => {
    const told = publishReceptions([9, 60, 25].map((people, at) => ({ day: day(at), people })))
    expect(told.days.map(({ people, note }) => [people, note])).toEqual([
      [null, 'too-few'],
      [60, null],
      [null, 'too-few'],
    ])
    expect([told.whole.people, told.suppressed]).toEqual([94, 2])
  })

  test('let nobody work out fewer than ten people, however many groups there were', () => {
    const someGroup = fc.record({ day: fc.nat(6).map(day), people: fc.option(fc.integer({ min: 1, max: 40 })) })
    fc.assert(
      fc.property(fc.array(someGroup, { maxLength: 12 }), (groups) => {
        const { whole, days } = publishReceptions(groups)
        for (const { people } of [whole, ...days]) expect(people === null || people >= 10).toBe(true)
        const hidden = days.filter(({ note }) => note === 'too-few')
        if (whole.people === null || hidden.length === 0) return
        const left = days.reduce((sum, { people }) => sum - (people ?? 0), whole.people)
        expect(hidden.length).toBeGreaterThan(1)
        expect(left).toBeGreaterThanOrEqual(10)
      }),
      { numRuns: 1000 },
    )
  })
})
