import { defineConfig } from 'vitest/config'

/** Whole visits and every test that opens a real browser; one at a time, so that each has the machine to itself. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['{packages,apps,assets}/**/*.browser.test.{ts,tsx}', 'tests/{e2e,look}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A condition is waited for, however busy the machine is; the second that is usual here is a bound on speed.
    expect: { poll: { timeout: 60_000, interval: 100 } },
  },
})
