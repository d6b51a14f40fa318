import type { Builder } from '../builder.ts'
import { front, type Material, plates, solid } from '../material.ts'
import { deckEdge, type Hull, hull, mast, type ShipFrame } from './hulls.ts'
import { travellers } from './people.ts'
import { smoke } from './smoke.ts'

const white = 0xe6dcc6
const black = 0x24262a
const deck = solid(0xa88a5e, plates.warm, 'planks')
const bottom = solid(0x7e3a2a, plates.warm, 'iron')
const funnelInk = solid(0x26282a, plates.dark, 'iron')
const boat = solid(0xefe6d2, plates.cool)
const dark = solid(0x33302c, plates.dark)

/** Black plates with two rows of ports and a light line under the rail; v is height above the boot-topping. */
const side: Material = {
  plate: plates.dark,
  ink(spot) {
    if (spot.plain) return black
    if (spot.v > 7.1 && spot.v < 7.1 + Math.max(0.3, 0.09 * spot.perDegree)) return white
    const port = Math.max(0.26, 0.07 * spot.perDegree)
    for (const row of [2.6, 5.1]) {
      const x = spot.u / 2.8 - Math.floor(spot.u / 2.8) - 0.5
      if (spot.perDegree < 6 && (x * 2.8) ** 2 + (spot.v - row) ** 2 < port * port) return 0xb99d6a
    }
    const seam = (spot.v / 2.2) % 1 < 0.03 || (spot.u / 9) % 1 < 0.012
    return seam ? 0x383a3c : black
  },
}

const house = (length: number, high: number): Material =>
  front({
    wall: white,
    kind: 'plain',
    plate: plates.warm,
    bay: length / Math.max(1, Math.round(length / 2.9)),
    glass: 0x3d4440,
    surround: white,
    openings: [{ sill: high * 0.38, high: high * 0.42, wide: 2.1, shape: 'flat' }],
    bands: [[high - 0.25, 0.25, 0xa88a5e]],
  })

/** The measure of a mail steamer of 1913: 161 m long, 18.8 m broad. */
const body: Hull = { long: 161, beam: 18.8, deck: 9, sheer: 3.4, keel: -1, waterline: 1.2, counter: 0.05 }

/**
 * A mail steamer of the Europe line alongside, bow downstream: black hull, white houses, two upright funnels, two masts, counter stern.
 * `stern` is the chainage of her stern, `off` the metres from the quay to her middle line.
 */
export function liner(b: Builder, stern: number, off: number): void {
  const g = b.frame(stern + body.long / 2, -off)
  const f: ShipFrame = (ahead, up, aside) => g(ahead - body.long / 2, up, aside)
  const thing = b.mesh.thing()
  hull(b, thing, f, body, { bottom, side, deck }, 30)
  const tier = (from: number, to: number, y: number, high: number, half: number) =>
    b.block(thing, f, from, to, y, y + high, -half, half, {
      front: house(to - from, high),
      ends: house(half * 2, high),
      top: deck,
    })
  tier(38, 118, 8.6, 2.9, 8.6)
  tier(44, 114, 11.5, 2.7, 8.2)
  tier(104, 113, 14.2, 2.6, 6.4)
  tier(56, 100, 14.2, 1.4, 3.4)
  tier(106.5, 112, 16.8, 2.2, 4)
  tier(12, 26, 8.7, 2.6, 5.6)
  for (const at of [70, 92]) {
    b.drum(thing, f, at, 0, 14.2, 27.4, 2.3, 2.3, funnelInk, 18, dark)
    b.drum(thing, f, at, 0, 26.6, 27.6, 2.5, 2.5, funnelInk, 18)
    for (const [x, z] of [
      [-6, -3.4],
      [-6, 3.4],
      [6, -3.6],
      [6, 3.6],
    ] as const) {
      b.drum(thing, f, at + x, z, 14.2, 17.6, 0.4, 0.4, boat, 8)
      b.drum(thing, f, at + x + 0.3, z, 17.4, 18.6, 0.75, 0.9, boat, 8, bottom)
    }
  }
  for (let at = 50; at <= 100; at += 10) {
    for (const s of [-1, 1]) {
      b.block(thing, f, at - 3.7, at + 3.7, 15.6, 16.9, s * 7 - 1, s * 7 + 1, { front: boat, top: dark })
      for (const x of [-3, 3]) b.beam(thing, f(at + x, 14.2, s * 7.9), f(at + x, 18, s * 7.6), 0.16, dark)
    }
  }
  mast(b, thing, f, 32, 9, 38)
  mast(b, thing, f, 128, 9.4, 40)
  b.ribbon(thing, f(31, 37, 0), f(127, 39, 0), 0.08, dark, 0.04)
  b.ribbon(thing, f(127, 39, 0), f(160, 13, 0), 0.1, dark, 0.045)
  b.ribbon(thing, f(31, 37, 0), f(1, 10.5, 0), 0.1, dark, 0.045)
  const plank = solid(0x9c7a4c, plates.warm, 'planks')
  for (const at of [58, 112]) {
    b.beam(thing, f(at, 9.2, body.beam / 2 - 0.4), f(at - 9, 4, off - 7), 1.3, plank, 0.2)
    for (const s of [-0.6, 0.6])
      b.beam(thing, f(at + s, 10.2, body.beam / 2 - 0.4), f(at - 9 + s, 5, off - 7), 0.08, dark)
  }
  smoke(b, f(92, 27.8, 0), 120, 3)
  const chance = b.chance(25)
  const cast = travellers.filter((c) => b.in(c.from, c.until))
  for (let at = 120; at < 156; at += 1.9) {
    const x = at + chance()
    const edge = deckEdge(body, x)
    const pick = cast[Math.floor(chance() * cast.length)]
    const s = chance() < 0.6 ? -1 : 1
    if (pick && edge.half > 1.4)
      b.standing(pick.cutout, f(x, edge.high - 0.6, s * (edge.half - 0.8)), 0.4, chance() < 0.5)
  }
}
