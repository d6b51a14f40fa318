import type { Builder } from '../builder.ts'
import { type Material, plates, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { lingering } from './people.ts'
import { shrubs } from './trees.ts'

const foot = heights.land

/** Grass, hedges, flowers and those who stay a while, between the promenade and a building. */
export function forecourt(b: Builder, from: number, to: number, near: number, deep: number, seed: number): void {
  const chance = b.chance(seed)
  const hedge = solid(0x4f6b45, plates.cool)
  const stone = solid(0xb9b4a4, plates.cool)
  const bed = flowers
  for (let c = from + 4; c < to - 10; c += 15) {
    const thing = b.mesh.thing(0.6)
    const f = b.frame(c, near)
    const pick = chance()
    if (pick < 0.5) {
      b.block(thing, f, 0, 9, foot, foot + 0.45, 0, 2.6, { front: stone, top: bed })
      b.mesh.quad(
        thing,
        bed,
        f(0.3, foot + 0.4, 0.5),
        f(8.7, foot + 0.4, 0.5),
        f(8.7, foot + 1, 1.6),
        f(0.3, foot + 1, 1.6),
      )
    } else b.block(thing, f, 0, 11, foot, foot + 0.95, 0, 1.4, { front: hedge })
    if (chance() < 0.6)
      b.standing(shrubs[Math.floor(chance() * shrubs.length)]!, f(4, foot, deep - near - 3), 0.5, chance() < 0.5, 0.7)
  }
  const groups = lingering.filter((g) => b.in(g.from, g.until))
  for (let c = from; c < to && groups.length > 0; c += 9) {
    const pick = groups[Math.floor(chance() * groups.length)]!
    const at = b.shore(c + chance() * 6, foot, near - 3 + chance() * 8)
    if (chance() < 0.62 && b.distance(at) < 420) b.standing(pick.cutout, at, 0.5, chance() < 0.5)
  }
}

/** Flowers in drifts of three inks over leaf. */
const flowers: Material = {
  plate: plates.warm,
  ink({ u, v, perDegree }) {
    const size = Math.max(0.34, 0.1 * perDegree)
    const [i, j] = [Math.floor(u / size), Math.floor(v / size)]
    const n = Math.sin(i * 12.9898 + j * 78.233) * 43758.5453
    const pick = n - Math.floor(n)
    const drift = Math.sin(u * 0.9) > 0 ? 0xc0503a : Math.sin(u * 0.53) > 0 ? 0xd8a648 : 0xe9dcc8
    return pick < 0.55 ? drift : 0x5f7a4c
  },
}
