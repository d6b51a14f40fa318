import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeness, type Pixels, reproject, reprojectTiles, type TiledLevel } from './reproject.ts'
import { faceDirection, tileSize } from './tiles.ts'
import { onScreen, rayThrough } from './view.ts'

const anyView = fc.record({
  yaw: fc.double({ min: -7, max: 7, noNaN: true }),
  pitch: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  field: fc.double({ min: 0.3, max: 1.8, noNaN: true }),
})
const anyPlace = fc.double({ min: -1, max: 1, noNaN: true })

/** Each pixel says where it is: red its column, green its row. */
const where = {
  width: 8,
  height: 4,
  data: new Uint8ClampedArray(8 * 4 * 4).map(
    (_, index) => [((index >> 2) % 8) * 30, (index >> 5) * 60, 0, 255][index % 4] ?? 0,
  ),
}

describe('a view', () => {
  test('sends a ray through every point of the screen that falls back on that point', () => {
    fc.assert(
      fc.property(anyView, anyPlace, anyPlace, (view, x, y) => {
        const seen = onScreen(view, 16 / 9, rayThrough(view, 16 / 9, x, y))
        expect(seen?.x).toBeCloseTo(x, 6)
        expect(seen?.y).toBeCloseTo(y, 6)
      }),
    )
  })

  test('looks along z at yaw 0, to the right with growing yaw and up with growing pitch', () => {
    expect(rayThrough({ yaw: 0, pitch: 0, field: 1 }, 1, 0, 0)).toEqual([0, 0, 1])
    expect(rayThrough({ yaw: Math.PI / 2, pitch: 0, field: 1 }, 1, 0, 0)[0]).toBeCloseTo(1)
    expect(rayThrough({ yaw: 0, pitch: 0.5, field: 1 }, 1, 0, 0)[1]).toBeGreaterThan(0)
  })
})

describe('the reference', () => {
  test('has the middle of the picture straight ahead and its join at the back', () => {
    const eye = { pitch: 0, field: 0.001 }
    const ahead = reproject(where, { ...eye, yaw: 0 }, { width: 1, height: 1 })
    const behind = reproject(where, { ...eye, yaw: Math.PI }, { width: 1, height: 1 })
    expect([...ahead]).toEqual([105, 90, 0, 255])
    expect([...behind]).toEqual([105, 90, 0, 255])
  })

  test('judges a picture like itself, and less so the more it differs', () => {
    const a = new Uint8ClampedArray(400).fill(100)
    const b = a.map((value, index) => (index % 4 === 3 ? value : value + 1))
    expect(likeness(a, a)).toBe(Number.POSITIVE_INFINITY)
    expect(likeness(a, b)).toBeCloseTo(48.13, 1)
  })
})

describe('the reference of a tiled sphere', () => {
  /** Smooth all round, so that one bilinear tap finds it again: what the sphere has in a direction. */
  const inkOf = (x: number, y: number, z: number): readonly number[] => {
    const length = Math.hypot(x, y, z)
    return [128 + (100 * x) / length, 128 + (100 * y) / length, 128 + (100 * z) / length, 255]
  }
  const [size, gutter] = [1024, 2]
  const remembered = new Map<string, Pixels>()
  const tile: TiledLevel['tile'] = (face, row, column) => {
    const name = `${face}-${row}-${column}`
    const known = remembered.get(name)
    if (known) return known
    const width = tileSize + 2 * gutter
    const data = new Uint8ClampedArray(width * width * 4)
    for (let y = 0; y < width; y += 1)
      for (let x = 0; x < width; x += 1) {
        const u = ((column * tileSize + x - gutter + 0.5) / size) * 2 - 1
        const v = ((row * tileSize + y - gutter + 0.5) / size) * 2 - 1
        data.set(inkOf(...faceDirection(face, u, v)), (y * width + x) * 4)
      }
    const drawn = { width, height: width, data }
    remembered.set(name, drawn)
    return drawn
  }

  test('shows in every pixel what lies in that direction, across faces and tiles', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const shown = reprojectTiles({ size, gutter, tile }, view, { width: 12, height: 9 })
        for (let pixel = 0; pixel < 12 * 9; pixel += 1) {
          const [x, y] = [((pixel % 12) + 0.5) / 12, (Math.floor(pixel / 12) + 0.5) / 9]
          const ink = inkOf(...rayThrough(view, 12 / 9, x * 2 - 1, 1 - y * 2))
          for (let channel = 0; channel < 3; channel += 1)
            expect(Math.abs((shown[pixel * 4 + channel] ?? 0) - (ink[channel] ?? 0))).toBeLessThan(1.2)
        }
      }),
      { numRuns: 40 },
    )
  })
})
