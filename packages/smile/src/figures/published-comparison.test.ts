import { describe, expect, test } from 'vitest'
import { dayAfter } from './calendar.ts'
import { publishComparison, shareDays } from './published-comparison.ts'
import { judgeTogether } from './several-comparisons.ts'
import { nobody, nothing, type Slice } from './slice.ts'

type Hour = { readonly hour: number; readonly x: number; readonly n: number; readonly partyOf?: number }

/** Ten days from a Monday on, every one with the same hours. */
const ten = (from: string, hours: readonly Hour[], days = 10): Slice[] =>
  Array.from({ length: days }, (_, at) => dayAfter(from, at)).flatMap((day) =>
    hours.map(({ hour, x, n, partyOf = 1 }) => {
      const parties = Math.round(n / partyOf)
      const sums = { clusters: parties, n, x, sumX2: x * partyOf, sumXN: x * partyOf, sumN2: n * partyOf }
      return {
        ...nothing,
        station: 'pier',
        mode: 'opt-in' as const,
        span: `${day}T${hour}`,
        exit: { n, x, u: 0, parties: sums },
        entry: { ...nobody, n, x: Math.round(n / 2), parties: { ...sums, x: Math.round(n / 2) } },
        quarters: 4,
        coveredSeconds: 3600,
        detectors: ['d1'],
      }
    }),
  )
const january = { from: '2026-01-05', to: '2026-01-14' }
const march = { from: '2026-03-02', to: '2026-03-11' }
const compared = (a: readonly Hour[], b: readonly Hour[]) => {
  const [told] = publishComparison(
    { slices: ten(january.from, a), period: january },
    { slices: ten(march.from, b), period: march },
  )
  if (!told) throw new Error('nothing was compared')
  return told
}

describe('a comparison of two periods', () => {
  test('hides the crude difference where both kinds of visit say the opposite (W-16)', () => {
    const { exit } = compared(
      [
        { hour: 10, x: 160, n: 800 },
        { hour: 15, x: 120, n: 200, partyOf: 20 },
      ],
      [
        { hour: 10, x: 36, n: 200 },
        { hour: 15, x: 464, n: 800, partyOf: 20 },
      ],
    )
    expect(exit.misleads).toBe(true)
    expect(exit.crude).toBeNull()
    expect([exit.a.rate, exit.b.rate]).toEqual([null, null])
    expect(exit.standardised?.a).toBeCloseTo(0.4, 4)
    expect(exit.standardised?.b).toBeCloseTo(0.38, 4)
    expect(exit.standardised?.withinStrata).toBeCloseTo(-0.02, 4)
    expect(exit.verdict).toBe('fewer')
  })

  test('tells hours of tours from hours of singles, and workdays from weekends', () => {
    const { strata } = compared([{ hour: 10, x: 40, n: 100 }], [{ hour: 10, x: 50, n: 100 }])
    expect(new Set(strata.map(({ band, visit }) => `${band} ${visit}`))).toEqual(new Set(['morning singles']))
    expect(new Set(strata.map(({ weekpart }) => weekpart))).toEqual(new Set(['workday', 'weekend']))
  })

  test('shows crude and standardised side by side where they agree, and the change of the difference', () => {
    const { exit, delta, parts, flags } = compared(
      [
        { hour: 10, x: 40, n: 100 },
        { hour: 15, x: 50, n: 100 },
      ],
      [
        { hour: 10, x: 50, n: 100 },
        { hour: 15, x: 60, n: 100 },
      ],
    )
    expect(exit.crude?.value).toBeCloseTo(0.1)
    expect(exit.standardised?.value).toBeCloseTo(0.1)
    expect(exit.share).toEqual({ a: 1, b: 1 })
    expect(delta.change?.value).toBeCloseTo(0.1)
    expect(parts.filter(({ door }) => door === 'exit').map(({ at }) => at)).toEqual([
      'morning',
      'afternoon',
      'workday',
      'weekend',
    ])
    expect(flags).toContain('uncalibrated')
  })

  test('is preliminary with fewer than eight days on a side, and nothing with too few readings', () => {
    const few = [{ hour: 10, x: 40, n: 100 }]
    const [short] = publishComparison(
      { slices: ten(january.from, few, 5), period: january },
      { slices: ten(march.from, few), period: march },
    )
    expect(short?.exit.note).toBe('preliminary')
    expect(short?.exit.standardised?.method).toBe('party-linearised')
    const [quiet] = publishComparison(
      { slices: ten(january.from, [{ hour: 10, x: 1, n: 2 }]), period: january },
      { slices: ten(march.from, few), period: march },
    )
    expect(quiet?.exit).toMatchObject({ standardised: null, verdict: null, note: 'insufficient' })
  })

  test('says that the two were not read by the same detector', () => {
    const hours = [{ hour: 10, x: 40, n: 100 }]
    const later = ten(march.from, hours).map((slice) => ({ ...slice, detectors: ['d2'] }))
    const [told] = publishComparison(
      { slices: ten(january.from, hours), period: january },
      { slices: later, period: march },
    )
    expect(told?.flags).toContain('other-detector')
  })

  test('never mixes modes', () => {
    const hours = [{ hour: 10, x: 40, n: 100 }]
    const ambient = ten(march.from, hours).map((slice) => ({ ...slice, mode: 'ambient' as const }))
    expect(
      publishComparison({ slices: ten(january.from, hours), period: january }, { slices: ambient, period: march }),
    ).toEqual([])
  })

  test('knows periods that share a day', () => {
    expect(shareDays(january, march)).toBe(false)
    expect(shareDays({ from: '2026-01-01', to: '2026-01-05' }, january)).toBe(true)
  })
})

describe('several comparisons in one table', () => {
  test('are judged together when there are more than five', () => {
    const p = [0.008, 0.03, 0.123, 0.6, 0.2, 0.9]
    expect(judgeTogether(p.slice(0, 5)).map(({ stands }) => stands)).toEqual([true, true, false, false, false])
    const together = judgeTogether(p)
    // R: p.adjust(c(0.008, 0.03, 0.123, 0.6, 0.2, 0.9), "BH")
    for (const [at, wanted] of [0.048, 0.09, 0.246, 0.72, 0.3, 0.9].entries())
      expect(together[at]?.adjusted).toBeCloseTo(wanted, 6)
    expect(together.map(({ stands }) => stands)).toEqual([true, false, false, false, false, false])
  })
})
