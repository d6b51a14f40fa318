import { z } from 'zod'

/** Which way counts rise: `normal` where they rise when the helm is turned to starboard. */
export const HelmDirection = z.enum(['normal', 'reversed'])
export type HelmDirection = z.infer<typeof HelmDirection>

/** How one station's encoder is read; from its station file, or from its calibration. */
export const CounterSettings = z.strictObject({
  countsPerTurn: z.number().int().min(4).max(1_000_000).default(600),
  direction: HelmDirection.default('normal'),
  deadZone: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('Counts by which the wheel may waver either way before it counts as turned.'),
})
export type CounterSettings = z.infer<typeof CounterSettings>

/** What is remembered of an encoder: the last counts it gave, or nothing since it was plugged in, and its play. */
export type CounterReading = {
  readonly last: number | undefined
  /** How far the wheel has wavered from where the ship was last steered, within the dead zone; counts. */
  readonly play: number
}

export const unread: CounterReading = { last: undefined, play: 0 }

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
  if (reading.last === undefined) return { reading: { last: counts, play: 0 }, turns: 0 }
  const most = Math.max(1, settings.countsPerTurn * mostTurnsAReport)
  const { moved, play } = withPlay(reading.play, stepBetween(reading.last, counts, most)?.step ?? 0, settings.deadZone)
  const turns = moved / settings.countsPerTurn
  return { reading: { last: counts, play }, turns: settings.direction === 'reversed' ? 0 - turns : turns }
}

/**
 * The step from one report to the next, of at most `most` counts, and whether the counter ran over on the way; undefined where no
 * such step explains them.
 */
export function stepBetween(
  before: number,
  counts: number,
  most: number,
): { readonly step: number; readonly wrapped: boolean } | undefined {
  const plain = counts - before
  if (Math.abs(plain) <= most) return { step: plain, wrapped: false }
  const step = wraps.flatMap((wrap) => [plain - wrap, plain + wrap]).find((guess) => Math.abs(guess) <= most)
  return step === undefined ? undefined : { step, wrapped: true }
}

/**
 * Play as of a worn gear: a step is felt only once it has used up the play, `reach` either way. What wavers within the play moves
 * nothing, and what goes further loses nothing but the play itself.
 */
export function withPlay(play: number, step: number, reach: number): { readonly moved: number; readonly play: number } {
  const there = play + step
  const kept = Math.min(reach, Math.max(-reach, there))
  return { moved: there - kept, play: kept }
}
