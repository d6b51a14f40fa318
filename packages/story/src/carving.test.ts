import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Carving,
  CarvingRecord,
  guidingHand,
  ProcessorField,
  rounded,
  Sand,
  type SandTouch,
  touchesOf,
} from './index.ts'

const [columns, rows] = [96, 54]
const tray = (onFelt?: (touch: SandTouch) => void) => new Sand(new ProcessorField(columns, rows), onFelt)

/** A hand told frame by frame, each frame bringing what happened up to a little before it. */
function carvedLive(touches: readonly SandTouch[], frames: readonly number[]) {
  const record = new CarvingRecord(columns, rows)
  const sand = tray((touch) => record.add(touch))
  const coming = [...touches]
  for (const frame of [...frames, 20_000]) {
    sand.advance(frame)
    while (coming[0] && coming[0].when <= frame + 9) {
      const touch = coming.shift()
      if (touch) sand.touch(rounded(touch))
    }
  }
  for (const touch of coming) sand.touch(rounded(touch))
  sand.advance(40_000)
  return { sand, carving: record.carving() }
}

describe('a carving', () => {
  test('told again to level sand leaves the same sand, however late its touches came the first time', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer({ min: 1, max: 7000 }), { maxLength: 60 }), (seed, frames) => {
        const hand = guidingHand(columns, rows, 333.3, seededChance(seed))
        const { sand, carving } = carvedLive(
          hand,
          [...frames].sort((one, other) => one - other),
        )
        const again = tray()
        const kept = Carving.parse(JSON.parse(JSON.stringify(carving)))
        for (const touch of touchesOf(kept, columns, rows, 0)) again.touch(touch)
        again.advance(40_000)
        expect(again.felt).toBe(hand.length)
        expect(again.field.heights).toEqual(sand.field.heights)
      }),
      { numRuns: 8 },
    )
  })
  test('fits a tray of another size', () => {
    const carving: Carving = {
      columns: 100,
      rows: 50,
      marks: [
        [3, 0, 0, 50, 25, 5],
        [3, 20, 4, 60, 25, 5],
        [3, 30, 0],
      ],
    }
    expect(touchesOf(carving, 200, 50, 1000)).toEqual([
      { type: 'down', id: -1003, when: 1000, late: 0, x: 100, y: 25, reach: 10 },
      { type: 'move', id: -1003, when: 1020, late: 4, x: 120, y: 25, reach: 10 },
      { type: 'up', id: -1003, when: 1030, late: 0 },
    ])
  })
  test('of untouched sand is none', () => {
    const record = new CarvingRecord(columns, rows)
    expect(record.carving()).toBeUndefined()
    record.add({ type: 'up', id: 1, when: 5 })
    record.clear()
    expect(record.carving()).toBeUndefined()
  })
  test('is refused where a hand is wider than any', () => {
    expect(Carving.safeParse({ columns: 64, rows: 64, marks: [[1, 0, 0, 0, 0, 4000]] }).success).toBe(false)
  })
})
