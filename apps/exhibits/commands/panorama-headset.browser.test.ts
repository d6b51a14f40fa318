import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { likeness, type Pixels, reproject } from '@riverside/voyage'
import type * as Emulator from 'iwer'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cutTiles } from './panorama-cut.ts'
import { openPanorama, type PanoramaSession, paintedSphere } from './panorama-session.ts'

const size = { width: 640, height: 360 }

describe('the river in a headset', { timeout: 60_000 }, () => {
  let session: PanoramaSession
  let tiles: string
  let page: Page
  let emulator: string
  const picture = paintedSphere(2048)

  beforeAll(async () => {
    tiles = await mkdtemp(join(tmpdir(), 'panorama-headset-'))
    await cutTiles(picture, tiles)
    session = await openPanorama(size, picture, tiles, 'voyage-lab')
    emulator = await readFile(createRequire(import.meta.url).resolve('iwer/build/iwer.min.js'), 'utf8')
  }, 60_000)
  afterAll(async () => {
    await session?.[Symbol.asyncDispose]()
    await rm(tiles, { recursive: true, force: true })
  })
  beforeEach(async () => {
    page = await session.browser.newPage({ viewport: size })
    return () => page.close()
  })
  const open = async (withHeadset: boolean) => {
    if (withHeadset) await page.addInitScript(`${emulator}\n;(${wearable.toString()})()`)
    await page.goto(`${session.address}/voyage-lab.html`)
    await page.waitForSelector('canvas')
  }
  const slip = (word: string) => page.getByRole('button', { name: word })
  const seen = async (): Promise<Pixels> => {
    const { data, info } = await sharp(await page.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, data }
  }

  test('is not offered where there is none', async () => {
    await open(false)
    await page.waitForFunction(() => window.__river.headset.standing === 'none')
    expect(await slip('戴上头显').count()).toBe(0)
  })

  test('is what its wearer looks at, and the helm goes on steering', async () => {
    await open(true)
    const ahead = await page.evaluate(() => (window.__river.sailing.view(16 / 9).bearing * Math.PI) / 180)
    await slip('戴上头显').click()
    await page.waitForFunction(() => window.__river.headset.standing === 'worn')
    // A head turned to the right turns its own world to the left about the axis that points up.
    await page.evaluate(() => {
      window.__device.quaternion.set(0, Math.sin(-0.25), 0, Math.cos(-0.25))
    })
    const view = { yaw: ahead + 0.5, pitch: 0, field: await page.evaluate(() => window.__device.fovy) }
    await expect
      .poll(async () => likeness((await seen()).data, reproject(picture, view, size)), { timeout: 20_000 })
      .toBeGreaterThan(28)
    const before = await page.evaluate(() => window.__river.sailing.chainage)
    await page.evaluate(() => window.__river.sailing.turn(0.5))
    await page.waitForFunction((from) => window.__river.sailing.chainage > from + 15, before)
    expect(likeness((await seen()).data, reproject(picture, view, size))).toBeLessThan(28)
  })

  test('is taken off again, and the screen goes on', async () => {
    await open(true)
    await slip('戴上头显').click()
    await page.waitForFunction(() => window.__river.headset.standing === 'worn')
    await page.evaluate(() => window.__river.headset.leave())
    await page.waitForFunction(() => window.__river.headset.standing === 'offered')
    const { bearing, elevation, field } = await page.evaluate(() => window.__river.sailing.view(16 / 9))
    const [yaw, pitch, tall] = [bearing, elevation, field].map((angle) => (angle * Math.PI) / 180) as [
      number,
      number,
      number,
    ]
    const reference = reproject(picture, { yaw, pitch, field: tall }, size)
    await page.addStyleTag({ content: '.slip { visibility: hidden }' })
    await expect.poll(async () => likeness((await seen()).data, reference), { timeout: 20_000 }).toBeGreaterThan(28)
  })
})

declare global {
  interface Window {
    IWER: typeof Emulator
    __device: Emulator.XRDevice
  }
}

/** Runs in the page before anything else: a headset that looks where it is told. */
function wearable(): void {
  const device = new window.IWER.XRDevice(window.IWER.metaQuest3)
  device.installRuntime({ forceInstall: true })
  device.ipd = 0
  window.__device = device
}
