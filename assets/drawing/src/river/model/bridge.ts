import type { Builder, Frame } from '../builder.ts'
import { box, cutout, disc, stroke } from '../cutout.ts'
import { plates, solid } from '../material.ts'
import { halfWidth } from '../shore.ts'

const concrete = solid(0xc6bfae, plates.cool, 'plain', { floodlit: 0.5, mist: 0.74 })
const pier = solid(0xb2aea2, plates.cool, 'plain', { mist: 0.74 })
const deckRed = solid(0xc2502f, plates.warm, 'plain', { floodlit: 0.04, mist: 0.6, mirrored: 0.6 })
const cable = solid(0x93705a, plates.warm, 'plain', { mist: 0.74, floodlit: 0.6, mirrored: 0.06 })
const beacon = solid(0xd63a2a, plates.warm, 'plain', { floodlit: 0, mist: 0.4 })
const roadLamp = cutout([
  stroke(0x5b6468, 0.5, [0, 0, 0, 9]),
  disc(0xf6e3ae, 0, 9.4, 1.1, 0.8, { plate: plates.light, lamp: true }),
  box(0x5b6468, -0.3, 0, 0.3, 1),
])

const span = 602
const height = 208
const clear = 48
const deckTop = clear + 3
const half = 15.2
const behind = (span - halfWidth * 2) / 2

/**
 * The bridge of 1993: main span 602 m, clear height 48 m, two inverted-Y pylons of 208 m, a fan of stays of which every second pair is drawn.
 * Across the river is inland negative; the axis is square to the shore.
 */
export function bridge(b: Builder): void {
  b.mesh.belonging('yangpu-daqiao', () => {
    const f = b.frame(2800, 0)
    const across = -halfWidth * 2
    pylon(b, f, behind)
    pylon(b, f, across - behind)
    const deck = b.mesh.thing(0.8)
    for (let into = 620; into > across - 620; into -= 40) {
      b.block(deck, f, -half, half, clear, deckTop, into - 40, into, { front: deckRed, ends: deckRed, top: pier })
    }
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

function pylon(b: Builder, f: Frame, into: number): void {
  const thing = b.mesh.thing(0.8)
  const meet = 152
  const foot = 26
  for (const s of [-1, 1]) {
    const low = f(s * foot * 0.72, 2, into)
    const knee = f(s * (half + 4), clear - 2, into)
    const crown = f(s * 2.6, meet, into)
    b.beam(thing, low, knee, 7, concrete, 9)
    b.beam(thing, knee, crown, 6, concrete, 8)
  }
  b.beam(thing, f(0, meet - 6, into), f(0, height, into), 7.4, concrete, 8.4)
  b.block(thing, f, -half - 4, half + 4, clear - 5, clear - 0.2, into - 3.5, into + 3.5, { front: concrete })
  b.block(thing, f, -3, 3, height, height + 4, into - 3, into + 3, { front: beacon })
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
