import type { Builder, Frame } from '../builder.ts'
import { front, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { trees } from './trees.ts'

const foot = heights.land
const red = 0xa54a36
const mould = 0xefe7da
const trim = solid(mould, plates.cool)
const roof = ribbed(0x6d3a2e, plates.warm, 0.45)
const gable = solid(red, plates.warm, 'brick')

/**
 * Staff houses of the cotton mill of 1902: red brick, arcaded verandas, dormers. There were 28; one row is left.
 * They stand 280 m inland, so that of the row only the roof and the upper arcade rise over what is before it.
 */
export function oldResidence(b: Builder): void {
  if (!b.in(1902)) return
  b.mesh.belonging('jiangpu-lu-yangfang', () => {
    row(b, b.frame(2170, 280), 52)
    const chance = b.chance(181)
    for (let c = 2098; c < 2250; c += 13)
      b.standing(
        trees[Math.floor(chance() * 6)]!,
        b.shore(c + chance() * 6, foot, 252 + chance() * 16),
        0.6,
        chance() < 0.5,
        0.5 + chance() * 0.35,
      )
    if (b.in(2000)) return
    const wall = b.mesh.thing(0.8)
    b.block(wall, b.frame(2170, 240), -76, 76, foot, foot + 2.4, 0, 0.5, { front: gable, top: trim })
    for (const [at, inland] of [
      [2226, 284],
      [2112, 278],
      [2196, 318],
      [2136, 322],
    ] as const)
      row(b, b.frame(at, inland), 44)
  })
}

function row(b: Builder, f: Frame, long: number): void {
  const thing = b.mesh.thing()
  const half = long / 2
  const deep = 13
  const [storey, eaves] = [3.9, foot + 8.4]
  const arcade = front({
    wall: red,
    kind: 'brick',
    plate: plates.warm,
    bay: long / Math.round(long / 3.1),
    openings: [0, 1].map((i) => ({ sill: 0.5 + i * storey, high: 3, wide: 2.1, shape: 'round' as const })),
    glass: 0x4c5b57,
    surround: mould,
    bands: [
      [storey, 0.4, mould],
      [8, 0.4, mould],
    ],
    quoins: { ink: mould, wide: 0.7, length: long },
  })
  const side = front({
    wall: red,
    kind: 'brick',
    plate: plates.warm,
    bay: 4.2,
    openings: [0, 1].map((i) => ({ sill: 1.1 + i * storey, high: 1.9, wide: 1.1, shape: 'round' as const })),
    surround: mould,
  })
  b.block(thing, f, -half, half, foot, eaves, 0, deep, { front: arcade, ends: side })
  b.gable(thing, f, -half, half, eaves, 0, deep, 4.8, roof, gable, 'along', 0.8)
  const count = Math.round(long / 9)
  for (let i = 0; i < count; i++) {
    const a = -half + ((i + 0.5) / count) * long
    const dormer = b.mesh.thing(0.8)
    b.block(dormer, f, a - 1.3, a + 1.3, eaves + 0.9, eaves + 3, 1.6, 5, {
      front: front({
        wall: mould,
        kind: 'plain',
        bay: 2.6,
        openings: [{ sill: 0.3, high: 1.4, wide: 1.4, shape: 'flat' }],
        surround: mould,
      }),
    })
    b.gable(dormer, f, a - 1.3, a + 1.3, eaves + 3, 1.6, 5.4, 1.3, roof, trim, 'inland', 0.3)
    if (i % 2 === 0)
      b.block(thing, f, a + 3.4, a + 4.8, eaves + 3, eaves + 7, deep / 2 - 0.6, deep / 2 + 0.6, {
        front: gable,
        top: trim,
      })
  }
}
