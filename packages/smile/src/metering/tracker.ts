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

/**
 * Chosen on two drawn-room clips, forwards and backwards, with one look in ten, four and three left out at random: people who
 * cross, hide each other for a second, and leave by the edge by which the next one comes in.
 */
export const trackerRules: TrackerRules = {
  strong: 0.5,
  weakest: 0.3,
  newScore: 0.4,
  newSize: 36,
  lostAfter: 1200,
  atMost: 16,
  memory: 4000,
}

/** Milliseconds for which a track that was just seen goes before those that were lost: the one in front keeps its own face. */
const freshFor = 260

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
  const isFresh = (track: Track) => look.at - track.lastSeen <= freshFor
  const fresh = pairUp(staying.filter(isFresh), strong, look.at)
  const lost = pairUp(
    staying.filter((track) => !isFresh(track)),
    fresh.faces,
    look.at,
  )
  const second = pairUp([...fresh.tracks, ...lost.tracks], weak, look.at)
  const continued = [...fresh.pairs, ...lost.pairs, ...second.pairs].map(({ track, face }) =>
    seenAgain(track, face, look, rules),
  )
  const gone = second.tracks.filter((track) => hasWalkedOut(track, look))
  const known = [...continued, ...second.tracks.filter((track) => !gone.includes(track))]
  const founded = newcomers([...lost.faces, ...second.faces], known, look.at, tracker.nextId, rules)
  return {
    tracker: {
      tracks: [...known, ...founded].sort((one, other) => one.id - other.id),
      nextId: tracker.nextId + founded.length,
    },
    ended: [...ended, ...gone],
  }
}

/** Not seen, and by its way out of the picture: whoever comes in at that edge next is somebody else. */
function hasWalkedOut(track: Track, look: Look): boolean {
  const { x } = centreOf(expected(track, look.at))
  return x < 0 || x > look.width
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

/** How well a box continues a track, 0…1; 0 is impossible. Distances are in sizes of the face, so near and far ones are alike. */
function likeness(track: Track, box: Box, at: number): number {
  const wait = at - track.lastSeen
  const ratio = sizeOf(box) / sizeOf(track.box)
  if (ratio < 0.5 || ratio > 2) return 0
  const there = centreOf(box)
  const expectedAt = centreOf(expected(track, at))
  const away = Math.hypot(there.x - expectedAt.x, there.y - expectedAt.y) / sizeOf(track.box)
  if (turnsBack(track, there.x, wait)) return 0
  return Math.max(0, 1 - away / furthest(wait))
}

/** The longer a face was out of sight, the less is known of where it went. In sizes of the face. */
const furthest = (wait: number): number => 0.9 + 0.5 * Math.min(1, wait / 1000)

/** Nobody who walks turns round between two looks: such a box belongs to somebody coming the other way. */
function turnsBack(track: Track, x: number, wait: number): boolean {
  const size = sizeOf(track.box)
  const isWalking = track.sightings >= 4 && Math.abs(track.velocity.x) * 1000 > 0.4 * size
  const moved = (x - centreOf(track.box).x) / size
  return isWalking && wait > 0 && moved * track.velocity.x < 0 && Math.abs(moved) > 0.12
}

/** Where a track is by now if it goes on as it went. A guess reaches no further than twice its own size. */
function expected(track: Track, at: number): Box {
  const wait = at - track.lastSeen
  const limit = sizeOf(track.box) * 2
  const within = (way: number) => Math.max(-limit, Math.min(limit, way))
  return {
    ...track.box,
    x: track.box.x + within(track.velocity.x * wait),
    y: track.box.y + within(track.velocity.y * wait),
  }
}

function seenAgain(track: Track, face: FaceSeen, look: Look, rules: TrackerRules): Track {
  const at = look.at
  const wait = Math.max(1, at - track.lastSeen)
  const from = centreOf(track.box)
  const to = centreOf(face.box)
  const weight = track.sightings === 1 ? 1 : 1 - Math.exp(-wait / settling(face, look))
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

/**
 * Milliseconds after which a new velocity has replaced two thirds of the old one. A face half hidden behind another seems to
 * slow down or turn; what it did before is the better guess.
 */
function settling(face: FaceSeen, look: Look): number {
  const isCrowded = look.faces.some((other) => other !== face && overlap(grown(other.box, 0.9), face.box) > 0)
  return isCrowded ? 600 : 80
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
