import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StationFile } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildAll } from '../../../kiosk/scripts/build.ts'
import { type Station, startStation } from '../../../station/src/station.ts'
import { buildPhonePage } from '../../../station/src/takeaway/phone-page.ts'
import { openChromium } from '../../commands/chromium.ts'

const life = new Lifetime()
const built = resolve(import.meta.dirname, '../../dist')

// The whole shore is sailed by a processor that draws every frame: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 })
let browser: Browser

/** A station with the drawn shore, and its pages. */
type Place = { readonly station: Station; readonly address: string }
let usual: Place
let cruising: Place

async function open(name: string, screen: object): Promise<Place> {
  const folder = life.own(mkdtempSync(join(tmpdir(), `riverside-${name}-`)), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  const started = await startStation({
    file: StationFile.parse({
      station: {
        id: 'test',
        name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
        place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
      },
      hours: { open: '00:00', close: '23:59' },
      screen: { mode: 'windowed', ...screen },
      printer: { kind: 'pretend' },
      network: { port: 0 },
      idle: { warnAfter: 500, resetAfter: 600 },
    }),
    data: join(folder, 'data'),
    bundledPack: resolve(import.meta.dirname, '../../../../assets/demo-pack'),
    pages: { exhibits: built, console: folder },
    phonePage: await buildPhonePage(),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  const station = started.value
  return { station, address: `${station.url}/` }
}

beforeAll(async () => {
  await buildAll({ only: ['exhibits'] })
  usual = await open('voyage', { role: 'all' })
  cruising = await open('cruise', { role: 'all', attract: 'cruise' })
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  for (const place of [usual, cruising]) {
    await place?.station.close()
  }
  life[Symbol.dispose]()
})

/** Half the size of a screen, so that a machine that draws in software keeps up. */
const lying = { width: 960, height: 540 }
const upright = { width: 540, height: 960 }

async function goAboard(viewport = lying): Promise<Page> {
  const context = await browser.newContext({ viewport, hasTouch: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(usual.address)
  await page.locator('.visit-attract').waitFor({ timeout: 90_000 })
  await page.keyboard.press('Enter')
  await page.locator('.visit-language-sheet').first().dispatchEvent('click')
  await page.locator('.visit-menu').waitFor()
  await press(page, '解读滨江')
  await page.locator('.voyage').waitFor()
  await atRest(page)
  return page
}

/** Presses at once: a machine that draws in software may take seconds until a slip lies still. */
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().dispatchEvent('click')

const atRest = (page: Page) => page.locator('.voyage-deck[data-rest]').waitFor({ state: 'attached', timeout: 150_000 })

const metres = async (page: Page): Promise<number> =>
  Number(await page.locator('.voyage-chart').getAttribute('aria-valuenow'))

const border = async (page: Page): Promise<number> =>
  Number(await page.locator('.voyage-past-knob').getAttribute('aria-valuenow'))

/** Sails by the index to the stop found for what is typed. */
async function sailTo(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('n')
  await page.locator('.voyage-index').waitFor()
  for (const letter of typed) await page.keyboard.press(letter)
  await page.locator('.voyage-index-typed input').focus()
  await page.keyboard.press('Enter')
  await page.locator('.voyage-index').waitFor({ state: 'detached' })
  await atRest(page)
}

/** Runs in the page: the slips of the deck that reach beyond its edge. */
const notOnTheScreen = (): (string | null)[] =>
  [...document.querySelectorAll('.voyage-deck .slip')]
    .filter((slip) => slip.checkVisibility() && !slip.closest('.voyage-in-view'))
    .filter((slip) => {
      const { left, right, bottom } = slip.getBoundingClientRect()
      return left < 0 || right > innerWidth || bottom > innerHeight
    })
    .map((slip) => slip.textContent)

/** How much the picture differs between two looks, left and right of a share of the width: mean steps of 255 in a pixel. */
async function difference(page: Page, looks: readonly [Buffer, Buffer], share: number): Promise<[number, number]> {
  return page.evaluate(
    async ([sources, share]) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const picture = new Image()
          picture.src = source
          await picture.decode()
          const canvas = new OffscreenCanvas(picture.width, picture.height)
          const context = canvas.getContext('2d')!
          context.drawImage(picture, 0, 0)
          // The sky and the shore, above the helm and clear of the panels at either side.
          return context.getImageData(0, 0, picture.width, Math.round(picture.height * 0.3))
        }),
      )
      const sums = [0, 0]
      const counts = [0, 0]
      for (let at = 0; at < a!.data.length; at += 4) {
        const x = (at / 4) % a!.width
        const part = x / a!.width
        if (Math.abs(part - share) < 0.14 || part < 0.16) continue
        const side = part < share ? 0 : 1
        sums[side]! += Math.abs(a!.data[at]! - b!.data[at]!)
        counts[side]! += 1
      }
      return [sums[0]! / counts[0]!, sums[1]! / counts[1]!] as [number, number]
    },
    [looks.map((look) => `data:image/png;base64,${look.toString('base64')}`), share] as const,
  )
}

describe('the voyage by keyboard', () => {
  test('sails by arrows, and from one end of the quay to the other', async () => {
    const page = await goAboard()
    const before = await metres(page)
    for (let times = 0; times < 8; times += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => metres(page), { timeout: 60_000 }).toBeGreaterThan(before)
    await page.keyboard.press('End')
    await expect.poll(() => metres(page), { timeout: 90_000 }).toBe(2800)
    await page.keyboard.press('Home')
    await expect.poll(() => metres(page), { timeout: 90_000 }).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('finds a stop by the first letters of its pinyin, sails there and says where that is', async () => {
    const page = await goAboard()
    await sailTo(page, 'yspsc')
    await expect.poll(() => metres(page), { timeout: 90_000 }).toBe(1480)
    await atRest(page)
    await expect
      .poll(() => page.locator('.voyage-said').textContent(), { timeout: 60_000 })
      .toMatch(/^离码头 1480 米，正对杨树浦水厂，朝(北|东北|东)看。$/)
    await page.context().close()
  })

  test('opens a building in view from the list, and comes back', async () => {
    const page = await goAboard()
    const first = page.locator('.voyage-in-view button').first()
    await first.focus()
    const name = await first.textContent()
    await page.keyboard.press('Enter')
    const sheet = page.locator('.voyage-sheet')
    await sheet.waitFor()
    expect(await sheet.getAttribute('aria-label')).toContain(name)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('brings the shore nearer as far as the node allows, and goes back', async () => {
    const page = await goAboard()
    const nearer = page.getByRole('button', { name: '近一些' })
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('+')
    await expect.poll(() => nearer.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('0')
    await expect.poll(() => nearer.getAttribute('aria-disabled')).toBe('false')
    await page.context().close()
  })

  test('reaches every control of the deck by Tab, each with its focus to be seen', async () => {
    const page = await goAboard()
    await sailTo(page, 'yspsc')
    const all = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.voyage-deck button, .voyage-deck [role=slider]')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.ariaLabel ?? one.textContent ?? ''),
    )
    const met: string[] = []
    for (let times = 0; times < all.length + 2; times += 1) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement
        return focused.closest('.voyage-deck') ? (focused.ariaLabel ?? focused.textContent ?? '') : undefined
      })
      if (here !== undefined) met.push(here)
    }
    expect(new Set(met)).toEqual(new Set(all))
    await page.keyboard.press('Shift+Tab')
    await page.locator('.voyage-focus').waitFor()
    await page.context().close()
  })
})

describe('the past over the whole river', () => {
  test('is drawn left of a border that arrow keys and the helm move, and today stays as it is', async () => {
    const page = await goAboard()
    await sailTo(page, 'yspsc')
    await expect.poll(() => metres(page), { timeout: 90_000 }).toBe(1480)
    await atRest(page)
    const before = await page.screenshot()
    await page.keyboard.press('p')
    await page.locator('.voyage-past-line').waitFor()
    await expect.poll(() => border(page), { timeout: 30_000 }).toBe(42)
    const then = page.locator('.voyage-past-tag[data-age=then]')
    expect(await then.textContent()).toMatch(/示意画.*前世.*19\d\d/)
    await expect
      .poll(async () => (await difference(page, [before, await page.screenshot()], 0.42))[0], { timeout: 90_000 })
      .toBeGreaterThan(8)
    await page.locator('.voyage-past-knob').focus()
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => border(page), { timeout: 30_000 }).toBe(57)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const lay = await metres(page)
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('ArrowLeft')
    await expect.poll(() => border(page), { timeout: 30_000 }).toBe(47)
    expect(await metres(page)).toBe(lay)
    await page.keyboard.press('Escape')
    await page.locator('.voyage-past-line').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('opens a sheet on the past of a building that is touched there', async () => {
    const page = await goAboard()
    await sailTo(page, 'yspsc')
    await page.keyboard.press('p')
    await page.locator('.voyage-past-line').waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement)?.blur())
    for (let times = 0; times < 40; times += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => border(page), { timeout: 30_000 }).toBeGreaterThan(80)
    await expect.poll(() => page.locator('.voyage-in-view li').count(), { timeout: 60_000 }).toBeGreaterThan(0)
    await page.locator('.voyage-in-view button').first().dispatchEvent('click')
    await page.locator('.voyage-pair-knob[aria-valuenow="80"]').waitFor()
    await page.context().close()
  })
})

describe('the voyage by helm and one button', () => {
  test('walks to every control of the deck, and presses the one that is framed', async () => {
    const page = await goAboard()
    await page.keyboard.press('p')
    await page.locator('.voyage-past-line').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.voyage[data-over=walk]').waitFor()
    const toMeet = new Set([
      '只看今天',
      '近一些',
      '远一些',
      '带走这一眼',
      '沿江名录',
      '四间',
      '大字',
      'English',
      '秦皇岛路码头',
    ])
    for (let notches = 0; notches < 120 && toMeet.size > 0; notches += 1) {
      await page.mouse.wheel(0, 100)
      const framed = await page.evaluate(
        () => (document.activeElement as HTMLElement).ariaLabel ?? document.activeElement?.textContent ?? '',
      )
      for (const name of toMeet) if (framed.includes(name)) toMeet.delete(name)
    }
    expect([...toMeet]).toEqual([])
    await page.context().close()
  })
})

describe('the deck', () => {
  test.each([
    ['lying', lying],
    ['upright', upright],
  ])('keeps the label of a building clear of everything that is pressed, %s', async (_, viewport) => {
    const page = await goAboard(viewport)
    for (const stop of ['shcc', 'yspsc', 'ypdq']) {
      await sailTo(page, stop)
      await page.locator('.voyage-abeam[data-there]').waitFor()
      const covered = await page.evaluate(() => {
        const label = document.querySelector('.voyage-abeam')?.getBoundingClientRect()
        if (!label) return ['no label']
        return [...document.querySelectorAll('.voyage-deck [data-keeps]')]
          .filter((kept) => {
            const box = kept.getBoundingClientRect()
            const across = Math.min(label.right, box.right) - Math.max(label.left, box.left)
            const down = Math.min(label.bottom, box.bottom) - Math.max(label.top, box.top)
            return across > innerWidth / 60 && down > innerHeight / 34
          })
          .map((kept) => kept.getAttribute('class'))
      })
      expect(covered, stop).toEqual([])
    }
    await page.context().close()
  })

  test('brings everything that is touched into the lower half for whoever asks for it', async () => {
    const page = await goAboard()
    await sailTo(page, 'yspsc')
    await press(page, '低位')
    await page.locator(':root[data-low-reach]').waitFor({ state: 'attached' })
    await atRest(page)
    const high = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.voyage-deck button, .voyage-deck [role=slider]')]
        .filter((one) => one.checkVisibility() && !one.closest('.voyage-in-view'))
        .filter((one) => one.getBoundingClientRect().top < innerHeight / 2 - 1)
        .map((one) => one.textContent),
    )
    expect(high).toEqual([])
    for (const choice of ['大字', 'English']) {
      await press(page, choice)
      await page.getByRole('button', { name: choice, exact: true }).waitFor({ state: 'detached' })
      for (const size of [upright, lying]) {
        await page.setViewportSize(size)
        await page.locator(size === upright ? '.voyage-foot .voyage-metres' : '.voyage-deck > .voyage-metres').waitFor()
        expect(await page.evaluate(notOnTheScreen), `${choice}, ${size.width} wide`).toEqual([])
      }
    }
    await page.context().close()
  })

  test('opens at the stop a story’s card leads to, and at the wharf when it is entered by the menu again', async () => {
    const page = await goAboard()
    const abeam = (name: string) =>
      page.locator('.voyage-abeam-name', { hasText: name }).waitFor({ state: 'attached', timeout: 60_000 })
    await press(page, '四间')
    await press(page, '回首滨江')
    await page.locator('.story-print').first().dispatchEvent('click')
    await press(page, '第一回里的人与年月')
    await press(page, /^黄浦码头$/)
    await press(page, '到江上去看')
    await abeam('黄浦码头旧址')
    await page.locator('.story-room').waitFor({ state: 'detached' })
    await press(page, '四间')
    await press(page, '解读滨江')
    await abeam('秦皇岛路码头')
    await page.context().close()
  })

  test('hands the view on the screen to the postcard', async () => {
    const page = await goAboard()
    await sailTo(page, 'yspsc')
    await press(page, /带走这一眼/)
    await page.locator('[class^=postcard]').first().waitFor({ timeout: 60_000 })
    await page.locator('.voyage').waitFor({ state: 'detached' })
    await page.context().close()
  })
})

describe('the cruise before anybody comes', () => {
  test('sails where the station asks for it, wakes at a touch and gives back what it took of the graphics card', async () => {
    const context = await browser.newContext({ viewport: lying, hasTouch: true })
    const page = await context.newPage()
    await page.addInitScript(() => {
      const taken: WebGL2RenderingContext[] = []
      const take = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: [string]) {
        const got = take.apply(this, asked as never)
        if (asked[0] === 'webgl2' && got) taken.push(got as unknown as WebGL2RenderingContext)
        return got
      } as never
      Object.assign(globalThis, { stillHeld: () => taken.filter((one) => !one.isContextLost()).length })
    })
    const held = () => page.evaluate(() => (globalThis as unknown as { stillHeld(): number }).stillHeld())
    await page.goto(cruising.address)
    await page.locator('.visit-cruise canvas').waitFor({ timeout: 90_000 })
    await expect.poll(held).toBe(1)
    await page.mouse.click(400, 300)
    await page.locator('.visit-language').waitFor()
    await expect.poll(held, { timeout: 20_000 }).toBe(0)
    await context.close()
  })
})
