import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { themeWords } from '../../apps/exhibits/src/postcard/desk-words.ts'
import { storyWords } from '../../apps/exhibits/src/story/words.ts'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

let browser: Browser
let station: RunningStation
beforeAll(async () => {
  await buildAll({ only: ['exhibits', 'console'] })
  browser = await openChromium()
  station = await runStation({ idle: { warnAfter: 500, resetAfter: 600 } })
})
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

/** With `FILM=<folder>` every step is kept as a picture. */
async function film(page: Page, name: string): Promise<void> {
  const folder = process.env.FILM
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('a print that a hand uncovered is taken to the desk, written on and kept at the station', {
  timeout: 180_000,
}, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000)
  await page.goto(`${station.url}/`)
  const visitor = new Visitor(page, 'zh')
  await visitor.comeIn()
  await visitor.enter('story')
  await visitor.chooseStory()
  const card = page.getByRole('button', { name: storyWords.zh.cardOf })
  expect(await card.count()).toBe(0)

  const tray = await page.locator('.sand-tray-bed').boundingBox()
  if (!tray) throw new Error('there is no tray to brush')
  await page.mouse.move(tray.x + tray.width * 0.35, tray.y + tray.height * 0.4)
  await page.mouse.down()
  for (const [x, y] of [
    [0.6, 0.4],
    [0.6, 0.55],
    [0.35, 0.55],
  ] as const)
    await page.mouse.move(tray.x + tray.width * x, tray.y + tray.height * y, { steps: 6 })
  await page.mouse.up()
  await card.waitFor()
  await film(page, 'carved')
  await card.click()

  // It lies first among the cards, named as what it is, and its picture is really there.
  await page.locator('.postcard-choice-card').first().waitFor()
  await visitor.see(themeWords.carved.zh)
  await film(page, 'choice')
  await visitor.chooseScene()
  await visitor.write()
  await film(page, 'desk')
  await visitor.finishCard()
  await film(page, 'away')
  await context.close()
})
