export { type CoverageCount, covered, noCoverage, reported } from './metering/coverage.ts'
export { Decision, type DecisionRules, decide, decisionRules, median } from './metering/decision.ts'
export { type Box, centreOf, type FaceSeen, grown, type Look, overlap, sizeOf } from './metering/face.ts'
export { AmbientMeter, type MeterRules, meterRules, type Passage, TapReading } from './metering/meter.ts'
export { type PartyCount, partyOf } from './metering/party.ts'
export {
  type PictureFacts,
  type PictureState,
  type PictureWatch,
  pictureFacts,
  watchPicture,
} from './metering/picture.ts'
export {
  emptyTracker,
  follow,
  type Judgement,
  sweep,
  type Track,
  type Tracker,
  trackerRules,
} from './metering/tracker.ts'
