import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationState, kappa } from './agreement.ts'
import { compare } from './comparison.ts'
import { checkCount, controlChart } from './control-chart.ts'
import { correctedByOne, correctedByTwo, langReiczigel, trueRate } from './detector-correction.ts'
import { meanStay } from './dwell.ts'
import { type Share, wilson } from './intervals.ts'
import { noiseBase, noiseDeviation, noisy } from './noise.ts'
import { pairedDifference } from './pairs.ts'
import { selfReport } from './self-report.ts'

const share = (x: number, n: number): Share => ({ x, n })
const to4 = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(4))
const limits = (interval: { low: number; high: number } | undefined) => [to4(interval?.low), to4(interval?.high)]
const entry = share(1010, 4813)
const exit = share(4175, 4813)
const good = { sensitivity: share(180, 200), specificity: share(190, 200) }
const seen = ({ x, n }: Share) => ({ value: x / n, variance: ((x / n) * (1 - x / n)) / n })

describe('the correction for the detector', () => {
  test('gives the true rates behind the published ones (W-12)', () => {
    const both = (se: number, sp: number) => [entry, exit].map(({ x, n }) => to4(trueRate(x / n, se, sp)))
    expect(both(0.9, 0.95)).toEqual([0.1881, 0.9617])
    expect(both(0.95, 0.98)).toEqual([0.2041, 0.9112])
    expect(both(0.8, 0.9)).toEqual([0.1569, undefined])
  })
  test('has limits that allow for the size of the calibration (W-13)', () => {
    const [before, after] = [langReiczigel(entry, good), langReiczigel(exit, good)]
    expect([before?.unshifted, before?.value].map(to4)).toEqual([0.1849, 0.184])
    expect(limits(before)).toEqual([0.1495, 0.2185])
    expect([after?.unshifted, after?.value].map(to4)).toEqual([0.9657, 0.969])
    expect(limits(after)).toEqual([0.9194, 1])
  })
  test('of the difference is wider with two calibrations than with one (W-14)', () => {
    const [p1, p2] = [seen(entry), seen(exit)]
    const one = correctedByOne({ value: p2.value - p1.value, variance: p1.variance + p2.variance }, good)
    const two = correctedByTwo({ ...p1, calibration: good }, { ...p2, calibration: good })
    expect([one?.value, one?.standardError].map(to4)).toEqual([0.7736, 0.0255])
    expect(limits(one)).toEqual([0.7237, 0.8236])
    expect(to4(two?.standardError)).toBe(0.0299)
    expect(limits(two)).toEqual([0.715, 0.8323])
  })
  test('is not offered for a detector that hardly tells', () => {
    const poor = { sensitivity: share(140, 200), specificity: share(150, 200) }
    expect(trueRate(0.5, 0.7, 0.75)).toBeUndefined()
    expect(langReiczigel(entry, poor)).toBeUndefined()
    expect(correctedByOne({ value: 0.3, variance: 0.001 }, poor)).toBeUndefined()
  })
  test('gives back what mistakes made of any true rate', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true })
    const quality = fc.double({ min: 0.76, max: 1, noNaN: true })
    fc.assert(
      fc.property(rate, quality, quality, (truth, se, sp) => {
        const found = trueRate(truth * se + (1 - truth) * (1 - sp), se, sp)
        // At the very ends rounding may step outside [0, 1], where nothing is said.
        if (found !== undefined) expect(found).toBeCloseTo(truth, 9)
        else expect(Math.min(truth, 1 - truth)).toBeLessThan(1e-9)
      }),
    )
  })
})

describe('paired readings', () => {
  const of = (both: number, onlyEntry: number, onlyExit: number, neither: number) =>
    pairedDifference({ both, onlyEntry, onlyExit, neither })
  test('follow Newcombe and McNemar (W-15)', () => {
    const [one, two, three] = [of(28, 4, 44, 24), of(22, 8, 52, 18), of(36, 2, 12, 0)]
    expect([one?.value, one?.phi].map(to4)).toEqual([0.4, 0.2129])
    expect(limits(one)).toEqual([0.2799, 0.5016])
    expect(one?.probability.toExponential(4)).toBe('1.5138e-9')
    expect([two?.value, two?.phi].map(to4)).toEqual([0.44, -0.0099])
    expect(limits(two)).toEqual([0.3053, 0.5516])
    expect(two?.probability.toExponential(4)).toBe('5.2057e-9')
    expect([three?.value, three?.phi].map(to4)).toEqual([0.2, -0.1147])
    expect(limits(three)).toEqual([0.0569, 0.3404])
  })
  test('know the difference inside its limits and inside [−1, 1], whoever came', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (e, f, g, h) => {
        fc.pre(e + f + g + h > 0)
        const found = of(e, f, g, h)
        if (!found) throw new Error('somebody came')
        expect(found.low <= found.value && found.value <= found.high).toBe(true)
        expect(found.low >= -1.0001 && found.high <= 1.0001).toBe(true)
        expect(found.probability > 0 && found.probability <= 1).toBe(true)
      }),
    )
  })
  test('say nothing of nobody, and that nothing changed where nobody changed', () => {
    expect(of(0, 0, 0, 0)).toBeUndefined()
    expect(of(5, 0, 0, 5)?.probability).toBe(1)
  })
})

describe('two periods compared', () => {
  const strata = [
    { a: share(160, 800), b: share(36, 200) },
    { a: share(120, 200), b: share(464, 800) },
  ]
  test('hide a crude rise that is a fall in every kind of hour (W-16)', () => {
    const found = compare(strata)
    expect(to4(found?.withinStrata)).toBe(-0.02)
    expect([found?.standardised.a, found?.standardised.b].map(to4)).toEqual([0.4, 0.38])
    expect([found?.crude, found?.crudeMisleads]).toEqual([undefined, true])
  })
  test('show the crude difference where visits were alike', () => {
    const found = compare([{ a: share(40, 100), b: share(50, 100) }])
    expect([to4(found?.crude), found?.crudeMisleads]).toEqual([0.1, false])
  })
  test('leave out what only one of them met', () => {
    expect(compare([{ a: share(0, 0), b: share(9, 10) }])).toBeUndefined()
  })
  test('agree with every stratum where all strata agree', () => {
    const stratum = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 12 }), (sizes) => {
        const found = compare(sizes.map(([n, m]) => ({ a: share(0.3 * n, n), b: share(0.5 * m, m) })))
        expect(found?.withinStrata).toBeCloseTo(0.2, 9)
        expect(found?.standardised.difference).toBeCloseTo(0.2, 9)
      }),
    )
  })
})

describe('the mean stay', () => {
  const flowOf = (...quarters: ReadonlyArray<readonly [at: number, comers: number, leavers: number]>) =>
    quarters.reduce(
      (sum, [at, comers, leavers]) => ({
        in: sum.in + comers,
        out: sum.out + leavers,
        inMinutes: sum.inMinutes + comers * (at * 15 + 7.5),
        outMinutes: sum.outMinutes + leavers * (at * 15 + 7.5),
      }),
      { in: 0, out: 0, inMinutes: 0, outMinutes: 0 },
    )
  test('follows from counts alone (W-17)', () => {
    const day = flowOf([0, 10, 0], [1, 20, 8], [2, 30, 18], [3, 20, 26], [4, 0, 20], [5, 0, 8])
    expect(meanStay(day)).toBeCloseTo(19.125, 9)
  })
  test('is not told where in and out are more than a tenth apart, or a door was silent', () => {
    expect(meanStay(flowOf([0, 100, 0], [1, 0, 89]))).toBeUndefined()
    expect(meanStay(flowOf([0, 100, 0]))).toBeUndefined()
  })
  test('is not told where leavers seem to come first', () => {
    expect(meanStay(flowOf([0, 0, 100], [4, 100, 0]))).toBeUndefined()
  })
})

describe('the five buttons', () => {
  test('tell how many answered, how many were content, and how far that may be wrong (W-18)', () => {
    const found = selfReport([3, 6, 21, 70, 60], 2400)
    expect([found?.response.value, found?.topTwo.value, found?.mean?.value].map(to4)).toEqual([0.0667, 0.8125, 4.1125])
    // 0.077355: the example prints it as 0.0773, cut rather than rounded.
    expect(limits(found?.response)).toEqual([0.0574, 0.0774])
    expect(limits(found?.topTwo)).toEqual([0.745, 0.8654])
    expect(limits(found?.mean)).toEqual([3.9713, 4.2537])
    expect([found?.bounds.worst, found?.bounds.best].map(to4)).toEqual([0.0542, 0.9875])
  })
  test('tell nothing where nobody pressed, or more pressed than left', () => {
    expect(selfReport([0, 0, 0, 0, 0], 100)).toBeUndefined()
    expect(selfReport([0, 0, 0, 60, 60], 100)).toBeUndefined()
  })
})

describe('the control chart', () => {
  const days = [
    [178, 305],
    [118, 214],
    [201, 398],
    [131, 247],
    [166, 288],
    [262, 505],
    [270, 548],
    [160, 296],
    [126, 236],
    [190, 330],
  ].map(([x = 0, n = 0]) => share(x, n))
  test('widens by how the days differ (W-19)', () => {
    const chart = controlChart(days)
    expect([chart?.centre, chart?.meanMovingRange, chart?.spread].map(to4)).toEqual([0.5352, 1.4252, 1.2635])
    expect(to4(chart?.points[0]?.rate)).toBe(0.5836)
    expect([0, 5, 6].map((at) => limits(chart?.points[at]))).toEqual([
      [0.4269, 0.6434],
      [0.4511, 0.6193],
      [0.4544, 0.616],
    ])
    expect(chart?.points.some((point) => point.isOutside)).toBe(false)
  })
  test('flags counts far from those of the same hour in the weeks before (W-20)', () => {
    const weeks = [52, 55, 49, 61, 58, 50, 54, 57]
    const [more, fewer] = [checkCount(weeks, 91), checkCount(weeks, 20)]
    expect([more?.median, more?.spread]).toEqual([54.5, 3])
    expect([more?.score, fewer?.score].map(to4)).toEqual([8.2063, -7.7566])
    expect([more?.isStrange, fewer?.isStrange]).toEqual([true, true])
  })
  test('flags a count off by more than twenty where all weeks before were alike', () => {
    expect(checkCount([40, 40, 40], 60)?.isStrange).toBe(false)
    expect(checkCount([40, 40, 40], 61)?.isStrange).toBe(true)
  })
  test('is not drawn from a single day, nor where nobody ever smiled', () => {
    expect(controlChart(days.slice(0, 1))).toBeUndefined()
    expect(controlChart([share(0, 40), share(0, 60)])).toBeUndefined()
  })
})

describe('two observers', () => {
  test('agree beyond chance (W-22)', () => {
    expect(to4(kappa({ bothSmile: 45, onlyFirst: 5, onlySecond: 3, neither: 47 }))).toBe(0.84)
  })
  test('give a calibration its limits (W-23)', () => {
    expect([limits(wilson(share(180, 200))), limits(wilson(share(190, 200)))]).toEqual([
      [0.8506, 0.9343],
      [0.9104, 0.9726],
    ])
  })
  const agreed = { bothSmile: 200, onlyFirst: 4, onlySecond: 5, neither: 200 }
  test('make a calibration valid for ninety days', () => {
    expect([0, 90, 91, -1].map((days) => calibrationState(good, agreed, days))).toEqual([
      'valid',
      'valid',
      'expired',
      'ahead-of-its-time',
    ])
  })
  test('make none where they judged too few faces, or differed too often', () => {
    expect(calibrationState({ ...good, sensitivity: share(180, 199) }, agreed, 0)).toBe('too-few')
    expect(calibrationState(good, { ...agreed, onlyFirst: 60, onlySecond: 60 }, 0)).toBe('observers-disagree')
  })
})

describe('noise on exported counts', () => {
  test('has the base and the deviation asked for (W-25)', () => {
    expect([noiseBase(1), noiseDeviation(1)].map(to4)).toEqual([0.6065, 2.7992])
  })
  test('is unbiased and as wide as it says', () => {
    const chance = seededChance(11)
    const drawn = Array.from({ length: 40_000 }, () => noisy(1000, 1, chance) - 1000)
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length
    const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length)
    expect(Math.abs(mean)).toBeLessThan(0.06)
    expect(Math.abs(deviation - noiseDeviation(1))).toBeLessThan(0.06)
  })
})
