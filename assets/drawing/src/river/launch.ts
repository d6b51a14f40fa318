import { type Ink, inks, mix } from './ink.ts'
import { octave } from './material.ts'

const planks = 0xc49a5e
const seat = 0x2b5a66

/**
 * Our own boat seen from its mast: a flat plan 5.8 m below the eye, its bow downstream, and under the eye a compass card
 * whose rust point is true north. Returns the ink in a unit direction, or -1 beside the boat.
 */
export function launchPlan(bow: number): (dx: number, dy: number, dz: number) => Ink | -1 {
  const s = Math.sin((bow * Math.PI) / 180)
  const c = Math.cos((bow * Math.PI) / 180)
  return (dx, dy, dz) => {
    if (dy > -0.3) return -1
    const t = 5.8 / -dy
    const east = dx * t
    const north = dz * t
    const ahead = east * s + north * c
    const right = east * c - north * s
    const card = Math.hypot(east, north)
    if (card < 1.05) return compass(east, north, card)
    const half =
      ahead > 0 ? 1.75 * Math.max(0, 1 - (ahead / 5.6) ** 2.2) : ahead > -4.3 ? 1.75 - 0.02 * ahead * ahead : -1
    const off = Math.abs(right)
    if (half <= 0 || off > half) return -1
    if (off > half - 0.16 || ahead < -4.14) return inks.paper
    if (off > half - 0.27 || ahead < -4.03) return 0x3a2a2a
    if (ahead < -2.1 && ahead > -2.7 && off < half - 0.36) return seat
    if (ahead < -3.1 && ahead > -3.7 && off < half - 0.36) return seat
    if (ahead > 3.2 && off < half * 0.7 && ahead < 3.5) return 0x8a5f34
    const plank = octave(0.3, 0.1, 0.2)
    const place = right / plank - Math.floor(right / plank)
    return place < 0.09 ? mix(planks, inks.ink, 0.5) : ahead > 1.2 ? mix(planks, inks.brass, 0.35) : planks
  }
}

function compass(east: number, north: number, r: number): Ink {
  if (r > 1) return inks.brass
  if (r > 0.94) return inks.ink
  const turn = (Math.atan2(east, north) * 180) / Math.PI
  const tick = Math.abs(((turn + 365) % 10) - 5)
  if (r > 0.84) return tick < 1.1 ? inks.ink : inks.paper
  if (r < 0.07) return inks.brass
  for (let k = 0; k < 8; k++) {
    const point = k % 2 === 0 ? 0.78 : 0.46
    const away = ((turn - k * 45 + 540) % 360) - 180
    const across = Math.abs(r * Math.sin((away * Math.PI) / 180))
    const along = r * Math.cos((away * Math.PI) / 180)
    if (along > 0 && across < 0.12 * (1 - along / point)) {
      if (k === 0) return inks.rust
      return away < 0 ? inks.ink : 0x3d5560
    }
  }
  return inks.paper
}
