import type { InkPoint, Pen, Stroke } from './stroke.ts'

/** A round spot of ink: millimetres. A stroke is the hull of each pair of neighbours, all laid on one another. */
export type Bead = { readonly x: number; readonly y: number; readonly radius: number }

type Nib = {
  /** Radius in millimetres at rest, and how far haste takes it down. */
  readonly radius: number
  readonly thinnest: number
  /** Millimetres a millisecond at which the line is half-way to its thinnest. */
  readonly pace: number
  /** Millimetres over which the line swells at the start and leaves the paper at the end. */
  readonly swell: number
  readonly leave: number
  /** How far pressure, where the glass feels it, widens and narrows the line: 0.6 means from 0.7 to 1.3 times. */
  readonly pressure: number
}

/** Chosen by writing 永 in columns 11.5 mm wide: the brush fills its square, the pencil stays a line. */
const nibs: Record<Pen, Nib> = {
  brush: { radius: 0.84, thinnest: 0.2, pace: 0.1, swell: 1.1, leave: 2.6, pressure: 1.2 },
  pen: { radius: 0.36, thinnest: 0.25, pace: 0.3, swell: 0.2, leave: 0.7, pressure: 0.6 },
  pencil: { radius: 0.3, thinnest: 0.24, pace: 0.4, swell: 0.1, leave: 0.3, pressure: 0.4 },
}

/** Millimetres between beads: a third of a screen pixel row at 8 px/mm would be waste, half a brush would be corners. */
const step = 0.3

/**
 * Turns the points of one stroke into beads as they come, so that a screen draws only what is new. The first points swell,
 * haste thins, a slow hand thickens; `end` adds the tail that leaves the paper.
 */
export class StrokeShaper {
  readonly #nib: Nib
  #before: InkPoint | undefined
  #last: InkPoint | undefined
  #from: { x: number; y: number } | undefined
  #pace = 0
  #travelled = 0
  #radius = 0

  constructor(pen: Pen) {
    this.#nib = nibs[pen]
  }

  /** The beads that this point adds; the first belongs to the bead drawn last. */
  add(point: InkPoint): Bead[] {
    const last = this.#last
    if (last === undefined) {
      this.#last = point
      this.#from = { x: point[0], y: point[1] }
      this.#radius = this.#nib.radius * (this.#nib.swell > 0.5 ? 0.62 : 0.9) * this.#pressed(point)
      return [{ x: point[0], y: point[1], radius: this.#radius }]
    }
    const length = Math.hypot(point[0] - last[0], point[1] - last[1])
    const took = Math.max(1, point[2] - last[2])
    this.#pace += (length / took - this.#pace) * Math.min(1, took / 45)
    this.#travelled += length
    const middle = { x: (last[0] + point[0]) / 2, y: (last[1] + point[1]) / 2 }
    const beads = this.#bend(this.#from!, { x: last[0], y: last[1] }, middle, this.#radiusAt(point))
    this.#before = last
    this.#last = point
    this.#from = middle
    return beads
  }

  /** The beads from the last half-way mark to where the finger left, tapering as fast as it went. */
  end(): Bead[] {
    const last = this.#last
    if (last === undefined || this.#before === undefined) return []
    const haste = Math.min(1, this.#pace / (this.#nib.pace * 2))
    const tail = Math.max(this.#nib.thinnest * 0.5, this.#radius * (1 - 0.75 * haste))
    const dx = last[0] - this.#before[0]
    const dy = last[1] - this.#before[1]
    const length = Math.hypot(dx, dy)
    // Less than a grain of ink tells no direction, and dividing by it may leave the paper altogether.
    const beyond = length < 1e-6 ? 0 : (this.#nib.leave * haste * haste * 0.6) / length
    const target = { x: last[0] + dx * beyond, y: last[1] + dy * beyond }
    return this.#bend(this.#from!, { x: last[0], y: last[1] }, target, tail)
  }

  #pressed([, , , pressure]: InkPoint): number {
    const unknown = pressure === 0 || pressure === 0.5 || pressure === 1
    return unknown ? 1 : 1 + (pressure - 0.5) * this.#nib.pressure
  }

  #radiusAt(point: InkPoint): number {
    const { radius, thinnest, pace, swell } = this.#nib
    const slowed = 1 / (1 + (this.#pace / pace) ** 1.5)
    const full = thinnest + (radius - thinnest) * slowed
    const grown = swell === 0 ? 1 : Math.min(1, 0.62 + (0.38 * this.#travelled) / swell)
    return Math.max(thinnest * 0.6, full * grown * this.#pressed(point))
  }

  /** A quadratic curve cut into beads; the radius goes smoothly from the last one to `radius`. */
  #bend(
    from: { x: number; y: number },
    over: { x: number; y: number },
    to: { x: number; y: number },
    radius: number,
  ): Bead[] {
    const length = Math.hypot(over.x - from.x, over.y - from.y) + Math.hypot(to.x - over.x, to.y - over.y)
    const pieces = Math.max(1, Math.min(400, Math.ceil(length / step)))
    const first = this.#radius
    // No more than 0.35 mm of change a millimetre, or the line would show its beads.
    const reached = first + Math.max(-0.35 * length, Math.min(0.35 * length, radius - first))
    const beads: Bead[] = []
    for (let i = 1; i <= pieces; i++) {
      const t = i / pieces
      const u = 1 - t
      beads.push({
        x: u * u * from.x + 2 * u * t * over.x + t * t * to.x,
        y: u * u * from.y + 2 * u * t * over.y + t * t * to.y,
        radius: first + (reached - first) * t,
      })
    }
    this.#radius = reached
    return beads
  }
}

/** All beads of a finished stroke. */
export function beadsOf(stroke: Pick<Stroke, 'pen' | 'points'>): Bead[] {
  const shaper = new StrokeShaper(stroke.pen)
  const beads = stroke.points.flatMap((point) => shaper.add(point))
  return beads.concat(shaper.end())
}

/**
 * The ink of a stroke as SVG path data in millimetres, for the non-zero rule: every disc, hull and fleck turns the same way, so that
 * crossings and hooks never leave holes.
 */
export function outlineOf(stroke: Pick<Stroke, 'pen' | 'points'>): string {
  return inkOf(stroke.pen, beadsOf(stroke))
}

/** The ink of a run of beads: what a screen fills for the newest part of a stroke, beginning with the bead drawn last. */
export const inkOf = (pen: Pen, beads: readonly Bead[]): string => (pen === 'pencil' ? grainOf(beads) : hullOf(beads))

/** Brush and pen cover the paper: one body from bead to bead. */
function hullOf(beads: readonly Bead[]): string {
  const parts: string[] = []
  for (const [at, bead] of beads.entries()) {
    const before = beads[at - 1]
    if (before !== undefined) parts.push(between(before, bead))
    const isCorner = before === undefined || at === beads.length - 1 || turnsAt(before, bead, beads[at + 1]!)
    if (isCorner) parts.push(disc(bead))
  }
  return parts.join('')
}

/** A straight run needs no disc between its hulls: their edges meet. Cosine of 1.5°. */
function turnsAt(before: Bead, bead: Bead, after: Bead): boolean {
  const ax = bead.x - before.x
  const ay = bead.y - before.y
  const bx = after.x - bead.x
  const by = after.y - bead.y
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by)
  return lengths === 0 || (ax * bx + ay * by) / lengths < 0.99966
}

function between(a: Bead, b: Bead): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length < 1e-6) return ''
  const nx = -(b.y - a.y) / length
  const ny = (b.x - a.x) / length
  const corner = ({ x, y, radius }: Bead, side: number) => `${mm(x + nx * radius * side)} ${mm(y + ny * radius * side)}`
  // Where a bend is too slight for a disc, its outer edge would gape: the hull reaches back over it.
  const back = a.radius * 0.03
  const start = { ...a, x: a.x - ny * back, y: a.y + nx * back }
  return `M${corner(start, -1)}L${corner(b, -1)}L${corner(b, 1)}L${corner(start, 1)}Z`
}

/** Both arcs run with the sweep flag, the way the hulls turn. */
function disc({ x, y, radius }: Bead): string {
  const r = mm(radius)
  return `M${mm(x - radius)} ${mm(y)}a${r} ${r} 0 1 1 ${mm(radius * 2)} 0a${r} ${r} 0 1 1 ${mm(-radius * 2)} 0Z`
}

/**
 * A pencil leaves its lead on the tops of the paper alone: slender flecks along the line, wanting where the paper lies low. What lies low
 * belongs to the place on the card and not to the stroke, so that crossing lines miss the same spots.
 */
function grainOf(beads: readonly Bead[]): string {
  const flecks: string[] = []
  for (const [at, bead] of beads.entries()) {
    const before = beads[at - 1]
    if (before === undefined) {
      if (beads.length === 1) flecks.push(disc({ ...bead, radius: bead.radius * 0.8 }))
      continue
    }
    const length = Math.hypot(bead.x - before.x, bead.y - before.y)
    if (length < 1e-6) continue
    const dx = (bead.x - before.x) / length
    const dy = (bead.y - before.y) / length
    for (const lane of depthAt(bead.x * 3, bead.y * 3) < 0.5 ? lanes.odd : lanes.even) {
      const aside = lane * bead.radius
      const x = bead.x - dy * aside
      const y = bead.y + dx * aside
      if (depthAt(x, y) < 0.1 + 0.2 * Math.abs(lane)) continue
      const half = 0.34 + 0.34 * depthAt(y, x)
      flecks.push(fleck(x, y, dx * half, dy * half, bead.radius * 0.6))
    }
  }
  return flecks.join('')
}

/** Shares of the radius at which flecks lie beside the middle of the line: two at a time, by where the bead lies. */
const lanes = { odd: [-0.72, 0.22], even: [-0.26, 0.7] } as const

/** How high the paper stands at a place, from 0 to 1, the same for ever: a spot is a seventh of a millimetre. */
function depthAt(x: number, y: number): number {
  const spot = Math.imul(Math.round(x * 7) | 0, 0x27d4eb2d) ^ Math.imul(Math.round(y * 7) | 0, 0x165667b1)
  const stirred = Math.imul(spot ^ (spot >>> 15), 0x2c1b3c6d)
  return ((stirred ^ (stirred >>> 13)) >>> 8) / 2 ** 24
}

/** Pointed at both ends; hundredths of a millimetre are finer than any printer. */
function fleck(x: number, y: number, dx: number, dy: number, wide: number): string {
  const length = Math.hypot(dx, dy)
  const nx = (-dy / length) * wide
  const ny = (dx / length) * wide
  return `M${hundredth(x - dx)} ${hundredth(y - dy)}q${hundredth(dx + nx)} ${hundredth(dy + ny)} ${hundredth(2 * dx)} ${hundredth(2 * dy)}q${hundredth(-dx - nx)} ${hundredth(-dy - ny)} ${hundredth(-2 * dx)} ${hundredth(-2 * dy)}Z`
}

const hundredth = (value: number): number => Math.round(value * 100) / 100
const mm = (value: number): number => Math.round(value * 1000) / 1000
