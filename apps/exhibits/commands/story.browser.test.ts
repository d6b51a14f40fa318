import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tenFingers, twinsOf } from './sand-bench.ts'
import { openStory, type StorySession } from './story-session.ts'

const chapter = (id: string) => ({
  id,
  picture: 'media/stories/liufa-chuhai/matou.webp',
  pictureText: { zh: '码头', en: 'A wharf' },
  caption: { zh: '船开了。', en: 'It left.' },
  lit: { zh: '船', en: 'It' },
  certainty: 'high',
  sources: ['S05'],
  voice: {},
})
const short = {
  id: 'short',
  title: { zh: '短故事', en: 'A short story' },
  dated: { zh: '一九一九', en: '1919' },
  chapters: [chapter('one'), chapter('two')],
}
const long = {
  ...short,
  chapters: [{ ...chapter('one'), caption: { zh: '船开了。'.repeat(60), en: 'It left. '.repeat(60) } }, chapter('two')],
}
const voiced = (voice: string) => ({
  ...long,
  chapters: long.chapters.map((one) => ({ ...one, voice: { zh: { media: voice } } })),
})

describe('the room of sand in a real browser', { timeout: 60_000 }, () => {
  let session: StorySession
  let page: Page

  beforeAll(async () => {
    session = await openStory()
    session.instead.set('media/silence.opus', { kind: 'audio/ogg', bytes: 'this is no sound' })
    session.instead.set('media/stories/gone.webp', 'missing')
    const stories = {
      short,
      long,
      broken: voiced('media/silence.opus'),
      mute: voiced('media/gone.opus'),
      bare: { ...long, chapters: long.chapters.map((one) => ({ ...one, picture: 'media/stories/gone.webp' })) },
    }
    for (const [name, story] of Object.entries(stories)) {
      session.instead.set(`stories/${name}.json`, { kind: 'application/json', bytes: JSON.stringify(story) })
    }
  }, 120_000)
  afterAll(() => session?.[Symbol.asyncDispose]())
  beforeEach(async () => {
    page = await session.browser.newPage({ viewport: { width: 960, height: 540 }, hasTouch: true })
    return () => page.close()
  })
  const open = (query: string) => page.goto(`${session.address}?${query}`)
  const openTray = async (query: string) => {
    await open(`tray&${query}`)
    await page.waitForFunction(() => (window.__lab?.trays.length ?? 0) > 0)
  }

  test('tells a whole story by itself and then lets the visit rest', async () => {
    await open('story=stories/short.json&still')
    await page.waitForSelector('.story-place >> text=第二回', { state: 'attached', timeout: 20_000 })
    await page.waitForSelector('text=再讲一遍', { timeout: 20_000 })
    expect(await page.evaluate(() => window.__lab.playing.at(-1))).toBe(false)
  })

  test('tells a chapter without its print on paper', async () => {
    await open('story=stories/bare.json')
    await page.waitForSelector('.story-paper .story-caption')
    expect(await page.locator('canvas').count()).toBe(0)
  })

  test.each(['broken', 'mute'])('tells by captions where the recording is %s and there is no voice', async (story) => {
    await open(`story=stories/${story}.json`)
    await page.waitForSelector('[data-teller="captions"]', { timeout: 20_000 })
    await page.waitForSelector('.story-phrase[data-told]:nth-child(2)')
  })

  test('pauses and goes on', async () => {
    await open('story=stories/long.json')
    await page.click('text=讲述中')
    expect(await page.evaluate(() => window.__lab.playing.at(-1))).toBe(false)
    await page.click('text=接着讲')
    await page.waitForSelector('text=讲述中')
  })

  test('tells a caption longer than its band page by page', async () => {
    await open('story=stories/long.json')
    const pages = Number(await page.locator('.story-caption').getAttribute('data-pages'))
    expect(pages).toBeGreaterThan(2)
    const [band, foot] = [page.locator('.story-words'), page.locator('.story-foot')]
    const [words, below] = [await band.boundingBox(), await foot.boundingBox()]
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 8)
  })

  test('feels ten fingers at 120 reports a second without losing one, on the card as by the processor, and comes to rest', async () => {
    // Small, as the card is only pretended here, and slow to light.
    await page.setViewportSize({ width: 480, height: 270 })
    await openTray('card')
    await tenFingers(page)
    await page.waitForFunction(() => window.__lab.trays.at(-1)?.sand.isAtRest, undefined, { timeout: 50_000 })
    expect(await page.evaluate(() => window.__lab.trays.at(-1)?.sand.felt)).toBe(2420)
    const twins = await twinsOf(page)
    expect(twins.most).toBeLessThan(2)
    const before = await page.evaluate(() => ({ ...window.__lab.trays.at(-1)?.counters }))
    await page.evaluate(() => new Promise<void>((rest) => setTimeout(rest, 1000)))
    expect(await page.evaluate(() => ({ ...window.__lab.trays.at(-1)?.counters }))).toEqual(before)
    expect(await differing(page)).toBeLessThan(0.02)
  })

  test('is painted by the processor where a graphics card is only pretended, and what is carved stays in the record', async () => {
    await openTray('')
    expect(await page.evaluate(() => window.__lab.trays.at(-1)?.by)).toBe('processor')
    await tenFingers(page)
    await page.waitForFunction(() => window.__lab.trays.at(-1)?.sand.isAtRest, undefined, { timeout: 40_000 })
    expect(await page.evaluate(() => window.__lab.trays.at(-1)?.sand.felt)).toBe(2420)
    expect(await twinsOf(page)).toEqual({ most: 0, mean: 0 })
  })

  test('goes on by the processor when the graphics card is lost', async () => {
    await openTray('card')
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas')
      canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await page.waitForFunction(() => window.__lab.trays.at(-1)?.by === 'processor', undefined, { timeout: 3000 })
    expect(await page.evaluate(() => window.__lab.trays.at(-1)?.counters.frames)).toBeGreaterThan(0)
  })

  test('keeps the track of a touch that is cancelled in the middle of its stroke', async () => {
    await openTray('')
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas')
      for (const [type, x] of [
        ['pointerdown', 300],
        ['pointermove', 420],
      ] as const) {
        canvas?.dispatchEvent(new PointerEvent(type, { pointerId: 5, clientX: x, clientY: 250, width: 50, height: 50 }))
      }
    })
    await page.waitForFunction(() => window.__lab.trays.at(-1)?.sand.hands === 1)
    await page.evaluate(() =>
      document.querySelector('canvas')?.dispatchEvent(new PointerEvent('pointercancel', { pointerId: 5 })),
    )
    await page.waitForFunction(() => window.__lab.trays.at(-1)?.sand.hands === 0)
    expect(await page.evaluate(() => Math.min(...(window.__lab.trays.at(-1)?.heights() ?? [9])))).toBeLessThan(0.5)
  })
})

/** The part of the picture in which the card's light and the processor's paint are of another ink. */
function differing(page: Page): Promise<number> {
  return page.evaluate(() => {
    const tray = window.__lab.trays.at(-1)
    const canvas = document.querySelector('canvas')
    if (!tray || !canvas) throw new Error('There is no sand')
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy.getContext('2d')
    if (!context) throw new Error('There is no canvas')
    context.drawImage(canvas, 0, 0)
    const seen = context.getImageData(0, 0, canvas.width, canvas.height).data
    const twin = new ImageData(canvas.width, canvas.height)
    const { columns, rows } = tray.sand
    const { paintSand, grainsOf } = window.__lab.rules
    const grains = grainsOf(columns, rows, twin.width, twin.height, 1)
    paintSand(tray.heights(), columns, rows, { x: 0, y: 0, width: columns, height: rows }, twin, grains)
    let differing = 0
    for (let at = 0; at < seen.length; at += 4) {
      const isHidden = twin.data[at + 3] === 0 && seen[at + 3] === 0
      if (!isHidden && Math.abs((seen[at] ?? 0) - (twin.data[at] ?? 0)) > 24) differing += 1
    }
    return differing / (seen.length / 4)
  })
}
