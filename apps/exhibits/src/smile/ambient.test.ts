import { describe, expect, test } from 'vitest'
import { isInForce } from './ambient.ts'

describe('a compliance record', () => {
  test('holds to the end of its last day in Shanghai, wherever the clock stands', () => {
    expect(isInForce('2026-06-30', Date.parse('2026-06-30T23:59:59+08:00'))).toBe(true)
    expect(isInForce('2026-06-30', Date.parse('2026-07-01T00:00:00+08:00'))).toBe(false)
    expect(isInForce('2026-06-30', Date.parse('2026-06-30T16:00:00Z'))).toBe(false)
  })

  test('does not hold where its date is none', () => {
    expect(isInForce('soon', Date.parse('2026-06-30T12:00:00+08:00'))).toBe(false)
  })
})
