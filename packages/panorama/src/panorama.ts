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
  Vector4,
  type WebGLRenderer,
} from 'three'
import { type Bring, Porters } from './bring.ts'
import { corridorFrom, usualStand } from './corridor.ts'
import { Gallery } from './gallery.ts'
import { type Aim, Mosaic } from './mosaic.ts'
import { isTiled, type Picture, type Readiness } from './picture.ts'
import { fragmentShader, vertexShader } from './shader.ts'
import type { Size } from './sight.ts'
import type { Reason } from './wishes.ts'

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

/** Tiles are sent for where the eye will look so many seconds on. */
const foresight = 0.3

/** Radians a second below which an eye does not turn, and the most it is followed. */
const turning = { least: 0.05, most: 4 } as const

/** Sky over water in plain ink, until the first preview has come: the screen is never empty. */
const beforeAnything = [0xc9, 0xd6, 0xd3, 255, 0xc9, 0xd6, 0xd3, 255, 0x1f, 0x4e, 0x5a, 255, 0x10, 0x21, 0x2b, 255]

export type Counters = {
  /** Bytes of pictures held on the graphics card, and sent to it so far. */
  readonly bytes: number
  readonly sent: number
  /** Tiles decoded so far, wanted or no longer wanted. */
  readonly tilesDecoded: number
  /** How often there was nothing of what was to be shown, once there had been something. */
  readonly holes: number
}

/**
 * A sphere seen from inside: one triangle, one ray for each pixel, two places at most, always one draw call. Whoever opens one disposes of
 * it; nothing of it is left on the graphics card. It draws when its owner renders.
 */
export class Panorama implements Disposable {
  readonly object: Mesh<BufferGeometry, ShaderMaterial>
  readonly #gallery: Gallery
  readonly #mosaic: Mosaic
  readonly #life = new Lifetime()
  readonly #renderer: WebGLRenderer
  readonly #blank: DataTexture
  #wanted: readonly Picture[] = []
  #showing: Showing | undefined
  #eye: { readonly view: View; readonly size: Size; readonly turning: number } | undefined
  #isAimed = false
  #hasShown = false
  #holes = 0

  constructor(renderer: WebGLRenderer, bring?: Bring) {
    this.#renderer = renderer
    const brings = bring ?? this.#life.own(new Porters(), (porters) => porters[Symbol.dispose]()).bring
    this.#gallery = this.#life.own(new Gallery(renderer, brings), (gallery) => gallery[Symbol.dispose]())
    this.#mosaic = this.#life.own(new Mosaic(renderer, brings), (mosaic) => mosaic[Symbol.dispose]())
    this.#blank = this.#life.own(blankTexture(), (texture) => texture.dispose())
    const triangle = this.#life.own(new BufferGeometry(), (geometry) => geometry.dispose())
    triangle.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
    const material = this.#life.own(materialWith(this.#blank, this.#mosaic.table), (m) => m.dispose())
    this.object = this.#life.own(new Mesh(triangle, material), (mesh) => mesh.removeFromParent())
    this.object.frustumCulled = false
    const startOver = () => {
      this.#gallery.startOver()
      this.#mosaic.startOver()
      this.#place()
    }
    renderer.domElement.addEventListener('webglcontextrestored', startOver)
    this.#life.onEnd(() => renderer.domElement.removeEventListener('webglcontextrestored', startOver))
  }

  /** Called when something waits to be sent up, or could not be had. */
  set onNews(tell: () => void) {
    this.#gallery.onNews = tell
    this.#mosaic.onNews = tell
  }

  /** Names the pictures to be had, the most wanted first: what is on show, then what lies ahead. */
  want(pictures: readonly Picture[]): void {
    this.#isAimed &&=
      pictures.length === this.#wanted.length && pictures.every(({ id }, i) => id === this.#wanted[i]?.id)
    this.#wanted = pictures
    this.#gallery.want(pictures.filter((picture) => !isTiled(picture)))
    this.#mosaic.want(pictures.filter(isTiled))
  }

  stateOf(picture: Picture): Readiness {
    return (isTiled(picture) ? this.#mosaic : this.#gallery).stateOf(picture)
  }

  /** True where a picture could not be fetched or decoded; it is asked for again when it is next wanted anew. */
  hasMissed(picture: Picture): boolean {
    return (isTiled(picture) ? this.#mosaic : this.#gallery).hasMissed(picture)
  }

  get counters(): Counters {
    const [gallery, mosaic] = [this.#gallery, this.#mosaic]
    return {
      bytes: gallery.bytes + mosaic.bytes,
      sent: gallery.sent + mosaic.sent,
      tilesDecoded: mosaic.decoded,
      holes: this.#holes,
    }
  }

  show(showing: Showing): void {
    this.#showing = showing
    this.#isAimed = false
    this.#place()
  }

  /** Turns the eye. `seconds` have passed since it was turned before: what it will look at next is sent for. */
  look(view: View, size: Size, seconds = Number.POSITIVE_INFINITY): void {
    const { uniforms } = this.object.material
    const tall = Math.tan(view.field / 2)
    uniforms.toWorld?.value.set(...eyeToWorld(view))
    uniforms.lens?.value.set((tall * size.width) / size.height, tall)
    set(uniforms, 'focal', size.height / 2 / tall)
    set(uniforms, 'inHeadset', false)
    this.#turn(view, size, seconds)
  }

  /**
   * Lets a headset's own cameras turn the eye. `ahead` is the true bearing of where it looks when it looks straight ahead; `view` is about
   * what its wearer sees, to send for it, on so many pixels for each eye.
   */
  lookInHeadset(ahead: number, view: View, size: Size, seconds: number): void {
    const { uniforms } = this.object.material
    uniforms.toWorld?.value.set(...eyeToWorld({ yaw: ahead, pitch: 0, field: 1 }))
    set(uniforms, 'focal', size.height / 2 / Math.tan(view.field / 2))
    set(uniforms, 'inHeadset', true)
    this.#turn(view, size, seconds)
  }

  /** Sends what waits, within the limit of a frame: whether there is something new to be seen, and whether more waits. */
  fill(limit: number): { readonly changed: boolean; readonly waits: boolean } {
    if (this.#renderer.getContext().isContextLost()) return { changed: false, waits: false }
    const before = this.#gallery.whole
    const mosaic = this.#mosaic.fill(limit)
    if (limit > mosaic.sent) this.#gallery.fill(limit - mosaic.sent)
    const changed = mosaic.changed || this.#gallery.whole !== before
    if (changed) this.#place()
    if (this.#mosaic.isStale) this.#aim()
    return { changed, waits: this.#mosaic.waits || this.#gallery.waits }
  }

  [Symbol.dispose](): void {
    this.#life[Symbol.dispose]()
  }

  #turn(view: View, size: Size, seconds: number): void {
    const before = this.#eye
    const turned = before ? shortest(view.yaw - before.view.yaw) / Math.max(0.001, seconds) : 0
    const speed = Math.min(turning.most, Math.max(-turning.most, turned))
    const { width, height } = size
    const same = before && isAlike(before.view, view) && before.size.width === width && before.size.height === height
    if (same && before.turning === speed && this.#isAimed && !this.#mosaic.isStale) return
    this.#eye = { view, size: { width, height }, turning: speed }
    this.#aim()
  }

  /** Says to the mosaic what is seen, what will be seen when the eye goes on turning, and what of the pictures that lie ahead. */
  #aim(): void {
    const [showing, eye] = [this.#showing, this.#eye]
    if (!showing || !eye) return
    this.#isAimed = true
    const { from, to, share, border = 0, shore } = showing
    const edge = border * 2 - 1
    const aims: Aim[] = []
    const at = (picture: Picture, gone: number, why: Reason, [left, right]: readonly [number, number], yaw = 0) => {
      if (!isTiled(picture) || right <= left) return
      const { heading, stand = usualStand } = picture
      const view = { ...eye.view, yaw: eye.view.yaw + yaw }
      aims.push({ picture, why, view, size: eye.size, heading, gone, shore, stand, left, right })
    }
    const shown = [...(share < 1 ? [from] : []), ...(share > 0 ? [to] : [])]
    const seen = (why: Reason, yaw?: number) => {
      for (const { picture, past, gone } of shown) {
        at(picture, gone, why, [past ? edge : -1, 1], yaw)
        if (past) at(past, gone, why, [-1, edge], yaw)
      }
    }
    seen('shown')
    if (Math.abs(eye.turning) > turning.least) seen('soon', eye.turning * foresight)
    const onShow = shown.flatMap(({ picture, past }) => [picture.id, past?.id])
    for (const picture of this.#wanted) if (!onShow.includes(picture.id)) at(picture, 0, 'next', [-1, 1])
    this.#mosaic.aim(aims)
  }

  /** Whatever has not come yet is stood in for by the other picture, or by plain sky and water. */
  #place(): void {
    if (!this.#showing) return
    const { from, to, share, shore, border = 0 } = this.#showing
    const { uniforms } = this.object.material
    const age = (name: 'x' | 'y', first: Picture, second: Picture, index: number) => {
      const [hasFirst, hasSecond] = [this.#lay(index, first), this.#lay(index + 1, second)]
      if (uniforms.shares) uniforms.shares.value[name] = hasSecond ? (hasFirst ? share : 1) : 0
      if (hasFirst || hasSecond) this.#hasShown = true
      else if (this.#hasShown) this.#holes += 1
    }
    age('x', from.picture, to.picture, 0)
    if (border > 0) age('y', this.#pastOf(from), this.#pastOf(to), 2)
    set(uniforms, 'border', border * 2 - 1)
    for (const [index, { picture, gone }] of [from, to].entries()) {
      const { quay, otherBank, water } = corridorFrom(picture.stand ?? usualStand)
      uniforms.stands?.value[index].set(gone, quay, otherBank, water)
    }
    uniforms.forward?.value.set(Math.sin(shore), Math.cos(shore))
    set(uniforms, 'tiles', this.#mosaic.tiles)
    set(uniforms, 'previews', this.#mosaic.previews)
  }

  /** Tells the shader where one of its four spheres is; whether there is anything of it. */
  #lay(index: number, picture: Picture): boolean {
    const { uniforms } = this.object.material
    const laid = isTiled(picture) ? this.#mosaic.find(picture) : undefined
    const texture = laid ? undefined : this.#gallery.textureOf(picture)
    uniforms.spheres?.value[index].set(picture.heading, laid?.row ?? -1, laid?.face ?? 0, laid?.gutter ?? 0)
    set(uniforms, `picture${index}`, texture ?? this.#blank)
    return laid !== undefined || texture !== undefined
  }

  #pastOf({ picture, past }: Standpoint): Picture {
    return past && this.stateOf(past) !== 'nothing' ? past : picture
  }
}

type Uniforms = ShaderMaterial['uniforms']

function set(uniforms: Uniforms, name: string, value: number | boolean | Texture | null): void {
  const uniform = uniforms[name]
  if (uniform) uniform.value = value
}

const isAlike = (a: View, b: View): boolean => a.yaw === b.yaw && a.pitch === b.pitch && a.field === b.field

/** An angle brought between −π and π. */
const shortest = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI))

function blankTexture(): DataTexture {
  const texture = new DataTexture(new Uint8Array(beforeAnything), 1, 4)
  texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

function materialWith(blank: Texture, table: Texture): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    uniforms: {
      toWorld: { value: new Matrix3() },
      lens: { value: new Vector2(1, 1) },
      focal: { value: 1 },
      inHeadset: { value: false },
      picture0: { value: blank },
      picture1: { value: blank },
      picture2: { value: blank },
      picture3: { value: blank },
      tiles: { value: null },
      previews: { value: null },
      table: { value: table },
      spheres: { value: Array.from({ length: 4 }, () => new Vector4(0, -1, 0, 0)) },
      stands: { value: Array.from({ length: 2 }, () => new Vector4(0, 1, 1, 1)) },
      border: { value: -1 },
      shares: { value: new Vector2() },
      forward: { value: new Vector2(0, 1) },
    },
  })
}
