import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StationFile } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import { likeness, TakenView, takenViewPath } from '@riverside/voyage'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Visitor } from '../../../../tests/visitor.ts'
import { buildAll } from '../../../kiosk/scripts/build.ts'
import { type Station, startStation } from '../../../station/src/station.ts'
import { phonePageOf } from '../../../station/src/takeaway/phone-page.ts'
import { openChromium } from '../../commands/chromium.ts'
import { say } from '../voyage/words.ts'

const life = new Lifetime()
let browser: Browser
let station: Station
let address: string

beforeAll(async () => {
  await buildAll({ only: ['exhibits'] })
  const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-taken-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  const started = await startStation({
    file: StationFile.parse({
      station: {
        id: 'test',
        name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
        place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
      },
      // A demonstration keeps cards for its own machine where there is no network for phones.
      demonstration: true,
      screen: { role: 'all', mode: 'windowed', reducedMotion: true },
      idle: { warnAfter: 500, resetAfter: 600 },
      printer: { kind: 'pretend' },
      network: { port: 0 },
    }),
    data: join(place, 'data'),
    bundledPack: resolve(import.meta.dirname, '../../../../assets/demo-pack'),
    pages: { exhibits: resolve(import.meta.dirname, '../../dist'), console: place },
    phonePage: phonePageOf('<title>card</title>'),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
  address = `${station.url}/`
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  await station?.close()
  life[Symbol.dispose]()
})

async function onTheRiver(): Promise<{ page: Page; visitor: Visitor; views: TakenView[]; pictures: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true })
  const page = await context.newPage()
  const views: TakenView[] = []
  const pictures: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.includes('/views/')) pictures.push(pathname)
    if (pathname === '/api/postcards/keep') views.push(TakenView.parse(request.postDataJSON().draft.scene))
  })
  await page.goto(address)
  const visitor = new Visitor(page, 'zh')
  await visitor.comeIn()
  await visitor.enter('voyage')
  await page.locator('.voyage-river canvas').first().waitFor()
  return { page, visitor, views, pictures }
}

const taken = '.postcard-choice-card[data-taken]'
const widthOf = (page: Page) =>
  page.evaluate((one) => document.querySelector<HTMLImageElement>(`${one} img`)?.naturalWidth ?? 0, taken)

/** What the river shows, without anything that lies on it, as wide as a card sees it. */
async function shownOnCanvas(page: Page): Promise<Buffer> {
  const bare = await page.addStyleTag({
    content: '.voyage > :not(.voyage-river) { opacity: 0 !important; transition: none !important }',
  })
  const shot = await page.screenshot()
  await bare.evaluate((style) => (style as HTMLElement).remove())
  const width = Math.round((1080 * 1181) / 992)
  return sharp(shot)
    .extract({ left: Math.round((1920 - width) / 2), top: 0, width, height: 1080 })
    .toBuffer()
}
/** The same, once two looks a second apart are alike: every tile has come. */
async function shownAtRest(page: Page): Promise<Buffer> {
  let shown = await shownOnCanvas(page)
  await expect
    .poll(
      async () => {
        const before = shown
        shown = await shownOnCanvas(page)
        return likeness(await coarse(before), await coarse(shown))
      },
      { interval: 1000, timeout: 60_000 },
    )
    .toBeGreaterThan(50)
  return shown
}
const coarse = async (picture: Uint8Array) =>
  sharp(picture).resize(295, 248, { fit: 'fill' }).blur(1.5).ensureAlpha().raw().toBuffer()

describe('带走这一眼', () => {
  test('lays the view of the river first on the desk, and on the card that leaves', async () => {
    const { page, visitor, views, pictures } = await onTheRiver()
    const shown = await shownAtRest(page)
    await page.getByRole('button', { name: say.zh.keep }).dispatchEvent('click')
    await page.locator(taken).waitFor()
    expect(await page.locator('.postcard-choice-card').first().getAttribute('data-taken')).toBe('true')
    await expect.poll(() => widthOf(page), { timeout: 60_000 }).toBe(1181)
    await page.locator('.postcard-choice-card').first().dispatchEvent('click')
    await page.locator('.postcard-desk').waitFor()
    await visitor.write()
    await page.getByRole('button', { name: '写好了' }).dispatchEvent('click')
    await page.locator('[data-link-code="true"]').waitFor({ timeout: 60_000 })
    const [view] = views
    if (!view) throw new Error('no card was kept')
    expect(new Set(pictures.map((path) => path.split('/').slice(3).join('/')))).toEqual(new Set([takenViewPath(view)]))
    const picture = await fetch(`${station.url}${pictures[0]}`, {
      headers: { authorization: `Bearer ${station.screenKey}` },
    })
    const drawn = new Uint8Array(await picture.arrayBuffer())
    expect(likeness(await coarse(drawn), await coarse(shown))).toBeGreaterThan(40)
    await page.context().close()
  }, 240_000)

  test('stays until the visit ends, and is nobody’s afterwards', async () => {
    const { page, visitor } = await onTheRiver()
    await page.getByRole('button', { name: say.zh.keep }).dispatchEvent('click')
    await page.locator(taken).waitFor()
    await page.getByRole('button', { name: '返回' }).first().dispatchEvent('click')
    await page.locator('.visit-menu').waitFor()
    await visitor.enter('postcard')
    expect(await page.locator(taken).count()).toBe(1)
    await page.getByRole('button', { name: '返回' }).first().dispatchEvent('click')
    await page.locator('.visit-menu').waitFor()
    await visitor.sayGoodbye()
    await page.locator('.visit-attract').waitFor({ timeout: 20_000 })
    await visitor.comeIn()
    await visitor.enter('postcard')
    expect(await page.locator(taken).count()).toBe(0)
    expect(await page.locator('.postcard-choice-card').count()).toBe(5)
    await page.context().close()
  })
})
