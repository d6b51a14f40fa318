import type { MotionCue } from './cue.ts'

/** A drawn motion is held for two frames of film: twelve drawings a second. Milliseconds. */
export const drawingLasts = 1000 / 12

/** Milliseconds after which a motion begins again from the same drawing, and how far it goes, in shares of its area. */
const motions: Readonly<
  Record<MotionCue['motion'], { readonly loop: number; readonly wide: number; readonly high: number }>
> = {
  smoke: { loop: 12_000, wide: 0.05, high: 0.03 },
  water: { loop: 8000, wide: 0.022, high: 0.008 },
  cloth: { loop: 8000, wide: 0.012, high: 0.05 },
  birds: { loop: 16_000, wide: 0.09, high: 0.06 },
}

/**
 * From where in its area a place of the print is drawn while the area moves: a shift in shares of the area's width and height. It dies
 * away towards the border, so that the part that moves never shows a seam, and comes back to the same drawing after its loop.
 * @param across Share of the area's width, from the left. @param down Share of its height, from above. @param when Milliseconds.
 */
export function stirOf(
  motion: MotionCue['motion'],
  across: number,
  down: number,
  when: number,
): readonly [dx: number, dy: number] {
  const { loop, wide, high } = motions[motion]
  const round = (when / loop) * 2 * Math.PI
  const still = Math.min(1, rim(across) * rim(down))
  switch (motion) {
    case 'smoke': {
      const rises = 1 - down
      return [
        still * wide * (0.35 + 0.65 * rises) * Math.sin(7 * down + 3 * round + 2 * across),
        still * high * Math.sin(5 * across + 2 * round),
      ]
    }
    case 'water':
      return [
        still * wide * Math.sin(46 * down + 4 * round + 3 * Math.sin(5 * across)),
        still * high * Math.sin(9 * across - 3 * round),
      ]
    case 'cloth':
      return [
        still * wide * Math.sin(8 * across - 6 * round),
        still * high * Math.sin(9 * across + 3 * down - 7 * round),
      ]
    case 'birds':
      return [still * wide * Math.sin(round), still * high * Math.sin(2 * round)]
  }
}

/** 0 at either border, 1 where the middle three quarters are. */
const rim = (share: number): number => {
  const near = Math.min(1, Math.max(0, Math.min(share, 1 - share) * 8))
  return near * near * (3 - 2 * near)
}
