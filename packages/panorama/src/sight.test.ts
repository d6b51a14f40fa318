import { faceOf, levelSizes, rayThrough, tileSize } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualStand } from './corridor.ts'
import { tileAt } from './pages.ts'
import { lookAt, type Sight } from './sight.ts'

const face = 2560
const sizes = levelSizes(face)
const sight = (view: Sight['view'], more: Partial<Sight> = {}): Sight => ({
  view,
  size: { width: 1920, height: 1080 },
  heading: 0,
  gone: 0,
  shore: 0,
  stand: usualStand,
  left: -1,
  right: 1,
  ...more,
})
const seen = (one: Sight) => {
  const entries = new Set<number>()
  lookAt(one, face, (entry) => entries.add(entry))
  return [...entries].map(tileAt)
}
const anyView = fc.record({
  yaw: fc.double({ min: -4, max: 4, noNaN: true }),
  pitch: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  field: fc.double({ min: 0.3, max: 1.7, noNaN: true }),
})

describe('what a view asks of a tiled sphere', () => {
  test('has a tile for the middle of the screen, at the place the voyage says', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { face: side, u, v } = faceOf(rayThrough(view, 16 / 9, 0, 0))
        const near = (place: number, tile: number, size: number) => {
          const at = ((place + 1) * size) / 2
          return at > (tile - 0.01) * tileSize && at < (tile + 1.01) * tileSize
        }
        const covers = seen(sight(view)).some(
          ({ level, face: its, row, column }) =>
            its === side && near(u, column, sizes[level] ?? 0) && near(v, row, sizes[level] ?? 0),
        )
        expect(covers || Math.max(Math.abs(u), Math.abs(v)) > 0.97).toBe(true)
      }),
    )
  })

  test('is fewer than fifty tiles of the finest level over 60°, and coarser ones the wider the view', () => {
    const front = seen(sight({ yaw: 0, pitch: 0, field: Math.PI / 3 }))
    expect(front.length).toBeLessThan(50)
    expect(Math.max(...front.map(({ level }) => level))).toBe(sizes.length - 1)
    const wide = seen(sight({ yaw: 0, pitch: 0, field: 2 }))
    expect(Math.min(...wide.map(({ level }) => level))).toBeLessThan(sizes.length - 1)
  })

  test('turns with the heading of the sphere', () => {
    const north = seen(sight({ yaw: 0.7, pitch: 0.2, field: 1 }))
    const turned = seen(sight({ yaw: 1.9, pitch: 0.2, field: 1 }, { heading: 1.2 }))
    expect(turned).toEqual(north)
  })

  test('is less where only a part of the screen shows it', () => {
    const view = { yaw: 0.3, pitch: 0, field: 1 }
    const [all, left] = [seen(sight(view)), seen(sight(view, { right: -0.2 }))]
    expect(left.length).toBeLessThan(all.length)
    expect(all).toEqual(expect.arrayContaining(left))
  })
})
