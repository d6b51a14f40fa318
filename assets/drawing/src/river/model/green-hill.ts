import type { Builder } from '../builder.ts'
import { inks } from '../ink.ts'
import { front, lattice, plates, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { shed, stack } from './sheds.ts'
import { smoke } from './smoke.ts'
import { shrubs, trees } from './trees.ts'

const foot = heights.land
const concrete = 0xcac7ba
const slab = solid(0xe3dece, plates.cool)
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
    for (let k = 0; k < 5; k++) {
      const thing = b.mesh.thing()
      const left = -50 + k * 4 + (k > 2 ? (k - 2) * 6 : 0)
      const right = 50 - k * 7.5
      const near = k * 5.6
      const y0 = foot + k * storey
      const wall = front({
        wall: concrete,
        kind: 'plain',
        plate: plates.cool,
        bay: (right - left) / Math.round((right - left) / 7),
        openings: [{ sill: 0.5, high: 3.1, wide: 5.6, shape: 'flat' }],
        glass: 0x6c908f,
        surround: 0xe3dece,
      })
      b.block(thing, f, left, right, y0, y0 + storey - 0.7, near + 1.6, 42, { front: wall, top: green })
      b.block(thing, f, left - 1.5, right + 1.5, y0 + storey - 0.7, y0 + storey, near - 1.6, 42.5, {
        front: slab,
        top: green,
      })
      const rails = b.mesh.thing(0)
      b.mesh.quad(
        rails,
        rail,
        f(left - 1.4, y0 + storey, near - 1.5),
        f(right + 1.4, y0 + storey, near - 1.5),
        f(right + 1.4, y0 + storey + 1.15, near - 1.5),
        f(left - 1.4, y0 + storey + 1.15, near - 1.5),
      )
      for (let a = left; a < right + 1; a += 3.4) {
        const roll = chance()
        const x = a + chance() * 2
        if (roll < 0.42)
          b.standing(
            shrubs[Math.floor(chance() * shrubs.length)]!,
            f(x, y0 + storey, near - 0.4 + chance() * 1.4),
            0.5,
            roll < 0.25,
            0.62 + chance() * 0.3,
          )
        else if (roll < 0.55)
          b.standing(
            trees[Math.floor(chance() * trees.length)]!,
            f(x, y0 + storey, near + 1 + chance() * 2),
            0.55,
            roll < 0.6,
            0.42 + chance() * 0.22,
          )
        if (chance() < 0.55) hanging(b, f, x, y0 + storey - 0.1, near - 1.65, chance())
      }
    }
    ramp(b)
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

/** Plants that hang over an edge. */
function hanging(
  b: Builder,
  f: (a: number, y: number, c: number) => readonly [number, number, number],
  a: number,
  y: number,
  into: number,
  size: number,
): void {
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

/** The round ramp at the downstream corner, a drum of rings and thin posts. */
function ramp(b: Builder): void {
  const thing = b.mesh.thing()
  const f = b.frame(2610, 34)
  const [a, into] = [58, 12]
  for (let k = 0; k < 4; k++) {
    const y = foot + 2.6 + k * 4.2
    b.drum(thing, f, a, into, y, y + 0.7, 9.6, 9.6, steel, 28)
    b.drum(thing, f, a, into, y, y + 0.7, 6.2, 6.2, slab, 24)
  }
  for (let i = 0; i < 12; i++) {
    const t = (i / 12) * 2 * Math.PI
    b.beam(
      thing,
      f(a + Math.cos(t) * 9.2, foot, into + Math.sin(t) * 9.2),
      f(a + Math.cos(t) * 9.2, foot + 16, into + Math.sin(t) * 9.2),
      0.3,
      steel,
    )
  }
  b.beam(thing, f(49, foot + 13, 10), f(41, foot + 13.8, 10), 2.4, slab, 0.5)
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
