import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CardScene, Draft, PrintCorrection, StationWords } from '@riverside/postcard'
import type { CardWork, CardWorkDone } from './card-worker.ts'
import { cardPicture } from './draw-card.ts'

/** Megabytes for everything a thread keeps: five times what the fullest card takes, so that only a fault comes to it. */
const mostMemory = 512

const closing = new Error('No card is drawn any more')

type Asked = { readonly done: (pdf: Uint8Array) => void; readonly failed: (failure: unknown) => void }

/**
 * Draws cards for print in a thread of its own: a card full of ink takes seconds, and nobody else at the station waits for it. The thread
 * starts with the first card and keeps the letters it has read; where it ends before its time the cards it had fail, and the next one
 * starts another. Whoever opens a press ends it.
 */
export class CardPress implements Disposable {
  readonly #asked = new Map<number, Asked>()
  #thread: Promise<Worker> | undefined
  #number = 0
  #isOver = false

  /**
   * Both sides as `cardPdf` draws them.
   * @param scenePicture of any size: it is brought to 300 dpi of its place
   */
  async pdf(
    draft: Draft,
    scene: CardScene,
    scenePicture: Uint8Array,
    station: StationWords,
    correction?: PrintCorrection,
  ): Promise<Uint8Array> {
    const picture = await cardPicture(scenePicture, draft.look)
    this.#number += 1
    return await this.#ask({
      number: this.#number,
      draft: JSON.stringify(draft),
      scene,
      station,
      picture,
      correction,
    })
  }

  [Symbol.dispose](): void {
    this.#isOver = true
    this.#end(closing)
  }

  async #ask(work: CardWork): Promise<Uint8Array> {
    if (this.#isOver) throw closing
    this.#thread ??= this.#open()
    const opened = this.#thread
    const thread = await opened
    if (this.#thread !== opened) throw closing
    return await new Promise((done, failed) => {
      this.#asked.set(work.number, { done, failed })
      // It keeps the process up while it has a card, and not for its own sake.
      thread.ref()
      thread.postMessage(work)
    })
  }

  #open(): Promise<Worker> {
    const opening = startThread()
    const lost = (why: unknown) => {
      if (this.#thread === opening) this.#end(why)
    }
    opening.then((thread) => {
      thread.on('message', (answer: CardWorkDone) => this.#answered(answer, thread))
      thread.on('error', lost)
      thread.on('exit', () => lost(new Error('The thread that draws cards has ended')))
    }, lost)
    return opening
  }

  #answered(answer: CardWorkDone, thread: Worker): void {
    const asked = this.#asked.get(answer.number)
    this.#asked.delete(answer.number)
    if (this.#asked.size === 0) thread.unref()
    if ('pdf' in answer) asked?.done(answer.pdf)
    else asked?.failed(new Error(answer.failure))
  }

  #end(why: unknown): void {
    this.#thread?.then(
      (thread) => void thread.terminate(),
      () => {},
    )
    this.#thread = undefined
    for (const { failed } of this.#asked.values()) failed(why)
    this.#asked.clear()
  }
}

/** Beside a built station lies the built worker; where the sources are it is bundled first, as a thread cannot read TypeScript. */
async function startThread(): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: mostMemory }
  const built = new URL('./card-worker.js', import.meta.url)
  if (existsSync(built)) return new Worker(built, { resourceLimits })
  const { build } = await import('esbuild')
  const here = JSON.stringify(import.meta.url)
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./card-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['pdfkit', 'fontkit'],
    define: { 'import.meta.url': here },
    // A script without a file finds no packages by itself.
    banner: { js: `require = require('node:module').createRequire(${here})` },
  })
  return new Worker(outputFiles[0]?.text ?? '', { eval: true, resourceLimits })
}
