import { parentPort, workerData } from 'node:worker_threads'
import type { Face } from '@riverside/voyage'
import { averagePolarRows, type FaceRaster, halved, type Pixels, takeFace } from './resample.ts'

/** What every worker of one import looks at. */
export type FaceWorkerData = {
  readonly width: number
  readonly height: number
  readonly pixels: SharedArrayBuffer
  /** Pixels along an edge of the face that is taken: the finest level, or a larger one from which it is averaged. */
  readonly taken: number
  /** Pixels along an edge at the finest level that is kept, and how many levels below it there are with it. */
  readonly face: number
  readonly levels: number
  readonly gutter: number
}

export type FaceWork =
  | { readonly do: 'average'; readonly first: number; readonly end: number }
  | { readonly do: 'face'; readonly face: Face }

export type FaceWorkDone =
  | { readonly done: 'average' }
  /** The levels of a face, the finest first. */
  | { readonly done: 'face'; readonly face: Face; readonly levels: readonly FaceRaster[] }

const { width, height, pixels, taken, face: finest, levels, gutter } = workerData as FaceWorkerData
const sphere: Pixels = { width, height, data: new Uint8Array(pixels) }

parentPort?.on('message', (work: FaceWork) => {
  if (work.do === 'average') {
    averagePolarRows(sphere, taken, work.first, work.end)
    parentPort?.postMessage({ done: 'average' } satisfies FaceWorkDone)
    return
  }
  // Each halving halves the margin too: what remains of it at the coarsest level is the gutter.
  let raster = takeFace(sphere, work.face, taken, gutter * 2 ** (levels - 1) * (taken / finest))
  while (raster.size > finest) raster = halved(raster)
  const made = [raster]
  while (made.length < levels) {
    raster = halved(raster)
    made.push(raster)
  }
  parentPort?.postMessage(
    { done: 'face', face: work.face, levels: made } satisfies FaceWorkDone,
    made.map(({ data }) => data.buffer as ArrayBuffer),
  )
})
