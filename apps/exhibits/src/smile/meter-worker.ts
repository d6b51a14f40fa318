import { detectorVersion } from '@riverside/smile'
import { startNets } from './backend.ts'
import { Eye } from './eye.ts'
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

/** Pictures that may wait while the machine is busy: late looks count as well as prompt ones, missing ones do not. */
const mostWaiting = 12

let watch: Watch | undefined
let reader: ReadableStreamDefaultReader<VideoFrame> | undefined
const waiting: { readonly picture: ImageBitmap; readonly at: number }[] = []

scope.onmessage = ({ data }) => {
  void started
    .then((eye) => obey(eye, data))
    .catch((failure: unknown) => tell({ type: 'failed', why: String(failure).slice(0, 300) }))
}

function obey(eye: Eye, order: WorkerOrder): void {
  switch (order.type) {
    case 'begin':
      watch = new Watch(order, eye, tell)
      return
    case 'next':
      watch?.next()
      return
    case 'watch':
      void watchAll(order.frames)
      return
    case 'look':
      lookAt(order.picture, order.at)
      return
    case 'judge':
      judge(eye, order.picture, order.id)
      return
    case 'end':
      end()
  }
}

function end(): void {
  for (const { picture, at } of waiting.splice(0)) lookAt(picture, at)
  watch?.end()
  watch = undefined
  void reader?.cancel()
  reader = undefined
  tell({ type: 'ended' })
}

/** Tells whether the picture was a new one. */
function lookAt(picture: ImageBitmap, at: number): boolean {
  const isNew = watch?.look({ source: picture, width: picture.width, height: picture.height }, at) ?? false
  picture.close()
  return isNew
}

/** Copies ten frames a second and gives every frame back at once; what a frame shows is looked at when there is time. */
async function watchAll(frames: ReadableStream<VideoFrame>): Promise<void> {
  const mine = frames.getReader()
  reader = mine
  let base: number | undefined
  let lastTaken = Number.NEGATIVE_INFINITY
  const idle = setInterval(() => {
    if (waiting.length === 0) watch?.wait(performance.now())
  }, 500)
  const work = new MessageChannel()
  work.port1.onmessage = () => {
    const next = waiting.shift()
    if (next !== undefined && !lookAt(next.picture, next.at) && waiting.length === 0)
      lastTaken = Number.NEGATIVE_INFINITY
    if (waiting.length > 0) work.port2.postMessage(undefined)
  }
  try {
    for (;;) {
      const { done, value: frame } = await mine.read()
      if (done) break
      const stamp = frame.timestamp / 1000
      base ??= performance.now() - stamp
      const at = base + stamp
      const isDue = at - lastTaken >= lookEach && waiting.length < mostWaiting && reader === mine
      if (isDue) lastTaken = at
      const picture = isDue ? await createImageBitmap(frame) : undefined
      frame.close()
      if (picture === undefined) continue
      waiting.push({ picture, at })
      if (waiting.length === 1) work.port2.postMessage(undefined)
    }
  } finally {
    clearInterval(idle)
    work.port1.close()
    if (reader === mine) end()
  }
}

function judge(eye: Eye, picture: ImageBitmap, id: number): void {
  const began = performance.now()
  const { faces = [] } = eye.see({ source: picture, width: picture.width, height: picture.height }, 0)
  const took = performance.now() - began
  picture.close()
  const judged = faces.filter((face) => face.happy !== undefined).sort((one, other) => other.box.width - one.box.width)
  tell({ type: 'judged', id, faces: faces.length, happy: judged[0]?.happy ?? -1, took })
}
