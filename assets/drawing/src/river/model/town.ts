import type { Builder } from '../builder.ts'
import { front, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { housing } from './housing.ts'
import { laneHouses, shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'

const foot = heights.land

/** Stretches of the first row that the stops themselves fill, with the years from which they do. */
const taken: readonly (readonly [from: number, to: number, since: number])[] = [
  [-260, 40, 0],
  [320, 760, 0],
  [1000, 1240, 0],
  [1245, 1725, 0],
  [1930, 2256, 1938],
  [2110, 2226, 1902],
  [2256, 2292, 0],
  [2292, 2480, 1902],
  [2490, 2830, 0],
]

/** The town behind the quay on this bank, from the first row to the horizon. */
export function town(b: Builder, from: number, to: number): void {
  if (b.in(1990)) {
    firstRowNow(b, from, to)
    housing(b, 52, from, to, 190)
    housing(b, 57, from + 40, to, 430)
    return
  }
  // Before the staff houses of the mill the ground is left open: from the river their roofs are to be seen.
  laneHouses(b, from, to, 54, (at, inland) => b.in(1902) && inland < 340 && at > 2080 && at < 2260)
  firstRowThen(b, from, to)
}

const isFree = (b: Builder, at: number) => !taken.some(([from, to, since]) => at > from && at < to && b.in(since))

const walls = [0x8f4c38, 0x9a6a4c, 0x7c6a58, 0xa0785a, 0x8a5a44, 0xb09a78] as const

/** Mills, godowns and sheds of the kind, with a chimney to some of them and a tank on legs to others. */
function firstRowThen(b: Builder, from: number, to: number): void {
  const chance = b.chance(53)
  const iron = solid(0x4a3f36, plates.dark, 'iron')
  for (let c = from; c < to; c += 74) {
    const at = c + chance() * 18
    const pick = chance()
    const [wide, high, hue, round, rest] = [chance(), chance(), chance(), chance() < 0.5, chance()]
    if (!isFree(b, at)) continue
    const inland = 26 + rest * 26
    const storeys = pick < 0.2 ? 4 : pick < 0.35 ? 3 : pick < 0.65 ? 2 : 1
    const s = shed(b, {
      at,
      inland,
      long: storeys === 4 ? 28 + wide * 16 : 40 + wide * 26,
      deep: 26 + rest * 22,
      storeys,
      wall: walls[Math.floor(hue * walls.length)]!,
      kind: hue > 0.84 ? 'render' : pick > 0.9 ? 'planks' : 'brick',
      roof: storeys > 2 ? (rest < 0.5 ? 'flat' : 'gable') : pick < 0.5 ? 'gables' : pick < 0.8 ? 'saw' : 'gable',
      storey: storeys > 1 ? 4 + high : 5.6 + high * 1.6,
      bay: 3.4 + rest * 2,
      wideWindow: 1.2 + high * 0.9,
      round,
    })
    if (storeys === 1 && rest > 0.5)
      shed(b, {
        at: at - 14,
        inland: inland + 34,
        long: 36,
        deep: 22,
        storeys: 3,
        wall: walls[Math.floor(wide * walls.length)]!,
        roof: 'gable',
        round: !round,
      })
    if (storeys > 2 && rest > 0.4) {
      const [a, y] = [-6 + high * 12, s.top + 0.9]
      for (const [da, dc] of [
        [-2, 6],
        [2, 6],
        [-2, 10],
        [2, 10],
      ] as const)
        b.beam(s.thing, s.frame(a + da, y, dc), s.frame(a + da * 0.8, y + 5, dc), 0.3, iron)
      b.drum(s.thing, s.frame, a, 8, y + 5, y + 8.6, 2.9, 2.9, iron, 14)
      b.drum(s.thing, s.frame, a, 8, y + 8.6, y + 9.8, 3.1, 0, iron, 14)
    }
    if (high < 0.34) smoke(b, stack(b, at + 12, 90 + wide * 90, 26 + rest * 16), 90 + hue * 40, Math.floor(c))
  }
}

const pavilionInks = [
  [0xa9b1ae, 0x4a6a72, 0xc8cbc2],
  [0xc3b9a4, 0x51686a, 0xded5c2],
  [0x8f8a80, 0x46606a, 0xb9b4a6],
] as const

/** Parks' cafés, kept brick halls, offices of three to five floors: what stands first behind the trees where no stop does. */
function firstRowNow(b: Builder, from: number, to: number): void {
  const chance = b.chance(55)
  const fronts = pavilionInks.map(([wall, glass, surround]) =>
    front({
      wall,
      kind: 'plain',
      bay: 3.6,
      openings: [0, 1, 2, 3, 4].map((i) => ({ sill: 0.8 + i * 4, high: 2.5, wide: 2.8, shape: 'flat' as const })),
      glass,
      surround,
    }),
  )
  const roof = solid(0xd0cec3, plates.cool)
  const metal = ribbed(0x7f8d8e, plates.cool, 0.8)
  for (let c = from; c < to; c += 82) {
    const at = c + chance() * 20
    const [pick, hue, high, wide] = [chance(), chance(), chance(), chance()]
    const inland = 60 + chance() * 60
    if (!isFree(b, at)) continue
    if (pick < 0.42) {
      shed(b, {
        at,
        inland,
        long: 36 + wide * 26,
        deep: 22 + high * 14,
        storeys: 1 + Math.floor(high * 3),
        wall: hue < 0.3 ? 0x9a4f3a : hue < 0.55 ? 0x8a8680 : hue < 0.8 ? 0xa5604a : 0xb3a58c,
        roof: pick < 0.16 ? 'gables' : pick < 0.34 ? 'gable' : 'saw',
        storey: 4 + high,
        bay: 3.6 + wide * 1.6,
        wideWindow: 1.4 + wide,
        round: hue > 0.5,
      })
      continue
    }
    if (pick > 0.86) continue
    const wall = fronts[Math.floor(hue * fronts.length)]!
    const f = b.frame(at, inland, (wide - 0.5) * 14)
    const thing = b.mesh.thing()
    const floors = 2 + Math.floor(high * 4)
    const half = 16 + wide * 12
    let [left, right] = [-half, half]
    for (let k = 0; k < 2; k++) {
      const [y0, y1] = k === 0 ? [foot, foot + floors * 3 + 1] : [foot + floors * 3 + 1, foot + floors * 4 + 2]
      b.block(thing, f, left, right, y0, y1, k * 4, 24, { front: wall, top: roof })
      b.block(thing, f, left - 0.7, right + 0.7, y1, y1 + 0.5, k * 4 - 0.7, 24.7, { front: roof })
      if (hue < 0.5) right -= half * 0.6
      else left += half * 0.5
    }
    if (wide > 0.55) {
      const top = foot + floors * 4 + 2.5
      b.gable(thing, f, left, right, top, 4, 24, 3.4, metal, wall, high < 0.5 ? 'along' : 'inland', 1)
    }
  }
}
