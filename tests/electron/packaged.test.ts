import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packedFolder, packStation } from '../../apps/kiosk/scripts/package-command.ts'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { asRoot, eventsIn, eventually } from './shell-under-test.ts'

/** As they stand in the binary. */
const fuse = { off: '0'.charCodeAt(0), on: '1'.charCodeAt(0) } as const

const program = join(packedFolder, 'riverside-station')
let display: Display
let folder: string
beforeAll(async () => {
  await packStation('dir')
  display = await openDisplay()
  folder = await mkdtemp(join(tmpdir(), 'packed-'))
})
afterAll(async () => {
  await display?.close()
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const environment = () => ({ ...process.env, DISPLAY: display.name, WAYLAND_DISPLAY: '', XDG_DATA_HOME: folder })

describe('the packed station', () => {
  test('has its fuses set and no default app', async () => {
    const fuses = await getCurrentFuseWire(program)
    for (const off of [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ])
      expect(fuses[off]).toBe(fuse.off)
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(fuse.on)
    expect(existsSync(join(packedFolder, 'resources', 'default_app.asar'))).toBe(false)
  })

  test.each([
    '--remote-debugging-port=0',
    '--inspect=0',
    '--pretend-camera=/tmp/film.mjpeg',
    '--station=/tmp/other.js',
  ])('does not start with %s', async (word) => {
    const failure = await promisify(execFile)(program, [...asRoot, word], {
      env: environment(),
      timeout: 30_000,
    }).catch((failure) => failure)
    expect(failure).toMatchObject({ code: 78 })
  })

  test('is not Node, whatever the environment says', async () => {
    const failure = await promisify(execFile)(program, [...asRoot, '--eval', 'console.log(6 * 7)'], {
      env: { ...environment(), ELECTRON_RUN_AS_NODE: '1' },
      timeout: 30_000,
    }).catch((failure) => failure)
    expect(failure).toMatchObject({ code: 78 })
    expect(String(failure.stdout)).not.toContain('42')
  })

  test('opens its station from the folder alone and shows the attract screen', async () => {
    const config = join(folder, 'station.json')
    const log = join(folder, 'log.jsonl')
    await writeFile(
      config,
      JSON.stringify({
        station: { id: 'packed', name: { zh: '试验驿站', en: 'Trial Station' }, place: { zh: '码头', en: 'Wharf' } },
        network: { port: 0 },
        screen: { mode: 'kiosk' },
      }),
    )
    const words = ['-c', 'exec "$0" "$@" >"$LOG" 2>&1', program, ...asRoot, '--config', config]
    const running = spawn('/bin/sh', words, { env: { ...environment(), LOG: log }, stdio: 'ignore', cwd: folder })
    try {
      await eventually('the page', async () => (await eventsIn(log)).some(({ event }) => event === 'page-alive')).catch(
        async (failure) => {
          throw new Error(`${failure}\n${await readFile(log, 'utf8')}`)
        },
      )
    } finally {
      running.kill('SIGTERM')
    }
    await eventually('its end', async () => running.exitCode !== null)
    expect(running.exitCode).toBe(0)
  })
})
