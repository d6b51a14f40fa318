import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** The ring for every save: seconds, and neither a browser nor Electron. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Nothing here keeps state between files, and starting a process for each would take three times as long.
    pool: 'threads',
    isolate: false,
    // Two cores are two tests at once; vitest by itself leaves one of them to its own thread, which has next to nothing to do.
    maxWorkers: availableParallelism(),
    // Five seconds, as is usual, are too few on a machine that does other things too.
    testTimeout: 30_000,
    include: [
      'packages/**/*.test.{ts,tsx}',
      'apps/**/*.test.{ts,tsx}',
      'assets/drawing/**/*.test.ts',
      'tests/{architecture,contract,helm}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.{ts,tsx}', '**/*.long.test.ts'],
  },
})
