import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from '../apps/kiosk/scripts/build.ts'
import { needDebianPackages } from '../apps/kiosk/scripts/debian-packages.ts'
import { electronRuntime } from '../apps/kiosk/scripts/electron-runtime.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const rings = ['check', 'unit', 'long', 'e2e', 'electron'] as const
type Ring = (typeof rings)[number]
const wanted: readonly Ring[] = values.only === undefined ? rings : rings.filter((ring) => ring === values.only)

/** What the rings need of Debian beside Node: a browser, Electron's libraries, a display, a print service, a serial line. */
const debian = [
  'chromium',
  'xvfb',
  'xauth',
  'xdotool',
  'socat',
  'fonts-noto-cjk',
  'zbar-tools',
  'poppler-utils',
  'ffmpeg',
  'cups',
  'cups-ipp-utils',
  'dbus',
  'avahi-daemon',
  'printer-driver-cups-pdf',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
]

const results = mkdtempSync(join(tmpdir(), 'riverside-tests-'))
const took: string[] = []
let passed = 0
let failed = 0
let skipped = 0
try {
  if (wanted.length === 0) throw new Error(`--only ${values.only}: choose one of ${rings.join(', ')}`)
  if (wanted.some((ring) => ring === 'long' || ring === 'e2e' || ring === 'electron')) {
    await timed('packages', async () => await needDebianPackages(debian))
    await timed('build', async () => await buildAll())
  }
  if (wanted.includes('check')) await timed('check', async () => await check())
  if (wanted.includes('unit')) await timed('unit', async () => await vitest('unit', 'tests/vitest.config.ts'))
  if (wanted.includes('long')) await timed('long', async () => await vitest('long', 'tests/vitest.long.config.ts'))
  if (wanted.includes('e2e')) await timed('e2e', async () => await vitest('e2e', 'tests/vitest.e2e.config.ts'))
  if (wanted.includes('electron')) {
    await timed('electron', async () => {
      await electronRuntime()
      await vitest('electron', 'tests/vitest.electron.config.ts')
    })
  }
} catch (failure) {
  failed += 1
  console.error(failure instanceof Error ? failure.message : failure)
} finally {
  rmSync(results, { recursive: true, force: true })
}
console.log(took.join(', '))
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  console.log(`\n— ${name}`)
  try {
    await work()
  } finally {
    took.push(`${name} ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
}

async function check(): Promise<void> {
  for (const [name, ...rest] of [['biome', 'check', '.'], ['tsc', '-b'], ['knip']]) {
    const code = await run(join(root, 'node_modules/.bin', name ?? ''), rest)
    if (code === 0) passed += 1
    else {
      failed += 1
      console.error(`${name} found something (see above)`)
    }
  }
}

async function vitest(ring: string, config: string): Promise<void> {
  const report = join(results, `${ring}.json`)
  const code = await run(join(root, 'node_modules/.bin/vitest'), [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
  }
  passed += counts.numPassedTests
  failed += counts.numFailedTests
  skipped += counts.numPendingTests
  // A file that cannot even be loaded, or an error outside every test, fails the ring too.
  if (code !== 0 && counts.numFailedTests === 0) failed += 1
}

function run(command: string, options: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    spawn(command, options, { cwd: root, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) => resolve(code ?? 1))
  })
}
