import { parseArgs } from 'node:util'

/** One measured figure. `against` names what it is measured against in the same run, where there is something. */
export type BenchLine = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly against?: string | undefined
}

const benches: Readonly<Record<string, () => Promise<{ benches: () => Promise<readonly BenchLine[]> }>>> = {
  start: async () => await import('../apps/kiosk/scripts/start-bench.ts'),
  packs: async () => await import('../apps/station/src/packs/packs.bench-lines.ts'),
  buckets: async () => await import('../apps/station/src/smile/figures.bench-lines.ts'),
  printing: async () => await import('../apps/station/src/printing/print-queue.bench-lines.ts'),
  postcard: async () => await import('../apps/station/src/postcard/card.bench-lines.ts'),
  desk: async () => await import('./postcard-bench.ts'),
  takeAway: async () => await import('./take-away-bench.ts'),
  smile: async () => await import('../apps/exhibits/commands/smile-bench.ts'),
  panorama: async () => await import('../apps/exhibits/commands/panorama-bench.ts'),
  sand: async () => await import('../apps/exhibits/commands/sand-bench.ts'),
}

const { positionals } = parseArgs({ allowPositionals: true })
for (const [name, load] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  for (const line of await (await load()).benches()) console.log(JSON.stringify(line))
}
