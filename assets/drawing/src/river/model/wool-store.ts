import type { Builder, Frame } from '../builder.ts'
import { inks, mix } from '../ink.ts'
import { front, type Material, plates, solid } from '../material.ts'
import { heights } from '../shore.ts'
import { forecourt } from './forecourt.ts'

const foot = heights.land
const brick = solid(0xa2452f, plates.warm, 'brick')
const concrete = solid(0xd8cfc0, plates.cool)
const dark = solid(0x50463f, plates.dark)
const tar = solid(0x5d5550, plates.cool)

const part = (x: number) => x - Math.floor(x)

/** Brick skin over a concrete frame: a pale band at every floor, wide windows of many panes under pale lintels. */
function framed(length: number, bay: number, storey: number, storeys: number): Material {
  const wide = length / Math.max(1, Math.round(length / bay))
  return {
    plate: plates.warm,
    ink(spot) {
      if (spot.plain) return 0xa2452f
      const floor = Math.min(storeys - 1, Math.floor(spot.v / storey))
      const y = spot.v - floor * storey
      const x = part(spot.u / wide) * wide
      const line = Math.max(0.16, 0.06 * spot.perDegree)
      if (y > storey - 0.55) {
        spot.plate = plates.cool
        return 0xd8cfc0
      }
      const [left, right, sill, head] = [0.95, wide - 0.95, 1.25, storey - 0.55]
      if (x > left && x < right && y > sill - 0.32 && y < sill) {
        spot.plate = plates.cool
        return 0xd8cfc0
      }
      if (x < left || x > right || y < sill || y > head) return brick.ink(spot)
      if (x < left + line || x > right - line || y > head - line) return mix(0xd8cfc0, 0x50463f, 0.25)
      spot.plate = plates.dark
      if (spot.lamps > 0 && Math.sin(floor * 7.1 + Math.floor(spot.u / wide) * 3.7) > 1 - spot.lamps * 1.6) {
        spot.glow = 1
        spot.plate = plates.light
        return 0xf3c469
      }
      const panes = spot.perDegree < 3.4 ? 5 : 3
      const pane = part(((x - left) / (right - left)) * panes)
      const row = part(((y - sill) / (head - sill)) * 4)
      const thin = 0.06 + 0.02 * spot.perDegree
      if (pane < thin || row < thin) return 0x8f8a7e
      return x - left + y * 0.5 > (right - left) * 0.92 ? 0x6d8a8c : 0x33494e
    },
  }
}

/** The wool and jute store of 1920: four tall storeys, thirteen bays; the number of storeys is not certain. */
export function woolStore(b: Builder): void {
  if (!b.in(1920)) return
  const now = b.in(1990)
  b.mesh.belonging('maoma-cangku', () => {
    const thing = b.mesh.thing()
    const [half, deep, storey] = [33, 42, 4.9]
    const f = b.frame(700, 72)
    const top = foot + storey * 4
    b.block(thing, f, -half, half, foot, top, 0, deep, {
      front: framed(half * 2, 5, storey, 4),
      ends: framed(deep, 5, storey, 4),
      top: tar,
    })
    const bays = 13
    for (let i = 0; i <= bays; i++) {
      const a = -half + (i / bays) * half * 2
      b.block(thing, f, a - 0.45, a + 0.45, foot, top + 0.7, -0.5, 0.2, { front: brick, top: concrete })
    }
    for (let i = 0; i <= 8; i++) {
      const into = (i / 8) * deep
      for (const s of [-1, 1])
        b.block(thing, f, s * half - 0.5, s * half + 0.5, foot, top + 0.7, into - 0.45, into + 0.45, {
          front: brick,
          top: concrete,
        })
    }
    b.block(thing, f, -half - 0.6, half + 0.6, top, top + 0.5, -0.7, deep + 0.6, { front: concrete, top: tar })
    b.block(thing, f, -half - 0.3, half + 0.3, top + 0.5, top + 1.5, -0.4, 0.3, { front: brick, top: concrete })
    for (const s of [-1, 1])
      b.block(thing, f, s * half - 0.3, s * half + 0.3, top + 0.5, top + 1.5, 0, deep, { front: brick, top: concrete })
    stairTower(b, thing, f, -half, top)
    for (const [at, wide] of [
      [4, 7],
      [20, 5],
    ] as const) {
      b.block(thing, f, at - wide / 2, at + wide / 2, top + 0.5, top + 3.4, 14, 21, { front: brick, top: tar })
      b.block(thing, f, at - wide / 2 - 0.3, at + wide / 2 + 0.3, top + 3.4, top + 3.8, 13.7, 21.3, { front: concrete })
    }
    b.block(thing, f, -24, 30, foot + 4.1, foot + 4.5, -3.4, 0, { front: concrete, top: tar })
    for (let a = -22; a <= 28; a += 10) b.beam(thing, f(a, foot, -3), f(a, foot + 4.1, -3), 0.3, dark)
    if (now) {
      for (const [i, ink] of [inks.rust, inks.brass, inks.river].entries())
        b.block(thing, f, -15 + i * 10.16 - 1, -15 + i * 10.16 + 1, foot + 6, foot + 16, -0.75, -0.62, {
          front: banner(ink),
        })
    } else
      for (const a of [-12.7, 12.7]) {
        b.beam(thing, f(a, top + 0.4, 0.4), f(a, top + 0.4, -3), 0.3, dark)
        b.ribbon(thing, f(a, top + 0.3, -2.8), f(a, foot + 6, -2.8), 0.08, dark, 0.05)
        b.block(thing, f, a - 0.8, a + 0.8, foot + 4.9, foot + 6, -3.5, -2.1, {
          front: solid(0xb18a55, plates.warm, 'planks'),
        })
      }
  })
  if (now) forecourt(b, 664, 742, 34, 70, 81)
}

/** The stair from which the far towers are seen: a taller bay at the upstream corner, glazed from floor to floor. */
function stairTower(b: Builder, thing: number, f: Frame, edge: number, top: number): void {
  const glass = front({
    wall: 0xa2452f,
    kind: 'brick',
    plate: plates.warm,
    bay: 6.4,
    glass: 0x33494e,
    surround: 0xd8cfc0,
    openings: [0, 1, 2, 3].map((i) => ({ sill: 2.2 + i * 4.9, high: 3.6, wide: 2.4, shape: 'flat' as const })),
  })
  b.block(thing, f, edge - 0.4, edge + 6, foot, top + 4.4, -1, 7, { front: glass, top: tar })
  b.block(thing, f, edge - 0.8, edge + 6.4, top + 4.4, top + 5, -1.4, 7.4, { front: concrete, top: tar })
  b.beam(thing, f(edge + 2.8, top + 5, 3), f(edge + 2.8, top + 9, 3), 0.16, dark)
}

function banner(ink: number): Material {
  return {
    plate: plates.warm,
    ink: ({ u, v }) => (v < 0.5 || v > 9.5 ? inks.paper : (u - 1) ** 2 + (v - 6.6) ** 2 < 0.42 ? inks.paper : ink),
  }
}
