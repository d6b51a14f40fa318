import type { Texture, WebGLRenderer } from 'three'
import type { Bring } from './bring.ts'
import { isSame, type Picture, type Readiness } from './picture.ts'
import { Sheet } from './sheet.ts'

/** Pictures held at once: the two places on show in both ages, and the one ahead. */
const places = 5

type Place = { picture: Picture | undefined; readonly preview: Sheet; readonly full: Sheet; missed: Set<string> }

/** A fixed number of textures in which all the untiled pictures of a voyage take turns, previews first, one decoded at a time. */
export class Gallery implements Disposable {
  readonly #places: readonly Place[]
  readonly #bring: Bring
  readonly #widest: number
  #wanted: readonly Picture[] = []
  #coming: { readonly url: string; readonly giveUp: AbortController } | undefined
  #over = false
  #whole = 0
  /** Called when a picture waits to be sent up or could not be had. */
  onNews: () => void = () => {}
  /** Bytes sent to the graphics card so far. */
  sent = 0

  constructor(renderer: WebGLRenderer, bring: Bring) {
    this.#bring = bring
    this.#widest = renderer.capabilities.maxTextureSize
    this.#places = Array.from({ length: places }, () => ({
      picture: undefined,
      preview: new Sheet(renderer),
      full: new Sheet(renderer),
      missed: new Set<string>(),
    }))
  }

  /** Names the pictures to be had, the most wanted first. Those already here stay where they are. */
  want(pictures: readonly Picture[]): void {
    const wanted = pictures.slice(0, places)
    const same =
      wanted.length === this.#wanted.length && wanted.every((picture, index) => picture.id === this.#wanted[index]?.id)
    if (same && wanted.every((picture, index) => picture.full === this.#wanted[index]?.full)) return
    this.#wanted = wanted
    const free = this.#places.filter(({ picture }) => !wanted.some((other) => isSame(other, picture)))
    for (const picture of wanted) {
      const place = this.#placeOf(picture) ?? free.shift()
      if (place) seat(place, picture)
    }
    if (this.#coming && !this.#urls().includes(this.#coming.url)) this.#coming.giveUp.abort()
    this.#next()
  }

  /** The best texture there is of a picture. */
  textureOf(picture: Picture): Texture | undefined {
    const place = this.#placeOf(picture)
    return place?.full.texture ?? place?.preview.texture
  }

  /** What of a picture can be shown. */
  stateOf(picture: Picture): Readiness {
    const place = this.#placeOf(picture)
    if (place?.full.whole) return 'full'
    return place?.preview.whole ? 'preview' : 'nothing'
  }

  /** True where the full picture could not be fetched or decoded; it is asked for again when it is next wanted anew. */
  hasMissed(picture: Picture): boolean {
    return this.#placeOf(picture)?.missed.has(picture.full) ?? false
  }

  /** Sends up to so many bytes to the graphics card; says how many went. */
  fill(bytes: number): number {
    let sent = 0
    for (const sheet of this.#sheets()) {
      if (!sheet.waits || sent >= bytes) continue
      sent += sheet.fill(bytes - sent)
      if (sheet.whole) this.#whole += 1
    }
    this.sent += sent
    if (sent > 0) this.#next()
    return sent
  }

  /** Previews and pictures that have come whole since the gallery was opened. */
  get whole(): number {
    return this.#whole
  }

  get waits(): boolean {
    return this.#sheets().some((sheet) => sheet.waits)
  }

  get bytes(): number {
    return this.#sheets().reduce((sum, sheet) => sum + sheet.bytes, 0)
  }

  /** The graphics card lost everything: fetches again what is wanted. */
  startOver(): void {
    for (const sheet of this.#sheets()) sheet[Symbol.dispose]()
    for (const place of this.#places) place.missed.clear()
    this.#coming?.giveUp.abort()
    this.#next()
  }

  [Symbol.dispose](): void {
    this.#over = true
    this.#coming?.giveUp.abort()
    for (const sheet of this.#sheets()) sheet[Symbol.dispose]()
  }

  #next(): void {
    if (this.#over || this.#coming) return
    const seated = this.#wanted.flatMap((picture) => this.#placeOf(picture) ?? [])
    for (const kind of ['preview', 'full'] as const) {
      for (const place of seated) {
        const url = place.picture?.[kind]
        const sheet = place[kind]
        if (url === undefined || sheet.whole || sheet.waits || place.missed.has(url)) continue
        if (kind === 'preview' && place.full.whole) continue
        void this.#load(place, kind, url)
        return
      }
    }
  }

  async #load(place: Place, kind: 'preview' | 'full', url: string): Promise<void> {
    const giveUp = new AbortController()
    this.#coming = { url, giveUp }
    const picture = place.picture
    try {
      const bitmap = await this.#bring(url, this.#widest, giveUp.signal)
      if (this.#over || giveUp.signal.aborted || place.picture !== picture) bitmap.close()
      else place[kind].take(bitmap)
    } catch {
      if (!giveUp.signal.aborted) place.missed.add(url)
    }
    this.#coming = undefined
    if (this.#over) return
    this.onNews()
    this.#next()
  }

  #placeOf(picture: Picture): Place | undefined {
    return this.#places.find((place) => isSame(picture, place.picture))
  }

  #sheets(): readonly Sheet[] {
    return [...this.#places.map(({ preview }) => preview), ...this.#places.map(({ full }) => full)]
  }

  #urls(): readonly string[] {
    return this.#wanted.flatMap(({ preview, full }) => [preview ?? full, full])
  }
}

function seat(place: Place, picture: Picture): void {
  if (isSame(picture, place.picture)) return
  place.picture = picture
  place.missed.clear()
  place.preview.clear()
  place.full.clear()
}
