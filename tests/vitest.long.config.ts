import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What needs neither browser nor Electron but takes its time: simulations, killed writers, real print queues, whole commands. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['{packages,apps,assets,tests}/**/*.long.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Two cores are two tests at once; vitest by itself leaves one of them to its own thread, which has next to nothing to do.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
