import {
  AmbientMeter,
  type CoverageCount,
  covered,
  noCoverage,
  type PictureFacts,
  type PictureState,
  type PictureWatch,
  reported,
  TapReading,
  watchPicture,
} from '@riverside/smile'
import type { Eye, Picture } from './eye.ts'
import type { WorkerNews } from './worker-news.ts'

/** Milliseconds between the reports of covered time. */
const reportEach = 30_000
/** Milliseconds without a picture after which a camera counts as gone silent. */
const silentAfter = 2000

/** One spell of reading, from begin to end: pictures in, news out. */
export class Watch {
  readonly #mode: 'tap' | 'ambient'
  readonly #eye: Eye
  readonly #tell: (news: WorkerNews) => void
  readonly #ambient = new AmbientMeter()
  #tap: TapReading | undefined = new TapReading()
  #facts: PictureFacts | undefined
  #picture: PictureWatch | undefined
  #told: PictureState | 'silent' | undefined
  #coverage: CoverageCount = noCoverage
  #reportedAt: number | undefined
  #lastLook: number | undefined

  constructor(mode: 'tap' | 'ambient', eye: Eye, tell: (news: WorkerNews) => void) {
    this.#mode = mode
    this.#eye = eye
    this.#tell = tell
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
    if (faces === undefined) return false
    if (isGood) this.#follow({ at, width: picture.width, faces })
    const took = performance.now() - began
    this.#tell({ type: 'looked', faces: faces.length, following: this.#ambient.following, took })
    return true
  }

  /** Time passes without a picture. */
  wait(at: number): void {
    for (const passage of this.#ambient.wait(at)) this.#tell({ type: 'passage', ...passage })
    if (this.#lastLook !== undefined && at - this.#lastLook > silentAfter) this.#tellPicture('silent')
  }

  end(): void {
    for (const passage of this.#ambient.end()) this.#tell({ type: 'passage', ...passage })
    if (this.#mode === 'tap' && this.#tap !== undefined) this.#answer(this.#tap.end())
    this.#report()
  }

  #follow(look: Parameters<AmbientMeter['see']>[0]): void {
    if (this.#mode === 'ambient') {
      for (const passage of this.#ambient.see(look)) this.#tell({ type: 'passage', ...passage })
      return
    }
    const answer = this.#tap?.see(look)
    if (answer !== undefined) this.#answer(answer)
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
    if (seconds > 0) this.#tell({ type: 'covered', seconds })
  }
}
