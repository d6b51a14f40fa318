import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { mediaPath, type Station, type Wire } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import {
  onScreen,
  Panorama,
  type Picture,
  rayThrough,
  seenFrom,
  shownAt,
  uploadLimits,
  type View,
} from '@riverside/panorama'
import { type Bearing, bearingOf, lookedAt, type Node, radians, type StopId, vectorOf } from '@riverside/voyage'
import { useEffect, useMemo, useRef } from 'react'
import type { Sailing } from './sailing.ts'

export type RiverViewProps = {
  readonly sailing: Sailing
  readonly station: Station
  readonly wire: Wire
  readonly clock: Clock
  /** A building was touched. */
  readonly onTouched: (stop: StopId) => void
}

/** The panorama as the whole screen. A finger moves it, two zoom it, a touch on a building tells which. */
export function RiverView({ sailing, station, wire, clock, onTouched }: RiverViewProps) {
  const hands = useHands(sailing, onTouched)
  return (
    <div className="voyage-river" {...hands}>
      <Canvas
        frameloop="demand"
        flat
        linear
        dpr={[1, 2]}
        gl={{ antialias: false, depth: false, stencil: false, alpha: false }}
      >
        <River sailing={sailing} station={station} wire={wire} clock={clock} />
      </Canvas>
    </div>
  )
}

/** Puts the panorama on stage for as long as it is shown; each frame reads the sailing and never asks React to render. */
function River({ sailing, station, wire, clock }: Omit<RiverViewProps, 'onTouched'>) {
  const { gl, scene, size, invalidate } = useThree()
  const shown = useRef<Panorama | undefined>(undefined)
  const drawnAt = useRef<number | undefined>(undefined)
  const pictures = useMemo(() => picturesOf(station, wire), [station, wire])
  const aspect = size.width / size.height

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
    const moves = sailing.step(seconds, (node) => panorama.gallery.stateOf(pictures.of(node)) !== 'nothing')
    const { from, to, share } = sailing.crossing
    panorama.gallery.want(sailing.wanted().map(pictures.of))
    panorama.show({
      from: { picture: pictures.of(from), gone: sailing.goneFrom(from) },
      to: { picture: pictures.of(to), gone: sailing.goneFrom(to) },
      share,
      shore: radians(sailing.shore),
    })
    panorama.look(viewOf(sailing, aspect), aspect)
    sailing.paint()
    drawnAt.current = moves ? now : undefined
    if (moves) invalidate()
  })
  return null
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

/** The view in the panorama's own angles. */
function viewOf(sailing: Sailing, aspect: number): View {
  const { bearing, elevation, field } = sailing.view(aspect)
  return { yaw: radians(bearing), pitch: radians(elevation), field: radians(field) }
}

/** Where on the screen a direction from a node is seen now: shares of its width and height from the upper left; undefined behind the eye. */
export function placeOf(
  sailing: Sailing,
  node: Node,
  direction: Bearing,
  aspect: number,
): { x: number; y: number } | undefined {
  const ray = shownAt(vectorOf(direction), sailing.goneFrom(node), radians(sailing.shore))
  const seen = onScreen(viewOf(sailing, aspect), aspect, ray)
  return seen && { x: (seen.x + 1) / 2, y: (1 - seen.y) / 2 }
}

/** The building seen at a place of the screen, the nearest outline first. */
function buildingAt(sailing: Sailing, x: number, y: number, aspect: number): StopId | undefined {
  const [dx, dy, dz] = rayThrough(viewOf(sailing, aspect), aspect, x * 2 - 1, 1 - y * 2)
  const length = Math.hypot(dx, dy, dz)
  const { node } = sailing.standing
  const direction = bearingOf(
    seenFrom([dx / length, dy / length, dz / length], sailing.goneFrom(node), radians(sailing.shore)),
  )
  return node.now.buildings.find(({ outline }) => lookedAt(outline, direction))?.stop
}

/** A finger that moved less than this, in CSS pixels, and was lifted within so many milliseconds touched rather than dragged. */
const tap = { pixels: 12, milliseconds: 450 } as const

/** Milliseconds after its last movement in which a lifted finger still flings the view. */
const flingWithin = 60

type Finger = { readonly id: number; x: number; y: number; at: number; readonly begunAt: number; way: number }

function useHands(sailing: Sailing, onTouched: (stop: StopId) => void) {
  const fingers = useRef<Finger[]>([])
  return useMemo(() => {
    const find = (id: number) => fingers.current.find((finger) => finger.id === id)
    const apart = () => {
      const [a, b] = fingers.current
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
    }
    const lift = (event: React.PointerEvent) => {
      const finger = find(event.pointerId)
      if (!finger) return
      fingers.current = fingers.current.filter((other) => other !== finger)
      sailing.letLook(fingers.current.length === 0 && event.timeStamp - finger.at < flingWithin)
      if (event.type !== 'pointerup' || finger.way > tap.pixels || event.timeStamp - finger.begunAt > tap.milliseconds)
        return
      const box = event.currentTarget.getBoundingClientRect()
      const stop = buildingAt(
        sailing,
        (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height,
        box.width / box.height,
      )
      if (stop) onTouched(stop)
    }
    return {
      onPointerDown(event: React.PointerEvent) {
        event.currentTarget.setPointerCapture(event.pointerId)
        const { clientX: x, clientY: y, timeStamp: at } = event
        fingers.current = [...fingers.current, { id: event.pointerId, x, y, at, begunAt: at, way: 0 }].slice(-2)
        sailing.lookBy(0, 0, 0)
      },
      onPointerMove(event: React.PointerEvent) {
        const finger = find(event.pointerId)
        if (!finger) return
        const before = apart()
        const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y]
        const seconds = Math.max(0.001, (event.timeStamp - finger.at) / 1000)
        finger.x = event.clientX
        finger.y = event.clientY
        finger.at = event.timeStamp
        finger.way += Math.hypot(dx, dy)
        const now = apart()
        if (before > 0 && now > 0) sailing.zoomBy(before / now)
        const box = event.currentTarget.getBoundingClientRect()
        const degreesAPixel = sailing.view(box.width / box.height).field / box.height / fingers.current.length
        sailing.lookBy(-dx * degreesAPixel, dy * degreesAPixel, seconds)
      },
      onPointerUp: lift,
      onPointerCancel: lift,
    }
  }, [sailing, onTouched])
}

function picturesOf(station: Station, wire: Wire): { of: (node: Node) => Picture } {
  const known = new Map<string, Picture>()
  const url = (media: string) => wire.address + mediaPath(station.pack.hash, media)
  return {
    of(node) {
      const picture = known.get(node.id) ?? {
        id: node.id,
        heading: radians(node.heading),
        full: url(node.now.picture),
        preview: url(node.now.preview),
      }
      known.set(node.id, picture)
      return picture
    },
  }
}
