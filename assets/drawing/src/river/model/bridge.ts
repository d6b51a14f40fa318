import type { Builder, Frame } from '../builder.ts'
import { box, cutout, disc, stroke } from '../cutout.ts'
import { inks } from '../ink.ts'
import { lattice, type Material, plates, solid } from '../material.ts'
import { halfWidth } from '../shore.ts'

const concrete = solid(0xc6bfae, plates.cool, 'plain', { floodlit: 0.5, mist: 0.74 })
const pier = solid(0xb2aea2, plates.cool, 'plain', { mist: 0.74 })
const road = solid(0x8f9490, plates.cool, 'plain', { mist: 0.74 })
const deckInks = {
  grey: solid(0xa7a89e, plates.cool, 'plain', { floodlit: 0.04, mist: 0.6, mirrored: 0.6 }),
  red: solid(0xc2502f, plates.warm, 'plain', { floodlit: 0.04, mist: 0.6, mirrored: 0.6 }),
} as const
/** What hangs in the deck's own shade takes no stripes: they would run as marble over so wide a ceiling. */
const ceiling = solid(0x5d6a6c, plates.cool, 'plain', { flat: true, mist: 0.74 })
const girder = solid(0x46545a, plates.dark, 'plain', { flat: true, mist: 0.74 })
const cable = solid(0x93705a, plates.warm, 'plain', { mist: 0.74, floodlit: 0.6, mirrored: 0.06 })
const beacon = solid(0xd63a2a, plates.warm, 'plain', { floodlit: 0, mist: 0.4 })
const railing = lattice(
  0x8b3d2a,
  plates.warm,
  (u, v, thick) => Math.abs(v - 1.15) < thick || (u / 2.4 - Math.floor(u / 2.4)) * 2.4 < thick * 1.4,
  0.07,
  0.03,
)
const roadLamp = cutout([
  stroke(0x5b6468, 0.36, [0, 0, 0, 9.4]),
  stroke(0x5b6468, 0.26, [-2, 9.7, 0, 9.3, 2, 9.7]),
  disc(0xf6e3ae, -2, 9.6, 0.95, 0.5, { plate: plates.light, lamp: true }),
  disc(0xf6e3ae, 2, 9.6, 0.95, 0.5, { plate: plates.light, lamp: true }),
  box(0x5b6468, -0.3, 0, 0.3, 1),
])

const span = 602
const height = 208
const clear = 48
const deckTop = clear + 3
const half = 15.2
const behind = (span - halfWidth * 2) / 2
const landspan = 620

/**
 * The bridge of 1993: main span 602 m, clear height 48 m, two inverted-Y pylons of 208 m, a fan of stays of which every second pair is drawn;
 * grey until it was painted red for the year 2000. Across the river is inland negative; the axis is square to the shore.
 */
export function bridge(b: Builder): void {
  b.mesh.belonging('yangpu-daqiao', () => {
    const f = b.frame(2800, 0)
    const across = -halfWidth * 2
    pylon(b, f, behind)
    pylon(b, f, across - behind)
    deck(b, f, landspan, across - landspan)
    const piers = b.mesh.thing(0.8)
    for (const side of [1, -1]) {
      for (let k = 0; k < 7; k++) {
        const into = side > 0 ? behind + 70 + k * 75 : across - behind - 70 - k * 75
        for (const a of [-9, 9]) b.block(piers, f, a - 1.8, a + 1.8, 3, clear, into - 2, into + 2, { front: pier })
        b.block(piers, f, -13, 13, clear - 3.2, clear, into - 2.2, into + 2.2, { front: pier })
      }
    }
    for (let into = 560; into > across - 560; into -= 44) {
      b.standing(roadLamp, f(-half + 0.5, deckTop, into), 0)
    }
  })
}

/** Two girders under the edges, beams between them, the road on top. */
function deck(b: Builder, f: Frame, from: number, to: number): void {
  const edge = b.in(2000) ? deckInks.red : deckInks.grey
  const thing = b.mesh.thing(0.8)
  const rails = b.mesh.thing(0)
  const beams = b.mesh.thing(0.7)
  for (let into = from; into > to; into -= 40) {
    const on = into - 40
    for (const a of [-half, half]) {
      const inner = a - Math.sign(a) * 2.4
      const side = (at: number, y0: number, y1: number, ink: Material) =>
        b.mesh.quad(thing, ink, f(at, y0, into), f(at, y0, on), f(at, y1, on), f(at, y1, into), from - into, y0, 40)
      side(a, clear, deckTop, edge)
      side(inner, clear, clear + 2.3, girder)
      b.mesh.quad(thing, edge, f(a, clear, into), f(a, clear, on), f(inner, clear, on), f(inner, clear, into))
      b.mesh.quad(
        rails,
        railing,
        f(a, deckTop, into),
        f(a, deckTop, on),
        f(a, deckTop + 1.3, on),
        f(a, deckTop + 1.3, into),
        from - into,
        0,
        40,
        1.3,
      )
    }
    b.mesh.quad(
      thing,
      ceiling,
      f(-half, clear + 2.2, into),
      f(half, clear + 2.2, into),
      f(half, clear + 2.2, on),
      f(-half, clear + 2.2, on),
    )
    b.mesh.quad(
      thing,
      road,
      f(-half, deckTop, into),
      f(half, deckTop, into),
      f(half, deckTop, on),
      f(-half, deckTop, on),
    )
    if (b.distance(f(0, clear, into)) > 420) continue
    for (let k = 0; k < 4; k++) {
      const at = into - k * 10 - 5
      b.block(beams, f, -half + 2.4, half - 2.4, clear + 0.7, clear + 2.2, at - 0.35, at + 0.35, { front: girder })
    }
    for (const a of [-4.6, 4.6])
      b.block(beams, f, a - 0.3, a + 0.3, clear + 1.3, clear + 2.2, on, into, { front: girder })
  }
}

/** Square sections set one on the other; u runs round a side in metres, v is height. */
function shaft(
  b: Builder,
  thing: number,
  f: Frame,
  into: number,
  sections: readonly (readonly [y: number, a: number, wide: number, deep: number])[],
): void {
  for (let i = 1; i < sections.length; i++) {
    const [y0, a0, w0, d0] = sections[i - 1]!
    const [y1, a1, w1, d1] = sections[i]!
    const corner = (k: number, y: number, a: number, w: number, d: number) =>
      f(a + (k === 0 || k === 3 ? -w : w), y, into + (k < 2 ? -d : d))
    for (let k = 0; k < 4; k++) {
      const n = (k + 1) % 4
      b.mesh.quad(
        thing,
        concrete,
        corner(k, y0, a0, w0, d0),
        corner(n, y0, a0, w0, d0),
        corner(n, y1, a1, w1, d1),
        corner(k, y1, a1, w1, d1),
        k * 8,
        y0,
        8,
        y1 - y0,
      )
    }
  }
}

function pylon(b: Builder, f: Frame, into: number): void {
  const thing = b.mesh.thing(0.8)
  const meet = 152
  for (const s of [-1, 1])
    shaft(b, thing, f, into, [
      [2, s * 16, 3.7, 4.7],
      [clear - 3, s * (half + 4), 3.2, 4.3],
      [meet + 6, s * 2, 2.6, 3.9],
    ])
  shaft(b, thing, f, into, [
    [meet - 8, 0, 4.3, 4.1],
    [height, 0, 3.5, 3.7],
  ])
  b.block(thing, f, -half - 4, half + 4, clear - 5, clear - 0.2, into - 3.5, into + 3.5, { front: concrete })
  b.block(thing, f, -22, 22, 2.6, 5, into - 8, into + 8, { front: pier, top: road })
  b.block(thing, f, -3, 3, height, height + 4, into - 3, into + 3, { front: beacon })
  const slot = b.mesh.thing(0.5)
  for (const face of [-1, 1])
    b.mesh.quad(
      slot,
      solid(inks.ink, plates.dark, 'plain', { flat: true, mist: 0.9 }),
      f(-0.7, meet + 8, into + face * 4.3),
      f(0.7, meet + 8, into + face * 4.3),
      f(0.6, height - 4, into + face * 3.9),
      f(-0.6, height - 4, into + face * 3.9),
    )
  const cables = b.mesh.thing(0)
  for (const way of [-1, 1]) {
    for (const s of [-1, 1]) {
      for (let k = 0; k < 16; k++) {
        const reach = 20 + ((k + 0.5) / 16) * (way < 0 === into > 0 ? span / 2 - 24 : 258)
        const up = meet + 2 + ((k + 0.5) / 16) * (height - meet - 6)
        b.ribbon(cables, f(s * 2, up, into), f(s * (half - 0.6), deckTop, into + way * reach), 0.26, cable, 0.05)
      }
    }
  }
}
