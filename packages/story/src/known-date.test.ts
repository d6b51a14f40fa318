import { describe, expect, test } from 'vitest'
import { canHold, dayNumber, daysOf, KnownDate, precisionOf, Span } from './index.ts'

describe('a date known to a year, a month or a day', () => {
  test('says how far it is known, and covers all it can mean', () => {
    expect(['1919', '1919-12', '1919-12-25'].map(precisionOf)).toEqual(['year', 'month', 'day'])
    expect(daysOf({ from: '1920-02' })).toEqual({ first: '1920-02-01', last: '1920-02-29' })
    expect(daysOf({ from: '1919-03-17', to: '1920' })).toEqual({ first: '1919-03-17', last: '1920-12-31' })
  })
  test('is no day the calendar has not', () => {
    expect(KnownDate.safeParse('1919-02-29').success).toBe(false)
    expect(KnownDate.safeParse('1920-02-29').success).toBe(true)
    expect(KnownDate.safeParse('1919-13').success).toBe(false)
  })
  test('ends no span before it begins', () => {
    expect(Span.safeParse({ from: '1920', to: '1919-12-31' }).success).toBe(false)
    expect(Span.safeParse({ from: '1919-12', to: '1919' }).success).toBe(true)
  })
  test('fits within another unless no reading lets it', () => {
    expect(canHold({ from: '1919' }, { from: '1919-12-25' })).toBe(true)
    expect(canHold({ from: '1919-12-25' }, { from: '1919' })).toBe(true)
    expect(canHold({ from: '1904', to: '1920' }, { from: '1921-01' })).toBe(false)
  })
  test('stands on the line in the middle of what it can mean', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1970-01')).toBe(15)
  })
})
