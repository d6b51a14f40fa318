import type { Camera } from './camera-port.ts'
import { drawReading, drawScene, pretendScene } from './pretend-visitors.ts'

const size = { width: 640, height: 480 }
const picturesEach = 1000 / 20

/** How many have stood before the pretend camera since the page was loaded: each time it is somebody else. */
let opened = 0

/**
 * A camera that shows drawn visitors, for the demonstration and for machines without one. Its pictures go the same way as a
 * real camera's: a track, the worker, the nets. `walking`: people pass a door; `standing`: one looks at the screen.
 */
export function pretendCamera(scene: 'walking' | 'standing'): Camera {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) throw new Error('The pretend camera could not be drawn')
  // Frames are handed over one by one: a stream captured from the canvas would stop on a page that has nothing else to draw.
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  const frames = track.writable.getWriter()
  const draw = scene === 'walking' ? walkers() : oneAfterAnother()
  const began = performance.now()
  const show = () => {
    const now = performance.now()
    draw(pen, (now - began) / 1000)
    const frame = new VideoFrame(canvas, { timestamp: now * 1000 })
    frames.write(frame).catch(() => frame.close())
  }
  show()
  const timer = setInterval(show, picturesEach)
  return {
    track,
    close() {
      clearInterval(timer)
      track.stop()
    },
  }
}

type Draw = (pen: CanvasRenderingContext2D, second: number) => void

function walkers(): Draw {
  const scene = pretendScene(11, 12)
  return (pen, second) => drawScene(pen, size.width, size.height, scene, second % scene.seconds)
}

function oneAfterAnother(): Draw {
  const { visitors } = pretendScene(7, 12)
  const visitor = visitors[opened++ % visitors.length]
  return (pen, second) => {
    if (visitor !== undefined) drawReading(pen, size.width, size.height, visitor, second)
  }
}

/** Chromium's own; the DOM types do not know it. A frame that is written is closed by whoever takes it. */
declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(init: { readonly kind: 'video' })
  readonly writable: WritableStream<VideoFrame>
}
