import { type Box, centreOf, type FaceSeen, grown, type Look, overlap, sizeOf } from './face.ts'

/** One face followed from look to look. It knows where it is and how it was judged, never who it is. */
export type Track = {
  readonly id: number
  readonly box: Box
  /** Pixels a millisecond of the box's centre. */
  readonly velocity: { readonly x: number; readonly y: number }
  readonly firstSeen: number
  readonly lastSeen: number
  readonly sightings: number
  /** Judgements of the last four seconds in which it was seen. */
  readonly judgements: readonly Judgement[]
}

export type Judgement = { readonly at: number; readonly happy: number }

export type Tracker = { readonly tracks: readonly Track[]; readonly nextId: number }

export const emptyTracker: Tracker = { tracks: [], nextId: 1 }

export type TrackerRules = {
  /** Detector scores from here on are matched first; weaker boxes only continue tracks that are left over. */
  readonly strong: number
  readonly weakest: number
  /** A new track needs this score and this side length in pixels. */
  readonly newScore: number
  readonly newSize: number
  /** Milliseconds without a sight after which a track is over; never more than 3000 (P-04). */
  readonly lostAfter: number
  readonly atMost: number
  /** Milliseconds of judgements that are kept. */
  readonly memory: number
}

/** Measured on drawn-room clips: see the package's README. */
export const trackerRules: TrackerRules = {
  strong: 0.5,
  weakest: 0.3,
  newScore: 0.4,
  newSize: 36,
  lostAfter: 1000,
  atMost: 16,
  memory: 4000,
}

/**
 * Follows faces through one more look, in the order of ByteTrack (Zhang et al. 2022): strong boxes choose their tracks first,
 * weak boxes may only continue what is left, and only strong enough boxes found a new track. Tracks move at constant velocity,
 * so the time between looks may be anything. Returns the tracks that are over as `ended`.
 */
export function follow(
  tracker: Tracker,
  look: Look,
  rules: TrackerRules = trackerRules,
): { readonly tracker: Tracker; readonly ended: readonly Track[] } {
  const { staying, ended } = parted(tracker.tracks, look.at, rules)
  const strong = look.faces.filter((face) => face.score >= rules.strong)
  const weak = look.faces.filter((face) => face.score < rules.strong && face.score >= rules.weakest)
  const first = pairUp(staying, strong, look.at)
  const second = pairUp(first.tracks, weak, look.at)
  const continued = [...first.pairs, ...second.pairs].map(({ track, face }) => seenAgain(track, face, look.at, rules))
  const known = [...continued, ...second.tracks]
  const founded = newcomers([...first.faces, ...second.faces], known, look.at, tracker.nextId, rules)
  return {
    tracker: {
      tracks: [...known, ...founded].sort((one, other) => one.id - other.id),
      nextId: tracker.nextId + founded.length,
    },
    ended,
  }
}

/** What is still being followed when nothing has been seen since: for a camera that has stopped. */
export function sweep(
  tracker: Tracker,
  at: number,
  rules: TrackerRules = trackerRules,
): { readonly tracker: Tracker; readonly ended: readonly Track[] } {
  const { staying, ended } = parted(tracker.tracks, at, rules)
  return { tracker: { ...tracker, tracks: staying }, ended }
}

function parted(tracks: readonly Track[], at: number, rules: TrackerRules) {
  const isOver = (track: Track) => at - track.lastSeen > rules.lostAfter
  return { staying: tracks.filter((track) => !isOver(track)), ended: tracks.filter(isOver) }
}

type Pair = { readonly track: Track; readonly face: FaceSeen }

function pairUp(tracks: readonly Track[], faces: readonly FaceSeen[], at: number) {
  const candidates = tracks
    .flatMap((track) => faces.map((face) => ({ track, face, likeness: likeness(track, face.box, at) })))
    .filter((candidate) => candidate.likeness > 0)
    .sort(
      (one, other) =>
        other.likeness - one.likeness || one.track.id - other.track.id || one.face.box.x - other.face.box.x,
    )
  const pairs: Pair[] = []
  const taken = new Set<Track | FaceSeen>()
  for (const { track, face } of candidates) {
    if (taken.has(track) || taken.has(face)) continue
    taken.add(track).add(face)
    pairs.push({ track, face })
  }
  return {
    pairs,
    tracks: tracks.filter((track) => !taken.has(track)),
    faces: faces.filter((face) => !taken.has(face)),
  }
}

/** How far boxes are grown before their overlap is taken: a quick walker may leave his box between two looks. */
const reach = 1.4

/** How well a box continues a track, 0…1; 0 is impossible. */
function likeness(track: Track, box: Box, at: number): number {
  const ratio = sizeOf(box) / sizeOf(track.box)
  if (ratio < 0.55 || ratio > 1.8) return 0
  if (turnsBack(track, box, at)) return 0
  const common = overlap(grown(expected(track, at), reach), grown(box, reach))
  return common >= 0.15 ? common : 0
}

/** Nobody who walks turns round between two looks: such a box belongs to somebody coming the other way. */
function turnsBack(track: Track, box: Box, at: number): boolean {
  const wait = at - track.lastSeen
  const moved = centreOf(box).x - centreOf(track.box).x
  const walking = Math.abs(track.velocity.x) * 1000 > 0.6 * sizeOf(track.box)
  return (
    walking &&
    track.sightings >= 4 &&
    wait > 0 &&
    moved * track.velocity.x < 0 &&
    Math.abs(moved) > 0.35 * sizeOf(track.box)
  )
}

/** Where a track is by now if it goes on as it went. A guess reaches no further than its own size. */
function expected(track: Track, at: number): Box {
  const wait = at - track.lastSeen
  const limit = sizeOf(track.box) * 1.5
  const within = (way: number) => Math.max(-limit, Math.min(limit, way))
  return {
    ...track.box,
    x: track.box.x + within(track.velocity.x * wait),
    y: track.box.y + within(track.velocity.y * wait),
  }
}

/** Milliseconds after which a new velocity has replaced two thirds of the old one. */
const settling = 200

function seenAgain(track: Track, face: FaceSeen, at: number, rules: TrackerRules): Track {
  const wait = Math.max(1, at - track.lastSeen)
  const from = centreOf(track.box)
  const to = centreOf(face.box)
  const weight = track.sightings === 1 ? 1 : 1 - Math.exp(-wait / settling)
  const mixed = (old: number, now: number) => old + (now - old) * weight
  return {
    ...track,
    box: face.box,
    velocity: {
      x: mixed(track.velocity.x, (to.x - from.x) / wait),
      y: mixed(track.velocity.y, (to.y - from.y) / wait),
    },
    lastSeen: at,
    sightings: track.sightings + 1,
    judgements: [...track.judgements, ...judged(face, at)].filter((judgement) => at - judgement.at <= rules.memory),
  }
}

const judged = (face: FaceSeen, at: number): readonly Judgement[] =>
  face.happy === undefined ? [] : [{ at, happy: face.happy }]

function newcomers(
  faces: readonly FaceSeen[],
  known: readonly Track[],
  at: number,
  nextId: number,
  rules: TrackerRules,
): readonly Track[] {
  return faces
    .filter((face) => face.score >= rules.newScore && sizeOf(face.box) >= rules.newSize)
    .sort((one, other) => other.score - one.score || one.box.x - other.box.x)
    .slice(0, Math.max(0, rules.atMost - known.length))
    .map((face, index) => ({
      id: nextId + index,
      box: face.box,
      velocity: { x: 0, y: 0 },
      firstSeen: at,
      lastSeen: at,
      sightings: 1,
      judgements: judged(face, at),
    }))
}
