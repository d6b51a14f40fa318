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
  /** Milliseconds without a sight after which a track no longer chooses among faces. */
  readonly lostAfter: number
  /** Milliseconds without a sight after which it is over and nothing is left of it; never more than 3000 (P-04). */
  readonly overAfter: number
  readonly atMost: number
  /** Milliseconds of judgements that are kept. */
  readonly memory: number
}

/**
 * Chosen on two drawn-room clips, forwards and backwards, at ten looks a second and with pauses as a busy machine makes them, down to
 * three: people who cross, hide each other for a second, and leave by the edge by which the next one comes in.
 */
export const trackerRules: TrackerRules = {
  strong: 0.5,
  weakest: 0.3,
  newScore: 0.4,
  newSize: 36,
  lostAfter: 1200,
  overAfter: 2900,
  atMost: 16,
  memory: 4000,
}

/** Milliseconds for which a track that was just seen goes before those that were lost: the one in front keeps its own face. */
const freshFor = 500

/**
 * Follows faces through one more look, in the order of ByteTrack (Zhang et al. 2022): strong boxes choose their tracks first,
 * weak boxes may only continue what is left, and only strong enough boxes found a new track. Tracks move at constant velocity,
 * so the time between looks may be anything. A face that appears amid the picture where one was lost is that one again: people come in by
 * the edges. Returns the tracks that are over as `ended`.
 */
export function follow(
  tracker: Tracker,
  look: Look,
  rules: TrackerRules = trackerRules,
): { readonly tracker: Tracker; readonly ended: readonly Track[] } {
  const { staying: remembered, ended } = parted(tracker.tracks, look.at, rules)
  const isLost = (track: Track) => look.at - track.lastSeen > rules.lostAfter
  const staying = remembered.filter((track) => !isLost(track))
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
  const back = comeBack(remembered.filter(isLost), [...lost.faces, ...second.faces], look, rules)
  const continued = [...fresh.pairs, ...lost.pairs, ...second.pairs, ...back.pairs].map(({ track, face }) =>
    seenAgain(track, face, look, rules),
  )
  const gone = second.tracks.filter((track) => hasWalkedOut(track, look))
  const known = [...continued, ...back.tracks, ...second.tracks.filter((track) => !gone.includes(track))]
  const founded = newcomers(back.faces, known, look.at, tracker.nextId, rules)
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
  const isOver = (track: Track) => at - track.lastSeen > rules.overAfter
  return { staying: tracks.filter((track) => !isOver(track)), ended: tracks.filter(isOver) }
}

type Pair = { readonly track: Track; readonly face: FaceSeen }

/** Sizes of a face from either edge within which somebody may just have come in; and from where a face was lost to where it is back. */
const edge = 1.2
const back = 0.6

/** Lost tracks and faces that belong together though the one was out of sight for longer than any guess of its way holds. */
function comeBack(lost: readonly Track[], faces: readonly FaceSeen[], look: Look, rules: TrackerRules) {
  const amid = faces.filter(({ box, score }) => {
    const { x } = centreOf(box)
    const room = edge * sizeOf(box)
    return score >= rules.newScore && x >= room && x <= look.width - room
  })
  const candidates = lost.flatMap((track) =>
    amid.map((face) => ({ track, face, likeness: 1 - awayFrom(track, face.box) / back })),
  )
  const { pairs, tracks, taken } = chosen(lost, candidates)
  return { pairs, tracks, faces: faces.filter((face) => !taken.has(face)) }
}

/** Sizes of the face between where a track was last seen and a box; infinite where their sizes are not alike. */
function awayFrom(track: Track, box: Box): number {
  const ratio = sizeOf(box) / sizeOf(track.box)
  if (ratio < 0.6 || ratio > 1.7) return Number.POSITIVE_INFINITY
  const [there, here] = [centreOf(track.box), centreOf(box)]
  return Math.hypot(there.x - here.x, there.y - here.y) / sizeOf(track.box)
}

function pairUp(tracks: readonly Track[], faces: readonly FaceSeen[], at: number) {
  const candidates = tracks.flatMap((track) =>
    faces.map((face) => ({ track, face, likeness: likeness(track, face.box, at) })),
  )
  const { pairs, tracks: left, taken } = chosen(tracks, candidates)
  return { pairs, tracks: left, faces: faces.filter((face) => !taken.has(face)) }
}

/** The likeliest pair first, each track and each face once; what is impossible is left out. */
function chosen(tracks: readonly Track[], candidates: readonly (Pair & { readonly likeness: number })[]) {
  const sorted = candidates
    .filter((candidate) => candidate.likeness > 0)
    .sort(
      (one, other) =>
        other.likeness - one.likeness || one.track.id - other.track.id || one.face.box.x - other.face.box.x,
    )
  const pairs: Pair[] = []
  const taken = new Set<Track | FaceSeen>()
  for (const { track, face } of sorted) {
    if (taken.has(track) || taken.has(face)) continue
    taken.add(track).add(face)
    pairs.push({ track, face })
  }
  return { pairs, tracks: tracks.filter((track) => !taken.has(track)), taken }
}

/** How well a box continues a track, 0…1; 0 is impossible. Distances are in sizes of the face, so near and far ones are alike. */
function likeness(track: Track, box: Box, at: number): number {
  const wait = at - track.lastSeen
  const ratio = sizeOf(box) / sizeOf(track.box)
  if (ratio < 0.5 || ratio > 2) return 0
  const there = centreOf(box)
  if (turnsBack(track, there.x, wait)) return 0
  const away = offTheWay(centreOf(track.box), centreOf(expected(track, at)), there) / sizeOf(track.box)
  return Math.max(0, 1 - away / furthest(track, wait))
}

/** The longer a face was out of sight, the less is known of where it went, and least where it was seen but once. In sizes of the face. */
const furthest = (track: Track, wait: number): number =>
  0.9 + (track.sightings === 1 ? 3 : 0.5) * Math.min(1, wait / 1000)

type Place = { readonly x: number; readonly y: number }

/**
 * Pixels between a place and the way from where a face was to where it would be by now. Whoever walks may slow down, so short of the
 * end of that way counts less than beside it.
 */
function offTheWay(from: Place, to: Place, place: Place): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2
  const along =
    length === 0 ? 1 : ((place.x - from.x) * (to.x - from.x) + (place.y - from.y) * (to.y - from.y)) / length
  const part = Math.max(0, Math.min(1, along))
  const beside = Math.hypot(place.x - from.x - part * (to.x - from.x), place.y - from.y - part * (to.y - from.y))
  return part < 1 ? beside + 0.3 * Math.hypot(place.x - to.x, place.y - to.y) : beside
}

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
