import { join } from 'node:path'
import type { Language } from '@riverside/kit'
import type { Browser, Page } from 'playwright-core'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { openBrowser } from '../browser.ts'
import { runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

export type Looked = { readonly name: string; readonly file: string }

type View = { readonly language: Language; readonly width: number; readonly height: number; readonly easy: boolean }

const views: readonly View[] = (['zh', 'en'] as const).flatMap((language) =>
  [false, true].flatMap((easy) => [
    { language, easy, width: 1920, height: 1080 },
    { language, easy, width: 1080, height: 1920 },
  ]),
)

const nameOf = ({ language, width, easy }: View, screen: string): string =>
  `${screen}-${language}-${width === 1920 ? 'landscape' : 'portrait'}${easy ? '-easy' : ''}`

/** Takes a picture of every screen of visitors and staff, in both orientations and languages and in easy reading. */
export async function look({
  out,
  only,
  say,
}: {
  out: string
  only?: string | undefined
  say: (name: string) => void
}): Promise<readonly Looked[]> {
  await buildAll()
  const station = await runStation()
  const browser = await openBrowser()
  const looked: Looked[] = []
  try {
    for (const view of views) {
      const wanted = (screen: string) => only === undefined || nameOf(view, screen).includes(only)
      const take = async (page: Page, screen: string) => {
        const name = nameOf(view, screen)
        if (!wanted(screen)) return
        await settled(page)
        const file = join(out, `${name}.png`)
        await page.screenshot({ path: file })
        looked.push({ name, file })
        say(`${name}.png`)
      }
      await visit(browser, station.url, view, take)
    }
  } finally {
    await browser.close()
    await station.stop()
  }
  return looked
}

async function visit(
  browser: Browser,
  url: string,
  view: View,
  take: (page: Page, screen: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    reducedMotion: 'reduce',
    hasTouch: true,
  })
  const page = await context.newPage()
  const visitor = new Visitor(page, view.language)
  await page.goto(`${url}/`)
  await page.locator('.visit-attract').waitFor()
  await take(page, '01-attract')
  await page.mouse.click(view.width * 0.45, view.height * 0.6)
  await page.locator('.visit-language').waitFor()
  await take(page, '02-language')
  await page
    .locator('.visit-language-sheet')
    .nth(view.language === 'zh' ? 0 : 1)
    .click()
  await page.locator('.visit-menu').waitFor()
  if (view.easy) await visitor.readLarge()
  await take(page, '03-menu')

  await visitor.enter('voyage')
  await page.locator('.voyage-abeam').waitFor()
  await take(page, '04-voyage')
  await visitor.openSheet()
  await take(page, '05-sheet')
  await visitor.closeSheet()
  await visitor.backToMenu()

  await visitor.enter('postcard')
  await take(page, '06-scenes')
  await visitor.chooseScene(1)
  await visitor.write()
  await take(page, '07-desk')
  await visitor.finishCard()
  await take(page, '08-take-away')
  await visitor.leaveCard()

  await visitor.enter('story')
  await visitor.brush()
  await take(page, '09-story')
  await visitor.backToMenu()

  await visitor.enter('smile')
  await take(page, '10-smile')
  await visitor.refuseSmile()
  await visitor.sayGoodbye()
  await take(page, '11-farewell')
  await context.close()
}

/** Fonts there, pictures decoded, nothing loading; two frames for what is drawn on canvases. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    await Promise.all(
      document
        .getAnimations()
        .map((animation) =>
          animation.effect?.getComputedTiming().iterations === Infinity
            ? undefined
            : animation.finished.catch(() => undefined),
        ),
    )
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}
