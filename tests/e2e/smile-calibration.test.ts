import { call, setFirstPin, watchDoor } from '@riverside/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

const pin = '8642'
let station: RunningStation
/** A browser each: a page behind another one draws nothing. The one at the door has no graphics card made of software to wait for. */
let browsers: readonly Browser[] = []
let screen: Page
let desk: Page

beforeAll(async () => {
  // Nobody touches the screen for as long as a busy machine takes, and the drawn river need not move meanwhile.
  const calm = { screen: { mode: 'windowed', reducedMotion: true }, idle: { warnAfter: 590, resetAfter: 600 } }
  station = await runStation(calm)
  await call({ fetch, address: station.url, key: station.screenKey }, setFirstPin, { pin })
  const [atTheDoor, onTheDesk] = await Promise.all([openChromium([]), openChromium()])
  browsers = [atTheDoor, onTheDesk]
  screen = await atTheDoor.newPage({ viewport: { width: 1920, height: 1080 } })
  await screen.addInitScript(() => {
    const tracks: MediaStreamTrack[] = []
    type Generator = new (init: { kind: string }) => MediaStreamTrack
    const { MediaStreamTrackGenerator } = window as unknown as { MediaStreamTrackGenerator: Generator }
    class Counted extends MediaStreamTrackGenerator {
      constructor(init: { kind: string }) {
        super(init)
        tracks.push(this)
      }
    }
    Object.assign(window, { MediaStreamTrackGenerator: Counted })
    Object.assign(window, { live: () => tracks.filter(({ readyState }) => readyState === 'live').length })
  })
  await screen.goto(station.url)
  await screen.locator('.visit-attract').waitFor()
  desk = await onTheDesk.newPage({ viewport: { width: 1920, height: 1080 } })
  await desk.goto(`${station.url}/console/`)
  await desk.locator('input[type="password"]').fill(pin)
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: '笑脸', exact: true }).click()
}, 180_000)
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await station?.stop()
})

const cameras = () => screen.evaluate(() => (window as unknown as { live(): number }).live())
const camerasAre = (count: number, timeout: number) =>
  screen.waitForFunction((wanted) => (window as unknown as { live(): number }).live() === wanted, count, { timeout })

describe('a calibration by two observers', () => {
  test('frames a visitor without a picture, and counts what both said of him beside what the reader said', async () => {
    await desk.getByRole('button', { name: '两个人对读数' }).click()
    await desk.locator('.calibration-box').waitFor({ timeout: 90_000 })
    expect(await screen.locator('.camera-banner').textContent()).toContain('摄像头使用中')
    expect(await desk.locator('video, img, canvas').count()).toBe(0)
    await desk.getByRole('button', { name: '在笑' }).nth(0).click()
    await desk.getByText('按好了，等另一位').waitFor()
    await desk.getByRole('button', { name: '在笑' }).nth(1).click()
    const both = desk.locator('.calibration-ledger dl div').first().locator('dd').first()
    await expect
      .poll(
        async () => {
          const unread = await desk.locator('.calibration-ledger dl div').nth(3).locator('dd').first().textContent()
          return Number(await both.textContent()) + Number(unread)
        },
        { timeout: 60_000 },
      )
      .toBe(1)
  }, 240_000)

  test('closes the camera soon after the desk has left it', async () => {
    await desk.getByRole('button', { name: '回到怎么记' }).click()
    await camerasAre(0, 30_000)
    await screen.locator('.camera-banner').waitFor({ state: 'detached' })
  }, 60_000)
})

describe('the live view behind the staff door', () => {
  const enter = async () => {
    await new Visitor(screen, 'zh').knockForStaff()
    for (const figure of pin) await screen.getByRole('button', { name: figure, exact: true }).click()
    await screen.getByRole('button', { name: '对镜头' }).click()
    await screen.locator('.staff-camera').waitFor()
  }
  const holding = async () => {
    const slip = await screen.locator('.staff-camera-hold').boundingBox()
    if (!slip) throw new Error('there is nothing to hold')
    await screen.mouse.move(slip.x + slip.width / 2, slip.y + slip.height / 2)
    await screen.mouse.down()
    await camerasAre(1, 20_000)
  }

  test('shows what the camera sees while a hand presses, and closes it within a second of letting go', async () => {
    await enter()
    expect(await cameras()).toBe(0)
    await holding()
    await screen.waitForFunction(
      () => (document.querySelector('.staff-camera video') as HTMLVideoElement).videoWidth > 0,
    )
    await screen.mouse.up()
    await camerasAre(0, 1000)
    expect(
      await screen.evaluate(() => (document.querySelector('.staff-camera video') as HTMLVideoElement).srcObject),
    ).toBeNull()
  }, 90_000)

  test('closes within a second when the hand that holds it is signed out elsewhere', async () => {
    await holding()
    await screen.route('**/api/staff/smile/view', (route) =>
      route.fulfill({ status: 401, body: '{"code":"not-allowed"}' }),
    )
    await camerasAre(0, 1000)
    await screen.locator('.staff-camera').waitFor({ state: 'detached' })
    await screen.mouse.up()
  }, 60_000)

  test('is not for whoever has not signed in', async () => {
    const answer = await call({ fetch, address: station.url, key: station.screenKey }, watchDoor, undefined)
    expect(answer).toEqual({ ok: false, error: 'not-allowed' })
  })
})
