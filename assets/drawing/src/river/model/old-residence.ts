import type { Builder, Frame } from '../builder.ts'
import { front, lattice, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { figures } from './people.ts'
import { oldTrees, shrubs, trees } from './trees.ts'

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
    garden(b)
    if (b.in(2000)) return
    for (const [at, inland] of [
      [2226, 284],
      [2112, 278],
      [2196, 318],
      [2136, 322],
    ] as const)
      row(b, b.frame(at, inland), 44)
  })
}

const path = solid(0xb4ae9c, plates.cool, 'stone')
const oldPath = solid(0xa8946c, plates.warm, 'stone')
const railing = lattice(
  0x39423f,
  plates.dark,
  (u, v, thick) =>
    Math.abs(v - 1.5) < thick || Math.abs(v - 0.3) < thick || (u / 0.5 - Math.floor(u / 0.5)) * 0.5 < thick * 0.8,
  0.06,
  0.04,
)

/** A walk, beds and trees before the row; of old behind cast-iron rails. */
function garden(b: Builder): void {
  const now = b.in(1990)
  const chance = b.chance(181)
  const f = b.frame(2170, 0)
  const ground = b.mesh.thing(0.6)
  const walk = now ? path : oldPath
  const strip = (a0: number, a1: number, b0: number, b1: number) =>
    b.mesh.quad(
      ground,
      walk,
      f(a0, foot + 0.05, b0),
      f(a1, foot + 0.05, b0),
      f(a1, foot + 0.05, b1),
      f(a0, foot + 0.05, b1),
    )
  strip(-80, 80, 272, 277)
  for (const a of [-38, 0, 38]) strip(a - 1.6, a + 1.6, now ? 216 : 246, 272)
  if (now) strip(-80, 80, 226, 231)
  const cast = (now ? trees : oldTrees).slice(0, 6)
  for (let a = -72; a < 80; a += 13) {
    const place = f(a + chance() * 6, foot, 250 + chance() * 14)
    b.standing(cast[Math.floor(chance() * cast.length)]!, place, 0.6, chance() < 0.5, 0.45 + chance() * 0.35)
  }
  if (now) {
    for (let a = -74; a < 78; a += 6.5)
      if (chance() < 0.6)
        b.standing(
          shrubs[Math.floor(chance() * shrubs.length)]!,
          f(a, foot, 233 + chance() * 34),
          0.5,
          chance() < 0.5,
          0.42,
        )
  } else {
    const rails = b.mesh.thing(0)
    b.block(ground, f, -80, 80, foot, foot + 0.6, 244, 244.5, { front: gable, top: trim })
    b.mesh.quad(
      rails,
      railing,
      f(-80, foot + 0.6, 244.2),
      f(80, foot + 0.6, 244.2),
      f(80, foot + 2.3, 244.2),
      f(-80, foot + 2.3, 244.2),
      0,
      0,
      160,
      1.7,
    )
    for (let a = -80; a <= 80; a += 10)
      b.block(ground, f, a - 0.35, a + 0.35, foot, foot + 2.6, 243.9, 244.6, { front: gable, top: trim })
  }
  const people = figures.filter((g) => b.in(g.from, g.until))
  const stroll = b.chance(182)
  for (let a = -44; a < 50; a += 7) {
    const pick = people[Math.floor(stroll() * people.length)]
    const place = f(a + stroll() * 6, foot + 0.05, now ? 227 + stroll() * 4 : 233 + stroll() * 8)
    if (pick && stroll() < 0.7 && b.distance(place) > 14) b.standing(pick.cutout, place, 0.5, stroll() < 0.5)
  }
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
    openings: [0, 1].map((i) => ({ sill: 0.5 + i * storey, high: 2.8, wide: 1.75, shape: 'round' as const })),
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
