import { type Ink, inks, mix } from './ink.ts'
import { cell, noise } from './noise.ts'

/** The blocks of the print. Each is laid on as a whole, a little out of register. */
export const plates = { water: 0, cool: 1, warm: 2, dark: 3, light: 4 } as const
export type Plate = (typeof plates)[keyof typeof plates]

/** A point of a face about to be inked. */
export type Spot = {
  /** Metres on the face. */
  u: number
  v: number
  /** Metres that one degree of view covers here: detail finer than a fifth of it is left out. */
  perDegree: number
  seed: number
  /** Only the flat tone is wanted, as in the water by day. */
  plain: boolean
  /** Share of windows with a lamp behind them at this hour. */
  lamps: number
  /** Written by the material: 1 where the spot shines by itself. */
  glow: number
  plate: Plate
}

export type Material = {
  readonly plate: Plate
  /** The ink of the spot before light, shadow and mist. */
  ink(spot: Spot): Ink
  /** True where the face is cut away. */
  readonly holes?: (u: number, v: number, distance: number) => boolean
  /** A flat cut-out that turns its face to the eye: it takes no stripes. */
  readonly flat?: boolean
  /** Lit by its own lamps at night, as the pylons are: the share of warm light in its ink. */
  readonly floodlit?: number
  /** Share of the ordinary strength in the water. */
  readonly mirrored?: number
  /** Mist takes this share of its usual hold. */
  readonly mist?: number
}

/** The metre size × 2ⁿ that is still at least `degrees` wide for the eye. */
export function octave(metres: number, perDegree: number, degrees: number): number {
  const least = degrees * perDegree
  let size = metres
  while (size < least) size *= 2
  return size
}

const part = (x: number) => x - Math.floor(x)

export type Cut = 'plain' | 'brick' | 'stone' | 'planks' | 'render' | 'iron'

/** The ink of a wall with the cutting of its kind. */
function cutInk(kind: Cut, ink: Ink, spot: Spot): Ink {
  const { u, v, perDegree, seed } = spot
  if (kind === 'plain' || spot.plain) return ink
  if (kind === 'brick' || kind === 'render') {
    const course = octave(0.3, perDegree, 0.19)
    const patch = noise(u * 0.11 + seed, v * 0.16, 3.7)
    const sparse = kind === 'render' ? 0.7 : 0.56
    if (patch < sparse) return patch < 0.34 ? mix(ink, inks.ink, 0.06) : ink
    const row = Math.floor(v / course)
    const joint = part(v / course) < 0.17 || part(u / (course * 2.2) + (row & 1) * 0.5) < 0.075
    return joint
      ? mix(ink, inks.paper, 0.26)
      : cell(row, Math.floor(u / (course * 2.2) + (row & 1) * 0.5), seed) < 0.3
        ? mix(ink, inks.ink, 0.14)
        : ink
  }
  if (kind === 'stone') {
    const course = octave(0.62, perDegree, 0.24)
    const row = Math.floor(v / course)
    const shift = cell(row, seed) * 0.8
    const joint = part(v / course) < 0.1 || part(u / (course * 2.4) + shift) < 0.05
    if (joint && noise(u * 0.09, v * 0.2, seed) > 0.36) return mix(ink, inks.ink, 0.42)
    return cell(row, Math.floor(u / (course * 2.4) + shift), seed) < 0.22 ? mix(ink, inks.ink, 0.1) : ink
  }
  if (kind === 'planks') {
    const plank = octave(0.18, perDegree, 0.19)
    if (part(u / plank) < 0.16) return mix(ink, inks.ink, 0.34)
    return cell(Math.floor(u / plank), seed) < 0.3 ? mix(ink, inks.ink, 0.12) : ink
  }
  const plate = octave(1.6, perDegree, 0.5)
  if (part(v / plate) < 0.035 || part(u / (plate * 1.5)) < 0.03) return mix(ink, inks.ink, 0.35)
  return noise(u * 0.4, v * 0.9, seed) > 0.64 ? mix(ink, inks.ink, 0.18) : ink
}

export function solid(ink: Ink, plate: Plate, kind: Cut = 'plain', more: Partial<Material> = {}): Material {
  return { plate, ink: (spot) => cutInk(kind, ink, spot), ...more }
}

/** Quay stone with the dark band the tide leaves; v is height above the water. */
export function tideStone(ink: Ink): Material {
  return {
    plate: plates.cool,
    ink(spot) {
      const wet = spot.v < 1.2 + noise(spot.u * 0.16, 0.5, 9) * 0.7
      return cutInk('stone', wet ? mix(ink, inks.ink, 0.5) : ink, spot)
    },
  }
}

/** A roof: ribs down the slope, a few of them broken. */
export function ribbed(ink: Ink, plate: Plate, spacing = 0.6): Material {
  return {
    plate,
    ink(spot) {
      const rib = octave(spacing, spot.perDegree, 0.24)
      const line = part(spot.u / rib) < 0.16 && noise(spot.u * 0.3, spot.v * 0.25, spot.seed) > 0.36
      return line ? mix(ink, inks.ink, 0.4) : ink
    },
  }
}

type Opening = {
  /** Height of the sill above the foot of the wall, and of the opening itself, in metres. */
  readonly sill: number
  readonly high: number
  readonly wide: number
  readonly shape: 'flat' | 'round' | 'pointed'
  readonly door?: Ink
  /** Only every so many bays. */
  readonly every?: number
}

export type Front = {
  readonly wall: Ink
  readonly kind: Cut
  readonly plate?: Plate
  readonly glass?: Ink
  readonly surround?: Ink
  readonly bay: number
  readonly openings: readonly Opening[]
  /** Courses of another ink: height of the lower edge, height, ink. */
  readonly bands?: readonly (readonly [at: number, high: number, ink: Ink])[]
  /** Quoins of this ink and width at both ends. */
  readonly quoins?: { readonly ink: Ink; readonly wide: number; readonly length: number }
}

function withinOpening(opening: Opening, x: number, y: number, grown: number): boolean {
  const half = opening.wide / 2 + grown
  if (x < -half || x > half || y < -grown || y > opening.high + grown) return false
  if (opening.shape === 'flat') return true
  const spring = opening.high - (opening.shape === 'round' ? opening.wide / 2 : opening.wide * 0.85)
  if (y <= spring) return true
  const rise = y - spring
  if (opening.shape === 'round') return x * x + rise * rise <= half * half
  const radius = opening.wide + grown * 1.2
  const out = Math.abs(x) + opening.wide / 2
  return out * out + rise * rise <= radius * radius
}

/** A wall with its openings cut as shapes inside a light surround. */
export function front(f: Front): Material {
  const glass = f.glass ?? 0x274650
  const surround = f.surround ?? inks.paper
  return {
    plate: f.plate ?? plates.cool,
    ink(spot) {
      if (spot.plain) return f.wall
      const bayNumber = Math.floor(spot.u / f.bay)
      const x = (part(spot.u / f.bay) - 0.5) * f.bay
      const edge = Math.max(0.18, 0.085 * spot.perDegree)
      for (const opening of f.openings) {
        if (opening.every && ((bayNumber % opening.every) + opening.every) % opening.every !== opening.every >> 1)
          continue
        const y = spot.v - opening.sill
        if (!withinOpening(opening, x, y, edge)) continue
        if (!withinOpening(opening, x, y, 0)) return surround
        if (opening.door !== undefined) {
          spot.plate = plates.warm
          return opening.door
        }
        const bar = Math.min(0.09, 0.05 + 0.02 * spot.perDegree)
        if (spot.perDegree < 3.2 && (Math.abs(x) < bar || Math.abs(y - opening.high * 0.55) < bar))
          return mix(surround, glass, 0.25)
        spot.plate = plates.dark
        if (spot.lamps > 0 && cell(bayNumber, Math.round(opening.sill * 3), spot.seed) < spot.lamps) {
          spot.glow = 1
          spot.plate = plates.light
          return 0xf3c469
        }
        return x + y * 0.35 > opening.wide * 0.36 && spot.perDegree < 5 ? mix(glass, inks.mist, 0.3) : glass
      }
      if (f.bands) {
        for (const [at, high, ink] of f.bands) {
          const h = Math.max(high, 0.1 * spot.perDegree)
          if (spot.v >= at && spot.v < at + h) {
            spot.plate = plates.warm
            return ink
          }
        }
      }
      if (f.quoins) {
        const from = Math.min(spot.u, f.quoins.length - spot.u)
        const block = Math.floor(spot.v / 0.9) & 1
        if (from < f.quoins.wide * (block ? 1 : 0.62)) return f.quoins.ink
      }
      return cutInk(f.kind, f.wall, spot)
    },
  }
}

/** A far tower: a grid of windows that halves in number as it recedes. */
export function tower(wall: Ink, style: 'grid' | 'slots' | 'bands', storey = 3.2): Material {
  return {
    plate: plates.cool,
    mist: 0.92,
    ink(spot) {
      if (spot.plain) return wall
      const high = octave(storey, spot.perDegree, 0.24)
      const wide = octave(style === 'slots' ? 4.4 : 3.4, spot.perDegree, 0.26)
      const row = Math.floor(spot.v / high)
      const column = Math.floor(spot.u / wide)
      const y = part(spot.v / high)
      const x = part(spot.u / wide)
      const dark = mix(wall, inks.ink, 0.34)
      const window =
        style === 'bands'
          ? y > 0.34 && y < 0.8
          : style === 'slots'
            ? x > 0.3 && x < 0.68
            : x > 0.24 && x < 0.76 && y > 0.26 && y < 0.78
      if (!window) return wall
      if (spot.lamps > 0 && x > 0.16 && x < 0.84 && y > 0.2 && y < 0.82 && cell(row, column, spot.seed) < spot.lamps) {
        spot.glow = 1
        spot.plate = plates.light
        return 0xf0c268
      }
      return noise(spot.u * 0.03, spot.v * 0.03, spot.seed) > 0.4 ? dark : mix(wall, dark, 0.45)
    },
  }
}

/** Iron bars in a field of holes: rails, lattices. Bars are never thinner than `floor` degrees. */
export function lattice(
  ink: Ink,
  plate: Plate,
  bars: (u: number, v: number, thick: number) => boolean,
  thick: number,
  floor = 0.05,
): Material {
  return {
    plate,
    ink: () => ink,
    holes: (u, v, distance) => !bars(u, v, Math.max(thick, distance * 0.01745 * floor)),
  }
}
