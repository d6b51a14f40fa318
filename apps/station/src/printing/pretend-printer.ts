import { type Clock, fail, ok } from '@riverside/kit'
import type { PrintState } from '@riverside/postcard'
import type { Printer } from './printer.ts'

/** Milliseconds after which a pretended job goes on to its next state. */
const stages: ReadonlyArray<readonly [number, PrintState]> = [
  [3000, 'printed'],
  [600, 'printing'],
  [0, 'sent'],
]

/** A printer that prints nothing: for the demonstration, for desks and for tests. `addPaper` is its tray. */
export function pretendPrinter(
  clock: Clock,
  paper = Number.POSITIVE_INFINITY,
): Printer & { addPaper(sheets: number): void } {
  const jobs = new Map<string, number>()
  let left = paper
  return {
    pretend: true,
    addPaper(sheets) {
      left += sheets
    },
    async state() {
      return left > 0 ? { state: 'pretend' } : { state: 'trouble', reason: 'paper-out' }
    },
    async print() {
      if (left <= 0) return fail('paper-out')
      left -= 1
      const job = `pretend-${jobs.size + 1}`
      jobs.set(job, clock.elapsed())
      return ok({ job })
    },
    async job(job) {
      const began = jobs.get(job)
      if (began === undefined) return { state: 'given-up', ahead: 0 }
      const took = clock.elapsed() - began
      return { state: stages.find(([after]) => took >= after)?.[1] ?? 'sent', ahead: 0 }
    },
  }
}

/** A station without a printer. */
export const noPrinter: Printer = {
  pretend: false,
  state: async () => ({ state: 'absent' }),
  print: async () => fail('printer-away'),
  job: async () => ({ state: 'given-up', ahead: 0 }),
}
