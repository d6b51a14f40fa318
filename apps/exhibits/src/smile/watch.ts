import {
  AmbientMeter,
  type Box,
  type CoverageCount,
  covered,
  decisionRulesFor,
  type LightWatch,
  type Look,
  type MeterRules,
  meterRules,
  noCoverage,
  type PictureFacts,
  type PictureState,
  type PictureWatch,
  reported,
  SubjectReader,
  TapReading,
  type ThresholdTable,
  watchLight,
  watchPicture,
} from '@riverside/smile'
import type { Eye, Picture } from './eye.ts'
import type { WatchMode, WorkerNews } from './worker-news.ts'

/** Milliseconds between the reports of covered time. */
const reportEach = 30_000
/** Milliseconds without a picture after which a camera counts as gone silent. */
const silentAfter = 2000

/** What a spell is for, and by which thresholds it decides. */
export type Spell = {
  readonly mode: WatchMode
  readonly door: 'entry' | 'exit'
  readonly thresholds: ThresholdTable | null
}

/** One spell of reading, from begin to end: pictures in, news out. */
export class Watch {
  readonly #spell: Spell
  readonly #eye: Eye
  readonly #tell: (news: WorkerNews) => void
  readonly #ambient: AmbientMeter
  readonly #subject: SubjectReader
  #tap: TapReading | undefined
  #facts: PictureFacts | undefined
  #picture: PictureWatch | undefined
  #light: LightWatch | undefined
  #told: PictureState | 'silent' | undefined
  #coverage: CoverageCount = noCoverage
  #reportedAt: number | undefined
  #lastLook: number | undefined

  constructor(spell: Spell, eye: Eye, tell: (news: WorkerNews) => void) {
    this.#spell = spell
    this.#eye = eye
    this.#tell = tell
    const rules = () => this.#rules()
    this.#ambient = new AmbientMeter(rules)
    this.#subject = new SubjectReader(rules)
    this.#tap = new TapReading(rules)
  }

  /** Tells whether the picture was a new one. `at` is milliseconds of a stopwatch that `wait` uses too. */
  look(picture: Picture, at: number): boolean {
    const began = performance.now()
    const { faces, facts } = this.#eye.see(picture, at, this.#facts)
    this.#facts = facts
    this.#lastLook = at
    this.#picture = watchPicture(this.#picture, facts)
    this.#tellPicture(this.#picture.state)
    const isGood = this.#picture.state === 'good'
    this.#cover(at, isGood)
    if (!isGood) this.wait(at)
    else this.#light = watchLight(this.#light, facts)
    if (faces === undefined) return false
    if (isGood) this.#follow({ at, width: picture.width, faces }, picture)
    const took = performance.now() - began
    this.#tell({ type: 'looked', faces: faces.length, following: this.#ambient.following, took })
    return true
  }

  /** Time passes without a picture. */
  wait(at: number): void {
    for (const passage of this.#ambient.wait(at)) this.#tell({ type: 'passage', ...passage })
    if (this.#lastLook !== undefined && at - this.#lastLook > silentAfter) this.#tellPicture('silent')
  }

  /** Calibration: another face, please. */
  next(): void {
    this.#subject.next()
  }

  end(): void {
    for (const passage of this.#ambient.end()) this.#tell({ type: 'passage', ...passage })
    if (this.#spell.mode === 'tap' && this.#tap !== undefined) this.#answer(this.#tap.end())
    this.#report()
  }

  #follow(look: Look, picture: Picture): void {
    switch (this.#spell.mode) {
      case 'ambient':
        for (const passage of this.#ambient.see(look)) this.#tell({ type: 'passage', ...passage })
        return
      case 'tap': {
        const answer = this.#tap?.see(look)
        if (answer !== undefined) this.#answer(answer)
        return
      }
      case 'aim':
        for (const { box } of look.faces) this.#frame(box, picture)
        return
      case 'calibrate':
        this.#calibrate(look, picture)
    }
  }

  #calibrate(look: Look, picture: Picture): void {
    const { frame, read, isLost } = this.#subject.see(look)
    if (frame !== undefined) this.#frame(frame, picture)
    if (read !== undefined) this.#tell({ type: 'subject-read', ...read, light: this.#lightNow() })
    if (isLost) this.#tell({ type: 'subject-lost' })
  }

  #frame({ x, y, width, height }: Box, picture: Picture): void {
    const share = (pixels: number, whole: number) => Math.min(1, Math.max(0, pixels / whole))
    const [left, top] = [share(x, picture.width), share(y, picture.height)]
    this.#tell({
      type: 'framed',
      x: left,
      y: top,
      width: share(x + width, picture.width) - left,
      height: share(y + height, picture.height) - top,
    })
  }

  #rules(): MeterRules {
    const { thresholds, door } = this.#spell
    return { ...meterRules, decision: decisionRulesFor(thresholds, door, this.#lightNow()) }
  }

  #lightNow() {
    return this.#light?.light ?? 'normal'
  }

  #answer(answer: ReturnType<TapReading['end']>): void {
    this.#tap = undefined
    this.#tell({ type: 'read', ...answer })
  }

  #tellPicture(state: PictureState | 'silent'): void {
    if (state === this.#told) return
    this.#told = state
    this.#tell({ type: 'picture', state })
  }

  #cover(at: number, isGood: boolean): void {
    this.#coverage = covered(this.#coverage, at, isGood)
    this.#reportedAt ??= at
    if (at - this.#reportedAt < reportEach) return
    this.#reportedAt = at
    this.#report()
  }

  #report(): void {
    const { seconds, rest } = reported(this.#coverage)
    this.#coverage = rest
    if (seconds > 0) this.#tell({ type: 'covered', seconds, light: this.#lightNow() })
  }
}
