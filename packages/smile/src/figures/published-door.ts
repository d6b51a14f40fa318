import { type ClusteredRate, clusteredRate, sumsOf } from './clusters.ts'
import { type Interval, wilson } from './intervals.ts'
import { type Allowed, isExtreme } from './permission.ts'
import { addDoors, nobody } from './slice.ts'
import type { Thresholds } from './thresholds.ts'
import type { DayTotals, Totals } from './totals.ts'

/** Why a rate is not shown. `too-few` says neither whether the cell itself or its neighbour was too small, on purpose. */
export type DoorNote = 'too-few' | 'below-5' | 'above-95' | 'unreliable'

/** What may be shown of one door. Counts are exact; `null` means held back. */
export type PublishedDoor = {
  readonly n: number | null
  readonly u: number | null
  readonly x: number | null
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
  /** Readable share of all readings. */
  readonly usable: number | null
  readonly designEffect: number | null
  /** Where the usable share is below R6: the rate if nobody, or everybody, who could not be read had smiled. */
  readonly bounds: { readonly worst: number; readonly best: number } | null
  readonly note: DoorNote | null
}

const silentDoor: PublishedDoor = {
  n: null,
  u: null,
  x: null,
  rate: null,
  low: null,
  high: null,
  usable: null,
  designEffect: null,
  bounds: null,
  note: 'too-few',
}

/** One door of a row, as far as its cells and R1, R3 and R6 allow. */
export function doorOf(totals: Totals, name: 'entry' | 'exit', allowed: Allowed, rules: Thresholds): PublishedDoor {
  const door = totals[name]
  if (!allowed[name]) return silentDoor
  const counts = { ...silentDoor, n: door.n, u: door.u, usable: door.n / (door.n + door.u) }
  if (!allowed[`${name}Smiles`]) {
    const note = !isExtreme(door, rules)
      ? 'too-few'
      : door.n < rules.leastForRate
        ? 'unreliable'
        : door.x === 0
          ? 'below-5'
          : 'above-95'
    return { ...counts, note }
  }
  const rate = rateOf(totals.days, name, rules)
  if (!rate || !isReliable(rate, door.n, rules)) return { ...counts, x: door.x, note: 'unreliable' }
  const bounds = counts.usable < rules.leastUsable ? usableBounds(rate.value, counts.usable) : null
  return {
    ...counts,
    x: door.x,
    rate: rate.value,
    low: rate.low,
    high: rate.high,
    designEffect: rate.designEffect,
    bounds,
    note: null,
  }
}

/** What the rate would be had nobody, or everybody, who could not be read smiled; `usable` is their complement's share. */
export const usableBounds = (rate: number, usable: number): { worst: number; best: number } => ({
  worst: rate * usable,
  best: rate * usable + 1 - usable,
})

export type Rate = Interval & Pick<ClusteredRate, 'designEffect' | 'effectiveN'>

/** By day from eight days on, else by party, else (where parties were not kept) as if everybody came alone. */
export function rateOf(days: readonly DayTotals[], name: 'entry' | 'exit', rules: Thresholds): Rate | undefined {
  const busy = days.map((day) => day[name]).filter(({ n }) => n > 0)
  const all = busy.reduce(addDoors, nobody)
  if (busy.length >= rules.leastDays) return clusteredRate(sumsOf(busy))
  if (all.parties) return clusteredRate(all.parties)
  return all.n === 0 ? undefined : { ...wilson(all), designEffect: 1, effectiveN: all.n }
}

/** R3 */
export function isReliable(
  { value, low, high, effectiveN }: Omit<Rate, 'designEffect'>,
  n: number,
  rules: Thresholds,
): boolean {
  const width = high - low
  if (n < rules.leastForRate || effectiveN < rules.leastForRate || width >= rules.widestInterval) return false
  return width <= rules.narrowEnough || width / value <= rules.widestRelative
}
