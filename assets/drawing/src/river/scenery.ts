import type { Builder } from './builder.ts'
import type { Ink } from './ink.ts'
import type { Mesh } from './mesh.ts'
import { Tracer } from './trace.ts'

const bins = 1440
const radians = Math.PI / 180

/** Everything that stands round one eye, ready for rays. */
export type Scenery = {
  readonly mesh: Mesh
  readonly tracer: Tracer
  /** Metres above the water. */
  readonly eye: number
  /** The eye's place in world metres, for what is anchored to the water. */
  readonly at: readonly [x: number, z: number]
  /** False where a ray from the eye certainly meets nothing. Radians. */
  mayMeet(bearing: number, elevation: number): boolean
  mayMirror(bearing: number, elevation: number): boolean
  /** The ink of our own boat below the eye, or -1. */
  launch(dx: number, dy: number, dz: number): Ink | -1
}

export function scenery(built: Builder, launch: Scenery['launch']): Scenery {
  const seen = silhouette(built.mesh, built.eye)
  const mirrored = silhouette(built.mesh, -built.eye)
  return {
    mesh: built.mesh,
    tracer: new Tracer(built.mesh),
    eye: built.eye,
    at: built.at,
    mayMeet: seen,
    mayMirror: mirrored,
    launch,
  }
}

/** The lowest and highest elevation of all triangles by bearing, with a margin for the hand's bend. */
function silhouette(mesh: Mesh, eye: number): (bearing: number, elevation: number) => boolean {
  const low = new Float32Array(bins).fill(9)
  const high = new Float32Array(bins).fill(-9)
  const c = mesh.corners
  for (let t = 0; t < mesh.count; t++) {
    for (let e = 0; e < 3; e++) {
      const p = t * 9 + e * 3
      const q = t * 9 + ((e + 1) % 3) * 3
      edge(low, high, c[p]!, c[p + 1]! - eye, c[p + 2]!, c[q]!, c[q + 1]! - eye, c[q + 2]!)
    }
    if (underOrOver(c, t * 9)) (c[t * 9 + 1]! < eye ? low : high).fill(c[t * 9 + 1]! < eye ? -9 : 9)
  }
  const margin = 0.35 * radians
  return (bearing, elevation) => {
    let b = Math.floor((bearing / (2 * Math.PI)) * bins)
    if (b < 0) b += bins
    if (b >= bins) b -= bins
    return elevation < high[b]! + margin && elevation > low[b]! - margin
  }
}

/** Whether the eye's plumb line goes through a triangle. */
function underOrOver(c: readonly number[], t: number): boolean {
  const side = (p: number, q: number) => c[p]! * c[q + 2]! - c[p + 2]! * c[q]!
  const a = side(t, t + 3)
  const b = side(t + 3, t + 6)
  const d = side(t + 6, t)
  return (a >= 0 && b >= 0 && d >= 0) || (a <= 0 && b <= 0 && d <= 0)
}

function edge(
  low: Float32Array,
  high: Float32Array,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
): void {
  const near = Math.max(0.5, Math.min(Math.hypot(ax, az), Math.hypot(bx, bz)))
  const pieces = Math.min(4000, 1 + Math.ceil((Math.hypot(bx - ax, by - ay, bz - az) / near) * 180))
  let before = -1
  for (let i = 0; i <= pieces; i++) {
    const s = i / pieces
    const x = ax + (bx - ax) * s
    const y = ay + (by - ay) * s
    const z = az + (bz - az) * s
    const elevation = Math.atan2(y, Math.hypot(x, z))
    let turn = Math.atan2(x, z) / (2 * Math.PI)
    turn -= Math.floor(turn)
    const here = Math.min(bins - 1, Math.floor(turn * bins))
    if (before < 0) before = here
    let step = here - before
    if (step > bins / 2) step -= bins
    if (step < -bins / 2) step += bins
    for (let k = -1; k <= Math.abs(step) + 1; k++) {
      const b = (before + k * Math.sign(step || 1) + bins * 2) % bins
      if (elevation < low[b]!) low[b] = elevation
      if (elevation > high[b]!) high[b] = elevation
    }
    before = here
  }
}
