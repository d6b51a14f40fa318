import { tilePath, tileSize } from '@riverside/voyage'
import type { DataArrayTexture, DataTexture, WebGLRenderer } from 'three'
import type { Bring } from './bring.ts'
import { entries, noLayer, Pages, rows, tileAt } from './pages.ts'
import { isSame, type Picture, type Readiness } from './picture.ts'
import { Pool } from './pool.ts'
import type { Sight } from './sight.ts'
import { readTilesFile } from './tiles-file.ts'
import { type Reason, Wishes } from './wishes.ts'

/** Tiles held at once, and how few will do. The largest gutter finds room on every side. */
const layers = { usual: 160, fewest: 80, size: tileSize + 2 * 4 } as const

/** Pixels along a face of a preview; its six faces lie side by side. */
export const previewFace = 64

/** Tiles under way or decoded and waiting, at most: each is a megabyte of memory. */
const atOnce = 8

export type Aim = Sight & { readonly picture: Picture; readonly why: Reason }

/** Where the shader finds a tiled picture. */
export type Laid = { readonly row: number; readonly face: number; readonly gutter: number }

type Row = {
  picture: Picture | undefined
  tiles: { readonly face: number; readonly gutter: number; readonly kind: 'webp' | 'jpg' } | undefined
  preview: ImageBitmap | undefined
  hasPreview: boolean
  hasMissed: boolean
  isAimed: boolean
  isChanged: boolean
  giveUp: AbortController | undefined
  wantedAt: number
}

/**
 * Tiled pictures in one pool of layers that never grows. The coarsest level of every picture that is wanted stays; finer tiles come by
 * how much is seen of them and go when they have not been seen for longest, and whatever lacks is stood in for by what it lies in.
 */
export class Mosaic implements Disposable {
  readonly pages = new Pages()
  readonly #renderer: WebGLRenderer
  readonly #bring: Bring
  readonly #rows: readonly Row[] = Array.from({ length: rows }, emptyRow)
  #pool: Pool | undefined
  #previews: Pool | undefined
  #wanted: readonly Picture[] = []
  readonly #wishes = new Wishes(this.pages)
  readonly #coming = new Map<number, AbortController>()
  readonly #arrived = new Map<number, ImageBitmap>()
  readonly #missed = new Set<number>()
  #keys = new Int32Array(0)
  #usedAt = new Uint32Array(0)
  #tick = 0
  #over = false
  /** Called when a tile waits to be sent up, or a picture has to be aimed at anew. */
  onNews: () => void = () => {}
  /** True once a picture has said what tiles it has, until the next aim. */
  isStale = false
  sent = 0
  decoded = 0

  constructor(renderer: WebGLRenderer, bring: Bring) {
    this.#renderer = renderer
    this.#bring = bring
  }

  get tiles(): DataArrayTexture | null {
    return this.#pool?.texture ?? null
  }

  get previews(): DataArrayTexture | null {
    return this.#previews?.texture ?? null
  }

  get table(): DataTexture {
    return this.pages.texture
  }

  /** Bytes held on the graphics card; nothing before the first tiled picture, and never more or less after it. */
  get bytes(): number {
    return this.#pool && this.#previews ? this.#pool.bytes + this.#previews.bytes + this.pages.bytes : 0
  }

  get waits(): boolean {
    return (
      this.#pool?.filling !== undefined ||
      this.#arrived.size > 0 ||
      this.#rows.some(({ preview }) => preview !== undefined)
    )
  }

  /** Names the pictures to be had, the most wanted first. */
  want(pictures: readonly Picture[]): void {
    const wanted = pictures.slice(0, rows)
    const before = this.#wanted
    if (wanted.length === before.length && wanted.every((picture, index) => isSame(picture, before[index]))) return
    this.#tick += 1
    this.#wanted = wanted
    for (const picture of wanted) {
      const row = this.#rowOf(picture)
      if (row) {
        row.wantedAt = this.#tick
        if (!before.some((other) => isSame(picture, other))) this.#askAgain(row)
      }
    }
    for (const picture of wanted) {
      if (this.#rowOf(picture)) continue
      const free = this.#rows.reduce((oldest, row) => (row.wantedAt < oldest.wantedAt ? row : oldest))
      this.#clear(free)
      free.picture = picture
      free.wantedAt = this.#tick
      this.#open(free)
    }
    this.isStale = true
  }

  /** Where a picture lies, once there is something of it to be seen. */
  find(picture: Picture): Laid | undefined {
    const row = this.#rowOf(picture)
    return row?.tiles && row.hasPreview ? { row: this.#rows.indexOf(row), ...row.tiles } : undefined
  }

  stateOf(picture: Picture): Readiness {
    const row = this.#rowOf(picture)
    if (!row?.tiles || !row.hasPreview) return 'nothing'
    const from = this.#rows.indexOf(row) * entries
    const lacks = this.#wishes.keys.some(
      (key) => key >= from && key < from + entries && this.#lacks(key) && !this.#wishes.isOnlySoon(key),
    )
    return row.isAimed && !lacks ? 'full' : 'preview'
  }

  hasMissed(picture: Picture): boolean {
    return this.#rowOf(picture)?.hasMissed ?? false
  }

  /** Says how the pictures are looked at, the most pressing first, and sends for what that lacks. */
  aim(aims: readonly Aim[]): void {
    this.isStale = false
    this.#tick += 1
    this.#wishes.clear()
    for (const row of this.#rows) row.isAimed = false
    for (const [index, picture] of this.#wanted.entries()) {
      const row = this.#rowOf(picture)
      if (!row?.tiles) continue
      this.#wishes.base(this.#rows.indexOf(row), index)
    }
    for (const aim of aims) {
      const row = this.#rowOf(aim.picture)
      if (!row?.tiles) continue
      row.isAimed = true
      this.#wishes.see(this.#rows.indexOf(row), row.tiles.face, aim, aim.why)
    }
    for (const key of this.#wishes.keys) {
      const layer = this.pages.layerOf(key)
      if (layer !== noLayer) this.#usedAt[layer] = this.#tick
    }
    this.#recall()
    this.#send()
  }

  /** Sends up to so many bytes to the graphics card: how many went, and whether there is something new to be seen. */
  fill(bytes: number): { readonly sent: number; readonly changed: boolean } {
    if (!this.#pool || !this.#previews) return { sent: 0, changed: false }
    // The table goes up with the next frame when tiles have come or gone.
    const limit = bytes - this.pages.bytes
    let sent = 0
    let [changed, written] = [false, false]
    for (const [index, row] of this.#rows.entries()) {
      if (!row.preview || sent + previewFace * previewFace * 6 * 4 > limit) continue
      this.#previews.take(row.preview, index)
      sent += this.#previews.fill(limit - sent).sent
      row.preview = undefined
      row.hasPreview = true
      changed = true
    }
    while (sent < limit) {
      if (this.#pool.filling === undefined && !this.#begin()) break
      const filled = this.#pool.fill(limit - sent)
      sent += filled.sent
      if (filled.whole === undefined) break
      this.#settle(filled.whole)
      changed = true
    }
    for (const [index, row] of this.#rows.entries()) {
      if (!row.isChanged || !row.tiles) continue
      this.pages.write(index, row.tiles.face)
      row.isChanged = false
      written = true
    }
    if (written) sent += this.pages.bytes
    this.sent += sent
    this.#send()
    return { sent, changed }
  }

  /** The graphics card lost everything: lays out the pool anew and fetches again what is wanted. */
  startOver(): void {
    const wanted = this.#wanted
    const laid = this.#pool !== undefined
    for (const row of this.#rows) this.#clear(row)
    this.#dropPools()
    this.pages.texture.needsUpdate = true
    if (laid) this.#lay()
    this.#wanted = []
    this.want(wanted)
  }

  [Symbol.dispose](): void {
    this.#over = true
    for (const row of this.#rows) this.#clear(row)
    this.#dropPools()
    this.pages[Symbol.dispose]()
  }

  #lay(): void {
    this.#pool = new Pool(this.#renderer, layers.size, layers.size, layers.usual, layers.fewest)
    this.#previews = new Pool(this.#renderer, previewFace * 6, previewFace, rows)
    this.#keys = new Int32Array(this.#pool.layers).fill(-1)
    this.#usedAt = new Uint32Array(this.#pool.layers)
  }

  #dropPools(): void {
    this.#pool?.[Symbol.dispose]()
    this.#previews?.[Symbol.dispose]()
    this.#pool = undefined
    this.#previews = undefined
  }

  #rowOf(picture: Picture): Row | undefined {
    return this.#rows.find((row) => isSame(picture, row.picture))
  }

  #open(row: Row): void {
    if (!this.#pool) this.#lay()
    row.hasMissed = false
    void this.#read(row)
  }

  /** What could not be had before may be had now. */
  #askAgain(row: Row): void {
    const from = this.#rows.indexOf(row) * entries
    for (const key of this.#missed) if (key >= from && key < from + entries) this.#missed.delete(key)
    if (row.hasMissed) this.#open(row)
  }

  async #read(row: Row): Promise<void> {
    const { picture } = row
    if (!picture) return
    const giveUp = new AbortController()
    row.giveUp = giveUp
    try {
      const answer = await fetch(picture.full, { signal: giveUp.signal })
      if (!answer.ok) throw new Error(`No tiles at ${picture.full}: ${answer.status}`)
      const file = readTilesFile(await answer.json())
      if (!file) throw new Error(`${picture.full} does not say what tiles there are`)
      const { face, gutter, kind } = file
      const preview = await bitmapOf(file.preview)
      if (giveUp.signal.aborted) return preview.close()
      row.tiles = { face, gutter, kind }
      row.preview = preview
      this.pages.write(this.#rows.indexOf(row), face)
      this.isStale = true
    } catch {
      if (giveUp.signal.aborted) return
      row.hasMissed = true
    }
    this.onNews()
  }

  /** Forgets a picture and gives its layers back. */
  #clear(row: Row): void {
    const from = this.#rows.indexOf(row) * entries
    const isIn = (key: number) => key >= from && key < from + entries
    row.giveUp?.abort()
    row.preview?.close()
    for (const [key, giveUp] of this.#coming) if (isIn(key)) giveUp.abort()
    for (const [key, bitmap] of this.#arrived) {
      if (!isIn(key)) continue
      bitmap.close()
      this.#arrived.delete(key)
    }
    for (const key of this.#missed) if (isIn(key)) this.#missed.delete(key)
    for (const [layer, key] of this.#keys.entries()) {
      if (!isIn(key)) continue
      if (this.#pool?.filling === layer) this.#pool.letGo()
      this.pages.take(key)
      this.#keys[layer] = -1
    }
    this.#wishes.forget(isIn)
    Object.assign(row, emptyRow())
  }

  /** Calls back whoever was sent for what is no longer wanted. */
  #recall(): void {
    for (const [key, giveUp] of this.#coming) if (this.#wishes.of(key) === 0) giveUp.abort()
    for (const [key, bitmap] of this.#arrived) {
      if (this.#wishes.of(key) !== 0) continue
      bitmap.close()
      this.#arrived.delete(key)
    }
  }

  #lacks(key: number): boolean {
    return this.pages.layerOf(key) === noLayer && !this.#missed.has(key)
  }

  /** Sends for the tiles most wanted, as many as there is room for. */
  #send(): void {
    const room = atOnce - this.#coming.size - this.#arrived.size
    if (room <= 0 || this.#over || !this.#wishes.keys.some((key) => this.#lacks(key))) return
    const filling = this.#pool?.filling
    const beingFilled = filling === undefined ? -1 : (this.#keys[filling] ?? -1)
    const lacking = this.#wishes
      .most(this.#pool?.layers ?? 0)
      .filter((key) => this.#lacks(key) && !this.#coming.has(key) && !this.#arrived.has(key) && key !== beingFilled)
    for (const key of lacking.slice(0, room)) void this.#load(key)
  }

  async #load(key: number): Promise<void> {
    const { picture, tiles } = this.#rows[Math.floor(key / entries)] ?? emptyRow()
    if (!picture || !tiles) return
    const giveUp = new AbortController()
    this.#coming.set(key, giveUp)
    const url = picture.full.replace(/tiles\.json(?=\?|$)/, tilePath(tileAt(key % entries), tiles.kind))
    try {
      const bitmap = await this.#bring(url, Number.POSITIVE_INFINITY, giveUp.signal)
      this.decoded += 1
      if (this.#over || giveUp.signal.aborted) bitmap.close()
      else this.#arrived.set(key, bitmap)
    } catch {
      if (!giveUp.signal.aborted) this.#missed.add(key)
    }
    if (this.#coming.get(key) === giveUp) this.#coming.delete(key)
    if (this.#over) return
    this.#send()
    this.onNews()
  }

  /** Takes the tile most wanted of those that have come; false where there is none, or no room. */
  #begin(): boolean {
    let best = -1
    for (const key of this.#arrived.keys()) {
      if (best < 0 || this.#wishes.of(key) > this.#wishes.of(best)) best = key
    }
    const bitmap = this.#arrived.get(best)
    if (!bitmap) return false
    this.#arrived.delete(best)
    const layer = this.#freeLayer(this.#wishes.of(best))
    if (layer === undefined) {
      bitmap.close()
      return this.#begin()
    }
    this.#keys[layer] = best
    this.#pool?.take(bitmap, layer)
    return true
  }

  /** A layer without a tile, else the one whose tile is not wanted and was not for longest, else one that is wanted less. */
  #freeLayer(rank: number): number | undefined {
    let found: number | undefined
    let [least, oldest] = [rank, Number.POSITIVE_INFINITY]
    for (const [layer, key] of this.#keys.entries()) {
      if (key < 0) return layer
      const [its, used] = [this.#wishes.of(key), this.#usedAt[layer] ?? 0]
      if (its > least || (its === least && used >= oldest)) continue
      ;[found, least, oldest] = [layer, its, used]
    }
    if (found === undefined) return undefined
    const key = this.#keys[found] ?? 0
    this.pages.take(key)
    this.#changed(key)
    return found
  }

  #settle(layer: number): void {
    const key = this.#keys[layer] ?? -1
    this.pages.put(key, layer)
    this.#usedAt[layer] = this.#tick
    this.#changed(key)
  }

  #changed(key: number): void {
    const row = this.#rows[Math.floor(key / entries)]
    if (row) row.isChanged = true
  }
}

function emptyRow(): Row {
  return {
    picture: undefined,
    tiles: undefined,
    preview: undefined,
    hasPreview: false,
    hasMissed: false,
    isAimed: false,
    isChanged: false,
    giveUp: undefined,
    wantedAt: 0,
  }
}

/** By hand rather than by fetching it: a page may forbid to fetch `data:`. */
function bitmapOf(dataUrl: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
  const picture = new Blob([bytes], { type: 'image/webp' })
  return createImageBitmap(picture, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' })
}
