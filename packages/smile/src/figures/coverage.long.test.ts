import { type Chance, seededChance } from '@riverside/kit'
import { describe, expect, test } from 'vitest'
import { type DayPair, dayDifference } from './clusters.ts'
import { newcombe, type Share } from './intervals.ts'

/** A Gamma number with shape `k` above 0 and scale 1 (Marsaglia and Tsang 2000; below 1 by Stuart's theorem). */
function gamma(k: number, chance: Chance): number {
  if (k < 1) return gamma(k + 1, chance) * chance() ** (1 / k)
  const d = k - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(chance)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

function beta(a: number, b: number, chance: Chance): number {
  const x = gamma(a, chance)
  return x / (x + gamma(b, chance))
}

/** A Poisson number by counting arrivals; for means below a hundred. */
function poisson(mean: number, chance: Chance): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = 1 - chance(); product > limit; product *= 1 - chance()) count += 1
  return count
}

/** Visitors of one party resemble each other: their common inclination to smile is drawn once. */
const likeness = 0.25

function door(mean: number, chance: Chance): Share {
  const k = (1 - likeness) / likeness
  const families = Array.from({ length: poisson(70, chance) }, () => 1 + Math.floor(chance() * 4))
  const tours = Array.from({ length: poisson(3, chance) }, () => 1 + poisson(23.8, chance))
  let n = 0
  let x = 0
  for (const size of [...families, ...tours]) {
    const inclination = beta(mean * k, (1 - mean) * k, chance)
    n += size
    for (let visitor = 0; visitor < size; visitor += 1) if (chance() < inclination) x += 1
  }
  return { x, n }
}

describe('over two thousand simulated fortnights', () => {
  test('the interval by day holds the truth as often as it claims, and the naive one does not (W-27)', () => {
    const chance = seededChance(20_260_314)
    const [before, after] = [0.3, 0.55]
    const runs = 2000
    let byDay = 0
    let naive = 0
    for (let run = 0; run < runs; run += 1) {
      const days: DayPair[] = Array.from({ length: 14 }, () => ({
        before: door(before, chance),
        after: door(after, chance),
      }))
      const total = (name: 'before' | 'after'): Share =>
        days.reduce((sum, day) => ({ x: sum.x + day[name].x, n: sum.n + day[name].n }), { x: 0, n: 0 })
      const holds = (limits: { low: number; high: number } | undefined) =>
        limits !== undefined && limits.low <= after - before && after - before <= limits.high
      if (holds(dayDifference(days))) byDay += 1
      if (holds(newcombe(total('before'), total('after')))) naive += 1
    }
    expect(byDay / runs).toBeGreaterThanOrEqual(0.93)
    expect(byDay / runs).toBeLessThanOrEqual(0.97)
    expect(naive / runs).toBeGreaterThan(0.65)
    expect(naive / runs).toBeLessThan(0.8)
  }, 120_000)
})
