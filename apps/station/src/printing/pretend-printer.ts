import { type Clock, fail, ok } from '@riverside/kit'
import type { JobState } from '@riverside/postcard'
import type { Printer } from './printer.ts'

/** Milliseconds after which a pretended job goes on to its next state. */
const stages: ReadonlyArray<readonly [number, JobState]> = [
  [3000, 'printed'],
  [600, 'printing'],
  [0, 'waiting'],
]

/** A printer that prints nothing: for the demonstration, for desks and for tests. `addPaper` is its tray. */
export function pretendPrinter(
  clock: Clock,
  paper = Number.POSITIVE_INFINITY,
): Printer & { addPaper(sheets: number): void } {
  const jobs = new Map<string, { readonly name: string; readonly began: number }>()
  let left = paper
  return {
    pretend: true,
    addPaper(sheets) {
      left += sheets
    },
    async look() {
      const printer = left > 0 ? ({ state: 'pretend' } as const) : ({ state: 'trouble', reason: 'paper-out' } as const)
      return { printer, isStopped: false }
    },
    async print(_sheet, { name }) {
      if (left <= 0) return fail('paper-out')
      left -= 1
      const job = `pretend-${jobs.size + 1}`
      jobs.set(job, { name, began: clock.elapsed() })
      return ok({ job })
    },
    async job(job) {
      const found = jobs.get(job)
      if (found === undefined) return { seen: 'forgotten' }
      const took = clock.elapsed() - found.began
      return { seen: 'job', state: stages.find(([after]) => took >= after)?.[1] ?? 'waiting', ahead: 0 }
    },
    find: async (name) => ok([...jobs].find(([, job]) => job.name === name)?.[0]),
    clear: async () => true,
    resume: async () => true,
    notes: async () => [],
  }
}

/** A station without a printer. */
export const noPrinter: Printer = {
  pretend: false,
  look: async () => ({ printer: { state: 'absent' }, isStopped: false }),
  print: async () => fail('printer-away'),
  job: async () => ({ seen: 'forgotten' }),
  find: async () => ok(undefined),
  clear: async () => true,
  resume: async () => false,
  notes: async () => [],
}
