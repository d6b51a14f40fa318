import type { Builder } from '../builder.ts'
import { cutout, polygon, stroke } from '../cutout.ts'
import { inks } from '../ink.ts'
import { lattice, type Material, octave, plates, solid } from '../material.ts'
import { noise } from '../noise.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'
import { forecourt } from './forecourt.ts'
import { type Hull, hull, type ShipFrame } from './hulls.ts'
import { figures, lingering } from './people.ts'
import { shrubs, trees } from './trees.ts'
import { quayCargo, timberJetty } from './waterworks.ts'

const quay = heights.quay
const foot = heights.land
const steel = solid(0x5f6d6c, plates.cool, 'iron')
const pale = solid(0xb7b3a5, plates.cool)
const dark = solid(0x35373a, plates.dark)
const timber = solid(0xa57a4d, plates.warm, 'planks')
const rail = lattice(
  0x4d5a58,
  plates.cool,
  (u, v, thick) =>
    Math.abs(v - 1.08) < thick || Math.abs(v - 0.5) < thick * 0.5 || (u / 2 - Math.floor(u / 2)) * 2 < thick * 1.6,
  0.06,
  0.045,
)

/** Stretches of the quay between the stops, planted on a low bank. */
const between: readonly (readonly [from: number, to: number])[] = [
  [-700, -290],
  [66, 318],
  [770, 984],
  [1722, 1772],
]

/** The platforms kept from the old loading jetties. */
const platforms = [252, 884] as const

/** What makes the quay between the stops alive: banks in leaf, old jetties as platforms, pontoons, kites; before 1955 jetties, lighters and junks. */
export function promenadeLife(b: Builder): void {
  if (b.in(2017)) {
    for (const [i, [from, to]] of between.entries()) {
      bank(b, from, to)
      forecourt(b, from, to, 31.5, 40, 90 + i)
      grove(b, from, to, 95 + i)
      fenders(b, from, to)
    }
    for (const at of platforms) platform(b, at)
    for (const at of [196, 942]) pontoon(b, at)
    for (const [at, up, ink] of [
      [284, 30, inks.red],
      [858, 34, inks.brass],
      [1748, 28, inks.rust],
    ] as const)
      kite(b, at, up, ink)
  } else if (b.in(1860, 1955)) workingQuayLife(b)
}

/** Jetties, lighters and sampans of the old quay, of the kind and not documented one by one. */
function workingQuayLife(b: Builder): void {
  for (const [i, at] of platforms.entries()) {
    timberJetty(b, at, 26, 11)
    b.standing(crafts.junk.cutout, b.shore(at + 22, 0, -12), 1, i === 0)
  }
  for (const at of [742, 1046, 1160]) timberJetty(b, at, 20, 9)
  for (const [i, at] of [648, 690, 1020, 1080, 1186, 312].entries()) lighter(b, at, 6 + (i % 2) * 1.5, i)
  quayCargo(b, 640, 756, 44)
  quayCargo(b, 1000, 1240, 45)
  const chance = b.chance(29)
  for (const at of [-24, 8, 22, 46, 118, 384, 456, 604, 722, 1066, 1140])
    b.standing(crafts.sampan.cutout, b.shore(at, 0, -12 - chance() * 7), 0.9, chance() < 0.5)
}

/** A cargo lighter moored along the quay, loaded with bales under mats. */
function lighter(b: Builder, at: number, off: number, seed: number): void {
  const thing = b.mesh.thing(0.8)
  const g = b.frame(at, -off)
  const long = 24
  const f: ShipFrame = (ahead, up, aside) => g(ahead - long / 2, up, aside)
  const body: Hull = { long, beam: 5.6, deck: 1.9, sheer: 1.1, keel: -0.5, waterline: 0.4, counter: 0 }
  const tarred = solid(0x3a3029, plates.dark, 'planks')
  hull(b, thing, f, body, { bottom: tarred, side: tarred, deck: timber }, 12)
  const cloth = [solid(0xb18a55, plates.warm, 'planks'), solid(0x8c6a42, plates.warm, 'planks')]
  for (let k = 0; k < 4; k++) {
    const a = 4 + k * 3.8
    const high = 2.2 + ((k * 7 + seed * 3) % 5) * 0.28
    b.block(thing, f, a, a + 3.4, 1.2, high, -1.9, 1.9, { front: cloth[(k + seed) % 2]! })
  }
  b.gable(thing, f, 1, 4.2, 2.2, -1.7, 1.7, 0.9, cloth[1]!, cloth[1]!, 'along', 0.2)
  b.beam(thing, f(12, 1.4, 0), f(11.8, 9.5, 0), 0.24, tarred)
  b.ribbon(thing, f(11.8, 9.3, 0), f(23, 2.6, 0), 0.06, dark, 0.04)
}

/** Grass with a few drifts of flowers; v runs up the slope. */
const slope: Material = {
  plate: plates.cool,
  ink(spot) {
    const patch = noise(spot.u * 0.06, spot.v * 0.5, 8)
    if (spot.plain) return 0x64804f
    if (patch > 0.66) {
      const size = octave(0.5, spot.perDegree, 0.09)
      const pick = noise(Math.floor(spot.u / size) * 7.3, Math.floor(spot.v / size) * 3.1, 5)
      if (pick > 0.56) {
        spot.plate = plates.warm
        return noise(spot.u * 0.03, 1, 3) > 0.5 ? 0xc9683f : 0xd8a648
      }
    }
    return patch > 0.5 ? 0x6f8d55 : patch > 0.34 ? 0x5c7a4c : 0x4f6b45
  },
}

/** The flood wall under its planting, 20 to 30 m back from the edge: a bank of uneven height. */
function bank(b: Builder, from: number, to: number): void {
  const thing = b.mesh.thing(0.5)
  const high = (c: number) =>
    foot + 0.5 + 1.9 * noise(c * 0.021, 4, 6) * Math.min(1, Math.max(0, (c - from) / 14), Math.max(0, (to - c) / 14))
  for (let c = from; c < to; c += 9) {
    const d = Math.min(to, c + 9)
    const [p, q] = [high(c), high(d)]
    b.mesh.quad(
      thing,
      slope,
      b.shore(c, foot, 34),
      b.shore(d, foot, 34),
      b.shore(d, q, 40),
      b.shore(c, p, 40),
      c + 3000,
      0,
    )
    b.mesh.quad(
      thing,
      slope,
      b.shore(c, p, 40),
      b.shore(d, q, 40),
      b.shore(d, foot, 56),
      b.shore(c, foot, 56),
      c + 3000,
      6,
    )
  }
}

/** Trees in clumps behind the bank, with sky between the clumps. */
function grove(b: Builder, from: number, to: number, seed: number): void {
  const chance = b.chance(seed)
  for (let c = from; c < to; c += 4.6) {
    const x = c + chance() * 4
    const inland = 42 + chance() * 24
    const pick = chance()
    const at = b.shore(x, foot, inland)
    const clump = noise(x * 0.03, 9, seed) > 0.5
    if (!clump || b.distance(at) > 1100) continue
    if (pick < 0.4) b.standing(shrubs[Math.floor(pick * 12.5)]!, at, 0.5, chance() < 0.5, 0.9 + chance() * 0.4)
    else b.standing(trees[Math.floor(chance() * trees.length)]!, at, 0.5, chance() < 0.5, 0.8 + chance() * 0.5)
  }
}

/** Timbers on the quay wall against which barges lay. */
function fenders(b: Builder, from: number, to: number): void {
  const thing = b.mesh.thing(0.5)
  const wood = solid(0x4f453a, plates.dark)
  for (let c = Math.max(from, -320); c < to; c += 7.5)
    if (noise(c * 0.02, 2, 2) > 0.42) b.beam(thing, b.shore(c, -0.4, -0.3), b.shore(c, quay - 0.3, -0.3), 0.44, wood)
}

/** An old loading jetty on concrete legs, now a place to stand over the water: planks, rails, a parasol, a tree in a tub. */
function platform(b: Builder, at: number): void {
  const thing = b.mesh.thing(0.8)
  const rails = b.mesh.thing(0)
  const f = b.frame(at, 0)
  const [half, out] = [21, -9.5]
  b.block(thing, f, -half, half, quay - 0.75, quay + 0.04, out, 0.4, { front: pale, top: timber })
  for (let a = -half + 1.5; a < half; a += 6)
    for (const into of [out + 0.9, out + 5]) b.beam(thing, f(a, -1, into), f(a, quay - 0.75, into), 0.7, pale)
  for (let a = -half + 4.5; a < half; a += 12)
    b.beam(thing, f(a, 0.2, out + 1), f(a + 4, quay - 0.8, out + 1), 0.4, pale)
  const edge = (a0: number, z0: number, a1: number, z1: number) =>
    b.mesh.quad(
      rails,
      rail,
      f(a0, quay, z0),
      f(a1, quay, z1),
      f(a1, quay + 1.2, z1),
      f(a0, quay + 1.2, z0),
      0,
      0,
      Math.hypot(a1 - a0, z1 - z0),
      1.2,
    )
  edge(-half, out + 0.2, half, out + 0.2)
  edge(-half, out + 0.2, -half, 0.4)
  edge(half, out + 0.2, half, 0.4)
  const chance = b.chance(Math.round(at))
  const cast = [...figures, ...lingering].filter((g) => b.in(g.from, g.until))
  for (let a = -half + 2; a < half - 2; a += 3.6) {
    const pick = cast[Math.floor(chance() * cast.length)]!
    const there = f(a + chance() * 2, quay, out + 1 + chance() * 6)
    if (b.distance(there) < 420 && chance() < 0.8) b.standing(pick.cutout, there, 0.5, chance() < 0.5)
  }
  for (const a of [-14, -5, 13]) b.standing(parasol, f(a, quay, out + 3), 0.5, a > 0)
}

const parasol = cutout([
  stroke(0x3a4448, 0.08, [0, 0, 0, 2.6]),
  polygon(0xb4502e, [-1.7, 2.2, -1, 2.66, 0, 2.9, 1, 2.66, 1.7, 2.2], { plate: plates.warm }),
  polygon(0xf0dfc0, [-0.56, 2.2, -0.34, 2.66, 0, 2.9, 0.34, 2.66, 0.56, 2.2], { plate: plates.warm }),
  polygon(0x8a6038, [-0.5, 0.7, 0.5, 0.7, 0.5, 0.8, -0.5, 0.8], { plate: plates.warm }),
])

/** A working pontoon with its gangway, fenders of tyres and a small boat. */
function pontoon(b: Builder, at: number): void {
  const thing = b.mesh.thing(0.8)
  const f = b.frame(at, -8)
  const hullSide = solid(0x3f5058, plates.cool, 'iron')
  b.block(thing, f, -16, 16, -0.4, 1.1, -7, 0, { front: hullSide, top: solid(0x9a9a8e, plates.cool) })
  b.block(thing, f, -10, -3, 1.1, 3.8, -5.6, -1.4, {
    front: solid(0xd8d4c6, plates.cool),
    top: solid(0xa4532f, plates.warm),
  })
  b.block(thing, f, -8.8, -4.2, 2.1, 3.1, -5.66, -5.6, { front: solid(0x35505a, plates.dark) })
  b.block(thing, f, -10.5, -2.5, 3.8, 4.1, -6.1, -0.9, { front: solid(0xa4532f, plates.warm) })
  b.beam(thing, f(6, 1.2, 0), f(6, quay + 0.1, 8), 1.8, steel, 0.3)
  for (const a of [5.1, 6.9]) b.beam(thing, f(a, 2.2, 0), f(a, quay + 1.1, 8), 0.1, dark)
  for (let a = -14; a <= 14; a += 4) b.drum(thing, f, a, -7.2, 0.2, 1, 0.55, 0.55, dark, 8)
  for (const a of [-17, 17]) b.beam(thing, f(a, -1, -3.5), f(a, 4.4, -3.5), 0.8, solid(0xa4532f, plates.warm))
  b.standing(crafts.launch.cutout, f(4, 0, -9.6), 1, at > 500)
}

/** A kite and its line, held from the bank. */
function kite(b: Builder, at: number, up: number, ink: number): void {
  const thing = b.mesh.thing(0)
  const place = b.shore(at + 16, up, 34)
  b.ribbon(thing, b.shore(at, quay + 1.4, 26), place, 0.03, dark, 0.02)
  b.standing(
    cutout([
      stroke(0xc79a4b, 0.12, [0, -1.4, -0.7, -2.6, 0.1, -3.4, -0.6, -4.6], { plate: plates.warm }),
      polygon(ink, [0, -1.5, 1.05, 0.3, 0, 1.2, -1.05, 0.3], { plate: plates.warm }),
      polygon(inks.paper, [0, -1.5, 0.2, 0.3, 0, 1.2, -0.2, 0.3], { plate: plates.warm }),
    ]),
    place,
    0.4,
  )
}
