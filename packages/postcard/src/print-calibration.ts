import { fail, ok, type Result } from '@riverside/kit'
import { z } from 'zod'
import { cardSize } from './stroke.ts'

/** A map of the plane, in millimetres: where a point of the card lands. */
export const Affine = z.strictObject({
  xx: z.number(),
  xy: z.number(),
  x0: z.number(),
  yx: z.number(),
  yy: z.number(),
  y0: z.number(),
})
export type Affine = z.infer<typeof Affine>

export const identity: Affine = { xx: 1, xy: 0, x0: 0, yx: 0, yy: 1, y0: 0 }

/** What is drawn moved for each face, so that it lands where it belongs. */
export const PrintCorrection = z.strictObject({ front: Affine, back: Affine })
export type PrintCorrection = z.infer<typeof PrintCorrection>

/**
 * The eight rulers of a calibration sheet, clockwise from the upper left. Each begins at a cross 10 mm inside the card's edge and
 * runs out beyond it; `at` is where it stands along the edge, in millimetres from the left or from the top.
 */
export const rulers = [
  { name: 'A', edge: 'top', at: 20 },
  { name: 'B', edge: 'top', at: 128 },
  { name: 'C', edge: 'right', at: 14 },
  { name: 'D', edge: 'right', at: 86 },
  { name: 'E', edge: 'bottom', at: 128 },
  { name: 'F', edge: 'bottom', at: 20 },
  { name: 'G', edge: 'left', at: 86 },
  { name: 'H', edge: 'left', at: 14 },
] as const
export type Ruler = (typeof rulers)[number]

/** Millimetres from the card's edge inwards to the cross at which a ruler begins. */
export const rulerStart = 10

/** Where the edge of the paper cuts each ruler, A to H, in the ruler's own millimetres; 10 where the printer is true. */
export const FaceReadings = z.array(z.number()).length(rulers.length)
export type FaceReadings = z.infer<typeof FaceReadings>

/** A ruler is 12 mm long; beyond its end a white border is added by a ruler of wood. */
const readingLimits = { least: 0.5, most: 22 }

/** What a printer may be wrong by and still be a printer with the right paper in it. */
const printerLimits = {
  /** Millimetres of the middle of the card. */
  shift: 6,
  /** Share of a length. */
  size: 0.08,
  /** Sine of the angle by which a side may be turned. */
  turn: 0.045,
  /** Millimetres by which eight readings may contradict each other; readings true to 0.16 mm stay below it. */
  contradiction: 0.2,
}

export type ReadingProblem =
  | { readonly code: 'not-a-reading'; readonly rulers: readonly Ruler['name'][] }
  /** Readings of these rulers cannot all be true of one sheet. */
  | { readonly code: 'readings-disagree'; readonly rulers: readonly Ruler['name'][] }
  | { readonly code: 'wrong-size' | 'too-far' | 'too-crooked' }

/**
 * Where a printer puts the card, found by least squares from the readings of one sheet. The edges of the paper are the measure: a
 * reading says which point of the print lies on an edge, two readings an edge, so that each of the two equations (right, down) has
 * three unknowns and four readings. With readings true to 0.16 mm every point of the card is known to 0.3 mm each way.
 */
export function readSheet(readings: FaceReadings): Result<Affine, ReadingProblem> {
  const unlikely = rulers.filter((_, at) => {
    const reading = readings[at]
    return (
      reading === undefined ||
      !Number.isFinite(reading) ||
      reading < readingLimits.least ||
      reading > readingLimits.most
    )
  })
  if (unlikely.length > 0) return fail({ code: 'not-a-reading', rulers: unlikely.map(({ name }) => name) })
  const across = fit(rowsOf(['left', 'right'], readings))
  const down = fit(rowsOf(['top', 'bottom'], readings))
  const found: Affine = {
    xx: across.slopes[0],
    xy: across.slopes[1],
    x0: across.constant,
    yx: down.slopes[0],
    yy: down.slopes[1],
    y0: down.constant,
  }
  // A print that is far too large reads far from 10 everywhere; that is said before small contradictions are.
  const limit = beyondLimits(found)
  if (limit !== undefined) return fail({ code: limit })
  if (across.contradiction > printerLimits.contradiction)
    return fail({ code: 'readings-disagree', rulers: namesAt('left', 'right') })
  if (down.contradiction > printerLimits.contradiction)
    return fail({ code: 'readings-disagree', rulers: namesAt('top', 'bottom') })
  return ok(found)
}

function beyondLimits(printed: Affine): 'wrong-size' | 'too-far' | 'too-crooked' | undefined {
  if (Math.max(Math.abs(printed.xx - 1), Math.abs(printed.yy - 1)) > printerLimits.size) return 'wrong-size'
  if (Math.max(Math.abs(printed.xy), Math.abs(printed.yx)) > printerLimits.turn) return 'too-crooked'
  const { right, down } = missOf(printed, cardSize.width / 2, cardSize.height / 2)
  return Math.hypot(right, down) > printerLimits.shift ? 'too-far' : undefined
}

const namesAt = (...edges: readonly Ruler['edge'][]): readonly Ruler['name'][] =>
  rulers.filter(({ edge }) => edges.includes(edge)).map(({ name }) => name)

/** A point of the print that lies on an edge of the paper, and the millimetre of the paper that edge is. */
type Row = { readonly x: number; readonly y: number; readonly lies: number }

function rowsOf(edges: readonly Ruler['edge'][], readings: FaceReadings): readonly Row[] {
  return rulers.flatMap(({ edge, at }, index) => (edges.includes(edge) ? [rowOf(edge, at, readings[index] ?? 0)] : []))
}

function rowOf(edge: Ruler['edge'], at: number, reading: number): Row {
  const { width, height } = cardSize
  const out = reading - rulerStart
  switch (edge) {
    case 'left':
      return { x: -out, y: at, lies: 0 }
    case 'right':
      return { x: width + out, y: at, lies: width }
    case 'top':
      return { x: at, y: -out, lies: 0 }
    case 'bottom':
      return { x: at, y: height + out, lies: height }
  }
}

/** Least squares of `lies` = a·x + b·y + c: the normal equations about the mean, which are two by two. */
function fit(rows: readonly Row[]) {
  const mean = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
  const [x, y, lies] = [mean((row) => row.x), mean((row) => row.y), mean((row) => row.lies)]
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const xx = sum((row) => (row.x - x) ** 2)
  const yy = sum((row) => (row.y - y) ** 2)
  const xy = sum((row) => (row.x - x) * (row.y - y))
  const xl = sum((row) => (row.x - x) * (row.lies - lies))
  const yl = sum((row) => (row.y - y) * (row.lies - lies))
  const determinant = xx * yy - xy * xy
  const a = (xl * yy - yl * xy) / determinant
  const b = (yl * xx - xl * xy) / determinant
  const constant = lies - a * x - b * y
  const contradiction = Math.max(...rows.map((row) => Math.abs(a * row.x + b * row.y + constant - row.lies)))
  return { slopes: [a, b] as const, constant, contradiction }
}

/**
 * The correction under which the next print is true, given the one under which the sheet was printed and where that sheet's print
 * landed.
 */
export const correctedBy = (before: Affine, landed: Affine): Affine => after(before, inverse(landed))

/** First `inner`, then `outer`. */
export const after = (outer: Affine, inner: Affine): Affine => ({
  xx: outer.xx * inner.xx + outer.xy * inner.yx,
  xy: outer.xx * inner.xy + outer.xy * inner.yy,
  x0: outer.xx * inner.x0 + outer.xy * inner.y0 + outer.x0,
  yx: outer.yx * inner.xx + outer.yy * inner.yx,
  yy: outer.yx * inner.xy + outer.yy * inner.yy,
  y0: outer.yx * inner.x0 + outer.yy * inner.y0 + outer.y0,
})

function inverse({ xx, xy, x0, yx, yy, y0 }: Affine): Affine {
  const determinant = xx * yy - xy * yx
  return {
    xx: yy / determinant,
    xy: -xy / determinant,
    x0: (xy * y0 - yy * x0) / determinant,
    yx: -yx / determinant,
    yy: xx / determinant,
    y0: (yx * x0 - xx * y0) / determinant,
  }
}

/** Millimetres by which the point (x, y) of the card lands off its place. */
const missOf = ({ xx, xy, x0, yx, yy, y0 }: Affine, x: number, y: number) => ({
  right: xx * x + xy * y + x0 - x,
  down: yx * x + yy * y + y0 - y,
})

/** How far off a print lies, in words a person can check with a ruler: millimetres, per cent, degrees clockwise. */
export function offOf(landed: Affine) {
  const { width, height } = cardSize
  const middle = missOf(landed, width / 2, height / 2)
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const
  return {
    right: middle.right,
    down: middle.down,
    wider: (landed.xx - 1) * 100,
    higher: (landed.yy - 1) * 100,
    turned: (Math.atan((landed.yx - landed.xy) / 2) * 180) / Math.PI,
    /** Of the corner that lies furthest off. */
    most: Math.max(
      ...corners.map(([x, y]) => {
        const { right, down } = missOf(landed, x, y)
        return Math.hypot(right, down)
      }),
    ),
  }
}
