import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bearingOf, norm360, type Vector, vectorOf } from './angles.ts'
import { lookedAt, type Outline, spanOf } from './outline.ts'

const tower: Outline = [
  [350, 0],
  [10, 0],
  [10, 20],
  [350, 20],
]

const anyBearing = fc.double({ min: 0, max: 359.999, noNaN: true })
const anyElevation = fc.double({ min: -85, max: 85, noNaN: true })

/** Corners on a circle of `radius` degrees about a direction: convex, so that being inside is being on one side of every edge. */
function ring(bearing: number, elevation: number, radius: number, corners: number): Outline {
  const middle = vectorOf({ bearing, elevation })
  const right = vectorOf({ bearing: bearing + 90, elevation: 0 })
  const up = cross(middle, right)
  return Array.from({ length: corners }, (_, index) => {
    const turn = (index / corners) * 2 * Math.PI
    const far = Math.tan((radius * Math.PI) / 180)
    const corner = middle.map(
      (value, axis) => value + far * (Math.cos(turn) * (right[axis] ?? 0) + Math.sin(turn) * (up[axis] ?? 0)),
    ) as unknown as Vector
    const seen = bearingOf(corner)
    return [seen.bearing, seen.elevation] as const
  })
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

describe('touching a building', () => {
  test('finds it across north, and not its mirror behind the back', () => {
    expect(lookedAt(tower, { bearing: 359, elevation: 10 })).toBe(true)
    expect(lookedAt(tower, { bearing: 12, elevation: 10 })).toBe(false)
    expect(lookedAt(tower, { bearing: 179, elevation: -10 })).toBe(false)
  })

  test('agrees with the half-spaces of every convex outline, poles and seam included', () => {
    fc.assert(
      fc.property(
        anyBearing,
        anyElevation,
        fc.double({ min: 2, max: 70, noNaN: true }),
        fc.integer({ min: 3, max: 24 }),
        anyBearing,
        anyElevation,
        (bearing, elevation, radius, corners, lookBearing, lookElevation) => {
          const outline = ring(bearing, elevation, radius, corners)
          const vectors = outline.map(([b, e]) => vectorOf({ bearing: b, elevation: e }))
          const look = vectorOf({ bearing: lookBearing, elevation: lookElevation })
          const middle = vectorOf({ bearing, elevation })
          const sides = vectors.map((corner, index) => {
            const edge = cross(corner, vectors[(index + 1) % vectors.length] ?? corner)
            const side = (v: Vector) => edge[0] * v[0] + edge[1] * v[1] + edge[2] * v[2]
            return side(look) * Math.sign(side(middle))
          })
          fc.pre(sides.every((side) => Math.abs(side) > 1e-6))
          const inside = sides.every((side) => side > 0)
          expect(lookedAt(outline, { bearing: lookBearing, elevation: lookElevation })).toBe(inside)
        },
      ),
    )
  })

  test('does not depend on where north is', () => {
    const lShaped: Outline = [
      [0, 0],
      [30, 0],
      [30, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ]
    const nearby = fc.integer({ min: -50, max: 400 }).map((tenths) => tenths / 10 + 0.05)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), nearby, nearby, (turn, bearing, elevation) => {
        const turned = lShaped.map(([b, e]) => [norm360(b + turn), e] as const)
        const direct = lookedAt(lShaped, { bearing: norm360(bearing), elevation })
        expect(lookedAt(turned, { bearing: norm360(bearing + turn), elevation })).toBe(direct)
      }),
    )
  })

  test('knows how wide it stands', () => {
    expect(spanOf(tower, 0)).toEqual({ left: -10, right: 10, low: 0, high: 20 })
  })
})
