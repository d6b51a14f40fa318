import { type Face, faces, levelSizes, tilesAlong } from '@riverside/voyage'
import { DataTexture, NearestFilter, RGIntegerFormat, UnsignedByteType } from 'three'

/** Tiled pictures kept at once, each with a row of the table: two places on show in both ages, and what lies ahead. */
export const rows = 8

/** Entries of a row: six faces of every level, level n in a square of 2ⁿ tiles along, up to faces of 8192 pixels. */
export const entries = 2048

/** The layer of an entry that has no tile of any level. */
export const noLayer = 255

/** Where a tile stands in a row: level n begins at 2·(4ⁿ − 1). */
export const entryOf = (level: number, face: number, row: number, column: number): number =>
  2 * (4 ** level - 1) + face * 4 ** level + row * 2 ** level + column

export type Tile = { readonly level: number; readonly face: Face; readonly row: number; readonly column: number }

/** The tile of an entry: `entryOf` undone. */
export function tileAt(entry: number): Tile {
  let level = 0
  while (2 * (4 ** (level + 1) - 1) <= entry) level += 1
  const within = entry - 2 * (4 ** level - 1)
  const place = within % 4 ** level
  const face = faces[Math.floor(within / 4 ** level)] ?? 'f'
  return { level, face, row: Math.floor(place / 2 ** level), column: place % 2 ** level }
}

/**
 * The table by which a pixel finds its tile: for every tile of every picture kept, the layer and level of the finest tile that is there,
 * itself or one it lies in. It is never wrong for a frame: a tile stands in it only once it is whole.
 */
export class Pages implements Disposable {
  readonly texture: DataTexture
  readonly #data = new Uint8Array(rows * entries * 2)
  /** The layer each tile is in, whole. */
  readonly #layers = new Uint8Array(rows * entries).fill(noLayer)

  constructor() {
    this.texture = new DataTexture(this.#data, entries, rows, RGIntegerFormat, UnsignedByteType)
    this.texture.internalFormat = 'RG8UI'
    this.texture.minFilter = NearestFilter
    this.texture.magFilter = NearestFilter
    this.#data.fill(noLayer)
    this.texture.needsUpdate = true
  }

  get bytes(): number {
    return this.#data.byteLength
  }

  /** The layer of a tile that is there, by its key: row × entries + entry. */
  layerOf(key: number): number {
    return this.#layers[key] ?? noLayer
  }

  put(key: number, layer: number): void {
    this.#layers[key] = layer
  }

  take(key: number): void {
    this.#layers[key] = noLayer
  }

  /** The level of the finest tile that stands for a tile; −1 where there is none. */
  levelFor(key: number): number {
    return this.#data[key * 2] === noLayer ? -1 : (this.#data[key * 2 + 1] ?? 0)
  }

  /** Writes a row anew after tiles have come or gone, from the coarsest level to the finest, each from the one above. */
  write(row: number, face: number): void {
    const [data, layers] = [this.#data, this.#layers]
    const from = row * entries
    const count = levelSizes(face).length
    for (let level = 0; level < count; level += 1) {
      const along = tilesAlong(face / 2 ** (count - 1 - level))
      for (let side = 0; side < 6; side += 1)
        for (let down = 0; down < along; down += 1)
          for (let across = 0; across < along; across += 1) {
            const key = from + entryOf(level, side, down, across)
            const own = layers[key] ?? noLayer
            const above = level === 0 ? -1 : from + entryOf(level - 1, side, down >> 1, across >> 1)
            data[key * 2] = own !== noLayer || above < 0 ? own : (data[above * 2] ?? noLayer)
            data[key * 2 + 1] = own !== noLayer || above < 0 ? level : (data[above * 2 + 1] ?? 0)
          }
    }
    this.texture.needsUpdate = true
  }

  [Symbol.dispose](): void {
    this.texture.dispose()
  }
}
