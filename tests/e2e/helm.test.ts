import { call, type HelmNews, readStation, setFirstPin } from '@riverside/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

let browser: Browser
let station: RunningStation | undefined
beforeAll(async () => {
  await buildAll({ only: ['exhibits', 'console'] })
  browser = await openChromium()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await station?.stop()
  station = undefined
})
afterAll(async () => {
  await browser?.close()
})

/** What the tests put into the page beside the product's own things. */
type Probed = Window & {
  /** Says what the shell would say of its serial helm. */
  news: (news: HelmNews) => void
  /** What the page sees as the gamepads of this machine. */
  pads: Array<object | null>
  /** The picture of the river after each draw of the frame that was drawn last, as a sum. */
  drawn: number
  draws: number
}

/** A machine that draws by its processor, and does other things too, takes its time. Milliseconds. */
const patience = 90_000

const idle = { warnAfter: 500, resetAfter: 600 }
const serial = { driver: { kind: 'serial', device: '/dev/helm' } } as const

/** A visitor's page, on the river, at a station with this wheel. `shell` stands in for the Electron shell's side of a serial helm. */
async function onTheRiver(helm: object, size = { width: 960, height: 540 }): Promise<Page> {
  station = await runStation({ helm, idle })
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.addInitScript(standIns, { hasShell: JSON.stringify(helm).includes('serial') })
  await page.goto(`${station.url}/`)
  const visitor = new Visitor(page, 'zh')
  await visitor.comeIn()
  await visitor.enter('voyage')
  await page.locator('.voyage-helm').waitFor()
  return page
}

/** Runs in the page before anything of ours: a shell that only brings helm news, gamepads, and an eye on what WebGL draws. */
function standIns({ hasShell }: { hasShell: boolean }): void {
  const page = window as unknown as Probed & { shell?: object }
  const hearers = new Set<(news: HelmNews) => void>()
  let state: HelmNews | undefined
  page.news = (news) => {
    if (news.type === 'connected' || news.type === 'lost') state = news
    for (const hear of hearers) hear(news)
  }
  if (hasShell)
    page.shell = {
      heartbeat: async () => undefined,
      setVolume: async () => undefined,
      leaveKiosk: async () => 'unreachable',
      onHelm: (hear: (news: HelmNews) => void) => {
        hearers.add(hear)
        if (state) hear(state)
        return () => void hearers.delete(hear)
      },
    }
  page.pads = []
  navigator.getGamepads = () => page.pads as unknown as ReturnType<Navigator['getGamepads']>
  page.drawn = 0
  page.draws = 0
  const context = WebGL2RenderingContext.prototype
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
    const draw = context[name] as (...words: unknown[]) => void
    Object.assign(context, {
      [name](this: WebGL2RenderingContext, ...words: unknown[]) {
        draw.apply(this, words)
        if (this.getParameter(this.FRAMEBUFFER_BINDING) !== null) return
        const { drawingBufferWidth: width, drawingBufferHeight: height } = this
        const pixels = new Uint8Array(width * 8 * 4)
        this.readPixels(0, Math.round(height * 0.55), width, 8, this.RGBA, this.UNSIGNED_BYTE, pixels)
        page.drawn = pixels.reduce((sum, byte, at) => (sum * 31 + byte * (at + 1)) % 2_147_483_647, 7)
        page.draws += 1
      },
    })
  }
}

const say = (page: Page, ...news: readonly HelmNews[]) =>
  page.evaluate((all) => {
    for (const one of all) (window as unknown as Probed).news(one)
  }, news)
/** The reports of a wheel that goes from some counts to others, 30 at a time. */
const reports = (from: number, to: number): readonly HelmNews[] =>
  Array.from({ length: Math.ceil(Math.abs(to - from) / 30) + 1 }, (_, i) => ({
    type: 'turned',
    counts: from < to ? Math.min(to, from + i * 30) : Math.max(to, from - i * 30),
  }))
const metres = async (page: Page) =>
  Number(((await page.locator('.voyage-metres b').textContent()) ?? '').replace(/\D/g, ''))
const until = (page: Page, what: string) =>
  page.waitForFunction(
    (least) =>
      Number((document.querySelector('.voyage-metres b')?.textContent ?? '').replace(/\D/g, '')) >= Number(least),
    what,
  )
/** The ship lies still: where it is has been said to whoever cannot see it. */
async function atRest(page: Page): Promise<number> {
  // What was just done to the page has reached it by the second frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.waitForFunction(() => document.querySelector('.voyage-said')?.textContent !== '')
  return await metres(page)
}

describe('a report of the wheel', { timeout: 300_000 }, () => {
  test('is seen in the next frame: the drawn helm has turned, and the river has moved', async () => {
    const page = await onTheRiver(serial)
    await say(page, { type: 'connected', device: '/dev/helm' }, { type: 'turned', counts: 0 })
    await say(page, ...reports(0, 1200))
    await until(page, '190')
    await atRest(page)
    await page.waitForFunction(async () => {
      const { draws } = window as unknown as Probed
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return (window as unknown as Probed).draws === draws
    })
    const seen = await page.evaluate(async () => {
      const probed = window as unknown as Probed
      const helm = () => document.querySelector<HTMLElement>('.voyage-helm [data-layer=king]')?.style.transform
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const rounds = []
      let counts = 1200
      for (let round = 0; round < 12; round += 1) {
        // The first round wakes a ship at rest; in the others it is under way.
        const before = { helm: helm(), drawn: probed.drawn, draws: probed.draws }
        counts += 120
        probed.news({ type: 'turned', counts })
        await frame()
        // Callbacks of one frame run in the order in which they were asked for; the drawing may come after this one.
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)))
        await new Promise((resolve) => setTimeout(resolve, 0))
        const isTurned = helm() !== before.helm
        rounds.push({ draws: probed.draws - before.draws, isTurned, hasMoved: probed.drawn !== before.drawn })
      }
      return rounds
    })
    expect(seen).toEqual(seen.map(({ draws }) => ({ draws, isTurned: true, hasMoved: true })))
    expect(Math.min(...seen.map(({ draws }) => draws))).toBeGreaterThan(0)
  })
})

describe('a serial wheel whose cable is pulled under way', { timeout: 300_000 }, () => {
  test('leaves the ship where it was going, gives the helm to the hand, and comes back without a jump', async () => {
    const page = await onTheRiver(serial)
    await say(page, { type: 'connected', device: '/dev/helm' }, { type: 'turned', counts: 50_000 })
    for (let counts = 50_200; counts <= 50_600; counts += 200) await say(page, { type: 'turned', counts })
    await until(page, '90')
    await say(page, { type: 'lost' })
    await page.locator('.helm[data-glowing]').waitFor()
    await page.getByText('用手转屏上的舵轮').waitFor()
    expect(await atRest(page)).toBe(100)
    const helm = await page.locator('.voyage-helm').boundingBox()
    if (!helm) throw new Error('there is no helm')
    const [x, y, far] = [helm.x + helm.width / 2, helm.y + helm.height / 2, helm.width * 0.38]
    await page.mouse.move(x - far * 0.7, y - far * 0.7)
    await page.mouse.down()
    for (let step = 0; step <= 8; step += 1) {
      const angle = ((-135 + step * 12) * Math.PI) / 180
      await page.mouse.move(x + far * Math.cos(angle), y + far * Math.sin(angle))
    }
    await page.mouse.up()
    await until(page, '120')
    const before = await atRest(page)
    await say(page, { type: 'connected', device: '/dev/helm' }, { type: 'turned', counts: -7 })
    await page.locator('.helm[data-glowing]').waitFor({ state: 'detached' })
    expect(await atRest(page)).toBe(before)
    await say(page, { type: 'turned', counts: 113 }, { type: 'turned', counts: 233 })
    await until(page, String(before + 30))
  })
})

describe('a wheel of limited turn, as a gamepad that the page is given', { timeout: 300_000 }, () => {
  const wheel = { driver: { kind: 'gamepad', name: 'wheel', axis: 1, button: 2, turnsASecond: 2 } } as const
  /** The page's own `navigator.getGamepads` is replaced: this proves what the product makes of a gamepad, not the system's driver. */
  const hold = (page: Page, axis: number | undefined, pressed = false) =>
    page.evaluate(
      async ([axis, pressed]) => {
        const probed = window as unknown as Probed
        const buttons = [false, false, pressed].map((one) => ({ pressed: one, touched: one, value: Number(one) }))
        const isNew = probed.pads[0] == null
        const pad = { id: 'Riverside Wheel (Vendor: 1209)', index: 0, connected: true, axes: [0, axis], buttons }
        probed.pads = [axis === undefined ? null : pad]
        if (isNew && axis !== undefined) dispatchEvent(new Event('gamepadconnected'))
        if (axis === undefined) dispatchEvent(new Event('gamepaddisconnected'))
        // The wheel is looked at once a frame.
        for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
      },
      [axis, pressed] as const,
    )

  test('steers by being held over, opens what is abeam by its button, and may be pulled and put back', async () => {
    const page = await onTheRiver(wheel)
    await page.locator('.helm[data-glowing]').waitFor()
    await hold(page, 0)
    await page.locator('.helm[data-glowing]').waitFor({ state: 'detached' })
    await hold(page, 0.6)
    await until(page, '60')
    await hold(page, undefined)
    await page.locator('.helm[data-glowing]').waitFor()
    const before = await atRest(page)
    await hold(page, 1)
    await page.locator('.helm[data-glowing]').waitFor({ state: 'detached' })
    expect(await atRest(page)).toBe(before)
    await hold(page, 0)
    await hold(page, 1)
    await until(page, '150')
    await hold(page, 0)
    // On from there in short ways, until the ship has come to rest before a place: one that is seen in passing may be gone by then.
    for (
      let place = await atRest(page);
      !(await page.locator('.voyage-abeam').isVisible());
      place = await atRest(page)
    ) {
      await hold(page, 0.12)
      await until(page, String(place + 20))
      await hold(page, 0)
    }
    await hold(page, 0, true)
    await page.locator('.voyage-sheet').waitFor()
  })
})

describe('the calibration of a wheel', { timeout: 300_000 }, () => {
  const pin = '8642'
  /** The staff desk in a browser of its own. */
  async function atTheDesk(): Promise<Page> {
    if (!station) throw new Error('there is no station')
    await call({ fetch, address: station.url, key: station.screenKey }, setFirstPin, { pin })
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const desk = await context.newPage()
    desk.setDefaultTimeout(patience)
    await desk.goto(`${station.url}/console/`)
    await desk.locator('.sign-in input').fill(pin)
    await desk.keyboard.press('Enter')
    await desk.getByRole('button', { name: '舵轮', exact: true }).click()
    await desk.locator('.helm-page').waitFor()
    return desk
  }

  test('turns one full turn to starboard into settings that the screen uses at once, and gives the old ones back', async () => {
    const page = await onTheRiver(serial)
    // Far enough from the wharf that a turn is seen whichever way it is taken.
    await say(page, { type: 'connected', device: '/dev/helm' }, ...reports(-5100, 900))
    await until(page, '1000')
    const desk = await atTheDesk()
    const begin = desk.getByRole('button', { name: '开始' })
    await desk.locator('.helm-trouble').waitFor({ state: 'detached' })
    await begin.click()
    await say(page, { type: 'turned', counts: 901 }, { type: 'turned', counts: 900 })
    await desk.getByRole('heading', { name: '往右转满一圈' }).waitFor()
    // An encoder of 1024 counts that falls when it is turned to the right.
    await say(page, ...reports(900, -120))
    await desk.waitForFunction(() => Number(document.querySelector('.helm-raw')?.textContent?.replace('−', '-')) < -90)
    await desk.getByRole('button', { name: '转好了' }).click()
    await desk.getByRole('heading', { name: '一圈 1,024 下' }).waitFor()
    expect(await desk.locator('.helm-lines').textContent()).toContain('方向和原来相反')
    await desk.locator('.helm-by input').fill('老王')
    await desk.getByRole('button', { name: '存下' }).click()
    await desk.getByText('存下了，大屏已经在用。').waitFor()
    expect(await desk.locator('.helm-now').textContent()).toMatch(/每圈 1,024 下，往右为负，串口编码器，.*老王 校过/)
    // The screen hears of it by itself; from then on a turn of 1024 counts is one turn, the other way round.
    let [counts, way] = [-120, 0]
    for (let turn = 0; Math.abs(way - 100) > 10; turn += 1) {
      expect(turn).toBeLessThan(6)
      const before = await atRest(page)
      await say(page, ...reports(counts, counts - 1024))
      counts -= 1024
      await page.waitForFunction((before) => {
        const text = document.querySelector('.voyage-metres b')?.textContent ?? ''
        return Number(text.replace(/\D/g, '')) !== before
      }, before)
      way = (await atRest(page)) - before
    }
    await desk.getByRole('button', { name: '改回设置文件的' }).click()
    await desk.getByText('已经改回设置文件里的。').waitFor()
    expect(await desk.locator('.helm-now').textContent()).toContain('每圈 600 下，往右为正，串口编码器，照设置文件')
  })

  test('says what was wrong where it was no turn, and what to do', async () => {
    const page = await onTheRiver(serial)
    await say(page, { type: 'connected', device: '/dev/helm' }, { type: 'turned', counts: 0 })
    const desk = await atTheDesk()
    await desk.locator('.helm-trouble').waitFor({ state: 'detached' })
    await desk.getByRole('button', { name: '开始' }).click()
    await desk.getByRole('button', { name: '转好了' }).click()
    await desk.getByText('没有看到舵轮转').waitFor()
    await say(page, { type: 'lost' })
    await desk.getByRole('button', { name: '不校了' }).click()
    await desk.getByText('舵轮没有接上').waitFor()
  })

  test('can be made on the screen itself, by the PIN, and the wheel steers nothing meanwhile', async () => {
    const page = await onTheRiver(serial)
    if (!station) throw new Error('there is no station')
    await call({ fetch, address: station.url, key: station.screenKey }, setFirstPin, { pin })
    await say(page, { type: 'connected', device: '/dev/helm' }, ...reports(0, 1200))
    await until(page, '200')
    const before = await atRest(page)
    await new Visitor(page, 'zh').knockForStaff()
    for (const figure of pin)
      await page.locator('.visit-pad').getByRole('button', { name: figure, exact: true }).click()
    await page.getByRole('button', { name: '校舵轮' }).click()
    await page.getByRole('button', { name: '开始' }).click()
    await page.getByRole('heading', { name: '往右转满一圈' }).waitFor()
    await say(page, ...reports(1200, 3600), { type: 'button', pressed: true }, { type: 'button', pressed: false })
    await page.getByRole('heading', { name: '一圈 2,400 下' }).waitFor()
    await page.getByRole('button', { name: '存下' }).click()
    await page.getByText('存下了，大屏已经在用。').waitFor()
    await page.getByRole('button', { name: '不校了' }).click()
    await page.locator('.stage-helm').waitFor({ state: 'detached' })
    expect(await atRest(page)).toBe(before)
    const read = await call({ fetch, address: station.url, key: station.screenKey }, readStation, undefined)
    expect(read.ok && read.value.file.helm.driver).toMatchObject({ countsPerTurn: 2400, direction: 'normal' })
  })
})
