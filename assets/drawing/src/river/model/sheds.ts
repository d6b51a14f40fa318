import type { Builder, Frame } from '../builder.ts'
import type { Ink } from '../ink.ts'
import { type Cut, front, type Material, plates, ribbed, solid } from '../material.ts'
import { heights } from '../shore.ts'

const tile = ribbed(0x5b4a45, plates.cool, 0.5)
const redTile = ribbed(0x86462f, plates.warm, 0.5)
const foot = heights.land

export type Shed = {
  readonly at: number
  readonly inland: number
  readonly long: number
  readonly deep: number
  readonly storeys: number
  readonly wall: Ink
  readonly kind?: Cut
  readonly roof: 'gable' | 'gables' | 'flat' | 'saw'
  readonly turn?: number
  readonly storey?: number
  readonly bay?: number
  readonly round?: boolean
  readonly surround?: Ink
  readonly wideWindow?: number
}

/** A working building of the shore: godown, mill or shop, from one to six storeys. */
export function shed(b: Builder, s: Shed): { readonly thing: number; readonly frame: Frame; readonly top: number } {
  const thing = b.mesh.thing()
  const f = b.frame(s.at, s.inland, s.turn ?? 0)
  const storey = s.storey ?? 4.4
  const top = foot + s.storeys * storey
  const bayFor = (length: number) => length / Math.max(1, Math.round(length / (s.bay ?? 4.2)))
  const wall = (length: number): Material =>
    front({
      wall: s.wall,
      kind: s.kind ?? 'brick',
      plate: plates.warm,
      bay: bayFor(length),
      surround: s.surround ?? 0xd8c9ad,
      openings: Array.from({ length: s.storeys }, (_, i) => ({
        sill: i * storey + 1.1,
        high: storey * 0.52,
        wide: s.wideWindow ?? 1.5,
        shape: s.round ? ('round' as const) : ('flat' as const),
      })),
      bands: Array.from(
        { length: Math.max(0, s.storeys - 1) },
        (_, i) => [(i + 1) * storey - 0.1, 0.22, s.surround ?? 0xc9b48f] as const,
      ),
    })
  const half = s.long / 2
  b.block(thing, f, -half, half, foot, top, 0, s.deep, { front: wall(s.long), ends: wall(s.deep), top: tile })
  const gable = solid(s.wall, plates.warm, s.kind ?? 'brick')
  const roof = s.wall === 0x8a8680 ? tile : redTile
  if (s.roof === 'gable')
    b.gable(thing, f, -half, half, top, 0, s.deep, Math.min(6, s.deep * 0.24), roof, gable, 'along')
  else if (s.roof === 'gables') {
    const count = Math.max(1, Math.round(s.long / 17))
    for (let i = 0; i < count; i++) {
      const a = -half + (s.long / count) * i
      b.gable(thing, f, a, a + s.long / count, top, 0, s.deep, 4.6, roof, gable, 'inland', 0.3)
    }
  } else if (s.roof === 'saw') {
    const count = Math.max(2, Math.round(s.long / 9))
    const glass = front({
      wall: 0x86978f,
      kind: 'plain',
      bay: 1.6,
      openings: [{ sill: 0.4, high: 2.2, wide: 1.2, shape: 'flat' }],
    })
    for (let i = 0; i < count; i++) {
      const a = -half + (s.long / count) * i
      const z = a + s.long / count
      b.mesh.quad(thing, glass, f(a, top, s.deep), f(a, top, 0), f(a, top + 3.6, 0), f(a, top + 3.6, s.deep))
      b.mesh.quad(thing, roof, f(z, top, 0), f(z, top, s.deep), f(a, top + 3.6, s.deep), f(a, top + 3.6, 0))
      b.mesh.triangle(thing, gable, f(a, top, 0), f(z, top, 0), f(a, top + 3.6, 0))
    }
  } else {
    b.block(thing, f, -half - 0.3, half + 0.3, top, top + 0.9, -0.3, s.deep + 0.3, {
      front: solid(0xb8ab92, plates.cool),
      top: tile,
    })
  }
  return { thing, frame: f, top }
}

/** A brick or iron chimney with its crown. */
export function stack(
  b: Builder,
  at: number,
  inland: number,
  high: number,
  foot0 = 1.9,
  ink: Ink = 0x9c4732,
): readonly [number, number, number] {
  const thing = b.mesh.thing()
  const f = b.frame(at, inland)
  const brick = front({
    wall: ink,
    kind: 'brick',
    plate: plates.warm,
    bay: 3,
    openings: [],
    bands: [
      [high * 0.3, 0.5, 0x6f2c20],
      [high * 0.62, 0.5, 0x6f2c20],
      [high - 3, 0.9, 0xd8c9ad],
    ],
  })
  b.drum(thing, f, 0, 0, foot, high, foot0, foot0 * 0.66, brick, 16)
  b.drum(thing, f, 0, 0, high - 1.4, high + 0.4, foot0 * 0.86, foot0 * 0.9, brick, 16)
  return f(0, high + 0.4, 0)
}

const laneWalls = [0x8a5a45, 0x94806a, 0xa38a6c, 0x7e6a58, 0x9a6f55] as const

/** Rows of lane houses behind the quay, before the towers: terraces of two and three floors, some with their gables in front. None where the ground is `kept` for something else. */
export function laneHouses(
  b: Builder,
  from: number,
  to: number,
  seed: number,
  kept: (chainage: number, inland: number) => boolean,
): void {
  const chance = b.chance(seed)
  for (let row = 150; row < 420; row += 70) {
    for (let c = from; c < to; c += 62) {
      if (chance() < 0.3) continue
      const [at, inland] = [c + chance() * 20, row + chance() * 30]
      const [size, hue, turn] = [chance(), chance(), chance()]
      if (kept(at, inland)) continue
      const s = shed(b, {
        at,
        inland,
        long: 30 + size * 32,
        deep: size > 0.6 ? 16 : 11,
        storeys: hue > 0.7 ? 3 : 2,
        wall: laneWalls[Math.floor(((hue * 7) % 1) * laneWalls.length)]!,
        kind: hue < 0.3 ? 'render' : 'brick',
        roof: turn > 0.78 ? 'gables' : 'gable',
        turn: (turn - 0.5) * 10,
        storey: 3.2 + size * 0.6,
        bay: 3 + turn,
        wideWindow: 1.1,
      })
      const half = 15 + size * 16
      for (const a of size > 0.3 ? [-half * 0.6, half * 0.1, half * 0.7] : [half * 0.3])
        b.block(s.thing, s.frame, a, a + 1, s.top, s.top + 4.2, 4.6, 5.6, { front: solid(0x7a4a3a, plates.warm) })
    }
  }
}
