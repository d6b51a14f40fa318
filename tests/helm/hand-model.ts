import type { HelmTrace, TracePoint } from '@riverside/contract'
import { type Chance, seededChance } from '@riverside/kit'

/** A stretch of turning: where it begins (milliseconds), how long it takes, and how far the wheel has gone a share of it later. */
type Stroke = { readonly from: number; readonly lasts: number; readonly way: (share: number) => number }

type Hand = {
  readonly about: string
  readonly countsPerTurn: number
  readonly seed: number
  /** What the counter says when the wheel is plugged in. */
  readonly start: number
  /** A counter of 16 bits runs over; others do not within a lifetime. */
  readonly bits: 16 | 32
  /** Counts by which the wheel wavers at rest. */
  readonly wavers: number
  readonly strokes: (chance: Chance) => readonly Stroke[]
  /** Milliseconds at which the hub is pressed, and between which the cable is out. */
  readonly presses: readonly number[]
  readonly pulled?: readonly [from: number, to: number]
}

/** Minimum jerk: how a hand goes from one rest to the next. */
const gently = (share: number): number => share ** 3 * (10 - 15 * share + 6 * share ** 2)

/** A wheel that was thrown and runs out against its bearing, to nine tenths of its way. */
const thrown = (share: number): number => (1 - Math.exp(-2.3 * share)) / (1 - Math.exp(-2.3))

export const hands: Readonly<Record<string, Hand>> = {
  steady: {
    about: 'a grown-up, hand over hand, four turns downstream and one back',
    countsPerTurn: 600,
    seed: 1,
    start: 0,
    bits: 32,
    wavers: 0,
    strokes: (chance) => inTurn(chance, [...Array(12).fill(1 / 3), ...Array(3).fill(-1 / 3)], 520, 140),
    presses: [11_000],
  },
  child: {
    about: 'a child that does not quite dare: to and fro, presses too often, and somebody trips over the cable',
    countsPerTurn: 600,
    seed: 7,
    start: -40,
    bits: 32,
    wavers: 1,
    strokes: (chance) => {
      const ways = Array.from({ length: 14 }, () => -0.09 + 0.33 * chance())
      return inTurn(chance, ways, 330, 420)
    },
    presses: [900, 960, 3_400, 9_800],
    pulled: [5_200, 6_300],
  },
  spinning: {
    about: 'thrown hard twice downstream and once back, on a counter of 16 bits',
    countsPerTurn: 1024,
    seed: 3,
    start: 31_000,
    bits: 16,
    wavers: 0,
    strokes: () => [
      { from: 300, lasts: 2_600, way: (share) => 4.4 * thrown(share) },
      { from: 2_400, lasts: 2_600, way: (share) => 4.1 * thrown(share) },
      { from: 5_600, lasts: 2_200, way: (share) => -2.7 * thrown(share) },
    ],
    presses: [],
  },
}

/** Milliseconds between two looks of the encoder's own program at its counter. */
const reportEvery = 20

/** What the encoder on this hand's wheel says. */
export function recorded(hand: Hand): HelmTrace {
  const chance = seededChance(hand.seed)
  const strokes = hand.strokes(chance)
  const lasts = Math.max(...strokes.map(({ from, lasts }) => from + lasts), ...hand.presses) + 300
  const points: TracePoint[] = [{ at: 0, type: 'connected', device: '/dev/ttyACM0' }]
  const [outFrom, outTo] = hand.pulled ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let origin = hand.start
  let said: number | undefined
  for (let at = 0; at <= lasts; at += reportEvery) {
    const wavers = Math.round((chance() * 2 - 1) * hand.wavers)
    const moment = Math.round(at + chance() * 4)
    if (at >= outFrom && at < outFrom + reportEvery) points.push({ at: moment, type: 'lost' })
    if (at >= outTo && at < outTo + reportEvery) {
      points.push({ at: moment, type: 'connected', device: '/dev/ttyACM0' })
      // An encoder that lost its power begins at nought.
      origin = 0 - Math.round(angleAt(strokes, at) * hand.countsPerTurn)
      said = undefined
    }
    if (at >= outFrom && at < outTo) continue
    if (hand.presses.some((press) => press >= at && press < at + reportEvery))
      points.push({ at: moment, type: 'button', pressed: true }, { at: moment, type: 'button', pressed: false })
    const counts = within(origin + Math.round(angleAt(strokes, at) * hand.countsPerTurn) + wavers, hand.bits)
    if (counts === said) continue
    said = counts
    points.push({ at: moment, type: 'turned', counts })
  }
  const head = { helm: 'trace', version: 1, countsPerTurn: hand.countsPerTurn, direction: 'normal' } as const
  return { head: { ...head, about: hand.about }, points }
}

/** Strokes one after the other, each about so long and with about such a pause after it, in milliseconds. */
function inTurn(chance: Chance, ways: readonly number[], lasts: number, pause: number): readonly Stroke[] {
  let from = 400
  return ways.map((turns) => {
    const stroke = { from, lasts: lasts * (0.8 + 0.4 * chance()), way: (share: number) => turns * gently(share) }
    from += stroke.lasts + pause * (0.5 + chance())
    return stroke
  })
}

/** Turns of the wheel since it was plugged in. */
const angleAt = (strokes: readonly Stroke[], at: number): number =>
  strokes.reduce((sum, { from, lasts, way }) => sum + way(Math.min(1, Math.max(0, (at - from) / lasts))), 0)

/** As a signed counter of so many bits says it. */
function within(counts: number, bits: number): number {
  const all = 2 ** bits
  return ((((counts + all / 2) % all) + all) % all) - all / 2
}
