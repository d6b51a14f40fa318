/** How one station's encoder is read; both come from its station file. */
export type CounterSettings = {
  readonly countsPerTurn: number
  readonly direction: 'normal' | 'reversed'
}

/** What is remembered of an encoder: the last counts it gave, or nothing since it was plugged in. */
export type CounterReading = { readonly last: number | undefined }

export const unread: CounterReading = { last: undefined }

/** More than this between two reports is no hand: the counter wrapped or began anew. A report comes every few milliseconds. */
const mostTurnsAReport = 0.5

/** Counters run over at 16 or at 32 bits. */
const wraps = [2 ** 16, 2 ** 32]

/**
 * Turns of the wheel since the last report, positive to starboard. The first report after plugging in only sets the origin, so
 * that a cable pulled and put back never moves the ship; so does a leap that no hand and no wrapping counter can explain.
 */
export function readCounts(
  reading: CounterReading,
  counts: number,
  settings: CounterSettings,
): { readonly reading: CounterReading; readonly turns: number } {
  const next = { last: counts }
  if (reading.last === undefined) return { reading: next, turns: 0 }
  const most = Math.max(1, settings.countsPerTurn * mostTurnsAReport)
  const step = counts - reading.last
  const likely =
    [step, ...wraps.flatMap((wrap) => [step - wrap, step + wrap])].find((guess) => Math.abs(guess) <= most) ?? 0
  const turns = likely / settings.countsPerTurn
  return { reading: next, turns: settings.direction === 'reversed' ? 0 - turns : turns }
}
