import { decide } from './decision.ts'
import { type Box, type Look, sizeOf } from './face.ts'
import { type MeterRules, meterRules, type Passage } from './meter.ts'
import { emptyTracker, follow, type Track, type Tracker } from './tracker.ts'

export type SubjectSight = {
  /** The face observers are to judge; absent while nobody is there. It stays framed after its reading, for as long as it stays. */
  readonly frame: Box | undefined
  /** The reader's own answer, once, when it is complete. */
  readonly read: Passage | undefined
  /** The face went before it could be read: whoever waits for its answer waits in vain. */
  readonly isLost: boolean
}

/** Milliseconds a face must have been followed before it is framed: a false box is not to send two people looking. */
const framedAfter = 300

/**
 * Calibration frames one face at a time and reads it as metering would: the same tracker, the same median over at most four seconds.
 * The nearest is framed first; nobody is framed twice while he stays.
 */
export class SubjectReader {
  #tracker: Tracker = emptyTracker
  #subject: { readonly id: number; readonly since: number; readonly isRead: boolean } | undefined
  #done: ReadonlySet<number> = new Set()
  readonly #rulesNow: () => MeterRules

  constructor(rulesNow: () => MeterRules = () => meterRules) {
    this.#rulesNow = rulesNow
  }

  see(look: Look): SubjectSight {
    const step = follow(this.#tracker, look, this.#rulesNow().tracker)
    this.#tracker = step.tracker
    this.#done = new Set([...this.#done].filter((id) => step.tracker.tracks.some((track) => track.id === id)))
    const over = step.ended.find((track) => track.id === this.#subject?.id)
    if (over !== undefined) return this.#goneWith(over)
    this.#subject ??= this.#choose(look.at)
    const track = this.#track()
    if (track === undefined || this.#subject === undefined) return nobody
    const isDue = !this.#subject.isRead && look.at - this.#subject.since >= this.#rulesNow().readingLasts
    if (isDue) this.#subject = { ...this.#subject, isRead: true }
    return { frame: track.box, read: isDue ? this.#read(track) : undefined, isLost: false }
  }

  /** The face in the frame has been judged, or is not wanted: another one, please. */
  next(): void {
    if (this.#subject !== undefined) this.#done = new Set([...this.#done, this.#subject.id])
    this.#subject = undefined
  }

  #goneWith(track: Track): SubjectSight {
    const wasRead = this.#subject?.isRead === true
    this.#subject = undefined
    const isVisitor = track.lastSeen - track.firstSeen >= this.#rulesNow().visitorAfter
    if (wasRead) return nobody
    return isVisitor ? { frame: undefined, read: this.#read(track), isLost: false } : { ...nobody, isLost: true }
  }

  #read({ judgements }: Track): Passage {
    return { decision: decide(judgements, this.#rulesNow().decision), judgements: judgements.length }
  }

  #track(): Track | undefined {
    return this.#tracker.tracks.find((track) => track.id === this.#subject?.id)
  }

  #choose(at: number): { readonly id: number; readonly since: number; readonly isRead: boolean } | undefined {
    const nearest = this.#tracker.tracks
      .filter((track) => !this.#done.has(track.id) && track.lastSeen - track.firstSeen >= framedAfter)
      .reduce<Track | undefined>(
        (best, track) => (best && sizeOf(best.box) >= sizeOf(track.box) ? best : track),
        undefined,
      )
    return nearest && { id: nearest.id, since: at, isRead: false }
  }
}

const nobody: SubjectSight = { frame: undefined, read: undefined, isLost: false }
