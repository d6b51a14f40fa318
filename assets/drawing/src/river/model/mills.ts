import type { Builder, Frame } from '../builder.ts'
import { inks, mix } from '../ink.ts'
import { front, type Material, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { lingering } from './people.ts'
import { shed, stack } from './sheds.ts'
import { smoke, steam } from './smoke.ts'
import { shrubs, trees } from './trees.ts'

const foot = heights.land
const brick = solid(0xa2452f, plates.warm, 'brick')
const concrete = solid(0xd8cfc0, plates.cool)
const dark = solid(0x50463f, plates.dark)
const tar = solid(0x5d5550, plates.cool)

const part = (x: number) => x - Math.floor(x)

/** Brick skin over a concrete frame: a pale band at every floor, wide windows of many panes under pale lintels. */
function framed(length: number, bay: number, storey: number, storeys: number): Material {
  const wide = length / Math.max(1, Math.round(length / bay))
  return {
    plate: plates.warm,
    ink(spot) {
      if (spot.plain) return 0xa2452f
      const floor = Math.min(storeys - 1, Math.floor(spot.v / storey))
      const y = spot.v - floor * storey
      const x = part(spot.u / wide) * wide
      const line = Math.max(0.16, 0.06 * spot.perDegree)
      if (y > storey - 0.55) {
        spot.plate = plates.cool
        return 0xd8cfc0
      }
      const [left, right, sill, head] = [0.95, wide - 0.95, 1.25, storey - 0.55]
      if (x > left && x < right && y > sill - 0.32 && y < sill) {
        spot.plate = plates.cool
        return 0xd8cfc0
      }
      if (x < left || x > right || y < sill || y > head) return brick.ink(spot)
      if (x < left + line || x > right - line || y > head - line) return mix(0xd8cfc0, 0x50463f, 0.25)
      spot.plate = plates.dark
      if (spot.lamps > 0 && Math.sin(floor * 7.1 + Math.floor(spot.u / wide) * 3.7) > 1 - spot.lamps * 1.6) {
        spot.glow = 1
        spot.plate = plates.light
        return 0xf3c469
      }
      const panes = spot.perDegree < 3.4 ? 5 : 3
      const pane = part(((x - left) / (right - left)) * panes)
      const row = part(((y - sill) / (head - sill)) * 4)
      const thin = 0.06 + 0.02 * spot.perDegree
      if (pane < thin || row < thin) return 0x8f8a7e
      return x - left + y * 0.5 > (right - left) * 0.92 ? 0x6d8a8c : 0x33494e
    },
  }
}

/** The wool and jute store of 1920: four tall storeys, thirteen bays; the number of storeys is not certain. */
export function woolStore(b: Builder): void {
  if (!b.in(1920)) return
  const now = b.in(1990)
  b.mesh.belonging('maoma-cangku', () => {
    const thing = b.mesh.thing()
    const [half, deep, storey] = [33, 42, 4.9]
    const f = b.frame(700, 72)
    const top = foot + storey * 4
    b.block(thing, f, -half, half, foot, top, 0, deep, {
      front: framed(half * 2, 5, storey, 4),
      ends: framed(deep, 5, storey, 4),
      top: tar,
    })
    const bays = 13
    for (let i = 0; i <= bays; i++) {
      const a = -half + (i / bays) * half * 2
      b.block(thing, f, a - 0.45, a + 0.45, foot, top + 0.7, -0.5, 0.2, { front: brick, top: concrete })
    }
    for (let i = 0; i <= 8; i++) {
      const into = (i / 8) * deep
      for (const s of [-1, 1])
        b.block(thing, f, s * half - 0.5, s * half + 0.5, foot, top + 0.7, into - 0.45, into + 0.45, {
          front: brick,
          top: concrete,
        })
    }
    b.block(thing, f, -half - 0.6, half + 0.6, top, top + 0.5, -0.7, deep + 0.6, { front: concrete, top: tar })
    b.block(thing, f, -half - 0.3, half + 0.3, top + 0.5, top + 1.5, -0.4, 0.3, { front: brick, top: concrete })
    for (const s of [-1, 1])
      b.block(thing, f, s * half - 0.3, s * half + 0.3, top + 0.5, top + 1.5, 0, deep, { front: brick, top: concrete })
    stairTower(b, thing, f, -half, top)
    for (const [at, wide] of [
      [4, 7],
      [20, 5],
    ] as const) {
      b.block(thing, f, at - wide / 2, at + wide / 2, top + 0.5, top + 3.4, 14, 21, { front: brick, top: tar })
      b.block(thing, f, at - wide / 2 - 0.3, at + wide / 2 + 0.3, top + 3.4, top + 3.8, 13.7, 21.3, { front: concrete })
    }
    b.block(thing, f, -24, 30, foot + 4.1, foot + 4.5, -3.4, 0, { front: concrete, top: tar })
    for (let a = -22; a <= 28; a += 10) b.beam(thing, f(a, foot, -3), f(a, foot + 4.1, -3), 0.3, dark)
    if (now) {
      for (const [i, ink] of [inks.rust, inks.brass, inks.river].entries())
        b.block(thing, f, -15 + i * 10.16 - 1, -15 + i * 10.16 + 1, foot + 6, foot + 16, -0.75, -0.62, {
          front: banner(ink),
        })
    } else
      for (const a of [-12.7, 12.7]) {
        b.beam(thing, f(a, top + 0.4, 0.4), f(a, top + 0.4, -3), 0.3, dark)
        b.ribbon(thing, f(a, top + 0.3, -2.8), f(a, foot + 6, -2.8), 0.08, dark, 0.05)
        b.block(thing, f, a - 0.8, a + 0.8, foot + 4.9, foot + 6, -3.5, -2.1, {
          front: solid(0xb18a55, plates.warm, 'planks'),
        })
      }
  })
  if (now) forecourt(b, 664, 742, 34, 70, 81)
}

/** The stair from which the far towers are seen: a taller bay at the upstream corner, glazed from floor to floor. */
function stairTower(b: Builder, thing: number, f: Frame, edge: number, top: number): void {
  const glass = front({
    wall: 0xa2452f,
    kind: 'brick',
    plate: plates.warm,
    bay: 6.4,
    glass: 0x33494e,
    surround: 0xd8cfc0,
    openings: [0, 1, 2, 3].map((i) => ({ sill: 2.2 + i * 4.9, high: 3.6, wide: 2.4, shape: 'flat' as const })),
  })
  b.block(thing, f, edge - 0.4, edge + 6, foot, top + 4.4, -1, 7, { front: glass, top: tar })
  b.block(thing, f, edge - 0.8, edge + 6.4, top + 4.4, top + 5, -1.4, 7.4, { front: concrete, top: tar })
  b.beam(thing, f(edge + 2.8, top + 5, 3), f(edge + 2.8, top + 9, 3), 0.16, dark)
}

function banner(ink: number): Material {
  return {
    plate: plates.warm,
    ink: ({ u, v }) => (v < 0.5 || v > 9.5 ? inks.paper : (u - 1) ** 2 + (v - 6.6) ** 2 < 0.42 ? inks.paper : ink),
  }
}

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

const milk = 0xe2d6bf

/** The mill of 1896: long brick sheds, saw-toothed and pitched, the villa with its garden, the store for waste yarn. */
export function ewoMill(b: Builder): void {
  if (!b.in(1896)) return
  const now = b.in(1990)
  b.mesh.belonging('yihe-shachang', () => {
    shed(b, {
      at: 1054,
      inland: 62,
      long: 62,
      deep: 70,
      storeys: 2,
      wall: 0x9c4b38,
      roof: 'saw',
      storey: 4.9,
      bay: 4,
      wideWindow: 1.9,
      surround: milk,
    })
    mainMill(b)
    shed(b, {
      at: 1192,
      inland: 76,
      long: 54,
      deep: 72,
      storeys: 1,
      wall: 0x9c4b38,
      roof: 'saw',
      storey: 6.2,
      bay: 4.5,
      round: true,
      wideWindow: 2,
      surround: milk,
    })
    wasteStore(b)
    villa(b)
    if (!now) {
      shed(b, {
        at: 1150,
        inland: 140,
        long: 30,
        deep: 20,
        storeys: 1,
        wall: 0x8a4636,
        roof: 'gable',
        storey: 9,
        round: true,
      })
      smoke(b, stack(b, 1140, 146, 44, 2.3), 140, 21)
      steam(b, b.shore(1168, 16.5, 96), 34, 22)
      steam(b, b.shore(1066, 18, 104), 26, 23)
    }
  })
  if (now) {
    forecourt(b, 1022, 1086, 36, 60, 82)
    forecourt(b, 1160, 1186, 40, 72, 83)
  } else
    for (const [i, c] of [1030, 1088, 1150, 1176].entries()) {
      const bale = b.mesh.thing(0.7)
      const f = b.frame(c, 34)
      for (let k = 0; k < 5 + i; k++)
        b.block(
          bale,
          f,
          (k % 4) * 1.5,
          (k % 4) * 1.5 + 1.3,
          foot + Math.floor(k / 4),
          foot + 0.94 + Math.floor(k / 4),
          0,
          1.2,
          {
            front: solid(0xcdbb92, plates.warm, 'planks'),
          },
        )
    }
}

/** The three-storey range of grey brick, round-headed windows in milk-white, a taller stair in the middle. */
function mainMill(b: Builder): void {
  const s = shed(b, {
    at: 1124,
    inland: 56,
    long: 66,
    deep: 34,
    storeys: 3,
    wall: 0x8a8680,
    roof: 'gable',
    storey: 4.5,
    bay: 4.1,
    round: true,
    wideWindow: 1.9,
    surround: milk,
  })
  const f = s.frame
  const wall = front({
    wall: 0x8a8680,
    kind: 'brick',
    bay: 4.4,
    surround: milk,
    openings: [
      { sill: 0.2, high: 3.2, wide: 2, shape: 'round', door: inks.brick },
      ...[5.4, 9.9, 14.4].map((sill) => ({ sill, high: 2.6, wide: 1.8, shape: 'round' as const })),
    ],
    bands: [4.4, 8.9, 13.4].map((at) => [at, 0.34, 0x9c4b38] as const),
    quoins: { ink: milk, wide: 0.7, length: 8.8 },
  })
  const high = s.top + 5.2
  b.block(s.thing, f, -4.4, 4.4, foot, high, -1.6, 8, { front: wall, top: tar })
  b.block(s.thing, f, -4.9, 4.9, high, high + 0.6, -2.1, 8.5, { front: solid(milk, plates.cool) })
  b.gable(s.thing, f, -4.4, 4.4, high + 0.6, -1.6, 8, 3.4, ribbed(0x5b4a45, plates.cool, 0.5), wall, 'inland', 0.4)
  for (let i = 0; i <= 16; i++) {
    const a = -33 + (i / 16) * 66
    if (Math.abs(a) > 4.6)
      b.block(s.thing, f, a - 0.35, a + 0.35, foot, s.top, -0.3, 0.2, { front: solid(0x94908a, plates.cool, 'brick') })
  }
  for (const y of [4.3, 8.8])
    for (const [a0, a1] of [
      [-33, -4.6],
      [4.6, 33],
    ] as const)
      b.block(s.thing, f, a0, a1, foot + y, foot + y + 0.34, -0.34, 0.1, { front: solid(0x9c4b38, plates.warm) })
}

/** The store for waste yarn nearer the quay, gable to the river; its years are not known. */
function wasteStore(b: Builder): void {
  const s = shed(b, {
    at: 1008,
    inland: 44,
    long: 22,
    deep: 44,
    storeys: 2,
    wall: 0x93452f,
    roof: 'gables',
    storey: 4.4,
    bay: 5.4,
    wideWindow: 1.5,
    surround: milk,
  })
  const f = s.frame
  b.block(s.thing, f, -1.5, 1.5, foot, foot + 3.4, -0.14, 0.1, { front: solid(0x46352c, plates.warm, 'planks') })
  b.block(s.thing, f, -1.2, 1.2, foot + 5.2, foot + 8, -0.14, 0.1, { front: solid(0x46352c, plates.warm, 'planks') })
  b.beam(s.thing, f(0, s.top + 1.8, 0), f(0, s.top + 1.8, -2.4), 0.26, dark)
  b.ribbon(s.thing, f(0, s.top + 1.8, -2.2), f(0, foot + 9, -2.2), 0.08, dark, 0.05)
}

/** White rendering between dark timbers; v is height. */
const timbered: Material = {
  plate: plates.warm,
  ink(spot) {
    const { u, v, perDegree } = spot
    const thick = Math.max(0.22, 0.07 * perDegree)
    const x = part(u / 1.5) * 1.5
    const brace = Math.abs(part(u / 3) * 3 - 1.5 - (v % 2) * 0.7)
    return !spot.plain && (x < thick || v % 2 < thick || brace < thick * 0.5) ? 0x5a3d2c : milk
  },
}

/** The garden house in the English country manner: steep roofs, two gables to the river, tall chimneys, a veranda. */
function villa(b: Builder): void {
  const thing = b.mesh.thing()
  const f = b.frame(1240, 58)
  const roof = ribbed(0x8a4a34, plates.warm, 0.5)
  const ground = front({
    wall: 0xa2523c,
    kind: 'brick',
    plate: plates.warm,
    bay: 3.4,
    surround: milk,
    openings: [{ sill: 0.9, high: 2.1, wide: 1.5, shape: 'flat' }],
  })
  const upper = front({
    wall: milk,
    kind: 'render',
    plate: plates.warm,
    bay: 3.4,
    surround: 0x5a3d2c,
    openings: [{ sill: 0.9, high: 1.7, wide: 1.5, shape: 'flat' }],
    bands: [
      [0, 0.24, 0x5a3d2c],
      [3.1, 0.24, 0x5a3d2c],
    ],
  })
  b.block(thing, f, -11, 11, foot, foot + 3.8, 0, 14, { front: ground })
  b.block(thing, f, -11.2, 11.2, foot + 3.8, foot + 7.2, -0.3, 14.3, { front: upper })
  b.gable(thing, f, -11, 11, foot + 7.2, 0, 14, 6.2, roof, timbered, 'along', 0.9)
  for (const a of [-6.4, 6.2]) {
    b.block(thing, f, a - 3.4, a + 3.4, foot, foot + 3.8, -2.4, 4, { front: ground })
    b.block(thing, f, a - 3.6, a + 3.6, foot + 3.8, foot + 7.4, -2.7, 4, { front: upper })
    b.gable(thing, f, a - 3.6, a + 3.6, foot + 7.4, -2.7, 7, 4.8, roof, timbered, 'inland', 0.7)
  }
  b.block(thing, f, -3, 2.8, foot + 3.1, foot + 3.5, -2.8, 0, { front: solid(milk, plates.cool), top: roof })
  for (const a of [-2.6, -0.1, 2.4])
    b.beam(thing, f(a, foot, -2.5), f(a, foot + 3.1, -2.5), 0.24, solid(milk, plates.cool))
  const chimney = solid(0x93452f, plates.warm, 'brick')
  for (const [a, into] of [
    [-9.6, 9],
    [1, 10],
    [9.8, 8],
  ] as const) {
    b.block(thing, f, a - 0.8, a + 0.8, foot + 8, foot + 15.2, into - 0.6, into + 0.6, { front: chimney })
    b.block(thing, f, a - 1, a + 1, foot + 15.2, foot + 15.7, into - 0.8, into + 0.8, {
      front: solid(milk, plates.cool),
    })
  }
  if (b.in(1990)) {
    const green = [
      [-19, 6],
      [-15, 18],
      [15, 20],
      [18, 8],
      [2, 24],
    ] as const
    for (const [i, [a, into]] of green.entries())
      b.standing(trees[(i * 5 + 2) % trees.length]!, f(a, foot, into), 0.5, i % 2 === 0, 1.1)
  }
  for (const a of [-14, 13]) b.standing(shrubs[a > 0 ? 1 : 3]!, f(a, foot, -4), 0.5, a > 0, 0.8)
}
