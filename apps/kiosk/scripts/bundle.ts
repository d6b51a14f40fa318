import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import kept from '../kept-packages.json' with { type: 'json' }
import { top } from './places.ts'

const shared: BuildOptions = {
  absWorkingDir: top,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Some packages' older form hides its parts from a bundler.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
  // Packages in the older module form ask for `require`, `__filename` and `__dirname` inside a module of the newer one.
  banner: {
    js: [
      "import { createRequire as $createRequire } from 'node:module'",
      "import { fileURLToPath as $fileURLToPath } from 'node:url'",
      'const require = $createRequire(import.meta.url), __filename = $fileURLToPath(import.meta.url), __dirname = import.meta.dirname',
    ].join('; '),
  },
}

export async function bundleStation(): Promise<void> {
  await build({
    ...shared,
    // A thread starts from a file of its own.
    entryPoints: ['main.ts', 'postcard/card-worker.ts'].map((file) => join(top, 'apps/station/src', file)),
    entryNames: '[name]',
    outdir: join(top, 'apps/station/dist'),
    // The phone page's bundler is wanted while developing only: the page is made here, once.
    external: [...kept.code, 'esbuild'],
  })
  const phone: Record<'buildPhonePage' | 'buildGuidePage', () => Promise<{ html: string }>> = await import(
    pathToFileURL(join(top, 'apps/station/src/takeaway/phone-page.ts')).href
  )
  await writeFile(join(top, 'apps/station/dist/phone-page.html'), (await phone.buildPhonePage()).html)
  await writeFile(join(top, 'apps/station/dist/guide-page.html'), (await phone.buildGuidePage()).html)
}

export async function bundleKiosk(): Promise<void> {
  const source = join(top, 'apps/kiosk/src')
  const dist = join(top, 'apps/kiosk/dist')
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(source, 'main.ts')],
      outfile: join(dist, 'main.js'),
      external: ['electron'],
    }),
    build({
      ...shared,
      entryPoints: [join(source, 'helm-process.ts')],
      outfile: join(dist, 'helm-process.js'),
      external: ['electron', ...kept.code],
    }),
    // A sandboxed preload is one file of the older module form.
    build({
      ...shared,
      entryPoints: [join(source, 'preload.ts')],
      outfile: join(dist, 'preload.cjs'),
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      format: 'cjs',
      target: 'chrome130',
      banner: {},
      minify: true,
      external: ['electron'],
    }),
  ])
}
