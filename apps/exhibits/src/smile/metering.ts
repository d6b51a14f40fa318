import type { StationFile } from '@riverside/contract'
import { readNews, type WatchMode, type WorkerNews, type WorkerOrder } from './worker-news.ts'

/** Which door a reader stands at, and by which thresholds it decides there: both are of the station file. */
export type ReaderPlace = Pick<StationFile['smile'], 'door' | 'thresholds'>

/** The metering worker as the page sees it. Pictures go in and never come back. */
export class Metering implements Disposable {
  readonly #worker: Worker
  readonly #ears = new Set<(news: WorkerNews) => void>()
  /** Settles when the nets run; rejects with the reason where they do not. */
  readonly ready: Promise<Extract<WorkerNews, { type: 'ready' }>>

  constructor() {
    this.#worker = new Worker(new URL('./meter-worker.ts', import.meta.url), { type: 'module', name: 'metering' })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data))
    this.ready = new Promise((settle, refuse) => {
      this.listen((news) => {
        if (news.type === 'ready') settle(news)
        if (news.type === 'failed') refuse(new Error(news.why))
      })
      this.#worker.addEventListener('error', (event) =>
        refuse(new Error(event.message || 'The metering worker did not start')),
      )
    })
    this.ready.catch(() => undefined)
  }

  listen(hear: (news: WorkerNews) => void): () => void {
    this.#ears.add(hear)
    return () => void this.#ears.delete(hear)
  }

  /** Begins a spell of reading on a camera's track. The track still belongs to the caller, who stops it. */
  watch(track: MediaStreamTrack, mode: WatchMode, at: ReaderPlace): void {
    const frames = new MediaStreamTrackProcessor({ track, maxBufferSize: 4 }).readable
    this.order({ type: 'begin', mode, door: at.door, thresholds: at.thresholds })
    this.order({ type: 'watch', frames }, [frames])
  }

  order(order: WorkerOrder, handedOver: Transferable[] = []): void {
    this.#worker.postMessage(order, handedOver)
  }

  #hear(data: unknown): void {
    const news = readNews(data)
    if (news === undefined) {
      console.warn({ event: 'metering-message-dropped' })
      return
    }
    for (const hear of [...this.#ears]) hear(news)
  }

  [Symbol.dispose](): void {
    this.#ears.clear()
    this.#worker.terminate()
  }
}

/** Chromium's own; the DOM types know it only inside workers. */
declare class MediaStreamTrackProcessor {
  constructor(init: { readonly track: MediaStreamTrack; readonly maxBufferSize?: number })
  readonly readable: ReadableStream<VideoFrame>
}
