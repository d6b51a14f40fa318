import { Lifetime } from '@riverside/kit'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { dispose, io, type Tensor, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core'
import detectorWeightsUrl from '../../../../assets/models/blazeface.bin?url'
import detectorTopologyUrl from '../../../../assets/models/blazeface.json?url'
import expressionWeightsUrl from '../../../../assets/models/expression.bin?url'
import expressionManifestUrl from '../../../../assets/models/expression.json?url'
import models from '../../../../assets/models/models.json'
import { type Found, facesFound, inputSize } from './blazeface.ts'
import { cropSize, happiness, type Weights } from './expression-net.ts'

/** The two nets, loaded and checked. Whoever loads them disposes of them. */
export class Nets implements Disposable {
  readonly #detector: GraphModel
  readonly #expression: Weights
  readonly #life = new Lifetime()

  private constructor(detector: GraphModel, expression: Weights) {
    this.#detector = this.#life.own(detector, (net) => net.dispose())
    this.#expression = this.#life.own(expression, (weights) => dispose(Object.values(weights)))
  }

  /** Loads both nets into the backend that is in use. Throws where a file is missing or not the one it was. */
  static async load(): Promise<Nets> {
    const [topology, weights, manifest, expression] = await Promise.all([
      checked(detectorTopologyUrl, models.detector.files['blazeface.json']),
      checked(detectorWeightsUrl, models.detector.files['blazeface.bin']),
      checked(expressionManifestUrl, models.expression.files['expression.json']),
      checked(expressionWeightsUrl, models.expression.files['expression.bin']),
    ])
    const detector = await loadGraphModel({ load: () => Promise.resolve(graphOf(textOf(topology), weights)) })
    return new Nets(detector, weightsOf(textOf(manifest), expression))
  }

  /** Faces in a picture of 256×256 RGBA bytes. */
  find(rgba: Uint8ClampedArray, threshold: number): readonly Found[] {
    const picture = tensor4d(planes(rgba, inputSize * inputSize, 1 / 127.5, -1), [1, inputSize, inputSize, 3])
    const outputs = this.#detector.execute(picture) as Tensor[]
    const parts = new Map(outputs.map((output) => [`${output.shape[1]}x${output.shape[2]}`, output.dataSync()]))
    dispose([picture, ...outputs])
    const joined = (columns: number) =>
      Float32Array.of(...(parts.get(`512x${columns}`) ?? []), ...(parts.get(`384x${columns}`) ?? []))
    return facesFound(joined(1), joined(16), threshold)
  }

  /** Probability of *happy* for each face, given as 112×112 RGBA bytes. */
  judge(faces: readonly Uint8ClampedArray[]): readonly number[] {
    if (faces.length === 0) return []
    const pixels = cropSize * cropSize
    const values = new Float32Array(faces.length * pixels * 3)
    for (const [index, face] of faces.entries()) values.set(planes(face, pixels, 1, 0), index * pixels * 3)
    const batch: Tensor4D = tensor4d(values, [faces.length, cropSize, cropSize, 3])
    const happy = happiness(batch, this.#expression)
    batch.dispose()
    return [...happy]
  }

  [Symbol.dispose](): void {
    this.#life[Symbol.dispose]()
  }
}

/** RGBA bytes as the RGB floats a net wants. */
function planes(rgba: Uint8ClampedArray, pixels: number, scale: number, offset: number): Float32Array {
  const values = new Float32Array(pixels * 3)
  for (let pixel = 0; pixel < pixels; pixel++) {
    values[pixel * 3] = (rgba[pixel * 4] ?? 0) * scale + offset
    values[pixel * 3 + 1] = (rgba[pixel * 4 + 1] ?? 0) * scale + offset
    values[pixel * 3 + 2] = (rgba[pixel * 4 + 2] ?? 0) * scale + offset
  }
  return values
}

async function checked(url: string, sha256: string): Promise<ArrayBuffer> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`A net is missing: ${url} (${answer.status})`)
  const bytes = await answer.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (found !== sha256) throw new Error(`A net is not the one it was: ${url}`)
  return bytes
}

const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes)

type Manifest = readonly { readonly weights: io.WeightsManifestEntry[] }[]

function graphOf(text: string, weightData: ArrayBuffer): io.ModelArtifacts {
  const graph = JSON.parse(text) as {
    readonly modelTopology: object
    readonly weightsManifest: Manifest
    readonly userDefinedMetadata: NonNullable<io.ModelArtifacts['userDefinedMetadata']>
  }
  return {
    modelTopology: graph.modelTopology,
    weightSpecs: graph.weightsManifest.flatMap(({ weights }) => weights),
    weightData,
    userDefinedMetadata: graph.userDefinedMetadata,
  }
}

function weightsOf(text: string, weightData: ArrayBuffer): Weights {
  const manifest = JSON.parse(text) as Manifest
  return io.decodeWeights(
    weightData,
    manifest.flatMap(({ weights }) => weights),
  )
}
