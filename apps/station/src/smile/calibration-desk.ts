import type { FaceFrame, Observer } from '@riverside/contract'
import type { Elapsed } from '@riverside/kit'
import type { Decision, LightClass, Observed } from '@riverside/smile'

/** A face that both observers and the reader have judged. */
export type JudgedFace = {
  readonly light: LightClass
  readonly reader: Decision
  readonly first: Observed
  readonly second: Observed
}

export type SubjectReport = {
  readonly round: number
  readonly faces: number
  readonly frame: FaceFrame | null
  readonly light: LightClass | null
  readonly decision?: Decision | undefined
  readonly isLost?: boolean | undefined
}

/** One face under judgement. What the reader thinks of it is held here and shown to nobody. */
type Round = {
  readonly number: number
  /** When the face was first framed, and when it was last said to be. */
  readonly began: Elapsed | undefined
  readonly faces: number
  readonly frame: FaceFrame | null
  readonly light: LightClass | null
  readonly reader: Decision | undefined
  readonly first: Observed | undefined
  readonly second: Observed | undefined
}

/** Milliseconds a face waits for its judgements; then the next one is framed and this one counts nothing. */
const patience = 20_000
/** Milliseconds without a word from the screen after which nothing is framed any more. */
const silence = 5000

const fresh = (number: number): Round => ({
  number,
  began: undefined,
  faces: 0,
  frame: null,
  light: null,
  reader: undefined,
  first: undefined,
  second: undefined,
})

/** Brings two observers and the reader to the same face. Nothing of a face outlives its round; all of it is in memory only. */
export class CalibrationDesk {
  #round: Round = fresh(1)
  #heardAt = Number.NEGATIVE_INFINITY

  /** What an observer may see. */
  view(now: Elapsed): {
    readonly isSeen: boolean
    readonly round: number
    readonly faces: number
    readonly frame: FaceFrame | null
    readonly isJudgeable: boolean
    readonly light: LightClass | null
    readonly answered: { readonly first: boolean; readonly second: boolean }
  } {
    this.#letGo(now)
    const { number, began, faces, frame, light, first, second } = this.#round
    const isSeen = now - this.#heardAt <= silence
    return {
      isSeen,
      round: number,
      faces: isSeen ? faces : 0,
      frame: isSeen ? frame : null,
      isJudgeable: began !== undefined,
      light: isSeen ? light : null,
      answered: { first: first !== undefined, second: second !== undefined },
    }
  }

  /** Hears the screen with the camera; gives the face that is complete by that, if it is. */
  report(report: SubjectReport, now: Elapsed): JudgedFace | undefined {
    this.#heardAt = now
    this.#letGo(now)
    // A screen that was started again, or is still at the face before, frames for its own round, not for this one.
    if (report.round !== this.#round.number) {
      this.#round = { ...this.#round, faces: report.faces }
      return undefined
    }
    if (report.isLost === true) {
      this.#round = fresh(report.round + 1)
      return undefined
    }
    this.#round = {
      ...this.#round,
      began: this.#round.began ?? (report.frame === null ? undefined : now),
      faces: report.faces,
      frame: report.frame,
      light: report.light ?? this.#round.light,
      reader: this.#round.reader ?? report.decision,
    }
    return this.#complete()
  }

  /** The round the screen should be framing for. */
  get wanted(): number {
    return this.#round.number
  }

  judge(
    round: number,
    observer: Observer,
    answer: Observed,
    now: Elapsed,
  ): 'another-face' | 'already-judged' | JudgedFace | undefined {
    this.#letGo(now)
    if (round !== this.#round.number || this.#round.began === undefined) return 'another-face'
    if (this.#round[observer] !== undefined) return 'already-judged'
    this.#round = { ...this.#round, [observer]: answer }
    return this.#complete()
  }

  /** False where that face has gone already. */
  skip(round: number): boolean {
    if (round !== this.#round.number) return false
    this.#round = fresh(round + 1)
    return true
  }

  #complete(): JudgedFace | undefined {
    const { number, light, reader, first, second } = this.#round
    if (light === null || reader === undefined || first === undefined || second === undefined) return undefined
    this.#round = fresh(number + 1)
    return { light, reader, first, second }
  }

  #letGo(now: Elapsed): void {
    const { began, number } = this.#round
    if (began !== undefined && now - began > patience) this.#round = fresh(number + 1)
  }
}
