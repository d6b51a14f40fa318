import type { Presses } from './self-report.ts'
import { hideCompanion, hideSmall } from './suppression.ts'
import type { Thresholds } from './thresholds.ts'
import type { Grain, Totals, TotalsTree } from './totals.ts'

type Column = 'in' | 'out' | 'entry' | 'exit' | 'presses' | 'pairs'
/** Which cells of a row may be shown: the counts, and of each door and the buttons also the share within. */
export type Allowed = Readonly<Record<Column | 'entrySmiles' | 'exitSmiles' | 'topTwo', boolean>>
export type Cell = { readonly totals: Totals; readonly allowed: Allowed }

export const everything: Allowed = {
  in: true,
  out: true,
  entry: true,
  exit: true,
  presses: true,
  pairs: true,
  entrySmiles: true,
  exitSmiles: true,
  topTwo: true,
}

/** Buttons and tickets that nobody used in all the time asked for are no cells: a station without them holds nothing back. */
export function heldBack(allowed: Allowed, used: { readonly presses: boolean; readonly pairs: boolean }): number {
  const counted = Object.entries(allowed).filter(
    ([column]) => (column !== 'pairs' || used.pairs) && ((column !== 'presses' && column !== 'topTwo') || used.presses),
  )
  return counted.filter(([, isShown]) => !isShown).length
}

export const pressesIn = (presses: Presses): number => presses.reduce((sum, each) => sum + each, 0)
export const pairsIn = ({ pairs }: Pick<Totals, 'pairs'>): number =>
  pairs.both + pairs.onlyEntry + pairs.onlyExit + pairs.neither

function countOf(totals: Totals, column: Column): number {
  if (column === 'in' || column === 'out') return totals[column]
  if (column === 'presses') return pressesIn(totals.presses)
  return column === 'pairs' ? pairsIn(totals) : totals[column].n
}

/** Walks from the whole period down to the grain asked for, deciding at each step what the parts may show. */
export function permit(tree: TotalsTree, grain: Grain, rules: Thresholds): readonly Cell[] {
  const [whole] = permitParts([tree], everything, rules)
  if (!whole || grain === 'all') return whole ? [whole] : []
  const days = permitParts(tree.parts, whole.allowed, rules)
  if (grain === 'day') return days
  return days.flatMap((day, at) => permitParts(tree.parts[at]?.parts ?? [], day.allowed, rules))
}

/**
 * Which cells of some parts with a known sum may be shown; `held` names what must not be, for reasons of its own. Inside each column
 * enough is hidden that no part can be had by subtracting.
 */
export function permitParts(
  parts: readonly TotalsTree[],
  parent: Allowed,
  rules: Thresholds,
  held: (column: keyof Allowed, at: number) => boolean = () => false,
): readonly Cell[] {
  const totals = parts.map((part) => part.totals)
  const shownIn = (column: Column) =>
    hideSmall(
      totals.map((part) => countOf(part, column)),
      rules.leastShown,
      parent[column],
      (at) => held(column, at),
    )
  const shown = {
    in: shownIn('in'),
    out: shownIn('out'),
    entry: shownIn('entry'),
    exit: shownIn('exit'),
    presses: shownIn('presses'),
    pairs: shownIn('pairs'),
  }
  const smiles = (door: 'entry' | 'exit', parentShown: boolean) =>
    hideCompanion(
      totals.map((part) => part[door].n),
      totals.map((part, at) => shown[door][at] === true && !isExtreme(part[door], rules) && !held(`${door}Smiles`, at)),
      parentShown,
    )
  const entrySmiles = smiles('entry', parent.entrySmiles)
  const exitSmiles = smiles('exit', parent.exitSmiles)
  const topTwo = hideCompanion(
    totals.map((part) => pressesIn(part.presses)),
    totals.map(
      (part, at) => shown.presses[at] === true && !isExtreme(contentOf(part.presses), rules) && !held('topTwo', at),
    ),
    parent.topTwo,
  )
  return totals.map((part, at) => ({
    totals: part,
    allowed: {
      in: shown.in[at] === true,
      out: shown.out[at] === true,
      entry: shown.entry[at] === true,
      exit: shown.exit[at] === true,
      presses: shown.presses[at] === true,
      pairs: shown.pairs[at] === true,
      topTwo: topTwo[at] === true,
      entrySmiles: entrySmiles[at] === true,
      exitSmiles: exitSmiles[at] === true,
    },
  }))
}

/** Presses of the two best buttons among all. */
const contentOf = (presses: Presses) => ({ n: pressesIn(presses), x: presses[3] + presses[4] })

export const isExtreme = ({ n, x }: { n: number; x: number }, rules: Thresholds): boolean =>
  (x === 0 || x === n) && n < rules.leastForExtremes
