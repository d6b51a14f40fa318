import type { Result } from '@riverside/kit'
import type { PrinterTrouble, PrintSight } from '@riverside/postcard'

/** What a printer says of itself. `pretend` prints nothing and says so. */
export type PrinterState =
  | { readonly state: 'ready' | 'busy' | 'pretend' }
  | { readonly state: 'trouble'; readonly reason: PrinterTrouble }
  | { readonly state: 'absent' }

/** A look at it. A queue can stand still besides: what stopped it may be over, or may be a hand. */
export type PrinterSight = { readonly printer: PrinterState; readonly isStopped: boolean }

/** What is handed over: which pages, and whether a printer in trouble is to try it all the same. */
type PrintOrder = { readonly name: string; readonly faces: Faces; readonly despiteTrouble: boolean }

/** Which pages of a sheet are printed: both faces by the printer itself, or one of them. */
export type Faces = 'both' | 'front' | 'back'

/** What a technician should put right, although cards come out. */
export type PrinterNote = 'no-card-size' | 'no-two-sides' | 'keeps-cards' | 'blind-when-idle' | 'prints-again'

/**
 * What the station needs of a printer. Nothing here throws for what happens on a working day. A job's name is the station's own and
 * unique, so that a job is found again whose number was never heard; it is for staff, too, and never speaks of the visitor.
 */
export type Printer = {
  readonly pretend: boolean
  look(): Promise<PrinterSight>
  /**
   * Hands over a PDF of two pages, front and back. `unclear`: the service may have taken it or not; `find` tells once it answers.
   */
  print(
    sheet: Uint8Array,
    order: PrintOrder,
  ): Promise<Result<{ readonly job: string }, 'printer-away' | 'paper-out' | 'unclear'>>
  job(job: string): Promise<PrintSight['job']>
  /** The newest job of that name; `undefined` where there is none. */
  find(name: string): Promise<Result<string | undefined, 'no-answer'>>
  /** Cancels what is not over, and has the service delete what it keeps of what is; true once it knows nothing of it any more. */
  clear(job: string): Promise<boolean>
  /** Sets a stopped queue going again; false where it may not. */
  resume(): Promise<boolean>
  notes(): Promise<readonly PrinterNote[]>
}
