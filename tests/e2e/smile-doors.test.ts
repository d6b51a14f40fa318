import { ticketSigns } from '@riverside/smile'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { signWords } from '../../apps/exhibits/src/smile/smile-words.ts'
import { bucketStore } from '../../apps/station/src/smile/bucket-store.ts'
import { openStore } from '../../apps/station/src/store/store.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

/** One machine for both doors, and one visitor from the first to the second. */
let station: RunningStation
let browser: Browser
let page: Page
beforeAll(async () => {
  station = await runStation({ smile: { camera: 'pretend', asksDoor: true } })
  // Nothing here is drawn in 3D, and a graphics card played by the processor would keep it from looking at pictures.
  browser = await openChromium([])
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

function counted() {
  const opened = openStore(station.data)
  if (!opened.ok) throw new Error(opened.error.code)
  using store = opened.value
  const buckets = bucketStore(store, 'demonstration').between(0, Date.now() + 900_000)
  const sum = (door: 'entry' | 'exit', of: (bucket: (typeof buckets)[number]) => number) =>
    buckets.filter((bucket) => bucket.door === door).reduce((all, each) => all + of(each), 0)
  return {
    entry: sum('entry', ({ n, u }) => n + u),
    exit: sum('exit', ({ n, u }) => n + u),
    pairs: sum('exit', ({ p11, p10, p01, p00 }) => p11 + p10 + p01 + p00),
    stays: sum('exit', ({ dwell = [] }) => dwell.reduce((all, each) => all + each, 0)),
    answers: [sum('exit', ({ b5 }) => b5), sum('entry', ({ b1, b2, b3, b4, b5 }) => b1 + b2 + b3 + b4 + b5)],
  }
}

describe('one machine at two doors', () => {
  test('counts a visitor at the door he names, takes his ticket once, and his answer at the exit', async () => {
    const visitor = new Visitor(page, 'zh')
    await page.goto(station.url)
    await visitor.comeIn()
    await visitor.enter('smile')
    await visitor.sayDoor('entry')
    await visitor.light()
    const names = await visitor.takeTicket()
    const signs = names.map((name) => ticketSigns.find((sign) => signWords[sign].zh === name) ?? 'anchor')
    expect(names).toHaveLength(5)
    expect(counted()).toMatchObject({ entry: 1, exit: 0, pairs: 0 })
    await page.locator('.smile-answer').click()
    await page.locator('.visit-menu').waitFor()

    await visitor.enter('smile')
    await visitor.sayDoor('exit')
    await visitor.light()
    await visitor.openPad()
    for (const sign of signs) await visitor.touchSign(sign)
    await visitor.see('船票收下了')
    await visitor.rate(5)
    expect(counted()).toEqual({ entry: 1, exit: 1, pairs: 1, stays: 1, answers: [1, 0] })
    await page.locator('.smile-answer').click()
    await page.locator('.visit-menu').waitFor()
  })

  test('asks a visitor once a visit how it was', async () => {
    const visitor = new Visitor(page, 'zh')
    await visitor.enter('smile')
    await visitor.sayDoor('exit')
    await visitor.press('不用，直接走')
    await page.locator('.visit-menu').waitFor()
    expect(counted().answers).toEqual([1, 0])
  })

  test('forgets with the visit that it asked', async () => {
    const visitor = new Visitor(page, 'zh')
    await visitor.sayGoodbye()
    await page.locator('.visit-attract').waitFor({ timeout: 30_000 })
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })
})
