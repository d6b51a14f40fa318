/** A rectangle in pixels of the camera's picture, from its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** One face in one look: where, how sure the detector is (0…1), and what the expression net says of it. */
export type FaceSeen = {
  readonly box: Box
  readonly score: number
  /** Probability of *happy*, 0…1; absent where the look is not good enough to judge: too small, in profile, mouth covered. */
  readonly happy?: number | undefined
}

/** All faces of one picture so many pixels wide. `at` is milliseconds of a stopwatch. */
export type Look = { readonly at: number; readonly width: number; readonly faces: readonly FaceSeen[] }

/** Area of the common part over area of both together, 0…1. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  if (width <= 0 || height <= 0) return 0
  const common = width * height
  return common / (one.width * one.height + other.width * other.height - common)
}

/** The box made larger or smaller about its own centre. */
export function grown(box: Box, factor: number): Box {
  const width = box.width * factor
  const height = box.height * factor
  return { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height }
}

export const sizeOf = (box: Box): number => Math.sqrt(box.width * box.height)

export const centreOf = (box: Box): { readonly x: number; readonly y: number } => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
})
