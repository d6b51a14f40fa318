import { hideSmall } from './suppression.ts'
import { type Thresholds, thresholds } from './thresholds.ts'

/** One group that a guide led through a programme, on a local day of Shanghai. */
export type ReceivedGroup = {
  readonly day: string
  /** As many as the guide said; null where nobody counted them. */
  readonly people: number | null
}

export type ReceptionNote = 'too-few' | 'not-counted'

export type ReceptionFigures = {
  readonly groups: number
  /** Groups of which nobody said how many they were. */
  readonly uncounted: number
  /** Of the others together. */
  readonly people: number | null
  readonly note: ReceptionNote | null
}

export type PublishedReceptions = {
  readonly whole: ReceptionFigures
  /** Days on which there were any, in their order. */
  readonly days: ReadonlyArray<ReceptionFigures & { readonly day: string }>
  /** Cells held back by R1 and R2. */
  readonly suppressed: number
}

/**
 * What may be shown of the groups of some days: how many there were, and their people where these are ten or more (R1) and no day held
 * back can be had by subtracting the others from the whole (R2). When on a day a group came, and what it was shown, is told nowhere.
 */
export function publishReceptions(
  groups: readonly ReceivedGroup[],
  rules: Thresholds = thresholds,
): PublishedReceptions {
  const days = [...new Set(groups.map(({ day }) => day))].sort()
  const sums = days.map((day) => sumOf(groups.filter((group) => group.day === day)))
  const all = sumOf(groups)
  const whole = told(all, all.people >= rules.leastShown)
  // A day on which nobody was counted has no people to hold back.
  const counted = sums.flatMap((sum, at) => (sum.groups > sum.uncounted ? [at] : []))
  const shown = hideSmall(
    counted.map((at) => sums[at]?.people ?? 0),
    rules.leastShown,
    whole.people !== null,
  )
  const isShown = new Set(counted.filter((_, at) => shown[at] === true))
  const byDay = days.flatMap((day, at) => {
    const sum = sums[at]
    return sum ? [{ day, ...told(sum, isShown.has(at)) }] : []
  })
  return { whole, days: byDay, suppressed: [whole, ...byDay].filter(({ note }) => note === 'too-few').length }
}

type Sum = { readonly groups: number; readonly uncounted: number; readonly people: number }

const sumOf = (groups: readonly ReceivedGroup[]): Sum => ({
  groups: groups.length,
  uncounted: groups.filter(({ people }) => people === null).length,
  people: groups.reduce((sum, { people }) => sum + (people ?? 0), 0),
})

function told({ groups, uncounted, people }: Sum, isShown: boolean): ReceptionFigures {
  if (groups === uncounted) return { groups, uncounted, people: null, note: 'not-counted' }
  return isShown ? { groups, uncounted, people, note: null } : { groups, uncounted, people: null, note: 'too-few' }
}
