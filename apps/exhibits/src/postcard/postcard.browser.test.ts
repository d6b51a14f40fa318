import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StationFile } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import { Draft } from '@riverside/postcard'
import type { Browser, CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAll } from '../../../kiosk/scripts/build.ts'
import { writeSmallPack } from '../../../station/src/packs/pack-for-tests.ts'
import { openCardLetters } from '../../../station/src/postcard/card-letters.ts'
import { drawCard } from '../../../station/src/postcard/draw-card.ts'
import { type Station, startStation } from '../../../station/src/station.ts'
import { buildPhonePage } from '../../../station/src/takeaway/phone-page.ts'
import { openChromium } from '../../commands/chromium.ts'

const life = new Lifetime()
let browser: Browser
let station: Station
let address: string
let pack: string
const words = {
  name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
  place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
}

beforeAll(async () => {
  await buildAll({ only: ['exhibits'] })
  const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-postcard-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  pack = await writeSmallPack(join(place, 'pack'))
  const started = await startStation({
    file: StationFile.parse({
      station: { id: 'test', ...words },
      screen: { role: 'postcard', mode: 'windowed' },
      printer: { kind: 'pretend' },
      postcard: { camera: 'pretend' },
      network: { port: 0 },
    }),
    data: join(place, 'data'),
    bundledPack: pack,
    pages: { exhibits: resolve(import.meta.dirname, '../../dist'), console: place },
    phonePage: await buildPhonePage(),
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

/** Before the scenes to write on. */
async function stand(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('#stage main').first().waitFor()
  await page.waitForFunction(() => document.querySelector('#stage main')?.childElementCount)
  await page.mouse.click(960, 500)
  await page.getByRole('button', { name: '中文' }).first().dispatchEvent('click')
  await page.locator('.postcard-choice').waitFor()
  return page
}

async function sitDown(): Promise<Page> {
  const page = await stand()
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

/** The last stroke has soaked in: nothing is left on the upper glass. */
async function isDry(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const wet = document.querySelector<HTMLCanvasElement>('[data-writing-surface]')
    return wet
      ?.getContext('2d')
      ?.getImageData(0, 0, wet.width, wet.height)
      .data.every((value) => value === 0)
  })
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

  test('has the ink on the canvas before the frame is painted in which the finger moved', async () => {
    const page = await sitDown()
    const hand = await handOf(page)
    await page.evaluate(() => {
      const glass = document.querySelector<HTMLCanvasElement>('[data-writing-surface]')!
      const box = glass.getBoundingClientRect()
      const late: number[] = []
      let before: PointerEvent | undefined
      Object.assign(globalThis, { late })
      // Heard after the desk's own ear: the line is drawn to half-way between the last two points, as it is smoothed there.
      glass.addEventListener('pointermove', (event) => {
        // A mouse that lies on the glass says that it is there; only fingers write here.
        if (event.pointerType !== 'touch') return
        // What came within one frame comes as one event with its parts; the event itself may be foretold a little beyond them.
        const coalesced = event.getCoalescedEvents()
        const parts = [...(before ? [before] : []), ...(coalesced.length > 0 ? coalesced : [event])]
        const [from, to] = parts.slice(-2)
        before = parts.at(-1)
        if (from === undefined || to === undefined) return
        const at = (a: number, b: number, edge: number, whole: number, dots: number) =>
          Math.round((((a + b) / 2 - edge) / whole) * dots)
        const x = at(from.clientX, to.clientX, box.left, box.width, glass.width)
        const y = at(from.clientY, to.clientY, box.top, box.height, glass.height)
        const isDrawn = () =>
          [...(glass.getContext('2d')?.getImageData(x - 1, y - 1, 3, 3).data ?? [])].some(
            (value, each) => each % 4 === 3 && value > 100,
          )
        if (isDrawn()) return late.push(0)
        let frames = 0
        const look = () => {
          frames += 1
          if (isDrawn() || frames > 9) late.push(frames)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
    })
    await hand.stroke(Array.from({ length: 40 }, (_, at) => ({ x: 112 + at * 0.6, y: 20 + at * 1.5 })))
    const late = await page.evaluate(() => (globalThis as unknown as { late: number[] }).late)
    expect(late.length).toBeGreaterThan(5)
    expect(late).toEqual(late.map(() => 0))
    await page.context().close()
  })

  test('writes the card over again, and lets a touch end it', async () => {
    const page = await sitDown()
    const hand = await handOf(page)
    for (const x of [136, 125, 114]) await hand.stroke(down(x))
    await press(page, '回放')
    await page.locator('.postcard-glass[data-replaying]').waitFor()
    await page.locator('.postcard-glass:not([data-replaying])').waitFor()
    expect([await inkAt(page, 136, 30), await inkAt(page, 114, 30)]).toEqual([true, true])
    await press(page, '回放')
    await hand.stroke(down(120))
    await page.locator('.postcard-glass:not([data-replaying])').waitFor()
    expect([await inkAt(page, 136, 30), await inkAt(page, 120, 30)]).toEqual([true, false])
    await page.context().close()
  })

  test('stays quick and bounded through ten minutes of scribbling', async () => {
    const page = await sitDown()
    const protocol = await page.context().newCDPSession(page)
    const heap = async () => {
      await protocol.send('HeapProfiler.collectGarbage')
      const { usedSize } = (await protocol.send('Runtime.getHeapUsage')) as { usedSize: number }
      return usedSize
    }
    const before = await heap()
    const quarters = await page.evaluate(async () => {
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
            clientX: box.left + box.width * (0.5 + 0.45 * Math.sin(at / 70)),
            clientY: box.top + box.height * (0.5 + 0.4 * Math.sin(at / 110 + 1)),
          }),
        )
      const [strokes, events] = [120, 300]
      const took: number[] = []
      for (let stroke = 0; stroke < strokes; stroke++) {
        const began = performance.now()
        for (let at = 0; at < events; at++)
          send(at === 0 ? 'pointerdown' : at === events - 1 ? 'pointerup' : 'pointermove', stroke * events + at)
        took.push((performance.now() - began) / events)
        // Every ten strokes the page gets its turn to show what was written.
        if (stroke % 10 === 9) await new Promise((turn) => requestAnimationFrame(turn))
      }
      return [0, 1, 2, 3].map((quarter) => {
        const strokesOfIt = took.slice((quarter * strokes) / 4, ((quarter + 1) * strokes) / 4)
        return strokesOfIt.reduce((sum, one) => sum + one, 0) / strokesOfIt.length
      })
    })
    const [first = 0, , , last = 0] = quarters
    expect(Math.max(...quarters)).toBeLessThan(1)
    expect(last).toBeLessThan(3 * first + 0.05)
    expect((await heap()) - before).toBeLessThan(40_000_000)
    await page.context().close()
  })
})

describe('a card on the screen', () => {
  test('is what the station prints, pixel by pixel, but for the cachet and the knife', async () => {
    const page = await sitDown()
    await press(page, '样式')
    await press(page, '铁')
    await press(page, '写什么好')
    await press(page, '江风正好')
    await press(page, '好了')
    const hand = await handOf(page)
    await hand.stroke(down(136))
    await press(page, '铅笔')
    await hand.stroke(down(125))
    await press(page, '钢笔')
    await hand.stroke(down(114))
    // Four signs of the greeting and two lines under the picture: an outline each, once the station has said it.
    await page.waitForFunction(() => document.querySelectorAll('.postcard-face path[transform*="scale"]').length >= 6)
    await isDry(page)
    const shown = await page.locator('.postcard-card-paper').screenshot()
    const asked = page.waitForRequest((request) => request.postData()?.includes('"strokes"') ?? false)
    await press(page, '写好了')
    await press(page, '印出来')
    const { scene: _, ...draft } = (await asked).postDataJSON().draft
    const drawn = await drawCard(
      Draft.parse(draft),
      { title: { zh: '码头', en: 'Pier' }, caption: { zh: '码头', en: 'Pier' }, picture: 'media/card.webp' },
      readFileSync(join(pack, 'media/card.webp')),
      words,
      openCardLetters(),
    )
    const size = { width: 1184, height: 800 }
    const grey = (picture: Uint8Array) =>
      sharp(picture)
        .resize({ ...size, fit: 'fill' })
        .greyscale()
        .blur(1)
        .raw()
        .toBuffer()
    const [screen, print] = [await grey(shown), await grey(await drawn.png('front'))]
    let [compared, different] = [0, 0]
    for (let y = 16; y < size.height - 16; y++)
      for (let x = 16; x < size.width - 16; x++) {
        if (Math.hypot(x - 125.6 * 8, y - 82.4 * 8) < 14 * 8) continue
        compared += 1
        const at = y * size.width + x
        if (Math.abs((screen[at] ?? 0) - (print[at] ?? 0)) > 48) different += 1
      }
    // Measured: not one of 845,332 pixels.
    expect(different / compared).toBeLessThan(0.0001)
    await page.context().close()
  })
})

describe('a photograph of one’s own', () => {
  test('is asked for by itself, leaves on the card, and is gone for good when it is deleted', async () => {
    const page = await stand()
    const opened = () => page.locator('video').count()
    await press(page, '拍自己的')
    await press(page, '不拍了')
    await press(page, '拍自己的')
    await page.getByText('打开相机，可以吗').waitFor()
    expect(await opened()).toBe(0)
    await press(page, '好，打开相机')
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
    await page.getByRole('button', { name: '拍', exact: true }).dispatchEvent('click')
    await page.getByText('相机已经关了').waitFor({ timeout: 15_000 })
    expect(await opened()).toBe(0)
    await press(page, '就用这张')
    await page.locator('.postcard-desk').waitFor()
    const url = (await page.locator('.postcard-face image').getAttribute('href')) ?? ''
    expect(url).toMatch(/^blob:/)
    expect(await isReadable(page, url)).toBe(true)
    await (await handOf(page)).stroke(down(136))
    await press(page, '写好了')
    await press(page, '印出来')
    await page.getByText('演示打印机走完了一遍，不出纸').waitFor()
    await press(page, '再写一张')
    await page.locator('.postcard-choice-card[data-own]').waitFor()
    await press(page, '删掉')
    await expect.poll(() => page.locator('.postcard-choice-card[data-own]').count()).toBe(0)
    expect(await isReadable(page, url)).toBe(false)
    await page.context().close()
  })
})

const isReadable = (page: Page, url: string): Promise<boolean> =>
  page.evaluate(
    (address) =>
      new Promise<boolean>((done) => {
        const picture = new Image()
        picture.onload = () => done(true)
        picture.onerror = () => done(false)
        picture.src = address
      }),
    url,
  )

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

describe('the room in low reach', () => {
  test('has all that is touched within the band and large enough, step by step, lying and standing, in both languages', async () => {
    const page = await stand()
    await press(page, '低位')
    await page.locator(':root[data-low-reach]').waitFor({ state: 'attached' })
    const faults: string[] = []
    const look = async (step: string) => {
      for (const language of ['English', '中文']) {
        for (const [width, height] of [
          [1920, 1080],
          [1080, 1920],
        ] as const) {
          await page.setViewportSize({ width, height })
          faults.push(...(await page.evaluate(outOfReach, `${step}, ${width} × ${height}, before ${language}`)))
        }
        await press(page, language)
      }
    }
    await look('scenes')
    await press(page, '拍自己的')
    await page.getByText('打开相机，可以吗').waitFor()
    await look('camera')
    await press(page, '不拍了')
    await page.locator('.postcard-choice-card').first().dispatchEvent('click')
    await page.locator('.postcard-desk').waitFor()
    await look('desk')
    await press(page, '样式')
    await look('style')
    await press(page, '写什么好')
    await look('ideas')
    await press(page, '江风正好')
    await press(page, '好了')
    await press(page, '写好了')
    await page.getByRole('button', { name: '印出来' }).waitFor()
    await look('take-away')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

/** To be run in the page: whatever may be touched outside the band, or is smaller than a finger. */
function outOfReach(step: string): readonly string[] {
  const share = (name: string) =>
    (Number.parseFloat(document.documentElement.style.getPropertyValue(name)) / 100) * innerHeight
  const [top, bottom] = [share('--reach-top'), innerHeight - share('--reach-bottom')]
  const shown = [...document.querySelectorAll<HTMLElement>('.postcard button')].filter((each) => each.checkVisibility())
  return shown.flatMap((button) => {
    const box = button.getBoundingClientRect()
    const isIn = box.top > top - 1 && box.bottom < bottom + 1 && box.left >= 0 && box.right <= innerWidth
    if (isIn && Math.min(box.width, box.height) >= share('--target')) return []
    return [
      `${step}: ${button.ariaLabel ?? button.textContent}, ${box.top} to ${box.bottom}, ${box.left} to ${box.right}`,
    ]
  })
}
