import { defineConfig } from 'vitest/config'

/** The rings that need neither a browser nor Electron. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: [
      'packages/**/*.test.{ts,tsx}',
      'apps/**/*.test.{ts,tsx}',
      'assets/drawing/**/*.test.ts',
      'tests/{architecture,contract}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.{ts,tsx}'],
  },
})
