import { describe, expect, test } from 'vitest'
import { daysOf } from './periods.ts'

describe('a named period', () => {
  test('counts weeks from Monday, also on a Sunday', () => {
    expect(daysOf('this-week', '2026-03-15')).toEqual({ from: '2026-03-09', to: '2026-03-15' })
    expect(daysOf('last-week', '2026-03-16')).toEqual({ from: '2026-03-09', to: '2026-03-15' })
  })
  test('knows the months across a year', () => {
    expect(daysOf('last-month', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(daysOf('this-month', '2026-03-14')).toEqual({ from: '2026-03-01', to: '2026-03-14' })
    expect(daysOf('yesterday', '2028-03-01')).toEqual({ from: '2028-02-29', to: '2028-02-29' })
  })
})
