/** At most so many within so many milliseconds. */
export type Pace = { readonly most: number; readonly within: number }

/**
 * Five buttons tempt a hand to drum on them. A screen asks once a visit; whatever a hand finds beside that, a door takes one answer in
 * eight seconds and six in three minutes: as fast as people come forward one after the other, and no faster.
 */
export const answerPaces: readonly Pace[] = [
  { most: 1, within: 8_000 },
  { most: 6, within: 180_000 },
]

/** Wrong boat tickets a minute, after which the pad rests: whoever tries codes by lot gets nowhere (measurement P-15). */
export const wrongTicketPaces: readonly Pace[] = [{ most: 5, within: 60_000 }]

/** Whether one more may happen at `at`, after those of `moments`: all of a stopwatch, milliseconds, oldest first. */
export const isInPace = (moments: readonly number[], at: number, paces: readonly Pace[]): boolean =>
  paces.every(({ most, within }) => moments.filter((moment) => at - moment < within).length < most)

/** The moments that still matter once another has been added. */
export function paced(moments: readonly number[], at: number, paces: readonly Pace[]): readonly number[] {
  const longest = Math.max(...paces.map(({ within }) => within))
  return [...moments.filter((moment) => at - moment < longest), at]
}
