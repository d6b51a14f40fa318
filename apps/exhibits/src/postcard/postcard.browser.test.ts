import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StationFile } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallPack } from '../../../station/src/packs/pack-for-tests.ts'
import { type Station, startStation } from '../../../station/src/station.ts'
import { buildPhonePage } from '../../../station/src/takeaway/phone-page.ts'
import { openChromium } from '../../commands/chromium.ts'

const life = new Lifetime()
let browser: Browser
let station: Station
let server: ViteDevServer
let address: string

beforeAll(async () => {
  const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-postcard-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  const started = await startStation({
    file: StationFile.parse({
      station: {
        id: 'test',
        name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
        place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
      },
      screen: { role: 'postcard', mode: 'windowed' },
      printer: { kind: 'pretend' },
      network: { port: 0 },
    }),
    data: join(place, 'data'),
    bundledPack: await writeSmallPack(join(place, 'pack')),
    pages: { exhibits: place, console: place },
    phonePage: await buildPhonePage(),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
  const through = {
    target: station.url,
    changeOrigin: true,
    headers: { authorization: `Bearer ${station.screenKey}`, origin: station.url },
  }
  server = await createServer({
    configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
    cacheDir: join(tmpdir(), 'riverside-postcard-test'),
    server: {
      port: 0,
      host: '127.0.0.1',
      hmr: false,
      watch: null,
      proxy: { '/api': through, '/packs': through, '/t/': through },
    },
    logLevel: 'error',
  })
  await server.listen()
  const at = server.httpServer?.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await station?.close()
  life[Symbol.dispose]()
})

type Finger = { readonly x: number; readonly y: number; readonly wide?: number }

/** Fingers on the card, in its millimetres, as Chromium has them from a touch screen. */
async function handOf(page: Page): Promise<{
  stroke(points: readonly Finger[]): Promise<void>
  send(type: CdpTouch, points: readonly Finger[]): Promise<void>
}> {
  const box = await page.locator('[data-writing-surface]').boundingBox()
  if (!box) throw new Error('There is nothing to write on')
  const protocol: CDPSession = await page.context().newCDPSession(page)
  const send = async (type: CdpTouch, points: readonly Finger[]) => {
    const touchPoints = points.map(({ x, y, wide = 12 }, id) => ({
      x: box.x + (x / 148) * box.width,
      y: box.y + (y / 100) * box.height,
      id,
      radiusX: wide / 2,
      radiusY: wide / 2,
    }))
    await protocol.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  const stroke = async ([first, ...rest]: readonly Finger[]) => {
    if (first) await send('touchStart', [first])
    for (const point of rest) await send('touchMove', [point])
    await send('touchEnd', [])
  }
  return { stroke, send }
}
type CdpTouch = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

async function sitDown(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('#stage main').first().waitFor()
  await page.waitForFunction(() => document.querySelector('#stage main')?.childElementCount)
  await page.mouse.click(960, 500)
  await page.getByRole('button', { name: '中文' }).first().dispatchEvent('click')
  await page.locator('.postcard-choice-card').first().dispatchEvent('click')
  await page.locator('.postcard-desk').waitFor()
  return page
}

/** Whether there is dark ink about a place of the card, in millimetres. */
async function inkAt(page: Page, x: number, y: number): Promise<boolean> {
  return page.evaluate(
    ([x, y]) =>
      [...document.querySelectorAll<HTMLCanvasElement>('.postcard-glass canvas')].some((canvas) => {
        const context = canvas.getContext('2d')
        const at = (mm: number, size: number, whole: number) => Math.round((mm / whole) * size)
        return (context?.getImageData(at(x!, canvas.width, 148), at(y!, canvas.height, 100), 1, 1).data[3] ?? 0) > 100
      }),
    [x, y],
  )
}

/** Presses at once: a machine that draws in software may take seconds until a slip lies still. */
const press = (page: Page, name: string) => page.getByRole('button', { name }).dispatchEvent('click')

const down = (x: number): readonly Finger[] => Array.from({ length: 12 }, (_, at) => ({ x, y: 20 + at * 2 }))

describe('the postcard’s desk', () => {
  test('has ink under the finger, takes it back stroke by stroke, and never writes with a palm', async () => {
    const page = await sitDown()
    const hand = await handOf(page)
    await hand.stroke(down(136))
    await hand.stroke(down(125))
    expect([await inkAt(page, 136, 30), await inkAt(page, 125, 30)]).toEqual([true, true])
    await press(page, '退一笔')
    await expect.poll(() => inkAt(page, 125, 30)).toBe(false)
    expect(await inkAt(page, 136, 30)).toBe(true)
    await hand.stroke(down(114).map((point) => ({ ...point, wide: 120 })))
    expect(await inkAt(page, 114, 30)).toBe(false)
    await page.context().close()
  })

  test('closes a stroke the system takes away, and writes the next one at once', async () => {
    const page = await sitDown()
    const hand = await handOf(page)
    await hand.send('touchStart', [{ x: 136, y: 20 }])
    await hand.send('touchMove', [{ x: 136, y: 40 }])
    await hand.send('touchCancel', [])
    await hand.stroke(down(114))
    expect([await inkAt(page, 136, 26), await inkAt(page, 114, 30)]).toEqual([true, true])
    await expect.poll(() => page.locator('.postcard-ring').isHidden()).toBe(true)
    await page.context().close()
  })

  test('stays quick and bounded through ten minutes of scribbling', async () => {
    const page = await sitDown()
    const each = await page.evaluate(() => {
      const glass = document.querySelector<HTMLCanvasElement>('[data-writing-surface]')!
      const box = glass.getBoundingClientRect()
      const send = (type: string, at: number) =>
        glass.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 5,
            pointerType: 'touch',
            bubbles: true,
            pressure: 0.5,
            width: 12,
            height: 12,
            clientX: box.left + box.width * (0.5 + 0.45 * Math.sin(at / 7)),
            clientY: box.top + box.height * (0.5 + 0.4 * Math.sin(at / 11 + 1)),
          }),
        )
      const began = performance.now()
      const events = 36_000
      for (let at = 0; at < events; at++)
        send(at % 300 === 0 ? 'pointerdown' : at % 300 === 299 ? 'pointerup' : 'pointermove', at)
      return (performance.now() - began) / events
    })
    expect(each).toBeLessThan(1)
    await page.context().close()
  })
})

describe('a finished card', () => {
  test('is printed after a second thought, and a pretend printer says that it pretends', async () => {
    const page = await sitDown()
    await (await handOf(page)).stroke(down(136))
    await press(page, '写好了')
    await press(page, '印出来')
    await press(page, '先不印')
    await press(page, '印出来')
    await page.getByText('正在印').waitFor()
    await page.getByText('演示打印机走完了一遍，不出纸').waitFor()
    await page.context().close()
  })
})
