import type { Builder } from '../builder.ts'
import { inks } from '../ink.ts'
import { lattice, plates, solid, tideStone } from '../material.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'
import { lingering } from './people.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { reeds, shrubs } from './trees.ts'
import { quayCargo, timberJetty } from './waterworks.ts'
import { portalCrane } from './wharf.ts'

const y = heights.quay

/** Where Yangshupu Creek meets the river, as chainages of its edges; the place is right to about 100 m. */
export const creek = { from: 2262, to: 2286 } as const

const wall = tideStone(0x918d82)
const oldWall = tideStone(0x9a8b73)
const shade = solid(0x18262b, plates.dark, 'plain', { flat: true })
const railing = lattice(
  0x4b3a33,
  plates.dark,
  (u, v, thick) => Math.abs(v - 1.05) < thick || (u / 1.2 - Math.floor(u / 1.2)) * 1.2 < thick,
  0.06,
  0.03,
)

/** The creek's mouth between its walls, the road over it and the footbridge of its age. */
export function creekMouth(b: Builder): void {
  const now = b.in(1990)
  const stone = now ? wall : oldWall
  const f = b.frame((creek.from + creek.to) / 2, 0)
  const half = (creek.to - creek.from) / 2
  const thing = b.mesh.thing(0.8)
  for (const a of [-half, half])
    b.mesh.quad(thing, stone, f(a, -0.6, -0.2), f(a, -0.6, 31), f(a, y + 0.3, 31), f(a, y + 0.3, -0.2), 0, -0.6)
  b.mesh.quad(thing, shade, f(-half, -0.6, 30), f(half, -0.6, 30), f(half, y, 30), f(-half, y, 30))
  const road = solid(now ? 0xb0aca0 : 0xa08c6a, plates.cool, 'stone')
  b.block(thing, f, -half - 2, half + 2, y - 0.9, y + 0.5, 23, 31, { front: road })
  b.block(thing, f, -1, 1, -0.6, y - 0.9, 23.4, 30, { front: road })
  const foot = b.mesh.thing(0.8)
  const rails = b.mesh.thing(0)
  const steps = 8
  const rise = (t: number) => y + (now ? 1.5 : 0.5) * Math.sin(Math.PI * t)
  const deck = now ? solid(inks.rust, plates.warm) : solid(0x86623c, plates.warm, 'planks')
  for (let k = 0; k < steps; k++) {
    const [t, u] = [k / steps, (k + 1) / steps]
    const [a, z] = [-half - 1.5 + t * (half * 2 + 3), -half - 1.5 + u * (half * 2 + 3)]
    for (const into of [4, 8])
      b.mesh.quad(
        foot,
        deck,
        f(a, rise(t) - 0.5, into),
        f(z, rise(u) - 0.5, into),
        f(z, rise(u) + 0.1, into),
        f(a, rise(t) + 0.1, into),
      )
    b.mesh.quad(foot, deck, f(a, rise(t), 4), f(z, rise(u), 4), f(z, rise(u), 8), f(a, rise(t), 8))
    b.mesh.quad(
      rails,
      railing,
      f(a, rise(t), 4),
      f(z, rise(u), 4),
      f(z, rise(u) + 1.15, 4),
      f(a, rise(t) + 1.15, 4),
      a + half + 2,
      0,
      z - a,
      1.15,
    )
    if (!now && k % 2 === 1)
      for (const into of [4.3, 7.7]) b.beam(foot, f(a, -0.6, into), f(a, rise(t), into), 0.4, deck)
  }
  if (!b.in(1960)) {
    for (const [a, into, mirrored] of [
      [-6, -3, false],
      [5, -6, true],
    ] as const)
      if (b.distance(f(a, 0, into)) > 30) b.standing(crafts.sampan.cutout, f(a, 0, into), 0.8, mirrored)
  }
}

/** Stretches whose view is kept open: low planting only. */
const open: readonly (readonly [from: number, to: number])[] = [
  [2008, 2112],
  [2144, 2198],
  [2348, 2430],
  [2670, 2752],
]

/** Today's quay from the fish wharf to the bridge: low planting before what is to be seen, kept rails and cranes, people who linger. */
export function eastQuayNow(b: Builder): void {
  if (!b.in(2016)) return
  const chance = b.chance(171)
  for (const [from, to] of open) {
    for (let c = from; c < to; c += 5.2) {
      const share = chance()
      const place = b.shore(c + chance() * 3, heights.land, 19 + chance() * 8)
      if (share < 0.62 && b.distance(place) < 500)
        b.standing(shrubs[Math.floor(chance() * shrubs.length)]!, place, 0.5, share < 0.3, 0.5 + chance() * 0.35)
      else if (b.distance(place) < 300)
        b.standing(reeds[Math.floor(chance() * reeds.length)]!, place, 0.3, share < 0.8, 0.8)
    }
  }
  const rails = b.mesh.thing(0)
  const iron = solid(0x4a4240, plates.dark)
  for (const [from, to] of [
    [2112, 2256],
    [2294, 2548],
  ] as const) {
    for (let c = from; c < to; c += 24) {
      const d = Math.min(to, c + 24)
      for (const into of [4.4, 6])
        b.mesh.quad(
          rails,
          iron,
          b.shore(c, y + 0.06, into),
          b.shore(d, y + 0.06, into),
          b.shore(d, y + 0.06, into + 0.24),
          b.shore(c, y + 0.06, into + 0.24),
        )
    }
  }
  const groups = lingering.filter((g) => b.in(g.from, g.until))
  for (let c = 2070; c < 2790; c += 21) {
    const pick = groups[Math.floor(chance() * groups.length)]
    const place = b.shore(c + chance() * 14, y, 12.5 + chance() * 6)
    const share = chance()
    const overCreek = c > creek.from - 18 && c < creek.to + 4
    if (pick && share < 0.72 && !overCreek && b.distance(place) < 380 && b.distance(place) > 14)
      b.standing(pick.cutout, place, 0.5, share < 0.36)
  }
  portalCrane(b, 2236, 9, -66, 32)
}

/** The same quay before 1950: jetties, cargo, and boats that wait, where no stop has its own. Of the kind. */
export function eastQuayThen(b: Builder): void {
  if (!b.in(1880, 1950)) return
  quayCargo(b, 2486, 2660, 172)
  quayCargo(b, 2790, 2990, 173)
  timberJetty(b, 2560, 24, 13)
  timberJetty(b, 2646, 15, 11)
  const boats: (readonly [craft: 'junk' | 'sampan', at: number, out: number, mirrored: boolean])[] = [
    ['junk', 2594, 13, false],
    ['sampan', 2548, 7, true],
    ['sampan', 2574, 9, false],
    ['sampan', 2632, 6, true],
    ['junk', 2828, 15, true],
  ]
  if (!b.in(1938)) {
    quayCargo(b, 2010, 2250, 174)
    timberJetty(b, 2176, 20, 12)
    boats.push(['junk', 2204, 13, true], ['sampan', 2160, 7, false], ['junk', 2060, 14, false])
  }
  for (const [craft, at, out, mirrored] of boats) {
    const place = b.shore(at, 0, -out)
    if (b.distance(place) > (craft === 'junk' ? 46 : 28))
      b.standing(crafts[craft].cutout, place, craft === 'junk' ? 1 : 0.8, mirrored, 0.9)
  }
}

const steel = solid(0x5c625f, plates.cool, 'iron')

/** The quay from the middle of the century until it was opened: cranes, heaps, barges and chimneys, of the kind. */
export function workingQuay(b: Builder): void {
  if (!b.in(1952, 2012)) return
  for (const [at, swing, high] of [
    [2226, -70, 29],
    [2548, -116, 27],
    [2848, -118, 31],
    [2898, -64, 28],
  ] as const)
    portalCrane(b, at, 9, swing, high, steel)
  const coal = solid(0x2b2a2a, plates.dark)
  const sand = solid(0xb79a68, plates.warm)
  const heaps = b.mesh.thing(0.8)
  for (const [at, wide, ink] of [
    [2822, 11, sand],
    [2870, 13, coal],
    [2880, 9, coal],
    [2925, 12, sand],
    [2206, 9, coal],
    [2580, 10, sand],
    [2640, 8, coal],
  ] as const)
    b.drum(heaps, b.frame(at, 19), 0, 0, y, y + wide * 0.42, wide, 0, ink, 12)
  shed(b, {
    at: 2862,
    inland: 44,
    long: 86,
    deep: 40,
    storeys: 2,
    wall: 0x8d5c48,
    roof: 'saw',
    storey: 5.4,
    bay: 4.6,
    wideWindow: 2.6,
    surround: 0xc9b48f,
  })
  shed(b, {
    at: 2946,
    inland: 36,
    long: 44,
    deep: 34,
    storeys: 4,
    wall: 0xa59e8c,
    kind: 'render',
    roof: 'flat',
    storey: 4.4,
    bay: 4.4,
    wideWindow: 2.4,
    surround: 0xc9c0aa,
  })
  if (!b.in(1993))
    for (const [i, at] of [2834, 2912].entries()) smoke(b, stack(b, at, 96 + i * 22, 54 - i * 8, 2.4), 150, 174 + i)
  for (const [i, at] of [2852, 2920, 2216, 2592].entries()) {
    const place = b.shore(at, 0, -14 - (i % 2) * 3)
    if (b.in(crafts.barge.from) && b.distance(place) > 45) b.standing(crafts.barge.cutout, place, 1, i % 2 === 1, 0.86)
  }
}
