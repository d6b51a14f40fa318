export { Cue, cuesAt, MotionCue, PrintArea, SoundCue } from './cue.ts'
export { guidingHand } from './hands.ts'
export { canHold, dayNumber, daysOf, KnownDate, type Precision, precisionOf, Span } from './known-date.ts'
export { Card, CardId, Moment, MomentId, Question } from './moment.ts'
export { Sand } from './sand.ts'
export { type SandArea, type SandTouch, sandRules } from './sand-rules.ts'
export { Chapter, Recording, Story, StoryId } from './story.ts'
export {
  isGoingOn,
  nextTelling,
  storyBegins,
  type Telling,
  type TellingEvent,
  type TellingRules,
  toldOf,
  type Voice,
} from './telling.ts'
export { isLit, lengthOf, momentOf, type Phrase, pagesOf, phraseAt, timelineOf } from './timeline.ts'
