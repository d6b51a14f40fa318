/** Who came together: readings at one door less than three seconds apart. Numbered from 0 within each quarter-hour. */
export type PartyCount = { readonly quarter: number; readonly party: number; readonly lastReading: number }

const quarterHour = 900_000
const apart = 3000

/** The party of one more reading. `now` is milliseconds since 1970, for the quarter; `elapsed` a stopwatch, for the gap. */
export function partyOf(count: PartyCount | undefined, now: number, elapsed: number): PartyCount {
  const quarter = Math.floor(now / quarterHour)
  if (count === undefined || count.quarter !== quarter) return { quarter, party: 0, lastReading: elapsed }
  const isTogether = elapsed - count.lastReading < apart
  return { quarter, party: isTogether ? count.party : count.party + 1, lastReading: elapsed }
}
