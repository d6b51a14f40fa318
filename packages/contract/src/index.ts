export { EventReader, eventsPath, StationEvent, writeEvent } from './events.ts'
export {
  Compare,
  Comparison,
  ComplianceState,
  DoorFigures,
  FiguresFormat,
  FiguresQuery,
  FiguresRow,
  figuresFilePath,
  Headline,
  readCompare,
  readSmileMode,
  readStats,
  readToday,
  Stats,
  setSmileMode,
  Today,
} from './figures.ts'
export {
  endFromPhone,
  endGroup,
  GroupView,
  GuideView,
  guidePagePath,
  leadFromPhone,
  leadGroup,
  openGroup,
  Pairing,
  pairAgain,
  pairGuide,
  Reception,
  readGroup,
  readGuide,
  readReceptions,
} from './group.ts'
export { DeviceState, Health, readHealth, reportScreen } from './health.ts'
export {
  dropCalibration,
  HelmReadings,
  helmWatchLasts,
  KeptCalibration,
  keepCalibration,
  reportHelm,
  watchHelm,
} from './helm.ts'
export { HelmLines, helmBaudRate, helmLine } from './helm-line.ts'
export {
  type HelmTrace,
  readHelmTrace,
  sayTraceFaults,
  type TraceFault,
  type TraceHead,
  type TracePoint,
  traceLine,
} from './helm-trace.ts'
export { Batch, batchRows, readHubHealth, sendBatch } from './hub.ts'
export { dropObjectZone, KeptZone, keepObjectZone, readObjectZone } from './object-zone.ts'
export { pagePolicy } from './page-policy.ts'
export {
  CardHeader,
  CarvedPrint,
  deletePostcard,
  keepPostcard,
  OwnPhoto,
  PostcardDraft,
  printPostcard,
  readLetters,
  readTakeAway,
  sealedCardPath,
  takenViewPicturePath,
} from './postcards.ts'
export {
  dropPrinterCalibration,
  keepPrinterCalibration,
  type Off,
  PaperTray,
  Print,
  PrintedSides,
  PrinterDesk,
  type PrintRefusal,
  printCalibrationSheet,
  RulerName,
  readPrint,
  readPrinter,
  readPrinterDesk,
  refillPaper,
  resumePrinter,
} from './printing.ts'
export {
  type Caller,
  call,
  type Fetch,
  type Method,
  Nothing,
  Refusal,
  type Route,
  route,
  type Wire,
  type WireProblem,
} from './route.ts'
export { HelmNews, type Shell, type ShellCall, type ShellContract, shellChannel, shellContract } from './shell.ts'
export {
  adoptDoorCalibration,
  CalibrationView,
  CounterCheckView,
  checkPassages,
  DoorWatch,
  doorWatchLasts,
  dropDoorCalibration,
  FaceFrame,
  holdDoorView,
  judgeSubject,
  Observer,
  reportSubject,
  skipSubject,
  watchDoor,
} from './smile-calibration.ts'
export {
  Coverage,
  Passages,
  recordCounterLines,
  recordCoverage,
  recordPassages,
  recordReading,
  SmileReading,
} from './smile-readings.ts'
export { giveTicket, issueTicket, ReadingReceipt, recordAnswer, SelfReportAnswer } from './smile-visitor.ts'
export { InstalledPack, installPackPath, Pin, RefusedPack, setFirstPin, signIn, signOut } from './staff.ts'
export { mediaPath, readStation, Station } from './station.ts'
export { StationFile } from './station-file.ts'
export { StationProcessNews, stopStation } from './station-process.ts'
export { readWall, Wall, type WallPeriod, type WallPoint } from './wall.ts'
