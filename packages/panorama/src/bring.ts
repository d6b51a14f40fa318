import type { Asked, Brought } from './porter.ts'

/** Fetches and decodes a picture. The bitmap is at most `widest` pixels wide. */
export type Bring = (url: string, widest: number, signal: AbortSignal) => Promise<ImageBitmap>

/** Two, so that one may wait for the net while the other decodes. */
const workers = 2

type Errand = { readonly done: (bitmap: ImageBitmap) => void; readonly failed: (reason: Error) => void }

/** Workers that fetch and decode away from the page, the least busy first. They are begun with the first errand. */
export class Porters implements Disposable {
  readonly #porters: Array<{ readonly worker: Worker; errands: number }> = []
  readonly #errands = new Map<number, Errand>()
  #last = 0

  readonly bring: Bring = (url, widest, signal) =>
    new Promise<ImageBitmap>((resolve, reject) => {
      const porter = this.#leastBusy()
      this.#last += 1
      const id = this.#last
      const tell = (asked: Asked) => porter.worker.postMessage(asked)
      const giveUp = () => {
        tell({ id })
        over()
        reject(new Error(`Given up: ${url}`))
      }
      const over = () => {
        porter.errands -= 1
        this.#errands.delete(id)
        signal.removeEventListener('abort', giveUp)
      }
      if (signal.aborted) return reject(new Error(`Given up: ${url}`))
      porter.errands += 1
      signal.addEventListener('abort', giveUp)
      this.#errands.set(id, {
        done: (bitmap) => {
          over()
          resolve(bitmap)
        },
        failed: (reason) => {
          over()
          reject(reason)
        },
      })
      tell({ id, url: new URL(url, document.baseURI).href, widest })
    });

  [Symbol.dispose](): void {
    for (const { worker } of this.#porters) worker.terminate()
    for (const { failed } of [...this.#errands.values()]) failed(new Error('The porters have gone home'))
    this.#porters.length = 0
  }

  #leastBusy() {
    if (this.#porters.length < workers) {
      const worker = new Worker(new URL('./porter.ts', import.meta.url), { type: 'module', name: 'panorama' })
      worker.onmessage = ({ data }: MessageEvent<Brought>) => this.#settle(data)
      const porter = { worker, errands: 0 }
      this.#porters.push(porter)
      return porter
    }
    return this.#porters.reduce((least, porter) => (porter.errands < least.errands ? porter : least))
  }

  /** A bitmap nobody waits for any longer is let go. */
  #settle({ id, bitmap, missed }: Brought): void {
    const errand = this.#errands.get(id)
    if (!errand) bitmap?.close()
    else if (bitmap) errand.done(bitmap)
    else errand.failed(new Error(missed))
  }
}
