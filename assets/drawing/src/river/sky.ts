import type { Hour } from './hour.ts'
import { along, type Ink, inks, mix, type Ramp } from './ink.ts'
import { cell, noise } from './noise.ts'

const radians = Math.PI / 180

/** How far a direction lies towards the light: 1 below the sun, 0 opposite. */
function towardness(hour: Hour, dx: number, dz: number): number {
  const flat = Math.hypot(dx, dz) || 1
  const c = (dx * Math.sin(hour.sun.bearing * radians) + dz * Math.cos(hour.sun.bearing * radians)) / flat
  const t = 0.5 + 0.5 * c
  return t * t * (3 - 2 * t)
}

const bands = 15

/** The most of a contour of the wood's figure that its line takes. */
const widestContour = 0.26

function ramped(toward: Ramp, away: Ramp, share: number, at: number): Ink {
  return mix(along(away, at), along(toward, at), share)
}

/** The colour of the horizon in a direction: what mist is made of. */
export function horizonInk(hour: Hour, dx: number, dz: number): Ink {
  return ramped(hour.toward, hour.away, towardness(hour, dx, dz), 0.06)
}

/** Cloud strength; above 0 is cloud. Noise on the sphere stretched 1 : 7 along the horizon. */
function cloudiness(hour: Hour, dx: number, dy: number, dz: number): number {
  const height = dy < 0.07 ? (0.07 - dy) * 2.4 : dy > 0.62 ? (dy - 0.62) * 0.9 : 0
  const bend = noise(dx * 3.1 + 2, dy * 5, dz * 3.1) * 0.07
  const y = dy + bend
  const broad = noise(dx * 4.6 + 11, y * 37, dz * 4.6 + 5)
  const clear = hour.cloud.sparse + height - broad * 0.62
  if (clear > 0.13 + 0.25) return -1
  const where = noise(dx * 1.6, y * 7 + 3, dz * 1.6 + 9) * 0.25
  return clear > 0.13 + where ? -1 : noise(dx * 13 + 3, y * 88 + 7, dz * 13) * 0.13 + where - clear
}

/** The sky of an hour in a unit direction. */
export function skyInk(hour: Hour, dx: number, dy: number, dz: number): Ink {
  const share = towardness(hour, dx, dz)
  const up = Math.max(0, Math.asin(Math.min(1, dy)) / (Math.PI / 2))
  const at = Math.sqrt(up)
  const grain = noise(dx * 9, dy * 95 + 2, dz * 9) - 0.5
  const step = (Math.floor(at * bands + grain * 0.9 + 0.5) + 0.1) / bands
  let ink = mix(ramped(hour.toward, hour.away, share, at), ramped(hour.toward, hour.away, share, step), 0.58)

  const warp = noise(dx * 2.1, dy * 3.2 + 9, dz * 2.1) * 5.2 + noise(dx * 5, dy * 14, dz * 5 + 4) * 1.1
  const ring = 30 * dy + warp
  const contour = ring - Math.floor(ring)
  if (contour < widestContour) {
    const wide = 0.1 + 0.16 * noise(dx * 4 + 8, Math.floor(ring) * 3.7, dz * 4)
    const broken = contour < wide ? noise(dx * 13, ring * 0.8, dz * 13) : 0
    if (broken > 0.4) ink = mix(ink, hour.figure.ink, hour.figure.share * (broken > 0.62 ? 1 : 0.6))
  }
  const streak = noise(dx * 11, dy * 190, dz * 11) - 0.5
  ink = mix(ink, streak > 0 ? inks.paper : inks.ink, Math.abs(streak) * (hour.night ? 0.06 : 0.1))

  if (hour.night) ink = mix(ink, 0xe6e6d8, star(dx, dy, dz))
  ink = sunOver(hour, ink, dx, dy, dz)

  const cloud = cloudiness(hour, dx, dy, dz) - clearOfSun(hour, dx, dy, dz)
  if (cloud > 0) {
    const beyond = cloudiness(hour, dx, dy + (hour.cloud.rimBelow ? -0.0075 : 0.0065), dz)
    const faint = Math.min(1, cloud / 0.012)
    const body = mix(hour.cloud.ink, horizonInk(hour, dx, dz), dy < 0.12 ? 0.35 : 0.12)
    ink = mix(ink, beyond > 0 ? body : hour.cloud.rim, (hour.night ? 0.62 : 0.86) * (faint > 0.5 ? 1 : 0.72))
  }
  return ink
}

/** Clouds keep away from a sun or moon that is seen. */
function clearOfSun(hour: Hour, dx: number, dy: number, dz: number): number {
  if (!hour.sun.disc) return 0
  const flat = Math.cos(hour.sun.elevation * radians)
  const c =
    dx * Math.sin(hour.sun.bearing * radians) * flat +
    dy * Math.sin(hour.sun.elevation * radians) +
    dz * Math.cos(hour.sun.bearing * radians) * flat
  return c > 0.9962 ? (c - 0.9962) * 60 : 0
}

function sunOver(hour: Hour, ink: Ink, dx: number, dy: number, dz: number): Ink {
  const { bearing, elevation, disc } = hour.sun
  if (!disc) return ink
  const flat = Math.cos(elevation * radians)
  const c =
    dx * Math.sin(bearing * radians) * flat +
    dy * Math.sin(elevation * radians) +
    dz * Math.cos(bearing * radians) * flat
  if (c < 0.99) return ink
  const angle = Math.acos(Math.min(1, c)) / radians
  const wobble = (noise(dx * 60, dy * 60, dz * 60) - 0.5) * 0.07
  if (angle < disc.radius + wobble) {
    const sea = hour.night && noise(dx * 55 + 3, dy * 75, dz * 55) > 0.63
    return sea ? mix(disc.ink, inks.mist, 0.75) : disc.ink
  }
  const rings = 4 - Math.floor((angle - disc.radius) / 0.75 + wobble * 3)
  return rings > 0 ? mix(ink, disc.ink, rings * (hour.night ? 0.075 : 0.045)) : ink
}

/** Stars as short cuts, a few on the whole sky. */
function star(dx: number, dy: number, dz: number): number {
  if (dy < 0.16) return 0
  const k = 26
  const x = Math.floor(dx * k)
  const y = Math.floor(dy * k)
  const z = Math.floor(dz * k)
  if (cell(x, y, z) > 0.075) return 0
  const px = (x + 0.2 + 0.6 * cell(z, x, y)) / k
  const py = (y + 0.2 + 0.6 * cell(y, z, x)) / k
  const pz = (z + 0.2 + 0.6 * cell(y, x, z)) / k
  const long = Math.hypot(px, py, pz)
  if (Math.abs(long - 1) > 0.5 / k) return 0
  const off = Math.hypot(dx - px / long, (dy - py / long) * 0.55, dz - pz / long)
  return off < 0.0011 ? 0.85 : 0
}
