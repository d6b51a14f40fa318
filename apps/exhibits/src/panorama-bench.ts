import { Panorama, type Picture, uploadLimits, type View } from '@riverside/panorama'
import { Camera, Scene, WebGLRenderer } from 'three'

/** What the bench page offers to whoever measures it. Angles in radians, world as in the panorama package. */
type Bench = {
  /** Fulfilled with the first frame of node 0; refused with a sentence where there is nothing to show. */
  __ready: Promise<void>
  __setView: (yaw: number, pitch: number, verticalField: number) => void
  __loadNode: (node: number) => Promise<void>
  __counters: () => Counters
}

type Counters = {
  /** Frames drawn since the page was opened. */
  readonly frames: number
  readonly drawCallsAFrame: number
  /** Bytes of pictures on the graphics card, and three's own count of textures. */
  readonly textureBytes: number
  readonly textures: number
  /** The most bytes sent up in one frame. */
  readonly largestUpload: number
}

declare global {
  interface Window {
    __ready: Bench['__ready']
    __setView: Bench['__setView']
    __loadNode: Bench['__loadNode']
    __counters: Bench['__counters']
  }
}

/** Radians the view turns with one notch of a mouse wheel. */
const notch = 0.05

const asked = new URLSearchParams(location.search)
const template = asked.get('image')

if (template === null)
  refuse(
    asked.has('tiles')
      ? 'Tiled panoramas come with a later version; use ?image=.'
      : 'Say which picture: ?image=<url with {node}>.',
  )
else Object.assign(window, benchOf(template))

function benchOf(pictures: string): Bench {
  const renderer = new WebGLRenderer({
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  })
  document.body.append(renderer.domElement)
  const panorama = new Panorama(renderer)
  const [scene, camera] = [new Scene(), new Camera()]
  scene.add(panorama.object)
  let view: View = { yaw: 0, pitch: 0, field: Math.PI / 3 }
  let frames = 0
  let largestUpload = 0
  let asleep = true
  let onShow: Picture | undefined
  const waiting = new Set<{ picture: Picture; shown: () => void; missed: (reason: Error) => void }>()

  const draw = () => {
    panorama.look(view, window.innerWidth / window.innerHeight)
    renderer.render(scene, camera)
    frames += 1
  }
  /** One frame's share of uploading; a picture is drawn when the last of it has come. */
  const frame = () => {
    asleep = true
    const before = panorama.gallery.sent
    const { waits } = panorama.fill(uploadLimits.atRest)
    largestUpload = Math.max(largestUpload, panorama.gallery.sent - before)
    for (const one of waiting) {
      if (panorama.gallery.stateOf(one.picture) === 'full') {
        panorama.show({
          from: { picture: one.picture, gone: 0 },
          to: { picture: one.picture, gone: 0 },
          share: 0,
          shore: 0,
        })
        onShow = one.picture
        draw()
        one.shown()
        waiting.delete(one)
      } else if (panorama.gallery.hasMissed(one.picture)) {
        one.missed(new Error(`No picture at ${one.picture.full}`))
        waiting.delete(one)
      }
    }
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
    draw()
  }
  const loadNode = (node: number) => {
    const url = pictures.replaceAll('{node}', String(node))
    const picture: Picture = { id: url, heading: 0, full: new URL(url, location.href).href }
    const shown = new Promise<void>((resolve, reject) => waiting.add({ picture, shown: resolve, missed: reject }))
    // What is on show keeps its texture until the next picture is whole.
    panorama.gallery.want(onShow ? [picture, onShow] : [picture])
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
    __counters: () => ({
      frames,
      drawCallsAFrame: renderer.info.render.calls,
      textureBytes: panorama.gallery.bytes,
      textures: renderer.info.memory.textures,
      largestUpload,
    }),
  }
}

function refuse(reason: string): void {
  const words = document.createElement('p')
  words.textContent = reason
  document.body.append(words)
  window.__ready = Promise.reject(new Error(reason))
  window.__ready.catch(() => {})
}
