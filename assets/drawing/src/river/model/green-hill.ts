import type { Builder, Frame } from '../builder.ts'
import { inks } from '../ink.ts'
import { front, lattice, type Material, plates, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { shrubs, trees } from './trees.ts'

const foot = heights.land
const concrete = 0xcac7ba
/** In the water the building is one tone, or the reflection falls to pieces. */
const slab: Material = { plate: plates.cool, ink: (spot) => (spot.plain ? concrete : 0xe3dece) }
const green = solid(0x6f8f5a, plates.cool)
const steel = solid(0x7d8784, plates.cool)
const rail = lattice(
  0x5a6a66,
  plates.dark,
  (u, v, thick) => Math.abs(v - 1.05) < thick || (u / 1.6 - Math.floor(u / 1.6)) * 1.6 < thick,
  0.05,
  0.035,
)

/**
 * Green Hill at its stop: before 2016 a plain warehouse of six storeys (about 30 m), since 2019 cut back in terraces towards river and town,
 * some 5 m lower, planted, with a round ramp. The numbers of the storeys and the outline are those of the dossier; the terraces are of the kind.
 */
export function greenHill(b: Builder): void {
  b.mesh.belonging('lv-zhi-qiu', () => {
    const f = b.frame(2610, 34)
    if (b.year < 1996) return
    if (b.year < 2016) {
      warehouse(b)
      return
    }
    const storey = 4.6
    const chance = b.chance(81)
    const columns = b.mesh.thing(0.7)
    for (let k = 0; k < 5; k++) {
      const thing = b.mesh.thing()
      const left = -50 + k * 4 + (k > 2 ? (k - 2) * 6 : 0)
      const right = 50 - k * 7.5
      const near = k * 5.6
      const y0 = foot + k * storey
      const bay = (right - left) / Math.round((right - left) / 7)
      const wall = front({
        wall: concrete,
        kind: 'plain',
        plate: plates.cool,
        bay,
        openings: [{ sill: 0.35, high: 3.1, wide: bay - 1.1, shape: 'flat' }],
        glass: k % 2 ? 0x7d9d98 : 0x6c908f,
        surround: 0xe3dece,
      })
      b.block(thing, f, left, right, y0, y0 + storey - 0.9, near + 2.4, 42, { front: wall, top: green })
      b.block(thing, f, left - 1.5, right + 1.5, y0 + storey - 1, y0 + storey, near - 1.6, 42.5, {
        front: slab,
        top: green,
      })
      b.block(thing, f, left - 1.5, right + 1.5, y0 + storey, y0 + storey + 0.5, near - 1.75, near - 1.3, {
        front: slab,
        top: green,
      })
      for (let a = left; a < right + 1; a += bay)
        b.block(columns, f, a - 0.34, a + 0.34, y0, y0 + storey - 1, near - 0.9, near - 0.2, { front: slab })
      const rails = b.mesh.thing(0)
      b.mesh.quad(
        rails,
        rail,
        f(left - 1.4, y0 + storey, near - 1.2),
        f(right + 1.4, y0 + storey, near - 1.2),
        f(right + 1.4, y0 + storey + 1.15, near - 1.2),
        f(left - 1.4, y0 + storey + 1.15, near - 1.2),
      )
      for (let a = left; a < right + 1; a += 3.4) {
        const roll = chance()
        const x = a + chance() * 2
        if (roll < 0.56)
          b.standing(
            shrubs[Math.floor(chance() * shrubs.length)]!,
            f(x, y0 + storey, near - 0.2 + chance() * 1.4),
            0.5,
            roll < 0.28,
            0.5 + chance() * 0.3,
          )
        else if (roll < 0.68)
          b.standing(
            trees[Math.floor(chance() * trees.length)]!,
            f(x, y0 + storey, near + 1 + chance() * 2),
            0.55,
            roll < 0.62,
            0.4 + chance() * 0.2,
          )
        if (chance() < 0.6) hanging(b, f, x, y0 + storey - 0.1, near - 1.85, chance())
      }
    }
    rainChains(b, f)
    ramp(b, f)
    for (let i = 0; i < 5; i++)
      b.standing(
        trees[(i * 2) % trees.length]!,
        f(-16 + i * 8, foot + 5 * storey, 26 + (i % 2) * 6),
        0.55,
        i % 2 === 0,
        0.55,
      )
  })
}

/** Chains that lead the rain from terrace to terrace. */
function rainChains(b: Builder, f: Frame): void {
  const thing = b.mesh.thing(0)
  for (let k = 0; k < 4; k++)
    for (const a of [-30 + k * 5, 4 - k * 3, 28 - k * 5])
      b.ribbon(
        thing,
        f(a, foot + 0.4 + k * 4.6, k * 5.6 - 1.5),
        f(a, foot + 4 + k * 4.6, k * 5.6 - 1.5),
        0.09,
        steel,
        0.025,
      )
}

/** Plants that hang over an edge. */
function hanging(b: Builder, f: Frame, a: number, y: number, into: number, size: number): void {
  const thing = b.mesh.thing(0.35)
  const ink = solid(size > 0.5 ? 0x56784a : 0x456740, plates.cool)
  const w = 0.9 + size * 1.3
  for (let i = 0; i < 5; i++) {
    const x = a + (i / 5) * w
    b.mesh.triangle(
      thing,
      ink,
      f(x - 0.3, y + 0.1, into),
      f(x + 0.36, y + 0.1, into),
      f(x + 0.04, y - 0.7 - 1.1 * ((i * 37) % 5) * 0.2 - size * 0.5, into),
    )
  }
}

/** The round ramp at the downstream corner: four turns of a light deck on thin posts. */
function ramp(b: Builder, f: Frame): void {
  const thing = b.mesh.thing(0.85)
  const [a, into, outer, inner] = [54, 2, 8.4, 5.2]
  const turns = 4
  const steps = 26
  const at = (i: number, r: number, up: number) => {
    const turn = (i / steps) * 2 * Math.PI
    return f(a + Math.cos(turn) * r, foot + 0.4 + (i / steps) * 4.3 + up, into + Math.sin(turn) * r)
  }
  for (let i = 0; i < turns * steps; i++) {
    b.mesh.quad(thing, slab, at(i, outer, 0), at(i + 1, outer, 0), at(i + 1, outer, 0.75), at(i, outer, 0.75))
    b.mesh.quad(thing, steel, at(i, inner, 0), at(i + 1, inner, 0), at(i + 1, inner, 0.6), at(i, inner, 0.6))
    b.mesh.quad(thing, steel, at(i, inner, 0), at(i + 1, inner, 0), at(i + 1, outer, 0), at(i, outer, 0))
  }
  for (let i = 0; i < 12; i++) {
    const turn = (i / 12) * 2 * Math.PI
    const [x, z] = [a + Math.cos(turn) * 7.9, into + Math.sin(turn) * 7.9]
    b.beam(thing, f(x, foot, z), f(x, foot + 17 + (i / 12) * 2, z), 0.26, steel)
  }
  b.beam(thing, f(46, foot + 13, 6), f(38, foot + 13.8, 10), 2.4, slab, 0.5)
}

function warehouse(b: Builder): void {
  shed(b, {
    at: 2610,
    inland: 34,
    long: 100,
    deep: 40,
    storeys: 6,
    wall: 0xa59e8c,
    kind: 'render',
    roof: 'flat',
    storey: 4.9,
    bay: 6.2,
    wideWindow: 3.6,
    surround: 0xc9c0aa,
  })
  const f = b.frame(2610, 34)
  const thing = b.mesh.thing()
  for (let i = -3; i <= 3; i++)
    b.block(thing, f, i * 16 - 0.6, i * 16 + 0.6, foot, foot + 29.4, -0.5, 0.2, { front: solid(0xb8b09c, plates.cool) })
  b.block(thing, f, -12, -2, foot + 30, foot + 34.5, 14, 22, { front: solid(0xa59e8c, plates.cool, 'render') })
  b.block(thing, f, -44, -36, foot, foot + 5, -7, 0, { front: solid(inks.rust, plates.warm, 'iron') })
}

/** Before the warehouse: sheds and a mill between yard and bridge, of the kind. */
export function reachBeforeHill(b: Builder): void {
  if (b.in(1996)) return
  const planks = { wall: 0x7d5b40, kind: 'planks', roof: 'gables', storeys: 1, storey: 5.4 } as const
  if (!b.in(1951)) shed(b, { ...planks, at: 2530, inland: 26, long: 80, deep: 30 })
  shed(b, { at: 2622, inland: 30, long: 66, deep: 30, storeys: 2, wall: 0x8f4f3d, roof: 'gables', round: true })
  if (b.in(1990)) return
  smoke(b, stack(b, 2644, 110, 40), 130, 31)
  smoke(b, stack(b, 2556, 130, 34), 120, 32)
  smoke(b, stack(b, 2980, 120, 42), 150, 33)
}
