import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { washAt } from './wash.ts'

const at = (hour: string) => Date.parse(`2026-09-23T${hour}:00+08:00`)
const brightness = (ink: string) =>
  [1, 3, 5].reduce((sum, place) => sum + Number.parseInt(ink.slice(place, place + 2), 16), 0) / 765

describe('the wash of the hour', () => {
  test('leaves the shore as it is by day, and darkens it at night', () => {
    expect(washAt(at('12:00'))).toBe('#ffffff')
    expect(brightness(washAt(at('22:00')))).toBeLessThan(0.6)
    expect(brightness(washAt(at('17:30')))).toBeGreaterThan(brightness(washAt(at('18:30'))))
  })

  test('never changes by a leap from one minute to the next, and never hides the shore', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2040-01-01') }), (now) => {
        const [before, after] = [brightness(washAt(now)), brightness(washAt(now + 60_000))]
        expect(Math.abs(after - before)).toBeLessThan(0.02)
        expect(before).toBeGreaterThan(0.35)
      }),
    )
  })
})
