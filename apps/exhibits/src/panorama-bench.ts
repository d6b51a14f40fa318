import { Panorama, type Picture, uploadLimits } from '@riverside/panorama'
import type { View } from '@riverside/voyage'
import { Camera, Scene, WebGLRenderer } from 'three'

/** What the bench page offers to whoever measures it. Angles in radians, world as in the panorama package. */
type Bench = {
  /** Fulfilled with the first frame of node 0; refused with a sentence where there is nothing to show. */
  __ready: Promise<void>
  __setView: (yaw: number, pitch: number, verticalField: number) => void
  /** Fulfilled when the node is shown, however coarsely. */
  __loadNode: (node: number) => Promise<void>
  /** Names nodes that lie ahead; fulfilled when they have come as far as their first view asks. */
  __expect: (...nodes: number[]) => Promise<void>
  /** Moves the eye so many metres north of where the picture was taken, and shows the past, of `?past=`, left of a share of the screen. */
  __stand: (where: { readonly gone?: number; readonly border?: number }) => void
  __counters: () => Counters
}

type Counters = {
  /** Frames drawn since the page was opened. */
  readonly frames: number
  readonly drawCallsAFrame: number
  /** Bytes of pictures on the graphics card, and three's own count of textures. */
  readonly textureBytes: number
  readonly textures: number
  /** The most bytes sent up in one frame: in any, and in those in which the view was turned. */
  readonly largestUpload: number
  readonly largestUploadMoving: number
  readonly bytesSent: number
  readonly tilesDecoded: number
  /** Frames for which there was nothing to be shown. */
  readonly holes: number
  /** True where the node on show has all that the view asks for. */
  readonly sharp: boolean
  /** Bytes of the page's own memory, where the browser tells. */
  readonly heapBytes: number | undefined
}

declare global {
  interface Window {
    __ready: Bench['__ready']
    __setView: Bench['__setView']
    __loadNode: Bench['__loadNode']
    __expect: Bench['__expect']
    __stand: Bench['__stand']
    __counters: Bench['__counters']
  }
}

/** Radians the view turns with one notch of a mouse wheel. */
const notch = 0.05

/** Behind the panorama: a colour no picture has, so that nobody can overlook a place that was not drawn. */
const nowhere = 0xff00ff

const asked = new URLSearchParams(location.search)
const tiles = asked.get('tiles')
const pictures = asked.get('image') ?? (tiles === null ? null : `${tiles.replace(/\/$/, '')}/tiles.json`)

if (pictures !== null) Object.assign(window, benchOf(pictures, asked.get('past') ?? pictures))
else refuse('Say which picture: ?image=<url with {node}> or ?tiles=<folder with {node}>.')

function benchOf(pictures: string, pasts: string): Bench {
  const renderer = new WebGLRenderer({
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  })
  renderer.setClearColor(nowhere)
  document.body.append(renderer.domElement)
  const panorama = new Panorama(renderer)
  const [scene, camera] = [new Scene(), new Camera()]
  scene.add(panorama.object)
  let view: View = { yaw: 0, pitch: 0, field: Math.PI / 3 }
  let frames = 0
  let largest = { ever: 0, moving: 0 }
  let asleep = true
  let moves = false
  let turnedAt = 0
  let onShow: Picture | undefined
  let stand: { readonly gone: number; readonly border: number } = { gone: 0, border: 0 }
  let past: Picture | undefined
  let expected: { readonly pictures: readonly Picture[]; readonly come: () => void } = { pictures: [], come: () => {} }
  const waiting = new Set<{ picture: Picture; shown: () => void; missed: (reason: Error) => void }>()

  const draw = () => {
    const now = performance.now()
    panorama.look(view, renderer.domElement, (now - turnedAt) / 1000)
    turnedAt = now
    renderer.render(scene, camera)
    frames += 1
  }
  const want = (picture: Picture | undefined = onShow) => {
    // What is on show keeps its place until the next picture has come.
    const all = [picture, onShow, past, ...expected.pictures].flatMap((one) => one ?? [])
    panorama.want(all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index))
  }
  const show = (picture: Picture) => {
    const standpoint = { picture, past, gone: stand.gone }
    panorama.show({ from: standpoint, to: standpoint, share: 0, shore: 0, border: stand.border })
    onShow = picture
    want()
  }
  /** One frame's share of uploading; what is new in it is drawn. */
  const frame = () => {
    asleep = true
    const before = panorama.counters.sent
    const { changed, waits } = panorama.fill(moves ? uploadLimits.moving : uploadLimits.atRest)
    const sent = panorama.counters.sent - before
    largest = { ever: Math.max(largest.ever, sent), moving: moves ? Math.max(largest.moving, sent) : largest.moving }
    moves = false
    let isNew = changed
    for (const one of waiting) {
      const has = panorama.stateOf(one.picture)
      if (has !== 'nothing') {
        show(one.picture)
        isNew = true
        waiting.delete(one)
        queueMicrotask(one.shown)
      } else if (panorama.hasMissed(one.picture)) {
        one.missed(new Error(`No picture at ${one.picture.full}`))
        waiting.delete(one)
      }
    }
    if (expected.pictures.every((one) => panorama.stateOf(one) === 'full')) expected.come()
    if (isNew && onShow) draw()
    if (waits) wake()
  }
  const wake = () => {
    if (asleep) requestAnimationFrame(frame)
    asleep = false
  }
  const fit = () => {
    renderer.setPixelRatio(window.devicePixelRatio)
    renderer.setSize(window.innerWidth, window.innerHeight)
    draw()
  }
  const setView = (yaw: number, pitch: number, field: number) => {
    view = { yaw, pitch, field }
    moves = true
    draw()
  }
  const pictureOf = (node: number, template = pictures): Picture => {
    const url = template.replaceAll('{node}', String(node))
    return { id: url, heading: 0, full: new URL(url, location.href).href }
  }
  const loadNode = (node: number) => {
    const picture = pictureOf(node)
    const shown = new Promise<void>((resolve, reject) => waiting.add({ picture, shown: resolve, missed: reject }))
    want(picture)
    wake()
    return shown
  }

  panorama.onNews = wake
  window.addEventListener('resize', fit)
  window.addEventListener('wheel', (event) =>
    setView(view.yaw + Math.sign(event.deltaY) * notch, view.pitch, view.field),
  )
  fit()
  return {
    __ready: loadNode(0),
    __setView: setView,
    __loadNode: loadNode,
    __expect: (...nodes) =>
      new Promise((come) => {
        expected = { pictures: nodes.map((node) => pictureOf(node)), come }
        want()
        draw()
        wake()
      }),
    __stand({ gone = 0, border = 0 }) {
      stand = { gone, border }
      past = border > 0 ? pictureOf(0, pasts) : undefined
      if (!onShow) return
      show(onShow)
      draw()
    },
    __counters: () => {
      const { bytes, sent, tilesDecoded, holes } = panorama.counters
      return {
        frames,
        drawCallsAFrame: renderer.info.render.calls,
        textureBytes: bytes,
        textures: renderer.info.memory.textures,
        largestUpload: largest.ever,
        largestUploadMoving: largest.moving,
        bytesSent: sent,
        tilesDecoded,
        holes,
        sharp: onShow !== undefined && panorama.stateOf(onShow) === 'full',
        heapBytes: heapBytes(),
      }
    },
  }
}

/** Chromium alone tells. */
function heapBytes(): number | undefined {
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize
}

function refuse(reason: string): void {
  const words = document.createElement('p')
  words.textContent = reason
  document.body.append(words)
  window.__ready = Promise.reject(new Error(reason))
  window.__ready.catch(() => {})
}
