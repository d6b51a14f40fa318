import type { Builder, Frame } from '../builder.ts'
import { cutout, disc, polygon, stroke } from '../cutout.ts'
import { type Ink, inks } from '../ink.ts'
import { type Cut, front, lattice, type Material, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { figures } from './people.ts'
import { trees } from './trees.ts'

const grey = 0xaaa69a
const band = 0xa8452f
const coping = 0xe7e0d2
const kind: Cut = 'brick'
const foot = heights.land

const arches = (bay: number, length: number, storeys: 1 | 2 | 3): Material => {
  const sills = storeys === 1 ? [1.6] : storeys === 2 ? [1.5, 6.1] : [1.4, 5.6, 9.8]
  return front({
    wall: grey,
    kind,
    bay: length / Math.max(1, Math.round(length / bay)),
    openings: sills.map((sill, i) => ({ sill, high: i === 0 ? 2.9 : 2.5, wide: 1.45, shape: 'pointed' as const })),
    bands: [[4.9, 0.34, band], ...(storeys > 1 ? ([[9.1, 0.34, band]] as const) : []), [0, 0.5, 0x85827a]],
    quoins: { ink: coping, wide: 0.7, length },
  })
}
const plain = front({
  wall: grey,
  kind,
  bay: 4,
  openings: [],
  bands: [
    [4.9, 0.34, band],
    [9.1, 0.34, band],
  ],
})
const cap = solid(coping, plates.cool)
const merlon = solid(grey, plates.cool, 'brick')
const roofGrey = solid(0x6c6a66, plates.cool)
const slate = ribbed(0x5c3a34, plates.warm, 0.5)
const brickRed = front({
  wall: inks.rust,
  kind: 'brick',
  plate: plates.warm,
  bay: 3,
  openings: [],
  bands: [
    [6, 0.5, 0x7e2f23],
    [14, 0.5, 0x7e2f23],
    [22, 0.5, 0x7e2f23],
    [29.5, 1.3, coping],
  ],
})

function battlements(
  b: Builder,
  thing: number,
  f: Frame,
  a0: number,
  a1: number,
  y: number,
  b0: number,
  b1: number,
  step = 2.6,
): void {
  const wide = step * 0.56
  const count = Math.max(2, Math.round((a1 - a0) / step))
  const gap = (a1 - a0 - wide) / (count - 1)
  b.block(thing, f, a0 - 0.25, a1 + 0.25, y - 0.5, y, b0 - 0.3, b0 + 0.5, { front: cap })
  for (let i = 0; i < count; i++) {
    const at = a0 + gap * i
    b.block(thing, f, at, at + wide, y, y + 1.35, b0 - 0.12, b0 + 0.55, { front: merlon, top: cap })
    b.block(thing, f, at - 0.1, at + wide + 0.1, y + 1.35, y + 1.6, b0 - 0.25, b0 + 0.65, { front: cap })
  }
  const side = Math.max(2, Math.round((b1 - b0) / step))
  for (let i = 1; i < side; i++) {
    const into = b0 + ((b1 - b0) / side) * i
    for (const a of [a0, a1 - 0.6])
      b.block(thing, f, a, a + 0.6, y, y + 1.35, into, into + wide, { front: merlon, top: cap })
  }
}

/** A long castle range between two chainages. */
function range(b: Builder, from: number, to: number, b0: number, storeys: 1 | 2, deep = 16): void {
  const thing = b.mesh.thing()
  const f = b.frame((from + to) / 2, 0)
  const half = (to - from) / 2
  const high = foot + (storeys === 2 ? 10.2 : 6)
  const wall = arches(4.6, half * 2, storeys)
  b.block(thing, f, -half, half, foot, high, b0, b0 + deep, {
    front: wall,
    back: plain,
    ends: arches(4.6, deep, storeys),
    top: roofGrey,
  })
  battlements(b, thing, f, -half, half, high, b0, b0 + deep)
}

/** A gate tower with corner turrets under small pointed roofs. */
function gateTower(b: Builder, at: number, b0: number, wide: number, high: number): void {
  const thing = b.mesh.thing()
  const f = b.frame(at, 0)
  const half = wide / 2
  const top = foot + high
  const wall = front({
    wall: grey,
    kind,
    bay: wide / 3,
    openings: [
      { sill: 0.1, high: 4.1, wide: 2, shape: 'pointed', door: inks.brick, every: 1 },
      { sill: 6.2, high: 2.5, wide: 1.5, shape: 'pointed' },
      { sill: 11, high: 2.3, wide: 1.3, shape: 'pointed' },
    ],
    bands: [
      [5, 0.36, band],
      [9.6, 0.36, band],
      [high - 2.3, 0.4, band],
    ],
    quoins: { ink: coping, wide: 0.9, length: wide },
  })
  b.block(thing, f, -half, half, foot, top, b0 - 2.5, b0 + wide - 2.5, { front: wall, top: roofGrey })
  battlements(b, thing, f, -half, half, top, b0 - 2.5, b0 + wide - 2.5, 2.3)
  const turret = solid(grey, plates.cool, 'brick')
  for (const a of [-half, half]) {
    for (const into of [b0 - 2.5, b0 + wide - 2.5]) {
      b.drum(thing, f, a, into, top - 4.4, top + 3.2, 1.15, 1.15, turret, 12)
      b.drum(thing, f, a, into, top + 3.2, top + 3.7, 1.4, 1.4, cap, 12)
      b.drum(thing, f, a, into, top + 3.7, top + 6.6, 1.5, 0, slate, 12)
    }
  }
}

function octagon(b: Builder, at: number, b0: number, high: number): void {
  const thing = b.mesh.thing()
  const f = b.frame(at, 0)
  const wall = front({
    wall: grey,
    kind,
    bay: 3.1,
    openings: [
      { sill: 1.6, high: 2.6, wide: 1.2, shape: 'pointed' },
      { sill: 6.4, high: 2.1, wide: 1.1, shape: 'pointed' },
    ],
    bands: [[5, 0.34, band]],
  })
  b.drum(thing, f, 0, b0, foot, foot + high, 4.2, 4.2, wall, 16, roofGrey)
  b.drum(thing, f, 0, b0, foot + high, foot + high + 0.5, 4.6, 4.6, cap, 16)
  for (let i = 0; i < 12; i++) {
    const turn = (i / 12) * 2 * Math.PI
    b.drum(
      thing,
      f,
      Math.cos(turn) * 4.2,
      b0 + Math.sin(turn) * 4.2,
      foot + high + 0.5,
      foot + high + 1.9,
      0.55,
      0.55,
      merlon,
      6,
      cap,
    )
  }
}

/** The works of 1883 with its battlements, and today's boardwalk in front of it. */
export function waterworks(b: Builder): void {
  b.mesh.belonging('yangshupu-shuichang', () => {
    const line = 16
    range(b, 1262, 1306, line + 1, 1)
    octagon(b, 1312, line + 3, 9.2)
    range(b, 1318, 1364, line, 1)
    gateTower(b, 1372, line, 15, 15.5)
    range(b, 1379.5, 1447, line, 2)
    gateTower(b, 1456, line, 17, 17.5)
    range(b, 1464.5, 1520, line + 2, 1)
    octagon(b, 1527, line + 4, 9.6)
    range(b, 1532, 1600, line, 2)
    gateTower(b, 1608, line, 14, 15)
    range(b, 1616, 1668, line + 1, 1)
    octagon(b, 1674, line + 3, 9)
    gateTower(b, 1704, line, 13, 14)
    range(b, 1680, 1698, line + 1, 1)
    const chimney = b.mesh.thing()
    const f = b.frame(1434, 0)
    b.drum(chimney, f, 0, line + 26, foot, foot + 33, 2.5, 1.75, brickRed, 20)
    b.drum(chimney, f, 0, line + 26, foot + 31.6, foot + 33.8, 2.0, 2.15, brickRed, 20)
    for (let i = 0; i < 3; i++) {
      const house = b.mesh.thing()
      const g = b.frame(1400 + i * 92, 0)
      const hall = front({
        wall: 0xa3543c,
        kind: 'brick',
        plate: plates.warm,
        bay: 4.4,
        openings: [{ sill: 6, high: 3, wide: 1.8, shape: 'round' }],
      })
      b.block(house, g, -22, 22, foot, foot + 10.5, line + 34, line + 56, { front: hall, top: slate })
      b.gable(house, g, -22, 22, foot + 10.5, line + 34, line + 56, 5.2, slate, hall, 'along')
    }
  })
  const green = b.chance(31)
  for (let c = 1290; c < 1660; c += 17) {
    const x = c + green() * 9
    const pick = trees[Math.floor(green() * trees.length)]!
    const share = green()
    if (b.in(1950) && share < 0.6)
      b.standing(pick, b.shore(x, foot, 36 + green() * 8), 0.6, share < 0.3, 1.1 + green() * 0.5)
  }
}

const deckTop = 3.5
const rust = solid(inks.rust, plates.warm, 'iron')
const rustDark = solid(0x8c3f27, plates.warm)
const planks = solid(0xa57a4d, plates.warm, 'planks')
const rail = lattice(
  0x5b3a2c,
  plates.warm,
  (u, v, thick) =>
    Math.abs(v - 1.08) < thick ||
    Math.abs(v - 0.6) < thick * 0.5 ||
    (u / 2.4 - Math.floor(u / 2.4)) * 2.4 < thick * 1.6,
  0.06,
  0.045,
)
const pipeLamp = cutout([
  stroke(0x2a2f30, 0.16, [0, 0, 0, 3.7, 0.2, 3.95, 1.2, 3.95, 1.4, 3.8]),
  stroke(0x2a2f30, 0.3, [0, 0, 0, 0.25]),
  stroke(0x2a2f30, 0.28, [0, 2.2, 0, 2.5]),
  disc(0xf0d79a, 1.42, 3.62, 0.2, 0.2, { plate: plates.light, lamp: true }),
  polygon(0x2a2f30, [1.15, 3.7, 1.7, 3.7, 1.55, 3.95, 1.28, 3.95]),
])

export const boardwalkFrom = 1232
export const boardwalkTo = 1768
/** The walk's edges, metres inland. */
const [out, back] = [-13.5, -7]
const gateTowers = [1372, 1456, 1608, 1704]

/** The walk of 2017, hung over the water on piles past the working plant. */
export function boardwalk(b: Builder): void {
  b.mesh.belonging('shuichang-zhanqiao', () => walk(b))
  walkers(b)
}

function walk(b: Builder): void {
  const thing = b.mesh.thing(0.8)
  const rails = b.mesh.thing(0)
  const piles = b.mesh.thing(0.8)
  for (let c = boardwalkFrom; c < boardwalkTo; c += 8) {
    const d = Math.min(boardwalkTo, c + 8)
    const edge = (y0: number, y1: number, inland: number, material: Material, u = c + 3000) =>
      b.mesh.quad(
        thing,
        material,
        b.shore(c, y0, inland),
        b.shore(d, y0, inland),
        b.shore(d, y1, inland),
        b.shore(c, y1, inland),
        u,
        y0,
      )
    edge(deckTop - 0.62, deckTop, out, rust)
    edge(deckTop - 0.5, deckTop, back, rustDark)
    b.mesh.quad(
      thing,
      planks,
      b.shore(c, deckTop, out),
      b.shore(d, deckTop, out),
      b.shore(d, deckTop, back),
      b.shore(c, deckTop, back),
      c + 3000,
      0,
    )
    b.mesh.quad(
      thing,
      rustDark,
      b.shore(c, deckTop - 0.6, out),
      b.shore(d, deckTop - 0.6, out),
      b.shore(d, deckTop - 0.6, back),
      b.shore(c, deckTop - 0.6, back),
    )
    for (const inland of [out + 0.15, back - 0.15]) {
      b.mesh.quad(
        rails,
        rail,
        b.shore(c, deckTop, inland),
        b.shore(d, deckTop, inland),
        b.shore(d, deckTop + 1.2, inland),
        b.shore(c, deckTop + 1.2, inland),
        c + 3000,
        0,
        d - c,
        1.2,
      )
    }
    for (const [k, inland] of [out + 0.7, back - 0.7].entries()) {
      const at = c + 2 + k * 2.6
      b.beam(piles, b.shore(at, -1, inland), b.shore(at, deckTop - 0.5, inland), 0.5, rustDark)
    }
  }
}

function walkers(b: Builder): void {
  const chance = b.chance(33)
  const cast = figures.filter((g) => b.in(g.from, g.until))
  for (let c = boardwalkFrom + 4; c < boardwalkTo; c += 8) {
    const x = c + chance() * 6
    const inland = out + 1.5 + chance() * 4
    const pick = cast[Math.floor(chance() * cast.length)]!
    const share = chance()
    if (share < 0.85 && b.distance(b.shore(x, 4, inland)) < 420)
      b.standing(pick.cutout, b.shore(x, deckTop, inland), 0.5, share < 0.3)
  }
  for (let c = boardwalkFrom + 10; c < boardwalkTo; c += 26)
    if (!gateTowers.some((at) => Math.abs(at - c) < 13)) b.standing(pipeLamp, b.shore(c, deckTop, back - 0.5), 0.4)
}

const timber = solid(0x86623c, plates.warm, 'planks')
const pileInk = solid(0x4a3524, plates.warm, 'planks')

/** A jetty on timber piles, of the kind the works had; its place is not documented. */
export function timberJetty(b: Builder, at: number, wide: number, out: number): void {
  const thing = b.mesh.thing()
  const f = b.frame(at, 0)
  b.block(thing, f, -wide / 2, wide / 2, 2.8, 3.3, -out, 0, { front: timber })
  for (let a = -wide / 2 + 0.4; a <= wide / 2; a += wide / 6) {
    for (let into = -out + 0.3; into < 0; into += out / 4) {
      b.beam(thing, f(a, -1, into), f(a, 3.7, into), 0.42, pileInk)
    }
  }
  for (let into = -out + 0.3; into < 0; into += out / 2)
    b.beam(thing, f(-wide / 2, 0.6, into), f(wide / 2, 2.7, into), 0.25, pileInk)
}

const coal: Ink = 0x2b2a2a
/** Coal in a heap, bales and cases along the old quay. */
export function quayCargo(b: Builder, from: number, to: number, seed: number): void {
  const chance = b.chance(seed)
  const black = solid(coal, plates.dark)
  const bale = solid(0xb18a55, plates.warm, 'planks')
  for (let c = from; c < to; c += 16) {
    const kindOf = chance()
    const f = b.frame(c + chance() * 8, 0)
    const thing = b.mesh.thing(0.8)
    if (kindOf < 0.3) b.drum(thing, f, 0, 9, heights.quay, heights.quay + 2.6, 5, 0, black, 9)
    else if (kindOf < 0.75) {
      for (let i = 0; i < 4; i++) {
        const x = i * 1.5
        b.block(thing, f, x, x + 1.3, heights.quay, heights.quay + 1 + (i & 1), 5, 6.4, { front: bale })
      }
    }
  }
}
