import type { Language } from '@riverside/kit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { visitWords } from '../../apps/exhibits/src/visit/words.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

/** Seconds: longer than any test here takes, so that only the page's clock, which the tests set on, lets them pass. */
const warnAfter = 300
const warnFor = 60

let station: RunningStation
let browser: Browser
let page: Page
const troubles: string[] = []
beforeAll(async () => {
  station = await runStation({ idle: { warnAfter, resetAfter: warnAfter + warnFor } })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})
beforeEach(async () => {
  troubles.length = 0
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  page.on('pageerror', (failure) => troubles.push(failure.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.setDefaultTimeout(90_000)
})
afterEach(async () => await page.close())

/** A visitor before the screen, whose time the test sets on. */
async function standBefore(language: Language): Promise<Visitor> {
  await page.clock.install()
  await page.goto(`${station.url}/`)
  return new Visitor(page, language)
}

/** Nobody touches the screen for so many seconds. */
const nobodyFor = (seconds: number) => page.clock.fastForward(seconds * 1000)

describe('a visit in a browser', { timeout: 240_000 }, () => {
  test('is warned when nobody touches it, counts down, and goes back to the river', async () => {
    const visitor = await standBefore('zh')
    await visitor.comeIn()
    await nobodyFor(warnAfter)
    await visitor.see(visitWords.zh.warnTitle)
    await nobodyFor(warnFor)
    await page.locator('.visit-attract').waitFor()
    expect(troubles).toEqual([])
  })

  test('stays where it is when somebody answers the warning', async () => {
    const visitor = await standBefore('en')
    await visitor.comeIn()
    await nobodyFor(warnAfter)
    await visitor.see(visitWords.en.warnTitle)
    await visitor.press(visitWords.en.stay)
    await page.getByText(visitWords.en.warnTitle).waitFor({ state: 'detached' })
    expect(await page.locator('.visit-menu').isVisible()).toBe(true)
  })

  test('begins in English at one press on the river', async () => {
    await page.goto(`${station.url}/`)
    await page.locator('.visit-attract .service-corner button').first().click()
    await page.locator('.visit-menu').waitFor()
    await new Visitor(page, 'en').see(visitWords.en.choose)
  })

  test('leaves nothing of one visitor to the next', async () => {
    const visitor = await standBefore('zh')
    await visitor.comeIn()
    await visitor.readLarge()
    await visitor.enter('postcard')
    await visitor.chooseScene(0)
    await visitor.write()
    await nobodyFor(warnAfter + warnFor)
    await page.locator('.visit-attract').waitFor()
    expect(await page.locator('html').getAttribute('data-easy')).toBeNull()
    await visitor.comeIn()
    await visitor.enter('postcard')
    await visitor.chooseScene(0)
    // The invitation to write stands on the card only while there is no stroke on it.
    await page.locator('.postcard-invite').waitFor()
    expect(troubles).toEqual([])
  })

  test('turns the arrow keys and the mouse wheel into helm', async () => {
    await page.goto(`${station.url}/`)
    const visitor = new Visitor(page, 'zh')
    await visitor.comeIn()
    await visitor.enter('voyage')
    await page.locator('.voyage-metres b').waitFor()
    const metres = async () => Number(((await page.locator('.voyage-metres b').textContent()) ?? '').replace(/\D/g, ''))
    await expect
      .poll(
        async () => {
          await page.keyboard.press('ArrowRight')
          return await metres()
        },
        { timeout: 110_000 },
      )
      .toBeGreaterThan(20)
    const before = await metres()
    await page.mouse.move(960, 400)
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 400)
          return await metres()
        },
        { timeout: 110_000 },
      )
      .toBeGreaterThan(before + 20)
  })
})
