import { call, readObjectZone, setFirstPin } from '@riverside/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { outlineWords } from '../../apps/exhibits/src/stage/outline-words.ts'
import { padWords } from '../../apps/exhibits/src/visit/words.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

const pin = '2580'
let station: RunningStation
let browser: Browser
let page: Page
beforeAll(async () => {
  station = await runStation({
    screen: { mode: 'windowed', role: 'story', display: 'transparent-oled' },
    idle: { warnAfter: 500, resetAfter: 600 },
  })
  await call({ fetch, address: station.url, key: station.screenKey }, setFirstPin, { pin })
  browser = await openChromium()
  page = await browser.newPage({ viewport: { width: 960, height: 540 }, reducedMotion: 'reduce' })
  page.setDefaultTimeout(60_000)
  await page.goto(`${station.url}/`)
})
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

const press = (word: string) => page.getByRole('button', { name: word, exact: true }).first().click()

describe('a clear pane that tells stories alone', () => {
  test('shows a carving by itself while nobody is there, on a ground that is clear', async () => {
    await page.locator('.visit-sand canvas').waitFor()
    const ground = await page.locator('.visit-sand').evaluate((room) => getComputedStyle(room).backgroundColor)
    expect(ground).toBe('rgb(0, 0, 0)')
  })

  test('lets staff drag the outline of the thing behind it, and keeps it', async () => {
    await new Visitor(page, 'zh').knockForStaff()
    for (const figure of pin) await press(figure)
    await press(padWords.zh.outline)
    const corner = page.locator('.stage-outline-corner').first()
    const box = await corner.boundingBox()
    if (!box) throw new Error('There is no corner')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(96, 54, { steps: 4 })
    await page.mouse.up()
    await press(outlineWords.zh.keep)
    await page.getByText(outlineWords.zh.kept).waitFor()
    await press(outlineWords.zh.leave)
    const kept = await call({ fetch, address: station.url, key: station.screenKey }, readObjectZone, undefined)
    const [x, y] = (kept.ok && kept.value.zone?.corners[0]) || [0, 0]
    expect(x).toBeCloseTo(0.1, 2)
    expect(y).toBeCloseTo(0.1, 2)
  })

  test('prints nothing inside that outline, and no word of a story comes near it', async () => {
    await page.getByText('中文').first().click()
    await page.locator('.story-print').first().click()
    await page.locator('.story-zone polygon').waitFor({ state: 'attached' })
    const zone = await page.locator('.story-zone polygon').evaluate((shape) => shape.getBoundingClientRect().toJSON())
    expect(zone.x).toBeCloseTo(96, -1)
    const words = await page.locator('.story-words').boundingBox()
    expect(words?.y ?? 0).toBeGreaterThan(zone.y + zone.height)
  })
})
