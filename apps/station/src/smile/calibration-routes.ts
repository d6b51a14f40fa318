import {
  adoptDoorCalibration,
  type CalibrationView,
  checkPassages,
  type DoorWatch,
  doorWatchLasts,
  dropDoorCalibration,
  holdDoorView,
  judgeSubject,
  reportSubject,
  type StationEvent,
  type StationFile,
  skipSubject,
  watchDoor,
} from '@riverside/contract'
import { type Clock, fail, ok } from '@riverside/kit'
import { checkCounter, tallied } from '@riverside/smile'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import { CalibrationDesk, type JudgedFace } from './calibration-desk.ts'
import type { CalibrationRun, CalibrationStore } from './calibration-store.ts'
import type { CounterCheckStore } from './counter-check-store.ts'
import type { SmileMode } from './smile-mode.ts'

/** Milliseconds between two words to the screens that somebody still watches. */
const sayAgain = (doorWatchLasts * 1000) / 3

/** Calibration without recording: two observers, one framed face at a time, tallies alone (measurement 4.3). */
export function calibrationRoutes(
  app: FastifyInstance,
  needs: {
    readonly file: StationFile
    readonly clock: Clock
    readonly mode: SmileMode
    readonly runs: CalibrationStore
    readonly checks: CounterCheckStore
    readonly announce: (event: StationEvent) => void
    readonly log: (event: { event: string; [fact: string]: unknown }) => void
  },
): void {
  const { file, clock, mode, runs, checks, announce, log } = needs
  const { door } = file.smile
  const desk = new CalibrationDesk()
  let watchedUntil = Number.NEGATIVE_INFINITY
  let saidAt = Number.NEGATIVE_INFINITY

  const watch = (): DoorWatch => {
    const now = clock.now()
    return {
      door,
      mode: mode.current(),
      ...desk.view(clock.elapsed()),
      open: viewOf(runs.open(door, now)),
      adopted: viewOf(runs.adopted(door, now)),
      counter: counterView(checks, door),
    }
  }
  const count = ({ light, reader, first, second }: JudgedFace) =>
    runs.count(door, light, (tally) => tallied(tally, reader, first, second), clock.now())

  serve(app, watchDoor, () => {
    const now = clock.elapsed()
    watchedUntil = now + doorWatchLasts * 1000
    if (mode.current() !== 'off' && now - saidAt >= sayAgain) {
      saidAt = now
      announce({ type: 'door-watched', seconds: doorWatchLasts })
    }
    return ok(watch())
  })
  serve(app, reportSubject, (report) => {
    if (mode.current() === 'off') return fail('metering-off')
    if (clock.elapsed() > watchedUntil) return fail('nobody-watches')
    const judged = desk.report(report, clock.elapsed())
    if (judged) count(judged)
    return ok({ round: desk.wanted })
  })
  serve(app, judgeSubject, ({ round, observer, answer }) => {
    if (mode.current() === 'off') return fail('metering-off')
    const judged = desk.judge(round, observer, answer, clock.elapsed())
    if (judged === 'another-face' || judged === 'already-judged') return fail(judged)
    if (judged) count(judged)
    return ok(watch())
  })
  serve(app, skipSubject, ({ round }) => (desk.skip(round) ? ok(watch()) : fail('another-face')))

  serve(app, adoptDoorCalibration, () => {
    const state = runs.adopt(door, clock.now())
    if (state !== 'valid') return fail(state)
    log({ event: 'smile-calibrated', door })
    return ok(watch())
  })
  serve(app, dropDoorCalibration, () => {
    runs.drop(door)
    log({ event: 'smile-calibration-dropped', door })
    return ok(watch())
  })

  serve(app, checkPassages, (asked) => {
    if (asked.do === 'begin') checks.begin(door, clock.now())
    else if (asked.do === 'end') checks.end(door)
    else if (!checks.click(door, asked.do)) return fail('not-begun')
    return ok(watch())
  })

  serve(app, holdDoorView, () => ok({ mode: mode.current() }))
}

const viewOf = (run: CalibrationRun | undefined): CalibrationView | null =>
  run === undefined
    ? null
    : {
        began: run.began,
        whole: run.whole,
        lights: [...run.lights],
        kappa: run.kappa ?? null,
        state: run.state,
      }

function counterView(checks: CounterCheckStore, door: 'entry' | 'exit'): DoorWatch['counter'] {
  const check = checks.read(door)
  if (check === undefined) return null
  const { state, error } = checkCounter(check)
  return { ...check, state, error: error ?? null }
}
