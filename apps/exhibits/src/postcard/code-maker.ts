import type { PostcardDraft, Station } from '@riverside/contract'
import type { CardLink } from '@riverside/postcard'
import { type CodeOrder, carriedOut, type Made } from './code-orders.ts'
import type { CodePixels } from './qr-code.ts'

/**
 * Makes links and codes on a thread of its own, so that no hand and no frame waits for them. What it was told of a card is gone with
 * the thread; where a browser gives none, the page does the work itself.
 */
export class CodeMaker implements Disposable {
  #worker: Worker | undefined
  #isAlone = false
  #last = 0
  readonly #waiting = new Map<number, { readonly order: CodeOrder; readonly done: (made: Made) => void }>()
  readonly #links = new WeakMap<PostcardDraft, Promise<CardLink | undefined>>()

  /** The card in its own link, made once for each draft. A photograph has no room in one, and of the river only the pack's own pictures lie beside the page. */
  link(draft: PostcardDraft, { file }: Station): Promise<CardLink | undefined> {
    const known = this.#links.get(draft)
    if (known) return known
    const { scene, ...card } = draft
    const { page } = file.takeAway
    if (page === null || typeof scene !== 'string') return Promise.resolve(undefined)
    const order = { make: 'link', card: { ...card, scene, station: file.station.id }, page } as const
    const link = this.#ask(order).then((made) => made.link)
    this.#links.set(draft, link)
    return link
  }

  /** The code for a text, at most so many pixels wide; `undefined` where it could not be read back. */
  async code(text: string, level: 'L' | 'M', most: number): Promise<CodePixels | undefined> {
    return (await this.#ask({ make: 'code', text, level, most })).code
  }

  /** Begins the thread before anybody waits for it. */
  warm(): void {
    if (this.#worker !== undefined || this.#isAlone) return
    const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module', name: 'codes' })
    this.#worker = worker
    worker.onmessage = ({ data: { id, made } }: MessageEvent<{ readonly id: number; readonly made: Made }>) =>
      this.#settle(id, made)
    worker.onerror = () => {
      this.#isAlone = true
      for (const [id, { order }] of [...this.#waiting]) this.#settle(id, carriedOut(order))
    }
  }

  [Symbol.dispose](): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#waiting.clear()
  }

  #ask(order: CodeOrder): Promise<Made> {
    this.warm()
    if (this.#isAlone) return Promise.resolve(carriedOut(order))
    return new Promise((done) => {
      this.#last += 1
      this.#waiting.set(this.#last, { order, done })
      this.#worker?.postMessage({ id: this.#last, order })
    })
  }

  #settle(id: number, made: Made): void {
    this.#waiting.get(id)?.done(made)
    this.#waiting.delete(id)
  }
}
