import { type CameraKind, openCamera } from './camera.ts'
import type { RoomWish, Told } from './lab-room.tsx'
import { Metering, type ReaderPlace } from './metering.ts'
import { drawGroup, drawScene, pretendScene, truthOf } from './pretend-visitors.ts'
import type { WorkerNews } from './worker-news.ts'

/** What `npm run smile` drives in a real Chromium: the product's own camera and worker, with nothing of the exhibit round it. */
export type Lab = {
  /** Starts the worker; gives the backend it chose. */
  readonly start: () => Promise<string>
  /** Judges the stills at these addresses one after the other. */
  readonly judge: (addresses: readonly string[]) => Promise<readonly Judged[]>
  /** Meters a camera for so many milliseconds. */
  readonly meter: (camera: CameraKind, mode: 'tap' | 'ambient', milliseconds: number) => Promise<Metered>
  /** Meters stills as if they were so many milliseconds apart. */
  readonly replay: (addresses: readonly string[], apart: number) => Promise<Metered>
  /** Draws the pretend visitors, ten pictures a second, as JPEGs in base64, with what a perfect meter would count. */
  readonly draw: (seed: number, count: number) => Promise<Drawn>
  /** So many drawn people side by side in one picture, as a JPEG in base64. */
  readonly group: (count: number) => Promise<string>
  /** Opens the room itself, with a station that only remembers what it was told. */
  readonly room: (wish: RoomWish) => Promise<void>
  readonly told: () => readonly Told[]
}

export type Drawn = {
  readonly pictures: readonly string[]
  readonly truth: { readonly passages: number; readonly smiling: number }
}

export type Judged = { readonly faces: number; readonly happy: number; readonly took: number }
export type Metered = {
  readonly news: readonly Exclude<WorkerNews, { type: 'looked' }>[]
  readonly looks: readonly { readonly faces: number; readonly took: number }[]
  /** Milliseconds between first and last look. */
  readonly lasted: number
  /** The longest time the page itself could not do anything, milliseconds. */
  readonly blocked: number
}

const place: ReaderPlace = { door: 'entry', thresholds: null }
const told: Told[] = []
let metering: Metering | undefined

function started(): Metering {
  metering ??= new Metering()
  return metering
}

/** All news from now until the worker says it has ended, after `during` has done its part. */
async function heard(worker: Metering, during: () => Promise<void>): Promise<Metered> {
  const news: Exclude<WorkerNews, { type: 'looked' }>[] = []
  const looks: { readonly faces: number; readonly took: number }[] = []
  const at: number[] = []
  const page = watchPage()
  const ended = new Promise<void>((settle, refuse) => {
    const stop = worker.listen((message) => {
      if (message.type === 'looked') {
        looks.push({ faces: message.faces, took: message.took })
        at.push(performance.now())
      } else news.push(message)
      if (message.type === 'failed') refuse(new Error(message.why))
      if (message.type !== 'ended') return
      stop()
      settle()
    })
  })
  await during()
  worker.order({ type: 'end' })
  await ended
  return { news, looks, lasted: (at.at(-1) ?? 0) - (at[0] ?? 0), blocked: page.longest() }
}

function watchPage(): { readonly longest: () => number } {
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration)
  })
  observer.observe({ type: 'longtask' })
  return {
    longest: () => {
      observer.disconnect()
      return longest
    },
  }
}

async function still(address: string): Promise<ImageBitmap> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return createImageBitmap(await answer.blob())
}

function easel() {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) throw new Error('No canvas could be had')
  return { canvas, pen }
}

const jpegOf = (canvas: HTMLCanvasElement): string =>
  canvas.toDataURL('image/jpeg', 0.88).slice('data:image/jpeg;base64,'.length)

const lab: Lab = {
  start: async () => (await started().ready).backend,

  async judge(addresses) {
    const worker = started()
    const judged: Judged[] = []
    for (const [id, address] of addresses.entries()) {
      const picture = await still(address)
      const answer = new Promise<Judged>((settle) => {
        const stop = worker.listen((message) => {
          if (message.type !== 'judged' || message.id !== id) return
          stop()
          settle({ faces: message.faces, happy: message.happy, took: message.took })
        })
      })
      worker.order({ type: 'judge', picture, id }, [picture])
      judged.push(await answer)
    }
    return judged
  },

  async meter(kind, mode, milliseconds) {
    const worker = started()
    await worker.ready
    const camera = await openCamera(kind, mode)
    if (!camera.ok) throw new Error(camera.error)
    return heard(worker, async () => {
      worker.watch(camera.value.track, mode, place)
      await new Promise((settle) => setTimeout(settle, milliseconds))
      camera.value.close()
    })
  },

  async replay(addresses, apart) {
    const worker = started()
    return heard(worker, async () => {
      worker.order({ type: 'begin', mode: 'ambient', ...place })
      for (const [index, address] of addresses.entries()) {
        const picture = await still(address)
        worker.order({ type: 'look', picture, at: index * apart }, [picture])
      }
    })
  },

  async draw(seed, count) {
    const scene = pretendScene(seed, count)
    const { canvas, pen } = easel()
    const pictures: string[] = []
    for (let tenth = 0; tenth < scene.seconds * 10; tenth++) {
      drawScene(pen, canvas.width, canvas.height, scene, tenth / 10)
      pictures.push(jpegOf(canvas))
    }
    return { pictures, truth: truthOf(scene) }
  },

  async group(count) {
    const { canvas, pen } = easel()
    drawGroup(pen, canvas.width, canvas.height, pretendScene(3, count).visitors)
    return jpegOf(canvas)
  },

  async room(wish) {
    const { openRoom } = await import('./lab-room.tsx')
    openRoom(wish, told)
  },

  told: () => told,
}

Object.assign(window, { lab })
