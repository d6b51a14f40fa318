import type { Builder, Frame } from '../builder.ts'
import { inks } from '../ink.ts'
import { front, type Material, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { timberJetty } from './waterworks.ts'

const foot = heights.land
const brick = 0x8f4f3d
/** In the water frame and brick are one tone, or the reflection falls to pieces. */
const frameInk: Material = { plate: plates.cool, ink: (spot) => (spot.plain ? brick : 0xb8b0a2) }
const jointGlass = front({
  wall: 0xdfe3e2,
  kind: 'plain',
  bay: 1.9,
  openings: [0, 1, 2, 3].map((i) => ({ sill: 0.5 + i * 4.7, high: 3.9, wide: 1.6, shape: 'flat' as const })),
  glass: 0x86a3a6,
  surround: 0xdfe3e2,
})

/** The sugar store of 1924 and the two godowns beside it of 1922 (one report says 1930). */
export function godowns(b: Builder): void {
  if (b.in(1924)) b.mesh.belonging('minghua-tangcang', () => sugarStore(b))
  if (b.in(1924, 1958)) smoke(b, stack(b, 2702, 84, 46, 2.2), 150, 151)
  if (b.in(1922))
    b.mesh.belonging('yongan-zhanfang', () => {
      for (const at of [2726, 2762]) godown(b, at)
      if (b.in(2021)) joint(b)
      else if (b.in(1922, 1958)) cotton(b)
    })
}

/** Two storeys of brick under one pitched roof, about 11 m, with loading doors under hoist beams. */
function sugarStore(b: Builder): void {
  const f = b.frame(2690, 34)
  const thing = b.mesh.thing()
  const [long, deep, eaves] = [36, 24, foot + 8]
  const wall = (length: number) =>
    front({
      wall: 0xa65a42,
      kind: 'brick',
      plate: plates.warm,
      bay: length / Math.round(length / 4),
      openings: [
        { sill: 0.1, high: 2.9, wide: 2.1, shape: 'flat', door: 0x4b4f50, every: 3 },
        { sill: 4.4, high: 2.6, wide: 1.9, shape: 'round', door: 0x3f4445, every: 3 },
        { sill: 1.4, high: 1.9, wide: 1.25, shape: 'round' },
        { sill: 5, high: 1.9, wide: 1.25, shape: 'round' },
      ],
      bands: [
        [3.8, 0.32, 0xd9c7a8],
        [7.5, 0.5, 0xd9c7a8],
      ],
      surround: 0xd9c7a8,
      quoins: { ink: 0xd9c7a8, wide: 0.8, length },
    })
  b.block(thing, f, -long / 2, long / 2, foot, eaves, 0, deep, { front: wall(long), ends: wall(deep) })
  const slope = ribbed(b.in(2015) ? 0x6b4438 : 0x7a4632, plates.warm, 0.5)
  const gable = front({
    wall: 0xa65a42,
    kind: 'brick',
    plate: plates.warm,
    bay: deep,
    openings: [{ sill: 1.2, high: 1.9, wide: 1.9, shape: 'round' }],
    surround: 0xd9c7a8,
  })
  b.gable(thing, f, -long / 2, long / 2, eaves, 0, deep, 4.4, slope, gable, 'along', 0.8)
  const lantern = b.mesh.thing(0.8)
  b.block(lantern, f, -long * 0.34, long * 0.34, eaves + 3.4, eaves + 5.1, deep / 2 - 1.6, deep / 2 + 1.6, {
    front: front({
      wall: 0x7a4632,
      kind: 'plain',
      bay: 1.7,
      openings: [{ sill: 0.35, high: 0.9, wide: 1.2, shape: 'flat' }],
      surround: 0xd9c7a8,
    }),
  })
  b.gable(
    lantern,
    f,
    -long * 0.35,
    long * 0.35,
    eaves + 5.1,
    deep / 2 - 2,
    deep / 2 + 2,
    1.2,
    slope,
    gable,
    'along',
    0.3,
  )
  for (let i = 0; i < 3; i++) {
    const a = -long / 2 + long * ((i * 3 + 1.5) / 10)
    b.beam(lantern, f(a, foot + 7.7, 0), f(a, foot + 7.7, -1.8), 0.24, solid(0x4b4f50, plates.dark))
  }
  if (b.in(2015)) {
    const deck = b.mesh.thing(0.7)
    b.block(deck, f, -long / 2 - 2, long / 2 + 2, foot, foot + 0.6, -6, 0, {
      front: solid(0xb58a58, plates.warm, 'planks'),
    })
    b.block(deck, f, -7, 7, foot + 3.4, foot + 3.75, -4.6, 0, { front: solid(0x3f4a4c, plates.dark) })
    for (const a of [-6.6, 6.6])
      b.beam(deck, f(a, foot, -4.4), f(a, foot + 3.4, -4.4), 0.18, solid(0x3f4a4c, plates.dark))
  } else if (b.in(1924, 1958)) refinery(b)
}

/** The works behind its store: pans, a tall house and smoke, of the kind. */
function refinery(b: Builder): void {
  const house = shed(b, {
    at: 2668,
    inland: 78,
    long: 34,
    deep: 30,
    storeys: 5,
    wall: 0x8f4a36,
    roof: 'gable',
    storey: 4.8,
    bay: 4.2,
    round: true,
    surround: 0xd9c7a8,
  })
  b.block(house.thing, house.frame, 4, 12, house.top, house.top + 7, 6, 16, {
    front: solid(0x8f4a36, plates.warm, 'brick'),
  })
  const quay = b.mesh.thing(0.8)
  const f = b.frame(2684, 0)
  const sack = solid(0xd2bd8c, plates.warm)
  const sackDark = solid(0xb59a68, plates.warm)
  for (let k = 0; k < 5; k++) {
    const a = -20 + k * 9.4
    for (let row = 0; row < 4 - (k % 2); row++)
      b.block(
        quay,
        f,
        a + row * 0.5,
        a + 5.4 - row * 0.5,
        heights.quay + row * 0.62,
        heights.quay + row * 0.62 + 0.55,
        7,
        10,
        {
          front: (k + row) & 1 ? sack : sackDark,
        },
      )
  }
}

/** Four floors, a frame of concrete filled with brick; about 20 m, square. */
function godown(b: Builder, at: number): void {
  const thing = b.mesh.thing()
  const f = b.frame(at, 40)
  const [half, deep, storey] = [15.5, 34, 4.7]
  const top = foot + storey * 4
  const now = b.in(2021)
  const wall = (length: number) =>
    front({
      wall: brick,
      kind: 'brick',
      plate: plates.warm,
      bay: length / Math.round(length / 4.45),
      openings: [0, 1, 2, 3].map((i) => ({ sill: 1.5 + i * storey, high: 2.1, wide: 2.5, shape: 'flat' as const })),
      glass: now ? 0x3f5f68 : 0x2c3f42,
      surround: 0xb8b0a2,
    })
  b.block(thing, f, -half, half, foot, top, 0, deep, { front: wall(half * 2), ends: wall(deep) })
  const ribs = b.mesh.thing(0.75)
  const columns = 7
  for (let i = 0; i <= columns; i++) {
    const a = -half + (i / columns) * half * 2
    b.block(ribs, f, a - 0.36, a + 0.36, foot, top + 1.1, -0.42, 0, { front: frameInk })
  }
  for (let i = 0; i <= 8; i++) {
    const into = (i / 8) * deep
    for (const a of [-half, half])
      b.block(ribs, f, a - 0.4, a + 0.4, foot, top + 0.6, into - 0.36, into + 0.36, { front: frameInk })
  }
  for (let k = 1; k <= 4; k++)
    b.block(ribs, f, -half - 0.5, half + 0.5, foot + k * storey - 0.3, foot + k * storey + 0.25, -0.5, deep + 0.5, {
      front: frameInk,
      top: solid(0x8d8778, plates.cool),
    })
  b.block(ribs, f, -half - 0.3, half + 0.3, top + 0.25, top + 1.1, -0.3, 0.4, { front: frameInk })
  stairHead(b, f, half, top)
}

function stairHead(b: Builder, f: Frame, half: number, top: number): void {
  const head = b.mesh.thing()
  b.block(head, f, half - 9, half - 2.5, top, top + 4.2, 6, 14, {
    front: solid(brick, plates.warm, 'brick'),
    top: frameInk,
  })
  b.block(head, f, half - 9.4, half - 2.1, top + 4.2, top + 4.7, 5.6, 14.4, { front: frameInk })
}

/** Today's glass between and before the two, with the museum's way in. */
function joint(b: Builder): void {
  const thing = b.mesh.thing()
  const f = b.frame(2744, 40)
  b.block(thing, f, -2.5, 2.5, foot, foot + 17.4, 5, 30, { front: jointGlass })
  b.block(thing, f, -12, 12, foot + 3.8, foot + 4.3, -5, 4, { front: solid(0xdfe3e2, plates.cool) })
  for (const a of [-11, -4, 4, 11])
    b.beam(thing, f(a, foot, -4.4), f(a, foot + 3.8, -4.4), 0.22, solid(0xdfe3e2, plates.cool))
}

/** Bales on their way between lighter and loft. */
function cotton(b: Builder): void {
  const chance = b.chance(152)
  const pale = solid(0xdccfa9, plates.warm)
  const hoop = solid(0xbfa878, plates.warm, 'planks')
  const thing = b.mesh.thing(0.8)
  for (let k = 0; k < 7; k++) {
    const f = b.frame(2706 + k * 11, 6 + chance() * 4)
    const tiers = 1 + Math.floor(chance() * 3)
    for (let row = 0; row < tiers; row++)
      for (let i = 0; i < 4 - row; i++)
        b.block(
          thing,
          f,
          i * 1.5 + row * 0.75,
          i * 1.5 + row * 0.75 + 1.35,
          heights.quay + row,
          heights.quay + row + 0.92,
          0,
          1,
          {
            front: (i + row) & 1 ? pale : hoop,
          },
        )
  }
  const hoist = b.mesh.thing(0.8)
  for (const at of [2726, 2762]) {
    const f = b.frame(at, 40)
    for (const a of [-6.6, 6.6]) {
      b.beam(hoist, f(a, foot + 18, -0.4), f(a, foot + 18, -3.2), 0.3, solid(inks.ink, plates.dark))
      b.ribbon(hoist, f(a, foot + 18, -3), f(a, foot + (a < 0 ? 7 : 12), -3), 0.1, solid(0x3a3026, plates.dark), 0.04)
      const y = foot + (a < 0 ? 6 : 11)
      b.block(hoist, f, a - 0.7, a + 0.7, y, y + 1, -3.5, -2.5, { front: pale })
    }
  }
  timberJetty(b, 2744, 22, 12)
  for (const [at, out, mirrored] of [
    [2722, 8, false],
    [2728, 14, true],
    [2764, 9, true],
  ] as const)
    if (b.distance(b.shore(at, 0, -out)) > 25)
      b.standing(crafts.sampan.cutout, b.shore(at, 0, -out), 0.8, mirrored, 1.4)
}
