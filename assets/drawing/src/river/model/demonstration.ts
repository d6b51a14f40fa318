import type { Builder } from '../builder.ts'
import { cutout, disc, polygon, stroke } from '../cutout.ts'
import { inks } from '../ink.ts'
import { front, lattice, type Material, octave, plates, ribbed, solid } from '../material.ts'
import { noise } from '../noise.ts'
import { heights } from '../shore.ts'
import { emptyBench, figures, lingering } from './people.ts'
import { reedBed } from './reed-bed.ts'
import { shed } from './sheds.ts'
import { shrubs } from './trees.ts'

/** The part of the section above the old fish market, as chainages; the old cargo wharf ran before it. */
export const sectionFrom = 1776
export const sectionTo = 2004

const quay = heights.quay
const upper = quay + 1.7
const steel = solid(0x9aa5a0, plates.cool, 'plain', { flat: true })
const steelDark = solid(0x5f6d6c, plates.cool, 'iron')
const rust = solid(0xa4532f, plates.warm, 'iron')
const timber = solid(0xb77b45, plates.warm, 'planks')
/** The low edges that run with the bank take no stripes where the sun grazes it. */
const concrete = solid(0xc2bcac, plates.cool, 'stone', { flat: true })
const pale = solid(0xc4bfb0, plates.cool, 'plain', { flat: true })
const leaf = solid(0x7f9a62, plates.cool)
const rail = lattice(
  0x4d5a58,
  plates.cool,
  (u, v, thick) =>
    Math.abs(v - 1.08) < thick || Math.abs(v - 0.5) < thick * 0.5 || (u / 2 - Math.floor(u / 2)) * 2 < thick * 1.6,
  0.06,
  0.045,
)

/** Slabs of the old wharf, with the two rails of its cranes left in them. */
const deckTop: Material = {
  plate: plates.cool,
  ink(spot) {
    const line = Math.max(0.16, 0.05 * spot.perDegree)
    if (Math.abs(spot.v - 1.6) < line || Math.abs(spot.v - 4.2) < line) return 0x54504a
    const slab = octave(3, spot.perDegree, 0.3)
    if ((spot.u / slab) % 1 < 0.04) return 0x7e8078
    return noise(spot.u * 0.06, spot.v * 0.2, 4) > 0.55 ? 0xa6a294 : 0x9a978b
  },
}

const pipeLamp = cutout([
  stroke(0x7a4a33, 0.17, [0, 0, 0, 3.3, 0.18, 3.55, 1, 3.55, 1.2, 3.36]),
  stroke(0x7a4a33, 0.32, [0, 0, 0, 0.24]),
  stroke(0x7a4a33, 0.3, [0, 1.6, 0, 1.86]),
  polygon(0x7a4a33, [0.98, 3.3, 1.5, 3.3, 1.36, 3.52, 1.08, 3.52]),
  disc(0xf0d79a, 1.24, 3.22, 0.2, 0.16, { plate: plates.light, lamp: true }),
])

const beds = [reedBed(1), reedBed(2), reedBed(3)]

/** The first 550 m given to the public in 2016: the old wharf as a walk, a terrace above it, a reed hollow with a light bridge, a roof of pipes. */
export function demonstration(b: Builder): void {
  if (b.in(2016)) {
    b.mesh.belonging('binjiang-shifanduan', () => {
      wharfDeck(b, deckTop, concrete)
      terrace(b, 1792, 1880)
      terrace(b, 1954, sectionTo)
      footbridge(b, 1872, 1962)
      pipeRoof(b, 1958, 1998)
      pavilion(b)
      bitts(b)
    })
    planting(b)
    life(b)
  } else if (b.in(1900, 1990))
    b.mesh.belonging('binjiang-shifanduan', () => {
      wharfDeck(b, solid(0x8a6a48, plates.warm, 'planks'), solid(0x6e5336, plates.warm, 'planks'))
      cargoWharf(b)
    })
}

/** The wharf on its piles, five metres out over the water. */
function wharfDeck(b: Builder, top: Material, edge: Material): void {
  const thing = b.mesh.thing(0.8)
  const rails = b.mesh.thing(0)
  const piles = b.mesh.thing(0.45)
  const out = -5.4
  const now = b.in(2016)
  const pile = now ? solid(0x9d978a, plates.cool) : solid(0x4a3524, plates.warm, 'planks')
  for (let c = sectionFrom; c < sectionTo; c += 9.5) {
    const d = Math.min(sectionTo, c + 9.5)
    const strip = (m: Material, y0: number, z0: number, y1: number, z1: number) =>
      b.mesh.quad(
        thing,
        m,
        b.shore(c, y0, z0),
        b.shore(d, y0, z0),
        b.shore(d, y1, z1),
        b.shore(c, y1, z1),
        c,
        z0 === z1 ? y0 : 0,
      )
    strip(edge, quay - 0.9, out, quay + 0.02, out)
    strip(top, quay + 0.02, out, quay + 0.02, 0.6)
    strip(solid(0x4c4a44, plates.dark), quay - 0.9, out, quay - 0.9, 0)
    if (now)
      b.mesh.quad(
        rails,
        rail,
        b.shore(c, quay, out + 0.3),
        b.shore(d, quay, out + 0.3),
        b.shore(d, quay + 1.2, out + 0.3),
        b.shore(c, quay + 1.2, out + 0.3),
        c,
        0,
        d - c,
        1.2,
      )
    for (const x of now ? [c + 3] : [c + 1, c + 5.7]) {
      b.beam(piles, b.shore(x, -1, out + 0.8), b.shore(x, quay - 0.9, out + 0.8), 0.62, pile)
      b.beam(piles, b.shore(x + 1.4, -1, out + 3.4), b.shore(x + 1.4, quay - 0.9, out + 3.4), 0.6, pile)
      if (!now) b.beam(piles, b.shore(x + 3, 0.2, out - 0.1), b.shore(x + 3, quay - 0.1, out - 0.1), 0.42, pile)
    }
  }
}

/** The upper walk: a planted wall, wide steps, a rail. */
function terrace(b: Builder, from: number, to: number): void {
  const thing = b.mesh.thing()
  const rails = b.mesh.thing(0)
  const f = b.frame((from + to) / 2, 16)
  const half = (to - from) / 2
  const face: Material = {
    flat: true,
    ...front({
      wall: 0xb3aea0,
      kind: 'stone',
      bay: 6,
      openings: [],
      bands: [[1.45, 0.25, 0xd6d0c0]],
    }),
  }
  b.block(thing, f, -half, half, quay, upper, 0, 22, { front: face, top: solid(0x9fa096, plates.cool) })
  b.block(thing, f, -half, half, quay, quay + 0.55, -1.5, 0, { front: pale, top: leaf })
  const steps = half * 0.3
  for (let k = 0; k < 5; k++)
    b.block(thing, f, steps - 7, steps + 7, quay, upper - k * 0.34, -3.4 + (4 - k) * 0.68, 0.4, { front: pale })
  for (const [a0, a1] of [
    [-half, steps - 7],
    [steps + 7, half],
  ] as const)
    b.mesh.quad(
      rails,
      rail,
      f(a0, upper, 0.4),
      f(a1, upper, 0.4),
      f(a1, upper + 1.2, 0.4),
      f(a0, upper + 1.2, 0.4),
      0,
      0,
      a1 - a0,
      1.2,
    )
}

const truss = lattice(
  0x86918d,
  plates.cool,
  (u, v, thick) => {
    const x = u / 2.4 - Math.floor(u / 2.4)
    return v < thick * 2 || v > 1.25 - thick * 2 || Math.abs(x - v / 1.25) < thick * 0.45 || x < thick * 0.4
  },
  0.1,
  0.05,
)

/** Height of the footbridge's deck over its length. */
const bridgeTop = (t: number) => upper + 0.15 + 2.2 * Math.sin(t * Math.PI)

/** A light steel bridge from terrace to terrace over the reeds, bowed towards the river, on pairs of leaning posts. */
function footbridge(b: Builder, from: number, to: number): void {
  const thing = b.mesh.thing()
  const web = b.mesh.thing(0)
  const pieces = 12
  const at = (i: number, y: number, side: number) => {
    const t = i / pieces
    const c = from + (to - from) * t
    return b.shore(c, bridgeTop(t) + y, 17.4 - 7.6 * Math.sin(t * Math.PI) + side)
  }
  for (let i = 0; i < pieces; i++) {
    for (const side of [0, 2.8]) {
      b.mesh.quad(
        thing,
        steel,
        at(i, -0.8, side),
        at(i + 1, -0.8, side),
        at(i + 1, 0, side),
        at(i, 0, side),
        i * 7.6,
        0,
      )
      b.mesh.quad(
        web,
        truss,
        at(i, 0, side),
        at(i + 1, 0, side),
        at(i + 1, 1.25, side),
        at(i, 1.25, side),
        i * 7.6,
        0,
        7.6,
        1.25,
      )
      b.beam(thing, at(i, 1.25, side), at(i + 1, 1.25, side), 0.16, rust)
    }
    b.mesh.quad(thing, timber, at(i, 0, 0), at(i + 1, 0, 0), at(i + 1, 0, 2.8), at(i, 0, 2.8), i * 7.6, 0)
    b.mesh.quad(thing, steelDark, at(i, -0.55, 0), at(i + 1, -0.55, 0), at(i + 1, -0.55, 2.8), at(i, -0.55, 2.8))
    if (i % 3 === 0 && i > 0) {
      const c = from + ((to - from) * i) / pieces
      const inland = 17.4 - 7.6 * Math.sin((i / pieces) * Math.PI) + 1.4
      for (const lean of [-2.6, 2.6])
        b.beam(
          thing,
          b.shore(c, quay - 0.2, inland),
          b.shore(c + lean, bridgeTop(i / pieces) - 0.6, inland),
          0.34,
          rust,
        )
    }
  }
}

/** Portals of bent pipe with a slatted roof: the pipes that once carried water and steam made into a shelter. */
function pipeRoof(b: Builder, from: number, to: number): void {
  const thing = b.mesh.thing(0.5)
  for (let c = from; c <= to; c += 5) {
    const f = b.frame(c, 20)
    const high = upper + 4.3
    b.beam(thing, f(0, upper, 0), f(0, high, 0), 0.34, rust)
    b.beam(thing, f(0, upper, 5.4), f(0, high - 0.5, 5.4), 0.34, rust)
    b.beam(thing, f(0, high, -2.4), f(0, high - 0.55, 6), 0.34, rust)
    b.drum(thing, f, 0, 0, upper + 1.4, upper + 1.7, 0.32, 0.32, rust, 8)
    if (c === to) continue
    for (let k = 0; k < 4; k++) {
      const z = -2 + k * 2.2
      const y = high + 0.26 - ((z + 2.4) / 8.4) * 0.55
      b.beam(thing, f(0, y, z), f(5, y, z), 1.5, timber, 0.12)
    }
    b.beam(thing, f(0, high - 0.6, 0), f(5, high - 0.6, 0), 0.24, steel)
  }
  for (let c = from + 2; c < to; c += 10) {
    const f = b.frame(c, 24)
    b.block(thing, f, 0, 3.4, upper, upper + 0.5, 0, 0.6, { front: timber })
  }
}

/** The section's own station: glass under a timber roof that reaches out. */
function pavilion(b: Builder): void {
  const thing = b.mesh.thing()
  const f = b.frame(1836, 24)
  const glass = front({
    wall: 0x8fa0a0,
    kind: 'plain',
    bay: 2.2,
    glass: 0x4a6a70,
    surround: 0x5f6d6c,
    openings: [{ sill: 0.25, high: 3, wide: 1.9, shape: 'flat' }],
  })
  b.block(thing, f, -11, 11, upper, upper + 3.6, 0, 8, { front: glass })
  b.block(thing, f, -13, 13, upper + 3.6, upper + 4.3, -3, 9.4, {
    front: timber,
    top: ribbed(0x8d8f86, plates.cool, 0.8),
  })
  for (const a of [-12, -4, 4, 12]) b.beam(thing, f(a, upper, -2.4), f(a, upper + 3.6, -2.4), 0.24, rust)
  b.block(thing, f, 11.4, 15, upper, upper + 2.6, 1, 5, { front: timber, top: leaf })
}

/** Pairs of mooring bitts, kept and painted, that serve as seats. */
function bitts(b: Builder): void {
  const iron = solid(0x9a4528, plates.warm)
  for (let c = sectionFrom + 6; c < sectionTo; c += 22) {
    const thing = b.mesh.thing(0.7)
    const f = b.frame(c, -3.9)
    b.block(thing, f, -1.1, 1.1, quay, quay + 0.16, -0.45, 0.45, { front: solid(0x54504a, plates.dark) })
    for (const a of [-0.6, 0.6]) {
      b.drum(thing, f, a, 0, quay + 0.16, quay + 0.66, 0.34, 0.28, iron, 10)
      b.drum(thing, f, a, 0, quay + 0.66, quay + 0.86, 0.44, 0.42, iron, 10, iron)
    }
  }
}

function planting(b: Builder): void {
  const chance = b.chance(85)
  const thing = b.mesh.thing(0.3)
  for (const [i, [inland, low, high]] of (
    [
      [4.6, 0, 1.7],
      [13.4, 0, 2.4],
      [16.2, 0.3, 2.8],
      [19.4, 0.7, 3.1],
    ] as const
  ).entries())
    for (let c = 1880; c < 1954; c += 12.4) {
      const d = Math.min(1954, c + 12.4)
      b.mesh.quad(
        thing,
        beds[i % 3]!,
        b.shore(c, quay + low, inland),
        b.shore(d, quay + low, inland),
        b.shore(d, quay + high, inland),
        b.shore(c, quay + high, inland),
        c,
        0,
        d - c,
        2.4,
      )
    }
  for (const [from, to] of [
    [1792, 1880],
    [1954, sectionTo],
  ] as const)
    for (let c = from; c < to; c += 5.4) {
      const pick = shrubs[Math.floor(chance() * shrubs.length)]!
      if (chance() < 0.7) b.standing(pick, b.shore(c, quay + 0.5, 15.3), 0.4, chance() < 0.5, 0.34 + chance() * 0.1)
    }
  for (let c = sectionFrom + 14; c < sectionTo; c += 24)
    b.standing(pipeLamp, b.shore(c, quay, 1.2), 0.4, chance() < 0.5)
}

/** Those who stroll, run and ride on the lower walk, and those who stay above it. */
function life(b: Builder): void {
  const chance = b.chance(86)
  const passing = figures.filter((g) => b.in(g.from, g.until))
  const staying = lingering.filter((g) => b.in(g.from, g.until))
  const near = (c: number) => b.distance(b.shore(c, quay, 4)) < 420
  for (let c = sectionFrom; c < sectionTo; c += 5) {
    const x = c + chance() * 4
    const inland = -4.6 + chance() * 14
    const crowd = chance() < 0.36 ? staying : passing
    const pick = crowd[Math.floor(chance() * crowd.length)]!
    const share = chance()
    if (share < 0.72 && near(x)) b.standing(pick.cutout, b.shore(x, quay, inland), 0.5, share < 0.36)
  }
  for (let c = sectionFrom + 10; c < sectionTo; c += 17)
    if (near(c)) b.standing(emptyBench, b.shore(c, quay, -2.2), 0.5, chance() < 0.5)
  for (let c = 1796; c < sectionTo; c += 7) {
    const above = c < 1876 || c > 1958
    const pick = staying[Math.floor(chance() * staying.length)]!
    const share = chance()
    if (above && share < 0.6 && near(c))
      b.standing(pick.cutout, b.shore(c, upper, 16.8 + chance() * 3), 0.5, share < 0.3)
  }
  for (let i = 2; i < 11; i += 2) {
    const t = i / 12
    const pick = passing[Math.floor(chance() * passing.length)]!
    const at = b.shore(1872 + 90 * t, bridgeTop(t), 18.6 - 7.6 * Math.sin(t * Math.PI))
    b.standing(pick.cutout, at, 0.5, chance() < 0.5)
  }
}

/** Godowns, derricks and heaps of the cargo wharf that lay here; of the kind, not documented. */
function cargoWharf(b: Builder): void {
  for (const [i, at] of [1796, 1846, 1896].entries())
    shed(b, {
      at,
      inland: 24,
      long: 44,
      deep: 34,
      storeys: i === 1 ? 1 : 2,
      wall: i === 1 ? 0x7c6a58 : i === 0 ? 0x94553d : 0x9a6a4c,
      roof: i === 1 ? 'gable' : 'gables',
      storey: i === 1 ? 6.6 : 4.6,
      bay: 4.4,
      round: i === 2,
      wideWindow: 1.6,
    })
  const wood = solid(0x5d4636, plates.warm, 'planks')
  const bale = solid(0xb18a55, plates.warm, 'planks')
  const line = solid(0x2c221c, plates.dark)
  const chance = b.chance(87)
  for (let c = sectionFrom + 8; c < sectionTo; c += 18) {
    const f = b.frame(c + chance() * 6, 0)
    const thing = b.mesh.thing(0.8)
    const pick = chance()
    if (pick < 0.3) {
      b.beam(thing, f(0, quay, 0), f(0, quay + 11, 0), 0.4, wood)
      b.beam(thing, f(0, quay + 1, 0), f(3, quay + 9.4, -6.4), 0.3, wood)
      b.ribbon(thing, f(0, quay + 11, 0), f(3, quay + 9.4, -6.4), 0.08, line, 0.045)
      b.ribbon(thing, f(3, quay + 9.4, -6.4), f(3, quay + 3, -6.4), 0.08, line, 0.045)
      b.block(thing, f, 2.3, 3.7, quay + 1.8, quay + 3, -7.1, -5.7, { front: bale })
    } else if (pick < 0.8)
      for (let i = 0; i < 6; i++)
        b.block(
          thing,
          f,
          (i % 3) * 1.5,
          (i % 3) * 1.5 + 1.3,
          quay + (i > 2 ? 1 : 0),
          quay + (i > 2 ? 1.9 : 0.96),
          2,
          3.3,
          {
            front: i % 2 ? bale : solid(inks.brass, plates.warm, 'planks'),
          },
        )
  }
}
