import { type Sum, safeTogether } from './joint-suppression.ts'
import { type Allowed, type Cell, everything, isExtreme, permit, permitParts, pressesIn } from './permission.ts'
import { add, addDoors, type Counts, nothing } from './slice.ts'
import { localTime, stratumNumber, stratumOf, visitTypeOf, visitTypes } from './strata.ts'
import type { Thresholds } from './thresholds.ts'
import type { DayTotals, Totals, TotalsTree } from './totals.ts'

/** What a period is broken down by: the hour of the day, the day of the week, or who mostly came (`visitTypes`). */
export type BreakdownKey = 'hour' | 'weekday' | 'visit'
type Key = BreakdownKey | 'stratum'

/** One sum with the hours or days it consists of. */
type Group = { readonly at: number; readonly cell: Cell; readonly parts: readonly Cell[] }
export type Breakdowns = Readonly<Record<Key, readonly Group[]>>

/** In the order in which they are shown where not all of them can be. */
const places: Readonly<Record<Key, { readonly grain: 'hour' | 'day'; readonly of: (part: Totals) => number }>> = {
  hour: { grain: 'hour', of: ({ start }) => localTime(start).hour },
  weekday: { grain: 'day', of: ({ start }) => localTime(start).weekday },
  visit: { grain: 'hour', of: (part) => visitTypes.indexOf(visitTypeOf(part)) },
  stratum: { grain: 'hour', of: (part) => stratumNumber(stratumOf(part)) },
}
const keys = Object.keys(places) as readonly Key[]

/**
 * Adds the hours (or days) of a period up by the hour of the day, the day of the week, the kind of visit and the stratum. A sum is held
 * back where it would give one of its parts away: where exactly one of them is held back, or all that are come to fewer than R1 asks; by
 * the rules of any other row that the whole period could be subtracted from; and where hours, days, the period and all the sums together
 * would give anything away that is held back.
 */
export function breakdowns(tree: TotalsTree, rules: Thresholds): Breakdowns {
  const [whole] = permit(tree, 'all', rules)
  const parts = { hour: permit(tree, 'hour', rules), day: permit(tree, 'day', rules) }
  const groups = keys.map((key) => (whole ? groupsOf(tree, key, parts[places[key].grain], whole, rules) : []))
  const held = whole ? heldTogether(parts, whole, groups) : new Map<Group, ReadonlySet<string>>()
  const named = (group: Group): Group => {
    const bare = held.get(group)
    if (bare === undefined) return group
    const allowed = Object.fromEntries(
      Object.entries(group.cell.allowed).map(([column, isShown]) => [column, isShown && !bare.has(column)]),
    ) as Allowed
    return { ...group, cell: { ...group.cell, allowed } }
  }
  return Object.fromEntries(keys.map((key, at) => [key, groups[at]?.map(named) ?? []])) as unknown as Breakdowns
}

function groupsOf(
  tree: TotalsTree,
  key: Key,
  cells: readonly Cell[],
  whole: Cell,
  rules: Thresholds,
): readonly Group[] {
  const found = new Map<number, Cell[]>()
  for (const cell of cells) {
    const at = places[key].of(cell.totals)
    const group = found.get(at)
    if (group) group.push(cell)
    else found.set(at, [cell])
  }
  const named = [...found].sort(([a], [b]) => a - b)
  const sums = named.map(([, ofGroup]) => ({
    totals: together(
      tree.totals,
      ofGroup.map(({ totals }) => totals),
    ),
    parts: [],
  }))
  const givesAway = named.map(([, ofGroup], at) => tellTales(ofGroup, sums[at]?.totals ?? tree.totals, rules))
  const permitted = permitParts(sums, whole.allowed, rules, (column, at) => givesAway[at]?.has(column) === true)
  return named.flatMap(([at, ofGroup], index) => {
    const cell = permitted[index]
    return cell ? [{ at, cell, parts: ofGroup }] : []
  })
}

/** Some parts of a period as one; start and end are those of the period. */
export function together(whole: Totals, parts: readonly Totals[]): Totals {
  const counts = parts.reduce<Counts>(add, nothing)
  const { station, mode, start, end } = whole
  return { ...counts, station, mode, start, end, days: daysOf(parts.flatMap(({ days }) => days)) }
}

/** One entry for each day, whatever hours of it there are: the day is what rates are clustered by. */
function daysOf(parts: readonly DayTotals[]): readonly DayTotals[] {
  const found = new Map<string, DayTotals>()
  for (const part of parts) {
    const before = found.get(part.day)
    found.set(
      part.day,
      before
        ? { day: part.day, entry: addDoors(before.entry, part.entry), exit: addDoors(before.exit, part.exit) }
        : part,
    )
  }
  return [...found.values()]
}

/** The columns in which the sum would give a part away. */
function tellTales(cells: readonly Cell[], sum: Totals, rules: Thresholds): ReadonlySet<keyof Allowed> {
  const found = new Set<keyof Allowed>()
  for (const column of columns) {
    const hidden = cells.filter(({ allowed }) => !allowed[column])
    const size = hidden.reduce((all, { totals }) => all + sizeOf[column](totals), 0)
    if (hidden.length === 1 || (hidden.length > 0 && size < rules.leastShown)) found.add(column)
  }
  for (const door of ['entry', 'exit'] as const) if (isExtreme(sum[door], rules)) found.add(`${door}Smiles`)
  return found
}

/** How many visitors a cell is about. */
const sizeOf: Readonly<Record<keyof Allowed, (totals: Totals) => number>> = {
  in: (totals) => totals.in,
  out: (totals) => totals.out,
  entry: (totals) => totals.entry.n,
  exit: (totals) => totals.exit.n,
  entrySmiles: (totals) => totals.entry.n,
  exitSmiles: (totals) => totals.exit.n,
  presses: (totals) => pressesIn(totals.presses),
  topTwo: (totals) => pressesIn(totals.presses),
  pairs: ({ pairs }) => pairs.both + pairs.onlyEntry + pairs.onlyExit + pairs.neither,
}
const columns = Object.keys(everything) as ReadonlyArray<keyof Allowed>

type Parts = Readonly<Record<'hour' | 'day', readonly Cell[]>>

/** What must be held back besides, in which columns, so that all tables side by side give nothing away. */
function heldTogether(
  { hour: hours, day: days }: Parts,
  whole: Cell,
  groups: ReadonlyArray<readonly Group[]>,
): ReadonlyMap<Group, ReadonlySet<string>> {
  const held = new Map<Group, Set<string>>()
  for (const column of columns) {
    if (!whole.allowed[column] || sizeOf[column](whole.totals) === 0) continue
    const hidden = alikeOnce(hours, days, column)
    if (hidden.length === 0) continue
    const numbers = new Map(hidden.map((cell, at) => [cell.totals.start, at]))
    const sumOf = (parts: readonly Cell[]): Sum =>
      parts.flatMap(({ totals: { start, end } }) =>
        end - start > anHour
          ? hidden.flatMap((cell, at) => (start <= cell.totals.start && cell.totals.start < end ? [at] : []))
          : (numbers.get(start) ?? []),
      )
    const isShown = ({ allowed }: Cell) => allowed[column]
    const secretOf = (sum: Sum) => (sum.length === 0 ? [] : [sum])
    const shown = groups.map((group) => group.filter(({ cell }) => isShown(cell)))
    const safe = safeTogether(
      hidden.length,
      [[...hidden.keys()], ...days.filter(isShown).map((day) => sumOf([day]))],
      shown.map((group) => group.map(({ parts }) => sumOf(parts))),
      [
        ...hidden.map((_, at) => [at]),
        ...days.filter((day) => !isShown(day)).flatMap((day) => secretOf(sumOf([day]))),
        ...groups.flatMap((group) =>
          group.filter(({ cell }) => !isShown(cell)).flatMap(({ parts }) => secretOf(sumOf(parts))),
        ),
      ],
    )
    for (const [at, group] of shown.entries())
      for (const [index, one] of group.entries())
        if (safe[at]?.[index] === false) held.set(one, (held.get(one) ?? new Set()).add(column))
  }
  return held
}

const anHour = 3_600_000

/**
 * The hours that are held back, of days alike no more than two: what can be worked out of one of them can be of each, and the second
 * stands for all the others.
 */
function alikeOnce(hours: readonly Cell[], days: readonly Cell[], column: keyof Allowed): readonly Cell[] {
  const shownDays = new Set(days.flatMap(({ totals, allowed }) => (allowed[column] ? [totals.start] : [])))
  const ofDay = new Map<string, Cell[]>()
  for (const hour of hours) {
    const day = hour.totals.days[0]?.day ?? ''
    if (hour.allowed[column]) continue
    const before = ofDay.get(day)
    if (before) before.push(hour)
    else ofDay.set(day, [hour])
  }
  const seen = new Map<string, number>()
  return [...ofDay.values()].flatMap((ofOne) => {
    const start = ofOne[0]?.totals.start ?? 0
    const midnight = start - localTime(start).hour * anHour
    const look = `${shownDays.has(midnight)} ${localTime(start).weekday} ${ofOne
      .map(({ totals }) => `${localTime(totals.start).hour} ${visitTypeOf(totals)}`)
      .join(',')}`
    const times = (seen.get(look) ?? 0) + 1
    seen.set(look, times)
    return times > 2 ? [] : ofOne
  })
}
