import { type Ink, mix } from '../ink.ts'
import { type Material, plates } from '../material.ts'
import { cell, noise } from '../noise.ts'

/** A stand of reeds as one cut face: blades that lean, every fifth with its plume; u along it, v up. */
export function reedBed(seed: number): Material {
  const blade = (u: number, v: number): Ink | -1 => {
    for (let k = Math.floor(u / 0.17) + 4; k >= Math.floor(u / 0.17) - 4; k--) {
      const high = (1 + 1.25 * cell(k, seed)) * (0.62 + 0.5 * noise(k * 0.045, seed, 2))
      const lean = (cell(k, seed, 2) - 0.5) * 0.8
      const t = v / high
      if (t > 1.06) continue
      const x = u - (k + cell(k, seed, 3)) * 0.17 - lean * t * t
      if (t > 0.84 && cell(k, seed, 4) > 0.8 && Math.abs(x) < 0.085) return 0xd9c48f
      if (t <= 1 && Math.abs(x) < 0.085 * (1 - t * 0.86)) return mix(0x3f6044, 0x93a866, cell(k, seed, 5))
    }
    return -1
  }
  return {
    plate: plates.cool,
    flat: true,
    holes: (u, v) => blade(u, v) === -1,
    ink(spot) {
      const ink = blade(spot.u, spot.v)
      if (ink === 0xd9c48f) spot.plate = plates.warm
      return ink === -1 ? 0x3f6044 : ink
    },
  }
}
