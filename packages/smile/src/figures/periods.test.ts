import { describe, expect, test } from 'vitest'
import { periodOf } from './periods.ts'

describe('a period', () => {
  test.each([
    ['today', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-02-28', '2026-02-28'],
    ['this-week', '2026-02-23', '2026-03-01'],
    ['last-week', '2026-02-16', '2026-02-22'],
    ['this-month', '2026-03-01', '2026-03-01'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-q1', '2026-01-01', '2026-03-31'],
    ['2026-q4', '2026-10-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026-03-14', '2026-03-14', '2026-03-14'],
  ])('%s, asked on the first of March 2026, a Sunday, is %s to %s', (token, from, to) => {
    expect(periodOf(token, '2026-03-01')).toEqual({ from, to })
  })
  test.each(['', 'tomorrow', '2026-13', '2026-00', '2026-q5', '2026-02-30', '26', '0000', ' 2026'])(
    'is not %j',
    (token) => {
      expect(periodOf(token, '2026-03-01')).toBeUndefined()
    },
  )
})
