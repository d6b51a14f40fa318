/** A hand on the sand. Places and reach in cells, `when` in milliseconds on the sand's own stopwatch. */
export type SandTouch = (
  | {
      readonly type: 'down' | 'move'
      readonly id: number
      readonly x: number
      readonly y: number
      /** Half the width of what touches: a fingertip about 6, a flat hand 20 and more. */
      readonly reach: number
      readonly when: number
    }
  | { readonly type: 'up'; readonly id: number; readonly when: number }
) & {
  /** Milliseconds after its moment at which the sand heard of it, where it came late: a frame brings what happened before it. */
  readonly late?: number
}

export type SandArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A touch on its way, one stride farther. Lengths in cells; `ahead` is a unit vector or nothing, `haste` from 0 to 1. */
export type Push = {
  readonly x: number
  readonly y: number
  readonly reach: number
  readonly aheadX: number
  readonly aheadY: number
  readonly haste: number
}

/** Where sand lies. Two are of this kind: the processor's here, the graphics card's beside the exhibit; both obey these rules. */
export type SandField = {
  readonly columns: number
  readonly rows: number
  /** Pushes of one round, at most `sandRules.pushesAtOnce`, happen together: none feels what another has just laid down. */
  push(round: readonly Push[]): void
  /** Lets what is too steep slide for one step. */
  slump(): void
  /** Sand comes back, over every cell no farther than `reached` from an edge. `pull`: the part of what is wanted, a step. */
  level(reached: number, pull: number): void
  /** The smooth sand nobody has touched. */
  reset(): void
  /** Lets the whole field look for itself again whether it stands. */
  stir(): void
  /** True where another step would move nothing. */
  readonly isStill: boolean
}

/** All lengths, also heights, in cells. */
export const sandRules = {
  /** The sand knows no other time. */
  stepsASecond: 60,
  depth: 2.4,
  /** A ridge cannot be piled higher: what comes on top rolls over the edge of the tray. */
  crest: 4.6,
  /** Tangent of the angle of repose of dry sand, 34°. */
  repose: 0.67,
  /** A step this much higher than its slope allows is left standing, and what is less than `settles` beyond that: sand comes to rest. */
  grip: 0.03,
  settles: 0.004,
  /** Part of an excess slope that slides in one step; four neighbours at 0.12 can never take more than there is. */
  slide: 0.12,
  /** Half the width of the widest touch the sand knows. */
  widest: 60,
  /** Half the width from which a touch is a flat hand. */
  palm: 14,
  /** Part of the sand that leaves the tray with the hand instead of lying down beside its track. */
  carried: { finger: 0.3, palm: 0.55 },
  pushesAtOnce: 16,
  /** Milliseconds without hands until the sand drifts back from the edges. */
  quiet: 90_000,
  /** Cells a second at which the drift comes in, and the ragged front it has. */
  drift: 16,
  front: 9,
  /** Part of what is wanted that comes in one step, drifting and poured. */
  pull: { edges: 0.035, above: 0.11 },
  /** Milliseconds a cell needs to be level again: then what is left is less than an eye sees. */
  levels: { edges: 5000, above: 1400 },
} as const

/** How far beside a touch its sand is laid. */
export const bankOf = (reach: number, haste: number): number => 1.7 + reach * 0.1 + haste * 3

/** What a touch leaves lying: a quick finger more than a slow one, a flat hand hardly anything. */
export const filmOf = (reach: number, haste: number): number =>
  sandRules.depth * (reach > sandRules.palm ? 0.02 : 0.02 + 0.12 * haste)

/** Part of what is lifted that goes away with the touch. */
export const carriedBy = (reach: number): number =>
  reach > sandRules.palm ? sandRules.carried.palm : sandRules.carried.finger

/** The height a touch leaves at this distance from its middle: bare in the middle, a lip towards its edge. */
export function bedOf(distance: number, reach: number, film: number, grain: number): number {
  const lip = Math.max(0, distance / reach - 0.72 + (grain - 0.5) * 0.14) / 0.28
  return film + sandRules.depth * lip * lip
}

/**
 * What a touch lifts of a cell. `within`: cells from the edge of the touch inwards. It begins softly at the edge: no cell's lot hangs
 * on the last digit of a distance, and so two processors agree.
 */
export const liftOf = (height: number, bed: number, within: number): number =>
  Math.max(0, height - bed) * Math.min(1, within * 2)

/** The weight of a cell outside the touch when lifted sand is shared out. `gap`: cells from the edge of the touch. */
export function shareOf(
  dx: number,
  dy: number,
  distance: number,
  gap: number,
  bank: number,
  aheadX: number,
  aheadY: number,
): number {
  const still = aheadX === 0 && aheadY === 0
  const facing = still ? 0.5 : (dx * aheadX + dy * aheadY) / (distance || 1)
  const fore = Math.min(1, Math.max(0, facing * 5 + 2.25))
  return fore * Math.min(1, gap * 2) * (1 - gap / bank) * (0.45 + Math.max(0, facing))
}

/** How readily a cell takes sand: lying sand holds it, the bare print hardly does. */
export function holdOf(height: number, grain: number): number {
  const lying = Math.min(1, height / sandRules.depth)
  return (0.04 + 0.96 * lying * lying) * (0.55 + 0.9 * grain)
}

/** How steep sand stands between a cell and the next to the right or below. */
export const steepOf = (grain: number): number => sandRules.repose * (0.8 + 0.4 * grain)

/** Wind ripples: long low waves that wander a little. */
export function restOf(column: number, row: number): number {
  const wander = 2.2 * Math.sin(column * 0.021) + 1.4 * Math.sin(column * 0.057 + row * 0.03)
  return sandRules.depth + 0.16 * Math.sin((row + wander) * 0.62) + 0.1 * (grainOf(column, row) - 0.5)
}

/** A number from 0 to 1 that belongs to a place: an integer hash (Chris Wellons' lowbias32, public domain). */
export function grainOf(column: number, row: number): number {
  let mixed = (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
}
