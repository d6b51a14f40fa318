import { z } from 'zod'

/**
 * What a visitor can be told about one print, in the order it usually goes. `held`: something is in the way and the card is kept
 * for a while. `let-go`: it was kept long enough, and leaves by code instead. `unsure`: the print service lost it while it was being
 * printed, or never got done with it, and only a look at the tray can tell.
 */
export const PrintState = z.enum(['sent', 'waiting', 'printing', 'held', 'printed', 'given-up', 'unsure', 'let-go'])
export type PrintState = z.infer<typeof PrintState>

/** Why a printer does not print; words are chosen by the reader. */
export const PrinterTrouble = z.enum(['paper-out', 'paper-jam', 'cover-open', 'ink-out', 'paused', 'offline', 'other'])
export type PrinterTrouble = z.infer<typeof PrinterTrouble>

/** Past these a job never changes any more. */
export const isOver = (state: PrintState): boolean =>
  state === 'printed' || state === 'given-up' || state === 'unsure' || state === 'let-go'

/** How the print service stands with one job. */
export type JobState = 'waiting' | 'printing' | 'stopped' | 'printed' | 'given-up'

/** RFC 8011 §5.3.7, job-state: only 9 (completed) is a print. */
export function printStateOf(jobState: number): JobState {
  switch (jobState) {
    case 3:
    case 4:
      return 'waiting'
    case 5:
      return 'printing'
    case 6:
      return 'stopped'
    case 9:
      return 'printed'
    default:
      return 'given-up'
  }
}

/**
 * The same with what the service says of it (RFC 8011 §5.3.8). A job it holds (4) waits for a hand, for the next try, or for nobody,
 * unless its pages are still coming in; one whose filter failed is left stopped or even called completed, and never goes on.
 */
export function jobStateOf(job: { readonly state: number; readonly reasons: readonly string[] }): JobState {
  const says = (reason: string) => job.reasons.includes(reason)
  if (says('job-completed-with-errors')) return 'given-up'
  if (says('job-incoming') || says('job-data-insufficient')) return 'waiting'
  return job.state === 4 && job.reasons.some((reason) => reason !== 'none') ? 'stopped' : printStateOf(job.state)
}

/** RFC 8011 §5.4.11–12: what stands in the way, judged by state, acceptance and reasons; `undefined` where nothing does. */
export function troubleOf(printer: {
  readonly state: number
  readonly accepting: boolean
  readonly reasons: readonly string[]
}): PrinterTrouble | undefined {
  const says = (...words: readonly string[]) =>
    printer.reasons.some((reason) => !reason.endsWith('-report') && words.some((word) => reason.startsWith(word)))
  if (says('media-empty', 'media-needed', 'input-tray-missing')) return 'paper-out'
  if (says('media-jam')) return 'paper-jam'
  if (says('cover-open', 'door-open', 'interlock-open')) return 'cover-open'
  if (says('marker-supply-empty', 'marker-ink-empty', 'marker-toner-empty', 'toner-empty', 'marker-waste-full'))
    return 'ink-out'
  if (says('offline', 'shutdown', 'connecting-to-device', 'timed-out')) return 'offline'
  if (!printer.accepting || says('paused', 'moving-to-paused')) return 'paused'
  return printer.state === 5 ? 'other' : undefined
}
