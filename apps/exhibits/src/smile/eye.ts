import { type Box, type FaceSeen, overlap, type PictureFacts, pictureFacts, sizeOf } from '@riverside/smile'
import { type FacePoints, inputSize } from './blazeface.ts'
import { cropSize } from './expression-net.ts'
import type { Nets } from './nets.ts'

/**
 * What the expression net is shown: squares in sides of the detector's box, moved down by a part of its height. Measured on
 * 273 clearly labelled faces: the mean of these two gives accuracy .956 and AUC .988, the first alone .952 and .987; a side of
 * 0.8 alone gives an AUC of .76. Where many faces are to be judged the first has to do.
 */
const crops = [
  { side: 1.25, down: 0.1 },
  { side: 1.12, down: 0.06 },
] as const
const mostJudgedTwice = 2
/** Mean colour of the net's training: what lies outside the picture says nothing. */
const nothing = 'rgb(123 117 104)'
const threshold = 0.3
/**
 * A face that fills more than this part of the picture is looked at again from further away: the detector was made for faces
 * at some distance, and places the box of a very near one badly (AUC .93 instead of .99).
 */
const tooNear = 0.25
const stepBack = 0.35
/** Faces narrower than this in the picture are followed but not judged. Pixels. */
const smallestJudged = 28
const mostFaces = 16

/** `faces` is absent where the picture is the very same as the one before: it tells nothing new. */
export type Sight = { readonly facts: PictureFacts; readonly faces: readonly FaceSeen[] | undefined }

/** Anything a picture may come as, with its own size in pixels. */
export type Picture = { readonly source: CanvasImageSource; readonly width: number; readonly height: number }

/** Where in the detector's square a picture lies. */
type Frame = { readonly scale: number; readonly left: number; readonly top: number }

type Face = { readonly box: Box; readonly score: number; readonly isFront: boolean }

/** Looks at one picture after another. The pixels live in two small canvases that the next look draws over. */
export class Eye {
  readonly #nets: Nets
  readonly #whole = contextOf(inputSize)
  readonly #face = contextOf(cropSize)

  constructor(nets: Nets) {
    this.#nets = nets
  }

  /** Looks unless the picture is the one that was seen `before`. A first look that finds nobody is taken from further away too. */
  see(picture: Picture, at: number, before?: PictureFacts): Sight {
    const frame = this.#draw(picture, 1)
    const facts = pictureFacts(at, this.#lit(frame))
    if (before?.print === facts.print) return { facts, faces: undefined }
    const first = this.#find(frame)
    const isFilled = first.some((face) => sizeOf(face.box) > tooNear * Math.max(picture.width, picture.height))
    const isBlank = first.length === 0 && before === undefined
    return { facts, faces: this.#judged(picture, isFilled || isBlank ? this.#stepBack(picture, first) : first) }
  }

  #judged(picture: Picture, faces: readonly Face[]): readonly FaceSeen[] {
    const found = faces.slice(0, mostFaces)
    const judged = found.filter((face) => face.isFront && sizeOf(face.box) >= smallestJudged)
    const used = judged.length <= mostJudgedTwice ? crops : crops.slice(0, 1)
    const happy = this.#nets.judge(judged.flatMap(({ box }) => used.map((crop) => this.#cut(picture, box, crop))))
    const meanOf = (face: Face) => {
      const from = judged.indexOf(face) * used.length
      return from < 0
        ? undefined
        : happy.slice(from, from + used.length).reduce((sum, each) => sum + each / used.length, 0)
    }
    return found.map((face) => ({ box: face.box, score: face.score, happy: meanOf(face) }))
  }

  #stepBack(picture: Picture, faces: readonly Face[]): readonly Face[] {
    const near = this.#find(this.#draw(picture, stepBack))
    return [...near, ...faces.filter((face) => near.every((other) => overlap(other.box, face.box) < 0.1))]
  }

  /** Draws the picture into the middle of the detector's square, at this part of the size that would fill it. */
  #draw(picture: Picture, part: number): Frame {
    const scale = (part * inputSize) / Math.max(picture.width, picture.height)
    const left = (inputSize - picture.width * scale) / 2
    const top = (inputSize - picture.height * scale) / 2
    this.#whole.fillStyle = '#000'
    this.#whole.fillRect(0, 0, inputSize, inputSize)
    this.#whole.drawImage(picture.source, left, top, picture.width * scale, picture.height * scale)
    return { scale, left, top }
  }

  #find({ scale, left, top }: Frame): readonly Face[] {
    const square = this.#whole.getImageData(0, 0, inputSize, inputSize).data
    return this.#nets.find(square, threshold).map(({ box, score, points }) => ({
      score,
      isFront: isFront(points, box),
      box: {
        x: (box.x - left) / scale,
        y: (box.y - top) / scale,
        width: box.width / scale,
        height: box.height / scale,
      },
    }))
  }

  /** Only what the picture covers: the black bars beside it are not darkness. */
  #lit({ left, top }: Frame): Uint8ClampedArray {
    const x = Math.ceil(left)
    const y = Math.ceil(top)
    return this.#whole.getImageData(x, y, inputSize - 2 * x, inputSize - 2 * y).data
  }

  #cut(picture: Picture, box: Box, crop: (typeof crops)[number]): Uint8ClampedArray {
    const side = Math.max(box.width, box.height) * crop.side
    const x = box.x + box.width / 2 - side / 2
    const y = box.y + box.height / 2 - side / 2 + box.height * crop.down
    this.#face.fillStyle = nothing
    this.#face.fillRect(0, 0, cropSize, cropSize)
    this.#face.drawImage(picture.source, x, y, side, side, 0, 0, cropSize, cropSize)
    return this.#face.getImageData(0, 0, cropSize, cropSize).data
  }
}

/** Both eyes apart and the nose between them. In profile the mouth cannot be judged. */
function isFront(points: FacePoints, box: Box): boolean {
  const apart = points.leftEye.x - points.rightEye.x
  const tilt = points.leftEye.y - points.rightEye.y
  const along = (points.nose.x - points.rightEye.x) * apart + (points.nose.y - points.rightEye.y) * tilt
  const between = along / (apart ** 2 + tilt ** 2)
  return Math.hypot(apart, tilt) > 0.22 * box.width && between > 0 && between < 1
}

function contextOf(side: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true, alpha: false })
  if (context === null) throw new Error('No canvas could be had')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'medium'
  return context
}
