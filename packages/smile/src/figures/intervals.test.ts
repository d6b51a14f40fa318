import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusteredRate, dayDifference, residualsOf, sumsOf } from './clusters.ts'
import { agrestiCaffo, differenceOf, type Interval, newcombe, type Share, wilson } from './intervals.ts'
import { student975 } from './quantiles.ts'

const share = (x: number, n: number): Share => ({ x, n })
const digits = (interval: Interval | undefined): readonly number[] =>
  interval ? [interval.value, interval.low, interval.high].map(to4) : []
const to4 = (value: number): number => Number(value.toFixed(4))
const entry = share(1010, 4813)
const exit = share(4175, 4813)

/** Ten days of both doors: x₁, n₁, x₂, n₂. */
const tenDays = [
  [61, 310, 178, 305],
  [40, 220, 118, 214],
  [95, 402, 201, 398],
  [38, 250, 131, 247],
  [72, 290, 166, 288],
  [120, 510, 262, 505],
  [131, 560, 270, 548],
  [52, 300, 160, 296],
  [44, 240, 126, 236],
  [80, 333, 190, 330],
].map(([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => ({ before: share(x1, n1), after: share(x2, n2) }))

const tenParties = [
  [1, 3],
  [0, 2],
  [2, 2],
  [14, 20],
  [0, 1],
  [3, 4],
  [1, 1],
  [5, 25],
  [2, 6],
  [0, 4],
].map(([x = 0, n = 0]) => share(x, n))

describe('the Wilson interval', () => {
  test('gives the published rates with their limits (W-01)', () => {
    expect(digits(wilson(entry))).toEqual([0.2098, 0.1986, 0.2216])
    expect(digits(wilson(exit))).toEqual([0.8674, 0.8576, 0.8767])
  })
  test('holds at the edges and for few visitors (W-06)', () => {
    expect(digits(wilson(share(0, 12)))).toEqual([0, 0, 0.2425])
    expect(digits(wilson(share(7, 20)))).toEqual([0.35, 0.1812, 0.5671])
    expect(digits(wilson(share(20, 20)))).toEqual([1, 0.8389, 1])
  })
  test('is as wide at one half as the publication rules expect (W-26)', () => {
    const width = (n: number) => to4(wilson(share(n / 2, n)).high - wilson(share(n / 2, n)).low)
    expect(width(30)).toBe(0.3369)
    expect(width(40)).toBe(0.296)
  })
  test('lies inside [0, 1] round the share, for every count', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (some, n) => {
        const { value, low, high } = wilson(share(Math.min(some, n), n))
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true)
      }),
    )
  })
})

describe('the difference of two shares', () => {
  test('gives the published difference (W-02)', () => {
    expect(digits(newcombe(entry, exit))).toEqual([0.6576, 0.6423, 0.6722])
    const caffo = agrestiCaffo(entry, exit)
    expect([to4(caffo.low), to4(caffo.high)]).toEqual([0.6423, 0.6723])
  })
  test('widens with an assumed design effect of 6.7 (W-03)', () => {
    const shrunk = ({ x, n }: Share) => share(x / 6.7, n / 6.7)
    const { low, high } = newcombe(shrunk(entry), shrunk(exit))
    expect((4813 / 6.7).toFixed(1)).toBe('718.4')
    expect([to4(low), to4(high)]).toEqual([0.6164, 0.6939])
    expect((4813 / (1 + (2740 / 115 - 1) * 0.25)).toFixed(1)).toBe('717.7')
  })
  test('knows how many must have begun or ceased to smile, had they been the same people (W-04)', () => {
    const [x1, x2, n] = [entry.x, exit.x, entry.n]
    expect([x2 - x1, Math.min(x2, n - x1)]).toEqual([3165, 3803])
    expect([Math.max(0, x1 - x2), Math.min(x1, n - x2)]).toEqual([0, 638])
  })
  test('moves when the total of passages is not halved evenly (W-05)', () => {
    const rates = (n1: number, n2: number) => [1010 / n1, 4175 / n2, 4175 / n2 - 1010 / n1].map(to4)
    expect(rates(4600, 5026)).toEqual([0.2196, 0.8307, 0.6111])
    expect(rates(5000, 4626)).toEqual([0.202, 0.9025, 0.7005])
  })
  test('follows Newcombe in the worked pairs (W-07)', () => {
    expect(digits(newcombe(share(7, 20), share(15, 20)))).toEqual([0.4, 0.0918, 0.6181])
    expect(digits(newcombe(share(48, 80), share(56, 70)))).toEqual([0.2, 0.0524, 0.3339])
    expect(digits(newcombe(share(3, 10), share(9, 10)))).toEqual([0.6, 0.1705, 0.809])
    expect(digits(newcombe(share(0, 10), share(10, 10)))).toEqual([1, 0.6075, 1])
  })
  test('follows Agresti and Caffo (W-08)', () => {
    expect(digits(agrestiCaffo(share(7, 20), share(15, 20)))).toEqual([0.3636, 0.0897, 0.6376])
  })
})

describe('a rate clustered by day or party', () => {
  test('widens by how the ten days differ (W-10)', () => {
    const before = clusteredRate(sumsOf(tenDays.map((day) => day.before)))
    const after = clusteredRate(sumsOf(tenDays.map((day) => day.after)))
    if (!before || !after) throw new Error('ten days have a variance')
    expect(before.cautiousN.toFixed(2)).toBe('1315.75')
    expect(after.cautiousN.toFixed(2)).toBe('1455.65')
    expect(digits(before)).toEqual([0.2146, 0.1933, 0.2376])
    expect(digits(after)).toEqual([0.5352, 0.5095, 0.5607])
    expect(digits(differenceOf(before, after))).toEqual([0.3206, 0.2861, 0.3538])
    expect(digits(newcombe(share(733, 3415), share(1802, 3367)))).toEqual([0.3206, 0.2986, 0.3421])
    expect([before.designEffect.toFixed(4), after.designEffect.toFixed(4)]).toEqual(['1.9484', '1.7364'])
  })
  test('widens by how ten parties differ (W-11)', () => {
    const sums = sumsOf(tenParties)
    const rate = clusteredRate(sums)
    expect(sums).toEqual({ clusters: 10, n: 68, x: 28, sumX2: 240, sumXN: 437, sumN2: 1112 })
    expect(residualsOf(sums, 28 / 68).toFixed(4)).toBe('68.6574')
    expect([rate?.designEffect, rate?.effectiveN, rate?.cautiousN].map((value) => value?.toFixed(4))).toEqual([
      '4.6317',
      '14.6816',
      '11.0211',
    ])
    expect(digits(rate)).toEqual([0.4118, 0.1833, 0.6858])
    expect(digits(wilson(share(28, 68)))).toEqual([0.4118, 0.3026, 0.5304])
  })
  test('is not known from one cluster', () => {
    expect(clusteredRate(sumsOf([share(3, 40)]))).toBeUndefined()
  })
  test('never claims more than independent visitors would, and stays inside [0, 1]', () => {
    const cluster = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => share(Math.min(a, b), Math.max(a, b)))
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 30 }), (clusters) => {
        const sums = sumsOf(clusters)
        const rate = clusteredRate(sums)
        fc.pre(rate !== undefined)
        const naive = wilson(share(sums.x, sums.n))
        expect(rate.low).toBeLessThanOrEqual(naive.low + 1e-12)
        expect(rate.high).toBeGreaterThanOrEqual(naive.high - 1e-12)
        expect(rate.low >= 0 && rate.high <= 1).toBe(true)
      }),
    )
  })
})

describe('the headline difference', () => {
  test('rests on the days (W-09)', () => {
    const difference = dayDifference(tenDays)
    expect(difference?.standardError.toFixed(6)).toBe('0.016914')
    expect(student975(9).toFixed(4)).toBe('2.2622')
    expect(digits(difference)).toEqual([0.3206, 0.2823, 0.3588])
  })
  test('is not known from a single day', () => {
    expect(dayDifference(tenDays.slice(0, 1))).toBeUndefined()
  })
})
