import type { Ray } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seenFrom, shownAt } from './corridor.ts'

const anyPlace = fc.double({ min: -1, max: 1, noNaN: true })

describe('the corridor', () => {
  const unit = (x: number, y: number, z: number): Ray => {
    const length = Math.hypot(x, y, z) || 1
    return [x / length, y / length, z / length]
  }
  const anyRay = fc.tuple(anyPlace, anyPlace, anyPlace).filter((ray) => Math.hypot(...ray) > 0.1)
  const anyGone = fc.double({ min: -80, max: 80, noNaN: true })
  const anyShore = fc.double({ min: 0, max: 6.28, noNaN: true })

  test('changes nothing where nothing is gone', () => {
    fc.assert(
      fc.property(anyRay, anyShore, ([x, y, z], shore) => {
        const ray = unit(x, y, z)
        const seen = seenFrom(ray, 0, shore)
        expect(Math.hypot(seen[0] - ray[0], seen[1] - ray[1], seen[2] - ray[2])).toBe(0)
      }),
    )
  })

  test('never tears: rays side by side stay side by side, and nothing is thrown behind', () => {
    fc.assert(
      fc.property(anyRay, anyGone, anyShore, ([x, y, z], gone, shore) => {
        const [a, b] = [seenFrom(unit(x, y, z), gone, shore), seenFrom(unit(x + 1e-4, y, z), gone, shore)]
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeLessThan(0.02)
        expect(Math.hypot(a[0] - unit(x, y, z)[0], a[2] - unit(x, y, z)[2])).toBeLessThan(1)
      }),
    )
  })

  test('finds again on the screen what stands on the shore', () => {
    const ashore = fc.tuple(fc.double({ min: -80, max: 80, noNaN: true }), fc.double({ min: -2, max: 20, noNaN: true }))
    fc.assert(
      fc.property(ashore, anyGone, anyShore, ([aside, up], gone, shore) => {
        const bearing = shore - Math.PI / 2 + (aside * Math.PI) / 180
        const level = Math.cos((up * Math.PI) / 180)
        const thing: Ray = [level * Math.sin(bearing), Math.sin((up * Math.PI) / 180), level * Math.cos(bearing)]
        const seen = seenFrom(shownAt(thing, gone, shore), gone, shore)
        const again = unit(...(seen as [number, number, number]))
        expect(Math.hypot(again[0] - thing[0], again[1] - thing[1], again[2] - thing[2])).toBeLessThan(2e-3)
      }),
    )
  })

  test('lets the quay pass by and the sky stand', () => {
    const quay = seenFrom([-1, 0, 0], 20, 0)
    expect(quay[2]).toBeCloseTo(0.4 / 1.4)
    expect(seenFrom([0, 1, 0], 20, 0)).toEqual([0, 1, 0])
  })
})
