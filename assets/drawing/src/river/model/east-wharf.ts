import type { Builder } from '../builder.ts'
import { inks, mix } from '../ink.ts'
import { type Material, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { liner } from './liner.ts'
import { lingering, travellers } from './people.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { quayCargo } from './waterworks.ts'
import { portalCrane } from './wharf.ts'

const foot = heights.land
const pink = 0xc9a58b
const relieved = 0xa9644c

/** A wall of brick-pink relief: a ship's bow on rising waves, and those who stand at her rail, in three flat inks; 30 m long, 4 m high. */
const relief: Material = {
  plate: plates.warm,
  ink(spot) {
    const { u, v } = spot
    if (spot.plain) return pink
    if (v < 0.3 || v > 3.75) return mix(pink, inks.paper, 0.45)
    const wave = 0.75 + 0.3 * Math.sin(u * 1.1) + 0.16 * Math.sin(u * 2.7 + 1)
    if (v < wave) return v > wave - 0.16 ? inks.paper : mix(relieved, inks.brick, 0.35)
    const hull = u > 9 && u < 24 && v < 1.1 + 0.9 * ((u - 9) / 15) ** 2 && v > 0.4
    if (hull) return (v * 2.4) % 1 < 0.12 ? pink : 0x8a4434
    if (u > 12 && u < 17.5 && v < 2.4) return relieved
    const funnel = (u > 13 && u < 13.8) || (u > 15 && u < 15.8)
    if (funnel && v < 3.3) return 0x8a4434
    const rank = (u + 0.2) % 0.74
    const tall = 2.1 + 0.26 * Math.sin(u * 3.1)
    if (((u > 1.4 && u < 8.4) || (u > 24.6 && u < 28.6)) && rank > 0.12 && rank < 0.62) {
      if (v < tall - 0.32) return relieved
      if ((rank - 0.37) ** 2 + (v - tall + 0.1) ** 2 < 0.036) return 0x8a4434
    }
    return pink
  },
}
const plaque = solid(0x9a4a2c, plates.warm, 'iron')
const coping = solid(0xd8c3a8, plates.cool)
const lawn = solid(0x7d9062, plates.cool)

/** The East Wharf park: the kept sheds, gable ends to the river, with the iron plaque and the relief wall before them. */
export function eastWharfNow(b: Builder): void {
  b.mesh.belonging('huangpu-matou-jiuzhi', () => {
    for (const [i, at] of [-66, -118, -172, -228].entries())
      shed(b, {
        at,
        inland: 46,
        long: 42,
        deep: 44,
        storeys: 2,
        wall: i % 2 ? 0xa5543e : 0x9b4a3a,
        roof: 'gables',
        bay: 4.4,
        round: true,
      })
    const wall = b.mesh.thing()
    const f = b.frame(-98, 33)
    b.mesh.quad(wall, relief, f(-15, foot, 0), f(15, foot, 0), f(15, foot + 4, 0), f(-15, foot + 4, 0))
    b.block(wall, f, -15.3, 15.3, foot + 4, foot + 4.3, -0.2, 0.9, { front: coping })
    b.block(wall, f, -15, 15, foot, foot + 4, 0.1, 0.7, { front: solid(pink, plates.warm, 'brick') })
    b.block(wall, f, -16, 16, foot, foot + 0.35, -2.2, 0.9, { front: coping, top: lawn })
    const stone = b.mesh.thing()
    const g = b.frame(-122, 26)
    b.block(stone, g, -1.7, 1.7, foot, foot + 0.5, -0.5, 0.5, { front: coping })
    b.block(stone, g, -1.4, 1.4, foot + 0.5, foot + 2.9, -0.12, 0.12, { front: plaque })
    for (const y of [1.2, 1.7, 2.2])
      b.block(stone, g, -1, 1, foot + y, foot + y + 0.12, -0.16, -0.12, { front: solid(0xd6a878, plates.warm) })
    const gate = b.mesh.thing(0.7)
    const h = b.frame(-143, 40)
    for (const a of [-5, 5]) {
      b.block(gate, h, a - 0.7, a + 0.7, foot, foot + 4.6, -0.7, 0.7, { front: solid(0x9b4a3a, plates.warm, 'brick') })
      b.block(gate, h, a - 0.9, a + 0.9, foot + 4.6, foot + 5, -0.9, 0.9, { front: coping })
    }
    const iron = solid(0x4a3a34, plates.dark)
    b.beam(gate, h(-5, foot + 5.4, 0), h(5, foot + 5.4, 0), 0.24, iron)
    for (let a = -4; a <= 4; a += 1) b.beam(gate, h(a, foot, 0), h(a, foot + 3.2, 0), 0.1, iron)
  })
  const chance = b.chance(26)
  const groups = lingering.filter((c) => b.in(c.from, c.until))
  for (const c of [-84, -90, -101, -108, -120, -126, -140]) {
    const pick = groups[Math.floor(chance() * groups.length)]
    if (!pick) break
    b.standing(pick.cutout, b.shore(c, foot, 23 + chance() * 6), 0.5, chance() < 0.5)
  }
  portalCrane(b, 47, 8, -150, 33)
  portalCrane(b, -192, 9, -120, 30)
  portalCrane(b, -262, 9, -140, 28)
}

const timber = solid(0x7d5b3a, plates.warm, 'planks')
const pile = solid(0x4a3524, plates.warm, 'planks')

/** Where the timber wharf of 1913 ended, as chainages: about 296 m. The part below the ferry terminal of today starts at `middle`. */
const wharf = { from: -236, middle: -44, to: 60 } as const

/** The fixed timber wharf with its eleven sheds, the coal yard and a mail steamer alongside. */
export function whangpooWharf(b: Builder): void {
  b.mesh.belonging('huangpu-matou-jiuzhi', () => {
    if (b.in(1913)) timberDeck(b, wharf.from, wharf.middle)
    for (let i = 0; i < 4; i++) riverGodown(b, i)
    for (let i = 0; i < 4; i++) backGodown(b, i)
  })
  b.mesh.belonging('qinhuangdao-lu-matou', () => {
    if (b.in(1913)) timberDeck(b, wharf.middle, wharf.to)
    for (let i = 4; i < 6; i++) riverGodown(b, i)
    backGodown(b, 4)
    steamPontoon(b)
    const heap = solid(0x2a2828, plates.dark)
    const coal = b.mesh.thing()
    const f = b.frame(136, 18)
    b.drum(coal, f, 0, 6, heights.quay, heights.quay + 6.4, 15, 0, heap, 11)
    b.drum(coal, f, 18, 8, heights.quay, heights.quay + 4.6, 11, 0, heap, 9)
    b.drum(coal, f, 36, 6, heights.quay, heights.quay + 5.6, 13, 0, heap, 10)
    b.drum(coal, f, 55, 9, heights.quay, heights.quay + 4.2, 10, 0, heap, 9)
  })
  quayCargo(b, -230, 60, 41)
  quayCargo(b, 200, 400, 42)
  if (b.in(1914, 1937)) {
    liner(b, -268, 19.6)
    farewell(b)
  }
  smoke(b, stack(b, -30, 128, 34), 120, 5)
  smoke(b, stack(b, 190, 90, 30), 100, 8)
}

function riverGodown(b: Builder, i: number): void {
  const s = shed(b, {
    at: -216 + i * 46,
    inland: 22 + (i % 2) * 3,
    long: 41,
    deep: 36,
    storeys: 2,
    wall: i % 3 === 1 ? 0x94674a : 0x9b4a3a,
    roof: 'gables',
    bay: 4.6,
    round: i % 2 === 0,
    wideWindow: 1.7,
  })
  const door = solid(0x4b3528, plates.warm, 'planks')
  const roof = solid(0x5b4a45, plates.cool)
  for (const a of [-14, 0, 14])
    b.block(s.thing, s.frame, a - 1.7, a + 1.7, foot, foot + 3.4, -0.12, 0.1, { front: door })
  b.mesh.quad(
    s.thing,
    roof,
    s.frame(-20, foot + 3.8, -3.4),
    s.frame(20, foot + 3.8, -3.4),
    s.frame(20, foot + 4.6, 0),
    s.frame(-20, foot + 4.6, 0),
  )
  for (let a = -20; a <= 20; a += 8) b.beam(s.thing, s.frame(a, foot, -3.2), s.frame(a, foot + 3.8, -3.2), 0.2, pile)
}

function backGodown(b: Builder, i: number): void {
  shed(b, { at: -200 + i * 50, inland: 82, long: 44, deep: 30, storeys: 2, wall: 0x8a4636, roof: 'gable', storey: 5 })
}

function timberDeck(b: Builder, from: number, to: number): void {
  const deck = b.mesh.thing()
  const piles = b.mesh.thing(0.8)
  for (let c = from; c < to; c += 16) {
    const d = Math.min(to, c + 16)
    for (const [y0, z0, y1, z1] of [
      [2.7, -9, 3.5, -9],
      [3.5, -9, 3.5, 0],
      [2.7, -9, 2.7, 0],
    ] as const)
      b.mesh.quad(
        deck,
        timber,
        b.shore(c, y0, z0),
        b.shore(d, y0, z0),
        b.shore(d, y1, z1),
        b.shore(c, y1, z1),
        c + 3000,
        0,
      )
    for (let k = 0; k < 4 && c + k * 4 <= to; k++) {
      b.beam(piles, b.shore(c + k * 4, -1, -8.6), b.shore(c + k * 4, 3.9, -8.6), 0.42, pile)
      b.beam(piles, b.shore(c + k * 4, -1, -4), b.shore(c + k * 4, 2.7, -4), 0.4, pile)
    }
    b.beam(piles, b.shore(c, 0.2, -8.5), b.shore(c + 8, 2.6, -8.5), 0.26, pile)
  }
}

/** A floating stage for launches and small steamers below the wharf; of the kind, not documented. */
function steamPontoon(b: Builder): void {
  const thing = b.mesh.thing()
  const f = b.frame(96, -12)
  const side = solid(0x4d4238, plates.warm, 'iron')
  b.block(thing, f, -15, 15, -0.4, 1.2, -9, 0, { front: side, top: timber })
  for (let a = -10; a <= 10; a += 5) for (const z of [-7.6, -1.6]) b.beam(thing, f(a, 1.2, z), f(a, 4, z), 0.22, pile)
  b.gable(
    thing,
    f,
    -11,
    11,
    4,
    -8.4,
    -0.8,
    1.5,
    ribbed(0x6f4a36, plates.warm, 0.6),
    solid(0x8a6a48, plates.warm, 'planks'),
    'along',
    0.5,
  )
  b.beam(thing, f(-2, 1.3, 0), f(-2, heights.quay + 0.2, 12.4), 2, timber, 0.24)
  for (const a of [-3, -1]) b.beam(thing, f(a, 2.3, 0), f(a, heights.quay + 1.2, 12.4), 0.1, pile)
  for (const a of [-16, 16]) b.beam(thing, f(a, -1, -4), f(a, 4.6, -4), 0.8, pile)
}

/** Students and those who see them off, on the wharf beside the liner. */
function farewell(b: Builder): void {
  const chance = b.chance(27)
  const cast = travellers.filter((c) => b.in(c.from, c.until))
  for (let c = -226; c < 30; c += c > -150 && c < -70 ? 1.7 : 4.2) {
    const pick = cast[Math.floor(chance() * cast.length)]
    const at = b.shore(c + chance() * 1.4, 3.5, -7.6 + chance() * 9)
    if (pick) b.standing(pick.cutout, at, 0.45, chance() < 0.5)
  }
}
