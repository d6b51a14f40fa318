import type { Mesh } from './mesh.ts'

const leafSize = 4

/** Slices along an axis at whose edges triangles may be parted. */
const slices = 12

/** What a ray met. */
export type Meeting = { triangle: number; distance: number; u: number; v: number }

/**
 * Finds what a ray meets first among the triangles of a mesh. A tree of boxes, parted by their surfaces (the surface area heuristic);
 * Möller–Trumbore for the triangles.
 */
export class Tracer {
  readonly mesh: Mesh
  readonly #boxes: Float64Array
  readonly #start: Int32Array
  readonly #count: Int32Array
  readonly #order: Int32Array
  readonly #triangles: Float64Array
  readonly #metres: Float64Array
  readonly #material: Uint16Array
  readonly #holed: boolean[]
  readonly #stack = new Int32Array(128)
  readonly #held = new Int32Array(slices)
  readonly #slices = new Float64Array(slices * 6)
  #nodes = 0

  constructor(mesh: Mesh) {
    this.mesh = mesh
    const n = mesh.count
    this.#order = Int32Array.from({ length: n }, (_, i) => i)
    this.#boxes = new Float64Array(Math.max(1, n) * 2 * 6)
    this.#start = new Int32Array(Math.max(1, n) * 2)
    this.#count = new Int32Array(Math.max(1, n) * 2)
    const c = mesh.corners
    const centres = new Float64Array(n * 3)
    const bounds = new Float64Array(n * 6)
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < 3; k++) {
        const [p, q, r] = [c[i * 9 + k]!, c[i * 9 + 3 + k]!, c[i * 9 + 6 + k]!]
        bounds[i * 6 + k] = Math.min(p, q, r)
        bounds[i * 6 + 3 + k] = Math.max(p, q, r)
        centres[i * 3 + k] = (bounds[i * 6 + k]! + bounds[i * 6 + 3 + k]!) / 2
      }
    }
    if (n > 0) {
      this.#nodes = 1
      this.#divide(0, 0, n, centres, bounds)
    }
    this.#triangles = new Float64Array(n * 9)
    this.#metres = new Float64Array(n * 6)
    this.#material = new Uint16Array(n)
    for (let i = 0; i < n; i++) {
      const t = this.#order[i]!
      for (let k = 0; k < 3; k++) {
        const a = c[t * 9 + k]!
        this.#triangles[i * 9 + k] = a
        this.#triangles[i * 9 + 3 + k] = c[t * 9 + 3 + k]! - a
        this.#triangles[i * 9 + 6 + k] = c[t * 9 + 6 + k]! - a
      }
      for (let k = 0; k < 6; k++) this.#metres[i * 6 + k] = mesh.metres[t * 6 + k]!
      this.#material[i] = mesh.materialOf[t]!
    }
    this.#holed = mesh.materials.map((material) => material.holes !== undefined)
  }

  #divide(node: number, from: number, to: number, centres: Float64Array, bounds: Float64Array): void {
    const box = this.#boxes
    const low = [Infinity, Infinity, Infinity]
    const high = [-Infinity, -Infinity, -Infinity]
    const clow = [Infinity, Infinity, Infinity]
    const chigh = [-Infinity, -Infinity, -Infinity]
    for (let i = from; i < to; i++) {
      const t = this.#order[i]!
      for (let k = 0; k < 3; k++) {
        low[k] = Math.min(low[k]!, bounds[t * 6 + k]!)
        high[k] = Math.max(high[k]!, bounds[t * 6 + 3 + k]!)
        clow[k] = Math.min(clow[k]!, centres[t * 3 + k]!)
        chigh[k] = Math.max(chigh[k]!, centres[t * 3 + k]!)
      }
    }
    for (let k = 0; k < 3; k++) {
      box[node * 6 + k] = low[k]! - 1e-6
      box[node * 6 + 3 + k] = high[k]! + 1e-6
    }
    const cut = to - from <= leafSize ? undefined : this.#bestCut(from, to, clow, chigh, centres, bounds)
    if (!cut) {
      this.#start[node] = from
      this.#count[node] = to - from
      return
    }
    const { axis } = cut
    let middle = this.#parted(from, to, axis, cut.at, centres)
    if (middle === from || middle === to) {
      const part = this.#order.subarray(from, to)
      part.sort((a, b) => centres[a * 3 + axis]! - centres[b * 3 + axis]!)
      middle = (from + to) >> 1
    }
    const left = this.#nodes
    this.#nodes += 2
    this.#start[node] = left
    this.#count[node] = 0
    this.#divide(left, from, middle, centres, bounds)
    this.#divide(left + 1, middle, to, centres, bounds)
  }

  /**
   * The plane that parts triangles so that a ray meets the fewest: by the surfaces of the two boxes times what they hold, tried at the
   * edges of equal slices along every axis. Nothing where all centres are one.
   */
  #bestCut(
    from: number,
    to: number,
    low: readonly number[],
    high: readonly number[],
    centres: Float64Array,
    bounds: Float64Array,
  ): { readonly axis: number; readonly at: number } | undefined {
    let best: { axis: number; at: number } | undefined
    let least = Infinity
    for (let axis = 0; axis < 3; axis++) {
      const spread = high[axis]! - low[axis]!
      if (spread < 1e-9) continue
      const held = this.#held.fill(0)
      const boxes = this.#slices
      for (let k = 0; k < slices; k++) for (let e = 0; e < 6; e++) boxes[k * 6 + e] = e < 3 ? Infinity : -Infinity
      for (let i = from; i < to; i++) {
        const t = this.#order[i]!
        const k = Math.min(slices - 1, Math.floor(((centres[t * 3 + axis]! - low[axis]!) / spread) * slices))
        held[k]!++
        for (let e = 0; e < 3; e++) {
          boxes[k * 6 + e] = Math.min(boxes[k * 6 + e]!, bounds[t * 6 + e]!)
          boxes[k * 6 + 3 + e] = Math.max(boxes[k * 6 + 3 + e]!, bounds[t * 6 + 3 + e]!)
        }
      }
      const below = this.#costs(held, boxes, 0, 1)
      const above = this.#costs(held, boxes, slices - 1, -1)
      for (let k = 1; k < slices; k++) {
        const cost = below[k - 1]! + above[k]!
        if (cost >= least) continue
        least = cost
        best = { axis, at: low[axis]! + (spread * k) / slices }
      }
    }
    return best
  }

  /** Surface times number of what lies from one end up to each slice. */
  #costs(held: Int32Array, boxes: Float64Array, first: number, step: number): Float64Array {
    const costs = new Float64Array(slices)
    const grown = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
    let count = 0
    for (let k = first; k >= 0 && k < slices; k += step) {
      count += held[k]!
      for (let e = 0; e < 3; e++) {
        grown[e] = Math.min(grown[e]!, boxes[k * 6 + e]!)
        grown[e + 3] = Math.max(grown[e + 3]!, boxes[k * 6 + 3 + e]!)
      }
      const [x, y, z] = [grown[3]! - grown[0]!, grown[4]! - grown[1]!, grown[5]! - grown[2]!]
      costs[k] = count === 0 ? 0 : count * (x * y + y * z + z * x)
    }
    return costs
  }

  #parted(from: number, to: number, axis: number, at: number, centres: Float64Array): number {
    let i = from
    let j = to - 1
    const order = this.#order
    while (i <= j) {
      if (centres[order[i]! * 3 + axis]! < at) i++
      else {
        const swap = order[i]!
        order[i] = order[j]!
        order[j] = swap
        j--
      }
    }
    return i
  }

  /** Fills `met` and says true where something lies nearer than `reach` metres. Set `any` for shadows: the first thing found will do. */
  meets(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    reach: number,
    met: Meeting,
    any: boolean,
  ): boolean {
    if (this.#nodes === 0) return false
    const boxes = this.#boxes
    const tris = this.#triangles
    const stack = this.#stack
    const ix = 1 / (dx === 0 ? 1e-12 : dx)
    const iy = 1 / (dy === 0 ? 1e-12 : dy)
    const iz = 1 / (dz === 0 ? 1e-12 : dz)
    let best = reach
    let hit = -1
    let hu = 0
    let hv = 0
    let top = 0
    stack[top++] = 0
    while (top > 0) {
      const node = stack[--top]!
      const b = node * 6
      let t0 = (boxes[b]! - ox) * ix
      let t1 = (boxes[b + 3]! - ox) * ix
      let near = t0
      let far = t1
      if (t1 < t0) {
        near = t1
        far = t0
      }
      t0 = (boxes[b + 1]! - oy) * iy
      t1 = (boxes[b + 4]! - oy) * iy
      if (t0 < t1) {
        if (t0 > near) near = t0
        if (t1 < far) far = t1
      } else {
        if (t1 > near) near = t1
        if (t0 < far) far = t0
      }
      t0 = (boxes[b + 2]! - oz) * iz
      t1 = (boxes[b + 5]! - oz) * iz
      if (t0 < t1) {
        if (t0 > near) near = t0
        if (t1 < far) far = t1
      } else {
        if (t1 > near) near = t1
        if (t0 < far) far = t0
      }
      if (far < 0 || near > far || near > best) continue
      const count = this.#count[node]!
      const start = this.#start[node]!
      if (count === 0) {
        const l = start * 6
        const r = l + 6
        const cl =
          (boxes[l]! + boxes[l + 3]! - 2 * ox) * dx +
          (boxes[l + 1]! + boxes[l + 4]! - 2 * oy) * dy +
          (boxes[l + 2]! + boxes[l + 5]! - 2 * oz) * dz
        const cr =
          (boxes[r]! + boxes[r + 3]! - 2 * ox) * dx +
          (boxes[r + 1]! + boxes[r + 4]! - 2 * oy) * dy +
          (boxes[r + 2]! + boxes[r + 5]! - 2 * oz) * dz
        if (cl < cr) {
          stack[top++] = start + 1
          stack[top++] = start
        } else {
          stack[top++] = start
          stack[top++] = start + 1
        }
        continue
      }
      for (let i = start; i < start + count; i++) {
        const k = i * 9
        const e1x = tris[k + 3]!
        const e1y = tris[k + 4]!
        const e1z = tris[k + 5]!
        const e2x = tris[k + 6]!
        const e2y = tris[k + 7]!
        const e2z = tris[k + 8]!
        const px = dy * e2z - dz * e2y
        const py = dz * e2x - dx * e2z
        const pz = dx * e2y - dy * e2x
        const det = e1x * px + e1y * py + e1z * pz
        if (det > -1e-12 && det < 1e-12) continue
        const inv = 1 / det
        const sx = ox - tris[k]!
        const sy = oy - tris[k + 1]!
        const sz = oz - tris[k + 2]!
        const u = (sx * px + sy * py + sz * pz) * inv
        if (u < 0 || u > 1) continue
        const qx = sy * e1z - sz * e1y
        const qy = sz * e1x - sx * e1z
        const qz = sx * e1y - sy * e1x
        const v = (dx * qx + dy * qy + dz * qz) * inv
        if (v < 0 || u + v > 1) continue
        const t = (e2x * qx + e2y * qy + e2z * qz) * inv
        if (t <= 1e-4 || t >= best) continue
        const m = i * 6
        const w = 1 - u - v
        const mu = this.#metres[m]! * w + this.#metres[m + 2]! * u + this.#metres[m + 4]! * v
        const mv = this.#metres[m + 1]! * w + this.#metres[m + 3]! * u + this.#metres[m + 5]! * v
        const material = this.#material[i]!
        if (this.#holed[material] && this.mesh.materials[material]!.holes!(mu, mv, t)) continue
        best = t
        hit = i
        hu = mu
        hv = mv
        if (any) return true
      }
    }
    if (hit < 0) return false
    met.triangle = this.#order[hit]!
    met.distance = best
    met.u = hu
    met.v = hv
    return true
  }
}
