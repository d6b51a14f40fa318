import type { SandArea } from '@riverside/story'
import { raking, sandInks } from './sand-ink.ts'

export type SandPicture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/**
 * Paints sand without a graphics card: the same rules as the shader, pixel by pixel, only where it changed.
 * @param grain Pixels of the picture to one grain.
 * @param area What changed, in cells.
 * @returns The rectangle painted, in pixels.
 */
export function paintSand(
  heights: Float32Array,
  columns: number,
  rows: number,
  area: SandArea,
  into: SandPicture,
  grain: number,
): SandArea {
  const [perColumn, perRow] = [into.width / columns, into.height / rows]
  const margin = 6
  const left = Math.max(0, Math.floor((area.x - margin) * perColumn))
  const top = Math.max(0, Math.floor((area.y - margin) * perRow))
  const right = Math.min(into.width, Math.ceil((area.x + area.width + margin) * perColumn))
  const bottom = Math.min(into.height, Math.ceil((area.y + area.height + margin) * perRow))

  const at = (x: number, y: number): number => {
    const [cx, cy] = [Math.min(columns - 1, Math.max(0, x)), Math.min(rows - 1, Math.max(0, y))]
    const [column, row] = [Math.floor(cx), Math.floor(cy)]
    const [fx, fy] = [cx - column, cy - row]
    const [next, below] = [Math.min(columns - 1, column + 1), Math.min(rows - 1, row + 1)]
    const upper = (heights[row * columns + column] ?? 0) * (1 - fx) + (heights[row * columns + next] ?? 0) * fx
    const lower = (heights[below * columns + column] ?? 0) * (1 - fx) + (heights[below * columns + next] ?? 0) * fx
    return upper * (1 - fy) + lower * fy
  }

  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const [gx, gy] = [Math.floor(x / grain), Math.floor(y / grain)]
      const one = grainAt(gx, gy, 1)
      const two = grainAt(gx, gy, 2)
      const [cellX, cellY] = [((x + 0.5) / into.width) * columns - 0.5, ((y + 0.5) / into.height) * rows - 0.5]
      const cx = cellX + (waver(cellX, cellY, 3) - 0.5) * 2 * raking.ragged + (one - 0.5) * 0.36
      const cy = cellY + (waver(cellX, cellY, 4) - 0.5) * 2 * raking.ragged + (two - 0.5) * 0.36
      const height = at(cx, cy)
      const pixel = (y * into.width + x) * 4
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
  if (tone > raking.glare) return sandInks.glare
  if (tone > raking.bright) return sandInks.light
  if (tone > raking.body) return speckled(lit, one, two)
  return tone > raking.shade ? sandInks.shade : sandInks.deep
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
