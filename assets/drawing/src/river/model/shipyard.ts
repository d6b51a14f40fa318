import type { Builder } from '../builder.ts'
import { inks } from '../ink.ts'
import { type Material, plates, solid, tideStone } from '../material.ts'
import { heights } from '../shore.ts'
import { type Hull, hull, mast, type ShipFrame } from './hulls.ts'
import { lingering } from './people.ts'
import { shed, stack } from './sheds.ts'
import { smoke, steam } from './smoke.ts'
import { portalCrane } from './wharf.ts'

const granite = tideStone(0x9b9284)
const step = solid(0xa79d8c, plates.cool)
const timber = solid(0x86623c, plates.warm, 'planks')
const iron = solid(0x3a3330, plates.dark)
const rust = solid(0xa4532f, plates.warm, 'iron')
const slate = solid(0x45545c, plates.cool, 'iron')

/** The two dock mouths, as chainages of their edges. */
const docks = [
  { from: 404, to: 430, long: 120 },
  { from: 520, to: 554, long: 150 },
] as const

/** The building slip of the old yard, between the docks. */
const slip = { from: 472, to: 496, long: 92 } as const

/** Where the quay is open to the river in a year. */
export function yardMouths(b: Builder): readonly { readonly from: number; readonly to: number }[] {
  return b.in(1900, 1990) ? [...docks, slip] : b.in(1900) ? docks : []
}

/** Docks, rails and cranes: of a working yard before 1990, of a public ground since 2005. Between, and before 1900, only the docks or nothing. */
export function shipyard(b: Builder): void {
  if (!b.in(1900)) return
  b.mesh.belonging('shanghai-chuanchang', () => {
    for (const d of docks) dock(b, d.from, d.to, d.long, b.in(1990) || d === docks[0])
    if (b.in(2005)) {
      hallsNow(b)
      portalCrane(b, 388, 10, -70, 38)
      portalCrane(b, 474, 13, -62, 42)
      portalCrane(b, 580, 10, -100, 34, slate)
    } else if (!b.in(1990)) yardThen(b)
  })
  if (b.in(2017)) visitors(b)
}

/** The ship gate of a dock: plates between ribs, a row of draught marks, a foot-way on top. */
const caisson: Material = {
  plate: plates.warm,
  ink(spot) {
    const { u, v } = spot
    if (spot.plain) return 0x8c4a30
    const line = Math.max(0.16, 0.06 * spot.perDegree)
    if (v < 1.1) return 0x4e3a30
    if (v > 1.1 && v < 1.1 + line) return inks.paper
    if ((u / 2.6) % 1 < 0.1) return 0x5e3122
    if (v % 1.1 < line * 0.6) return 0x6f3a28
    return Math.sin(u * 1.7) * Math.sin(v * 2.3 + u * 0.4) > 0.55 ? 0x7d432c : 0x9a5234
  },
}

function dock(b: Builder, from: number, to: number, long: number, gate: boolean): void {
  const thing = b.mesh.thing()
  const rails = b.mesh.thing(0)
  const f = b.frame((from + to) / 2, 0)
  const half = (to - from) / 2
  const top = heights.quay
  const tread = 1.5
  for (const s of [-1, 1]) {
    for (let k = 0; k < 3; k++) {
      const a = s * (half - k * tread)
      const inner = s * (half - (k + 1) * tread)
      const y = top - k * 1.5
      b.mesh.quad(thing, granite, f(a, y - 1.5, long), f(a, y - 1.5, 0), f(a, y, 0), f(a, y, long), 0, y - 1.5)
      b.mesh.quad(thing, step, f(a, y - 1.5, 0), f(inner, y - 1.5, 0), f(inner, y - 1.5, long), f(a, y - 1.5, long))
    }
    b.block(thing, f, s > 0 ? half - 0.4 : -half - 3.4, s > 0 ? half + 3.4 : -half + 0.4, -0.6, top + 0.9, -1.6, 6, {
      front: granite,
      top: step,
    })
    b.mesh.quad(
      thing,
      step,
      f(s * half, top, 0),
      f(s * half, top, long),
      f(s * 40, heights.land - 0.02, long),
      f(s * 40, heights.land - 0.02, 0),
    )
    for (const a of [half + 6, half + 9]) b.beam(rails, f(s * a, top + 0.1, 1), f(s * a, top + 0.1, long), 0.24, iron)
    chain(b, f, s * (half + 2.2), 8, long * 0.6)
  }
  b.mesh.quad(thing, granite, f(-half, -0.6, long), f(half, -0.6, long), f(half, top, long), f(-half, top, long))
  if (!gate) return
  b.block(thing, f, -half + 0.5, half - 0.5, -0.6, top - 0.1, 1.2, 4.2, { front: caisson, top: timber })
  b.block(thing, f, -half + 0.3, half - 0.3, top - 0.1, top + 0.25, 0.9, 4.5, { front: rust, top: timber })
  for (let a = -half + 1.6; a < half - 1; a += 2.6)
    b.beam(thing, f(a, -0.6, 1), f(a, top - 0.1, 1), 0.34, solid(0x6f3a28, plates.warm))
  for (const into of [1.1, 4.3]) {
    b.beam(thing, f(-half + 0.5, top + 1.3, into), f(half - 0.5, top + 1.3, into), 0.1, iron)
    for (let a = -half + 1; a < half; a += 3) b.beam(thing, f(a, top + 0.2, into), f(a, top + 1.3, into), 0.1, iron)
  }
  for (const a of [-half + 3.4, half - 3.4]) {
    b.drum(thing, f, a, 2.7, top + 0.25, top + 1.1, 0.5, 0.36, slate, 10)
    b.drum(thing, f, a, 2.7, top + 1.1, top + 1.4, 0.62, 0.62, slate, 10, slate)
  }
}

/** Iron posts with a sagging chain along a dock's edge. */
function chain(b: Builder, f: ReturnType<Builder['frame']>, at: number, from: number, to: number): void {
  const thing = b.mesh.thing(0.25)
  const y = heights.quay
  for (let into = from; into < to; into += 5) {
    b.drum(thing, f, at, into, y, y + 0.8, 0.28, 0.22, iron, 8)
    b.drum(thing, f, at, into, y + 0.8, y + 1.02, 0.36, 0.3, iron, 8, iron)
    const mid = f(at, y + 0.45, into + 2.5)
    b.ribbon(thing, f(at, y + 0.85, into), mid, 0.08, iron, 0.045)
    b.ribbon(thing, mid, f(at, y + 0.85, into + 5), 0.08, iron, 0.045)
  }
}

/** The kept halls: brick gables, and a long saw-toothed shop hung with the banners of an exhibition. */
function hallsNow(b: Builder): void {
  shed(b, {
    at: 358,
    inland: 44,
    long: 54,
    deep: 60,
    storeys: 2,
    wall: 0x9a4c37,
    roof: 'gables',
    storey: 6,
    bay: 4.8,
    round: true,
    wideWindow: 2.2,
  })
  const hall = shed(b, {
    at: 476,
    inland: 54,
    long: 70,
    deep: 64,
    storeys: 1,
    wall: 0x8a8680,
    roof: 'saw',
    storey: 9.6,
    bay: 5,
    wideWindow: 2.8,
    kind: 'iron',
  })
  const f = hall.frame
  for (let i = 0; i <= 7; i++) {
    const a = -35 + i * 10
    b.block(hall.thing, f, a - 0.5, a + 0.5, heights.land, hall.top + 0.4, -0.5, 0.1, { front: slate })
  }
  for (const [i, ink] of [inks.rust, inks.paper, inks.brass].entries()) {
    const a = -20 + i * 20
    b.block(hall.thing, f, a - 2.1, a + 2.1, heights.land + 2.6, heights.land + 8.8, -0.7, -0.55, {
      front: solid(ink, plates.warm),
    })
    b.block(hall.thing, f, a - 1.2, a + 1.2, heights.land + 6.2, heights.land + 7.4, -0.76, -0.7, {
      front: solid(i === 1 ? inks.rust : inks.paper, plates.warm),
    })
  }
  for (const [at, inland, long, deep, grey] of [
    [610, 58, 74, 50, false],
    [530, 172, 74, 40, false],
    [424, 150, 50, 40, true],
  ] as const)
    shed(b, {
      at,
      inland,
      long,
      deep,
      storeys: 2,
      wall: grey ? 0x8a8680 : 0xa0523c,
      roof: at === 530 ? 'gables' : 'gable',
      storey: 6.2,
      bay: 4.7,
      round: !grey,
      wideWindow: 2,
    })
}

function visitors(b: Builder): void {
  const chance = b.chance(28)
  const groups = lingering.filter((g) => b.in(g.from, g.until))
  const spots = [392, 398, 436, 442, 458, 492, 504, 512, 560, 566, 590]
  for (const c of spots) {
    const pick = groups[Math.floor(chance() * groups.length)]!
    const at = b.shore(c + chance() * 3, heights.quay, 5 + chance() * 18)
    if (b.distance(at) < 420) b.standing(pick.cutout, at, 0.5, chance() < 0.5)
  }
}

function yardThen(b: Builder): void {
  shed(b, {
    at: 358,
    inland: 30,
    long: 54,
    deep: 60,
    storeys: 2,
    wall: 0x8f4a36,
    roof: 'gables',
    storey: 6,
    bay: 4.8,
    round: true,
    wideWindow: 2.2,
  })
  shed(b, {
    at: 470,
    inland: 112,
    long: 74,
    deep: 60,
    storeys: 1,
    wall: 0x80664e,
    roof: 'saw',
    storey: 9.6,
    bay: 5,
    wideWindow: 2.8,
  })
  shed(b, {
    at: 612,
    inland: 36,
    long: 74,
    deep: 50,
    storeys: 2,
    wall: 0x94553d,
    roof: 'gable',
    storey: 6,
    bay: 4.6,
    round: true,
    wideWindow: 2,
  })
  coasterInDock(b)
  buildingSlip(b)
  sheerLegs(b, 508, 8)
  sheerLegs(b, 448, 9)
  sheerLegs(b, 576, 9)
  smoke(b, stack(b, 440, 118, 38), 130, 11)
  smoke(b, stack(b, 640, 100, 31), 110, 12)
  smoke(b, stack(b, 330, 110, 28), 100, 13)
  steam(b, b.shore(516, heights.quay + 3.4, 20), 16, 14)
  stacked(b)
}

const coaster: Hull = { long: 104, beam: 15, deck: 8.4, sheer: 3, keel: -1, waterline: 2.6, counter: 0 }

/** A coasting steamer in the larger dock, her bow to the river. */
function coasterInDock(b: Builder): void {
  const thing = b.mesh.thing()
  const g = b.frame((docks[1].from + docks[1].to) / 2, 0)
  const f: ShipFrame = (ahead, up, aside) => g(aside, up, 14 + coaster.long - ahead)
  hull(b, thing, f, coaster, {
    bottom: solid(0x8e3a2a, plates.warm, 'iron'),
    side: solid(0x4a4e4c, plates.dark, 'iron'),
    deck: timber,
  })
  const buff = solid(0xd9c79c, plates.warm)
  b.block(thing, f, 34, 62, 7.8, 10.6, -5.6, 5.6, { front: buff, top: timber })
  b.block(thing, f, 52, 60, 10.6, 13.2, -4, 4, { front: buff, top: timber })
  b.drum(thing, f, 43, 0, 10.6, 20.5, 1.8, 1.7, solid(0x9b3f2c, plates.warm), 16, iron)
  b.drum(thing, f, 43, 0, 18.6, 20.7, 1.85, 1.85, iron, 16, iron)
  mast(b, thing, f, 24, 8.4, 27)
  mast(b, thing, f, 78, 8.4, 28)
  stagings(b, (docks[1].from + docks[1].to) / 2, 26, 100, 11.8, 11.5)
}

/** A ship in frame on the ways, her stern to the river: ribs, a few strakes of plating, stagings on both sides. */
function buildingSlip(b: Builder): void {
  const middle = (slip.from + slip.to) / 2
  const half = (slip.to - slip.from) / 2
  const thing = b.mesh.thing()
  const f = b.frame(middle, 0)
  const floor = (into: number) => -0.5 + Math.max(0, into + 4) * 0.042
  for (const s of [-1, 1]) {
    b.mesh.quad(
      thing,
      granite,
      f(s * half, -0.6, slip.long),
      f(s * half, -0.6, 0),
      f(s * half, heights.quay, 0),
      f(s * half, heights.quay, slip.long),
    )
    b.beam(thing, f(s * 3, floor(-6) + 0.3, -6), f(s * 3, floor(88) + 0.3, 88), 0.9, timber)
  }
  b.mesh.quad(
    thing,
    solid(0x6d5c46, plates.warm, 'planks'),
    f(-half, floor(-6), -6),
    f(half, floor(-6), -6),
    f(half, floor(slip.long), slip.long),
    f(-half, floor(slip.long), slip.long),
  )
  const ship = b.mesh.thing()
  const rib = solid(0x6f4030, plates.warm)
  const plating = solid(0xa35a3c, plates.warm, 'iron')
  const [from, long, beam, high] = [6, 78, 12.5, 10]
  const breadth = (t: number) =>
    (beam / 2) *
    (t < 0.16 ? 0.34 + 0.66 * Math.sin((t / 0.16) * (Math.PI / 2)) : t > 0.72 ? 1 - ((t - 0.72) / 0.28) ** 1.8 : 1)
  const sheer = (t: number) => high + 2.6 * Math.max(0, (t - 0.5) * 2) ** 2 + 1.2 * Math.max(0, (0.3 - t) / 0.3) ** 2
  const skin = (t: number, y: number) => breadth(t) * (1 - (1 - Math.min(1, y / (high * 0.55))) ** 2.6) + 0.25
  const at = (t: number, y: number, s: number) => f(s * skin(t, y), floor(from + t * long) + 1.4 + y, from + t * long)
  const levels = [0, 1.4, 3.2, 5.5, 8, 1]
  for (let i = 0; i <= 26; i++) {
    const t = i / 26
    const ys = levels.map((y, k) => (k === levels.length - 1 ? sheer(t) : y))
    for (const s of [-1, 1])
      for (let k = 1; k < ys.length; k++) b.beam(ship, at(t, ys[k - 1]!, s), at(t, ys[k]!, s), 0.32, rib)
    b.beam(ship, at(t, 1.2, -1), at(t, 1.2, 1), 0.34, rib)
    if (i % 2 === 0) b.beam(ship, at(t, 7.2, -1), at(t, 7.2, 1), 0.26, rib)
    if (i === 26) continue
    const t2 = (i + 1) / 26
    for (const s of [-1, 1]) {
      for (let k = 1; k < ys.length; k++) {
        const plated = k <= 2 || (k === 3 && i > 3 && i < 21) || (k === 4 && i > 8 && i < 15)
        if (plated)
          b.mesh.quad(
            ship,
            plating,
            at(t, ys[k - 1]!, s),
            at(t2, ys[k - 1]!, s),
            at(t2, k === 5 ? sheer(t2) : ys[k]!, s),
            at(t, ys[k]!, s),
          )
      }
      b.beam(ship, at(t, sheer(t), s), at(t2, sheer(t2), s), 0.3, rib)
      b.beam(ship, at(t, 8, s), at(t2, 8, s), 0.24, rib)
    }
  }
  b.beam(ship, f(0, floor(from) + 0.6, from - 1), f(0, floor(from + long) + 1.2, from + long), 0.7, rib)
  b.beam(ship, f(0, floor(from) + 0.6, from - 0.6), f(0, floor(from) + 9, from - 2), 0.6, rib)
  b.beam(
    ship,
    f(0, floor(from + long) + 1, from + long - 1),
    f(0, floor(from + long) + 14.4, from + long + 3),
    0.7,
    rib,
  )
  stagings(b, middle, 4, 84, 8.8, 13.5)
}

function stagings(b: Builder, at: number, from: number, to: number, half: number, high: number): void {
  const thing = b.mesh.thing(0.5)
  const f = b.frame(at, 0)
  for (const s of [-1, 1]) {
    for (let into = from; into < to; into += 6)
      b.beam(thing, f(s * half, 1, into), f(s * half, high + (Math.floor(into) % 4 ? 1.5 : 0), into), 0.26, timber)
    for (let y = 4.8; y < high; y += 3.1) {
      b.beam(thing, f(s * half, y, from), f(s * half, y, to - 4), 0.2, timber)
      b.beam(thing, f(s * (half - 0.9), y + 0.1, from), f(s * (half - 0.9), y + 0.1, to - 4), 1.2, timber, 0.14)
    }
    b.beam(thing, f(s * half, 2.4, from), f(s * half, high, from + 18), 0.2, timber)
  }
}

/** Plates and frames laid ready on the quay. */
function stacked(b: Builder): void {
  const thing = b.mesh.thing(0.7)
  const f = b.frame(590, 6)
  for (let k = 0; k < 4; k++)
    b.block(thing, f, k * 0.4, 9 - k * 0.5, heights.quay + k * 0.22, heights.quay + k * 0.22 + 0.2, k * 0.2, 4, {
      front: solid(k % 2 ? 0x6f4030 : 0x80543c, plates.warm),
    })
  for (let k = 0; k < 5; k++)
    b.beam(thing, f(14 + k, heights.quay + 0.3, 1), f(14 + k, heights.quay + 0.3, 9), 0.3, iron)
}

/** Three legs and a tackle: what lifted plates and boilers before cranes. */
function sheerLegs(b: Builder, at: number, inland: number): void {
  const thing = b.mesh.thing(0.8)
  const f = b.frame(at, inland)
  const top = f(0, 27, -7)
  b.beam(thing, f(-5, heights.quay, 0), top, 0.6, timber)
  b.beam(thing, f(5, heights.quay, 0), top, 0.6, timber)
  b.beam(thing, f(0, heights.quay, 17), top, 0.6, timber)
  b.ribbon(thing, top, f(0, 9, -7), 0.16, timber, 0.06)
  b.block(thing, f, -0.8, 0.8, 7.4, 9, -7.8, -6.2, { front: iron })
}
