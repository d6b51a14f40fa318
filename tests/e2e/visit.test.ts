import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { visitWords } from '../../apps/exhibits/src/visit/words.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

let station: RunningStation
let browser: Browser
let page: Page
const troubles: string[] = []
beforeAll(async () => {
  station = await runStation({ idle: { warnAfter: 10, resetAfter: 15 } })
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
  await page.goto(`${station.url}/`)
})
afterEach(async () => await page.close())

describe('a visit in a browser', () => {
  test('is warned when nobody touches it, counts down, and goes back to the river', async () => {
    const visitor = new Visitor(page, 'zh')
    await visitor.comeIn()
    await visitor.see(visitWords.zh.warnTitle)
    await page.locator('.visit-attract').waitFor()
    expect(troubles).toEqual([])
  })

  test('stays where it is when somebody answers the warning', async () => {
    const visitor = new Visitor(page, 'en')
    await visitor.comeIn()
    await visitor.see(visitWords.en.warnTitle)
    await visitor.press(visitWords.en.stay)
    await page.getByText(visitWords.en.warnTitle).waitFor({ state: 'detached' })
    expect(await page.locator('.visit-menu').isVisible()).toBe(true)
  })

  test('begins in English at one press on the river', async () => {
    await page.locator('.visit-attract .service-corner button').first().click()
    await page.locator('.visit-menu').waitFor()
    await new Visitor(page, 'en').see(visitWords.en.choose)
  })

  test('leaves nothing of one visitor to the next', async () => {
    const visitor = new Visitor(page, 'zh')
    await visitor.comeIn()
    await visitor.readLarge()
    await visitor.enter('postcard')
    await visitor.chooseScene(0)
    await visitor.write()
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
        { timeout: 60_000 },
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
        { timeout: 60_000 },
      )
      .toBeGreaterThan(before + 20)
  })
})
