import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cruise, castOff, cruise, cruisePace, haltsOf } from './cruise.ts'
import type { Node } from './node.ts'

const node = (chainage: number, lingers?: number) =>
  ({ chainage, ...(lingers === undefined ? {} : { lingers }) }) as Node
const shore = haltsOf([node(0, 5), node(93), node(500, 3), node(900, 4)])

/** Sails for so many seconds in frames of a length: every halt at which the ship lay, and how far it went in one frame at most. */
function sailed(halts: ReturnType<typeof haltsOf>, seconds: number, frame: number) {
  let sailing: Cruise = castOff
  let longest = 0
  const lay: number[] = []
  for (let time = 0; time < seconds; time += frame) {
    const next = cruise(sailing, halts, frame)
    longest = Math.max(longest, Math.abs(next.at - sailing.at))
    sailing = next
    if (sailing.lain > 0 && lay.at(-1) !== sailing.at) lay.push(sailing.at)
  }
  return { lay, longest, chainage: sailing.at }
}

describe('the ship sailing by itself', () => {
  test('goes down the river from halt to halt, and up again', () => {
    expect(sailed(shore, 400, 1 / 30).lay).toEqual([0, 500, 900, 500, 0])
  })

  test('never leaps, never leaves the shore and never stays for good, at any frame rate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2800 }), { minLength: 2, maxLength: 8 }),
        fc.double({ min: 1 / 120, max: 0.25, noNaN: true }),
        (places, frame) => {
          const halts = haltsOf([...new Set(places)].sort((a, b) => a - b).map((place) => node(place, 2)))
          const { longest, chainage, lay } = sailed(halts, 60, frame)
          expect(longest).toBeLessThanOrEqual(cruisePace * frame + 1e-9)
          expect(chainage).toBeLessThanOrEqual(2801)
          if (halts.length > 1 && (halts[1]?.chainage ?? 0) < 300) expect(lay.length).toBeGreaterThan(1)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('halts everywhere where no node says for how long, and lies still where there is one place', () => {
    expect(haltsOf([node(0), node(90)]).map(({ chainage }) => chainage)).toEqual([0, 90])
    expect(sailed(haltsOf([node(0)]), 100, 0.1).chainage).toBe(0)
    expect(cruise(castOff, [], 1)).toBe(castOff)
  })
})
