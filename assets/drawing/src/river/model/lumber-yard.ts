import type { Builder, Frame } from '../builder.ts'
import { mix } from '../ink.ts'
import { front, type Material, octave, plates, ribbed, solid } from '../material.ts'
import { cell } from '../noise.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { reeds } from './trees.ts'
import { portalCrane } from './wharf.ts'

const foot = heights.land
const timber = solid(0xc4955a, plates.warm, 'planks')
const timberLit = solid(0xd2a76b, plates.warm)
const timberDark = solid(0x8d6236, plates.warm)
const concrete = solid(0x9a978f, plates.cool, 'stone')
const steel = solid(0x4f5a5c, plates.dark)

/** Since 2021 the hall over the yard's site, since about 2018 the little house by the water; from 1902 the yard itself. */
export function lumberYard(b: Builder): void {
  b.mesh.belonging('xiangtai-muhang', () => {
    if (b.in(2021)) hall(b)
    else if (b.in(1902, 1956)) yard(b)
    else if (b.in(1956, 2016)) stores(b)
  })
  if (b.in(1902, 1956)) smoke(b, stack(b, 2432, 92, 36, 1.5), 120, 141)
  if (b.in(2018)) {
    b.mesh.belonging('ren-ren-wu', () => house(b))
    portalCrane(b, 2484, 9, -112, 31)
  }
}

/** About 60 m long and 8 m high: timber beams laid crosswise, floating over a heavy base of concrete. */
function hall(b: Builder): void {
  const f = b.frame(2390, 56)
  const thing = b.mesh.thing()
  const glass = front({
    wall: 0xb98a50,
    kind: 'plain',
    plate: plates.warm,
    bay: 3,
    openings: [{ sill: 0.2, high: 3.2, wide: 2.7, shape: 'flat' }],
    glass: 0x6d9092,
    surround: 0x8d6236,
  })
  b.block(thing, f, -29, 4, foot, foot + 3.5, 1.5, 15, { front: concrete })
  b.block(thing, f, 4, 29, foot, foot + 3.5, 4, 15, {
    front: front({
      wall: 0x9a978f,
      kind: 'stone',
      bay: 4.2,
      openings: [{ sill: 0.2, high: 2.7, wide: 3.6, shape: 'flat' }],
      glass: 0x56777c,
      surround: 0xdfe6e6,
    }),
  })
  b.block(thing, f, -31, 31, foot + 3.5, foot + 4.1, -1.2, 16, { front: concrete })
  b.block(thing, f, -29.4, 29.4, foot + 4.1, foot + 7.6, 0.9, 14.6, { front: glass, top: timber })
  b.mesh.belonging('xiangtai-muhang', () => {
    const beams = b.mesh.thing(0.7)
    const rows = [4.1, 5, 5.9, 6.8] as const
    for (const [k, y] of rows.entries()) {
      for (const [into, out] of [
        [-1.1, -0.7],
        [15.4, 15.8],
      ] as const)
        b.block(beams, f, -31.4, 31.4, foot + y, foot + y + 0.42, into, out, { front: k === 3 ? timberLit : timber })
      for (let a = -31 + (k & 1) * 1.25; a <= 31; a += 2.5)
        b.block(beams, f, a - 0.12, a + 0.12, foot + y + 0.42, foot + y + 0.9, -1.5, 0.9, {
          front: timberLit,
          ends: timberDark,
        })
    }
    b.block(beams, f, -32, 32, foot + 7.7, foot + 8, -1.7, 16.4, { front: timberLit, top: timber })
    for (let a = -27; a <= 28; a += 6) b.beam(beams, f(a, foot, -0.6), f(a, foot + 4, -0.6), 0.2, steel)
  })
}

/** Under 20 m² of glass below beams stacked to the shape of 人; thin steel rods carry the eaves. Height about 5 m. */
function house(b: Builder): void {
  const f = b.frame(2440, 15)
  const glass = b.mesh.thing()
  const pane = front({
    wall: 0x7f9c99,
    kind: 'plain',
    bay: 1.1,
    openings: [{ sill: 0.15, high: 2.4, wide: 0.95, shape: 'flat' }],
    glass: 0x8fb0ac,
    surround: 0xcfe0dd,
  })
  b.block(glass, f, -2.1, 2.1, foot, foot + 2.7, 0.4, 4.8, { front: pane })
  b.block(glass, f, -5.4, 5.4, foot - 0.2, foot + 0.25, -1.6, 6.8, { front: concrete, top: timber })
  const frame = b.mesh.thing(0.8)
  const apex = foot + 5.4
  const slope = (t: number) => ({ a: 4.9 * (1 - t), y: foot + 0.25 + (apex - foot - 0.6) * t ** 0.86 })
  for (const into of [-1, 0.9, 2.6, 4.3, 6.2]) {
    for (const s of [-1, 1]) {
      for (let k = 0; k < 5; k++) {
        const [p, q] = [slope(k / 5), slope((k + 1) / 5)]
        b.beam(frame, f(s * p.a, p.y, into), f(s * q.a, q.y, into), 0.34, timber, 0.4)
      }
    }
    b.beam(frame, f(0.2, apex - 0.5, into), f(-0.75, apex + 0.35, into), 0.34, timberLit)
  }
  for (let k = 1; k < 9; k++) {
    const p = slope(k / 9)
    for (const s of [-1, 1]) b.beam(frame, f(s * p.a, p.y + 0.3, -1.5), f(s * p.a, p.y + 0.3, 6.7), 0.3, timberLit)
  }
  const roof = b.mesh.thing(0.6)
  const [p, q] = [slope(0.46), slope(1)]
  for (const s of [-1, 1])
    b.mesh.quad(roof, timberDark, f(s * p.a, p.y, -0.8), f(s * p.a, p.y, 6), f(s * q.a, q.y, 6), f(s * q.a, q.y, -0.8))
  const rods = b.mesh.thing(0)
  for (const a of [-4.6, -3.4, 3.4, 4.6])
    for (const into of [-1.2, 2.6, 6.4])
      b.ribbon(rods, f(a, foot, into), f(a * 0.86, foot + 2.6, into), 0.07, steel, 0.03)
  const chance = b.chance(141)
  for (let a = -13; a < 14; a += 2.6) {
    if (Math.abs(a) < 4) continue
    b.standing(reeds[Math.floor(chance() * reeds.length)]!, f(a, foot, -2 + chance() * 5), 0.3, chance() < 0.5, 0.75)
  }
}

/** The cut ends of a pile of logs, seen as rounds with a ring; between them it is dark. */
const ends: Material = {
  plate: plates.warm,
  ink(spot) {
    const size = octave(0.62, spot.perDegree, 0.2)
    const row = Math.floor(spot.v / (size * 0.88))
    const column = Math.floor(spot.u / size + (row & 1) * 0.5)
    const x = spot.u / size + (row & 1) * 0.5 - column - 0.5
    const y = spot.v / (size * 0.88) - row - 0.5
    const out = Math.hypot(x, y * 0.9)
    if (spot.plain) return 0xb98a52
    if (out > 0.47) return 0x3a281b
    if (out > 0.4) return 0x6e4a2c
    const ring = Math.abs(out - 0.2) < 0.035
    const wood = mix(0xd0a064, 0xa8713e, cell(row, column, spot.seed))
    return ring ? mix(wood, 0x6e4a2c, 0.5) : wood
  },
}
const bark = ribbed(0x8a6038, plates.warm, 0.62)
const sawn = solid(0xc99a5e, plates.warm, 'planks')
const sawnDark = solid(0x94693c, plates.warm, 'planks')

/** Logs heaped with their ends to the river. */
function heap(b: Builder, f: Frame, wide: number, high: number, long: number): void {
  const thing = b.mesh.thing()
  const y = heights.quay
  const lean = high * 0.58
  const [w, t] = [wide / 2, wide / 2 - lean]
  for (const into of [0, long])
    b.mesh.quad(thing, ends, f(-w, y, into), f(w, y, into), f(t, y + high, into), f(-t, y + high, into), 0, 0, wide)
  b.mesh.quad(thing, bark, f(-t, y + high, 0), f(t, y + high, 0), f(t, y + high, long), f(-t, y + high, long))
  for (const s of [-1, 1])
    b.mesh.quad(thing, bark, f(s * w, y, 0), f(s * t, y + high, 0), f(s * t, y + high, long), f(s * w, y, long))
}

/** Sawn boards stacked crosswise to dry, tier on tier. */
function boards(b: Builder, f: Frame, wide: number, tiers: number, deep: number): void {
  const thing = b.mesh.thing(0.8)
  for (let k = 0; k < tiers; k++) {
    const y = foot + k * 1.05
    const shift = (cell(k, wide) - 0.5) * 0.5
    b.block(thing, f, -wide / 2 + shift, wide / 2 + shift, y, y + 0.8, 0, deep, { front: k & 1 ? sawn : sawnDark })
    for (const a of [-wide * 0.36, 0, wide * 0.36])
      b.block(thing, f, a - 0.15, a + 0.15, y + 0.8, y + 1.05, 0.1, deep - 0.1, { front: solid(0x4a3524, plates.warm) })
  }
}

/** The timber yard: mill and drying sheds, piles of logs and boards, rafts alongside. The layout is of the kind, not surveyed. */
function yard(b: Builder): void {
  const mill = shed(b, {
    at: 2398,
    inland: 62,
    long: 78,
    deep: 34,
    storeys: 1,
    wall: 0x7d5b40,
    kind: 'planks',
    roof: 'gables',
    storey: 7.4,
    bay: 5,
    surround: 0xa9865a,
  })
  b.block(mill.thing, mill.frame, -12, -2, mill.top, mill.top + 9, 10, 18, {
    front: solid(0x7d5b40, plates.warm, 'planks'),
  })
  b.gable(mill.thing, mill.frame, -12, -2, mill.top + 9, 10, 18, 3, bark, sawnDark, 'inland', 0.5)
  const house = shed(b, {
    at: 2336,
    inland: 38,
    long: 22,
    deep: 14,
    storeys: 2,
    wall: 0x9b4f39,
    roof: 'gable',
    storey: 4.2,
    bay: 3.6,
    round: true,
    surround: 0xe0d0ae,
  })
  b.block(house.thing, house.frame, -11.5, 11.5, house.top * 0.5, house.top * 0.5 + 0.5, -2.4, 0, {
    front: solid(0xe0d0ae, plates.cool),
  })
  for (const [at, wide, high] of [
    [2352, 15, 4.6],
    [2370, 13, 3.8],
    [2412, 17, 5.4],
  ] as const)
    heap(b, b.frame(at, 9), wide, high, 11)
  const pile = (k: number) => boards(b, b.frame(2326 + k * 17, 34 + (k % 3) * 7), 8 + (k % 2) * 3, 5 + ((k * 5) % 4), 5)
  for (let k = 0; k < 6; k++) pile(k)
  // The downstream end of the yard is where the little house stands today.
  b.mesh.belonging('ren-ren-wu', () => {
    heap(b, b.frame(2432, 9), 12, 3.6, 11)
    for (let k = 6; k < 9; k++) pile(k)
  })
  const slip = b.mesh.thing()
  const s = b.frame(2391, 0)
  const quay = heights.quay
  b.mesh.quad(slip, sawnDark, s(-5, 0.1, -9), s(5, 0.1, -9), s(5, quay + 0.3, 3), s(-5, quay + 0.3, 3))
  for (const a of [-5, 5]) {
    b.beam(slip, s(a, 0.2, -9), s(a, quay + 0.5, 3), 0.5, bark)
    for (let k = 0; k < 4; k++) b.beam(slip, s(a, -0.8, -7 + k * 2), s(a, 0.7 + k * 0.56, -7 + k * 2), 0.4, bark)
    b.mesh.triangle(slip, sawnDark, s(a, -0.4, -8), s(a, -0.4, 0), s(a, 2.3, 0))
  }
  for (const a of [-6.5, 6.5]) b.beam(slip, s(a, heights.quay, 5), s(a * 0.35, 13.6, 5), 0.6, bark)
  b.beam(slip, s(-3, 13.4, 5), s(3, 13.4, 5), 0.5, bark)
  b.ribbon(slip, s(0, 13.4, 5), s(0, 6.6, 3), 0.14, steel, 0.05)
  b.block(slip, s, -4, 4, 5.6, 6.6, 2.4, 3.6, { front: bark, ends })
  rafts(b)
}

/** The years between: plain stores on the yard's ground, of the kind. */
function stores(b: Builder): void {
  for (const [at, long, wall, roof] of [
    [2350, 48, 0x8a8680, 'saw'],
    [2404, 52, 0x9a6350, 'gables'],
    [2456, 36, 0xa59e8c, 'gable'],
  ] as const)
    shed(b, { at, inland: 40, long, deep: 30, storeys: 1, wall, roof, storey: 6.4, bay: 4.6, wideWindow: 2 })
}

function rafts(b: Builder): void {
  for (const [at, out, long] of [
    [2346, 9, 22],
    [2368, 10, 15],
    [2418, 9, 26],
    [2446, 11, 14],
  ] as const) {
    const thing = b.mesh.thing(0.9)
    const f = b.frame(at, -out)
    for (let k = 0; k < 8; k++) {
      const into = k * 0.86 - 4
      const shift = (cell(k, at) - 0.5) * 3
      b.beam(
        thing,
        f(-long / 2 + shift, 0.18, into),
        f(long / 2 + shift, 0.18, into),
        0.78,
        k & 1 ? bark : sawnDark,
        0.7,
      )
    }
    for (const a of [-long * 0.3, long * 0.28])
      b.beam(thing, f(a, 0.62, -4.4), f(a, 0.62, 2.6), 0.22, solid(0x3a281b, plates.dark))
  }
  for (const [at, out, mirrored] of [
    [2388, 30, false],
    [2338, 24, true],
  ] as const)
    if (b.distance(b.shore(at, 0, -out)) > 48) b.standing(crafts.raft.cutout, b.shore(at, 0, -out), 0.8, mirrored)
}
