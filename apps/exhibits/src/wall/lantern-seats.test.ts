import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lanternsFor, lanternsOn } from './lantern-seats.ts'

const field = { left: 20, top: 380, width: 1880, height: 250 }
const some = fc.record({ entry: fc.nat(250), exit: fc.nat(350) })

describe('lanterns on the wall', () => {
  test('are as many as the smiles, up to six hundred; beyond that one stands for ten', () => {
    expect(lanternsFor({ entry: 80, exit: 190 })).toEqual({ entry: 80, exit: 190, each: 1 })
    expect(lanternsFor({ entry: 200, exit: 400 })).toEqual({ entry: 200, exit: 400, each: 1 })
    expect(lanternsFor({ entry: 201, exit: 400 })).toEqual({ entry: 20, exit: 40, each: 10 })
  })

  test('can be counted: each smile has its own, pale at the entry and brass at the exit', () => {
    fc.assert(
      fc.property(some, (smiles) => {
        const lanterns = lanternsOn(field, smiles)
        expect(lanterns.filter(({ tone }) => tone === 'pale')).toHaveLength(smiles.entry)
        expect(lanterns.filter(({ tone }) => tone === 'brass')).toHaveLength(smiles.exit)
        expect(lanterns.every(({ at: [x, y] }) => x >= 20 && x <= 1900 && y >= 380 && y <= 630)).toBe(true)
      }),
      { numRuns: 8 },
    )
  })

  test('leave room between each other, even six hundred', () => {
    const lanterns = lanternsOn(field, { entry: 200, exit: 400 })
    const crowded = lanterns.flatMap((one, at) =>
      lanterns
        .slice(at + 1)
        .filter(
          (other) =>
            Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]) < 0.6 * Math.max(one.size, other.size),
        ),
    )
    expect(crowded).toEqual([])
  })

  test('stay where they are when more come', () => {
    const before = lanternsOn(field, { entry: 80, exit: 190 })
    const after = lanternsOn(field, { entry: 84, exit: 205 })
    expect(after).toEqual(expect.arrayContaining([...before]))
  })
})
