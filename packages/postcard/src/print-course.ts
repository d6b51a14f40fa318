import { assertNever, type Elapsed } from '@riverside/kit'
import { isOver, type JobState, type PrinterTrouble, type PrintState } from './print-job.ts'

/** One print on its way: what is told of it, and since when something has been in its way. */
export type Course = {
  readonly state: PrintState
  /** Jobs before this one. */
  readonly ahead: number
  /** True once the print service has begun with it: from then on nobody can say that there is no paper. */
  readonly hasBegun: boolean
  /** Kept while trouble is over only for a moment, so that trouble which comes and goes is not counted anew each time. */
  readonly heldSince: Elapsed | undefined
  /** Since when it has not come forward with nothing known to be in its way. */
  readonly stillSince: Elapsed | undefined
}

export const sentCourse: Course = {
  state: 'sent',
  ahead: 0,
  hasBegun: false,
  heldSince: undefined,
  stillSince: undefined,
}

/** What one look at the print service and at the printer showed. */
export type PrintSight = {
  readonly when: Elapsed
  readonly job:
    | { readonly seen: 'job'; readonly state: JobState; readonly ahead: number }
    /** The service does not answer just now. */
    | { readonly seen: 'no-answer' }
    /** It answers, and knows of no such job. */
    | { readonly seen: 'forgotten' }
  readonly trouble: PrinterTrouble | undefined
}

/** Milliseconds. */
export type HoldRules = {
  /** For how long a card is kept while something is in its way. */
  readonly holds: number
  /**
   * How long a card may go without coming forward before something is taken to be in its way, though nobody says what: half as long again
   * as the slowest printer takes for one.
   */
  readonly stands: number
}

/** Milliseconds the slowest printer takes for a card: trouble that is back before one can have come out was never over. */
const longestPrint = 60_000

/**
 * The course after one more look. What is over stays as it is; `printed` is said only where the service says that the job has
 * completed; a card in trouble, or one that stands still for `stands`, is held for `holds` and no longer. It comes forward when a job
 * before it is done, or when the service begins with it; being begun with once more is no step forward, so that a job which is tried
 * again and again for ever ends, too.
 */
export function nextCourse(course: Course, sight: PrintSight, rules: HoldRules): Course {
  if (isOver(course.state)) return course
  const { job, when } = sight
  switch (job.seen) {
    case 'forgotten':
      return { ...over(course, course.hasBegun ? 'unsure' : 'given-up'), ahead: 0 }
    case 'no-answer':
      return held(inTrouble(course, when), when, rules)
    case 'job': {
      const begins = job.state === 'printing' && !course.hasBegun
      const seen = { ...course, ahead: job.ahead, hasBegun: course.hasBegun || begins }
      if (job.state === 'printed' || job.state === 'given-up') return over(seen, job.state)
      if (job.state === 'stopped' || sight.trouble !== undefined) return held(inTrouble(seen, when), when, rules)
      const comesForward = begins || job.ahead < course.ahead
      const stillSince = comesForward ? when : (course.stillSince ?? when)
      const free = { ...seen, stillSince, heldSince: comesForward ? undefined : course.heldSince }
      if (when - stillSince >= rules.stands) return held({ ...free, heldSince: sinceOf(course, when) }, when, rules)
      // A job that is next is as good as sent; the others wait behind somebody's.
      const isNext = job.state === 'waiting' && job.ahead === 0 && course.state === 'sent'
      return { ...free, state: isNext ? 'sent' : job.state }
    }
    default:
      return assertNever(job)
  }
}

const over = (course: Course, state: PrintState): Course => ({
  ...course,
  state,
  heldSince: undefined,
  stillSince: undefined,
})

const inTrouble = (course: Course, when: Elapsed): Course => ({
  ...course,
  heldSince: sinceOf(course, when),
  stillSince: undefined,
})

/** Since when something is in the way that is in the way now. */
function sinceOf({ state, heldSince, stillSince = Number.POSITIVE_INFINITY }: Course, when: Elapsed): Elapsed {
  if (heldSince === undefined) return when
  return state === 'held' || when - stillSince < longestPrint ? heldSince : when
}

/** One that was begun with and stood still with nothing in its way may have come out all the same: only a look can tell. */
function held(course: Course, when: Elapsed, { holds }: HoldRules): Course {
  if (when - (course.heldSince ?? when) < holds) return { ...course, state: 'held' }
  return over(course, course.hasBegun && course.stillSince !== undefined ? 'unsure' : 'let-go')
}

/** Milliseconds for which a held card will still be kept. */
export const heldFor = (
  { state, heldSince }: Course,
  when: Elapsed,
  { holds }: Pick<HoldRules, 'holds'>,
): number | undefined =>
  state === 'held' && heldSince !== undefined ? Math.max(0, holds - (when - heldSince)) : undefined

/** A queue that stands still: since before or since after a card of ours was in it. */
export type Stillness = 'moving' | 'stopped-under-a-card' | 'stopped-by-a-hand'

/**
 * Whether a stopped queue may be set going again. A print service stops a queue when its printer runs out of paper and leaves it so;
 * a hand stops it on purpose. Only what stopped while a card of ours was in it, or right after other trouble, is ours to undo.
 */
export function stillnessOf(
  before: { readonly stillness: Stillness; readonly trouble: PrinterTrouble | undefined },
  now: { readonly isStopped: boolean; readonly hasCards: boolean },
): Stillness {
  if (!now.isStopped) return 'moving'
  if (before.stillness !== 'moving') return before.stillness
  return now.hasCards || before.trouble !== undefined ? 'stopped-under-a-card' : 'stopped-by-a-hand'
}
