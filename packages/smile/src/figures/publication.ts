import type { Instant } from '@riverside/kit'
import type { Bucket, Mode } from './bucket.ts'
import { type ClusteredRate, clusteredRate, dayDifference, sumsOf } from './clusters.ts'
import { differenceOf, type Interval, wilson } from './intervals.ts'
import { hideCompanion, hideSmall } from './suppression.ts'
import {
  addDoors,
  closureKey,
  closureOf,
  closures,
  type DayTotals,
  type DoorTotals,
  type Grain,
  type Period,
  type Totals,
  type TotalsTree,
  totalsOf,
} from './totals.ts'

/** The thresholds of rules R1 to R6. They may be made stricter, never looser. */
export type Thresholds = {
  /** R1: fewer visitors than this are not shown. */
  readonly leastShown: number
  /** R1: with fewer than this, 0 % and 100 % are shown as "<5 %" and ">95 %". */
  readonly leastForExtremes: number
  /** R3: readings, and effective readings, a rate needs. */
  readonly leastForRate: number
  /** R3: the interval must be narrower. */
  readonly widestInterval: number
  /** R3: interval width over rate, unless the interval is no wider than `narrowEnough`. */
  readonly widestRelative: number
  readonly narrowEnough: number
  /** R4: days a headline difference needs. */
  readonly leastDays: number
  /** R6: share of readings that could be read. */
  readonly leastUsable: number
}

export const thresholds: Thresholds = {
  leastShown: 10,
  leastForExtremes: 50,
  leastForRate: 30,
  widestInterval: 0.3,
  widestRelative: 1.3,
  narrowEnough: 0.05,
  leastDays: 8,
  leastUsable: 0.6,
}

/** The thresholds with some made stricter; a looser wish is not heard. */
export function stricter(wish: Partial<Thresholds>): Thresholds {
  const least = (name: keyof Thresholds) => Math.max(thresholds[name], wish[name] ?? thresholds[name])
  const widest = (name: keyof Thresholds) => Math.min(thresholds[name], wish[name] ?? thresholds[name])
  return {
    leastShown: least('leastShown'),
    leastForExtremes: least('leastForExtremes'),
    leastForRate: least('leastForRate'),
    widestInterval: widest('widestInterval'),
    widestRelative: widest('widestRelative'),
    narrowEnough: widest('narrowEnough'),
    leastDays: least('leastDays'),
    leastUsable: least('leastUsable'),
  }
}

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

/** `day-linearised`: clustered by day. `party-mover`: by party, preliminary. `naive-newcombe`: as if all came alone, preliminary. */
type DeltaMethod = 'day-linearised' | 'party-mover' | 'naive-newcombe'
export type DeltaNote = 'preliminary' | 'insufficient' | 'usable-share'

export type PublishedDelta = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly method: DeltaMethod | null
  /** Days the difference rests on. */
  readonly days: number
  readonly note: DeltaNote | null
}

export type Flag = 'partial' | 'closure' | 'day-excluded' | 'uncalibrated' | 'no-parties' | 'clock'

export type PublishedRow = {
  readonly station: string
  readonly mode: Mode
  readonly start: Instant
  readonly end: Instant
  readonly in: number | null
  readonly out: number | null
  readonly closure: number | null
  readonly entry: PublishedDoor
  readonly exit: PublishedDoor
  readonly delta: PublishedDelta
  readonly covered: number
  readonly flags: readonly Flag[]
}

export type PublishedTable = {
  readonly period: Period
  readonly grain: Grain
  readonly rows: readonly PublishedRow[]
  /** Cells held back by R1 and R2. */
  readonly suppressed: number
  readonly thresholds: Thresholds
}

/**
 * The one way from counts to anything a person sees: wall, console and every file call this. It applies R1 to R4 and R6, hiding
 * hours so that their day does not give them away, and days so that the whole period does not.
 */
export function publish(
  buckets: readonly Bucket[],
  asked: Period & { readonly grain: Grain },
  rules: Thresholds = thresholds,
): PublishedTable {
  const excluded = new Set([...closures(buckets)].flatMap(([key, closure]) => (closure > 0.2 ? [key] : [])))
  const cells = totalsOf(buckets, asked).flatMap((tree) => permit(tree, asked.grain, rules))
  const rows = cells.map(({ totals, allowed }) => rowOf(totals, allowed, excluded, rules))
  const period = { from: asked.from, to: asked.to }
  return {
    period,
    grain: asked.grain,
    rows,
    suppressed: cells.reduce((sum, cell) => sum + heldBack(cell.allowed), 0),
    thresholds: rules,
  }
}

type Column = 'in' | 'out' | 'entry' | 'exit'
/** Which cells of a row may be shown: the four counts, and of each door also its smiles. */
type Allowed = Readonly<Record<Column | 'entrySmiles' | 'exitSmiles', boolean>>
type Cell = { readonly totals: Totals; readonly allowed: Allowed }

const heldBack = (allowed: Allowed): number => Object.values(allowed).filter((isShown) => !isShown).length

const countOf = (totals: Totals, column: Column): number =>
  column === 'in' || column === 'out' ? totals[column] : totals[column].n

/** Walks from the whole period down to the grain asked for, deciding at each step what the parts may show. */
function permit(tree: TotalsTree, grain: Grain, rules: Thresholds): readonly Cell[] {
  const everything: Allowed = { in: true, out: true, entry: true, exit: true, entrySmiles: true, exitSmiles: true }
  const [whole] = permitParts([tree], everything, rules)
  if (!whole || grain === 'all') return whole ? [whole] : []
  const days = permitParts(tree.parts, whole.allowed, rules)
  if (grain === 'day') return days
  return days.flatMap((day, at) => permitParts(tree.parts[at]?.parts ?? [], day.allowed, rules))
}

function permitParts(parts: readonly TotalsTree[], parent: Allowed, rules: Thresholds): readonly Cell[] {
  const totals = parts.map((part) => part.totals)
  const shownIn = (column: Column) =>
    hideSmall(
      totals.map((part) => countOf(part, column)),
      rules.leastShown,
      parent[column],
    )
  const shown = { in: shownIn('in'), out: shownIn('out'), entry: shownIn('entry'), exit: shownIn('exit') }
  const smiles = (door: 'entry' | 'exit', parentShown: boolean) =>
    hideCompanion(
      totals.map((part) => part[door].n),
      totals.map((part, at) => shown[door][at] === true && !isExtreme(part[door], rules)),
      parentShown,
    )
  const entrySmiles = smiles('entry', parent.entrySmiles)
  const exitSmiles = smiles('exit', parent.exitSmiles)
  return totals.map((part, at) => ({
    totals: part,
    allowed: {
      in: shown.in[at] === true,
      out: shown.out[at] === true,
      entry: shown.entry[at] === true,
      exit: shown.exit[at] === true,
      entrySmiles: entrySmiles[at] === true,
      exitSmiles: exitSmiles[at] === true,
    },
  }))
}

const isExtreme = ({ n, x }: DoorTotals, rules: Thresholds): boolean =>
  (x === 0 || x === n) && n < rules.leastForExtremes

function rowOf(totals: Totals, allowed: Allowed, excluded: ReadonlySet<string>, rules: Thresholds): PublishedRow {
  const { station, mode, start, end, covered } = totals
  const entry = doorOf(totals, 'entry', allowed, rules)
  const exit = doorOf(totals, 'exit', allowed, rules)
  const closure = allowed.in && allowed.out ? (closureOf(totals) ?? null) : null
  const days = totals.days.filter(({ day }) => !excluded.has(closureKey(station, day)))
  const flags: readonly (Flag | false)[] = [
    covered < 0.8 && 'partial',
    closure !== null && closure > 0.05 && 'closure',
    days.length < totals.days.length && 'day-excluded',
    (entry.rate !== null || exit.rate !== null) && 'uncalibrated',
    (totals.entry.parties === undefined || totals.exit.parties === undefined) && 'no-parties',
    totals.clockInDoubt && 'clock',
  ]
  return {
    station,
    mode,
    start,
    end,
    in: allowed.in ? totals.in : null,
    out: allowed.out ? totals.out : null,
    closure,
    entry,
    exit,
    delta: deltaOf(days, entry, exit, rules),
    covered,
    flags: flags.filter((flag) => flag !== false),
  }
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

function doorOf(totals: Totals, name: 'entry' | 'exit', allowed: Allowed, rules: Thresholds): PublishedDoor {
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

type Rate = Interval & Pick<ClusteredRate, 'designEffect' | 'effectiveN'>

/** By day from eight days on, else by party, else (where parties were not kept) as if everybody came alone. */
function rateOf(days: readonly DayTotals[], name: 'entry' | 'exit', rules: Thresholds): Rate | undefined {
  const busy = days.map((day) => day[name]).filter(({ n }) => n > 0)
  const all = addDoors(busy)
  if (busy.length >= rules.leastDays) return clusteredRate(sumsOf(busy))
  if (all.parties) return clusteredRate(all.parties)
  return all.n === 0 ? undefined : { ...wilson(all), designEffect: 1, effectiveN: all.n }
}

function isReliable({ value, low, high, effectiveN }: Rate, n: number, rules: Thresholds): boolean {
  const width = high - low
  if (n < rules.leastForRate || effectiveN < rules.leastForRate || width >= rules.widestInterval) return false
  return width <= rules.narrowEnough || width / value <= rules.widestRelative
}

function deltaOf(
  days: readonly DayTotals[],
  entry: PublishedDoor,
  exit: PublishedDoor,
  rules: Thresholds,
): PublishedDelta {
  const busy = days.filter((day) => day.entry.n + day.exit.n > 0)
  const silent = { value: null, low: null, high: null, method: null, days: busy.length }
  if (entry.rate === null || exit.rate === null) return { ...silent, note: 'insufficient' }
  if (entry.bounds || exit.bounds) return { ...silent, note: 'usable-share' }
  if (busy.length >= rules.leastDays) {
    const difference = dayDifference(busy.map((day) => ({ before: day.entry, after: day.exit })))
    return difference
      ? { ...numbersOf(difference), method: 'day-linearised', days: busy.length, note: null }
      : { ...silent, note: 'insufficient' }
  }
  const before = rateOf(busy, 'entry', rules)
  const after = rateOf(busy, 'exit', rules)
  if (!before || !after) return { ...silent, note: 'insufficient' }
  const byParty = busy.every((day) => day.entry.parties && day.exit.parties)
  return {
    ...numbersOf(differenceOf(before, after)),
    method: byParty ? 'party-mover' : 'naive-newcombe',
    days: busy.length,
    note: 'preliminary',
  }
}

const numbersOf = ({ value, low, high }: Interval) => ({ value, low, high })
