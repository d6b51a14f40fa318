import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { Visitor } from '../visitor.ts'
import { openShell } from './shell-under-test.ts'

/** Where a picture of each surface is kept; without FILM nothing is. */
const film = process.env.FILM

let display: Display
beforeAll(async () => {
  display = await openDisplay()
})
afterAll(async () => {
  await display?.close()
})

/** What the light of each pane shows as nothing: black where the pane glows, white where it dims what is behind it. */
const clear = { 'transparent-oled': 0, 'transparent-lcd': 255, hologram: 0 } as const

describe('a story on a pane in the real shell', { timeout: 120_000 }, () => {
  test.each(Object.keys(clear) as Array<keyof typeof clear>)(
    '%s: is told on a ground that is not there',
    async (surface) => {
      const shell = await openShell({
        display,
        file: { screen: { role: 'story', display: surface, mode: 'windowed', width: 1066, height: 600 } },
      })
      try {
        const { page } = shell
        await shell.event('page-alive')
        await page.locator('.visit-sand').waitFor()
        // A mirrored page is touched where it is seen, so its words are pressed and not places.
        await page.locator('.visit-sand').dispatchEvent('pointerdown')
        await page.locator('.visit-language-sheet').first().click()
        await page.locator('.story-shelf').waitFor()
        const visitor = new Visitor(page, 'zh')
        await visitor.chooseStory()
        await page.locator('.story-word[data-told]').nth(6).waitFor()
        const picture = await page.screenshot()
        if (film !== undefined) {
          mkdirSync(film, { recursive: true })
          await sharp(picture).toFile(join(film, `${surface}.png`))
        }
        // The very edge of the pane bears nothing.
        const { data } = await sharp(picture)
          .extract({ left: 2, top: 2, width: 8, height: 8 })
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true })
        expect(new Set(data)).toEqual(new Set([clear[surface]]))
        const turned = await page.locator('.stage').evaluate((stage) => getComputedStyle(stage).transform)
        expect(turned).toBe(surface === 'hologram' ? 'matrix(-1, 0, 0, 1, 0, 0)' : 'none')
        expect(await page.locator('.narrator').count()).toBe(surface === 'hologram' ? 1 : 0)
      } finally {
        await shell.close()
      }
    },
  )
})
