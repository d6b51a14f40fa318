import type { Ink } from './ink.ts'
import { type Material, type Plate, plates } from './material.ts'

/** One inked shape of a cut-out, in metres: x to the right, y up. */
export type Shape = {
  readonly ink: Ink
  readonly plate: Plate
  /** Shines by itself at dusk and at night. */
  readonly lamp: boolean
  readonly box: readonly [number, number, number, number]
  holds(x: number, y: number): boolean
}

type Look = { readonly plate?: Plate; readonly lamp?: boolean }

const dressed = (ink: Ink, look: Look) => ({ ink, plate: look.plate ?? plates.dark, lamp: look.lamp ?? false })

export function polygon(ink: Ink, points: readonly number[], look: Look = {}): Shape {
  const xs = points.filter((_, i) => i % 2 === 0)
  const ys = points.filter((_, i) => i % 2 === 1)
  return {
    ...dressed(ink, look),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    holds(x, y) {
      let inside = false
      for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
        const yi = ys[i]!
        const yj = ys[j]!
        if (yi > y !== yj > y && x < ((xs[j]! - xs[i]!) * (y - yi)) / (yj - yi) + xs[i]!) inside = !inside
      }
      return inside
    },
  }
}

export function disc(ink: Ink, x: number, y: number, rx: number, ry = rx, look: Look = {}): Shape {
  return {
    ...dressed(ink, look),
    box: [x - rx, y - ry, x + rx, y + ry],
    holds: (px, py) => ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 <= 1,
  }
}

/** A line of even width through the points. */
export function stroke(ink: Ink, width: number, points: readonly number[], look: Look = {}): Shape {
  const xs = points.filter((_, i) => i % 2 === 0)
  const ys = points.filter((_, i) => i % 2 === 1)
  const half = width / 2
  return {
    ...dressed(ink, look),
    box: [Math.min(...xs) - half, Math.min(...ys) - half, Math.max(...xs) + half, Math.max(...ys) + half],
    holds(x, y) {
      for (let i = 1; i < xs.length; i++) {
        const ax = xs[i - 1]!
        const ay = ys[i - 1]!
        const dx = xs[i]! - ax
        const dy = ys[i]! - ay
        const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
        if ((x - ax - dx * t) ** 2 + (y - ay - dy * t) ** 2 <= half * half) return true
      }
      return false
    },
  }
}

export function box(ink: Ink, x0: number, y0: number, x1: number, y1: number, look: Look = {}): Shape {
  return { ...dressed(ink, look), box: [x0, y0, x1, y1], holds: () => true }
}

/** A figure cut from several inked shapes, later ones on top. */
export type Cutout = {
  readonly box: readonly [number, number, number, number]
  at(x: number, y: number): Shape | undefined
}

export function cutout(shapes: readonly Shape[]): Cutout {
  const box: readonly [number, number, number, number] = [
    Math.min(...shapes.map((s) => s.box[0])),
    Math.min(...shapes.map((s) => s.box[1])),
    Math.max(...shapes.map((s) => s.box[2])),
    Math.max(...shapes.map((s) => s.box[3])),
  ]
  return {
    box,
    at(x, y) {
      for (let i = shapes.length - 1; i >= 0; i--) {
        const shape = shapes[i]!
        const b = shape.box
        if (x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] && shape.holds(x, y)) return shape
      }
      return undefined
    },
  }
}

/** The material of a cut-out on an upright face whose u starts at the cut-out's left edge and v at its foot. */
export function cutoutMaterial(figure: Cutout, mirrored: boolean): Material {
  const [x0, y0, x1] = figure.box
  const at = (u: number, v: number) => figure.at(mirrored ? x1 - u : x0 + u, y0 + v)
  return {
    plate: plates.dark,
    flat: true,
    holes: (u, v) => at(u, v) === undefined,
    ink(spot) {
      const shape = at(spot.u, spot.v)
      if (!shape) return 0
      spot.plate = shape.plate
      if (shape.lamp && spot.lamps > 0) {
        spot.glow = 1
        spot.plate = plates.light
        return 0xf4cf7c
      }
      return shape.ink
    },
  }
}
