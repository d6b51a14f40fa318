import {
  add,
  avgPool,
  conv2d,
  div,
  matMul,
  type Rank,
  relu,
  reshape,
  separableConv2d,
  softmax,
  sub,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core'

export const cropSize = 112
/** Order of the seven answers: neutral, happy, sad, angry, fearful, disgusted, surprised. Only the second is ever read. */
const happyAnswer = 1
const answers = 7
const meanColour = [122.782, 117.001, 104.298]

export type Weights = Readonly<Record<string, Tensor<Rank>>>

/**
 * Probability of *happy* for a row of faces (each 112×112×3, values 0…255): the forward pass of face-api.js's expression net
 * (Vincent Mühler, MIT), four dense blocks of separable convolutions over its published weights.
 */
export function happiness(faces: Tensor4D, weights: Weights): Float32Array {
  const count = faces.shape[0]
  const probabilities = tidy(() => {
    const normal = div(sub(faces, tensor1d(meanColour)), 255) as Tensor4D
    const features = [0, 1, 2, 3].reduce((picture, block) => denseBlock(picture, `dense${block}`, weights), normal)
    const pooled = reshape(avgPool(features, [7, 7], [2, 2], 'valid'), [count, -1]) as Tensor2D
    const scores: Tensor2D = add(
      matMul(pooled, weightOf(weights, 'fc/weights') as Tensor2D),
      weightOf(weights, 'fc/bias'),
    )
    return softmax(scores)
  })
  const all = probabilities.dataSync()
  probabilities.dispose()
  return Float32Array.from({ length: count }, (_, index) => all[index * answers + happyAnswer] ?? 0)
}

function denseBlock(input: Tensor4D, name: string, weights: Weights): Tensor4D {
  const first = relu(convolved(input, `${name}/conv0`, weights, 2))
  const second = convolved(first, `${name}/conv1`, weights, 1)
  const third = convolved(relu(sum(first, second)), `${name}/conv2`, weights, 1)
  const three = sum(first, sum(second, third))
  const fourth = convolved(relu(three), `${name}/conv3`, weights, 1)
  return relu(sum(three, fourth))
}

const sum = (one: Tensor4D, other: Tensor4D): Tensor4D => add(one, other)

function convolved(input: Tensor4D, name: string, weights: Weights, stride: 1 | 2): Tensor4D {
  const bias = weightOf(weights, `${name}/bias`)
  const whole = weights[`${name}/filters`]
  if (whole !== undefined) return add(conv2d(input, whole as Tensor4D, [stride, stride], 'same'), bias)
  const depthwise = weightOf(weights, `${name}/depthwise_filter`) as Tensor4D
  const pointwise = weightOf(weights, `${name}/pointwise_filter`) as Tensor4D
  return add(separableConv2d(input, depthwise, pointwise, [stride, stride], 'same'), bias)
}

function weightOf(weights: Weights, name: string): Tensor<Rank> {
  const weight = weights[name]
  if (weight === undefined) throw new Error(`The expression net has no weights named ${name}`)
  return weight
}
