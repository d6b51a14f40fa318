import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Face, faces } from '@riverside/voyage'
import type { FaceWork, FaceWorkDone, FaceWorkerData } from './face-worker.ts'
import type { FaceRaster } from './resample.ts'

/** One for each of two cores. */
const workers = 2

/** Threads that take the faces of one sphere out of memory they share. Whoever starts them ends them. */
export class FaceWorkers implements Disposable {
  readonly #data: FaceWorkerData
  readonly #threads: readonly Worker[]

  private constructor(code: string, data: FaceWorkerData) {
    this.#data = data
    this.#threads = Array.from({ length: workers }, () => new Worker(code, { eval: true, workerData: data }))
  }

  static async start(data: FaceWorkerData): Promise<FaceWorkers> {
    return new FaceWorkers(await workerCode(), data)
  }

  /** Prepares the rows near the poles; before the first face, and once only. */
  async averagePolarRows(): Promise<void> {
    const { height } = this.#data
    // Both poles take the same time, and nothing is done between them.
    await Promise.all(
      this.#threads.map((thread, index) =>
        ask(thread, {
          do: 'average',
          first: Math.floor((height * index) / workers),
          end: Math.floor((height * (index + 1)) / workers),
        }),
      ),
    )
  }

  /**
   * Takes all six faces and hands over the levels of each, the finest first. A thread takes the next face while the one before is being
   * written, but never a third: at most two faces of each thread stand in memory.
   */
  async eachFace(write: (face: Face, levels: readonly FaceRaster[]) => Promise<void>): Promise<void> {
    const waiting = [...faces]
    const ended = await Promise.allSettled(
      this.#threads.map(async (thread) => {
        let writing = Promise.resolve()
        for (let face = waiting.shift(); face; face = waiting.shift()) {
          const answer = await ask(thread, { do: 'face', face })
          await writing
          if (answer.done !== 'face') throw new Error('A face worker answered what it was not asked')
          writing = write(answer.face, answer.levels)
          // Heard of where it is awaited, after the next face.
          writing.catch(() => {})
        }
        await writing
      }),
    )
    for (const each of ended) if (each.status === 'rejected') throw each.reason
  }

  [Symbol.dispose](): void {
    for (const thread of this.#threads) void thread.terminate()
  }
}

function ask(thread: Worker, work: FaceWork): Promise<FaceWorkDone> {
  return new Promise((resolve, reject) => {
    const ended = () => settle(() => reject(new Error('A face worker ended before its work')))
    const failed = (failure: unknown) => settle(() => reject(failure))
    const answered = (answer: FaceWorkDone) => settle(() => resolve(answer))
    const settle = (end: () => void) => {
      thread.off('exit', ended).off('error', failed).off('message', answered)
      end()
    }
    thread.on('exit', ended).on('error', failed).on('message', answered)
    thread.postMessage(work)
  })
}

/** The worker as one script: a thread cannot read TypeScript by itself. */
async function workerCode(): Promise<string> {
  const source = fileURLToPath(new URL('./face-worker.ts', import.meta.url))
  if (!existsSync(source)) throw new Error('Panoramas are imported where the sources are')
  const { build } = await import('esbuild')
  const built = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  })
  return built.outputFiles[0]?.text ?? ''
}
