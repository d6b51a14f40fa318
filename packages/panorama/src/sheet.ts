import {
  Box2,
  ClampToEdgeWrapping,
  DataTexture,
  LinearFilter,
  NoColorSpace,
  RepeatWrapping,
  Texture,
  Vector2,
  type WebGLRenderer,
} from 'three'

const bytesPerPixel = 4

/** One texture that pictures of one size take turns in. It is filled in strips of rows, so that no frame carries a whole picture. */
export class Sheet implements Disposable {
  readonly #renderer: WebGLRenderer
  #texture: DataTexture | undefined
  #arriving: { readonly bitmap: ImageBitmap; readonly source: Texture; rows: number } | undefined
  /** True once every row of the picture is there. */
  whole = false

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer
  }

  get texture(): DataTexture | undefined {
    return this.whole ? this.#texture : undefined
  }

  /** Bytes held on the graphics card. */
  get bytes(): number {
    const image = this.#texture?.image
    return image ? image.width * image.height * bytesPerPixel : 0
  }

  get waits(): boolean {
    return this.#arriving !== undefined
  }

  /** Takes a decoded picture and owns it; its rows go up with `fill`. */
  take(bitmap: ImageBitmap): void {
    this.clear()
    if (this.#texture?.image.width !== bitmap.width || this.#texture.image.height !== bitmap.height) this.#lay(bitmap)
    this.#arriving = { bitmap, source: new Texture(bitmap), rows: 0 }
  }

  /** Sends up as many rows as fit into so many bytes, at least one; says how many bytes were sent. */
  fill(bytes: number): number {
    const arriving = this.#arriving
    if (!arriving || !this.#texture) return 0
    const { width, height } = arriving.bitmap
    const rows = Math.min(height - arriving.rows, Math.max(1, Math.floor(bytes / (width * bytesPerPixel))))
    const strip = new Box2(new Vector2(0, arriving.rows), new Vector2(width, arriving.rows + rows))
    this.#renderer.copyTextureToTexture(arriving.source, this.#texture, strip, new Vector2(0, arriving.rows))
    arriving.rows += rows
    if (arriving.rows === height) {
      this.#letGo()
      this.whole = true
    }
    return rows * width * bytesPerPixel
  }

  /** The picture is no longer wanted; the texture stays for the next one. */
  clear(): void {
    this.#letGo()
    this.whole = false
  }

  [Symbol.dispose](): void {
    this.clear()
    this.#texture?.dispose()
    this.#texture = undefined
  }

  #lay({ width, height }: { width: number; height: number }): void {
    this.#texture?.dispose()
    const texture = new DataTexture(null, width, height)
    texture.colorSpace = NoColorSpace
    texture.wrapS = RepeatWrapping
    texture.wrapT = ClampToEdgeWrapping
    texture.minFilter = LinearFilter
    texture.magFilter = LinearFilter
    texture.generateMipmaps = false
    texture.source.dataReady = false
    texture.needsUpdate = true
    this.#renderer.initTexture(texture)
    this.#texture = texture
  }

  #letGo(): void {
    this.#arriving?.bitmap.close()
    this.#arriving?.source.dispose()
    this.#arriving = undefined
  }
}
