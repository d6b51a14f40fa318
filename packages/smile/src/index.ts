export {
  type CalibrationState,
  calibrationRules,
  calibrationState,
  kappa,
  type Tally,
} from './figures/agreement.ts'
export type { BreakdownKey } from './figures/breakdown.ts'
export {
  Bucket,
  type BucketFault,
  Door,
  definitionsVersion,
  Mode,
  readBucket,
} from './figures/bucket.ts'
export {
  dayAfter,
  dayOf,
  dayStart,
  hourOf,
  isDay,
  monthsBefore,
  quarterAt,
  quarterLength,
  shanghaiText,
  startOf,
} from './figures/calendar.ts'
export {
  type CalibrationTally,
  calibrationOf,
  emptyTally,
  type Observed,
  observed,
  type TallyVerdict,
  tallied,
  tallyTogether,
  verdictOf,
} from './figures/calibration-tally.ts'
export {
  type ClusteredRate,
  type ClusterSums,
  clusteredRate,
  type DayDifference,
  dayDifference,
  sumsOf,
} from './figures/clusters.ts'
export {
  comparedCaption,
  comparedLines,
  comparisonWarnings,
  sideNames,
  verdictSentence,
} from './figures/comparison-words.ts'
export {
  type ChartPoint,
  type ControlChart,
  type CountCheck,
  checkCount,
  controlChart,
} from './figures/control-chart.ts'
export { type CounterCheck, type CounterVerdict, checkCounter, counterCheckRules } from './figures/counter-check.ts'
export {
  type Calibration,
  type Corrected,
  correctedByOne,
  correctedByTwo,
  langReiczigel,
  trueRate,
} from './figures/detector-correction.ts'
export { agrestiCaffo, differenceOf, type Interval, newcombe, type Share, wilson } from './figures/intervals.ts'
export { noiseBase, noiseDeviation, noisy } from './figures/noise.ts'
export { type PairedDifference, type Pairs, pairedDifference } from './figures/pairs.ts'
export { namedPeriod, type PeriodName, periodBefore, periodNames, periodOf, readPeriod } from './figures/periods.ts'
export {
  type BreakdownRow,
  type Calibrations,
  type DeltaNote,
  type Flag,
  type PublishedCorrection,
  type PublishedDelta,
  type PublishedPairs,
  type PublishedReport,
  type PublishedRow,
  type PublishedStay,
  type PublishedTable,
  publish,
  publishStation,
  publishStationWith,
  type StationTables,
  type StayNote,
} from './figures/publication.ts'
export {
  type ComparedDoor,
  type PublishedComparison,
  publishComparison,
  shareDays,
} from './figures/published-comparison.ts'
export type { DoorNote, PublishedDoor } from './figures/published-door.ts'
export {
  type PublishedReceptions,
  publishReceptions,
  type ReceivedGroup,
  type ReceptionFigures,
  type ReceptionNote,
} from './figures/published-receptions.ts'
export { type Presses, type SelfReport, selfReport } from './figures/self-report.ts'
export {
  add,
  type Counts,
  type DoorTotals,
  nobody,
  nothing,
  type Slice,
  type SliceLength,
  slicesOf,
} from './figures/slice.ts'
export { bands, visitTypes, weekparts } from './figures/strata.ts'
export { stricter, type Thresholds, thresholds } from './figures/thresholds.ts'
export { closureOf, type Grain, type Period } from './figures/totals.ts'
export { median } from './median.ts'
export {
  type Counted,
  CounterLines,
  type CounterRules,
  type CounterState,
  type CounterWatch,
  counterFrom,
  counterHeard,
  counterRules,
  counterState,
  faceRead,
  readCounterLine,
} from './metering/counter.ts'
export { type CoverageCount, covered, noCoverage, reported } from './metering/coverage.ts'
export {
  Decision,
  type DecisionRules,
  decide,
  decisionRules,
  decisionRulesFor,
  ThresholdTable,
} from './metering/decision.ts'
export { detectorVersion, detectorVersionWith } from './metering/detector.ts'
export { type Box, centreOf, type FaceSeen, grown, type Look, overlap, sizeOf } from './metering/face.ts'
export { LightClass, type LightWatch, lightClassOf, watchLight } from './metering/light.ts'
export { AmbientMeter, type MeterRules, meterRules, type Passage, TapReading } from './metering/meter.ts'
export { ambientNotice, type Notice, notice, noticeAloud, noticeLines } from './metering/notice.ts'
export { answerPaces, isInPace, paced, wrongTicketPaces } from './metering/pace.ts'
export { type PartyCount, partyOf } from './metering/party.ts'
export {
  type PictureFacts,
  type PictureState,
  type PictureWatch,
  pictureFacts,
  watchPicture,
} from './metering/picture.ts'
export { SubjectReader, type SubjectSight } from './metering/subject.ts'
export {
  codeOfSigns,
  codeOfToken,
  signsOfCode,
  signsOnTicket,
  stayBinOf,
  stayBins,
  TicketCode,
  type TicketSign,
  ticketSigns,
} from './metering/ticket.ts'
export {
  emptyTracker,
  follow,
  type Judgement,
  sweep,
  type Track,
  type Tracker,
  trackerRules,
} from './metering/tracker.ts'
