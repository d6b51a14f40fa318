import type { Builder, Frame } from '../builder.ts'
import { inks, mix } from '../ink.ts'
import { front, type Material, octave, plates, ribbed, solid } from '../material.ts'
import type { Point } from '../mesh.ts'
import { cell } from '../noise.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'

const foot = heights.land
const glass = 0x9fb7c2
const silver = 0xd7dde0
const slate = 0x5a6f7a

const part = (x: number) => x - Math.floor(x)

/** Metal scales over glass, row upon row up the body of a fish; above `gill` metres the bare head. */
function scales(size: number, gill: number): Material {
  return {
    plate: plates.cool,
    ink(spot) {
      if (spot.plain) return glass
      if (spot.v > gill) return spot.v < gill + Math.max(0.9, 0.12 * spot.perDegree) ? slate : silver
      const step = octave(size, spot.perDegree, 0.5)
      const row = Math.floor(spot.v / step)
      const column = Math.floor(spot.u / step + (row & 1) * 0.5)
      const x = part(spot.u / step + (row & 1) * 0.5) - 0.5
      const y = part(spot.v / step)
      const rim = Math.hypot(x, y * 0.86 - 0.02)
      if (rim > 0.5 || y < 0.06) return slate
      if (spot.lamps > 0 && cell(row, column, spot.seed) < spot.lamps * 0.55 && rim < 0.4) {
        spot.glow = 1
        spot.plate = plates.light
        return 0xf0cd86
      }
      if (rim > 0.4) return mix(glass, silver, 0.7)
      const shade = cell(row, column, 5)
      return shade < 0.22 ? silver : shade > 0.78 ? mix(glass, slate, 0.4) : glass
    },
  }
}

const fin = ribbed(silver, plates.cool, 1.8)

/**
 * One leaping fish: a round body that stands on its tail and bends towards its twin; `side` is -1 upstream, 1 downstream.
 * Outline and height (about 60 m) are of the kind: the sources give two leaping fish in glass and metal, no survey.
 */
function fish(b: Builder, f: Frame, side: -1 | 1, tall: number): void {
  const thing = b.mesh.thing()
  const steps = 26
  const around = 28
  const root = foot + 11
  const spine = (t: number) => ({
    a: side * (43 - 8 * t - 26 * t ** 2.1),
    y: root + (tall - 9) * (1.25 * t - 0.25 * t * t),
  })
  const girth = (t: number) =>
    2.8 + 10.4 * Math.max(0, Math.sin(Math.PI * Math.min(1, 0.03 + 0.98 * t ** 0.85))) ** 1.05
  const square = (t: number) => {
    const here = spine(t)
    const next = spine(t + 0.01)
    const long = Math.hypot(next.a - here.a, next.y - here.y)
    return { ...here, da: (next.y - here.y) / long, dy: -(next.a - here.a) / long }
  }
  const skin = scales(2.9, tall * 0.84)
  const ring = (t: number, i: number): Point => {
    const here = square(t)
    const turn = (i / around) * 2 * Math.PI
    const r = t > 0.995 ? 0.3 : t > 0.94 ? girth(t) * 0.8 : girth(t)
    const w = Math.cos(turn) * r
    return f(here.a + here.da * w, here.y + here.dy * w, 14 + Math.sin(turn) * (r * 0.7 + Math.min(r, 2)))
  }
  const round = 62 / around
  for (let s = 0; s < steps; s++) {
    const [t, u] = [s / steps, (s + 1) / steps]
    for (let i = 0; i < around; i++)
      b.mesh.quad(
        thing,
        skin,
        ring(t, i),
        ring(t, i + 1),
        ring(u, i + 1),
        ring(u, i),
        i * round,
        t * tall,
        round,
        tall / steps,
      )
  }
  // The tail: two lobes that spread from its narrow root to the ground, a hall between them.
  const tail = b.mesh.thing(0.9)
  for (const into of [11, 17]) {
    for (const [tip, up, low] of [
      [61, 17, 2],
      [27, 13, -1],
    ] as const) {
      b.mesh.triangle(tail, fin, f(side * 43, foot + 1, into), f(side * 43, root + 6, 14), f(side * tip, foot + up, 14))
      b.mesh.triangle(
        tail,
        fin,
        f(side * 43, foot + 1, into),
        f(side * tip, foot + up, 14),
        f(side * (tip - Math.sign(tip - 43) * 6), foot + Math.max(0, low), into),
      )
    }
  }
  const fins = b.mesh.thing(0.8)
  const edge = (t: number, out: number): Point => {
    const here = square(t)
    const w = side * (girth(t) + out)
    return f(here.a + here.da * w, here.y + here.dy * w, 14)
  }
  for (let k = 0; k < 8; k++) {
    const [t, u] = [0.34 + k * 0.05, 0.34 + (k + 1) * 0.05]
    const high = (x: number) => 4.8 * Math.sin(Math.PI * Math.min(1, ((x - 0.33) / 0.42) ** 0.6)) ** 0.8
    b.mesh.quad(fins, fin, edge(t, -1), edge(u, -1), edge(u, high(u)), edge(t, high(t)))
  }
}

const deckGlass = (length: number, storeys: number) =>
  front({
    wall: 0xb6c1c0,
    kind: 'plain',
    bay: length / Math.round(length / 4.6),
    openings: Array.from({ length: storeys }, (_, i) => ({
      sill: 0.7 + i * 4.2,
      high: 2.8,
      wide: 3.7,
      shape: 'flat' as const,
    })),
    glass: 0x51727d,
    surround: silver,
  })

/** The two fish over their low shops, since about 2012; from 1938 the market with its quay and trawlers. */
export function fishWharf(b: Builder): void {
  b.mesh.belonging('dongfang-yuren-matou', () => {
    if (b.in(2012)) {
      const f = b.frame(2060, 104)
      fish(b, f, -1, 58)
      fish(b, f, 1, 53)
      const shops = b.mesh.thing()
      const white = solid(silver, plates.cool)
      for (const [a0, a1, high, b0] of [
        [-118, -60, 9.2, -26],
        [-40, 40, 4.8, -34],
        [58, 84, 9.2, -24],
      ] as const) {
        b.block(shops, f, a0, a1, foot, foot + high, b0, b0 + 34, {
          front: deckGlass(a1 - a0, high > 6 ? 2 : 1),
          ends: deckGlass(34, high > 6 ? 2 : 1),
          top: white,
        })
        b.block(shops, f, a0 - 1.6, a1 + 1.6, foot + high, foot + high + 0.8, b0 - 2.6, b0 + 35, { front: white })
      }
    } else if (b.in(1938, 1990)) market(b)
  })
  if (b.in(1938, 1990)) marketSmoke(b)
}

const post = solid(0x5a4a3a, plates.warm)
const hallRoof = ribbed(0x77695a, plates.cool, 0.7)
const basket = solid(0xb98f54, plates.warm, 'planks')

const berths = [1966, 2012, 2046, 2098, 2142] as const

/** Smoke is no part of the market, so that a finger on the sky does not open it. */
function marketSmoke(b: Builder): void {
  smoke(b, stack(b, 1962, 60, 34), 110, 61)
  if (!b.in(crafts.trawler.from, crafts.trawler.until)) return
  // The funnel stands 6.5 m to the right of the middle as the eye sees the mirrored boat.
  const place = b.shore(berths[3], 0, -17)
  const away = Math.hypot(place[0], place[2])
  smoke(b, [place[0] + (place[2] / away) * 6.5, 11, place[2] - (place[0] / away) * 6.5], 60, 63)
}

/** The market of 1938: more than 200 m of quay with berths, a shed of 7,000 m² open to it; trawlers and shed are of the kind. */
function market(b: Builder): void {
  const f = b.frame(2060, 22)
  const hall = b.mesh.thing()
  const gable = solid(0xcbb990, plates.warm, 'render')
  const behind = solid(0x4a4237, plates.dark)
  b.block(hall, f, -84, 84, foot, foot + 6.4, 10, 42, { front: behind, ends: gable })
  for (let k = 0; k < 7; k++) {
    const a = -84 + k * 24
    b.gable(hall, f, a, a + 24, foot + 6.4, -3, 42, 5.6, hallRoof, gable, 'inland', 0.4)
    b.mesh.quad(
      hall,
      solid(0xa98d62, plates.warm, 'planks'),
      f(a, foot + 5, -3),
      f(a + 24, foot + 5, -3),
      f(a + 24, foot + 6.4, -3),
      f(a, foot + 6.4, -3),
    )
    for (let i = 0; i < 4; i++) b.beam(hall, f(a + i * 8, foot, -2.6), f(a + i * 8, foot + 6.4, -2.6), 0.5, post)
  }
  const house = shed(b, {
    at: 2216,
    inland: 24,
    long: 30,
    deep: 24,
    storeys: 4,
    wall: 0xc3ab80,
    kind: 'render',
    roof: 'flat',
    storey: 4,
    bay: 3.8,
    surround: 0xe3d5b4,
  })
  b.block(house.thing, house.frame, -4, 4, house.top, house.top + 6, 2, 10, {
    front: solid(0xc3ab80, plates.warm, 'render'),
  })
  const chance = b.chance(62)
  for (let k = 0; k < 6; k++) {
    const at = -98 + k * 39
    const berth = b.mesh.thing(0.9)
    const g = b.frame(2060 + at, 0)
    b.block(berth, g, -10, 10, -0.3, 1.3, -10, -4, {
      front: solid(0x4d4a45, plates.dark, 'iron'),
      top: solid(0xa48a61, plates.warm, 'planks'),
    })
    b.beam(berth, g(0, 1.6, -5), g(0, heights.quay + 0.1, 0.6), 1.6, basket, 0.25)
    for (let i = 0; i < 9; i++) {
      const [x, into, high] = [-12 + chance() * 24, 3 + chance() * 9, chance()]
      b.drum(berth, g, x, into, heights.quay, heights.quay + 0.7 + high * 0.7, 0.55, 0.7, basket, 8, basket)
    }
  }
  for (const [k, at] of berths.entries()) {
    const boat = k === 2 ? crafts.junk : crafts.trawler
    if (!b.in(boat.from, boat.until)) continue
    const place = b.shore(at, 0, -15 - (k % 2) * 2)
    b.standing(boat.cutout, place, 1, k % 2 === 1, k === 2 ? 0.8 : 1)
  }
  const ice = b.mesh.thing(0.8)
  b.block(ice, f, -112, -92, foot, foot + 13, 4, 24, { front: solid(0xd8cba8, plates.warm, 'render') })
  b.block(ice, f, -113, -91, foot + 13, foot + 13.8, 3, 25, { front: solid(inks.paper, plates.cool) })
}
