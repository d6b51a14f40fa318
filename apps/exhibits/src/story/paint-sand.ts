import type { SandArea } from '@riverside/story'
import { raking, sandInks } from './sand-ink.ts'

export type SandPicture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/**
 * What never changes of each pixel, however the sand lies: its two grains, and the place in the field it looks at, in cells. Reckoned
 * once for a picture: it is most of the work.
 */
export type SandGrains = {
  readonly one: Float32Array
  readonly two: Float32Array
  readonly x: Float32Array
  readonly y: Float32Array
}

/** @param grain Pixels of the picture to one grain. */
export function grainsOf(columns: number, rows: number, width: number, height: number, grain: number): SandGrains {
  const field = () => new Float32Array(width * height)
  const grains = { one: field(), two: field(), x: field(), y: field() }
  for (let y = 0; y < height; y += 1) {
    const cellY = ((y + 0.5) / height) * rows - 0.5
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x
      const [gx, gy] = [Math.floor(x / grain), Math.floor(y / grain)]
      const cellX = ((x + 0.5) / width) * columns - 0.5
      const one = grainAt(gx, gy, 1)
      const two = grainAt(gx, gy, 2)
      grains.one[pixel] = one
      grains.two[pixel] = two
      grains.x[pixel] = cellX + (waver(cellX, cellY, 3) - 0.5) * 2 * raking.ragged + (one - 0.5) * 0.36
      grains.y[pixel] = cellY + (waver(cellX, cellY, 4) - 0.5) * 2 * raking.ragged + (two - 0.5) * 0.36
    }
  }
  return grains
}

/**
 * Paints sand without a graphics card: the same rules as the shader, pixel by pixel, only where it changed.
 * @param area What changed, in cells.
 * @returns The rectangle painted, in pixels.
 */
export function paintSand(
  heights: Float32Array,
  columns: number,
  rows: number,
  area: SandArea,
  into: SandPicture,
  grains: SandGrains,
): SandArea {
  const [perColumn, perRow] = [into.width / columns, into.height / rows]
  const margin = 6
  const left = Math.max(0, Math.floor((area.x - margin) * perColumn))
  const top = Math.max(0, Math.floor((area.y - margin) * perRow))
  const right = Math.min(into.width, Math.ceil((area.x + area.width + margin) * perColumn))
  const bottom = Math.min(into.height, Math.ceil((area.y + area.height + margin) * perRow))

  const at = (x: number, y: number): number => {
    const cx = Math.min(columns - 1, Math.max(0, x))
    const cy = Math.min(rows - 1, Math.max(0, y))
    const column = cx | 0
    const row = cy | 0
    const fx = cx - column
    const fy = cy - row
    const first = row * columns + column
    const aside = column + 1 < columns ? 1 : 0
    const below = row + 1 < rows ? columns : 0
    const upper = (heights[first] ?? 0) * (1 - fx) + (heights[first + aside] ?? 0) * fx
    const lower = (heights[first + below] ?? 0) * (1 - fx) + (heights[first + below + aside] ?? 0) * fx
    return upper * (1 - fy) + lower * fy
  }

  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const place = y * into.width + x
      const [one, two] = [grains.one[place] ?? 0, grains.two[place] ?? 0]
      const [cx, cy] = [grains.x[place] ?? 0, grains.y[place] ?? 0]
      const height = at(cx, cy)
      const pixel = place * 4
      if (height > raking.veil + (raking.cover - raking.veil) * two) {
        const slopeX = (at(cx + 1, cy) - at(cx - 1, cy)) / 2
        const slopeY = (at(cx, cy + 1) - at(cx, cy - 1)) / 2
        put(into.data, pixel, inkOf(slopeX, slopeY, one, two), 255)
      } else if (two > 1 - raking.lost - Math.max(0, height) * 0.1) {
        put(into.data, pixel, one > 0.5 ? sandInks.body : sandInks.light, 255)
      } else {
        const near = (at(cx - 1.5, cy - 1.4) - height) / 2.05
        const far = (at(cx - 3, cy - 2.8) - height) / 4.1
        const isShaded = Math.max(near, far) > raking.shades && one < 0.86
        put(into.data, pixel, sandInks.shadow, isShaded ? 150 : 0)
      }
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function inkOf(slopeX: number, slopeY: number, one: number, two: number): readonly [number, number, number] {
  const [lightX, lightY, lightZ] = raking.light
  const lit = (lightZ - slopeX * lightX - slopeY * lightY) / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY)
  const tone = lit + (one - 0.5) * raking.stipple
  if (one * two > raking.facet && glints(slopeX, slopeY, one, two)) return sandInks.glint
  if (tone > raking.glare) return sandInks.glare
  if (tone > raking.bright) return sandInks.light
  if (tone > raking.body) return speckled(lit, one, two)
  return tone > raking.shade ? sandInks.shade : sandInks.deep
}

/** A rare grain is a facet that leans its own way: where the slope turns it to the light it is a spark. */
function glints(slopeX: number, slopeY: number, one: number, two: number): boolean {
  const [lightX, lightY, lightZ] = raking.light
  const leanX = slopeX + Math.sin(one * 4000) * raking.lean
  const leanY = slopeY + Math.sin(two * 4000) * raking.lean
  const lit = (lightZ - leanX * lightX - leanY * lightY) / Math.sqrt(1 + leanX * leanX + leanY * leanY)
  return lit > raking.spark
}

/** Level sand is one ink with single grains that stand out, more of the pale ones where it leans to the light. */
function speckled(lit: number, one: number, two: number): readonly [number, number, number] {
  const lean = lit - raking.level
  if (two < 0.022 - lean * 0.25) return one < 0.25 ? sandInks.deep : sandInks.shade
  if (two > 0.955 - lean * 1.5) return one > 0.93 ? sandInks.glare : sandInks.light
  return sandInks.body
}

function put(data: Uint8ClampedArray, pixel: number, [r, g, b]: readonly [number, number, number], alpha: number) {
  data[pixel] = r
  data[pixel + 1] = g
  data[pixel + 2] = b
  data[pixel + 3] = alpha
}

/** A number from 0 to 1 of a grain; the shader holds the same integer hash (lowbias32). */
function grainAt(x: number, y: number, salt: number): number {
  let mixed = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(salt, 0xc2b2ae3d)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 0
  return ((mixed ^ (mixed >>> 16)) >>> 8) / 16777216
}

/** A wandering of the edge, about half either way: waves of 9 cells, and of 1.1 on them. */
const waver = (x: number, y: number, salt: number) =>
  0.55 * wave(x / 9, y / 9, salt) + 0.45 * wave(x / 1.1, y / 1.1, salt + 2)

function wave(x: number, y: number, salt: number): number {
  const [wx, wy] = [x + 16, y + 16]
  const [column, row] = [Math.floor(wx), Math.floor(wy)]
  const [fx, fy] = [soft(wx - column), soft(wy - row)]
  const upper = grainAt(column, row, salt) * (1 - fx) + grainAt(column + 1, row, salt) * fx
  const lower = grainAt(column, row + 1, salt) * (1 - fx) + grainAt(column + 1, row + 1, salt) * fx
  return upper * (1 - fy) + lower * fy
}

const soft = (part: number) => part * part * (3 - 2 * part)
