import type { Hour } from './hour.ts'
import { apart, type Ink, inks, lightness, mean, mix, multiply, scaled } from './ink.ts'
import { lineWidth, mistShare } from './lines.ts'
import { octave, plates, type Spot } from './material.ts'
import { noise } from './noise.ts'
import type { Scenery } from './scenery.ts'
import { bend } from './sight.ts'
import { horizonInk, skyInk } from './sky.ts'
import type { Meeting } from './trace.ts'
import type { View } from './view.ts'
import { type Eye, type Mirror, type Mirrored, waterInk } from './water.ts'

/** What lies under a sample where no thing of the shore does. */
const skyHere = -1
const waterHere = -2
const launchHere = -3

export type Print = {
  readonly width: number
  readonly height: number
  /** Three bytes a sample, red first. */
  readonly colours: Uint8Array
}

const radians = Math.PI / 180
/** How far out of register each plate lies, in degrees: eastwards and downwards. */
const misplaced: readonly (readonly [east: number, lower: number])[] = [
  [0, 0],
  [0.033, 0.015],
  [-0.036, 0.018],
  [0.012, -0.027],
  [0, 0],
]
/** How far apart, in steps of 255, four inks may be together for what lies between them to be their mean. */
const mostApart = 36
/** The upward part of a direction below which the strokes of the water are wide: ten degrees below the horizon. */
const openWater = -Math.sin(10 * radians)
const shadowReach = 160
const shadowsWithin = 420

/** Draws what is seen from the scenery's eye: rays, tones, water, key block, plates, paper. Works on whole samples; reduce afterwards. */
export function print(view: View, scenery: Scenery, hour: Hour): Print {
  const raster = new Raster(view, scenery, hour)
  raster.seeAll()
  raster.cutKeyBlock()
  return raster.pressed()
}

class Raster {
  readonly view: View
  readonly scenery: Scenery
  readonly hour: Hour
  readonly count: number
  readonly triangle: Int32Array
  readonly distance: Float32Array
  readonly colour: Uint32Array
  readonly plate: Uint8Array
  /** 1 where a sample is sky or water far from anything that stands. */
  readonly open: Uint8Array
  readonly darkLine: Uint8Array
  readonly lightLine: Uint8Array
  readonly #met: Meeting = { triangle: 0, distance: 0, u: 0, v: 0 }
  readonly #shade: Meeting = { triangle: 0, distance: 0, u: 0, v: 0 }
  readonly #d = new Float64Array(3)
  readonly #spot: Spot
  readonly #normals: Float64Array
  readonly #sun: readonly [number, number, number]
  readonly #eye: Eye

  constructor(view: View, scenery: Scenery, hour: Hour) {
    this.view = view
    this.scenery = scenery
    this.hour = hour
    this.count = view.width * view.height
    this.#eye = { x: scenery.at[0], z: scenery.at[1], height: scenery.eye }
    this.triangle = new Int32Array(this.count)
    this.distance = new Float32Array(this.count)
    this.colour = new Uint32Array(this.count)
    this.plate = new Uint8Array(this.count)
    this.open = new Uint8Array(this.count)
    this.darkLine = new Uint8Array(this.count)
    this.lightLine = new Uint8Array(this.count)
    this.#spot = { u: 0, v: 0, perDegree: 1, seed: 0, plain: false, lamps: hour.lamps, glow: 0, plate: plates.cool }
    const { bearing, elevation } = hour.sun
    const flat = Math.cos(elevation * radians)
    this.#sun = [Math.sin(bearing * radians) * flat, Math.sin(elevation * radians), Math.cos(bearing * radians) * flat]
    const c = scenery.mesh.corners
    this.#normals = new Float64Array(scenery.mesh.count * 3)
    for (let i = 0; i < scenery.mesh.count; i++) {
      const k = i * 9
      const ax = c[k + 3]! - c[k]!
      const ay = c[k + 4]! - c[k + 1]!
      const az = c[k + 5]! - c[k + 2]!
      const bx = c[k + 6]! - c[k]!
      const by = c[k + 7]! - c[k + 1]!
      const bz = c[k + 8]! - c[k + 2]!
      const nx = ay * bz - az * by
      const ny = az * bx - ax * bz
      const nz = ax * by - ay * bx
      const long = Math.hypot(nx, ny, nz) || 1
      this.#normals[i * 3] = nx / long
      this.#normals[i * 3 + 1] = ny / long
      this.#normals[i * 3 + 2] = nz / long
    }
  }

  /**
   * Sees every second sample of every second row, then what lies between: by a ray, or as the mean of its neighbours where they are all
   * open sky or all open water and of nearly one ink.
   */
  seeAll(): void {
    const { view } = this
    const { width, height } = view
    const d = this.#d
    const see = (x: number, y: number) => {
      view.direct(x + 0.5, y + 0.5, d)
      this.#see(y * width + x, d)
    }
    for (let y = 0; y < height; y += 2) for (let x = 0; x < width; x += 2) see(x, y)
    for (let y = 0; y < height; y++) {
      for (let x = (y + 1) % 2; x < width; x += 1 + ((y + 1) % 2)) {
        const left = x & ~1
        const right = Math.min(width - 1, x + 1) & ~1
        const above = (y & ~1) * width
        const below = (Math.min(height - 1, y + 1) & ~1) * width
        if (!this.#between(y * width + x, above + left, above + right, below + left, below + right)) see(x, y)
      }
    }
  }

  /** Gives a sample the mean of four others where all are open and alike. */
  #between(i: number, a: number, b: number, c: number, e: number): boolean {
    const { triangle, colour } = this
    const here = triangle[a]!
    if (here >= 0 || triangle[b] !== here || triangle[c] !== here || triangle[e] !== here) return false
    if (!this.open[a] || !this.open[b] || !this.open[c] || !this.open[e]) return false
    const ink = colour[a]!
    if (apart(ink, colour[b]!) + apart(ink, colour[c]!) + apart(ink, colour[e]!) > mostApart) return false
    triangle[i] = here
    this.distance[i] = this.distance[a]!
    this.plate[i] = plates.water
    this.open[i] = 1
    colour[i] = mean(colour[a]!, colour[b]!, colour[c]!, colour[e]!)
    return true
  }

  #see(i: number, d: Float64Array): void {
    const { scenery, hour } = this
    bend(d)
    const dx = d[0]!
    const dy = d[1]!
    const dz = d[2]!
    const bearing = Math.atan2(dx, dz)
    const elevation = Math.asin(dy)
    if (dy < -0.4) {
      const launch = scenery.launch(dx, dy, dz)
      if (launch >= 0) {
        this.triangle[i] = launchHere
        this.distance[i] = 20
        this.plate[i] = plates.water
        this.colour[i] = hour.night
          ? mix(scaled(launch, 0.42), hour.shadow, 0.3)
          : mix(launch, multiply(launch, hour.light), 0.5)
        return
      }
    }
    const open = !scenery.mayMeet(bearing, elevation)
    if (!open && scenery.tracer.meets(0, scenery.eye, 0, dx, dy, dz, 1e5, this.#met, false)) {
      const met = this.#met
      this.triangle[i] = met.triangle
      this.distance[i] = met.distance
      this.colour[i] = this.#inked(met, dx, dy, dz, false)
      this.plate[i] = this.#spot.plate
      return
    }
    if (dy < -1e-4) {
      const t = Math.min(9000, scenery.eye / -dy)
      this.triangle[i] = waterHere
      this.distance[i] = t
      this.plate[i] = plates.water
      this.open[i] = open && dy < openWater ? 1 : 0
      this.colour[i] = waterInk(hour, dx, dy, dz, this.#eye, this.#mirrored)
      return
    }
    this.triangle[i] = skyHere
    this.distance[i] = 1e5
    this.plate[i] = plates.water
    this.open[i] = open ? 1 : 0
    this.colour[i] = skyInk(hour, dx, Math.max(0, dy), dz)
  }

  readonly #mirrored: Mirror = (dx, dz, lift, turn) => {
    const up = Math.max(0.02, lift) * radians
    const bearing = Math.atan2(dx, dz) + turn * radians
    if (!this.scenery.mayMirror(bearing, up)) return this.#mirroredSun(bearing, up)
    const flat = Math.cos(up)
    const mx = Math.sin(bearing) * flat
    const my = Math.sin(up)
    const mz = Math.cos(bearing) * flat
    const start = this.scenery.eye / my
    const met = this.#met
    if (!this.scenery.tracer.meets(mx * start, 0.01, mz * start, mx, my, mz, 2e4, met, false))
      return this.#mirroredSun(bearing, up)
    met.distance += start
    const ink = this.#inked(met, mx, my, mz, true)
    const material = this.scenery.mesh.materials[this.scenery.mesh.materialOf[met.triangle]!]!
    const strength =
      (this.#spot.glow ? 0.92 : this.hour.night ? (material.floodlit === undefined ? 0.5 : 0.85) : 0.62) *
      (material.mirrored ?? 1)
    return { ink, strength }
  }

  #mirroredSun(bearing: number, up: number): Mirrored | undefined {
    const { sun, night } = this.hour
    if (!sun.disc) return undefined
    const away = Math.abs(((bearing / radians - sun.bearing + 900) % 360) - 180)
    const above = up / radians - sun.elevation
    return away * away + above * above < sun.disc.radius ** 2 * 1.2
      ? { ink: sun.disc.ink, strength: night ? 0.5 : 0.7 }
      : undefined
  }

  /** The finished ink of a met triangle: its own, then light and cutting, then mist. `plain` leaves fine cutting out, as in the water. */
  #inked(met: Meeting, dx: number, dy: number, dz: number, plain: boolean): Ink {
    const { hour, scenery } = this
    const mesh = scenery.mesh
    const t = met.triangle
    const material = mesh.materials[mesh.materialOf[t]!]!
    const thing = mesh.things[mesh.thingOf[t]!]!
    const spot = this.#spot
    spot.u = met.u
    spot.v = met.v
    spot.perDegree = met.distance * radians * (plain ? 2.5 : 1)
    spot.seed = thing.seed
    spot.glow = 0
    spot.plain = plain && !hour.night
    spot.plate = material.plate
    spot.lamps = plain && !hour.night ? 0 : hour.lamps
    const local = material.ink(spot)
    const start = plain ? scenery.eye / dy : 0
    const high = plain ? (met.distance - start) * dy : scenery.eye + dy * met.distance
    const mist = mistShare(met.distance, high, hour.mist) * (material.mist ?? 1)
    const haze = horizonInk(hour, dx, dz)
    if (spot.glow) return mix(local, haze, mist * 0.45)
    if (material.floodlit !== undefined && hour.night)
      return mix(mix(local, 0xd9cfae, material.floodlit), haze, mist * 0.4)

    let nx = this.#normals[t * 3]!
    let ny = this.#normals[t * 3 + 1]!
    let nz = this.#normals[t * 3 + 2]!
    if (nx * dx + ny * dy + nz * dz > 0) {
      nx = -nx
      ny = -ny
      nz = -nz
    }
    const [sx, sy, sz] = this.#sun
    const slope = nx * sx + ny * sy + nz * sz
    const ground = ny > 0.9
    let tone = slope > 0.17 ? 2 : slope > -0.05 ? (ground || material.flat ? 2 : 1) : 0
    if (material.flat) tone = 2
    const against = material.flat && slope < -0.3
    if (tone > 0 && !material.flat && !plain && met.distance < shadowsWithin) {
      const px = dx * met.distance
      const py = scenery.eye + dy * met.distance
      const pz = dz * met.distance
      const lift = 0.02 + met.distance * 2e-4
      if (
        scenery.tracer.meets(px + nx * lift, py + ny * lift, pz + nz * lift, sx, sy, sz, shadowReach, this.#shade, true)
      )
        tone = 0
    }
    const lit =
      hour.lit === 1
        ? mix(local, multiply(local, hour.light), 0.5)
        : mix(scaled(local, hour.lit), multiply(local, hour.light), 0.5)
    const shadow = mix(scaled(local, hour.shadowGain), hour.shadow, 0.42)
    let ink = against ? mix(lit, shadow, hour.against) : tone === 2 ? lit : shadow
    if (tone < 2 && !plain && !material.flat && !ground) {
      const spacing = octave(0.22, spot.perDegree, 0.23)
      const line = (spot.u * 0.22 + spot.v) / spacing + (noise(spot.u * 0.5, spot.v * 0.9, 4) - 0.5) * 0.9
      const place = line - Math.floor(line)
      const patch = noise(spot.u * 0.13 + 5, spot.v * 0.2, spot.seed)
      if (tone === 1) ink = place < 0.34 + patch * 0.34 ? shadow : lit
      else if (place < 0.06 + patch * 0.26) ink = mix(shadow, lit, 0.34)
    } else if (tone < 2 && ground && !plain) ink = mix(shadow, lit, 0.1)
    return mix(ink, haze, mist)
  }

  cutKeyBlock(): void {
    const { view, triangle } = this
    const { width, height } = view
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        const a = triangle[i]!
        if (x + 1 < width) {
          if (triangle[i + 1]! !== a) this.#edge(x, y, i, i + 1)
        } else if (view.round && triangle[i + 1 - width]! !== a) this.#edge(x, y, i, i + 1 - width)
        if (y + 1 < height && triangle[i + width]! !== a) this.#edge(x, y, i, i + width)
      }
    }
  }

  #edge(x: number, y: number, i: number, j: number): void {
    const { mesh } = this.scenery
    const a = this.triangle[i]!
    const b = this.triangle[j]!
    if (a < 0 && b < 0) {
      if ((a === launchHere) !== (b === launchHere)) this.#stamp(x, y, i, j, 0.2, 1)
      return
    }
    const da = this.distance[i]!
    const db = this.distance[j]!
    const near = a < 0 ? b : b < 0 ? a : da <= db ? a : b
    const thing = mesh.things[mesh.thingOf[near]!]!
    if (thing.line === 0) return
    let crease = false
    if (a >= 0 && b >= 0 && mesh.thingOf[a] === mesh.thingOf[b]) {
      if (mesh.faceOf[a] === mesh.faceOf[b]) return
      const n = this.#normals
      const dot = Math.abs(n[a * 3]! * n[b * 3]! + n[a * 3 + 1]! * n[b * 3 + 1]! + n[a * 3 + 2]! * n[b * 3 + 2]!)
      const apart = Math.abs(da - db) > 0.6 + 0.02 * Math.min(da, db)
      if (dot > 0.92 && !apart) return
      crease = !apart
    }
    const width = lineWidth(Math.min(da, db), crease) * thing.line
    if (width > 0) this.#stamp(x, y, i, j, width, crease ? 0.75 : 1)
  }

  /** Lays a round of ink at an edge, as wide as the knife swells there. */
  #stamp(x: number, y: number, i: number, j: number, degrees: number, weight: number): void {
    const { view } = this
    const d = this.#d
    view.direct(x + 0.5, y + 0.5, d)
    const swell =
      (noise(d[0]! * 95, d[1]! * 95, d[2]! * 95) - 0.5) * 1.1 +
      (noise(d[0]! * 285 + 9, d[1]! * 285, d[2]! * 285) - 0.5) * 0.6
    const share = 1 + Math.max(-0.75, Math.min(0.75, swell * 1.5))
    if (weight < 1 && share < 0.45) return
    const down = view.down(x, y)
    const across = view.across(x, y)
    const radius = Math.max(0.32, (degrees / 2) * share * down)
    const light = lightness(this.colour[i]!) < 72 && lightness(this.colour[j]!) < 72
    const mask = light ? this.lightLine : this.darkLine
    const strength = (light ? 0.8 : 1) * Math.min(1, ((degrees / 2) * share * down) / 0.32)
    const stretch = down / across
    const rx = Math.ceil((radius + 0.5) / stretch)
    const ry = Math.ceil(radius + 0.5)
    if (rx > 400) return
    for (let oy = -ry; oy <= ry; oy++) {
      const py = y + oy
      if (py < 0 || py >= view.height) continue
      for (let ox = -rx; ox <= rx; ox++) {
        let px = x + ox
        if (view.round) px = (px + view.width) % view.width
        else if (px < 0 || px >= view.width) continue
        const off = Math.hypot(ox * stretch, oy)
        const cover = radius + 0.5 - off
        if (cover <= 0) continue
        const value = Math.min(255, cover * 255) * strength
        const k = py * view.width + px
        if (mask[k]! < value) mask[k] = value
      }
    }
  }

  /** The plates one after the other, the key block, the paper. */
  pressed(): Print {
    const { view, colour } = this
    const { width, height } = view
    const colours = new Uint8Array(this.count * 3)
    const d = this.#d
    const flecks = this.hour.flecks
    const moved = new Float64Array(4)
    const right = new Int32Array(misplaced.length)
    const down = new Int32Array(misplaced.length)
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        if (x % 16 === 0) {
          view.moved(x + 8, y + 0.5, moved)
          for (let number = 0; number < misplaced.length; number++) {
            const [east, lower] = misplaced[number]!
            right[number] = Math.round(east * moved[0]! + lower * moved[2]!)
            down[number] = Math.round(east * moved[1]! + lower * moved[3]!)
          }
        }
        let ink = this.open[i] ? colour[i]! : this.#plated(x, y, i, right, down)
        const dark = this.darkLine[i]!
        if (dark > 0) ink = mix(ink, this.hour.key, (dark / 255) * 0.94)
        const light = this.lightLine[i]!
        if (light > 0 && dark < 128) ink = mix(ink, this.hour.keyLight, (light / 255) * 0.85)
        view.direct(x + 0.5, y + 0.5, d)
        ink = this.#onPaper(ink, d[0]!, d[1]!, d[2]!, flecks)
        colours[i * 3] = ink >> 16
        colours[i * 3 + 1] = (ink >> 8) & 255
        colours[i * 3 + 2] = ink & 255
      }
    }
    return { width, height, colours }
  }

  /** The plates laid over each other at a sample, each as far out of register as it is there. */
  #plated(x: number, y: number, i: number, right: Int32Array, down: Int32Array): Ink {
    const { view, colour, plate } = this
    const { width, height } = view
    let ink = -1
    for (let number = 0; number < misplaced.length; number++) {
      let fromX = x - right[number]!
      const fromY = y - down[number]!
      if (fromY < 0 || fromY >= height) continue
      if (view.round) fromX = (fromX + width) % width
      else if (fromX < 0 || fromX >= width) continue
      const j = fromY * width + fromX
      if (plate[j] !== number) continue
      ink = ink < 0 ? colour[j]! : mix(colour[j]!, multiply(ink, colour[j]!), 0.55)
    }
    if (ink < 0) ink = mix(colour[i]!, inks.paper, this.hour.night ? 0.22 : 0.5)
    return ink
  }

  #onPaper(ink: Ink, dx: number, dy: number, dz: number, flecks: number): Ink {
    const mottle = noise(dx * 22, dy * 22, dz * 22) - 0.5
    ink = mix(ink, mottle > 0 ? inks.paper : inks.ink, Math.abs(mottle) * 0.07 * flecks)
    const large = noise(dx * 410, dy * 410, dz * 410) * 0.7
    const round = large > 0.78 - 0.3 ? large + noise(dx * 950, dy * 950, dz * 950) * 0.3 : 0
    if (round > 0.78) ink = mix(ink, inks.paper, Math.min(0.17, (round - 0.78) * 3) * flecks)
    if (lightness(ink) < 110) {
      const long = noise(dx * 72, dy * 640, dz * 72)
      if (long > 0.76) ink = mix(ink, inks.paper, Math.min(0.13, (long - 0.76) * 1.2) * flecks)
    }
    return ink
  }
}
