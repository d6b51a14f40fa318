import { seededChance } from '@riverside/kit'
import type { HelmMove } from '../stage/helm.ts'
import { meterDoor } from './ambient.ts'
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
  /**
   * Meters the door as the kiosk does, until it is told to leave or the compliance record has expired, where it is given: so many
   * milliseconds after the first reading. Gives what it said and when, in milliseconds from the beginning.
   */
  readonly door: (camera: CameraKind, expires?: number) => Promise<readonly DoorNews[]>
  /** What it has said so far, and the end of it. */
  readonly said: () => readonly DoorNews[]
  readonly leave: () => void
  /** What a camera shows that cannot be read by: a JPEG in base64. */
  readonly faulty: (fault: Fault, seed: number) => string
  /** So many drawn people side by side in one picture, as a JPEG in base64. */
  readonly group: (count: number) => Promise<string>
  /** Opens the room itself, with a station that only remembers what it was told. */
  readonly room: (wish: RoomWish) => Promise<void>
  /** Turns or presses the helm of the room. */
  readonly steer: (move: HelmMove) => Promise<void>
  readonly told: () => readonly Told[]
}

export type Drawn = {
  readonly pictures: readonly string[]
  readonly truth: { readonly passages: number; readonly smiling: number }
}

export type Fault = 'black' | 'blocked' | 'too-dark'
export type DoorNews = { readonly at: number; readonly says: string; readonly covered: number }

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
let doorNews: readonly DoorNews[] = []
let leaveDoor: (() => void) | undefined

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

/** How late a timer came that wants to be heard every millisecond: for so long the page could do nothing else. */
function watchPage(): { readonly longest: () => number } {
  let longest = 0
  let last = performance.now()
  const beat = new MessageChannel()
  beat.port1.onmessage = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    timer = setTimeout(() => beat.port2.postMessage(undefined), 1)
  }
  let timer = setTimeout(() => beat.port2.postMessage(undefined), 1)
  return {
    longest: () => {
      clearTimeout(timer)
      beat.port1.close()
      return Math.max(0, longest - 1)
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

  async door(camera, expires) {
    const began = performance.now()
    const news: DoorNews[] = []
    let covered = 0
    const say = (says: string) => news.push({ at: performance.now() - began, says, covered })
    const stop = new AbortController()
    doorNews = news
    leaveDoor = () => stop.abort()
    // The day of the record ends so many milliseconds after the first reading, by a clock that is set accordingly.
    const lastDay = '2026-06-30'
    const midnight = Date.parse('2026-07-01T00:00:00+08:00')
    const now = () => {
      const first = expires === undefined ? undefined : news.find(({ says }) => says === 'reading')
      return first ? midnight - (expires ?? 0) + performance.now() - began - first.at : midnight - 3_600_000
    }
    await meterDoor(
      {
        camera,
        place,
        clock: { now, elapsed: () => performance.now() },
        expires: lastDay,
        tellReading: (decision) => say(decision),
        tellPassage: () => undefined,
        tellCoverage: (seconds) => {
          covered += seconds
        },
        onState: (state) => say(state.at === 'paused' ? state.why : state.at),
      },
      stop.signal,
    )
    say('end')
    return news
  },

  said: () => doorNews,
  leave: () => leaveDoor?.(),

  faulty(fault, seed) {
    const { canvas, pen } = easel()
    const chance = seededChance(seed)
    pen.fillStyle = { black: '#000', blocked: '#6d5a4a', 'too-dark': '#0a0a0a' }[fault]
    pen.fillRect(0, 0, canvas.width, canvas.height)
    if (fault === 'black') return jpegOf(canvas)
    // The noise of a sensor; in the dark, also the little there is to see.
    for (let grain = 0; grain < 1500; grain += 1) {
      const shade = 8 + chance() * 56
      pen.fillStyle = fault === 'blocked' ? `rgb(112 93 ${70 + chance() * 12})` : `rgb(${shade} ${shade} ${shade})`
      pen.fillRect(chance() * canvas.width, chance() * canvas.height, 9, 9)
    }
    return jpegOf(canvas)
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

  async steer(move) {
    const { steer } = await import('./lab-room.tsx')
    steer(move)
  },

  told: () => told,
}

Object.assign(window, { lab })
