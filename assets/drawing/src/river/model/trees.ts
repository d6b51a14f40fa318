import { type Cutout, cutout, disc, polygon, type Shape, stroke } from '../cutout.ts'
import { type Ink, mix } from '../ink.ts'
import { plates } from '../material.ts'
import { cell } from '../noise.ts'

const cool = { plate: plates.cool }

type Leaves = readonly [dark: Ink, middle: Ink, light: Ink]

const green: Leaves = [0x2c4a3a, 0x4b6c47, 0x7c9a5a]
/** The past is printed without green. */
const olive: Leaves = [0x463f2c, 0x6a5f3d, 0x94834f]

/** Leaves as lobes in three inks, the light ones towards the upper left or right. */
function crown(
  seed: number,
  wide: number,
  foot: number,
  high: number,
  lightFrom: number,
  [dark, middle, light]: Leaves = green,
): Shape[] {
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

function tree(seed: number, high: number, wide: number, leaves = green): Cutout {
  const trunk = high * 0.34
  return cutout([
    stroke(0x3b3226, high * 0.05, [0, 0, high * 0.015, trunk * 1.3]),
    stroke(0x3b3226, high * 0.03, [0, trunk, -wide * 0.16, trunk * 1.6]),
    ...crown(seed, wide, trunk * 0.8, high - trunk * 0.8, seed % 2 ? 1 : -1, leaves),
  ])
}

/** A plane: two or three stems that part low, a wide crown of several heads with sky between them. */
function plane(seed: number, high: number, wide: number): Cutout {
  const heads = 3 + (seed % 2)
  const shapes: Shape[] = [stroke(0x6a6350, high * 0.055, [0, 0, 0, high * 0.3])]
  const crowns: Shape[] = []
  for (let i = 0; i < heads; i++) {
    const x = ((i + 0.5) / heads - 0.5) * wide * 0.92
    const foot = high * (0.3 + 0.16 * cell(seed, i, 11)) + (i === 1 ? high * 0.12 : 0)
    const tall = high * (0.4 + 0.14 * cell(seed, i, 12))
    shapes.push(stroke(0x5c5342, high * 0.03, [0, high * 0.26, x * 0.5, high * 0.4, x, foot + tall * 0.5]))
    crowns.push(...crown(seed * 3 + i, wide * 0.52, foot, tall, 1).map((s) => moved(s, x)))
  }
  return cutout([...shapes, ...crowns])
}

/** A dawn redwood: a spire in tiers, dark on one side. */
function redwood(seed: number, high: number): Cutout {
  const shapes: Shape[] = [stroke(0x4a3526, high * 0.03, [0, 0, 0, high * 0.5])]
  const tiers = 8
  for (let k = 0; k < tiers; k++) {
    const y = high * (0.14 + 0.1 * k)
    const w = high * 0.2 * (1 - k / (tiers + 0.6)) * (0.86 + 0.28 * cell(seed, k))
    const rise = high * 0.18
    shapes.push(polygon(0x33513f, [-w, y, -w * 0.5, y + rise * 0.18, w * 0.4, y - rise * 0.1, w, y, 0, y + rise], cool))
    shapes.push(
      polygon(0x557a4c, [w * 0.2, y + rise * 0.04, w * 0.86, y + rise * 0.03, w * 0.06, y + rise * 0.9], cool),
    )
  }
  return cutout(shapes)
}

/** A willow: a low dome whose twigs hang to the height of a head. */
function willow(seed: number, high: number, wide: number): Cutout {
  const shapes: Shape[] = [
    stroke(0x4a4030, high * 0.06, [0, 0, -wide * 0.03, high * 0.5]),
    stroke(0x4a4030, high * 0.035, [-wide * 0.02, high * 0.4, wide * 0.2, high * 0.72]),
    ...crown(seed, wide * 0.72, high * 0.42, high * 0.58, 1),
  ]
  for (let i = 0; i < 17; i++) {
    const x = ((i + 0.5) / 17 - 0.5) * wide
    const top = high * (0.9 - 0.5 * (x / wide) ** 2 * 2.4)
    const low = high * (0.14 + 0.26 * cell(seed, i, 4))
    const ink = i % 3 === 0 ? 0x86a35c : i % 3 === 1 ? 0x4f7048 : 0x36543f
    shapes.push(
      polygon(
        ink,
        [x - wide * 0.035, top * 0.86, x + wide * 0.035, top * 0.88, x + wide * 0.02, low + 0.3, x, low],
        cool,
      ),
    )
  }
  return cutout(shapes)
}

/** A young ginkgo or zelkova: a slim fan on a clean stem. */
function slender(seed: number, high: number): Cutout {
  const shapes: Shape[] = [
    stroke(0x4a4030, high * 0.03, [0, 0, 0, high * 0.6]),
    stroke(0x4a4030, high * 0.018, [0, high * 0.3, high * 0.1, high * 0.62]),
    stroke(0x4a4030, high * 0.018, [0, high * 0.34, -high * 0.09, high * 0.66]),
  ]
  return cutout([
    ...shapes,
    ...crown(seed, high * 0.42, high * 0.28, high * 0.46, -1),
    ...crown(seed + 7, high * 0.26, high * 0.58, high * 0.42, 1),
  ])
}

/** The crowns of the promenade: camphors, planes, willows, dawn redwoods, slim young trees; no two alike. */
export const trees: readonly Cutout[] = [
  ...Array.from({ length: 6 }, (_, i) => tree(i + 1, 7 + 5 * cell(i, 77), 5.5 + 3.4 * cell(i, 78))),
  ...[11, 12, 13].map((seed, i) => plane(seed, 9.5 + i * 1.4, 9 + i * 1.2)),
  ...[21, 22].map((seed, i) => willow(seed, 7.4 + i, 8 + i)),
  ...[31, 32, 33].map((seed, i) => redwood(seed, 10.5 + i * 1.6)),
  ...[41, 42, 43, 44].map((seed, i) => slender(seed, 6.4 + i * 1.1)),
]

/** Garden trees of the past. */
export const oldTrees: readonly Cutout[] = Array.from({ length: 5 }, (_, i) =>
  tree(i + 61, 6 + 4 * cell(i, 79), 5 + 3 * cell(i, 80), olive),
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
