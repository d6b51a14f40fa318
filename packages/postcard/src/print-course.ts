import { assertNever, type Elapsed } from '@riverside/kit'
import { isOver, type JobState, type PrinterTrouble, type PrintState } from './print-job.ts'

/** One print on its way: what is told of it, and since when something has been in its way. */
export type Course = {
  readonly state: PrintState
  /** Jobs before this one. */
  readonly ahead: number
  /** True once the print service has begun with it: from then on nobody can say that there is no paper. */
  readonly hasBegun: boolean
  readonly heldSince: Elapsed | undefined
}

export const sentCourse: Course = { state: 'sent', ahead: 0, hasBegun: false, heldSince: undefined }

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

/** Milliseconds for which a card is kept while something is in its way. */
export type HoldRules = { readonly holds: number }

/**
 * The course after one more look. What is over stays as it is; `printed` is said only where the service says that the job has
 * completed; a card in trouble is held for `holds` and no longer.
 */
export function nextCourse(course: Course, sight: PrintSight, rules: HoldRules): Course {
  if (isOver(course.state)) return course
  const { job } = sight
  switch (job.seen) {
    case 'forgotten':
      return { ...course, ahead: 0, state: course.hasBegun ? 'unsure' : 'given-up', heldSince: undefined }
    case 'no-answer':
      return held(course, sight.when, rules)
    case 'job': {
      const seen = { ...course, ahead: job.ahead, hasBegun: course.hasBegun || job.state === 'printing' }
      if (job.state === 'printed' || job.state === 'given-up')
        return { ...seen, state: job.state, heldSince: undefined }
      if (job.state === 'stopped' || sight.trouble !== undefined) return held(seen, sight.when, rules)
      // A job that is next is as good as sent; the others wait behind somebody's.
      const isNext = job.state === 'waiting' && job.ahead === 0 && course.state === 'sent'
      return { ...seen, state: isNext ? 'sent' : job.state, heldSince: undefined }
    }
    default:
      return assertNever(job)
  }
}

function held(course: Course, when: Elapsed, { holds }: HoldRules): Course {
  const heldSince = course.heldSince ?? when
  return { ...course, heldSince, state: when - heldSince >= holds ? 'let-go' : 'held' }
}

/** Milliseconds for which a held card will still be kept. */
export const heldFor = ({ state, heldSince }: Course, when: Elapsed, { holds }: HoldRules): number | undefined =>
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
