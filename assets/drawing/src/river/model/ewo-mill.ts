import type { Builder } from '../builder.ts'
import { inks } from '../ink.ts'
import { front, type Material, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { forecourt } from './forecourt.ts'
import { shed, stack } from './sheds.ts'
import { smoke, steam } from './smoke.ts'
import { shrubs, trees } from './trees.ts'

const foot = heights.land
const dark = solid(0x50463f, plates.dark)
const tar = solid(0x5d5550, plates.cool)
const part = (x: number) => x - Math.floor(x)
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
  b.gable(
    s.thing,
    f,
    -4.4,
    4.4,
    high + 0.6,
    -1.6,
    8,
    3.4,
    ribbed(0x5b4a45, plates.cool, 0.5),
    solid(0x8a8680, plates.cool, 'brick'),
    'inland',
    0.4,
  )
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
