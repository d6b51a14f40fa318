import { type Cutout, cutout, disc, polygon, type Shape, stroke } from '../cutout.ts'
import { mix } from '../ink.ts'
import { plates } from '../material.ts'
import { cell } from '../noise.ts'

const cool = { plate: plates.cool }

/** Leaves as lobes in three inks, the light ones towards the upper left or right. */
function crown(seed: number, wide: number, foot: number, high: number, lightFrom: number): Shape[] {
  const dark = 0x2c4a3a
  const middle = 0x4b6c47
  const light = 0x7c9a5a
  const lobes: Shape[] = []
  const count = 9
  const lobe = (ink: number, x: number, y: number, r: number, i: number): Shape => {
    const base = disc(ink, x, y, r * 1.16, r, cool)
    return {
      ...base,
      holds(px, py) {
        const dx = (px - x) / 1.1
        const dy = py - y
        const turn = Math.atan2(dy, dx)
        const edge = r * (0.88 + 0.085 * Math.sin(turn * 7 + i + seed) + 0.05 * Math.sin(turn * 13 + i * 3))
        return dx * dx + dy * dy <= edge * edge
      },
    }
  }
  for (let i = 0; i < count; i++) {
    const turn = (i / count) * Math.PI * 2 + cell(seed, i) * 0.6
    const reach = 0.5 + 0.3 * cell(seed, i, 2)
    lobes.push(
      lobe(
        dark,
        Math.cos(turn) * wide * 0.5 * reach,
        foot + high * (0.5 + Math.sin(turn) * 0.46 * reach),
        wide * (0.2 + 0.09 * cell(seed, i, 3)),
        i,
      ),
    )
  }
  lobes.push(lobe(dark, 0, foot + high * 0.5, wide * 0.32, 3))
  for (let i = 0; i < 6; i++) {
    const x = (cell(seed, i, 5) - 0.5) * wide * 0.6 + lightFrom * wide * 0.1
    const y = foot + high * (0.4 + 0.42 * cell(seed, i, 6))
    lobes.push(lobe(middle, x, y, wide * (0.11 + 0.06 * cell(seed, i, 7)), i))
  }
  for (let i = 0; i < 6; i++) {
    const x = (cell(seed, i, 8) - 0.5) * wide * 0.5 + lightFrom * wide * 0.17
    const y = foot + high * (0.5 + 0.4 * cell(seed, i, 9))
    lobes.push(lobe(light, x, y, wide * (0.05 + 0.045 * cell(seed, i, 10)), i))
  }
  return lobes
}

function tree(seed: number, high: number, wide: number): Cutout {
  const trunk = high * 0.34
  return cutout([
    stroke(0x3b3226, high * 0.05, [0, 0, high * 0.015, trunk * 1.3]),
    stroke(0x3b3226, high * 0.03, [0, trunk, -wide * 0.16, trunk * 1.6]),
    ...crown(seed, wide, trunk * 0.8, high - trunk * 0.8, seed % 2 ? 1 : -1),
  ])
}

/** Seven crowns of the promenade's planes and camphors. */
export const trees: readonly Cutout[] = Array.from({ length: 9 }, (_, i) =>
  tree(i + 1, 7 + 5 * cell(i, 77), 5.5 + 3.4 * cell(i, 78)),
)

/** A shrubbery as long as it is wide, for banks and terraces. */
export const shrubs: readonly Cutout[] = Array.from({ length: 5 }, (_, i) =>
  cutout([...crown(i + 31, 4.4, -0.6, 2.4, -1), ...crown(i + 51, 3.4, -0.5, 2, 1).map((s) => moved(s, 2.6))]),
)

function moved(shape: Shape, x: number): Shape {
  const [a, b, c, d] = shape.box
  return { ...shape, box: [a + x, b, c + x, d], holds: (px, py) => shape.holds(px - x, py) }
}

/** A woodland edge far away: one long dark shape with a broken top. */
export function farWood(seed: number, length: number, high: number): Cutout {
  const points: number[] = [0, 0]
  const steps = Math.ceil(length / 3)
  for (let i = 0; i <= steps; i++) {
    const x = (i / steps) * length
    points.push(x, high * (0.55 + 0.3 * cell(seed, i >> 1) + 0.22 * cell(seed, i, 9)))
  }
  points.push(length, 0)
  return cutout([polygon(0x35523f, points, cool)])
}

/** Reeds at the foot of the quay: blades that lean, a few with plumes. */
export const reeds: readonly Cutout[] = Array.from({ length: 6 }, (_, k) => {
  const shapes: Shape[] = []
  for (let i = 0; i < 34; i++) {
    const x = cell(k, i, 1) * 4
    const high = 0.9 + 1.3 * cell(k, i, 2)
    const lean = (cell(k, i, 3) - 0.5) * 0.7
    const ink = mix(0x3f6044, 0x93a866, cell(k, i, 4))
    shapes.push(polygon(ink, [x - 0.05, -0.3, x + 0.05, -0.3, x + lean, high], cool))
    if (cell(k, i, 5) > 0.74)
      shapes.push(disc(0xd9c48f, x + lean * 0.96, high * 0.98, 0.07, 0.2, { plate: plates.warm }))
  }
  return cutout(shapes)
})
