import {
  beadsOf,
  type CardSide,
  cardInks,
  inkOf,
  type Mark,
  outlineOf,
  replayOf,
  type Stroke,
} from '@riverside/postcard'
import { drawMarks } from './draw-side.ts'
import type { ShownCard } from './shown-card.ts'

/** Milliseconds the finished card is given its cachet after the last stroke. */
const rest = 350

/**
 * Plays the writing on a canvas: the card without ink, then every stroke as the hand wrote it, then the cachet.
 * @returns what stops it, without calling `done`.
 */
export function playWriting(
  canvas: HTMLCanvasElement,
  front: CardSide,
  card: ShownCard,
  width: number,
  done: () => void,
): () => void {
  const scale = width / front.width
  canvas.width = width
  canvas.height = Math.round(front.height * scale)
  const shown = canvas.getContext('2d')
  const dry = document.createElement('canvas')
  dry.width = canvas.width
  dry.height = canvas.height
  const paper = dry.getContext('2d')
  if (shown === null || paper === null) {
    done()
    return () => {}
  }
  paper.setTransform(scale, 0, 0, scale, 0, 0)
  drawMarks(paper, front.marks.filter(isBeforeInk), card)
  const { strokes } = card.draft
  const replay = replayOf(strokes)
  let whole = 0
  let frame = 0
  let began: number | undefined
  const tick = (now: number): void => {
    began = began ?? now
    const written = replay.after(now - began)
    for (; whole < written.whole; whole++) {
      const stroke = strokes[whole]
      if (stroke) drawInk(paper, stroke, outlineOf(stroke))
    }
    shown.setTransform(1, 0, 0, 1, 0, 0)
    shown.drawImage(dry, 0, 0)
    const stroke = strokes[written.whole]
    if (stroke && written.part.length > 0) {
      shown.setTransform(scale, 0, 0, scale, 0, 0)
      drawInk(shown, stroke, inkOf(stroke.pen, beadsOf({ pen: stroke.pen, points: [...written.part] })))
    }
    if (now - began >= replay.length + rest) {
      done()
      return
    }
    frame = requestAnimationFrame(tick)
  }
  frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}

const isBeforeInk = (mark: Mark): boolean =>
  mark.mark === 'picture' || (mark.part !== 'writing' && mark.part !== 'cachet')

function drawInk(context: CanvasRenderingContext2D, { pen, ink }: Stroke, path: string): void {
  context.save()
  context.fillStyle = cardInks[ink]
  context.globalAlpha = pen === 'pencil' ? 0.78 : 1
  context.fill(new Path2D(path))
  context.restore()
}
