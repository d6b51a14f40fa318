import type { Builder } from '../builder.ts'
import { front, plates, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { crafts } from './craft.ts'
import { shed } from './sheds.ts'

const foot = heights.land
const stone = solid(0xb9c2c6, plates.cool)
const dark = solid(0x6b7880, plates.cool)

/** The salvage bureau: an office tower over its museum of 2011, about 40 m high; before, stores and a tug at the quay. All of the kind. */
export function salvage(b: Builder): void {
  b.mesh.belonging('jiulao-chenlieguan', () => {
    if (b.in(2011)) {
      tower(b)
      return
    }
    if (!b.in(1951)) return
    shed(b, {
      at: 2520,
      inland: 70,
      long: 62,
      deep: 20,
      storeys: 4,
      wall: 0x9c9486,
      kind: 'render',
      roof: 'flat',
      storey: 4,
      bay: 4,
      wideWindow: 2.2,
      surround: 0xc9c0aa,
    })
    shed(b, {
      at: 2500,
      inland: 28,
      long: 46,
      deep: 26,
      storeys: 1,
      wall: 0x8a8680,
      kind: 'iron',
      roof: 'gables',
      storey: 6.6,
    })
    const place = b.shore(2526, 0, -13)
    if (b.distance(place) > 32) b.standing(crafts.tug.cutout, place, 1, false, 1.25)
  })
}

function tower(b: Builder): void {
  const thing = b.mesh.thing()
  const f = b.frame(2520, 112)
  const rows = (count: number, high: number, wide: number, bay: number) =>
    front({
      wall: 0xb9c2c6,
      kind: 'plain',
      bay,
      openings: Array.from({ length: count }, (_, i) => ({ sill: 0.9 + i * 3.6, high, wide, shape: 'flat' as const })),
      glass: 0x4d6b74,
      surround: 0xd3d9da,
    })
  const glassy = rows(9, 2.7, 2.9, 3.1)
  const slits = rows(9, 1.9, 1.1, 2.6)
  b.block(thing, f, -15, 15, foot + 8, foot + 36, 2, 20, { front: slits, ends: slits, top: dark })
  b.block(thing, f, -9, 9, foot + 8, foot + 38.6, 0.4, 3, { front: glassy, top: dark })
  for (const a of [-15.6, -9.6, 9, 15]) b.block(thing, f, a, a + 0.7, foot + 8, foot + 37.2, 0, 2.4, { front: stone })
  b.block(thing, f, -16, 16, foot + 36, foot + 37.4, 1.4, 20.6, { front: dark })
  b.block(thing, f, -6, 6, foot + 37.4, foot + 41, 6, 16, { front: stone, top: dark })
  const base = b.mesh.thing()
  const museum = front({
    wall: 0xc3c4bd,
    kind: 'stone',
    bay: 5,
    openings: [
      { sill: 0.3, high: 3.2, wide: 3.6, shape: 'flat' },
      { sill: 4.8, high: 2, wide: 3.6, shape: 'flat' },
    ],
    glass: 0x4d6b74,
    surround: 0xdfe2df,
  })
  b.block(base, f, -32, 32, foot, foot + 8.4, -8, 24, { front: museum, top: dark })
  b.block(base, f, -33, 33, foot + 8.4, foot + 9.2, -9, 25, { front: dark })
  b.block(base, f, -11, 11, foot + 4.4, foot + 5.2, -14, -8, { front: stone })
  for (const a of [-10, -3.5, 3.5, 10]) b.drum(base, f, a, -13.2, foot, foot + 4.4, 0.4, 0.4, stone, 12)
}
