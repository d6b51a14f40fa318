import type { Hour } from './hour.ts'
import { along, type Ink, lightness, mix } from './ink.ts'
import { cell, noise } from './noise.ts'
import { horizonInk } from './sky.ts'

/** What is mirrored at a point of the water, and how strongly. */
export type Mirrored = { readonly ink: Ink; readonly strength: number }

/** The mirrored sight: what stands in the water `turn` degrees aside of a level direction and `lift` degrees up. */
export type Mirror = (dx: number, dz: number, lift: number, turn: number) => Mirrored | undefined

/** Where the eye stands over the water, in metres of the world. */
export type Eye = { readonly x: number; readonly z: number; readonly height: number }

const radians = Math.PI / 180

/** Row spacing in degrees at a depression, and the running number of rows from the horizon down. */
const spacingAt = (depression: number) => 0.115 + 0.055 * depression
const rowAt = (depression: number) => Math.log(1 + (0.055 / 0.115) * depression) / 0.055

/** Half the width, in degrees, of the lane that sun or moon lays on the water. */
const laneAt = (depression: number) => 3 + 0.32 * depression

/**
 * The river in a unit direction below the horizon.
 * Body, reflections moved along rows, then rows of cut strokes.
 */
export function waterInk(hour: Hour, dx: number, dy: number, dz: number, eye: Eye, mirror: Mirror): Ink {
  const depression = Math.asin(Math.min(1, -dy)) / radians
  const flat = Math.hypot(dx, dz) || 1
  const hx = dx / flat
  const hz = dz / flat
  const bearing = Math.atan2(dx, dz) / radians
  const row = rowAt(depression)
  const rowNumber = Math.floor(row)
  const spacing = spacingAt(depression)

  const lanes = ruffle(eye, dx, dy, dz)
  const grain = noise(hx * 40, row * 1.7, hz * 40) - 0.5
  const depth = depression * (1 + 0.3 * (lanes - 0.5)) + grain * 0.25 * spacing * 3
  const stepped = Math.round(depth * 1.4) / 1.4
  let ink = mix(along(hour.water, depth), along(hour.water, depression < 7 ? depth : stepped), 0.6)
  if (depression < 2.4) ink = mix(ink, horizonInk(hour, dx, dz), 0.55 * (1 - depression / 2.4))

  const wave = 57.3 / (spacing * 3.2)
  const slide = noise(hx * wave, rowNumber * 7.313, hz * wave) - 0.5
  const skew = noise(hx * wave + 31, rowNumber * 5.117, hz * wave) - 0.5
  const ruffled = lanes > 0.5 ? 1.35 : 0.85
  const seen = mirror(dx, dz, depression + slide * 3.2 * spacing * ruffled, skew * 3.4 * spacing * ruffled)
  if (seen) {
    const fade = Math.max(1 / 7, 1 - (depression / 20) * (6 / 7))
    ink = mix(ink, seen.ink, seen.strength * fade)
  }

  for (let beside = -1; beside <= 1; beside++) {
    const number = rowNumber + beside
    if (number < 0) continue
    const there = (Math.exp(number * 0.055) - 1) * (0.115 / 0.055)
    const gap = spacingAt(there)
    const count = Math.max(
      9,
      Math.round((360 * Math.max(0.03, Math.cos(there * radians))) / (gap * (7 + 4 * cell(number, 3)))),
    )
    const place = ((bearing + 360) / 360) * count + cell(number, 11)
    const at = Math.floor(place)
    const which = ((at % count) + count) % count
    const share = 0.4 + 0.56 * cell(number, which, 2)
    const from = (1 - share) * cell(number, which, 3)
    const t = (place - at - from) / share
    if (t <= 0 || t >= 1) continue
    const thick = 0.2 + 0.34 * cell(number, which, 4)
    const bend = (cell(number, which, 5) - 0.5) * 0.9
    const swell = Math.sin(Math.PI * t) ** 0.9 * (0.62 + 0.38 * Math.sin(Math.PI * t * 0.9 + 0.3))
    const middle =
      0.5 + (cell(number, which, 6) - 0.5) * 0.4 + bend * Math.sin(Math.PI * 2 * t) * 0.42 + (t - 0.5) * bend * 0.35
    const offset = row - number - middle
    if (Math.abs(offset) > (thick / 2) * swell) continue
    const chance = cell(number, which, 1)
    const centre = ((at + from + share / 2 - cell(number, 11)) / count) * 360 - 360
    const aside = Math.abs(((centre - hour.sun.bearing + 1260) % 360) - 180)
    const lane = aside < laneAt(there) * (0.8 + 0.5 * noise(number * 3.1, 0, 2))
    const cosine = Math.cos(there * radians)
    const rough = ruffle(
      eye,
      Math.sin(centre * radians) * cosine,
      -Math.sin(Math.max(0.05, there) * radians),
      Math.cos(centre * radians) * cosine,
    )
    const dark = 0.2 + 0.5 * Math.max(0, Math.min(1, (rough - 0.3) * 2.4))
    const kind = chance < dark * (lane ? 0.5 : 1) ? 1 : chance > (lane ? 0.55 : 0.93) ? 2 : 0
    if (kind === 0) continue
    if (kind === 1) {
      const strong = Math.min(0.85, 0.42 + depression * 0.03)
      ink = mix(
        ink,
        seen && lightness(seen.ink) < lightness(hour.darkStroke) + 24
          ? mix(hour.darkStroke, hour.lightStroke, 0.34)
          : hour.darkStroke,
        strong,
      )
    } else ink = mix(ink, lane ? hour.glitter : hour.lightStroke, lane ? (hour.night ? 0.92 : 0.8) : 0.62)
  }
  return ink
}

/** How ruffled the water is, about 0.5 in the mean: calm and ruffled lanes that lie on the river, not on the picture. */
function ruffle(eye: Eye, dx: number, dy: number, dz: number): number {
  const t = Math.min(9000, eye.height / Math.max(1e-4, -dy))
  const x = eye.x + dx * t
  const z = eye.z + dz * t
  return noise(x / 95, 0.3, z / 95) * 0.65 + noise(x / 34, 7.1, z / 34) * 0.35
}
