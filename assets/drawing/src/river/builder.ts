import { type Chance, seededChance } from '@riverside/kit'
import { type Cutout, cutoutMaterial } from './cutout.ts'
import type { Material } from './material.ts'
import { Mesh, type Point } from './mesh.ts'
import { onShore, shoreBearing } from './shore.ts'

/** A straight corner of the shore: metres along it downstream, up from the water, and inland. */
export type Frame = (along: number, up: number, inland: number) => Point

export type Faces = {
  readonly front: Material
  readonly back?: Material
  readonly ends?: Material
  readonly top?: Material
}

/** Builds the things of one drawing. The eye stands at x = 0, z = 0; everything is placed relative to it. */
export class Builder {
  readonly mesh = new Mesh()
  readonly year: number
  readonly eye: number
  readonly at: readonly [number, number]
  readonly #cutouts = new Map<Cutout, readonly [Material, Material]>()

  constructor(year: number, at: readonly [number, number], eye: number) {
    this.year = year
    this.at = at
    this.eye = eye
  }

  /** Chance of its own for each group of things, so that adding one thing never moves another. */
  chance(seed: number): Chance {
    return seededChance(seed)
  }

  /** True where the drawing's year lies in [from, until). */
  in(from: number, until = 9999): boolean {
    return this.year >= from && this.year < until
  }

  world(x: number, y: number, z: number): Point {
    return [x - this.at[0], y, z - this.at[1]]
  }

  shore(chainage: number, up: number, inland: number): Point {
    const [x, z] = onShore(chainage, inland)
    return this.world(x, up, z)
  }

  /** A frame whose origin lies at a chainage and inland distance, turned `turn` degrees clockwise from the shore. */
  frame(chainage: number, inland: number, turn = 0): Frame {
    const [x, z] = onShore(chainage, inland)
    const bearing = ((shoreBearing(chainage) + turn) * Math.PI) / 180
    const ax = Math.sin(bearing)
    const az = Math.cos(bearing)
    return (along, up, into) => this.world(x + ax * along - az * into, up, z + az * along + ax * into)
  }

  distance(p: Point): number {
    return Math.hypot(p[0], p[1] - this.eye, p[2])
  }

  block(
    thing: number,
    f: Frame,
    a0: number,
    a1: number,
    y0: number,
    y1: number,
    b0: number,
    b1: number,
    faces: Faces,
  ): void {
    const { mesh } = this
    const ends = faces.ends ?? faces.front
    mesh.quad(thing, faces.front, f(a0, y0, b0), f(a1, y0, b0), f(a1, y1, b0), f(a0, y1, b0))
    mesh.quad(thing, faces.back ?? faces.front, f(a1, y0, b1), f(a0, y0, b1), f(a0, y1, b1), f(a1, y1, b1))
    mesh.quad(thing, ends, f(a0, y0, b1), f(a0, y0, b0), f(a0, y1, b0), f(a0, y1, b1))
    mesh.quad(thing, ends, f(a1, y0, b0), f(a1, y0, b1), f(a1, y1, b1), f(a1, y1, b0))
    mesh.quad(thing, faces.top ?? faces.front, f(a0, y1, b0), f(a1, y1, b0), f(a1, y1, b1), f(a0, y1, b1))
  }

  /** A pitched roof. `ridge` says which way the ridge runs; `over` is the overhang of the eaves. */
  gable(
    thing: number,
    f: Frame,
    a0: number,
    a1: number,
    y: number,
    b0: number,
    b1: number,
    rise: number,
    roof: Material,
    gable: Material,
    ridge: 'along' | 'inland',
    over = 0.5,
  ): void {
    const { mesh } = this
    if (ridge === 'along') {
      const m = (b0 + b1) / 2
      mesh.triangle(thing, gable, f(a0, y, b1), f(a0, y, b0), f(a0, y + rise, m))
      mesh.triangle(thing, gable, f(a1, y, b0), f(a1, y, b1), f(a1, y + rise, m))
      mesh.quad(
        thing,
        roof,
        f(a0 - over, y - over * 0.3, b0 - over),
        f(a1 + over, y - over * 0.3, b0 - over),
        f(a1 + over, y + rise, m),
        f(a0 - over, y + rise, m),
      )
      mesh.quad(
        thing,
        roof,
        f(a1 + over, y - over * 0.3, b1 + over),
        f(a0 - over, y - over * 0.3, b1 + over),
        f(a0 - over, y + rise, m),
        f(a1 + over, y + rise, m),
      )
    } else {
      const m = (a0 + a1) / 2
      mesh.triangle(thing, gable, f(a0, y, b0), f(a1, y, b0), f(m, y + rise, b0))
      mesh.triangle(thing, gable, f(a1, y, b1), f(a0, y, b1), f(m, y + rise, b1))
      mesh.quad(
        thing,
        roof,
        f(a0 - over, y - over * 0.3, b1 + over),
        f(a0 - over, y - over * 0.3, b0 - over),
        f(m, y + rise, b0 - over),
        f(m, y + rise, b1 + over),
      )
      mesh.quad(
        thing,
        roof,
        f(a1 + over, y - over * 0.3, b0 - over),
        f(a1 + over, y - over * 0.3, b1 + over),
        f(m, y + rise, b1 + over),
        f(m, y + rise, b0 - over),
      )
    }
  }

  /** A round tower or cone of `sides` faces; u runs round it in metres. */
  drum(
    thing: number,
    f: Frame,
    a: number,
    b: number,
    y0: number,
    y1: number,
    r0: number,
    r1: number,
    material: Material,
    sides = 16,
    cap?: Material,
  ): void {
    const { mesh } = this
    const ring = (r: number, y: number, i: number) =>
      f(a + Math.cos((i / sides) * 2 * Math.PI) * r, y, b + Math.sin((i / sides) * 2 * Math.PI) * r)
    const step = (2 * Math.PI * Math.max(r0, r1)) / sides
    const slant = Math.hypot(y1 - y0, r1 - r0)
    for (let i = 0; i < sides; i++) {
      if (r1 < 0.01) mesh.triangle(thing, material, ring(r0, y0, i), ring(r0, y0, i + 1), ring(0, y1, i))
      else
        mesh.quad(
          thing,
          material,
          ring(r0, y0, i),
          ring(r0, y0, i + 1),
          ring(r1, y1, i + 1),
          ring(r1, y1, i),
          i * step,
          y0,
          step,
          slant,
        )
    }
    if (cap && r1 > 0.01)
      mesh.flatTop(
        thing,
        cap,
        Array.from({ length: sides }, (_, i) => ring(r1, y1, i)),
      )
  }

  /** A ball of flat faces. */
  ball(thing: number, f: Frame, a: number, b: number, y: number, r: number, material: Material): void {
    const rings = 8
    for (let i = 0; i < rings; i++) {
      const from = (i / rings - 0.5) * Math.PI
      const to = ((i + 1) / rings - 0.5) * Math.PI
      this.drum(
        thing,
        f,
        a,
        b,
        y + Math.sin(from) * r,
        y + Math.sin(to) * r,
        Math.max(0.05, Math.cos(from) * r),
        Math.max(0.05, Math.cos(to) * r),
        material,
        16,
      )
    }
  }

  /** A square bar from one point to another. */
  beam(thing: number, p: Point, q: Point, thick: number, material: Material, deep = thick): void {
    const d = [q[0] - p[0], q[1] - p[1], q[2] - p[2]] as const
    const long = Math.hypot(...d) || 1
    const upright = Math.abs(d[1]) / long > 0.95
    const side = upright ? ([1, 0, 0] as const) : normal([d[2], 0, -d[0]])
    const over = normal([
      d[1] * side[2] - d[2] * side[1],
      d[2] * side[0] - d[0] * side[2],
      d[0] * side[1] - d[1] * side[0],
    ])
    const corner = (o: Point, s: number, t: number): Point => [
      o[0] + (side[0] * s * thick + over[0] * t * deep) / 2,
      o[1] + (side[1] * s * thick + over[1] * t * deep) / 2,
      o[2] + (side[2] * s * thick + over[2] * t * deep) / 2,
    ]
    const ring = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
    for (let i = 0; i < 4; i++) {
      const [s, t] = ring[i]!
      const [s2, t2] = ring[(i + 1) % 4]!
      this.mesh.quad(thing, material, corner(p, s, t), corner(q, s, t), corner(q, s2, t2), corner(p, s2, t2))
    }
  }

  /** A thin line that always turns its breadth to the eye and is never thinner than `floor` degrees. */
  ribbon(thing: number, p: Point, q: Point, thick: number, material: Material, floor = 0.055): void {
    const least = (o: Point) => Math.max(thick, this.distance(o) * 0.01745 * floor) / 2
    const d = [q[0] - p[0], q[1] - p[1], q[2] - p[2]] as const
    const m = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2 - this.eye, (p[2] + q[2]) / 2] as const
    const side = normal([d[1] * m[2] - d[2] * m[1], d[2] * m[0] - d[0] * m[2], d[0] * m[1] - d[1] * m[0]])
    const off = (o: Point, s: number): Point => [
      o[0] + side[0] * s * least(o),
      o[1] + side[1] * s * least(o),
      o[2] + side[2] * s * least(o),
    ]
    this.mesh.quad(thing, material, off(p, -1), off(q, -1), off(q, 1), off(p, 1))
  }

  /** A flat cut-out standing on a point, its face towards the eye. */
  standing(figure: Cutout, foot: Point, line = 1, mirrored = false, scale = 1): number {
    const thing = this.mesh.thing(line)
    const pair = this.#cutouts.get(figure) ?? ([cutoutMaterial(figure, false), cutoutMaterial(figure, true)] as const)
    this.#cutouts.set(figure, pair)
    const material = mirrored ? pair[1] : pair[0]
    const [x0, y0, x1, y1] = figure.box
    const [left, right] = mirrored ? [-x1, -x0] : [x0, x1]
    const away = Math.hypot(foot[0], foot[2]) || 1
    const rx = (foot[2] / away) * scale
    const rz = (-foot[0] / away) * scale
    const at = (x: number, y: number): Point => [foot[0] + rx * x, foot[1] + y * scale, foot[2] + rz * x]
    this.mesh.quad(thing, material, at(left, y0), at(right, y0), at(right, y1), at(left, y1), 0, 0, x1 - x0, y1 - y0)
    return thing
  }
}

function normal(v: readonly [number, number, number]): Point {
  const long = Math.hypot(...v) || 1
  return [v[0] / long, v[1] / long, v[2] / long]
}
