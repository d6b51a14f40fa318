import type { Builder } from '../builder.ts'
import { plates, solid, tideStone } from '../material.ts'
import { heights } from '../shore.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { portalCrane } from './wharf.ts'

const granite = tideStone(0x9b9284)
const step = solid(0xa79d8c, plates.cool)
const gateSteel = solid(0x6f4030, plates.warm, 'iron')
const timber = solid(0x86623c, plates.warm, 'planks')
const hullRed = solid(0x8e3a2a, plates.warm, 'iron')
const hullGrey = solid(0x555a58, plates.cool, 'iron')

/** The two dock mouths, as chainages of their edges. */
export const docks = [
  { from: 404, to: 430, long: 120 },
  { from: 520, to: 554, long: 150 },
] as const

function dock(b: Builder, from: number, to: number, long: number, gate: boolean): void {
  const thing = b.mesh.thing()
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
    b.block(thing, f, s > 0 ? half - 0.4 : -half - 3, s > 0 ? half + 3 : -half + 0.4, -0.6, top + 0.5, -1.2, 5, {
      front: granite,
      top: step,
    })
  }
  b.mesh.quad(thing, granite, f(-half, -0.6, long), f(half, -0.6, long), f(half, top, long), f(-half, top, long))
  for (const s of [-1, 1])
    b.mesh.quad(
      thing,
      step,
      f(s * half, top, 0),
      f(s * half, top, long),
      f(s * 40, heights.land - 0.02, long),
      f(s * 40, heights.land - 0.02, 0),
    )
  if (gate) {
    b.block(thing, f, -half + 0.5, half - 0.5, -0.6, top - 0.5, 1.4, 4.2, { front: gateSteel, top: timber })
    for (let a = -half + 2; a < half - 1; a += 3) b.beam(thing, f(a, -0.6, 1.2), f(a, top - 0.5, 1.2), 0.45, gateSteel)
    b.beam(thing, f(-half + 0.5, top + 0.6, 2.8), f(half - 0.5, top + 0.6, 2.8), 0.14, gateSteel)
  }
}

/** A hull of sections: half breadth at each station, sheer rising to the bow, which points at the river. */
function hull(b: Builder, at: number, long: number, beam: number, deck: number, bowAt: number): void {
  const thing = b.mesh.thing()
  const f = b.frame(at, 0)
  const stations = 12
  const shape = (i: number) => {
    const t = i / stations
    const w =
      (beam / 2) * (t < 0.35 ? Math.sin((t / 0.35) * (Math.PI / 2)) ** 0.8 : t > 0.85 ? 1 - (t - 0.85) * 2.2 : 1)
    return { w: Math.max(0.15, w), into: bowAt + t * long, high: deck + (1 - t) ** 3 * 3.2 }
  }
  for (let i = 0; i < stations; i++) {
    const p = shape(i)
    const q = shape(i + 1)
    for (const s of [-1, 1]) {
      b.mesh.quad(
        thing,
        hullRed,
        f(s * p.w * 0.72, 0.2, p.into),
        f(s * q.w * 0.72, 0.2, q.into),
        f(s * q.w, 3.4, q.into),
        f(s * p.w, 3.4, p.into),
      )
      b.mesh.quad(
        thing,
        hullGrey,
        f(s * p.w, 3.4, p.into),
        f(s * q.w, 3.4, q.into),
        f(s * q.w * 1.06, q.high, q.into),
        f(s * p.w * 1.06, p.high, p.into),
      )
    }
    b.mesh.quad(
      thing,
      timber,
      f(-p.w, p.high - 0.6, p.into),
      f(p.w, p.high - 0.6, p.into),
      f(q.w, q.high - 0.6, q.into),
      f(-q.w, q.high - 0.6, q.into),
    )
  }
}

function stagings(b: Builder, at: number, long: number, half: number, high: number): void {
  const thing = b.mesh.thing(0.5)
  const f = b.frame(at, 0)
  for (const s of [-1, 1]) {
    for (let into = 6; into < long; into += 6)
      b.beam(thing, f(s * half, 1, into), f(s * half, high + (into % 12 ? 1.5 : 0), into), 0.26, timber)
    for (let y = 4.5; y < high; y += 3.2) b.beam(thing, f(s * half, y, 6), f(s * half, y, long - 2), 0.22, timber)
  }
}

/** Docks, rails and cranes; of the yard now a public ground, before 1990 a working one. */
export function shipyard(b: Builder): void {
  const now = b.in(2005)
  b.mesh.belonging('shanghai-chuanchang', () => {
    for (const d of docks) dock(b, d.from, d.to, d.long, now || d === docks[0])
    if (now) {
      shed(b, {
        at: 362,
        inland: 44,
        long: 52,
        deep: 60,
        storeys: 2,
        wall: 0x9a4c37,
        roof: 'gables',
        storey: 6,
        bay: 4.8,
        round: true,
        wideWindow: 2.2,
      })
      shed(b, {
        at: 476,
        inland: 52,
        long: 66,
        deep: 70,
        storeys: 1,
        wall: 0x8a8680,
        roof: 'saw',
        storey: 9,
        bay: 5,
        wideWindow: 2.8,
        kind: 'iron',
      })
      shed(b, {
        at: 606,
        inland: 58,
        long: 74,
        deep: 50,
        storeys: 2,
        wall: 0xa0523c,
        roof: 'gable',
        storey: 6,
        bay: 4.6,
        round: true,
        wideWindow: 2,
      })
      shed(b, {
        at: 530,
        inland: 168,
        long: 70,
        deep: 40,
        storeys: 2,
        wall: 0x97503c,
        roof: 'gables',
        storey: 6.4,
        bay: 4.8,
        round: true,
        wideWindow: 2,
      })
      shed(b, {
        at: 424,
        inland: 150,
        long: 50,
        deep: 40,
        storeys: 2,
        wall: 0x8a8680,
        roof: 'gable',
        storey: 6,
        bay: 4.8,
        wideWindow: 2,
      })
      portalCrane(b, 388, 10, -70, 38)
      portalCrane(b, 476, 13, -62, 42)
      portalCrane(b, 574, 10, -100, 34, solid(0x45545c, plates.cool, 'iron'))
      return
    }
    shed(b, {
      at: 362,
      inland: 30,
      long: 52,
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
      at: 474,
      inland: 46,
      long: 62,
      deep: 70,
      storeys: 1,
      wall: 0x80664e,
      roof: 'saw',
      storey: 9,
      bay: 5,
      wideWindow: 2.8,
    })
    shed(b, {
      at: 606,
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
    hull(b, 537, 104, 15, 9.5, 12)
    stagings(b, 537, 110, 11.5, 13)
    sheerLegs(b, 492, 8)
    sheerLegs(b, 574, 9)
    smoke(b, stack(b, 440, 118, 38), 130, 11)
    smoke(b, stack(b, 640, 100, 31), 110, 12)
    smoke(b, stack(b, 330, 110, 28), 100, 13)
  })
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
  b.block(thing, f, -0.8, 0.8, 7.4, 9, -7.8, -6.2, { front: solid(0x3a3330, plates.dark) })
}
