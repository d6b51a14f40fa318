import { type Decision, type DecisionRules, decide, decisionRules } from './decision.ts'
import { type Look, sizeOf } from './face.ts'
import { emptyTracker, follow, sweep, type Track, type Tracker, type TrackerRules, trackerRules } from './tracker.ts'

export type MeterRules = {
  readonly tracker: TrackerRules
  readonly decision: DecisionRules
  /** Milliseconds from first to last sight that make a face a visitor. */
  readonly visitorAfter: number
  /** Milliseconds a reading by tap lasts at most. */
  readonly readingLasts: number
}

export const meterRules: MeterRules = {
  tracker: trackerRules,
  decision: decisionRules,
  visitorAfter: 800,
  readingLasts: 4000,
}

/** One visitor who went by, with the answer of the reading. `judgements` says how many looks it stands on. */
export type Passage = { readonly decision: Decision; readonly judgements: number }

/** Ambient metering: every face that stayed long enough is one passage, said once, when it has gone. */
export class AmbientMeter {
  #tracker: Tracker = emptyTracker
  readonly #rulesNow: () => MeterRules

  /** @param rulesNow is asked anew at every look: the light changes, and with it the threshold. */
  constructor(rulesNow: () => MeterRules = () => meterRules) {
    this.#rulesNow = rulesNow
  }

  /** Faces followed at present, those only glimpsed included. */
  get following(): number {
    return this.#tracker.tracks.length
  }

  see(look: Look): readonly Passage[] {
    return this.#take(follow(this.#tracker, look, this.#rulesNow().tracker))
  }

  /** Nothing was seen, but time passed. */
  wait(at: number): readonly Passage[] {
    return this.#take(sweep(this.#tracker, at, this.#rulesNow().tracker))
  }

  /** The camera stops: whoever is still followed has been read as far as he will be. Nothing is remembered afterwards. */
  end(): readonly Passage[] {
    const { tracks } = this.#tracker
    this.#tracker = emptyTracker
    return passagesOf(tracks, this.#rulesNow())
  }

  #take(step: { readonly tracker: Tracker; readonly ended: readonly Track[] }): readonly Passage[] {
    this.#tracker = step.tracker
    return passagesOf(step.ended, this.#rulesNow())
  }
}

function passagesOf(tracks: readonly Track[], rules: MeterRules): readonly Passage[] {
  return tracks
    .filter((track) => track.lastSeen - track.firstSeen >= rules.visitorAfter)
    .map((track) => ({ decision: decide(track.judgements, rules.decision), judgements: track.judgements.length }))
}

/** One reading by tap: it begins with its first look and answers once, when its four seconds are over. */
export class TapReading {
  #tracker: Tracker = emptyTracker
  #everyone: readonly Track[] = []
  #began: number | undefined
  readonly #rulesNow: () => MeterRules

  /** @param rulesNow is asked anew at every look: the light changes, and with it the threshold. */
  constructor(rulesNow: () => MeterRules = () => meterRules) {
    this.#rulesNow = rulesNow
  }

  /** The answer, or `undefined` while the reading goes on. */
  see(look: Look): Passage | undefined {
    this.#began ??= look.at
    const step = follow(this.#tracker, look, this.#rulesNow().tracker)
    this.#tracker = step.tracker
    this.#everyone = [...this.#everyone, ...step.ended]
    return look.at - this.#began >= this.#rulesNow().readingLasts ? this.end() : undefined
  }

  /** The answer by now. A reading that met nobody is unreadable. */
  end(): Passage {
    const subject = nearest([...this.#everyone, ...this.#tracker.tracks])
    this.#tracker = emptyTracker
    this.#everyone = []
    const judgements = subject?.judgements ?? []
    return { decision: decide(judgements, this.#rulesNow().decision), judgements: judgements.length }
  }
}

/** Who tapped stands nearest and stays: the largest face, weighted by how often it was seen. */
function nearest(tracks: readonly Track[]): Track | undefined {
  const weight = (track: Track) => sizeOf(track.box) ** 2 * track.sightings
  return tracks.reduce<Track | undefined>(
    (best, track) => (best && weight(best) >= weight(track) ? best : track),
    undefined,
  )
}
