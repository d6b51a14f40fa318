export { abeamHold, abeamOf, abeamReach } from './abeam.ts'
export { type Bearing, bearingOf, degrees, norm360, radians, shortest, type Vector, vectorOf } from './angles.ts'
export { type AxisReading, AxisSettings, AxisTravel, overOf, readAxis, unreadAxis } from './axis.ts'
export {
  type Calibrating,
  type CalibratingEvent,
  calibrate,
  HelmSight,
  notCalibrating,
  shownTurns,
  type Wheel,
} from './calibrating.ts'
export {
  type AtRest,
  atRestOf,
  drawnTurns,
  type Measured,
  noTrack,
  type RestProblem,
  type Track,
  type TurnNote,
  type TurnProblem,
  tracked,
  turnOf,
} from './calibration.ts'
export { calibrationWords, figureOf, silenceOf, toldOf } from './calibration-words.ts'
export { type CounterReading, CounterSettings, HelmDirection, readCounts, unread } from './counts.ts'
export { type Course, courseAt, courseOf } from './course.ts'
export { type Crossing, cross, isSettled, settledAt } from './crossing.ts'
export { type Cruise, castOff, cruise, haltsOf } from './cruise.ts'
export { HelmCalibration, HelmDriver, type HelmKind, withCalibration } from './helm-driver.ts'
export {
  ahead,
  drifted,
  glance,
  holdLook,
  houseLimits,
  type Look,
  limitsBetween,
  lookBack,
  lookBy,
  looksStill,
} from './look.ts'
export { Node, Sphere, ViewLimits } from './node.ts'
export { lookedAt, type Outline, spanOf } from './outline.ts'
export { goneFrom, inOrder, type Passage, passageAt, wantedNodes } from './passage.ts'
export { chainageFor, paidOutFor, type Quay, quayOf } from './quay.ts'
export {
  likeness,
  type Pixels,
  reproject,
  reprojectTiles,
  type Sampler,
  sampleEquirectangular,
  sampleTiles,
  type TiledLevel,
} from './reproject.ts'
export { bendAt, halfWidth, type RiverPoint, riverAt } from './river.ts'
export { chainageOf, liesStill, makeFor, type Ship, sail, shipAt, turnHelm } from './ship.ts'
export { Stop, StopId, shortName } from './stop.ts'
export { settledView, TakenView, takenViewPath } from './taken-view.ts'
export {
  type Face,
  faceDirection,
  faceOf,
  faces,
  levelSizes,
  type TileAddress,
  tilePath,
  tileSize,
  tilesAlong,
  tilesOf,
} from './tiles.ts'
export { TilesFile } from './tiles-file.ts'
export { eyeToWorld, onScreen, type Ray, rayThrough, type View } from './view.ts'
export { inSight, shownMetres, whereAmI } from './where.ts'
