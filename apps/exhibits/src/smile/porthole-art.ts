import { seededChance } from '@riverside/kit'
import { brassTones, gouge, gougePath } from '@riverside/ui'

/** The porthole is drawn in a square of 1000 with its middle at 0; the glass has a radius of 372, the ring reaches to 490. */
export const glass = 372
export const rim = 404
export const ring = 490

const round = (value: number): number => Math.round(value * 100) / 100
const at = (angle: number, radius: number): readonly [number, number] => [
  round(Math.cos(angle) * radius),
  round(Math.sin(angle) * radius),
]
const turn = Math.PI * 2

/** Light comes from the upper left. */
const light = (-126 / 360) * turn

export type Patch = { readonly d: string; readonly fill: string }

/** Part of a flat ring between two angles. */
function ringPart(from: number, to: number, inner: number, outer: number): string {
  const large = to - from > Math.PI ? 1 : 0
  const [a, b, c, d] = [at(from, outer), at(to, outer), at(to, inner), at(from, inner)]
  return `M${a.join(' ')}A${outer} ${outer} 0 ${large} 1 ${b.join(' ')}L${c.join(' ')}A${inner} ${inner} 0 ${large} 0 ${d.join(' ')}Z`
}

/** The ring's outer bead: bright to the light, dark away from it, five flat tones and no gradient. */
export const bead: readonly Patch[] = Array.from({ length: 24 }, (_, index) => {
  const from = (index / 24) * turn
  const tone = brassTones[Math.round((Math.cos(from + turn / 48 - light) + 1) * 2)] ?? brassTones[2]
  return { d: ringPart(from, from + turn / 24 + 0.004, ring - 16, ring), fill: tone }
})

/** The inner bead is turned the other way: its lit side lies opposite. */
export const innerBead: readonly Patch[] = Array.from({ length: 24 }, (_, index) => {
  const from = (index / 24) * turn
  const tone = brassTones[Math.round((Math.cos(from + turn / 48 - light - Math.PI) + 1) * 2)] ?? brassTones[2]
  return { d: ringPart(from, from + turn / 24 + 0.004, rim - 12, rim + 4), fill: tone }
})

/** Shade of the face, cut as radial gouges that grow with the distance from the light. */
export const shade: string = (() => {
  const chance = seededChance(26)
  const cuts: string[] = []
  for (let index = 0; index < 168; index++) {
    const angle = (index / 168) * turn + (chance() - 0.5) * 0.012
    const dark = (1 - Math.cos(angle - light)) / 2
    if (dark < 0.3) continue
    const reach = 20 + dark * 48 + chance() * 14
    cuts.push(gougePath(gouge(at(angle, ring - 18), at(angle, ring - 18 - reach), 2 + dark * 6.5, 0, 0.12)))
  }
  return cuts.join('')
})()

/** Twelve hexagonal bolts, each with its own turn. */
export const bolts: readonly {
  readonly x: number
  readonly y: number
  readonly hexagon: string
  readonly top: string
}[] = (() => {
  const chance = seededChance(12)
  return Array.from({ length: 12 }, (_, index) => {
    const [x, y] = at(((index + 0.35) / 12) * turn, 447)
    const start = chance() * turn
    const corners = (radius: number) =>
      Array.from({ length: 6 }, (_, corner) => at(start + (corner / 6) * turn, radius).join(' ')).join('L')
    return { x, y, hexagon: `M${corners(18)}Z`, top: `M${corners(9)}Z` }
  })
})()

/** The far bank: Yangpu Bridge's two towers and fans of cables, sheds and chimneys, as a silhouette above the water line. */
export const waterLine = -92
export const bridge: {
  readonly cables: string
  readonly solid: string
  readonly windows: readonly (readonly [number, number])[]
} = (() => {
  const deck = -150
  const cables: string[] = []
  const solid: string[] = []
  for (const side of [-1, 1]) {
    const x = side * 232
    const top = -330
    for (let cable = 1; cable <= 11; cable++) {
      const hang = top + 12 + cable * 5
      for (const way of [-1, 1]) {
        cables.push(gougePath(gouge([x, hang], [x + way * (18 + cable * (way * side < 0 ? 17.5 : 13)), deck], 1.9)))
      }
    }
    solid.push(
      `M${x - 4} ${top}L${x + 4} ${top}L${x + 7} -262L${x + 26} ${deck}L${x + 20} ${waterLine}L${x + 11} ${waterLine}L${x + 15} ${deck}L${x} -244L${x - 15} ${deck}L${x - 11} ${waterLine}L${x - 20} ${waterLine}L${x - 26} ${deck}L${x - 7} -262Z`,
    )
  }
  solid.push(`M-380 ${deck - 5}L380 ${deck - 5}L380 ${deck + 6}L-380 ${deck + 6}Z`)
  solid.push(`M-380 ${waterLine}L-380 -122L-318 -122L-304 -134L-290 -122L-276 -134L-262 -122L-262 ${waterLine}Z`)
  solid.push(
    `M-128 ${waterLine}L-128 -126L-66 -126L-66 -138L-12 -138L-12 -118L44 -118L44 -132L118 -132L118 ${waterLine}Z`,
  )
  solid.push(`M62 -132L64 -196L74 -196L76 -132ZM92 -132L94 -182L103 -182L105 -132Z`)
  solid.push(`M262 ${waterLine}L262 -124L330 -124L330 -136L380 -136L380 ${waterLine}Z`)
  const windows = [-108, -92, -50, -34, 10, 58, 86, 100, 284, 300, 346, -300, -284].map((x) => [x, -112] as const)
  return { cables: cables.join(''), solid: solid.join(''), windows }
})()

/** Strokes on the water, longer and thicker the nearer they lie. */
export const water: string = (() => {
  const chance = seededChance(41)
  return Array.from({ length: 92 }, () => {
    const depth = chance() ** 0.8
    const y = waterLine + 10 + depth * 450
    const half = 14 + depth * 46 + chance() * 26
    const x = (chance() * 2 - 1) * 400
    return gougePath(gouge([x - half, y], [x + half, y + (chance() - 0.5) * 2], 1.6 + depth * 4.6))
  }).join('')
})()

/** Lanterns that others have set on the water. `size` is the height of the shade. */
export const drifting: readonly {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly seconds: number
}[] = [
  { x: -122, y: -28, size: 19, seconds: 19 },
  { x: 66, y: -44, size: 16, seconds: 17 },
  { x: 146, y: 10, size: 24, seconds: 15 },
  { x: -194, y: 96, size: 34, seconds: 13 },
  { x: 216, y: 120, size: 32, seconds: 14 },
  { x: -38, y: 44, size: 27, seconds: 16 },
]

/** The hull round the porthole: seams of plates as long gouges, rivets in double rows. Sizes of the whole left half. */
export function hull(
  width: number,
  height: number,
): { readonly seams: string; readonly rivets: readonly (readonly [number, number])[]; readonly grain: string } {
  const chance = seededChance(8)
  const rows = [0.14, 0.44, 0.74].map((part) => Math.round(height * part))
  const columns = [0.1, 0.92].map((part) => Math.round(width * part))
  const seams = [
    ...rows.map((y) => gougePath(gouge([-20, y], [width + 20, y + 1], 3.4))),
    ...columns.map((x) => gougePath(gouge([x, -20], [x + 1, height + 20], 3))),
  ].join('')
  const rivets = rows.flatMap((y) =>
    Array.from({ length: Math.ceil(width / 52) }, (_, index) => [20 + index * 52, y - 14] as const).flatMap(
      ([x, above]) => [[x, above] as const, [x, above + 28] as const],
    ),
  )
  const grain = Array.from({ length: 90 }, () => {
    const x = chance() * width
    const y = chance() * height
    const half = 20 + chance() * 60
    return gougePath(gouge([x - half, y], [x + half, y], 1.2 + chance() * 1.6))
  }).join('')
  return { seams, rivets, grain }
}
