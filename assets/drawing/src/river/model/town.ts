import type { Builder } from '../builder.ts'
import { front } from '../material.ts'
import { heights } from '../shore.ts'
import { laneHouses, shed, stack } from './sheds.ts'
import { townNow } from './skyline.ts'
import { smoke } from './smoke.ts'

/** Stretches of the first row that the stops themselves fill. */
const taken: readonly (readonly [from: number, to: number])[] = [
  [-260, 40],
  [320, 760],
  [1000, 1240],
  [1245, 1725],
  [1930, 2240],
  [2280, 2480],
  [2490, 2800],
]
const free = (at: number) => !taken.some(([from, to]) => at > from && at < to)

/** The town behind the quay on this bank, from the first row to the horizon. */
export function town(b: Builder, from: number, to: number): void {
  if (b.in(1990)) {
    firstRowNow(b, from, to)
    const chance = b.chance(51)
    const houses = []
    for (let c = from; c < to; c += 38) {
      if (chance() < 0.34) continue
      const tall = chance()
      houses.push({
        chainage: c + chance() * 26,
        inland: 210 + chance() * 420,
        wide: 22 + chance() * 22,
        deep: 14 + chance() * 8,
        high: tall < 0.4 ? 16 + chance() * 12 : 36 + chance() * 50,
        kind: chance(),
      })
    }
    townNow(b, 52, houses)
    return
  }
  const chance = b.chance(53)
  laneHouses(b, from, to, 54)
  for (let c = from; c < to; c += 74) {
    const at = c + chance() * 18
    const pick = chance()
    if (!free(at)) continue
    shed(b, {
      at,
      inland: 26 + chance() * 26,
      long: 44 + chance() * 22,
      deep: 28 + chance() * 20,
      storeys: pick < 0.5 ? 2 : 1,
      wall: pick < 0.35 ? 0x8f4c38 : pick < 0.7 ? 0x9a6a4c : 0x7c6a58,
      roof: pick < 0.25 ? 'saw' : pick < 0.6 ? 'gables' : 'gable',
      storey: pick < 0.5 ? 4.4 : 6.4,
      round: chance() < 0.5,
    })
    if (chance() < 0.3)
      smoke(b, stack(b, at + 12, 90 + chance() * 90, 26 + chance() * 16), 90 + chance() * 40, Math.floor(c))
  }
}

function firstRowNow(b: Builder, from: number, to: number): void {
  const chance = b.chance(55)
  const glass = front({
    wall: 0xa9b1ae,
    kind: 'plain',
    bay: 3.6,
    openings: [0, 1, 2, 3].map((i) => ({ sill: 0.8 + i * 4, high: 2.5, wide: 2.8, shape: 'flat' as const })),
    glass: 0x4a6a72,
    surround: 0xc8cbc2,
  })
  for (let c = from; c < to; c += 82) {
    const at = c + chance() * 20
    const pick = chance()
    const inland = 60 + chance() * 60
    if (!free(at)) continue
    if (pick < 0.4)
      shed(b, {
        at,
        inland,
        long: 44 + chance() * 18,
        deep: 30,
        storeys: 2 + Math.floor(chance() * 2),
        wall: chance() < 0.5 ? 0x9a4f3a : 0x8a8680,
        roof: pick < 0.2 ? 'gables' : 'gable',
        round: chance() < 0.5,
      })
    else if (pick < 0.75) {
      const f = b.frame(at, inland)
      const thing = b.mesh.thing()
      b.block(thing, f, -24, 24, heights.land, heights.land + 16.5, 0, 26, { front: glass })
      b.block(thing, f, -12, 20, heights.land + 16.5, heights.land + 20, 4, 22, { front: glass })
    }
  }
}
