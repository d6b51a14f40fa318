/** Time in which a face would have been read. Looks further apart than `longestGap` prove nothing about the time between. */
export type CoverageCount = { readonly seconds: number; readonly lastLook: number | undefined }

export const noCoverage: CoverageCount = { seconds: 0, lastLook: undefined }

const longestGap = 1000

/** Adds the time since the last look, if both saw a good picture. `at` is milliseconds of a stopwatch. */
export function covered(count: CoverageCount, at: number, isGood: boolean): CoverageCount {
  if (!isGood) return { ...count, lastLook: undefined }
  const gap = count.lastLook === undefined ? 0 : at - count.lastLook
  return { seconds: count.seconds + (gap > 0 && gap <= longestGap ? gap / 1000 : 0), lastLook: at }
}

/** What is to be reported (whole tenths of a second), and the count that goes on from there. */
export function reported(count: CoverageCount): { readonly seconds: number; readonly rest: CoverageCount } {
  const seconds = Math.min(900, Math.floor(count.seconds * 10) / 10)
  return { seconds, rest: { ...count, seconds: count.seconds - seconds } }
}
