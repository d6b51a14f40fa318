import { seededChance } from '@riverside/kit'
import type { Frame } from './look.ts'
import type { Box, Mark } from './mark.ts'

/**
 * What is cut round a picture, laid over its edge so that nothing comes nearer to the knife than the picture did. Measures are for a picture
 * 100 mm wide and follow its width; the same box gives the same cuts.
 */
export function frameMarks(frame: Frame, box: Box): Mark[] {
  const scale = Math.max(0.62, box.width / 100)
  switch (frame) {
    case 'plain':
      return []
    case 'brick':
      return brick(box, scale)
    case 'iron':
      return iron(box, scale)
    case 'rope':
      return rope(box, scale)
  }
}

type Fill = Extract<Mark, { mark: 'fill' }>
const fill = (path: string, ink: Fill['ink'], strength = 1): Fill => ({
  mark: 'fill',
  path,
  ink,
  ...(strength < 1 ? { strength } : {}),
  part: 'frame',
})

/** Two courses of stretchers all round, the joints of one over the middles of the other; some bricks burnt darker. */
function brick(box: Box, scale: number): Mark[] {
  const high = 1.85 * scale
  const joint = 0.26 * scale
  const chance = seededChance(1883)
  const bricks = [0, 1].flatMap((course) => {
    const inset = course * (high + joint)
    const inner = shrunk(box, inset)
    return sidesOf(inner, high).flatMap(({ at, length }) => {
      const count = Math.round(length / (5.4 * scale))
      const pitch = length / count
      const shift = course * 0.5
      return Array.from({ length: count + course }, (_, index) => {
        const from = Math.max(0, (index - shift) * pitch + joint / 2)
        const to = Math.min(length, (index - shift + 1) * pitch - joint / 2)
        return {
          path: quad(at, from, to, joint / 2, high - joint / 2, () => (chance() - 0.5) * 0.1 * scale),
          burnt: chance() < 0.28,
        }
      })
    })
  })
  const whole = 2 * (high + joint)
  return [
    fill(ring(box, whole), 'paper'),
    fill(bricks.flatMap(({ path, burnt }) => (burnt ? [] : [path])).join(''), 'rust'),
    fill(bricks.flatMap(({ path, burnt }) => (burnt ? [path] : [])).join(''), 'brick'),
    fill(ring(shrunk(box, whole), 0.35 * scale), 'ink'),
  ]
}

/** A plate of iron, rust along its inner edge, rivets with the light on their upper left. */
function iron(box: Box, scale: number): Mark[] {
  const wide = 3.5 * scale
  const middle = shrunk(box, wide / 2)
  const rivets = sidesOf(middle, 0).flatMap(({ at, length }) => {
    const count = Math.round(length / (6.2 * scale))
    return Array.from({ length: count }, (_, index) => at((index * length) / count, 0))
  })
  const round = (radius: number, dx: number, dy: number) =>
    rivets.map(([x, y]) => disc(x + dx * scale, y + dy * scale, radius * scale)).join('')
  return [
    fill(ring(box, wide), 'ink'),
    fill(ring(shrunk(box, wide - 0.55 * scale), 0.55 * scale), 'rust'),
    fill(round(0.86, 0.14, 0.16), 'paper', 0.16),
    fill(round(0.8, 0, 0), 'river'),
    fill(round(0.34, -0.2, -0.22), 'paper', 0.72),
  ]
}

/** A rope laid of three strands: the gouges between its strands lean one way all round, and each corner is whipped. */
function rope(box: Box, scale: number): Mark[] {
  const wide = 3 * scale
  const around = shrunk(box, 0.7 * scale)
  const gouges: string[] = []
  const lights: string[] = []
  for (const { at, length } of sidesOf(around, wide)) {
    const count = Math.round(length / (2.3 * scale))
    for (let index = 0; index < count; index++) {
      const start = ((index + 0.1) * length) / count
      gouges.push(lens(at(start, 0.1 * scale), at(start + 1.5 * scale, wide - 0.1 * scale), 0.42 * scale))
      lights.push(lens(at(start + 0.95 * scale, 0.4 * scale), at(start + 1.75 * scale, wide * 0.6), 0.3 * scale))
    }
  }
  // Wider than the rope, and yet no nearer to the knife than the picture.
  const inset = wide * 0.86
  const corners = ([0, 1, 2, 3] as const).map((corner): readonly [number, number] => [
    corner % 2 === 0 ? box.x + inset : box.x + box.width - inset,
    corner < 2 ? box.y + inset : box.y + box.height - inset,
  ])
  return [
    fill(ring(box, wide + 1.4 * scale), 'paper'),
    fill(ring(around, wide), 'brass'),
    fill(gouges.join(''), 'ink', 0.86),
    fill(lights.join(''), 'paper', 0.6),
    fill(corners.map(([x, y]) => disc(x, y, wide * 0.86)).join(''), 'ink'),
    fill(corners.map(([x, y]) => disc(x, y, wide * 0.66)).join(''), 'brass'),
    fill(corners.map(([x, y]) => disc(x, y, wide * 0.3)).join(''), 'ink'),
  ]
}

type Point = readonly [x: number, y: number]
type Side = {
  readonly length: number
  /** So far along the side, so far in from it. */
  readonly at: (along: number, inwards: number) => Point
}

/** The four sides of a frame, clockwise from the upper left; each ends where the next one's width begins. */
function sidesOf({ x, y, width, height }: Box, wide: number): Side[] {
  return [
    { length: width - wide, at: (along, inwards) => [x + along, y + inwards] },
    { length: height - wide, at: (along, inwards) => [x + width - inwards, y + along] },
    { length: width - wide, at: (along, inwards) => [x + width - along, y + height - inwards] },
    { length: height - wide, at: (along, inwards) => [x + inwards, y + height - along] },
  ]
}

const shrunk = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
})

/** A band along the inside of a box: the outer edge runs one way and the inner the other, so that the middle stays open. */
function ring(box: Box, wide: number): string {
  const { x, y, width, height } = box
  const inner = shrunk(box, wide)
  return `M${mm(x)} ${mm(y)}h${mm(width)}v${mm(height)}h${mm(-width)}ZM${mm(inner.x)} ${mm(inner.y)}v${mm(inner.height)}h${mm(inner.width)}v${mm(-inner.height)}Z`
}

function quad(at: Side['at'], from: number, to: number, near: number, far: number, stray: () => number): string {
  if (to - from < 0.2) return ''
  const corner = (along: number, inwards: number) => {
    const [x, y] = at(along + stray(), inwards + stray())
    return `${mm(x)} ${mm(y)}`
  }
  return `M${corner(from, near)}L${corner(to, near)}L${corner(to, far)}L${corner(from, far)}Z`
}

/** A cut of the gouge: pointed at both ends, `wide` in the middle. */
function lens([ax, ay]: Point, [bx, by]: Point, wide: number): string {
  const length = Math.hypot(bx - ax, by - ay) || 1
  const nx = (-(by - ay) / length) * wide
  const ny = ((bx - ax) / length) * wide
  const middle = (side: 1 | -1) => `${mm((ax + bx) / 2 + nx * side)} ${mm((ay + by) / 2 + ny * side)}`
  return `M${mm(ax)} ${mm(ay)}Q${middle(1)} ${mm(bx)} ${mm(by)}Q${middle(-1)} ${mm(ax)} ${mm(ay)}Z`
}

const disc = (x: number, y: number, radius: number): string => {
  const r = mm(radius)
  return `M${mm(x - radius)} ${mm(y)}a${r} ${r} 0 1 1 ${mm(2 * radius)} 0a${r} ${r} 0 1 1 ${mm(-2 * radius)} 0Z`
}

const mm = (value: number): number => Math.round(value * 1000) / 1000
