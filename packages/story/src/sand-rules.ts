/** A hand on the sand. Places and reach in cells, `when` in milliseconds on the sand's own stopwatch. */
export type SandTouch =
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

export type SandArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** All lengths, also heights, in cells. */
export const sandRules = {
  /** Milliseconds of one step; the sand knows no other time. */
  step: 1000 / 60,
  depth: 2.4,
  /** A ridge cannot be piled higher: what comes on top rolls over the edge of the tray. */
  crest: 4.6,
  /** Tangent of the angle of repose of dry sand, 34°. */
  repose: 0.67,
  /** Milliseconds without hands until the sand drifts back from the edges. */
  quiet: 90_000,
  /** Cells a second at which the drift comes in. */
  drift: 16,
} as const

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
  const ahead = still ? 0.5 : (dx * aheadX + dy * aheadY) / (distance || 1)
  return ahead < -0.35 ? 0 : (1 - gap / bank) * (0.45 + Math.max(0, ahead))
}

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
