import { type Breakdowns, breakdowns, together } from './breakdown.ts'
import type { Mode } from './bucket.ts'
import { compare, misleads } from './comparison.ts'
import { type Contrast, type ContrastMethod, changeOf, contrastOf, type Matched, sureOf } from './contrast.ts'
import { differenceOf } from './intervals.ts'
import type { Cell } from './permission.ts'
import { type Calibrations, type Flag, type PublishedRow, publishStationWith } from './publication.ts'
import { isReliable, type PublishedDoor, rateOf } from './published-door.ts'
import { judgeTogether } from './several-comparisons.ts'
import type { Slice } from './slice.ts'
import {
  type Band,
  bands,
  type StratumKey,
  stratumAt,
  type VisitType,
  visitTypes,
  type Weekpart,
  weekparts,
} from './strata.ts'
import { type Thresholds, thresholds } from './thresholds.ts'
import { type Period, type Totals, totalsOf } from './totals.ts'

/** One of the two that are compared: what one station counted by the hour, and of which days. */
export type Side = {
  readonly slices: readonly Slice[]
  readonly period: Period
  readonly calibrations?: Calibrations
}

type Limits = { readonly value: number; readonly low: number; readonly high: number }
type SideRate = Pick<PublishedDoor, 'n' | 'rate' | 'low' | 'high' | 'note'>

/** `more` and `fewer` where the interval leaves zero out; `level`: no difference can be seen, which is not to say there is none. */
export type CompareVerdict = 'more' | 'fewer' | 'level'
/** `preliminary`: fewer than eight days on a side. `closure`: a day was excluded for its passages, see R4. */
export type CompareNote = 'preliminary' | 'insufficient' | 'usable-share' | 'closure'

/** The smile rate of one door in A and in B. */
export type ComparedDoor = {
  readonly a: SideRate
  readonly b: SideRate
  /** All of B less all of A; `null` where it is held back, or would mislead. 粗差 */
  readonly crude: Limits | null
  /** True where the crude difference says something else than the one within strata (Simpson): then only the latter is shown. */
  readonly misleads: boolean
  /** Rates and difference had A and B been visited alike; `withinStrata` is the difference after Mantel and Haenszel. */
  readonly standardised:
    | (Limits & {
        readonly a: number
        readonly b: number
        readonly withinStrata: number
        readonly method: ContrastMethod
        readonly probability: number
      })
    | null
  /** Share of each side's readings that lies in strata both sides may show. */
  readonly share: { readonly a: number | null; readonly b: number | null }
  readonly verdict: CompareVerdict | null
  readonly note: CompareNote | null
}

/** The difference exit − entry in A and in B, and how it changed. */
type ComparedDelta = {
  readonly a: number | null
  readonly b: number | null
  readonly change: (Limits & { readonly method: ContrastMethod; readonly probability: number }) | null
  readonly verdict: CompareVerdict | null
  readonly note: CompareNote | null
}

/** One line of the breakdown: one band of hours, part of the week or kind of visit, at one door, within strata. */
export type ComparedPart = Limits & {
  readonly by: 'band' | 'weekpart' | 'visit'
  readonly at: Band | Weekpart | VisitType
  readonly door: 'entry' | 'exit'
  readonly a: number
  readonly b: number
  readonly probability: number
  /** After Benjamini and Hochberg where there are more than five lines. */
  readonly adjusted: number
  readonly stands: boolean
}

/** Readings and rates of one stratum; a rate only where R3 allows one. */
type ComparedStratum = StratumKey & {
  readonly door: 'entry' | 'exit'
  readonly a: { readonly n: number; readonly rate: number | null }
  readonly b: { readonly n: number; readonly rate: number | null }
}

type ComparedSide = Pick<PublishedRow, 'station' | 'in' | 'out' | 'covered' | 'detectors'> & {
  readonly period: Period
  readonly days: number
}

export type PublishedComparison = {
  readonly mode: Mode
  readonly a: ComparedSide
  readonly b: ComparedSide
  readonly entry: ComparedDoor
  readonly exit: ComparedDoor
  readonly delta: ComparedDelta
  readonly parts: readonly ComparedPart[]
  readonly strata: readonly ComparedStratum[]
  /** What is to be said of either side; `other-detector`: the two were not read by the same one. */
  readonly flags: readonly (Flag | 'other-detector')[]
  /** Strata of either side that are held back, and so left out of every difference but for such of their hours as may be shown. */
  readonly suppressed: number
}

/** Whether two periods share a day; then neither is a comparison for the other, and their difference would tell that day apart. */
export const shareDays = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to

/**
 * Compares B with A, for each mode that both were read in: two periods of one station (that share no day), or two stations. Everything
 * rests on strata, and hours of strata, that both sides may show by R1 and R2, so that nothing can be had from a difference that could not be had from them.
 */
export function publishComparison(a: Side, b: Side, rules: Thresholds = thresholds): readonly PublishedComparison[] {
  const [ofA, ofB] = [sideOf(a, rules), sideOf(b, rules)]
  return ofA.flatMap((one) => {
    const other = ofB.find(({ whole }) => whole.mode === one.whole.mode)
    return other && one.whole.mode !== 'off' ? [comparisonOf(one, other, rules)] : []
  })
}

type Judged = {
  readonly whole: PublishedRow
  readonly totals: Totals
  readonly period: Period
  readonly strata: ReadonlyMap<number, Breakdowns['stratum'][number]>
}

function sideOf({ slices, period, calibrations = {} }: Side, rules: Thresholds): readonly Judged[] {
  const { whole } = publishStationWith(slices, { ...period, grain: 'all' }, rules, calibrations)
  return totalsOf(slices, period).flatMap((tree) => {
    const row = whole.find(({ mode }) => mode === tree.totals.mode)
    const strata = new Map(breakdowns(tree, rules).stratum.map((stratum) => [stratum.at, stratum]))
    return row ? [{ whole: row, totals: tree.totals, period, strata }] : []
  })
}

function comparisonOf(a: Judged, b: Judged, rules: Thresholds): PublishedComparison {
  const doors = { entry: matchedAt('entry', a, b), exit: matchedAt('exit', a, b) }
  const entry = doorOf('entry', a, b, doors.entry, rules)
  const exit = doorOf('exit', a, b, doors.exit, rules)
  const detectors = (side: Judged) => side.whole.detectors.join('\n')
  const flags = new Set<Flag | 'other-detector'>([...a.whole.flags, ...b.whole.flags])
  if (detectors(a) !== detectors(b)) flags.add('other-detector')
  return {
    mode: a.whole.mode,
    a: aboutSide(a),
    b: aboutSide(b),
    entry: entry.told,
    exit: exit.told,
    delta: deltaOf(a, b, entry, exit, rules),
    parts: partsOf(a, b, doors, rules),
    strata: (['entry', 'exit'] as const).flatMap((door) =>
      doors[door].map(({ at, a: one, b: other }) => ({
        ...stratumAt(at),
        door,
        a: shownRate(one, door, rules),
        b: shownRate(other, door, rules),
      })),
    ),
    flags: [...flags],
    suppressed: [a, b].reduce((sum, side) => sum + [...side.strata.values()].filter(isHeldBack).length, 0),
  }
}

const aboutSide = ({ whole, totals, period }: Judged): ComparedSide => ({
  station: whole.station,
  period,
  in: whole.in,
  out: whole.out,
  covered: whole.covered,
  detectors: whole.detectors,
  days: totals.days.filter(({ entry, exit }) => entry.n + exit.n > 0).length,
})

const isHeldBack = ({ cell: { totals, allowed } }: Breakdowns['stratum'][number]): boolean =>
  (totals.entry.n > 0 && !allowed.entrySmiles) || (totals.exit.n > 0 && !allowed.exitSmiles)

type MatchedStratum = Matched & { readonly at: number }

/**
 * Strata of which both sides may show readings and smiles at this door. Of one that is held back, those of its hours count that may be
 * shown each for itself: anybody could add them up.
 */
function matchedAt(door: 'entry' | 'exit', a: Judged, b: Judged): readonly MatchedStratum[] {
  const isShown = ({ allowed }: Cell) => allowed[door] && allowed[`${door}Smiles`]
  const shown = (side: Judged, at: number): Totals | undefined => {
    const stratum = side.strata.get(at)
    if (stratum === undefined || isShown(stratum.cell)) return stratum?.cell.totals
    const hours = stratum.parts.filter(isShown).map(({ totals }) => totals)
    return hours.length === 0 ? undefined : together(side.totals, hours)
  }
  return [...a.strata.keys()].flatMap((at) => {
    const [one, other] = [shown(a, at), shown(b, at)]
    return one && other ? [{ at, a: one, b: other }] : []
  })
}

type DoorJudged = { readonly told: ComparedDoor; readonly contrast: Contrast | undefined }

function doorOf(
  door: 'entry' | 'exit',
  a: Judged,
  b: Judged,
  strata: readonly MatchedStratum[],
  rules: Thresholds,
): DoorJudged {
  const [one, other] = [a.whole[door], b.whole[door]]
  const share = (side: 'a' | 'b', { n }: PublishedDoor) =>
    n === null || n === 0 ? null : strata.reduce((sum, stratum) => sum + stratum[side][door].n, 0) / n
  const silent: ComparedDoor = {
    a: shownSide(one),
    b: shownSide(other),
    crude: null,
    misleads: false,
    standardised: null,
    share: { a: share('a', one), b: share('b', other) },
    verdict: null,
    note: 'insufficient',
  }
  const [before, after] = [intervalOf(one), intervalOf(other)]
  if (!before || !after) return { told: silent, contrast: undefined }
  if (one.bounds || other.bounds) return { told: { ...silent, note: 'usable-share' }, contrast: undefined }
  const contrast = contrastOf(strata, door)
  const told = compare(strata.map((stratum) => ({ a: stratum.a[door], b: stratum.b[door] })))
  // Strata that hold less than half of a side say nothing of the whole of it.
  if (!contrast || !told || (silent.share.a ?? 0) < leastShare || (silent.share.b ?? 0) < leastShare)
    return { told: silent, contrast: undefined }
  const sure = sureOf(contrast, rules)
  const crude = differenceOf(before, after)
  const isMisleading = told.crudeMisleads || misleads(crude.value, sure.value)
  const { value, low, high, method, probability } = sure
  return {
    contrast,
    told: {
      ...silent,
      ...(isMisleading ? { a: withoutRate(silent.a), b: withoutRate(silent.b) } : {}),
      crude: isMisleading ? null : { value: crude.value, low: crude.low, high: crude.high },
      misleads: isMisleading,
      standardised: {
        a: contrast.a,
        b: contrast.b,
        value,
        low,
        high,
        withinStrata: told.withinStrata,
        method,
        probability,
      },
      verdict: verdictOf(sure),
      note: method === 'day-linearised' ? null : 'preliminary',
    },
  }
}

const leastShare = 0.5

const shownSide = ({ n, rate, low, high, note }: PublishedDoor): SideRate => ({ n, rate, low, high, note })
const withoutRate = (side: SideRate): SideRate => ({ ...side, rate: null, low: null, high: null })
const intervalOf = ({ rate, low, high }: PublishedDoor): Limits | undefined =>
  rate === null || low === null || high === null ? undefined : { value: rate, low, high }
const verdictOf = ({ low, high }: Limits): CompareVerdict => (low > 0 ? 'more' : high < 0 ? 'fewer' : 'level')

function deltaOf(a: Judged, b: Judged, entry: DoorJudged, exit: DoorJudged, rules: Thresholds): ComparedDelta {
  const isHidden = entry.told.misleads || exit.told.misleads
  const silent: ComparedDelta = {
    a: isHidden ? null : a.whole.delta.value,
    b: isHidden ? null : b.whole.delta.value,
    change: null,
    verdict: null,
    note: entry.told.note === 'usable-share' || exit.told.note === 'usable-share' ? 'usable-share' : 'insufficient',
  }
  if (!entry.contrast || !exit.contrast) return silent
  // The days left out of either difference are in the strata; what they would do to the change cannot be told apart.
  if ([a, b].some(({ whole }) => whole.flags.includes('day-excluded'))) return { ...silent, note: 'closure' }
  const change = changeOf(entry.contrast, exit.contrast, rules)
  return {
    ...silent,
    change,
    verdict: verdictOf(change),
    note: change.method === 'day-linearised' ? null : 'preliminary',
  }
}

type Doors = Readonly<Record<'entry' | 'exit', readonly MatchedStratum[]>>

function partsOf(a: Judged, b: Judged, doors: Doors, rules: Thresholds): readonly ComparedPart[] {
  const keys = [
    ...bands.map((at) => ({ by: 'band', at }) as const),
    ...weekparts.map((at) => ({ by: 'weekpart', at }) as const),
    ...visitTypes.map((at) => ({ by: 'visit', at }) as const),
  ]
  const found = (['entry', 'exit'] as const).flatMap((door) =>
    keys.flatMap(({ by, at }) => {
      const strata = doors[door].filter((stratum) => stratumAt(stratum.at)[by] === at)
      // What all strata have in common is no part.
      if (strata.length === doors[door].length) return []
      const sides = [
        together(
          a.totals,
          strata.map((stratum) => stratum.a),
        ),
        together(
          b.totals,
          strata.map((stratum) => stratum.b),
        ),
      ]
      const contrast = contrastOf(strata, door)
      if (!contrast || !sides.every((side) => isShownRate(side, door, rules))) return []
      const { value, low, high, probability } = sureOf(contrast, rules)
      return [{ by, at, door, a: contrast.a, b: contrast.b, value, low, high, probability }]
    }),
  )
  const judged = judgeTogether(found.map(({ probability }) => probability))
  return found.map((part, at) => ({
    ...part,
    adjusted: judged[at]?.adjusted ?? 1,
    stands: judged[at]?.stands === true,
  }))
}

function isShownRate(totals: Totals, door: 'entry' | 'exit', rules: Thresholds): boolean {
  const rate = rateOf(totals.days, door, rules)
  return rate !== undefined && isReliable(rate, totals[door].n, rules)
}

const shownRate = (totals: Totals, door: 'entry' | 'exit', rules: Thresholds) => ({
  n: totals[door].n,
  rate: isShownRate(totals, door, rules) ? totals[door].x / totals[door].n : null,
})
