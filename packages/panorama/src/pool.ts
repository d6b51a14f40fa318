import {
  Box2,
  ClampToEdgeWrapping,
  DataArrayTexture,
  LinearFilter,
  NoColorSpace,
  Texture,
  Vector2,
  Vector3,
  type WebGLRenderer,
} from 'three'

const bytesPerPixel = 4

/** A fixed number of pictures of one size on the graphics card, laid out once and filled in strips of rows. */
export class Pool implements Disposable {
  readonly width: number
  readonly height: number
  readonly layers: number
  readonly texture: DataArrayTexture
  readonly #renderer: WebGLRenderer
  #arriving:
    | { readonly bitmap: ImageBitmap; readonly source: Texture; readonly layer: number; rows: number }
    | undefined

  /** Where the card has no room for so many layers it takes half as many, down to `fewest`. */
  constructor(renderer: WebGLRenderer, width: number, height: number, layers: number, fewest: number = layers) {
    this.#renderer = renderer
    this.width = width
    this.height = height
    const gl = renderer.getContext() as WebGL2RenderingContext
    let count = Math.min(layers, gl.getParameter(gl.MAX_ARRAY_TEXTURE_LAYERS) as number)
    let texture = laid(renderer, width, height, count)
    while (count > fewest && hasNoRoom(gl)) {
      texture.dispose()
      count = Math.max(fewest, count >> 1)
      texture = laid(renderer, width, height, count)
    }
    this.layers = count
    this.texture = texture
  }

  get bytes(): number {
    return this.width * this.height * this.layers * bytesPerPixel
  }

  /** The layer being filled. */
  get filling(): number | undefined {
    return this.#arriving?.layer
  }

  /** Takes a decoded picture, at most as large as a layer, and owns it; its rows go up with `fill`. */
  take(bitmap: ImageBitmap, layer: number): void {
    this.letGo()
    this.#arriving = { bitmap, source: new Texture(bitmap), layer, rows: 0 }
  }

  /** Sends up as many rows as fit into so many bytes: how many bytes went, and the layer that is whole with them. */
  fill(bytes: number): { readonly sent: number; readonly whole: number | undefined } {
    const arriving = this.#arriving
    if (!arriving) return { sent: 0, whole: undefined }
    const { layer, source } = arriving
    const width = Math.min(this.width, arriving.bitmap.width)
    const height = Math.min(this.height, arriving.bitmap.height)
    const rows = Math.min(height - arriving.rows, Math.floor(bytes / (width * bytesPerPixel)))
    if (rows > 0) {
      const strip = new Box2(new Vector2(0, arriving.rows), new Vector2(width, arriving.rows + rows))
      this.#renderer.copyTextureToTexture(source, this.texture, strip, new Vector3(0, arriving.rows, layer))
      arriving.rows += rows
    }
    const whole = arriving.rows === height
    if (whole) this.letGo()
    return { sent: rows * width * bytesPerPixel, whole: whole ? layer : undefined }
  }

  /** Forgets the picture that is half sent up. */
  letGo(): void {
    this.#arriving?.bitmap.close()
    this.#arriving?.source.dispose()
    this.#arriving = undefined
  }

  [Symbol.dispose](): void {
    this.letGo()
    this.texture.dispose()
  }
}

function laid(renderer: WebGLRenderer, width: number, height: number, layers: number): DataArrayTexture {
  const texture = new DataArrayTexture(null, width, height, layers)
  texture.colorSpace = NoColorSpace
  texture.wrapS = ClampToEdgeWrapping
  texture.wrapT = ClampToEdgeWrapping
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  texture.generateMipmaps = false
  texture.source.dataReady = false
  texture.needsUpdate = true
  renderer.initTexture(texture)
  return texture
}

/** Reads off every error that is waiting. */
function hasNoRoom(gl: WebGL2RenderingContext): boolean {
  let full = false
  for (let error = gl.getError(); error !== gl.NO_ERROR && !gl.isContextLost(); error = gl.getError())
    full ||= error === gl.OUT_OF_MEMORY
  return full
}
