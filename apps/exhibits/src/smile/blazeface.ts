import { type Box, overlap } from '@riverside/smile'

/** A face as BlazeFace tells it, in pixels of the 256×256 picture it was shown. */
export type Found = { readonly box: Box; readonly score: number; readonly points: FacePoints }

type Point = { readonly x: number; readonly y: number }
/** Six points that only serve to tell a front view from a profile; they leave this worker never, and no look outlives them. */
export type FacePoints = {
  readonly rightEye: Point
  readonly leftEye: Point
  readonly nose: Point
  readonly mouth: Point
  readonly rightEar: Point
  readonly leftEar: Point
}

export const inputSize = 256
const boxValues = 16

/** Where BlazeFace's 896 answers sit: a 16×16 grid with two each, then an 8×8 grid with six each. */
const anchors: readonly Point[] = [
  { stride: 16, each: 2 },
  { stride: 32, each: 6 },
].flatMap(({ stride, each }) => {
  const cells = inputSize / stride
  return Array.from({ length: cells * cells * each }, (_, index) => {
    const cell = Math.floor(index / each)
    return { x: stride * ((cell % cells) + 0.5), y: stride * (Math.floor(cell / cells) + 0.5) }
  })
})

/**
 * Faces of one answer of the net: `scores` are 896 logits, `values` 896 rows of box and points. Of boxes that overlap by more
 * than `mostOverlap` only the surest is kept.
 */
export function facesFound(
  scores: ArrayLike<number>,
  values: ArrayLike<number>,
  threshold: number,
  mostOverlap = 0.3,
): readonly Found[] {
  const limit = Math.log(threshold / (1 - threshold))
  const candidates: Found[] = []
  for (const [index, anchor] of anchors.entries()) {
    const logit = scores[index] ?? Number.NEGATIVE_INFINITY
    if (logit >= limit) candidates.push(foundAt(anchor, logit, values, index * boxValues))
  }
  candidates.sort((one, other) => other.score - one.score)
  const kept: Found[] = []
  for (const face of candidates) {
    if (kept.every((other) => overlap(other.box, face.box) <= mostOverlap)) kept.push(face)
  }
  return kept
}

function foundAt(anchor: Point, logit: number, values: ArrayLike<number>, from: number): Found {
  const value = (offset: number) => values[from + offset] ?? 0
  const point = (which: number): Point => ({
    x: anchor.x + value(4 + 2 * which),
    y: anchor.y + value(5 + 2 * which),
  })
  const width = value(2)
  const height = value(3)
  return {
    box: { x: anchor.x + value(0) - width / 2, y: anchor.y + value(1) - height / 2, width, height },
    score: 1 / (1 + Math.exp(-logit)),
    points: {
      rightEye: point(0),
      leftEye: point(1),
      nose: point(2),
      mouth: point(3),
      rightEar: point(4),
      leftEar: point(5),
    },
  }
}
