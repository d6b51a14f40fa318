import { startNets } from './backend.ts'
import { Eye } from './eye.ts'
import { detectorVersion } from './nets.ts'
import { Watch } from './watch.ts'
import type { WorkerNews, WorkerOrder } from './worker-news.ts'

/** Milliseconds between two looks: ten a second, whatever the camera gives. A little less, so that every third of 30 is taken. */
const lookEach = 90

const scope = self as unknown as {
  postMessage(news: WorkerNews): void
  onmessage: ((message: MessageEvent<WorkerOrder>) => void) | null
}
const tell = (news: WorkerNews) => scope.postMessage(news)

const started = startNets().then(({ nets, backend }) => {
  tell({ type: 'ready', backend, detector: detectorVersion })
  return new Eye(nets)
})
started.catch((failure: unknown) => tell({ type: 'failed', why: String(failure).slice(0, 300) }))

let watch: Watch | undefined
let reader: ReadableStreamDefaultReader<VideoFrame> | undefined

scope.onmessage = ({ data }) => {
  void started.then((eye) => obey(eye, data)).catch((failure: unknown) => tell({ type: 'failed', why: String(failure).slice(0, 300) }))
}

function obey(eye: Eye, order: WorkerOrder): void {
  switch (order.type) {
    case 'begin':
      watch = new Watch(order.mode, eye, tell)
      return
    case 'watch':
      void watchAll(order.frames)
      return
    case 'look':
      watch?.look({ source: order.picture, width: order.picture.width, height: order.picture.height }, order.at)
      order.picture.close()
      return
    case 'judge':
      judge(eye, order.picture, order.id)
      return
    case 'end':
      end()
  }
}

function end(): void {
  watch?.end()
  watch = undefined
  void reader?.cancel()
  reader = undefined
  tell({ type: 'ended' })
}

/** Takes every frame as it comes, looks at ten of them a second and gives each back at once. */
async function watchAll(frames: ReadableStream<VideoFrame>): Promise<void> {
  const mine = frames.getReader()
  reader = mine
  let base: number | undefined
  let lastLook = Number.NEGATIVE_INFINITY
  const idle = setInterval(() => watch?.wait(performance.now()), 500)
  try {
    for (;;) {
      const { done, value: frame } = await mine.read()
      if (done) break
      const stamp = frame.timestamp / 1000
      base ??= performance.now() - stamp
      const at = base + stamp
      if (at - lastLook >= lookEach && reader === mine) {
        lastLook = at
        watch?.look({ source: frame, width: frame.displayWidth, height: frame.displayHeight }, at)
      }
      frame.close()
    }
  } finally {
    clearInterval(idle)
    if (reader === mine) end()
  }
}

function judge(eye: Eye, picture: ImageBitmap, id: number): void {
  const began = performance.now()
  const { faces } = eye.see({ source: picture, width: picture.width, height: picture.height }, 0)
  const took = performance.now() - began
  picture.close()
  const judged = faces.filter((face) => face.happy !== undefined).sort((one, other) => other.box.width - one.box.width)
  tell({ type: 'judged', id, faces: faces.length, happy: judged[0]?.happy ?? -1, took })
}
