import { type InkName, type InkPoint, inkLimits, type Pen, type Stroke } from '../stroke.ts'
import { type BentLine, bend, type Exactness, type Knot, unbend } from './bent-line.ts'
import { type BitCoder, type Chance, evenChance } from './range-coder.ts'

const tree = (bits: number): Chance[] => Array.from({ length: 2 ** bits }, evenChance)
/** In the order in which links count them: new ones go to the end. */
const pens: readonly Pen[] = ['brush', 'pen', 'pencil']
const inks: readonly InkName[] = ['ink', 'rust', 'river']

const several = <Kind>(count: number, make: () => Kind): Kind[] => Array.from({ length: count }, make)

/** Codes a number of `bits` bits along a tree of chances, and answers it. */
function symbol(coder: BitCoder, chances: readonly Chance[], bits: number, value: number): number {
  let node = 1
  for (let at = bits - 1; at >= 0; at--) node = node * 2 + coder.bit(chances[node]!, ((value >> at) & 1) as 0 | 1)
  return node - 2 ** bits
}

/** From one stroke to the next, the first way inside a stroke, and every later one: hands do differently in each. */
const kinds = { travel: 0, first: 1, later: 2 } as const
type Kind = keyof typeof kinds

/** Haste of a section as a step of √2, from 0.0005 mm a millisecond upwards. */
const paces = Array.from({ length: 32 }, (_, level) => 2 ** (level / 2 - 11))

/**
 * What is likely in a card's handwriting, learnt from the strokes before: lengths and directions of its ways, where strokes
 * end, how haste changes. One walk over it writes a card's ink, and the same walk reads it.
 */
export class InkModel {
  readonly #more = tree(3)
  readonly #next = evenChance()
  readonly #same = several(2, evenChance)
  readonly #which = tree(2)
  readonly #bent = evenChance()
  readonly #felt = evenChance()
  readonly #bucket = several(6, () => tree(4))
  readonly #upper = several(3, () => tree(4))
  readonly #second = several(2, () => tree(4))
  readonly #sector = several(18, () => tree(4))
  readonly #pace = tree(5)
  readonly #change = several(3, () => tree(5))
  readonly #pressure = several(17, () => tree(4))

  /** Writes the strokes, or reads as many as there are. Throws where reading finds what nobody wrote. */
  ink(coder: BitCoder, exactness: Exactness, strokes: readonly Stroke[] | undefined): Stroke[] {
    const read: Stroke[] = []
    let points = 0
    let from: Knot = { x: 0, y: 0, t: 0, pressure: 0.5 }
    let before: { pen: Pen; ink: InkName } = { pen: 'brush', ink: 'ink' }
    for (let at = 0; ; at++) {
      const stroke = strokes?.[at]
      if (coder.bit(this.#next, stroke === undefined ? 0 : 1) === 0) return read
      const pen = this.#choice(coder, 0, pens, before.pen, stroke?.pen)
      const ink = this.#choice(coder, 1, inks, before.ink, stroke?.ink)
      const felt = coder.bit(this.#felt, stroke?.points.some(isFelt) ? 1 : 0) === 1
      const line = this.#line(coder, from, felt, exactness.step, stroke && bend(stroke.points, exactness))
      if (strokes === undefined) {
        const written = unbend(line, exactness.step)
        points += written.length
        if (read.length >= inkLimits.strokes || points > inkLimits.points || written.length > inkLimits.pointsOfStroke)
          throw new RangeError('more ink than a card holds')
        read.push({ pen, ink, points: written })
      }
      before = { pen, ink }
      from = line.knots.at(-1) ?? from
    }
  }

  #choice<Name extends string>(
    coder: BitCoder,
    of: 0 | 1,
    names: readonly Name[],
    before: Name,
    name: Name | undefined,
  ): Name {
    if (coder.bit(this.#same[of]!, name === undefined || name === before ? 1 : 0) === 1) return before
    return names[symbol(coder, this.#which, 2, name === undefined ? 0 : names.indexOf(name))] ?? before
  }

  #line(coder: BitCoder, from: Knot, felt: boolean, step: number, line: BentLine | undefined): BentLine {
    const bent = coder.bit(this.#bent, line?.bent === false ? 1 : 0) === 0
    const knots: Knot[] = []
    const way = { sector: 16, pace: 16, pressure: 16, bucket: 0 }
    for (let at = 0; ; at++) {
      const knot = line?.knots[at]
      if (at > 0) {
        const more = coder.bit(this.#more[Math.min(7, at)]!, knot === undefined ? 0 : 1)
        if (more === 0) return { knots, bent }
        if (at > inkLimits.pointsOfStroke) throw new RangeError('a stroke without an end')
      }
      const last = knots[at - 1] ?? from
      const kind: Kind = at === 0 ? 'travel' : at === 1 ? 'first' : 'later'
      const [dx, dy] = this.#way(coder, kind, way, knot && [knot.x - last.x, knot.y - last.y])
      const length = Math.hypot(dx, dy) * step
      const t = at === 0 ? 0 : last.t + this.#took(coder, at, way, length, knot && knot.t - last.t)
      const pressure = felt ? this.#pressed(coder, way, knot?.pressure) : 0.5
      knots.push({ x: last.x + dx, y: last.y + dy, t, pressure })
    }
  }

  /** A way over the grid: how far, as the greater of its two parts, and to which place of the square of that size. */
  #way(
    coder: BitCoder,
    kind: Kind,
    way: { sector: number; bucket: number },
    to: readonly [number, number] | undefined,
  ): readonly [number, number] {
    const far = to ? Math.max(Math.abs(to[0]), Math.abs(to[1])) : 0
    const short = kind !== 'travel' && way.bucket < 4 ? 3 : 0
    const bucket = symbol(coder, this.#bucket[kinds[kind] + short]!, 4, far === 0 ? 0 : Math.floor(Math.log2(far)) + 1)
    way.bucket = bucket
    if (bucket === 0) return [0, 0]
    let radius = 1
    for (let at = bucket - 2; at >= 0; at--) {
      const bit = ((far >> at) & 1) as 0 | 1
      const depth = bucket - 2 - at
      const chance =
        depth === 0 ? this.#upper[kinds[kind]]![bucket]! : depth === 1 ? this.#second[radius & 1]![bucket]! : undefined
      radius = radius * 2 + (chance ? coder.bit(chance, bit) : coder.even(2, bit))
    }
    const place = to ? placeOf(to, radius) : 0
    const about = kind === 'travel' ? 17 : kind === 'first' ? 16 : way.sector
    const sector = symbol(coder, this.#sector[about]!, 4, to ? sectorOf(place, radius) : 0)
    if (kind !== 'travel') way.sector = sector
    const [first, count] = placesIn(sector, radius)
    if (count < 1) throw new RangeError('a way to nowhere')
    const inside = coder.even(count, (place - first + 8 * radius) % (8 * radius))
    return wayTo((first + inside + 8 * radius) % (8 * radius), radius)
  }

  /** Milliseconds for a way, as the nearest step of haste; the sum is kept true, so that errors never add up. */
  #took(coder: BitCoder, at: number, way: { pace: number }, length: number, took: number | undefined): number {
    const wanted = took === undefined ? 0 : nearestPace(length, took)
    if (at === 1) way.pace = symbol(coder, this.#pace, 5, wanted)
    else {
      const about = this.#change[Math.min(2, Math.floor(way.pace / 11))]!
      // Round the ring of levels, so that every one is reached from every other: a hand may stand still after its swiftest way.
      way.pace = (way.pace + symbol(coder, about, 5, (wanted - way.pace + 16) & 31) + 16) & 31
    }
    return length / paces[way.pace]!
  }

  #pressed(coder: BitCoder, way: { pressure: number }, pressure: number | undefined): number {
    const level = Math.max(0, Math.min(15, Math.floor((pressure ?? 0) * 16)))
    way.pressure = symbol(coder, this.#pressure[way.pressure]!, 4, level)
    return (way.pressure + 0.5) / 16
  }
}

const isFelt = ([, , , pressure]: InkPoint): boolean => pressure !== 0 && pressure !== 0.5 && pressure !== 1

function nearestPace(length: number, took: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  paces.forEach((pace, level) => {
    const off = Math.abs(length / pace - took)
    if (off < least) [best, least] = [level, off]
  })
  return best
}

/** Places on the square of radius r round 0, counted from its corner (r, −r) by way of (r, r): 0 … 8r − 1. */
function placeOf([dx, dy]: readonly [number, number], r: number): number {
  if (dx === r && dy < r) return dy + r
  if (dy === r && dx > -r) return 2 * r + (r - dx)
  if (dx === -r && dy > -r) return 4 * r + (r - dy)
  return 6 * r + (dx + r)
}

function wayTo(place: number, r: number): readonly [number, number] {
  const along = place % (2 * r)
  switch (Math.floor(place / (2 * r))) {
    case 0:
      return [r, along - r]
    case 1:
      return [r - along, r]
    case 2:
      return [-r, r - along]
    default:
      return [along - r, -r]
  }
}

/** Sixteen sectors, the middle of every fourth along an axis of the grid. */
const sectorOf = (place: number, r: number): number => Math.floor((4 * place + r) / (2 * r)) % 16

/** The first place of a sector, which may lie before 0, and how many there are. */
function placesIn(sector: number, r: number): readonly [number, number] {
  const first = Math.ceil((2 * r * sector - r) / 4)
  return [first, Math.ceil((2 * r * (sector + 1) - r) / 4) - first]
}
