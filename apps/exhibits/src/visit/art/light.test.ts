import { contrast, inks } from '@riverside/ui'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLit, lightAt, lights, sunAltitude } from './light.ts'

const at = (hour: string) => Date.parse(`2026-09-23T${hour}:00+08:00`)
const anyInstant = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2040-01-01') })

describe('the light over the river', () => {
  test('is one of the four cut lights at the four times of an equinox day', () => {
    expect(lightAt(at('05:58'))).toBe(lights.dawn)
    expect(lightAt(at('12:00'))).toBe(lights.day)
    expect(lightAt(at('17:45'))).toBe(lights.dusk)
    expect(lightAt(at('22:00'))).toBe(lights.night)
  })

  test('is one and the same object while nothing changes, so that the still sheets are left alone', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(lightAt(instant)).toBe(lightAt(instant))
      }),
    )
  })

  test('leaves the words of the station readable in the sky at any hour of any year', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(contrast(inks.paper, lightAt(instant).zenith)).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  test('lights the lamps of the quay at night and not by day', () => {
    expect([isLit(at('12:00')), isLit(at('19:00')), isLit(at('03:00'))]).toEqual([false, true, true])
  })
})

describe('the height of the sun over Yangpu', () => {
  test('is that of the almanac at noon on the solstices, within a degree', () => {
    expect(sunAltitude(Date.parse('2026-06-21T11:56:00+08:00'))).toBeCloseTo(82.2, 0)
    expect(sunAltitude(Date.parse('2026-12-22T11:52:00+08:00'))).toBeCloseTo(35.3, 0)
  })
})
