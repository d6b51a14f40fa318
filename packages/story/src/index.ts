export { Carving, CarvingRecord, lastsOf, rounded, touchesOf } from './carving.ts'
export {
  bandsOf,
  type ChronicleBand,
  type ChronicleLabel,
  type ChronicleRoom,
  type ChronicleTick,
  closeTo,
  labelsOf,
  narrowest,
  panned,
  type TimeView,
  ticksOf,
  wholeOf,
  zoomed,
} from './chronicle.ts'
export { Cue, cuesAt, MotionCue, PrintArea, SoundCue } from './cue.ts'
export {
  Group,
  GroupCommand,
  groupBegins,
  largestGroup,
  lineOnward,
  nextGroup,
  paceLimits,
  type RunList,
} from './group.ts'
export { guidingHand } from './hands.ts'
export { canHold, dayNumber, daysOf, KnownDate, type Precision, precisionOf, Span } from './known-date.ts'
export { Card, CardId, Moment, MomentId, Question } from './moment.ts'
export { Programme, ProgrammeId, ProgrammeItem, pagesOfItem } from './programme.ts'
export { nextQuiz, type Quiz, type QuizEvent, quizBegins } from './quiz.ts'
export { Sand } from './sand.ts'
export { ProcessorField } from './sand-field.ts'
export {
  bankOf,
  carriedBy,
  filmOf,
  grainOf,
  type Push,
  restOf,
  type SandArea,
  type SandField,
  type SandTouch,
  sandRules,
} from './sand-rules.ts'
export { atRest, type Bearing, bearingAt, type Envelope, envelopeOf, loudnessAt, spokenEnvelope } from './speaking.ts'
export { drawingLasts, stirOf } from './stir.ts'
export { Chapter, Recording, Story, StoryId } from './story.ts'
export { isClear, optics, Surface, seen, worstContrast } from './surface.ts'
export {
  isGoingOn,
  nextTelling,
  storyAt,
  type Telling,
  type TellingEvent,
  type TellingRules,
  toldOf,
  type Voice,
} from './telling.ts'
export {
  isLit,
  lengthOf,
  momentOf,
  type Phrase,
  pagesOf,
  phraseAt,
  type SpokenWord,
  timelineOf,
  wordsOf,
} from './timeline.ts'
export {
  areaOf,
  besideZone,
  ObjectZone,
  type Outline,
  problemOf,
  type Rectangle,
  type Way,
  type ZoneProblem,
  zoneEndsAt,
} from './zone.ts'
