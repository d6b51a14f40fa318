import type { Builder } from '../builder.ts'
import { inks } from '../ink.ts'
import { front, lattice, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'

const white = 0xdfe6e8
const blue = 0x2f6f8f
const paint = solid(white, plates.cool)
const blueIron = solid(blue, plates.cool)
const hullIron = solid(0x2b4650, plates.cool, 'iron')
const deck = solid(0xa9a698, plates.cool)
const rail = lattice(
  white,
  plates.cool,
  (u, v, thick) =>
    Math.abs(v - 1.05) < thick || Math.abs(v - 0.5) < thick * 0.7 || (u / 1.5 - Math.floor(u / 1.5)) * 1.5 < thick,
  0.06,
  0.03,
)

/** The landing of the river ferry under the bridge: hall, gangway, pontoon. What came before is of the kind. */
export function ferryLanding(b: Builder): void {
  b.mesh.belonging('ningguo-lu-dukou', () => {
    if (b.in(1990)) landing(b)
    else if (b.in(1900)) oldLanding(b)
  })
}

function landing(b: Builder): void {
  const f = b.frame(2776, 0)
  const hall = b.mesh.thing()
  const glass = front({
    wall: white,
    kind: 'plain',
    bay: 2.6,
    openings: [{ sill: 0.4, high: 2.9, wide: 2.1, shape: 'flat' }],
    glass: 0x4b7484,
    surround: white,
  })
  const y = heights.quay
  b.block(hall, f, -13, 13, y, y + 4, 7, 16, { front: glass })
  b.block(hall, f, -14.6, 14.6, y + 4, y + 5, 4.6, 17, { front: blueIron, top: paint })
  b.mesh.quad(hall, blueIron, f(-8, y + 5, 6), f(8, y + 5, 6), f(8, y + 7, 6.4), f(-8, y + 7, 6.4))
  b.gable(hall, f, -9, 9, y + 5, 6, 15, 2, ribbed(0x9fb2b6, plates.cool, 0.6), paint, 'along', 0.4)
  for (const a of [-14, -7, 0, 7, 14]) b.beam(hall, f(a, y, 5), f(a, y + 4, 5), 0.24, blueIron)
  const pontoon = b.mesh.thing()
  b.block(pontoon, f, -24, 40, -0.4, 1.3, -25, -15.5, { front: hullIron, top: deck })
  b.block(pontoon, f, -24, 40, 0.75, 1.3, -25.15, -24.9, { front: paint })
  b.block(pontoon, f, -18, 14, 4.3, 4.75, -24, -17, { front: blueIron, top: paint })
  for (let a = -17; a <= 13.1; a += 6) {
    for (const into of [-23.4, -17.6]) b.beam(pontoon, f(a, 1.3, into), f(a, 4.3, into), 0.2, paint)
  }
  b.block(pontoon, f, -16, -10, 1.3, 4, -20, -17.4, { front: glass })
  for (const a of [-26, 42]) {
    b.beam(pontoon, f(a, -1, -18), f(a, 4.4, -18), 0.8, solid(inks.rust, plates.warm, 'iron'))
    b.beam(pontoon, f(a, -1, -23), f(a, 4.4, -23), 0.8, solid(inks.rust, plates.warm, 'iron'))
  }
  const way = b.mesh.thing(0.8)
  b.beam(way, f(0, 1.5, -15.6), f(0, y + 0.1, 1), 3, deck, 0.3)
  for (const a of [-1.6, 1.6]) {
    b.mesh.quad(
      b.mesh.thing(0),
      rail,
      f(a, 1.6, -15.6),
      f(a, y + 0.2, 1),
      f(a, y + 1.4, 1),
      f(a, 2.8, -15.6),
      0,
      0,
      16.8,
      1.2,
    )
    for (let k = 0; k < 3; k++)
      b.beam(way, f(a, 1.4 + k * 0.6, -15 + k * 5), f(a, 4.4 + k * 0.4, -15 + k * 5), 0.14, paint)
  }
  b.block(way, f, -1.9, 1.9, 4.2, 4.5, -15.6, -4, { front: blueIron })
  const place = b.shore(2801, 0, -29)
  if (b.in(crafts.ferry.from) && b.distance(place) > 40) b.standing(crafts.ferry.cutout, place, 1, true, 0.92)
}

function oldLanding(b: Builder): void {
  const f = b.frame(2776, 0)
  const y = heights.quay
  const thing = b.mesh.thing()
  const timber = solid(0x86623c, plates.warm, 'planks')
  const dark = solid(0x4a3524, plates.warm, 'planks')
  const late = b.in(1950)
  b.block(thing, f, -9, 9, y, y + 3.6, 5, 12, {
    front: front({
      wall: late ? 0xb3a68a : 0x8d6a48,
      kind: late ? 'render' : 'planks',
      plate: plates.warm,
      bay: 3,
      openings: [{ sill: 0.1, high: 2.6, wide: 2, shape: 'flat' }],
      surround: 0xd8c9ad,
    }),
  })
  b.gable(thing, f, -9, 9, y + 3.6, 4, 13, 2.6, ribbed(0x5e473c, plates.warm, 0.5), timber, 'along', 1.1)
  const pontoon = b.mesh.thing()
  b.block(pontoon, f, -15, 15, -0.4, 1.2, -21, -13, { front: late ? hullIron : dark, top: timber })
  for (const a of [-12, -4, 4, 12]) {
    for (const into of [-20, -14]) b.beam(pontoon, f(a, 1.2, into), f(a, 4, into), 0.22, dark)
  }
  b.gable(pontoon, f, -13, 13, 4, -20.4, -13.6, 1.6, ribbed(0x6e5a46, plates.warm, 0.5), timber, 'along', 0.6)
  b.beam(pontoon, f(0, 1.4, -13), f(0, y + 0.1, 1), 2.4, timber, 0.25)
  for (const a of [-17, 17]) b.beam(pontoon, f(a, -1, -17), f(a, 4.6, -17), 0.6, dark)
  const boat = late ? crafts.motorFerry : crafts.steamFerry
  const place = b.shore(2772, 0, -25)
  if (b.distance(place) > 40) b.standing(boat.cutout, place, 1, true)
}
