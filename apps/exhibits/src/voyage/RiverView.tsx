import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { mediaPath, type Station, type Wire } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { Panorama, type Picture, uploadLimits } from '@riverside/panorama'
import { type Node, radians, type Sphere, type View } from '@riverside/voyage'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { WebGLRenderer } from 'three'
import { viewOf } from './eye.ts'
import type { Headset } from './headset.ts'
import type { Sailing } from './sailing.ts'

export type RiverViewProps = {
  readonly sailing: Sailing
  readonly station: Station
  readonly wire: Wire
  readonly clock: Clock
  /**
   * Left of this share of the screen's width, 0 to 1, the past is seen, as each frame finds it; today alone while it is undefined.
   * Whoever changes it asks for a frame by `sailing.onWake()`.
   */
  readonly past?: Readonly<RefObject<number | undefined>> | undefined
  /** The way into a headset, which this view lends its renderer to. */
  readonly headset?: Headset | undefined
}

/** The panorama, as large as what it lies in. Whoever lays it there has the hands that move it. */
export function RiverView({ sailing, station, wire, clock, past, headset }: RiverViewProps) {
  return (
    <Canvas
      frameloop="demand"
      flat
      linear
      dpr={[1, 2]}
      gl={{ antialias: false, depth: false, stencil: false, alpha: false }}
    >
      <River sailing={sailing} station={station} wire={wire} clock={clock} past={past} headset={headset} />
    </Canvas>
  )
}

/** Puts the panorama on stage for as long as it is shown; each frame reads the sailing and never asks React to render. */
function River({ sailing, station, wire, clock, past, headset }: RiverViewProps) {
  const { gl, scene, size, invalidate } = useThree()
  const shown = useRef<Panorama | undefined>(undefined)
  const drawnAt = useRef<number | undefined>(undefined)
  const pictures = useMemo(() => picturesOf(station, wire), [station, wire])
  const worn = useRef<Worn | undefined>(undefined)
  const aspect = size.width / size.height

  useEffect(() => headset?.lend(gl), [headset, gl])

  useEffect(() => {
    const panorama = new Panorama(gl)
    shown.current = panorama
    const sending = new Sending(panorama, () => uploadLimits[sailing.standing.atRest ? 'atRest' : 'moving'], invalidate)
    panorama.onNews = () => sending.begin()
    sailing.onWake = () => invalidate()
    scene.add(panorama.object)
    invalidate()
    return () => {
      shown.current = undefined
      sailing.onWake = () => {}
      sending.end()
      panorama[Symbol.dispose]()
    }
  }, [gl, scene, invalidate, sailing])

  useFrame(() => {
    const panorama = shown.current
    if (!panorama) return
    const now = clock.elapsed()
    // The first frame after a rest does not make up for the rest.
    const seconds = drawnAt.current === undefined ? 1 / 60 : Math.min(0.25, (now - drawnAt.current) / 1000)
    const moves = sailing.step(seconds, (node) => panorama.stateOf(pictures.of(node)) !== 'nothing')
    const { from, to, share } = sailing.crossing
    const inHeadset = gl.xr.isPresenting
    // Two eyes would see two borders: in a headset the age is that of the middle of the screen.
    const border = inHeadset && past?.current !== undefined ? Math.round(past.current) : past?.current
    const standAt = (node: Node) => ({
      picture: pictures.of(node),
      past: border === undefined ? undefined : pictures.pastOf(node),
      gone: sailing.goneFrom(node),
    })
    panorama.want(wantedOf(sailing, pictures, border !== undefined))
    panorama.show({
      from: standAt(from),
      to: standAt(to),
      share,
      border,
      shore: radians(sailing.shore),
    })
    const view = viewOf(sailing, aspect)
    if (inHeadset) {
      // The world does not turn about its wearer: what was ahead on the screen stays ahead, and the head does the looking.
      worn.current ??= { ahead: view.yaw }
      panorama.lookInHeadset(worn.current.ahead, wornView(gl, worn.current.ahead), eyeSize(gl), seconds)
      // A page's own frames may rest while a headset's go on.
      panorama.fill(uploadLimits.moving)
    } else {
      worn.current = undefined
      panorama.look(view, { width: gl.domElement.width, height: gl.domElement.height }, seconds)
    }
    sailing.paint()
    drawnAt.current = moves || inHeadset ? now : undefined
    if (moves) invalidate()
  })
  return null
}

/** A headset while it is worn: the true bearing, in radians, of what its wearer sees straight ahead. */
type Worn = { readonly ahead: number }

/** About what its wearer sees. A headset's own world has its depth the other way about. */
function wornView(gl: WebGLRenderer, ahead: number): View {
  const camera = gl.xr.getCamera()
  const [right, up, behind] = camera.matrixWorld.elements.slice(8, 11)
  const field = 2 * Math.atan(1 / (camera.cameras[0]?.projectionMatrix.elements[5] || 1))
  return {
    yaw: ahead + Math.atan2(-(right ?? 0), behind ?? 1),
    pitch: Math.asin(Math.min(1, Math.max(-1, -(up ?? 0)))),
    field,
  }
}

/** Pixels of one eye. */
function eyeSize(gl: WebGLRenderer): { width: number; height: number } {
  const eye = gl.xr.getCamera().cameras[0]?.viewport
  return { width: eye?.width || gl.domElement.width, height: eye?.height || gl.domElement.height }
}

/** Sends pictures up strip by strip between frames; only a picture that is whole is worth drawing again. */
class Sending {
  readonly #panorama: Panorama
  readonly #limit: () => number
  readonly #whole: () => void
  #frame: number | undefined

  constructor(panorama: Panorama, limit: () => number, whole: () => void) {
    this.#panorama = panorama
    this.#limit = limit
    this.#whole = whole
  }

  begin(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined
      const { changed, waits } = this.#panorama.fill(this.#limit())
      if (changed) this.#whole()
      if (waits) this.begin()
    })
  }

  end(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
  }
}

type Pictures = { of: (node: Node) => Picture; pastOf: (node: Node) => Picture | undefined }

function picturesOf(station: Station, wire: Wire): Pictures {
  const known = new Map<Sphere, Picture>()
  const url = (media: string) => wire.address + mediaPath(station.pack.hash, media)
  const of = (node: Node, age: 'now' | 'then', sphere: Sphere): Picture => {
    const picture = known.get(sphere) ?? {
      id: `${node.id} ${age}`,
      heading: radians(node.heading),
      stand: node.stand,
      full: url(sphere.picture),
      preview: url(sphere.preview),
    }
    known.set(sphere, picture)
    return picture
  }
  return { of: (node) => of(node, 'now', node.now), pastOf: (node) => node.then && of(node, 'then', node.then) }
}

/** What is on show first, in both ages where the past is seen; else the past of the place on show last, to be there when it is drawn. */
function wantedOf(sailing: Sailing, pictures: Pictures, past: boolean): readonly Picture[] {
  const nodes = sailing.wanted()
  const then = nodes.slice(0, past ? 2 : 1).flatMap((node) => pictures.pastOf(node) ?? [])
  const [shown, ahead] = [nodes.slice(0, 2).map(pictures.of), nodes.slice(2).map(pictures.of)]
  return past ? [...shown, ...then, ...ahead] : [...shown, ...ahead, ...then]
}
