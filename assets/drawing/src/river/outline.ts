import type { Scenery } from './scenery.ts'
import { sight } from './sight.ts'
import { sphere } from './view.ts'

/** A point of an outline: bearing from true north in [0, 360), elevation above the horizon, degrees. */
export type OutlinePoint = readonly [bearing: number, elevation: number]

const step = 0.2
const widestGap = 1.6
const mostPoints = 58

/** Degrees from side to side, also of what stands overhead: an outline over half the sphere and more has no inside. */
const widest = 120

type Edges = { readonly top: Float32Array; readonly foot: Float32Array; readonly distances: number[] }

/**
 * The outline of everything that belongs to each stop as seen from an eye, the nearest first: its upper edge from left to right, then its
 * lower edge back. Stops narrower than two degrees or lower than half a degree are left out: no finger could meet them.
 */
export function outlines(scenery: Scenery, heading: number): ReadonlyMap<string, readonly OutlinePoint[]> {
  const columns = Math.round(360 / step)
  const rows = columns / 2
  const seen = sight(sphere(columns, heading), scenery)
  const found = new Map<string, Edges>()
  for (let y = 0, i = 0; y < rows; y++) {
    const elevation = (0.5 - (y + 0.5) / rows) * 180
    for (let column = 0; column < columns; column++, i++) {
      const number = seen.things[i]!
      if (number < 0) continue
      const stop = scenery.mesh.things[number]!.stop
      if (stop === undefined) continue
      let edges = found.get(stop)
      if (!edges) {
        edges = { top: new Float32Array(columns).fill(-99), foot: new Float32Array(columns).fill(99), distances: [] }
        found.set(stop, edges)
      }
      if (elevation > edges.top[column]!) edges.top[column] = elevation
      if (elevation < edges.foot[column]!) edges.foot[column] = elevation
      edges.distances.push(seen.distances[i]!)
    }
  }
  const result: { stop: string; points: readonly OutlinePoint[]; away: number }[] = []
  for (const [stop, { top, foot, distances }] of found) {
    const whole = longestRun(top)
    if (!whole || whole.length * step < 2) continue
    const run = bestSeen(whole, top, foot)
    const upper = filled(run, top)
    const lower = filled(run, foot)
    const high = Math.max(...upper.map(([, e], k) => e - lower[k]![1]))
    if (high < 0.5) continue
    const bearing = (column: number) => heading + ((column + 0.5) / columns - 0.5) * 360
    let tolerance = 0.08
    let points: (readonly [number, number])[] = []
    do {
      points = [...simplified(upper, tolerance), ...simplified([...lower].reverse(), tolerance)]
      tolerance *= 1.35
    } while (points.length > mostPoints)
    const away = distances.sort((a, b) => a - b)[distances.length >> 1]!
    result.push({
      stop,
      away,
      points: points.map(
        ([column, elevation]) => [tenth(((bearing(column) % 360) + 360) % 360) % 360, tenth(elevation)] as const,
      ),
    })
  }
  return new Map(result.sort((a, b) => a.away - b.away).map(({ stop, points }) => [stop, points]))
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** The longest run of columns that hold something, small gaps forgiven, going round the seam. Numbers may exceed the turn. */
function longestRun(top: Float32Array): number[] | undefined {
  const n = top.length
  const empty = top.findIndex((_, i) => gapFrom(top, i) > widestGap / step)
  if (empty < 0) return Array.from({ length: n }, (_, i) => i)
  let best: number[] = []
  let run: number[] = []
  let gap = 0
  for (let k = 0; k <= n; k++) {
    const column = empty + k
    if (k < n && top[column % n]! > -99) {
      for (let g = column - gap; g < column && run.length > 0; g++) run.push(g)
      run.push(column)
      gap = 0
      continue
    }
    gap++
    if (gap > widestGap / step || k === n) {
      if (run.length > best.length) best = run
      run = []
      gap = 0
    }
  }
  return best.length > 0 ? best : undefined
}

/** The part of a run, no wider than an outline may be, in which most is seen. */
function bestSeen(run: readonly number[], top: Float32Array, foot: Float32Array): readonly number[] {
  const most = Math.round(widest / step)
  if (run.length <= most) return run
  const high = run.map((column) => {
    const at = column % top.length
    return top[at]! > -99 ? top[at]! - foot[at]! : 0
  })
  let from = 0
  let sum = high.slice(0, most).reduce((total, value) => total + value, 0)
  let best = sum
  for (let k = most; k < run.length; k++) {
    sum += high[k]! - high[k - most]!
    if (sum > best) {
      best = sum
      from = k - most + 1
    }
  }
  return run.slice(from, from + most)
}

function gapFrom(top: Float32Array, at: number): number {
  let gap = 0
  while (gap < top.length && top[(at + gap) % top.length]! <= -99) gap++
  return gap
}

function filled(run: readonly number[], edge: Float32Array): (readonly [number, number])[] {
  const n = edge.length
  const known = run.map((column) => {
    const value = edge[((column % n) + n) % n]!
    return Math.abs(value) < 99 ? value : undefined
  })
  return run.map((column, k) => {
    const here = known[k]
    if (here !== undefined) return [column, here] as const
    let before = k
    let after = k
    while (known[before] === undefined) before--
    while (known[after] === undefined) after++
    return [column, known[before]! + ((known[after]! - known[before]!) * (k - before)) / (after - before)] as const
  })
}

/** Douglas and Peucker's line in fewer points; columns count `step` degrees. */
function simplified(line: readonly (readonly [number, number])[], tolerance: number): (readonly [number, number])[] {
  if (line.length < 3) return [...line]
  const [ax, ay] = line[0]!
  const [bx, by] = line[line.length - 1]!
  let far = 0
  let at = 0
  const long = Math.hypot((bx - ax) * step, by - ay) || 1
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = line[i]!
    const off = Math.abs((bx - ax) * step * (y - ay) - (x - ax) * step * (by - ay)) / long
    if (off > far) {
      far = off
      at = i
    }
  }
  if (far <= tolerance) return [line[0]!, line[line.length - 1]!]
  return [...simplified(line.slice(0, at + 1), tolerance), ...simplified(line.slice(at), tolerance).slice(1)]
}
