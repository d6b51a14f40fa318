import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

test('the panorama and its workers weigh at most 15 KB without three', async () => {
  const panorama = resolve(import.meta.dirname, '../../../packages/panorama')
  const built = await build({
    configFile: false,
    root: panorama,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome130',
      minify: true,
      lib: { entry: resolve(panorama, 'src/index.ts'), formats: ['es'] },
      rolldownOptions: { external: ['three'] },
    },
  })
  if (!Array.isArray(built)) throw new Error('Nothing was built')
  const files = built.flatMap(({ output }) => output.map((file) => (file.type === 'chunk' ? file.code : file.source)))
  expect(files.length).toBe(2)
  expect(files.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThanOrEqual(15_000)
}, 30_000)
