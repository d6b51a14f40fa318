import binomialTest from '@stdlib/stats-binomial-test'
import { type Interval, wilson } from './intervals.ts'

/** Visitors who carried a ticket from entry to exit (船票), by whether they smiled at each. */
export type Pairs = {
  readonly both: number
  readonly onlyEntry: number
  readonly onlyExit: number
  readonly neither: number
}

export type PairedDifference = Interval & {
  readonly n: number
  /** Correlation of the two readings, as Newcombe's interval uses it. */
  readonly phi: number
  /** Exact two-sided McNemar probability; 1 where nobody changed. */
  readonly probability: number
}

/**
 * The share of visitors who smile at exit less the share who smile at entry, of the same people: Newcombe's paired interval
 * (Statistics in Medicine 17, 1998, method 10) and the exact McNemar test. Undefined for nobody.
 */
export function pairedDifference({
  both: e,
  onlyEntry: f,
  onlyExit: g,
  neither: h,
}: Pairs): PairedDifference | undefined {
  const n = e + f + g + h
  if (n === 0) return undefined
  const before = wilson({ x: e + f, n })
  const after = wilson({ x: e + g, n })
  const value = (g - f) / n
  const phi = phiOf(e, f, g, h)
  const [a, b] = [after.value - after.low, before.high - before.value]
  const [c, d] = [after.high - after.value, before.value - before.low]
  const probability = f + g === 0 ? 1 : Math.min(1, binomialTest(f, f + g).pValue)
  return {
    value,
    low: value - Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b)),
    high: value + Math.sqrt(Math.max(0, c * c - 2 * phi * c * d + d * d)),
    n,
    phi,
    probability,
  }
}

function phiOf(e: number, f: number, g: number, h: number): number {
  const root = Math.sqrt((e + f) * (g + h) * (e + g) * (f + h))
  if (root === 0) return 0
  const cross = e * h - f * g
  const half = (e + f + g + h) / 2
  const cautious = cross > half ? cross - half : Math.min(cross, 0)
  return cautious / root
}
