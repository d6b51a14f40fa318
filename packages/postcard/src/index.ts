export { type CachetWords, cachet } from './cachet.ts'
export { addressSide, type Card, compose, dotted, messageSide } from './compose.ts'
export { Draft, StationWords } from './draft.ts'
export { CardFace, type CardInk, type CardSide, cardInks, isWide, type Mark, type Part } from './mark.ts'
export { type Bead, beadsOf, hullOf, outlineOf, StrokeShaper } from './outline.ts'
export { isOver, PrinterTrouble, PrintState, printStateOf, troubleOf } from './print-job.ts'
export { type CardScene, Scene, SceneId } from './scene.ts'
export { emptySheet, isFull, redone, type Sheet, undone, written } from './sheet.ts'
export { cardSize, InkName, InkPoint, inkLimits, Pen, pointsOf, Stroke, Strokes, thinned } from './stroke.ts'
export {
  type HandAction,
  nextHand,
  restingHand,
  type Touch,
  type TouchEvent,
  type WritingHand,
} from './writing-hand.ts'
