import type { Builder } from '../builder.ts'
import { mix } from '../ink.ts'
import { type Material, plates } from '../material.ts'
import type { Point } from '../mesh.ts'
import { cell, noise } from '../noise.ts'

const soot = [0x3b3634, 0x5a524b, 0x7d7263, 0xa3937a] as const
const vapour = [0xb8a788, 0xd3c4a4, 0xe6dabf, 0xf4ebdd] as const

type Tones = typeof soot | typeof vapour

/** Smoke as a cut shape in four tones: lobes that grow along the wind; its last half is eaten away along the grain. */
function plume(long: number, seed: number, tones: Tones): Material {
  const lobes = Array.from({ length: 30 }, (_, i) => {
    const t = (i + 0.5) / 30
    const wide = long * (0.014 + 0.075 * t ** 0.7)
    return {
      x: t * long * 0.97,
      y: rise(t, long) + (cell(seed, i) - 0.5) * wide * 0.9,
      r: wide * (0.75 + 0.5 * cell(seed, i, 2)),
    }
  })
  const inside = (u: number, v: number): number => {
    let best = -1
    for (const l of lobes) {
      const dx = u - l.x
      if (dx > l.r * 1.3 || dx < -l.r * 1.3) continue
      const dy = v - l.y
      const edge = l.r * (0.9 + 0.22 * (noise(u * 0.22 + seed, v * 0.3, seed) - 0.5))
      const d = (dx * dx) / 1.5 + dy * dy
      if (d < edge * edge) best = Math.max(best, 0.5 + (0.5 * (dy - dx * 0.25)) / l.r)
    }
    return best
  }
  const eaten = (u: number, v: number) => {
    const t = u / long
    return t > 0.45 && noise(u * 0.035 + seed, v * 0.3 + u * 0.02, seed + 4) < (t - 0.45) * 1.28
  }
  return {
    plate: plates.dark,
    flat: true,
    mist: 0.7,
    holes: (u, v) => inside(u, v) < 0 || eaten(u, v),
    ink(spot) {
      const t = spot.u / long
      const level = inside(spot.u, spot.v) + (noise(spot.u * 0.18, spot.v * 0.3, seed + 9) - 0.5) * 0.7 + t * 0.5
      const tone = tones[Math.max(0, Math.min(3, Math.floor(level * 3.1)))]!
      return t > 0.55 ? mix(tone, 0xbfae90, Math.floor((t - 0.4) * 6) * 0.12) : tone
    },
  }
}

function rise(t: number, long: number): number {
  return long * (0.05 + 0.2 * t ** 0.62)
}

const wind = (78 * Math.PI) / 180

/** Smoke from a mouth, drifting with the wind of the day, about `long` metres. */
export function smoke(b: Builder, mouth: Point, long: number, seed: number): void {
  drift(b, mouth, long, seed, soot)
}

/** White steam from a mouth. */
export function steam(b: Builder, mouth: Point, long: number, seed: number): void {
  drift(b, mouth, long, seed, vapour)
}

function drift(b: Builder, mouth: Point, long: number, seed: number, tones: Tones): void {
  const thing = b.mesh.thing(0.45)
  const dx = Math.sin(wind)
  const dz = Math.cos(wind)
  const at = (u: number, v: number): Point => [mouth[0] + dx * u, mouth[1] + v - long * 0.05, mouth[2] + dz * u]
  b.mesh.quad(
    thing,
    plume(long, seed, tones),
    at(0, -long * 0.1),
    at(long * 1.1, -long * 0.1),
    at(long * 1.1, long * 0.42),
    at(0, long * 0.42),
    0,
    -long * 0.1,
    long * 1.1,
    long * 0.52,
  )
}
