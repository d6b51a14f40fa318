import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from 'playwright-core'
import { buildAll } from '../../kiosk/scripts/build.ts'
import { electronRuntime } from '../../kiosk/scripts/electron-runtime.ts'
import { openDisplay } from '../../kiosk/scripts/virtual-display.ts'
import { bucketStore } from '../../station/src/smile/bucket-store.ts'
import { openStore } from '../../station/src/store/store.ts'

export type ClipCounts = {
  readonly passages: number
  readonly readings: number
  readonly smiling: number
  readonly unreadable: number
}

/**
 * Milliseconds after the end of the clip until its last visitor has been told; whoever is seen again by then, because the clip goes
 * round, is still in the picture and not yet a passage.
 */
const toldBy = 2_500

const words = { zh: '试验站', en: 'Trial Station' }

/**
 * Plays a clip through the whole product in a real Electron: shell, station and the door's always-on metering, and reads what came to
 * stand in the station's quarter-hours. It starts when the screen says that the camera is on.
 * @param seconds the clip lasts
 */
export async function meterInShell(clip: string, door: 'entry' | 'exit', seconds: number): Promise<ClipCounts> {
  await buildAll()
  const { executable } = await electronRuntime()
  const folder = await mkdtemp(join(tmpdir(), 'riverside-clip-'))
  const display = process.env.DISPLAY === undefined ? await openDisplay() : undefined
  try {
    const config = join(folder, 'station.json')
    const data = join(folder, 'data')
    await writeFile(config, JSON.stringify(stationAt(door)))
    const app = await _electron.launch({
      executablePath: executable,
      args: [
        // Chromium's own sandbox cannot be had by root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        resolve(import.meta.dirname, '../../kiosk'),
        ...['--config', config, '--data', data, '--pretend-camera', resolve(clip)],
      ],
      env: { ...process.env, DISPLAY: display?.name ?? process.env.DISPLAY ?? '' },
      timeout: 60_000,
    })
    try {
      const page = await app.firstWindow()
      await page.locator('.camera-banner').waitFor({ timeout: 90_000 })
      await pause(seconds * 1000 + toldBy)
    } finally {
      await app.close()
    }
    return countsIn(data)
  } finally {
    await display?.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function countsIn(data: string): ClipCounts {
  const opened = openStore(data)
  if (!opened.ok) throw new Error(opened.error.code)
  using store = opened.value
  const buckets = bucketStore(store, 'clip').between(0, Date.now() + 900_000)
  const sum = (of: (bucket: (typeof buckets)[number]) => number) => buckets.reduce((all, each) => all + of(each), 0)
  return {
    passages: sum(({ in_n, out_n }) => in_n + out_n),
    readings: sum(({ n }) => n),
    smiling: sum(({ x }) => x),
    unreadable: sum(({ u }) => u),
  }
}

/** A station that reads everybody at its door: of drawn visitors and of those who agreed to be filmed, so its record is one of a trial. */
const stationAt = (door: 'entry' | 'exit') => ({
  station: { id: 'clip', name: words, place: words },
  screen: { mode: 'windowed', width: 1280, height: 720, reducedMotion: true },
  network: { port: 0 },
  smile: {
    mode: 'ambient',
    door,
    camera: 'real',
    compliance: {
      assessment: 'trial',
      legalBasis: 'a film',
      responsible: 'trial',
      signageChecked: '2026-01-01',
      expires: '2099-12-31',
    },
  },
})
