import { tilesOf } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entries, entryOf, Pages, tileAt } from './pages.ts'

const sides = { f: 0, r: 1, b: 2, l: 3, u: 4, d: 5 } as const
const anyFace = fc.integer({ min: 1, max: 16 }).map((tiles) => tiles * 512)

describe('the table of tiles', () => {
  test('has a place of its own for every tile of the largest sphere', () => {
    const places = [...tilesOf(8192)].map(({ level, face, row, column }) => entryOf(level, sides[face], row, column))
    expect(new Set(places).size).toBe(places.length)
    expect(Math.max(...places)).toBeLessThan(entries)
  })

  test('finds the tile of a place again', () => {
    fc.assert(
      fc.property(anyFace, (face) => {
        for (const { level, face: side, row, column } of tilesOf(face))
          expect(tileAt(entryOf(level, sides[side], row, column))).toEqual({ level, face: side, row, column })
      }),
      { numRuns: 20 },
    )
  })

  test('names for every tile the finest that is there, itself or one it lies in, and none where there is none', () => {
    fc.assert(
      fc.property(anyFace, fc.integer({ min: 0, max: 7 }), fc.infiniteStream(fc.boolean()), (face, row, there) => {
        const pages = new Pages()
        const all = [...tilesOf(face)]
        const has = new Map(all.map((tile) => [key(tile), there.next().value]))
        for (const [index, tile] of all.entries())
          if (has.get(key(tile))) pages.put(row * entries + entryFor(tile), index % 200)
        pages.write(row, face)
        for (const tile of all) {
          let finest = -1
          for (let level = 0; level <= tile.level; level += 1) {
            const up = tile.level - level
            if (has.get(`${level}${tile.face}${tile.row >> up}-${tile.column >> up}`)) finest = level
          }
          expect(pages.levelFor(row * entries + entryFor(tile))).toBe(finest)
        }
        pages[Symbol.dispose]()
      }),
      { numRuns: 12 },
    )
  })
})

type Tile = ReturnType<typeof tileAt>
const key = ({ level, face, row, column }: Tile): string => `${level}${face}${row}-${column}`
const entryFor = ({ level, face, row, column }: Tile): number => entryOf(level, sides[face], row, column)
