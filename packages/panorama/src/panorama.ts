import { Lifetime } from '@riverside/kit'
import { eyeToWorld, type View } from '@riverside/voyage'
import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  LinearFilter,
  Matrix3,
  Mesh,
  ShaderMaterial,
  type Texture,
  Vector2,
  type WebGLRenderer,
} from 'three'
import { type Bring, Gallery, type Picture } from './gallery.ts'
import { fragmentShader, vertexShader } from './shader.ts'

/** One place on show: how far forward of where its picture was taken the eye is, in metres. `past` is the same place in another age. */
export type Standpoint = { readonly picture: Picture; readonly past?: Picture | undefined; readonly gone: number }

/** What is on show: one place, or two of which the second has so large a share, 0 to 1. */
export type Showing = {
  readonly from: Standpoint
  readonly to: Standpoint
  readonly share: number
  /** Left of this share of the screen's width, 0 to 1, the past of either place is seen; a place without one shows its picture. */
  readonly border?: number | undefined
  /** True bearing in which the ship moves, in radians. */
  readonly shore: number
}

/** Bytes that may go to the graphics card in one frame, at rest and while the helm moves. */
export const uploadLimits = { atRest: 2_000_000, moving: 1_000_000 } as const

/** Sky over water in plain ink, until the first preview has come: the screen is never empty. */
const beforeAnything = [0xc9, 0xd6, 0xd3, 255, 0xc9, 0xd6, 0xd3, 255, 0x1f, 0x4e, 0x5a, 255, 0x10, 0x21, 0x2b, 255]

/**
 * A sphere seen from inside: one triangle, one ray for each pixel, two pictures at most, always one draw call. Whoever opens one disposes of
 * it; nothing of it is left on the graphics card. It draws when its owner renders.
 */
export class Panorama implements Disposable {
  readonly object: Mesh<BufferGeometry, ShaderMaterial>
  readonly gallery: Gallery
  readonly #life = new Lifetime()
  readonly #renderer: WebGLRenderer
  readonly #blank: DataTexture
  #showing: Showing | undefined

  constructor(renderer: WebGLRenderer, bring?: Bring) {
    this.#renderer = renderer
    this.gallery = this.#life.own(new Gallery(renderer, bring), (gallery) => gallery[Symbol.dispose]())
    this.#blank = this.#life.own(blankTexture(), (texture) => texture.dispose())
    const triangle = this.#life.own(new BufferGeometry(), (geometry) => geometry.dispose())
    triangle.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
    const material = this.#life.own(materialWith(this.#blank), (m) => m.dispose())
    this.object = this.#life.own(new Mesh(triangle, material), (mesh) => mesh.removeFromParent())
    this.object.frustumCulled = false
    const startOver = () => {
      this.gallery.startOver()
      this.#place()
    }
    renderer.domElement.addEventListener('webglcontextrestored', startOver)
    this.#life.onEnd(() => renderer.domElement.removeEventListener('webglcontextrestored', startOver))
  }

  /** Called when something waits to be sent up, or could not be had. */
  set onNews(tell: () => void) {
    this.gallery.onNews = tell
  }

  show(showing: Showing): void {
    this.#showing = showing
    this.#place()
  }

  /** `aspect` is width over height of what is drawn on. */
  look(view: View, aspect: number): void {
    const { uniforms } = this.object.material
    const tall = Math.tan(view.field / 2)
    uniforms.toWorld?.value.set(...eyeToWorld(view))
    uniforms.lens?.value.set(tall * aspect, tall)
  }

  /** Sends what waits, within the limit of a frame: whether another picture can be shown now, and whether more waits. */
  fill(limit: number): { readonly changed: boolean; readonly waits: boolean } {
    if (this.#renderer.getContext().isContextLost()) return { changed: false, waits: false }
    const before = this.gallery.whole
    this.gallery.fill(limit)
    const changed = this.gallery.whole !== before
    if (changed) this.#place()
    return { changed, waits: this.gallery.waits }
  }

  [Symbol.dispose](): void {
    this.#life[Symbol.dispose]()
  }

  /** Whatever has not come yet is stood in for by the other picture, or by plain sky and water. */
  #place(): void {
    if (!this.#showing) return
    const { from, to, share, shore, border = 0 } = this.#showing
    const { uniforms } = this.object.material
    const set = (name: string, value: number | Texture) => {
      const uniform = uniforms[name]
      if (uniform) uniform.value = value
    }
    const pair = (age: 'now' | 'past', first: Picture, second: Picture) => {
      const [fromTexture, toTexture] = [this.gallery.textureOf(first), this.gallery.textureOf(second)]
      set(`${age}From`, fromTexture ?? this.#blank)
      set(`${age}To`, toTexture ?? this.#blank)
      set(`${age}Share`, toTexture ? (fromTexture ? share : 1) : 0)
    }
    pair('now', from.picture, to.picture)
    pair('past', this.#pastOf(from), this.#pastOf(to))
    set('border', border * 2 - 1)
    set('fromTurn', from.picture.heading / (2 * Math.PI))
    set('toTurn', to.picture.heading / (2 * Math.PI))
    set('fromGone', from.gone)
    set('toGone', to.gone)
    uniforms.forward?.value.set(Math.sin(shore), Math.cos(shore))
  }

  #pastOf({ picture, past }: Standpoint): Picture {
    return past && this.gallery.textureOf(past) ? past : picture
  }
}

function blankTexture(): DataTexture {
  const texture = new DataTexture(new Uint8Array(beforeAnything), 1, 4)
  texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

function materialWith(blank: Texture): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    uniforms: {
      toWorld: { value: new Matrix3() },
      lens: { value: new Vector2(1, 1) },
      nowFrom: { value: blank },
      nowTo: { value: blank },
      pastFrom: { value: blank },
      pastTo: { value: blank },
      border: { value: -1 },
      fromTurn: { value: 0 },
      toTurn: { value: 0 },
      fromGone: { value: 0 },
      toGone: { value: 0 },
      nowShare: { value: 0 },
      pastShare: { value: 0 },
      forward: { value: new Vector2(0, 1) },
    },
  })
}
