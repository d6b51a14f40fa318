import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { runStation } from '../run-station.ts'
import { fillWall, lateToday, type WallDays } from '../wall-days.ts'

let browser: Browser
beforeAll(async () => {
  await buildAll({ only: ['exhibits'] })
  browser = await openChromium()
})
afterAll(() => browser?.close())

/** The wall of a station with such days behind it, in a real browser. */
async function hang(days: WallDays, look: (page: Page) => Promise<void>, smile: object = {}): Promise<void> {
  const station = await runStation(
    { screen: { mode: 'windowed', role: 'wall' }, smile: { camera: 'none', ...smile } },
    (data) => fillWall(data, days),
    lateToday,
  )
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
  try {
    await page.goto(station.url)
    await page.locator('.wall-figures').waitFor()
    await look(page)
  } finally {
    await page.close()
    await station.stop()
  }
}

describe('the wall of a real station', () => {
  test('counts today in lanterns and shows the difference with its doubt', () =>
    hang('full', async (page) => {
      await expect.poll(() => page.locator('.wall').getAttribute('data-lanterns')).toBe('270')
      const text = await page.locator('.wall').textContent()
      expect(text).toContain('进门亮 80 盏，出门亮 190 盏。截至 17:30。')
      expect(text).toMatch(/95% 区间 \+\d+\.\d 到 \+\d+\.\d，未校准/)
      expect(text).toContain('笑脸率之差，不等于满意度')
      expect(text).toContain('演示站：这里的数字不是量出来的')
      expect(text).toContain('1 天是部分数据')
      expect(await smallest(page)).toBeGreaterThanOrEqual(24)
      expect(await lowest(page)).toBeLessThanOrEqual(1080)
    }))

  test('lights nothing and draws dashed boxes where too few came', () =>
    hang('suppressed', async (page) => {
      expect(await page.locator('.wall').getAttribute('data-lanterns')).toBe('0')
      expect(await lowest(page)).toBeLessThanOrEqual(1080)
      await page.setViewportSize({ width: 1080, height: 1920 })
      await expect.poll(() => lowest(page)).toBeLessThanOrEqual(1920)
      expect(await page.locator('.wall-chart-held').count()).toBeGreaterThan(4)
      expect(await page.locator('.wall').textContent()).toContain('虚框 — 处人数太少')
      expect(await page.locator('.wall-count strong').allTextContents()).toContain('—')
    }))

  test('says on its first day that figures are still to come, and that metering may be off', async () => {
    await hang('empty', async (page) => {
      const text = await page.locator('.wall').textContent()
      expect(text).toContain('过完第一个开放日，这里开始有数')
      expect(await page.locator('.wall-chart').count()).toBe(0)
    })
    await hang('empty', async (page) => expect(await page.locator('h1').textContent()).toBe('今天不点灯'), {
      mode: 'off',
    })
  })

  test('is only looked at: a touch begins nothing', () =>
    hang('empty', async (page) => {
      await page.mouse.click(900, 500)
      await page.keyboard.press('Enter')
      expect(await page.locator('.wall').count()).toBe(1)
      expect(await page.locator('.visit-language').count()).toBe(0)
    }))
})

/** The smallest letters of the wall on its 1920 × 1080 screen, pixels. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.wall *')]
        .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''))
        .map((each) => {
          const size = Number.parseFloat(getComputedStyle(each).fontSize)
          const drawing = each.closest('svg')
          return drawing ? (size * drawing.getBoundingClientRect().width) / drawing.viewBox.baseVal.width : size
        }),
    ),
  )

/** Where the lowest words of the wall end, pixels. */
const lowest = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.wall-figures p, .wall-figures text')].map(
        (each) => each.getBoundingClientRect().bottom,
      ),
    ),
  )
