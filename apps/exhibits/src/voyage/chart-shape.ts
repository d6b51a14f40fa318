import { seededChance } from '@riverside/kit'
import { brokenLine, gouge, gougePath, type Point } from '@riverside/ui'
import { bendAt, halfWidth } from '@riverside/voyage'

/** How a stretch of river is laid on a strip of paper; all lengths in the strip's own units. */
export type ChartShape = {
  readonly width: number
  readonly height: number
  readonly x: (chainage: number) => number
  /** The chainage under a place of the strip. */
  readonly chainage: (x: number) => number
  /** Height of the Puxi bank, on which buoys stand, and of the middle of the river. */
  readonly bank: (chainage: number) => number
  readonly middle: (chainage: number) => number
  readonly banks: readonly string[]
  readonly water: readonly string[]
  readonly land: readonly string[]
  readonly ticks: ReadonlyArray<{ readonly x: number; readonly long: boolean }>
}

/** Metres of river shown beyond either end of the quay. */
const margin = 190

/** Across the river, metres are drawn this much shorter than along it. */
const squeeze = 0.2

/** Metres between two points at which the bank is measured. */
const pace = 25

export function chartShape(from: number, to: number, width: number, height: number): ChartShape {
  const scale = width / (to - from + 2 * margin)
  const x = (chainage: number) => (chainage - from + margin) * scale
  const across = scale * squeeze
  const half = halfWidth * across
  const bend = (chainage: number) => bendAt(Math.min(to + margin, Math.max(from - margin, chainage)), from, to) * across
  const chainages = Array.from(
    { length: Math.ceil((to - from + 2 * margin) / pace) + 1 },
    (_, index) => from - margin + index * pace,
  )
  const deepest = Math.min(...chainages.map(bend))
  const level = height * 0.52 + deepest / 2
  const middle = (chainage: number) => level - bend(chainage)
  const line = (off: number): Point[] => chainages.map((chainage) => [x(chainage), middle(chainage) + off])
  const chance = seededChance(2800)
  const cut = (off: number, stroke: number, gap: number, thickness: number) =>
    brokenLine(line(off), { stroke, gap, thickness }, chance).map(closed)
  return {
    width,
    height,
    x,
    chainage: (place) => place / scale + from - margin,
    bank: (chainage) => middle(chainage) - half,
    middle,
    banks: [...cut(-half, 46, 3, 3.8), ...cut(half, 46, 3, 3.4)],
    water: [0.66, 0.36, 0.05, -0.28, -0.6].flatMap((share, index) =>
      cut(half * share, 60 - index * 4, 16 + index * 5, 1.5),
    ),
    land: hatching(line(half), chance),
    ticks: ticksOf(from, to).map((chainage) => ({ x: x(chainage), long: chainage % 500 === 0 })),
  }
}

/** Short strokes on the other bank: land, and nothing of it told. */
function hatching(bank: readonly Point[], chance: () => number): readonly string[] {
  return bank.flatMap(([x, y]) =>
    chance() < 0.24
      ? []
      : [0, 1].map((stroke) => {
          const [left, top] = [x + stroke * 5 + chance() * 3, y + 4 + chance() * 2]
          return gougePath(gouge([left, top], [left - 4 - chance() * 3, top + 5 + chance() * 5], 1.5))
        }),
  )
}

function ticksOf(from: number, to: number): readonly number[] {
  const first = Math.ceil(from / 100) * 100
  return Array.from({ length: Math.floor((to - first) / 100) + 1 }, (_, index) => first + index * 100)
}

const closed = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${Number(x.toFixed(1))} ${Number(y.toFixed(1))}`).join('L')}Z`
