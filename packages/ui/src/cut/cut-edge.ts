import { type Chance, seededChance } from '@riverside/kit'
import { seedOf } from './seed.ts'

/** A point of a cut: a share of the whole side (0 to 1) and a step from there in design pixels. */
export type CutPoint = { readonly alongX: number; readonly x: number; readonly alongY: number; readonly y: number }

export type Cut = {
  /** What is cut. The same name is cut the same way each time. */
  readonly name: string
  /** Design pixels, roughly: they settle how many points the knife sets. */
  readonly width: number
  readonly height: number
  /** How far inwards the knife strays, design pixels. */
  readonly stray?: number
  /** How far inside the box the whole cut lies, design pixels. */
  readonly inset?: number
  /** Sides the knife leaves straight, where paper runs off the screen. */
  readonly straight?: readonly Side[]
}
export type Side = 'top' | 'right' | 'bottom' | 'left'

/** The knife sets a point about this often, design pixels. */
const step = 44

/** The edge of a slip of paper, clockwise from the upper left corner. It never reaches outside its box. */
export function cutEdge({ name, width, height, stray = 5, inset = 0, straight = [] }: Cut): readonly CutPoint[] {
  const chance = seededChance(seedOf(name))
  const across = Math.max(2, Math.round(width / step))
  const down = Math.max(2, Math.round(height / step))
  const depth = (side: Side) => (straight.includes(side) ? 0 : inset + chance() * stray)
  const corner = (alongX: 0 | 1, alongY: 0 | 1): CutPoint => {
    const x = depth(alongX === 0 ? 'left' : 'right')
    const y = depth(alongY === 0 ? 'top' : 'bottom')
    return { alongX, x: alongX === 0 ? x : -x, alongY, y: alongY === 0 ? y : -y }
  }
  return [
    corner(0, 0),
    ...between(across, chance).map((at) => ({ alongX: at, x: 0, alongY: 0, y: depth('top') })),
    corner(1, 0),
    ...between(down, chance).map((at) => ({ alongX: 1, x: -depth('right'), alongY: at, y: 0 })),
    corner(1, 1),
    ...between(across, chance).map((at) => ({ alongX: 1 - at, x: 0, alongY: 1, y: -depth('bottom') })),
    corner(0, 1),
    ...between(down, chance).map((at) => ({ alongX: 0, x: depth('left'), alongY: 1 - at, y: 0 })),
  ]
}

/** Places between two corners, unevenly set as a hand sets them, in rising order. */
function between(parts: number, chance: Chance): readonly number[] {
  return Array.from({ length: parts - 1 }, (_, i) => (i + 1 + (chance() - 0.5) * 0.5) / parts)
}

/** The cut as a CSS clip-path that follows its box at any size. */
export const cutClipPath = (cut: Cut): string => `polygon(${cutEdge(cut).map(cssPoint).join(', ')})`

/** A frame between a cut and a second cut that follows it by hand: a CSS clip-path. `width` of the frame in design pixels. */
export function frameClipPath(cut: Cut, width: number): string {
  const chance = seededChance(seedOf(`within ${cut.name}`))
  const outer = cutEdge(cut)
  const inner = cutEdge({ ...cut, inset: (cut.inset ?? 0) + width }).map((point) => ({
    ...point,
    x: point.x + Math.sign(point.x) * (chance() - 0.5) * width * 0.5,
    y: point.y + Math.sign(point.y) * (chance() - 0.5) * width * 0.5,
  }))
  const closed = (points: readonly CutPoint[]) => [...points, ...points.slice(0, 1)].map(cssPoint)
  return `polygon(evenodd, ${[...closed(outer), ...closed(inner)].join(', ')})`
}

function cssPoint({ alongX, x, alongY, y }: CutPoint): string {
  return `${cssLength(alongX, x)} ${cssLength(alongY, y)}`
}

function cssLength(along: number, offset: number): string {
  const percent = `${short(along * 100)}%`
  if (Math.abs(offset) < 0.005) return percent
  return `calc(${percent} ${offset < 0 ? '-' : '+'} var(--u) * ${short(Math.abs(offset))})`
}

const short = (value: number) => Number(value.toFixed(2))

/** The cut as points in a box of the given size, for drawing by canvas or SVG. */
export function cutPoints(cut: Cut): readonly (readonly [number, number])[] {
  return cutEdge(cut).map(({ alongX, x, alongY, y }) => [alongX * cut.width + x, alongY * cut.height + y] as const)
}
