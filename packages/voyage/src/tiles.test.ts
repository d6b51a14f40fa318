import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faceDirection, faceOf, faces, levelSizes, tilePath, tilesOf } from './tiles.ts'

describe('the tiles of a sphere', () => {
  test('halve from the finest face down to one tile', () => {
    expect(levelSizes(2560)).toEqual([320, 640, 1280, 2560])
    expect(levelSizes(512)).toEqual([512])
  })
  test('are numbered from the coarsest, with what is left over at the right and lower edges', () => {
    const all = [...tilesOf(1536)]
    expect(all.filter((tile) => tile.level === 0)).toHaveLength(6)
    expect(all.filter((tile) => tile.level === 2)).toHaveLength(6 * 9)
    expect(new Set(all.map((tile) => tilePath(tile, 'webp'))).size).toBe(all.length)
  })
})

describe('a face of the cube', () => {
  test('gives every direction one place, and the place its direction', () => {
    const part = fc.double({ min: -0.999, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...faces), part, part, (face, u, v) => {
        const back = faceOf(faceDirection(face, u, v))
        expect(back.face).toBe(face)
        expect(back.u).toBeCloseTo(u, 12)
        expect(back.v).toBeCloseTo(v, 12)
      }),
    )
  })
  test('meets the next one where they share an edge', () => {
    expect(faceDirection('f', 1, 0.3)).toEqual(faceDirection('r', -1, 0.3))
    expect(faceDirection('u', 0.2, 1)).toEqual(faceDirection('f', 0.2, -1))
    expect(faceDirection('d', 0.2, -1)).toEqual(faceDirection('f', 0.2, 1))
  })
})
