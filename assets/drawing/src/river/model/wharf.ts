import type { Builder, Frame } from '../builder.ts'
import { cutout, disc, polygon, stroke } from '../cutout.ts'
import { inks } from '../ink.ts'
import { front, lattice, type Material, plates, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { figures, lingering } from './people.ts'

const foot = heights.land
const white = 0xe9e4da
const wood = 0xb5844f
const iron = solid(inks.rust, plates.warm, 'iron')
const lace = lattice(
  0x8f4029,
  plates.warm,
  (u, v, thick) => {
    const w = 4.2
    const x = u / w - Math.floor(u / w)
    return (
      Math.abs(v) < thick ||
      Math.abs(v - 2.2) < thick ||
      Math.abs(x - v / 2.2) < thick * 0.3 ||
      Math.abs(1 - x - v / 2.2) < thick * 0.3
    )
  },
  0.22,
  0.05,
)

/** The ferry terminal whose upper floor reads as a moored ship, its pontoon and gangway. About 10 m high. */
export function terminal(b: Builder): void {
  b.mesh.belonging('qinhuangdao-lu-matou', () => {
    const f = b.frame(0, 14)
    const thing = b.mesh.thing()
    const hall = front({
      wall: 0x9c9b92,
      kind: 'render',
      plate: plates.cool,
      bay: 4.6,
      openings: [{ sill: 0.3, high: 3.4, wide: 3.5, shape: 'flat' }],
      surround: white,
    })
    b.block(thing, f, -24, 22, foot, foot + 4.4, 2, 17, { front: hall })
    const ship = (long: number) =>
      front({
        wall: wood,
        kind: 'planks',
        plate: plates.warm,
        bay: long / Math.max(1, Math.round(long / 3.2)),
        glass: 0x2f4a5a,
        openings: [{ sill: 1.1, high: 1.7, wide: Math.min(2.3, long * 0.5), shape: 'round' }],
        bands: [
          [0, 0.5, white],
          [3.7, 0.5, white],
        ],
        surround: white,
      })
    const y0 = foot + 4.4
    const y1 = y0 + 4.3
    const roof = solid(white, plates.cool)
    const bow = [
      [-30, 9],
      [-26, 1],
      [22, -1],
      [31, 2],
      [37, 9],
      [31, 16],
      [22, 19],
      [-26, 17],
    ] as const
    for (let i = 0; i < bow.length; i++) {
      const [a, c] = bow[i]!
      const [a2, c2] = bow[(i + 1) % bow.length]!
      const long = Math.hypot(a2 - a, c2 - c)
      const flare = 1.06
      b.mesh.quad(
        thing,
        ship(long),
        f(a, y0, 9 + (c - 9)),
        f(a2, y0, 9 + (c2 - 9)),
        f(a2 * flare, y1, 9 + (c2 - 9) * flare),
        f(a * flare, y1, 9 + (c - 9) * flare),
        0,
        0,
        long,
        4.3,
      )
    }
    b.mesh.flatTop(
      thing,
      roof,
      bow.map(([a, c]) => f(a * 1.06, y1, 9 + (c - 9) * 1.06)),
    )
    b.mesh.flatTop(
      thing,
      solid(0x6f6b60, plates.cool),
      bow.map(([a, c]) => f(a, y0, c)),
    )
    const upper = front({
      wall: white,
      kind: 'plain',
      bay: 2.6,
      openings: [{ sill: 0.7, high: 1.2, wide: 1.9, shape: 'flat' }],
      glass: 0x2f4a5a,
      surround: white,
    })
    b.block(thing, f, -14, 14, y1, y1 + 2.5, 5, 13, { front: upper, top: roof })
    b.block(thing, f, 6, 11, y1 + 2.5, y1 + 4.6, 6, 11, { front: solid(inks.rust, plates.warm), top: roof })
    b.beam(thing, f(-8, y1 + 2.5, 9), f(-8, y1 + 9, 9), 0.3, solid(0x2f4a5a, plates.dark))
    const p = b.mesh.thing()
    b.block(p, f, -20, 24, -0.3, 1.2, -30, -21, {
      front: solid(0x2f4a5a, plates.cool, 'iron'),
      top: solid(0xa9a698, plates.cool),
    })
    b.block(p, f, -10, 16, 1.2, 1.5, -29, -22, { front: solid(0xb5844f, plates.warm, 'planks') })
    for (let a = -9; a <= 15; a += 6) b.beam(p, f(a, 1.2, -28.4), f(a, 4.4, -28.4), 0.2, solid(0x2f4a5a, plates.dark))
    for (let a = -9; a <= 15; a += 6) b.beam(p, f(a, 1.2, -22.6), f(a, 4.4, -22.6), 0.2, solid(0x2f4a5a, plates.dark))
    b.block(p, f, -11, 17, 4.4, 4.8, -29.4, -21.6, {
      front: solid(inks.rust, plates.warm),
      top: solid(0xc2c0b3, plates.cool),
    })
    b.beam(p, f(2, 1.6, -21), f(2, heights.quay + 0.2, -13), 2.2, solid(0x8a8f8c, plates.cool), 0.3)
    for (const a of [0.9, 3.1])
      b.beam(p, f(a, 2.6, -21), f(a, heights.quay + 1.3, -13), 0.12, solid(0x33444a, plates.dark))
    for (const a of [-22, 26]) b.beam(p, f(a, -1, -25), f(a, 4.2, -25), 0.9, iron)
    dressedShip(b, f, y1)
  })
  if (!b.in(2017)) return
  const chance = b.chance(24)
  const cast = [...figures, ...lingering].filter((g) => b.in(g.from, g.until))
  const waiting = b.frame(0, 14)
  for (let a = -16; a < 20; a += 2.6) {
    const pick = cast[Math.floor(chance() * cast.length)]!
    if (chance() < 0.6) b.standing(pick.cutout, waiting(a, 1.5, -27 + chance() * 4), 0.5, chance() < 0.5)
  }
  for (let c = -34; c < 34; c += 3.1) {
    const pick = cast[Math.floor(chance() * cast.length)]!
    if (chance() < 0.55) b.standing(pick.cutout, b.shore(c, heights.quay, 3 + chance() * 9), 0.5, chance() < 0.5)
  }
}

const buoy = cutout([
  disc(0xb4502e, 0, 0, 0.62, 0.62, { plate: plates.warm }),
  polygon(0xf4ebdd, [-0.16, 0.3, 0.16, 0.3, 0.16, 0.62, -0.16, 0.62], { plate: plates.warm }),
  polygon(0xf4ebdd, [-0.16, -0.62, 0.16, -0.62, 0.16, -0.3, -0.16, -0.3], { plate: plates.warm }),
  polygon(0xf4ebdd, [-0.62, -0.16, -0.3, -0.16, -0.3, 0.16, -0.62, 0.16], { plate: plates.warm }),
  polygon(0xf4ebdd, [0.3, -0.16, 0.62, -0.16, 0.62, 0.16, 0.3, 0.16], { plate: plates.warm }),
  disc(0x5a3d26, 0, 0, 0.34, 0.34, { plate: plates.warm }),
])

const spokes = Array.from({ length: 8 }, (_, i) => {
  const turn = (i / 8) * 2 * Math.PI
  return stroke(0x8a5a30, 0.2, [0, 0, Math.cos(turn) * 1.5, Math.sin(turn) * 1.5], { plate: plates.warm })
})
/** A ship's wheel, 3 m across. */
const wheel = cutout([
  ...spokes,
  disc(0x8a5a30, 0, 0, 1.1, 1.1, { plate: plates.warm }),
  disc(0xe9e4da, 0, 0, 0.82, 0.82, { plate: plates.warm }),
  ...spokes.map((s) => ({ ...s, holds: (x: number, y: number) => Math.hypot(x, y) < 0.84 && s.holds(x, y) })),
  disc(0x8a5a30, 0, 0, 0.3, 0.3, { plate: plates.warm }),
])

/** What makes the upper floor a ship: a rail round her deck, life buoys between the ports, a wheel on the bridge. */
function dressedShip(b: Builder, f: Frame, deck: number): void {
  const rails = b.mesh.thing(0)
  const web = lattice(
    white,
    plates.cool,
    (u, v, thick) =>
      Math.abs(v - 1) < thick || Math.abs(v - 0.5) < thick * 0.6 || (u / 1.8 - Math.floor(u / 1.8)) * 1.8 < thick * 1.4,
    0.07,
    0.045,
  )
  const line = [
    [-27, 0.6],
    [23, -1.4],
    [33, 1.8],
    [38.4, 9],
  ] as const
  for (let i = 1; i < line.length; i++) {
    const [a, c] = line[i - 1]!
    const [a2, c2] = line[i]!
    const long = Math.hypot(a2 - a, c2 - c)
    b.mesh.quad(rails, web, f(a, deck, c), f(a2, deck, c2), f(a2, deck + 1.1, c2), f(a, deck + 1.1, c), 0, 0, long, 1.1)
  }
  for (const a of [-20.5, -7.7, 5.1, 17.9]) b.standing(buoy, f(a, deck + 0.55, -1.8), 0.5, false, 0.85)
  b.standing(wheel, f(8.5, deck + 3.5, 5.6), 0.5, false, 0.6)
}

/** A portal crane on rails, of the kind kept along this shore; its height is a guess. */
export function portalCrane(
  b: Builder,
  at: number,
  inland: number,
  swing: number,
  high = 30,
  ink: Material = iron,
  net: Material = lace,
): void {
  const thing = b.mesh.thing()
  const f = b.frame(at, inland)
  const y = heights.quay
  for (const a of [-5, 5]) {
    for (const c of [-4.5, 4.5]) b.beam(thing, f(a, y, c), f(a * 0.45, y + 9.4, c * 0.45), 0.9, ink)
    b.beam(thing, f(a, y + 0.5, -4.5), f(a, y + 0.5, 4.5), 0.6, ink)
    b.beam(thing, f(a * 0.74, y + 4.4, -3.3), f(-a * 0.6, y + 7.4, -2.7), 0.4, ink)
    b.beam(thing, f(a * 0.74, y + 4.4, 3.3), f(-a * 0.6, y + 7.4, 2.7), 0.4, ink)
  }
  b.block(thing, f, -3.6, 3.6, y + 9, y + 10.2, -3.4, 3.4, { front: ink })
  for (const a of [-1.9, 1.9])
    for (const c of [-1.9, 1.9]) b.beam(thing, f(a, y + 10, c), f(a * 0.8, y + high - 9, c * 0.8), 0.5, ink)
  for (let k = 0; k < 3; k++) {
    const y0 = y + 10 + k * ((high - 19) / 3)
    const y1 = y0 + (high - 19) / 3
    b.beam(thing, f(-1.8, y0, -1.8), f(1.7, y1, -1.7), 0.3, ink)
    b.beam(thing, f(1.8, y0, -1.8), f(-1.7, y1, -1.7), 0.3, ink)
    b.beam(thing, f(-1.8, y0, 1.8), f(-1.7, y1, -1.7), 0.3, ink)
  }
  const g = b.frame(at, inland, swing)
  b.block(thing, g, -8.4, -2.4, y + high - 9, y + high - 5.2, -2, 2, { front: ink })
  b.block(thing, g, -2.4, 3.2, y + high - 9, y + high - 5.6, -2.2, 2.2, { front: ink, top: ink })
  b.beam(thing, g(-2, y + high - 5, 0), g(0, y + high + 2, 0), 0.6, ink)
  b.beam(thing, g(2, y + high - 5, 0), g(0, y + high + 2, 0), 0.6, ink)
  b.beam(thing, g(-8, y + high - 5.4, 0), g(0, y + high + 2, 0), 0.35, ink)
  const tip = 25
  const end = y + high - 4.4
  for (const c of [-1.1, 1.1]) {
    b.beam(thing, g(3, y + high - 8.4, c), g(tip, end, c * 0.3), 0.36, ink)
    b.beam(thing, g(3, y + high - 6.2, c), g(tip, end + 0.9, c * 0.3), 0.3, ink)
    b.mesh.quad(
      thing,
      net,
      g(3, y + high - 8.4, c),
      g(tip, end, c * 0.3),
      g(tip, end + 0.9, c * 0.3),
      g(3, y + high - 6.2, c),
      0,
      0,
      24,
      2.2,
    )
  }
  b.ribbon(thing, g(0, y + high + 2, 0), g(tip, end + 0.9, 0), 0.16, ink, 0.06)
  b.ribbon(thing, g(0, y + high + 2, 0), g(tip * 0.6, y + high - 4.6, 0), 0.16, ink, 0.06)
  b.ribbon(thing, g(tip, end, 0), g(tip, y + high - 19, 0), 0.14, ink, 0.06)
  b.block(thing, g, tip - 0.7, tip + 0.7, y + high - 21, y + high - 19, -0.7, 0.7, { front: ink })
}
