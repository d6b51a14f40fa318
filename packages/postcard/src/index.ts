export { type CachetWords, cachet } from './cachet.ts'
export { addressSide, type Card, compose, dotted } from './compose.ts'
export { Draft, StationWords } from './draft.ts'
export { Greeting } from './greeting.ts'
export { type Glyph, type Lettering, letteringOf, setLine } from './lettering.ts'
export {
  CardLook,
  characterBoxes,
  Frame,
  type MessageSide,
  messageSideOf,
  plainLook,
  Room,
  Ruling,
} from './look.ts'
export { type Box, CardFace, type CardInk, type CardSide, cardInks, isWide, type Mark, type Part } from './mark.ts'
export { type Bead, beadsOf, inkOf, outlineOf, StrokeShaper } from './outline.ts'
export {
  Affine,
  correctedBy,
  FaceReadings,
  identity,
  offOf,
  PrintCorrection,
  type ReadingProblem,
  type Ruler,
  readSheet,
  rulerStart,
  rulers,
} from './print-calibration.ts'
export {
  type Course,
  heldFor,
  nextCourse,
  type PrintSight,
  type Stillness,
  sentCourse,
  stillnessOf,
} from './print-course.ts'
export { isOver, type JobState, jobStateOf, PrinterTrouble, PrintState, printStateOf, troubleOf } from './print-job.ts'
export { cardMedia } from './print-media.ts'
export { calibrationSheet } from './print-sheet.ts'
export { type Replay, replayOf, type Written } from './replay.ts'
export { type CardScene, ownPhotoPicture, Scene, SceneId, sceneOfPhoto, Theme } from './scene.ts'
export { emptySheet, isFull, redone, type Sheet, undone, written } from './sheet.ts'
export { cardSize, InkName, InkPoint, inkLimits, lengthOf, Pen, pointsOf, Stroke, Strokes, thinned } from './stroke.ts'
export { Suggestions, suggestionsFor } from './suggestions.ts'
export { cardOf, type LinkedCard, type LinkProblem } from './take-home/card-link.ts'
export {
  type CardLink,
  codeText,
  type GuestNetwork,
  linkOf,
  networkText,
  type Way,
  waysOut,
} from './take-home/ways.ts'
export {
  type HandAction,
  nextHand,
  restingHand,
  type Touch,
  type TouchEvent,
  type WritingHand,
} from './writing-hand.ts'
