import { type Allowed, type Cell, everything, isExtreme, permit, permitParts, pressesIn } from './permission.ts'
import { add, type Counts, nothing } from './slice.ts'
import type { Thresholds } from './thresholds.ts'
import type { Totals, TotalsTree } from './totals.ts'

/** What a period is broken down by; whether somebody came alone or with a tour is not recorded. */
export type BreakdownKey = 'hour' | 'weekday'

type Named = { readonly at: number; readonly cell: Cell }

/**
 * Adds the hours (or days) of a period up by the hour of the day (or the day of the week). A sum is held back where it would give one of
 * its parts away: where exactly one of them is held back, or all that are come to fewer than R1 asks; and then by the rules of any other
 * row that the whole period could be subtracted from.
 */
export function breakdown(tree: TotalsTree, key: BreakdownKey, rules: Thresholds): readonly Named[] {
  const [whole] = permit(tree, 'all', rules)
  if (!whole) return []
  const groups = new Map<number, Cell[]>()
  for (const cell of permit(tree, key === 'hour' ? 'hour' : 'day', rules)) {
    const at = placeOf(cell.totals, key)
    groups.set(at, [...(groups.get(at) ?? []), cell])
  }
  const named = [...groups].sort(([a], [b]) => a - b)
  const sums = named.map(([, cells]) => ({ totals: sumOf(tree.totals, cells), parts: [] }))
  const givesAway = named.map(([, cells], at) => tellTales(cells, sums[at]?.totals ?? tree.totals, rules))
  const cells = permitParts(sums, whole.allowed, rules, (column, at) => givesAway[at]?.has(column) === true)
  return named.map(([at], index) => ({ at, cell: cells[index] ?? { totals: tree.totals, allowed: nothingAllowed } }))
}

const nothingAllowed = Object.fromEntries(Object.keys(everything).map((column) => [column, false])) as Allowed

/** The local hour, or the day of the week from 1 for Monday: Shanghai is eight hours ahead of UTC. */
function placeOf({ start }: Totals, key: BreakdownKey): number {
  const hours = Math.floor(start / 3_600_000) + 8
  // 1 January 1970 was a Thursday.
  return key === 'hour' ? hours % 24 : ((Math.floor(hours / 24) + 3) % 7) + 1
}

function sumOf(whole: Totals, cells: readonly Cell[]): Totals {
  const counts = cells.reduce<Counts>((sum, { totals }) => add(sum, totals), nothing)
  const { station, mode, start, end } = whole
  return { ...counts, station, mode, start, end, days: cells.flatMap(({ totals }) => totals.days) }
}

/** The columns in which the sum would give a part away. */
function tellTales(cells: readonly Cell[], sum: Totals, rules: Thresholds): ReadonlySet<keyof Allowed> {
  const found = new Set<keyof Allowed>()
  for (const column of Object.keys(sizeOf) as Array<keyof Allowed>) {
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
