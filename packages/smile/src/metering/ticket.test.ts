import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOfSigns, codeOfToken, signsOfCode, stayBinOf, stayBins, TicketCode, ticketSigns } from './ticket.ts'

const token = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('a boat ticket', () => {
  test('carries five signs, whatever token it stands for, and is read back from them', () => {
    fc.assert(
      fc.property(token, (bits) => {
        const code = codeOfToken(bits)
        expect(TicketCode.safeParse(code).success).toBe(true)
        expect(signsOfCode(code)).toHaveLength(5)
        expect(codeOfSigns(signsOfCode(code))).toBe(code)
      }),
    )
  })

  test('uses every sign in every place about as often', () => {
    const counts = new Map<string, number>()
    const rounds = 12_000
    let seed = 1n
    for (let round = 0; round < rounds; round++) {
      // A full-period generator of 128 bits (Knuth's constants of 64, twice): the tokens of a day, the same in every run.
      seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 128n
      const bits = Uint8Array.from({ length: 16 }, (_, at) => Number((seed >> BigInt(8 * at)) & 255n))
      for (const [place, letter] of [...codeOfToken(bits)].entries())
        counts.set(`${place}${letter}`, (counts.get(`${place}${letter}`) ?? 0) + 1)
    }
    expect(counts.size).toBe(5 * ticketSigns.length)
    for (const count of counts.values()) expect(Math.abs(count - rounds / 12)).toBeLessThan(rounds / 60)
  })
})

test('a stay falls into one bin of eight, the longer the later', () => {
  expect([0, 9.9, 10, 59, 60, 119, 120, 600].map((minutes) => stayBinOf(minutes * 60_000))).toEqual([
    0, 0, 1, 4, 5, 6, 7, 7,
  ])
  fc.assert(
    fc.property(fc.nat(10 ** 8), fc.nat(10 ** 8), (a, b) => {
      expect(stayBinOf(a)).toBeLessThan(stayBins)
      if (a < b) expect(stayBinOf(a)).toBeLessThanOrEqual(stayBinOf(b))
    }),
  )
})
