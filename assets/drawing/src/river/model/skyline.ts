import type { Builder, Frame } from '../builder.ts'
import { mix } from '../ink.ts'
import { front, type Material, plates, ribbed, solid, tower } from '../material.ts'
import { heights } from '../shore.ts'
import { farWood } from './trees.ts'

/** A frame at a place of the world, along = east, inland = north. */
function spot(b: Builder, x: number, z: number, turn = 0): Frame {
  const [s, c] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  return (along, up, into) => b.world(x + along * c - into * s, up, z + along * s + into * c)
}

/** A body lofted through square sections: half width, half depth, turn in degrees at each height. */
function loft(
  b: Builder,
  f: Frame,
  material: Material,
  sections: readonly (readonly [y: number, w: number, d: number, turn: number])[],
  corners = 4,
): void {
  const thing = b.mesh.thing()
  const ring = ([y, w, d, turn]: readonly [number, number, number, number], i: number) => {
    const t = ((i + 0.5) / corners) * 2 * Math.PI + (turn * Math.PI) / 180
    return f(Math.cos(t) * w * Math.SQRT2, y, Math.sin(t) * d * Math.SQRT2)
  }
  for (let s = 1; s < sections.length; s++) {
    const low = sections[s - 1]!
    const high = sections[s]!
    for (let i = 0; i < corners; i++)
      b.mesh.quad(
        thing,
        material,
        ring(low, i),
        ring(low, i + 1),
        ring(high, i + 1),
        ring(high, i),
        i * low[1] * 2,
        low[0],
      )
  }
}

const glass = tower(0x8a9a9c, 'bands', 8)
const steel = tower(0x8e9694, 'slots', 8)
const stone = tower(0x9b958a, 'slots', 7)
const pearl = solid(0xa0625a, plates.warm)
const shaft = solid(0x9a9b95, plates.cool)

/** The towers of Lujiazui and the White Magnolia at their true places, right to about 60 m, and heights. */
export function lujiazui(b: Builder): void {
  if (!b.in(1995)) return
  if (b.in(2015)) {
    loft(
      b,
      spot(b, -1220, -1800),
      glass,
      Array.from(
        { length: 15 },
        (_, i) => [3 + (i / 14) * 600, 37 - 17 * (i / 14) ** 0.9, 37 - 17 * (i / 14) ** 0.9, i * 8.6] as const,
      ),
      9,
    )
    loft(
      b,
      spot(b, -1220, -1800),
      glass,
      [
        [603, 20, 20, 120],
        [632, 15, 8, 130],
      ],
      9,
    )
  }
  if (b.in(2008)) {
    const f = spot(b, -1040, -1690, 40)
    loft(b, f, steel, [
      [3, 29, 29, 0],
      [230, 29, 25, 0],
      [400, 28, 15, 0],
      [440, 27, 10, 0],
    ])
    for (const s of [-1, 1])
      loft(b, (a, y, c) => f(a + s * 20, y, c), steel, [
        [440, 7, 10, 0],
        [486, 5.4, 5, 0],
      ])
    loft(b, f, steel, [
      [482, 25, 5.5, 0],
      [492, 25, 4, 0],
    ])
  }
  if (b.in(1999)) {
    const f = spot(b, -1210, -1630, 20)
    const steps = [
      [3, 27],
      [120, 26],
      [190, 24],
      [245, 22],
      [290, 19.5],
      [325, 16.5],
      [350, 13],
      [368, 9.5],
    ] as const
    for (let i = 0; i < steps.length; i++) {
      const [y, w] = steps[i]!
      const next = steps[i + 1]?.[0] ?? 378
      loft(b, f, stone, [
        [y, w, w, 0],
        [next, w - 1, w - 1, 0],
        [next + 3, w - 3, w - 3, 0],
      ])
    }
    loft(b, f, shaft, [
      [378, 3.4, 3.4, 0],
      [420, 0.6, 0.6, 0],
    ])
  }
  const f = spot(b, -1800, -1130)
  const thing = b.mesh.thing()
  for (let i = 0; i < 3; i++) {
    const t = (i / 3) * 2 * Math.PI
    b.drum(thing, f, Math.cos(t) * 11, Math.sin(t) * 11, 3, 270, 4.6, 4.6, shaft, 10)
    b.beam(thing, f(Math.cos(t) * 45, 3, Math.sin(t) * 45), f(Math.cos(t) * 8, 90, Math.sin(t) * 8), 7, shaft)
  }
  b.ball(thing, f, 0, 0, 93, 25, pearl)
  b.ball(thing, f, 0, 0, 272, 22.5, pearl)
  b.drum(thing, f, 0, 0, 290, 340, 5, 4.2, shaft, 10)
  b.ball(thing, f, 0, 0, 342, 8.5, pearl)
  b.drum(thing, f, 0, 0, 350, 420, 2.6, 1.8, shaft, 8)
  b.drum(thing, f, 0, 0, 420, 468, 1.3, 0.5, shaft, 6)
  if (b.in(2017)) {
    const m = spot(b, -2050, -210, 10)
    loft(
      b,
      m,
      glass,
      [
        [3, 27, 27, 0],
        [250, 26, 26, 6],
        [300, 21, 21, 8],
        [320, 12, 12, 10],
      ],
      8,
    )
  }
  around(b)
}

/** The lower towers that stand among the tall ones; of the kind, not surveyed. */
function around(b: Builder): void {
  const chance = b.chance(61)
  const styles = ['grid', 'slots', 'bands'] as const
  const walls = [
    tower(0x8f9692, styles[0]),
    tower(0x9c988c, styles[1]),
    tower(0x7f8d90, styles[2], 4),
    tower(0xa39a88, styles[0]),
  ]
  for (let i = 0; i < 46; i++) {
    const x = -2150 + chance() * 1500
    const z = -1950 + chance() * 900 - (x + 2150) * 0.22
    const high = 60 + chance() ** 1.6 * 190
    const wide = 15 + chance() * 15
    const material = walls[Math.floor(chance() * walls.length)]!
    const f = spot(b, x, z, chance() * 60)
    const top = chance()
    loft(b, f, material, [
      [3, wide, wide, 0],
      [high, wide, wide, 0],
      ...(top > 0.5
        ? ([
            [high + 1, wide * 0.7, wide * 0.7, 0],
            [high + 16, wide * 0.66, wide * 0.66, 0],
          ] as const)
        : []),
    ])
    if (top > 0.8)
      loft(b, f, material, [
        [high + 16, 1.5, 1.5, 0],
        [high + 52, 0.4, 0.4, 0],
      ])
  }
}

type House = {
  readonly chainage: number
  readonly inland: number
  readonly wide: number
  readonly deep: number
  readonly high: number
  readonly kind: number
}

/** Today's housing and offices on either bank: slabs with stepped tops, gables, water tanks, stair towers. */
function townNow(b: Builder, seed: number, houses: readonly House[]): void {
  const chance = b.chance(seed)
  const inks = [0xb3ab9c, 0xa9a8a0, 0x9fa6a3, 0xb59f8a, 0x98a0a0, 0xab9486]
  const styles = ['grid', 'slots', 'bands'] as const
  const walls = inks.flatMap((ink) => styles.map((style) => tower(ink, style)))
  const roof = solid(0x8d5d4c, plates.warm)
  for (const h of houses) {
    const thing = b.mesh.thing()
    const f = b.frame(h.chainage, h.inland, (chance() - 0.5) * 24)
    const wall = walls[Math.floor(chance() * walls.length)]!
    const [w, d] = [h.wide / 2, h.deep / 2]
    b.block(thing, f, -w, w, heights.land, h.high, -d, d, { front: wall })
    if (h.kind < 0.3) b.block(thing, f, -w * 0.55, w * 0.55, h.high, h.high + 6, -d * 0.6, d * 0.6, { front: wall })
    else if (h.kind < 0.5) {
      b.block(thing, f, -w * 0.82, w * 0.3, h.high, h.high + 9, -d * 0.8, d * 0.8, { front: wall })
      b.block(thing, f, -w * 0.6, w * 0.05, h.high + 9, h.high + 15, -d * 0.5, d * 0.5, { front: wall })
    } else if (h.kind < 0.64) b.gable(thing, f, -w, w, h.high, -d, d, 7, roof, wall, 'along', 0.6)
    else if (h.kind < 0.8) {
      for (const s of [-1, 1])
        b.block(thing, f, s * w * 0.55 - 3, s * w * 0.55 + 3, h.high, h.high + 5, -3, 3, { front: wall })
    } else {
      b.block(thing, f, -w * 1.35, -w, heights.land, h.high * 0.82, -d * 0.9, d * 0.7, { front: wall })
      b.block(thing, f, w, w * 1.3, heights.land, h.high * 0.9, -d * 0.7, d * 0.9, { front: wall })
    }
  }
}

/** The far bank: wood, then housing in groups; before 1990 low sheds and chimneys, then fields. */
export function farBank(b: Builder, from: number, to: number): void {
  const chance = b.chance(71)
  const far = -530
  for (let c = from; c < to; c += 70) {
    const wood = farWood(Math.floor(c), 74, 8 + chance() * 5)
    b.standing(wood, b.shore(c, heights.farQuay, far - 12 - chance() * 16), 0.5)
  }
  if (b.in(1990)) {
    const houses: House[] = []
    for (let c = from; c < to; c += 34) {
      const group = chance()
      if (group < 0.36) continue
      const tall = chance()
      houses.push({
        chainage: c + chance() * 22,
        inland: far - 60 - chance() * 330,
        wide: 20 + chance() * 26,
        deep: 14 + chance() * 8,
        high: tall < 0.25 ? 14 + chance() * 12 : 44 + chance() * 60,
        kind: chance(),
      })
    }
    for (const c of [-310, 300, 900, 1390, 2050, 2650, 3420])
      houses.push({ chainage: c, inland: far - 95, wide: 34, deep: 30, high: 118 + chance() * 50, kind: 0.2 })
    townNow(b, 72, houses)
    silo(b)
    yardHall(b)
    return
  }
  const brick = solid(0x8c5240, plates.warm, 'brick')
  const roof = ribbed(0x5e473c, plates.warm, 0.9)
  const stack = solid(0x7a4030, plates.warm)
  for (let c = from; c < to; c += 42) {
    if (chance() < 0.45) continue
    const thing = b.mesh.thing()
    const f = b.frame(c, far - 35 - chance() * 70, chance() * 8)
    const wide = 18 + chance() * 26
    const high = heights.land + 5 + chance() * 5
    b.block(thing, f, -wide / 2, wide / 2, heights.land, high, -14, 14, { front: brick })
    b.gable(thing, f, -wide / 2, wide / 2, high, -14, 14, 5, roof, brick, chance() < 0.5 ? 'along' : 'inland')
    if (chance() < 0.12) b.drum(thing, f, 0, -20, heights.land, 30 + chance() * 12, 1.8, 1.2, stack, 12)
  }
}

/** The long brick hall of the old yard across the river; its place is right to about 150 m, its height a guess. */
function yardHall(b: Builder): void {
  if (!b.in(1975)) return
  const thing = b.mesh.thing()
  const f = spot(b, -720, -650, 8)
  const brick = front({
    wall: 0x9a5a44,
    kind: 'brick',
    plate: plates.warm,
    bay: 8,
    glass: 0x4a5a5c,
    surround: 0xc8b79a,
    openings: [
      { sill: 3, high: 7, wide: 4.6, shape: 'round' },
      { sill: 13.5, high: 5, wide: 4.6, shape: 'round' },
    ],
  })
  const roof = ribbed(0x6d4a3c, plates.warm, 1.2)
  b.block(thing, f, -100, 100, 3, 24, -22, 22, { front: brick })
  const arc = Array.from(
    { length: 9 },
    (_, i) => [-22.6 + (i / 8) * 45.2, 24 + 7 * Math.sin((i / 8) * Math.PI)] as const,
  )
  for (let i = 1; i < arc.length; i++) {
    const [z0, y0] = arc[i - 1]!
    const [z1, y1] = arc[i]!
    b.mesh.quad(thing, roof, f(-101, y0, z0), f(101, y0, z0), f(101, y1, z1), f(-101, y1, z1))
    for (const a of [-100, 100]) b.mesh.quad(thing, brick, f(a, 24, z0), f(a, 24, z1), f(a, y1, z1), f(a, y0, z0))
  }
}

/** The long grain silo opposite the fish wharf. */
function silo(b: Builder): void {
  const thing = b.mesh.thing()
  const wall = solid(0xb4ada0, plates.cool)
  const [cx, cz] = [2470, 40]
  const f = spot(b, cx, cz, 32)
  for (let i = -7; i <= 7; i++) b.drum(thing, f, i * 9.4, 0, 3, 42, 5, 5, wall, 12, wall)
  b.block(thing, f, -70, 70, 42, 48, -5, 5, { front: tower(mix(0xb4ada0, 0xffffff, 0.1), 'bands', 5) })
}

/** The chimney of the power plant far downstream, about 105 m. */
export function powerPlant(b: Builder): void {
  const thing = b.mesh.thing()
  const f = spot(b, 4120, 2450)
  const stack = solid(0x8d8f8c, plates.cool, 'plain', { mist: 0.85 })
  const tall = b.in(1945) ? 105 : 60
  b.drum(thing, f, 0, 0, 3, tall, 3.95, 2.75, stack, 14)
  b.block(thing, f, -60, 40, 3, 26, 10, 50, { front: tower(0x9a8d80, 'slots', 5) })
}
