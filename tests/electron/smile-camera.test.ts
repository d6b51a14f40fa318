import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { call, Health, recordCounterLines, setFirstPin, setSmileMode, signIn, type Wire } from '@riverside/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { bucketStore } from '../../apps/station/src/smile/bucket-store.ts'
import { openStore } from '../../apps/station/src/store/store.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

/** Seconds of the clip: a lively picture, a black one, a lively one, one that stands still; and round again. */
const lively = 5
const black = 4
const frozen = 9
const pin = '2580'
const key = 'a-key-of-the-counter'

/** What the station's health said of the camera, and when, in milliseconds of the page's own watch. */
type Said = { readonly at: number; readonly says: string }

let folder: string
let display: Display
let shell: ShellUnderTest
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smile-camera-'))
  const clip = join(folder, 'faults.mjpeg')
  await drawClip(clip)
  display = await openDisplay()
  shell = await openShell({
    display,
    file: {
      // Nobody is missed while the house is shut, so it never is.
      hours: { open: '00:00', close: '23:59' },
      smile: {
        mode: 'opt-in',
        camera: 'real',
        counter: { kind: 'http', key, silentAfter: null },
        compliance: {
          assessment: '2026-07',
          legalBasis: '试验',
          responsible: '值班长',
          signageChecked: '2026-01-01',
          expires: '2099-12-31',
        },
      },
    },
    words: ['--pretend-camera', clip],
  })
  await shell.event('page-alive')
}, 300_000)
afterAll(async () => {
  await shell?.close()
  await display?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

describe('the camera at the door, in the real shell', () => {
  test('is read from the moment staff choose so, and every screen says that it is on', async () => {
    await holdTheCable()
    expect((await call(wireOf(), setFirstPin, { pin })).ok).toBe(true)
    const token = await signedIn()
    expect((await call(wireOf(token), setSmileMode, { mode: 'ambient' })).ok).toBe(true)
    await shell.page.locator('.camera-banner').waitFor({ timeout: 60_000 })
    expect(await shell.page.textContent('.camera-banner')).toContain('摄像头使用中')
  })

  test('is said to be black and to stand still while it is, each in its time, and reads again afterwards', async () => {
    const said = await listened(2 * (lively + black + lively + frozen) * 1000, ['black', 'busy', 'frozen', 'busy'])
    const saysBlack = said.findIndex(({ says }) => says === 'black')
    const again = said.findIndex(({ says }, at) => at > saysBlack && says === 'busy')
    const stands = said.find(({ says }, at) => at > again && says === 'frozen')
    expect((said[again]?.at ?? Number.POSITIVE_INFINITY) - (said[saysBlack]?.at ?? 0)).toBeLessThan(black * 1000 + 3000)
    // From the first picture that stands still, the last lively one that was said, to the word for it.
    expect((stands?.at ?? Number.POSITIVE_INFINITY) - (said[again]?.at ?? 0)).toBeLessThan(lively * 1000 + 10_000)
  })

  test('pauses within three seconds of being unplugged, and reads within five of being back', async () => {
    await eventually('the camera to read', async () => (await camera()) === 'busy', 60_000)
    await pull()
    await eventually('the pause', async () => /^(lost|no-camera)$/.test(await camera()), 3000)
    await plugInAgain()
    await eventually('the reading', async () => !/^(lost|no-camera|refused|busy-elsewhere)$/.test(await camera()), 5000)
    await shell.page.locator('.camera-banner').waitFor()
  })

  test('closes within a second of staff switching it off', async () => {
    expect((await call(wireOf(await signedIn()), setSmileMode, { mode: 'off' })).ok).toBe(true)
    await eventually('the camera to close', async () => (await liveTracks()) === 0, 1000)
    await shell.page.locator('.camera-banner').waitFor({ state: 'detached' })
    expect((await call(wireOf(await signedIn()), setSmileMode, { mode: 'ambient' })).ok).toBe(true)
  })

  test('stands beside a counter whose nonsense counts nobody, and whose quarter-hour is marked as missing', async () => {
    const heard = await call(wireOf(), recordCounterLines, { key, lines: 'in 400' })
    expect(heard.ok).toBe(true)
    expect((await health()).devices.counter).toEqual({ state: 'trouble', reason: 'counter-chattering' })
    await shell.app.close()
    const opened = openStore(shell.data)
    if (!opened.ok) throw new Error(opened.error.code)
    using store = opened.value
    const rows = bucketStore(store, 'probe').between(0, Date.now() + 900_000)
    expect(rows.reduce((sum, { in_n }) => sum + in_n, 0)).toBe(0)
    expect(rows.map(({ counter_state }) => counter_state)).toContain('chattering')
    // A second of every fault is a second that was not covered.
    const covered = rows.reduce((sum, { covered_s }) => sum + covered_s, 0)
    expect(covered).toBeGreaterThan(0)
  })
})

/** Ten pictures a second, each thrice, for Chromium plays a motion JPEG at thirty. */
async function drawClip(out: string): Promise<void> {
  const size = 'size=640x480:rate=10'
  const parts = [
    `testsrc2=${size}:duration=${lively},noise=alls=12:allf=t`,
    `color=black:${size}:duration=${black}`,
    `testsrc2=${size}:duration=${lively},noise=alls=12:allf=t`,
    `testsrc=${size}:duration=1,trim=end_frame=1,loop=loop=${frozen * 10 - 1}:size=1:start=0`,
  ]
  const inputs = parts.map((part, at) => `${part},format=yuvj420p,setpts=N/10/TB[p${at}]`).join(';')
  const graph = `${inputs};${parts.map((_, at) => `[p${at}]`).join('')}concat=n=${parts.length}:v=1,fps=30[all]`
  await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-filter_complex', graph, '-map', '[all]', '-q:v', '4', '-f', 'mjpeg', out],
  ])
}

/** From now on the page's cameras can be unplugged: what a browser does then, and when one is back. */
async function holdTheCable(): Promise<void> {
  await shell.page.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    const tracks: MediaStreamTrack[] = []
    let isAway = false
    mediaDevices.getUserMedia = async (wish) => {
      if (isAway) throw new DOMException('', 'NotFoundError')
      const stream = await open(wish)
      tracks.push(...stream.getTracks())
      return stream
    }
    Object.assign(window, {
      live: () => tracks.filter(({ readyState }) => readyState === 'live').length,
      pull() {
        isAway = true
        for (const track of tracks) {
          track.stop()
          track.dispatchEvent(new Event('ended'))
        }
      },
      plugIn() {
        isAway = false
        mediaDevices.dispatchEvent(new Event('devicechange'))
      },
    })
  })
}
type Cable = { live(): number; pull(): void; plugIn(): void }
const liveTracks = () => shell.page.evaluate(() => (window as unknown as Cable).live())
const pull = () => shell.page.evaluate(() => (window as unknown as Cable).pull())
const plugInAgain = () => shell.page.evaluate(() => (window as unknown as Cable).plugIn())

/** The page's own way to its station, with a staff token where there is one. */
const wireOf = (token?: string): Wire => ({
  address: '',
  ...(token === undefined ? {} : { key: token }),
  fetch: async (url, request) => {
    const answer = await shell.page.evaluate(
      async ([path, wish]) => {
        const reply = await fetch(path, wish)
        return { ok: reply.ok, status: reply.status, text: await reply.text() }
      },
      [url, request] as const,
    )
    return { ok: answer.ok, status: answer.status, text: async () => answer.text }
  },
})

async function signedIn(): Promise<string> {
  const signed = await call(wireOf(), signIn, { pin })
  if (!signed.ok) throw new Error(signed.error)
  return signed.value.token
}

const health = async (): Promise<Health> =>
  Health.parse(await shell.page.evaluate(async () => (await fetch('/api/health')).json()))
const camera = async (): Promise<string> => {
  const { state, reason } = (await health()).devices.camera as { state: string; reason?: string }
  return reason ?? (state === 'absent' ? 'no-camera' : state)
}

/** Every change in what is said of the camera, until all of some words were said in this order, or for so long. */
async function listened(milliseconds: number, words: readonly string[]): Promise<readonly Said[]> {
  const said: Said[] = []
  const began = performance.now()
  let at = 0
  await eventually(
    `“${words.join('”, “')}”`,
    async () => {
      const says = await camera()
      if (said.at(-1)?.says !== says) said.push({ at: performance.now() - began, says })
      if (says === words[at]) at += 1
      return at === words.length
    },
    milliseconds,
  )
  return said
}
