import { timelineOf } from '@riverside/story'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storyWords } from '../src/story/words.ts'
import { facesOf, faultsOf } from './screen-faults.ts'
import { openStory, type StorySession } from './story-session.ts'

declare global {
  interface Window {
    /** What the tests heard and counted in the page. */
    heard: {
      readonly onsets: number[]
      readonly lit: { readonly at: number; readonly start: number }[]
      puts: number
    }
  }
}

const caption = '船开了，人在岸上挥手，江上起了雾，大家都没有说话。'
const clauses = timelineOf(caption, 'zh')
const beep = 260
/** When each clause of the recording begins, in milliseconds: not as the reading pace would have it. */
const starts = [300, 1500, 2600, 4100]
const length = 5600

const story = (id: string, more: object, chapters = 2) => ({
  id,
  title: { zh: '短故事', en: 'A short story' },
  dated: { zh: '一九一九', en: '1919' },
  chapters: Array.from({ length: chapters }, (_, at) => ({
    id: `chapter-${at}`,
    picture: 'media/stories/liufa-chuhai/matou.webp',
    pictureText: { zh: '码头', en: 'A wharf' },
    caption: { zh: caption, en: 'It left.' },
    lit: { zh: '挥手', en: 'left' },
    certainty: 'high',
    sources: ['S05'],
    voice: {},
    ...more,
  })),
})

/** A recording that beeps when each clause begins and is silent between. */
function beeps(): Uint8Array {
  const rate = 16_000
  const samples = Math.round((rate * length) / 1000)
  const bytes = new DataView(new ArrayBuffer(44 + samples * 2))
  const letters = (at: number, text: string) => {
    for (const [index, letter] of [...text].entries()) bytes.setUint8(at + index, letter.charCodeAt(0))
  }
  letters(0, 'RIFF')
  bytes.setUint32(4, 36 + samples * 2, true)
  letters(8, 'WAVEfmt ')
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate * 2],
    [40, samples * 2],
  ] as const)
    bytes.setUint32(at, value, true)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    bytes.setUint16(at, value, true)
  letters(36, 'data')
  for (let at = 0; at < samples; at += 1) {
    const when = (at / rate) * 1000
    const sounds = starts.some((start) => when >= start && when < start + beep)
    bytes.setInt16(44 + at * 2, sounds ? Math.round(12_000 * Math.sin((at / rate) * 2 * Math.PI * 600)) : 0, true)
  }
  return new Uint8Array(bytes.buffer)
}

/** Hears each sound that follows at least 120 ms of quiet; runs on the thread of sound, which a busy page does not hold up. */
const ear = `
  let quietSince = 0
  registerProcessor('ear', class extends AudioWorkletProcessor {
    process([heard]) {
      const now = Date.now()
      const sounds = heard[0]?.some((sample) => Math.abs(sample) >= 0.02)
      if (sounds && quietSince > 0 && now - quietSince > 120) this.port.postMessage(now)
      quietSince = sounds ? 0 : quietSince || now
      return true
    }
  })`

/** Listens to what the room really plays, and notes when each word lights. */
function listenIn(hearing: string): void {
  window.heard = { onsets: [], lit: [], puts: 0 }
  const context = new AudioContext({ latencyHint: 'interactive' })
  const ready = context.audioWorklet.addModule(`data:text/javascript,${encodeURIComponent(hearing)}`)
  const Element = window.Audio
  window.Audio = class extends Element {
    constructor() {
      super()
      const source = context.createMediaElementSource(this)
      void ready.then(() => {
        const listener = new AudioWorkletNode(context, 'ear')
        listener.port.onmessage = ({ data }) => window.heard.onsets.push(Number(data) - performance.timeOrigin)
        source.connect(listener).connect(context.destination)
      })
    }
  } as typeof Audio
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target instanceof HTMLElement && target.dataset.told !== undefined)
        window.heard.lit.push({ at: performance.now(), start: Number(target.dataset.start) })
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-told'] })
}

/** Counts what is drawn on plain canvases: the moving parts of prints. */
function countPuts(): void {
  window.heard = { onsets: [], lit: [], puts: 0 }
  const put = CanvasRenderingContext2D.prototype.putImageData
  CanvasRenderingContext2D.prototype.putImageData = function (this: CanvasRenderingContext2D, ...all: unknown[]) {
    if (this.canvas.className === 'story-motion') window.heard.puts += 1
    Reflect.apply(put, this, all)
  } as typeof put
}

let session: StorySession
beforeAll(async () => {
  session = await openStory()
}, 120_000)
afterAll(() => session?.[Symbol.asyncDispose]())

describe('a story told in a real browser', { timeout: 120_000 }, () => {
  let page: Page

  beforeAll(() => {
    session.instead.set('media/stories/beeps.wav', { kind: 'audio/wav', bytes: beeps() })
    const voice = { zh: { media: 'media/stories/beeps.wav', placeholder: true, starts } }
    const water = { kind: 'motion', motion: 'water', area: { x: 0.1, y: 0.5, width: 0.3, height: 0.2 }, from: 0, to: 1 }
    const cues = [water, { kind: 'sound', media: 'media/stories/gone.opus', from: 0, to: 0.5 }]
    const words = { zh: '<b onclick="window.broken=1">粗</b><script>window.broken=1</script>船', en: '<i>ship</i>' }
    const stories = {
      voiced: story('voiced', { voice }, 1),
      moving: story('moving', { cues }),
      marked: {
        ...story('marked', { caption: words, pictureText: words, lit: { zh: '船', en: 'ship' } }),
        title: words,
      },
    }
    for (const [name, told] of Object.entries(stories))
      session.instead.set(`stories/${name}.json`, { kind: 'application/json', bytes: JSON.stringify(told) })
  })
  beforeEach(async () => {
    page = await session.browser.newPage({ viewport: { width: 960, height: 540 }, reducedMotion: 'no-preference' })
    return () => page.close()
  })
  const open = (query: string) => page.goto(`${session.address}?${query}`)
  const turnTo = async (selector: string) => {
    for (let steps = 0; steps < 90; steps += 1) {
      if (await page.locator(`${selector} .helm-frame`).count()) return
      await page.keyboard.press('ArrowRight')
    }
    throw new Error(`the helm does not come to ${selector}`)
  }

  test('lights each clause within 80 ms of the sound that begins it, and says that the voice is synthetic', async () => {
    await page.addInitScript(listenIn, ear)
    await open('story=stories/voiced.json&still')
    await page.waitForSelector('[data-teller="recording"]')
    expect(await page.textContent('.story-voice-note')).toBe(storyWords.zh.synthetic)
    await page.waitForSelector('.story[data-at="told"], .story[data-at="ended"]', { timeout: 30_000 })
    const { onsets, lit } = await page.evaluate(() => window.heard)
    expect(onsets.length).toBe(clauses.length)
    const errors = starts.map((start, at) => {
      const light = lit.find((one) => one.start === start)
      return light ? light.at - (onsets[at] ?? Number.NaN) : Number.NaN
    })
    console.log(`caption to voice: ${errors.map((error) => error.toFixed(0)).join(', ')} ms`)
    expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(80)
  })

  test('moves a part of its print while its cue runs, and draws nothing when it is held or motion is not wanted', async () => {
    await page.addInitScript(countPuts)
    await open('story=stories/moving.json')
    await page.waitForFunction(() => window.heard.puts > 12)
    await page.click('text=讲述中')
    await page.waitForFunction(() => window.__lab.playing.at(-1) === false)
    const held = await page.evaluate(async () => {
      // Whatever had been asked for before is drawn by the second frame.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
      const before = window.heard.puts
      await new Promise((rest) => setTimeout(rest, 600))
      return window.heard.puts - before
    })
    expect(held).toBe(0)
    await open('story=stories/moving.json&still')
    await page.waitForSelector('.story-word[data-told]')
    expect(await page.locator('.story-motion').count()).toBe(0)
  })

  test('shows marks of markup as the letters they are', async () => {
    await open('story=stories/marked.json')
    await page.waitForSelector('.story-caption')
    expect(await page.textContent('.story-caption')).toContain('<script>')
    expect(await page.evaluate(() => Reflect.get(window, 'broken'))).toBeUndefined()
  })

  test('is taken from the shelf by the helm, told again, slowly, and left by the helm', async () => {
    await open('story=stories/all.json&still')
    await page.waitForSelector('.story-print')
    await turnTo('.story-print:nth-child(2)')
    const title = await page.locator('.story-print:nth-child(2)').getAttribute('aria-label')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`.story[aria-label="${title}"]`)
    await turnTo('.story-pace .slip:nth-child(2)')
    await page.keyboard.press('Enter')
    expect(await page.textContent('.story-pace .slip:nth-child(2)')).toBe(storyWords.zh.usualPace)
    await turnTo('.story-back')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.story-shelf:not([inert])')
  })

  test('leads from a chapter to a moment, a card, the line of time, and back into the chapter that tells it', async () => {
    await open('story=stories/all.json&still')
    await page.locator('.story-print').first().click()
    await page.locator('.story-pace .slip').nth(2).click()
    expect(await page.evaluate(() => window.__lab.playing.at(-1))).toBe(false)
    await page.locator('.story-sheet-cards .slip').first().click()
    await page.locator('.story-row').first().click()
    await page.locator('.story-sheet-foot .slip').nth(1).click()
    await page.waitForSelector('.story-chronicle')
    const labels = page.locator('.story-label')
    await page.locator('.story-chronicle-zoom .slip').nth(2).click()
    const many = await page.locator('.story-label[data-many]').count()
    expect(many).toBeGreaterThan(0)
    const before = await page.locator('.story-line-date').allTextContents()
    const sheet = await page.locator('.story-chronicle-sheet').boundingBox()
    if (!sheet) throw new Error('there is no line of time')
    await page.mouse.move(sheet.x + sheet.width * 0.2, sheet.y + sheet.height * 0.62)
    await page.mouse.wheel(0, -600)
    await page.waitForFunction(
      (old) => [...document.querySelectorAll('.story-line-date')].map((date) => date.textContent).join() !== old,
      before.join(),
    )
    await page.mouse.down()
    await page.mouse.move(sheet.x + sheet.width * 0.5, sheet.y + sheet.height * 0.62, { steps: 6 })
    await page.mouse.up()
    expect(await page.locator('.story-sheet').count()).toBe(0)
    await page.locator('.story-label:not([data-many])').first().click()
    await page.waitForSelector('.story-sheet')
    expect(await labels.count()).toBeGreaterThan(0)
    await page.locator('.story-sheet-hear').click()
    await page.waitForSelector('.story:not([inert]) .story-word[data-told]')
  })

  test('leads from a place’s card to its stop on the river, by helm and by hand', async () => {
    await open('story=stories/all.json&still')
    await page.locator('.story-print').first().click()
    await page.locator('.story-pace .slip').nth(2).click()
    await page.getByRole('button', { name: '黄浦码头', exact: true }).click()
    await turnTo('.story-sheet-stop')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => window.__lab.stop)).toBe('huangpu-matou-jiuzhi')
    await page.evaluate(() => {
      window.__lab.stop = undefined
    })
    await page.locator('.story-sheet-stop').click()
    expect(await page.evaluate(() => window.__lab.stop)).toBe('huangpu-matou-jiuzhi')
  })

  test('leaves nothing behind, however often the room is opened', async () => {
    const openings = 60
    await open(`story=stories/liufa-chuhai.json&still&openings=${openings}`)
    const protocol = await page.context().newCDPSession(page)
    await protocol.send('Performance.enable')
    const held = async () => {
      for (let turns = 0; turns < 3; turns += 1) await protocol.send('HeapProfiler.collectGarbage')
      const { metrics } = await protocol.send('Performance.getMetrics')
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    await page.waitForFunction(() => window.__lab?.left >= 20, undefined, { timeout: 60_000 })
    const early = await held()
    await page.waitForFunction((all) => window.__lab.left >= all, openings, { timeout: 60_000 })
    const late = await held()
    console.log(`after 20 openings ${JSON.stringify(early)}, after ${openings} ${JSON.stringify(late)}`)
    expect(late.heap - early.heap).toBeLessThan(1_000_000)
    expect(late.listeners - early.listeners).toBeLessThan(20)
    expect(late.nodes - early.nodes).toBeLessThan(200)
  })
})

const sheets = [
  { name: 'lying', width: 1920, height: 1080, reach: 360 },
  { name: 'standing', width: 1080, height: 1920, reach: 640 },
] as const

describe.each(sheets)('the screens of the stories, $name', ({ width, height, reach }) => {
  test.each(['lang=zh', 'lang=en&easy', 'lang=zh&low', 'lang=en&easy&low'])(
    'keep their words whole, large, in reach and in our own faces (%s)',
    async (how) => {
      const page = await session.browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
      await page.clock.install()
      const faults: Record<string, readonly string[]> = {}
      const look = async (screen: string) => {
        await page.evaluate(async () => void (await document.fonts.ready))
        await page.clock.runFor(600)
        const found = await page.evaluate(faultsOf, { reach, screen })
        const strangers = (await facesOf(page)).flatMap(({ family, ours }) => (ours ? [] : [`drawn in ${family}`]))
        if (found.length + strangers.length > 0) faults[screen] = [...found, ...strangers]
      }
      await page.goto(`${session.address}?story=stories/all.json&still&${how}`)
      await page.waitForSelector('.story-print')
      await look('shelf')
      await page.locator('.story-print').first().click()
      await page.waitForSelector('.story-caption')
      await look('story')
      await page.locator('.story-pace .slip').nth(2).click()
      await look('chapter sheet')
      await page.locator('.story-sheet-cards .slip').first().click()
      await look('card')
      await page.locator('.story-row').first().click()
      await look('moment')
      await page.locator('.story-sheet-foot .slip').first().click()
      await page.locator('.story-sheet-foot .slip').nth(1).click()
      await page.waitForSelector('.story-chronicle')
      await look('own line of time')
      await page.locator('.story-chronicle-zoom .slip').nth(2).click()
      await look('line of time')
      await page.locator('.story-chronicle-foot [data-mark="back"]').click()
      await page.locator('.story-chapters .slip').last().click()
      await page.clock.runFor(60_000)
      await look('end')
      await page.locator('.story-play .slip').click()
      await look('question')
      await page.locator('.story-quiz-answer').first().click()
      await look('explanation')
      await page.close()
      expect(faults).toEqual({})
    },
  )
})
