import type { Point } from '@riverside/ui'

/** How the shore is looked at: a hand that draws in perspective, from the water, along the quay. */
export type View = {
  readonly width: number
  readonly height: number
  /** Where the horizon and the vanishing point lie, pixels. */
  readonly horizon: number
  readonly vanish: number
  /** Pixels a metre takes at one metre's distance. */
  readonly focal: number
  /** The eye above the water, metres. */
  readonly eye: number
  /** The quay's edge to the left of the eye's path, metres. */
  readonly quay: number
}

/** Nearer than this, things are beside us and off the sheet; metres. */
const nearest = 6

/** A place by the shore, in metres: `inland` from the quay's edge, `up` from the water, `ahead` of the eye; where it is on the sheet. */
export function onSheet(view: View, inland: number, up: number, ahead: number): Point {
  const scale = view.focal / Math.max(nearest, ahead)
  return [view.vanish - (view.quay + inland) * scale, view.horizon + (view.eye - up) * scale]
}

/** Pixels of a metre at a distance. */
export const scaleAt = (view: View, ahead: number): number => view.focal / Math.max(nearest, ahead)
