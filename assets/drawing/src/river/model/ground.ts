import type { Builder } from '../builder.ts'
import { cutout, disc, polygon, stroke } from '../cutout.ts'
import { inks } from '../ink.ts'
import { lattice, type Material, octave, plates, solid, tideStone } from '../material.ts'
import { noise } from '../noise.ts'
import { halfWidth, heights } from '../shore.ts'
import { figures } from './people.ts'
import { reeds, trees } from './trees.ts'

const stone = tideStone(0x8d8c82)
const oldStone = tideStone(0x9a8b73)
const land = solid(0x6f7a63, plates.cool)
const oldLand = solid(0x8a7a5c, plates.warm)
const rail = lattice(
  0x33444a,
  plates.dark,
  (u, v, thick) =>
    Math.abs(v - 1.08) < thick ||
    Math.abs(v - 0.62) < thick * 0.6 ||
    Math.abs(v - 0.24) < thick * 0.6 ||
    (u / 2.4 - Math.floor(u / 2.4)) * 2.4 < thick * 1.6,
  0.06,
  0.045,
)

/** The promenade: paving near the edge, the rust running way, then paving again; v is metres inland. */
const promenade: Material = {
  plate: plates.cool,
  ink(spot) {
    if (spot.v > 7 && spot.v < 11.5) {
      spot.plate = plates.warm
      return spot.v < 7.25 || spot.v > 11.25 ? inks.paper : 0x9c4a33
    }
    const slab = octave(2.4, spot.perDegree, 0.3)
    const joint = (spot.u / slab) % 1 < 0.05 || (spot.v / (slab * 0.7)) % 1 < 0.05
    return joint ? 0x7e8078 : noise(spot.u * 0.05, spot.v * 0.2, 2) > 0.55 ? 0xa09e92 : 0x96958b
  },
}
const oldQuay: Material = {
  plate: plates.warm,
  ink: (spot) => (noise(spot.u * 0.08, spot.v * 0.2, 6) > 0.55 ? 0x9a8867 : 0x8c7a5d),
}

const lamp = cutout([
  stroke(0x22323a, 0.14, [0, 0, 0, 4.3, 0.25, 4.6, 1.3, 4.6]),
  stroke(0x22323a, 0.22, [0, 0, 0, 0.5]),
  polygon(0xf0d79a, [0.95, 4.55, 1.5, 4.55, 1.42, 4.2, 1.03, 4.2], { plate: plates.light, lamp: true }),
])
const gasLamp = cutout([
  stroke(0x1f2322, 0.12, [0, 0, 0, 3.4]),
  stroke(0x1f2322, 0.24, [0, 0, 0, 0.6]),
  polygon(0xe8d6a0, [-0.2, 3.4, 0.2, 3.4, 0.3, 4.0, -0.3, 4.0], { plate: plates.warm }),
  polygon(0x1f2322, [-0.36, 4.0, 0.36, 4.0, 0, 4.35]),
])
const bollard = cutout([
  polygon(0x1e2a30, [-0.42, 0, 0.42, 0, 0.32, 0.5, 0.46, 0.7, -0.46, 0.7, -0.32, 0.5]),
  disc(0x1e2a30, 0, 0.7, 0.5, 0.16),
])

/** The working quay of the decades before it was opened: concrete in slabs, oiled and patched. */
const workingDeck: Material = {
  plate: plates.cool,
  ink(spot) {
    const slab = octave(6, spot.perDegree, 0.4)
    const joint = (spot.u / slab) % 1 < 0.03 || (spot.v / slab) % 1 < 0.03
    return joint ? 0x75736a : noise(spot.u * 0.06, spot.v * 0.18, 8) > 0.58 ? 0x878479 : 0x96938a
  },
}

/** Stretches of the quay that something else takes the place of: docks, boardwalk. */
export type Gap = { readonly from: number; readonly to: number; readonly railed?: boolean; readonly open?: boolean }

/** Both banks, the quay with what stands along it, and the people on it, none nearer to the eye than `clear` metres. */
export function ground(b: Builder, gaps: readonly Gap[], from: number, to: number, clear: number): void {
  const { mesh } = b
  const now = b.in(1990)
  const opened = b.in(2016)
  const wall = mesh.thing(0.8)
  const ends: number[] = [from]
  const marks = [...gaps.flatMap((g) => [g.from, g.to]), to].sort((p, q) => p - q)
  for (const mark of marks) {
    for (let at = ends[ends.length - 1]! + 30; at < mark - 5; at += 30) ends.push(at)
    if (mark > ends[ends.length - 1]!) ends.push(mark)
  }
  const deck = mesh.thing(0.5)
  const rails = mesh.thing(0)
  for (let i = 1; i < ends.length; i++) {
    const [p, q] = [ends[i - 1]!, ends[i]!]
    const gap = gaps.find((g) => (p + q) / 2 > g.from && (p + q) / 2 < g.to)
    if (!gap?.open) {
      mesh.quad(
        wall,
        now ? stone : oldStone,
        b.shore(p, -0.6, 0),
        b.shore(q, -0.6, 0),
        b.shore(q, heights.quay, 0),
        b.shore(p, heights.quay, 0),
        p + 3000,
        -0.6,
      )
      mesh.quad(
        wall,
        solid(now ? 0xb7b3a5 : 0xb3a180, plates.cool),
        b.shore(p, heights.quay, -0.25),
        b.shore(q, heights.quay, -0.25),
        b.shore(q, heights.quay + 0.35, -0.25),
        b.shore(p, heights.quay + 0.35, -0.25),
      )
      mesh.quad(
        deck,
        opened ? promenade : b.in(1955) ? workingDeck : oldQuay,
        b.shore(p, heights.quay, 0),
        b.shore(q, heights.quay, 0),
        b.shore(q, heights.quay, 30),
        b.shore(p, heights.quay, 30),
        p + 3000,
        0,
        q - p,
        30,
      )
      if (opened && !gap?.railed)
        mesh.quad(
          rails,
          rail,
          b.shore(p, heights.quay, 0.5),
          b.shore(q, heights.quay, 0.5),
          b.shore(q, heights.quay + 1.2, 0.5),
          b.shore(p, heights.quay + 1.2, 0.5),
          p + 3000,
          0,
          q - p,
          1.2,
        )
    }
    mesh.quad(
      deck,
      now ? land : oldLand,
      b.shore(p, heights.land, 30),
      b.shore(q, heights.land, 30),
      b.shore(q, heights.land, 900),
      b.shore(p, heights.land, 900),
    )
    farBank(b, wall, deck, p, q, now)
  }
  beside(b, gaps, from, to, now, clear)
}

function farBank(b: Builder, wall: number, deck: number, p: number, q: number, now: boolean): void {
  const far = -2 * halfWidth
  const { mesh } = b
  mesh.quad(
    wall,
    now ? stone : oldStone,
    b.shore(p, -0.6, far),
    b.shore(q, -0.6, far),
    b.shore(q, heights.farQuay, far),
    b.shore(p, heights.farQuay, far),
    p + 3000,
    -0.6,
  )
  mesh.quad(
    deck,
    now ? land : oldLand,
    b.shore(p, heights.farQuay, far),
    b.shore(q, heights.farQuay, far),
    b.shore(q, heights.farQuay, far - 900),
    b.shore(p, heights.farQuay, far - 900),
  )
}

function beside(b: Builder, gaps: readonly Gap[], from: number, to: number, now: boolean, clear: number): void {
  const free = (c: number, by = 0) => !gaps.some((g) => c > g.from - by && c < g.to + by)
  const near = (c: number, inland: number) => b.distance(b.shore(c, 5, inland))
  const lamps = b.chance(11)
  for (let c = from + 12; c < to; c += now ? 27 : 44) {
    const x = c + lamps() * 4
    if (free(x) && !(now && openLawn(x)) && near(x, 4) < 700)
      b.standing(b.in(1950) ? lamp : gasLamp, b.shore(x, heights.quay, now ? 3.2 : 6), 0.35, lamps() < 0.5)
  }
  const pegs = b.chance(12)
  for (let c = from; c < to; c += 16) {
    const x = c + pegs() * 3
    if (free(x) && near(x, 1) < 260) b.standing(bollard, b.shore(x, heights.quay, 1.4), 0.7)
  }
  const people = b.chance(now ? 13 : 14)
  const cast = figures.filter((f) => b.in(f.from, f.until))
  for (let c = from; c < to; c += now ? 7 : 9) {
    const x = c + people() * 6
    const inland = now ? 2 + people() * 12 : 2 + people() * 9
    const figure = cast[Math.floor(people() * cast.length)]
    const mirrored = people() < 0.5
    const there = people()
    if (figure && there < (now ? 0.55 : 0.6) && free(x, 2) && near(x, inland) < 420 && near(x, inland) > clear)
      b.standing(figure.cutout, b.shore(x, heights.quay, inland), 0.5, mirrored)
  }
  if (b.in(2016)) {
    const rows = b.chance(15)
    for (let c = from; c < to; c += 10) {
      const x = c + rows() * 7
      const pick = trees[Math.floor(rows() * trees.length)]!
      const inland = 20 + rows() * 11
      const size = 0.8 + rows() * 0.45
      const mirrored = rows() < 0.5
      const share = rows()
      if (free(x, 3) && !openLawn(x) && near(x, inland) < 1900 && share < 0.72)
        b.standing(pick, b.shore(x, heights.land, inland), 0.6, mirrored, size)
    }
  }
  if (b.in(2010)) {
    const reed = b.chance(16)
    for (const gap of gaps.filter((g) => g.railed)) {
      for (let c = gap.from; c < gap.to; c += 3.1) {
        const r = reed()
        const k = Math.floor(reed() * reeds.length)
        if (noise(c * 0.045, 3, 1) > 0.47 && near(c, -1) < 300)
          b.standing(reeds[k]!, b.shore(c, 0, -1.2 - r * 2.2), 0.3, r > 0.5, 0.9 + r * 0.3)
      }
    }
  }
}

/** Before what is to be seen from the river no tree is planted and no lamp set up. */
const lawns: readonly (readonly [from: number, to: number])[] = [
  [-152, 38],
  [396, 566],
  [640, 752],
  [1088, 1162],
  [1196, 1262],
  [2006, 2114],
  [2142, 2200],
  [2346, 2456],
  [2556, 2664],
  [2668, 2800],
]

function openLawn(chainage: number): boolean {
  return lawns.some(([from, to]) => chainage > from && chainage < to)
}
