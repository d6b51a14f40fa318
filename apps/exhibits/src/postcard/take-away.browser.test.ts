import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHost, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { call, keepPostcard, StationFile } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import { cardOf, type Scene, SceneId } from '@riverside/postcard'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Visitor } from '../../../../tests/visitor.ts'
import { buildAll } from '../../../kiosk/scripts/build.ts'
import { openCardLetters } from '../../../station/src/postcard/card-letters.ts'
import { drawCard } from '../../../station/src/postcard/draw-card.ts'
import { type Station, startStation } from '../../../station/src/station.ts'
import { codeReaders } from '../../../station/src/takeaway/code-trials.ts'
import { buildPhonePage } from '../../../station/src/takeaway/phone-page.ts'
import { writePage } from '../../../station/src/takeaway/write-page.ts'
import { openChromium } from '../../commands/chromium.ts'
import { takeAwayWords } from './take-away-words.ts'

const pack = resolve(import.meta.dirname, '../../../../assets/demo-pack')
const words = takeAwayWords.zh
const life = new Lifetime()
const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-away-')), (path) => rmSync(path, { recursive: true }))
/** Hours by which the station's clock is ahead of the machine's. */
let ahead = 0
let browser: Browser
let host: Server
let station: Station
let kiosk: Page
/** What the first code of the kiosk says. */
let link: string

beforeAll(async () => {
  await buildAll({ only: ['exhibits'] })
  const folder = join(place, 'page')
  const config = resolve(pack, '../../kiosk-config/demonstration.json')
  const written = await writePage({ out: folder, pack, stations: [config] })
  if (!written.ok) throw new Error(written.error)
  // Any web host: it knows nothing of cards and sends nothing but files.
  host = createHost((request, reply) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html')
    reply.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html')
    reply.end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening))
  const started = await startStation({
    file: StationFile.parse({
      station: {
        id: 'demonstration',
        name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
        place: { zh: '秦皇岛路码头', en: 'Qinhuangdao Road Wharf' },
      },
      screen: { role: 'all', mode: 'windowed', reducedMotion: true },
      idle: { warnAfter: 500, resetAfter: 600 },
      takeAway: {
        page: `http://127.0.0.1:${portOf(host)}/`,
        hours: 2,
        wifi: { name: 'Riverside;1', password: 'riverside' },
      },
      network: { port: 0, lan: '127.0.0.2' },
    }),
    data: join(place, 'data'),
    bundledPack: pack,
    pages: { exhibits: resolve(import.meta.dirname, '../../dist'), console: place },
    phonePage: await buildPhonePage(),
    clock: { now: () => Date.now() + ahead * 3_600_000, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
  browser = await openChromium()
  kiosk = await finishCard()
  link = await read()
})

afterAll(async () => {
  await browser?.close()
  await station?.close()
  host?.close()
  life[Symbol.dispose]()
})

const portOf = (listener: Pick<Server, 'address'>): number => {
  const at = listener.address()
  return typeof at === 'object' && at ? at.port : 0
}

/** One card, finished on the kiosk and left there: each test looks at another way out for it. */
async function finishCard(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true })).newPage()
  const visitor = new Visitor(page, 'zh')
  await page.goto(`${station.url}/`)
  await visitor.comeIn()
  await visitor.enter('postcard')
  await visitor.chooseScene()
  await visitor.write()
  await visitor.finishCard()
  return page
}

/** What readers of codes that share no line of code find in the pixels of the slip. */
async function read(): Promise<string> {
  await kiosk.locator('[data-link-code="true"]').waitFor()
  const slip = await kiosk.locator('.postcard-scan').screenshot()
  const { data, info } = await sharp(slip).greyscale().raw().toBuffer({ resolveWithObject: true })
  const picture = { data, width: info.width, height: info.height }
  const [said, ...others] = await Promise.all(Object.values(codeReaders).map((reader) => reader(picture)))
  expect(others).toEqual(others.map(() => said))
  return said ?? ''
}

const chat =
  'Mozilla/5.0 (Linux; Android 10; V1990A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 XWEB/4317 Mobile Safari/537.36 MicroMessenger/8.0.30'

function phone(userAgent?: string): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    ...(userAgent === undefined ? {} : { userAgent }),
  })
}

const saved = async (page: Page, button: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()])
  return readFileSync(await file.path())
}

describe('a finished card', () => {
  test('leaves in a code of its own, and is the same card on a phone that never met the station', async () => {
    const [address, fragment = ''] = link.split('#')
    expect(address).toBe(`HTTP://127.0.0.1:${portOf(host)}/`)
    const card = cardOf(fragment)
    if (!card.ok) throw new Error(card.error)
    const { station: at, scene: id, ...draft } = card.value
    expect([at, draft.strokes.length]).toEqual(['demonstration', 6])

    const context = await phone()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(link)
    await page.locator('html[data-rests="front"]').waitFor()
    const scene = JSON.parse(readFileSync(join(pack, `scenes/${id}.json`), 'utf8')) as Scene
    const drawn = await drawCard(
      draft,
      scene,
      readFileSync(join(pack, scene.picture)),
      {
        name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
        place: { zh: '秦皇岛路码头', en: 'Qinhuangdao Road Wharf' },
      },
      openCardLetters(),
    )
    expect(await offBy(await saved(page, '#save'), Buffer.from(await drawn.png('front')))).toBeLessThan(3)
    await page.locator('#turn').click()
    await page.locator('html[data-rests="back"]').waitFor()
    expect(await offBy(await saved(page, '#save'), Buffer.from(await drawn.png('back')))).toBeLessThan(1)
    expect((await saved(page, '#pdf')).toString('latin1', 0, 8)).toBe('%PDF-1.4')
    expect(asked.filter((url) => /^http/.test(url)).every((url) => new URL(url).port === `${portOf(host)}`)).toBe(true)
    expect(await page.locator('#delete').isHidden()).toBe(true)
    await context.close()
  })

  test('opens in an old browser inside a chat program, which holds a picture instead of saving a file', async () => {
    const context = await phone(chat)
    await context.addInitScript(() => {
      for (const [of, names] of [
        [Array.prototype, ['at', 'flat', 'flatMap', 'findLast', 'toSorted']],
        [String.prototype, ['at', 'replaceAll', 'matchAll']],
        [Object, ['fromEntries', 'hasOwn']],
        [Element.prototype, ['replaceChildren']],
        [HTMLImageElement.prototype, ['decode']],
      ] as ReadonlyArray<readonly [object, readonly string[]]>)
        for (const name of names) delete (of as Record<string, unknown>)[name]
    })
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('html[data-rests="front"]').waitFor()
    await page.locator('#save').click()
    expect(await page.locator('#large').getAttribute('src')).toMatch(/^data:image\/jpeg/)
    expect(await page.locator('#pdf').isHidden()).toBe(true)
    // A link that a chat program cut short says so, and shows no other card.
    await page.goto('about:blank')
    await page.goto(link.slice(0, -3))
    await page.getByText('链接不完整').waitFor()
    await context.close()
  })

  test('leaves by the station in two steps, is written again on the phone, deleted there, and gone', async () => {
    await kiosk.getByRole('button', { name: words.otherCode }).click()
    await kiosk.getByText('先连站里的网').waitFor()
    expect(await read()).toBe('WIFI:S:Riverside\\;1;T:WPA;P:riverside;;')
    await kiosk.getByRole('button', { name: words.joined }).click()
    const link = await read()
    expect(link).toMatch(/^HTTP:\/\/127\.0\.0\.2:\d+\/T\/[A-Z2-7]{26}#[A-Z2-7]{52}$/)

    const context = await phone()
    const page = await context.newPage()
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.goto(link)
    await page.locator('#writing').waitFor()
    await page.locator('html[data-rests="front"]').waitFor()
    expect(await page.locator('#writing').isHidden()).toBe(true)
    // A wrong key opens nothing, and says no more than that the link is not whole.
    const stranger = await (await phone()).newPage()
    await stranger.goto(link.replace(/#../, '#ZZ'))
    await stranger.getByText('链接不完整').waitFor()
    await stranger.context().close()

    await page.locator('#delete').click()
    await page.locator('#delete').click()
    await page.getByText('删掉了').waitFor()
    await page.reload()
    await page.getByText('已经删除').waitFor()
    await context.close()
  })

  test('kept at the station is gone when its hours are over', async () => {
    const wire = { fetch, address: station.url, key: station.screenKey }
    const draft = { scene: SceneId.parse('waterworks'), strokes: [], language: 'zh', date: '2026-03-14' } as const
    const kept = await call(wire, keepPostcard, { draft: { ...draft, strokes: [] } })
    if (!kept.ok) throw new Error(kept.error)
    ahead = 2
    const context = await phone()
    const page = await context.newPage()
    await page.goto(kept.value.link)
    await page.getByText('过了保存的时间').waitFor()
    await context.close()
  })
})

describe('the screen a card was written on', () => {
  test('remembers nothing of it when its writer has gone: neither in memory nor in any store', async () => {
    const fragment = link.split('#')[1]?.slice(0, 48) ?? ''
    const visitor = new Visitor(kiosk, 'zh')
    // The search finds what is there.
    expect(await heapHolds(kiosk, fragment)).toBe(true)
    await visitor.leaveCard()
    await visitor.sayGoodbye()
    await kiosk.locator('.visit-attract').waitFor()
    expect(await heapHolds(kiosk, fragment)).toBe(false)
    expect(
      await kiosk.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ]),
    ).toEqual([0, 0, 0])
  })
})

/** Whether a text is anywhere in the memory of a page's program, after what nobody holds was let go. */
async function heapHolds(page: Page, text: string): Promise<boolean> {
  const protocol = await page.context().newCDPSession(page)
  let snapshot = ''
  protocol.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    snapshot += chunk
  })
  await protocol.send('HeapProfiler.collectGarbage')
  await protocol.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await protocol.detach()
  return snapshot.includes(text)
}

/** The mean difference of two pictures in greys of 256. */
async function offBy(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((png) => sharp(png).removeAlpha().raw().toBuffer()))
  return a!.reduce((sum, value, at) => sum + Math.abs(value - b![at]!), 0) / a!.length
}
