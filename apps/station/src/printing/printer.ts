import type { Result } from '@riverside/kit'
import type { PrinterTrouble, PrintState } from '@riverside/postcard'

/** What a printer says of itself. `pretend` prints nothing and says so. */
export type PrinterState =
  | { readonly state: 'ready' | 'busy' | 'pretend' }
  | { readonly state: 'trouble'; readonly reason: PrinterTrouble }
  | { readonly state: 'absent' }

/** How far the print service is with one job. `ahead` counts the jobs before it. */
export type JobState = { readonly state: PrintState; readonly ahead: number }

/** What the station needs of a printer. Nothing here throws for what happens on a working day. */
export type Printer = {
  readonly pretend: boolean
  state(): Promise<PrinterState>
  /** Hands over a PDF whose page is the card; the job's name is for staff and never speaks of the visitor. */
  print(sheet: Uint8Array, name: string): Promise<Result<{ readonly job: string }, 'printer-away' | 'paper-out'>>
  job(job: string): Promise<JobState>
}
