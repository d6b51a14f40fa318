import { setImmediate } from 'node:timers/promises'
import type { TakenScene } from '@riverside/content'
import { parseJson } from '@riverside/kit'
import {
  bearingOf,
  type Face,
  levelSizes,
  type Pixels,
  radians,
  rayThrough,
  type Sampler,
  sampleEquirectangular,
  sampleTiles,
  TilesFile,
  tilePath,
  type View,
} from '@riverside/voyage'
import sharp, { type Sharp } from 'sharp'

/** A card's picture in pixels: 100 × 84 mm at 300 dots an inch. */
export const viewSize = { width: 1181, height: 992 } as const
type Size = { readonly width: number; readonly height: number }

/** Rays along either edge of a pixel: their mean is what is printed. */
const fine = 3

/** Between two turns of the event loop: some ten milliseconds of drawing. */
const rowsAtOnce = 8

/** Brings a file of the pack by its path. */
type BringFile = (path: string) => Promise<Uint8Array>

/** A sphere as it is drawn from: `bringMissing` is true where something had to be brought first, and what was drawn is to be drawn again. */
type Source = { readonly sample: Sampler; readonly bringMissing: () => Promise<boolean> }

/** Draws a view of a sphere for print, by the same rule as the screen, as JPEG. The station goes on answering meanwhile. */
export async function drawView(
  { view, node, sphere }: TakenScene,
  bring: BringFile,
  size: Size = viewSize,
): Promise<Uint8Array> {
  const seen: View = {
    yaw: radians(view.bearing - node.heading),
    pitch: radians(view.elevation),
    field: radians(view.field),
  }
  const { width, height } = size
  const source = sphere.picture.endsWith('/tiles.json')
    ? await openTiles(sphere.picture, densityOf(seen, size), bring)
    : await openEquirectangular(sphere.picture, seen, size, bring)
  const pixels = Buffer.alloc(width * height * 3)
  const draw = rowsOf(seen, size, source.sample, pixels)
  for (let row = 0; row < height; row += 1) {
    draw(row)
    while (await source.bringMissing()) draw(row)
    if (row % rowsAtOnce === 0) await setImmediate()
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** Draws one row after the other into the pixels. A ray is a plane's point: what is added from one to the next never changes. */
function rowsOf(view: View, { width, height }: Size, sample: Sampler, pixels: Buffer): (row: number) => void {
  const through = (x: number, y: number) => rayThrough(view, width / height, x, y)
  const [middle, right, top] = [through(0, 0), through(1, 0), through(0, 1)]
  const [ax, ay, az] = [right[0] - middle[0], right[1] - middle[1], right[2] - middle[2]]
  const [bx, by, bz] = [top[0] - middle[0], top[1] - middle[1], top[2] - middle[2]]
  const ray: [number, number, number] = [0, 0, 0]
  const tap = new Float64Array(4)
  const share = 1 / (fine * fine)
  return (row) => {
    for (let column = 0; column < width; column += 1) {
      let red = 0
      let green = 0
      let blue = 0
      for (let each = 0; each < fine * fine; each += 1) {
        const x = ((column + ((each % fine) + 0.5) / fine) / width) * 2 - 1
        const y = 1 - ((row + (Math.floor(each / fine) + 0.5) / fine) / height) * 2
        ray[0] = middle[0] + x * ax + y * bx
        ray[1] = middle[1] + x * ay + y * by
        ray[2] = middle[2] + x * az + y * bz
        sample(ray, tap, 0)
        red += tap[0] ?? 0
        green += tap[1] ?? 0
        blue += tap[2] ?? 0
      }
      const at = (row * width + column) * 3
      pixels[at] = Math.round(red * share)
      pixels[at + 1] = Math.round(green * share)
      pixels[at + 2] = Math.round(blue * share)
    }
  }
}

/** Dots of the card for one unit of tangent in the middle of the view: what a sphere should hold at least. */
const densityOf = (view: View, { height }: Size): number => height / (2 * Math.tan(view.field / 2))

/** The coarsest level that is as fine as the card; of it only the tiles that the view falls on are opened. */
async function openTiles(path: string, density: number, bring: BringFile): Promise<Source> {
  const folder = path.slice(0, -'tiles.json'.length)
  const { face, gutter, kind } = TilesFile.parse(parseJson(Buffer.from(await bring(path)).toString('utf8')))
  const sizes = levelSizes(face)
  const fineEnough = sizes.findIndex((size) => size / 2 >= density)
  const level = fineEnough < 0 ? sizes.length - 1 : fineEnough
  const opened = new Map<string, Pixels>()
  const missing = new Set<string>()
  // Neighbouring rays mostly fall on one tile: its name is made once.
  let met: { readonly face: Face; readonly row: number; readonly column: number; readonly pixels: Pixels } | undefined
  const sample = sampleTiles({
    size: sizes[level] ?? face,
    gutter,
    tile: (face, row, column) => {
      if (met && met.face === face && met.row === row && met.column === column) return met.pixels
      const name = tilePath({ level, face, row, column }, kind)
      const pixels = opened.get(name)
      if (!pixels) missing.add(name)
      met = { face, row, column, pixels: pixels ?? nothing }
      return met.pixels
    },
  })
  return {
    sample,
    bringMissing: async () => {
      if (missing.size === 0) return false
      for (const name of missing) opened.set(name, await pixelsOf(sharp(await bring(folder + name))))
      missing.clear()
      met = undefined
      return true
    },
  }
}

/** No finer than the card can show, and only the rows that the view falls on: at most some 100 MB of a picture 16,384 wide. */
async function openEquirectangular(path: string, view: View, size: Size, bring: BringFile): Promise<Source> {
  const bytes = await bring(path)
  const whole = await sharp(bytes).metadata()
  const width = Math.min(whole.width, Math.ceil(2 * Math.PI * densityOf(view, size)))
  const height = Math.round((width * whole.height) / whole.width)
  const rowOf = (elevation: number) => Math.round((0.5 - elevation / 180) * height)
  const { low, high } = elevationsOf(view, size.width / size.height)
  const top = Math.max(0, rowOf(high) - 2)
  const rows = Math.min(height, rowOf(low) + 2) - top
  const part = await pixelsOf(
    sharp(bytes).resize(width, height, { fit: 'fill' }).extract({ left: 0, top, width, height: rows }),
  )
  return { sample: sampleEquirectangular(part, { height, top }), bringMissing: async () => false }
}

/** The elevations a view spans, in degrees: what its edges span, and the pole that lies within. */
function elevationsOf(view: View, aspect: number): { readonly low: number; readonly high: number } {
  const steps = Array.from({ length: 65 }, (_, at) => at / 32 - 1)
  const edge = steps.flatMap((along) =>
    [
      [along, 1],
      [along, -1],
      [1, along],
      [-1, along],
    ].map(([x = 0, y = 0]) => bearingOf(rayThrough(view, aspect, x, y)).elevation),
  )
  const isIn = (up: 1 | -1) => {
    const { field, pitch } = view
    return Math.abs((up * Math.PI) / 2 - pitch) < field / 2
  }
  return { low: isIn(-1) ? -90 : Math.min(...edge), high: isIn(1) ? 90 : Math.max(...edge) }
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

const nothing: Pixels = { width: 1, height: 1, data: new Uint8Array(4) }
