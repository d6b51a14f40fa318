import { existsSync } from 'node:fs'
import { say, told } from './progress.ts'
import { run } from './run.ts'

/** What Electron needs of a Debian system to start at all. */
export const forElectron = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'fonts-noto-cjk',
] as const

/** What the tests need beside it. */
export const forTests = [
  'xvfb',
  'xauth',
  'xdotool',
  'chromium',
  'socat',
  'poppler-utils',
  'cups',
  'printer-driver-cups-pdf',
  'cups-ipp-utils',
] as const

/**
 * Has these Debian packages on this machine: installs what is missing where that is allowed, otherwise names it in one line.
 * Gives whether all are there. On a system without dpkg nothing is known, and nothing is asked for.
 */
export async function needDebianPackages(names: readonly string[]): Promise<boolean> {
  if (!existsSync('/usr/bin/dpkg-query')) return true
  const missing = await missingOf(names)
  if (missing.length === 0) return true
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) {
    say(`Missing Debian packages; please run: sudo ${command}`)
    return false
  }
  await told(`Installing Debian packages: ${missing.join(' ')}`, () => install(missing))
  const still = await missingOf(missing)
  if (still.length > 0) say(`These Debian packages could not be installed: ${still.join(' ')}. Please run: ${command}`)
  return still.length === 0
}

/** Newer systems call some of them by another name (`libasound2t64`); what is provided counts as there. */
async function missingOf(names: readonly string[]): Promise<readonly string[]> {
  const listed = await run('dpkg-query', ['-W', '-f', `\${db:Status-Status}\t\${Package}\t\${Provides}\n`])
  const there = new Set(
    listed
      .split('\n')
      .filter((line) => line.startsWith('installed\t'))
      .flatMap((line) =>
        line
          .split('\t')
          .slice(1)
          .flatMap((part) => part.split(',')),
      )
      .map((name) => name.trim().replace(/\s.*$/, '')),
  )
  return names.filter((name) => !there.has(name))
}

async function install(names: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
  } catch (failure) {
    say(failure instanceof Error ? failure.message : String(failure))
  }
}
