import type { Material } from './material.ts'

export type Point = readonly [x: number, y: number, z: number]

/** One thing of the shore: what the key block cuts round, and what a finger may touch. */
export type Thing = {
  /** Which stop it belongs to. */
  readonly stop: string | undefined
  /** Share of the ordinary outline width; 0 for none. */
  readonly line: number
  readonly seed: number
}

/**
 * Triangles gathered for one drawing. Every triangle belongs to a thing and a face; u and v are metres on the face.
 */
export class Mesh {
  readonly corners: number[] = []
  readonly metres: number[] = []
  readonly materials: Material[] = []
  readonly materialOf: number[] = []
  readonly thingOf: number[] = []
  readonly faceOf: number[] = []
  readonly things: Thing[] = []
  #faces = 0
  #materialNumber = new Map<Material, number>()
  #stop: string | undefined

  get count(): number {
    return this.thingOf.length
  }

  /** Everything drawn inside belongs to this stop. */
  belonging(stop: string, draw: () => void): void {
    const before = this.#stop
    this.#stop = stop
    draw()
    this.#stop = before
  }

  thing(line = 1): number {
    this.things.push({ stop: this.#stop, line, seed: (this.things.length * 7919) % 65521 })
    return this.things.length - 1
  }

  /** Four corners in order round the face; u runs along the first edge, v along the last. */
  quad(
    thing: number,
    material: Material,
    a: Point,
    b: Point,
    c: Point,
    d: Point,
    u = 0,
    v = 0,
    wide?: number,
    high?: number,
  ): void {
    const w = wide ?? Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])
    const h = high ?? Math.hypot(d[0] - a[0], d[1] - a[1], d[2] - a[2])
    const face = this.#faces++
    this.#triangle(thing, material, face, a, b, c, u, v, u + w, v, u + w, v + h)
    this.#triangle(thing, material, face, a, c, d, u, v, u + w, v + h, u, v + h)
  }

  triangle(thing: number, material: Material, a: Point, b: Point, c: Point): void {
    const w = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])
    const along =
      w > 0 ? ((c[0] - a[0]) * (b[0] - a[0]) + (c[1] - a[1]) * (b[1] - a[1]) + (c[2] - a[2]) * (b[2] - a[2])) / w : 0
    const reach = Math.hypot(c[0] - a[0], c[1] - a[1], c[2] - a[2])
    const up = Math.sqrt(Math.max(0, reach * reach - along * along))
    this.#triangle(thing, material, this.#faces++, a, b, c, 0, 0, w, 0, along, up)
  }

  /** A flat polygon, convex or star-shaped about its first corner; u and v are x and z. */
  flatTop(thing: number, material: Material, ring: readonly Point[]): void {
    const face = this.#faces++
    const [a] = ring
    if (!a) return
    for (let i = 1; i + 1 < ring.length; i++) {
      const b = ring[i]!
      const c = ring[i + 1]!
      this.#triangle(thing, material, face, a, b, c, a[0], a[2], b[0], b[2], c[0], c[2])
    }
  }

  #triangle(
    thing: number,
    material: Material,
    face: number,
    a: Point,
    b: Point,
    c: Point,
    ...metres: readonly number[]
  ): void {
    let number = this.#materialNumber.get(material)
    if (number === undefined) {
      number = this.materials.push(material) - 1
      this.#materialNumber.set(material, number)
    }
    this.corners.push(a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2])
    this.metres.push(...metres)
    this.materialOf.push(number)
    this.thingOf.push(thing)
    this.faceOf.push(face)
  }
}
