import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { call, setFirstPin } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { dayAfter, dayOf, quarterAt } from '@riverside/smile'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'
import { fillWall, lateToday } from '../wall-days.ts'

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
  const station = await runStation({}, importTenDays)
  await call({ fetch, address: station.url, key: station.screenKey }, setFirstPin, { pin })
  const browser = await openChromium()
  const looked: Looked[] = []
  try {
    // `--only=-en-portrait` asks for whole views, `--only 07-desk` for one screen in all of them.
    const asked = only?.startsWith('-') ? views.filter((view) => `${nameOf(view, '')}-`.startsWith(`${only}-`)) : views
    for (const view of asked) {
      const wanted = (screen: string) =>
        only === undefined || only.startsWith('-') || nameOf(view, screen).includes(only)
      const take = async (page: Page, screen: string) => {
        const name = nameOf(view, screen)
        if (!wanted(screen)) return
        const file = join(out, `${name}.png`)
        writeFileSync(file, await settled(page))
        looked.push({ name, file })
        say(`${name}.png`)
      }
      await visit(browser, station.url, view, take)
      await lanterns(view, wanted, take)
      await aside(browser, station.url, view, take)
      if (!view.easy) await desk(browser, station.url, view, take)
      // A wall speaks both languages at once and has nobody who could ask for larger letters.
      if (!view.easy && view.language === 'zh') await walls(browser, view, wanted, take)
    }
  } finally {
    await browser.close()
    await station.stop()
  }
  return looked
}

type Take = (page: Page, screen: string) => Promise<void>

async function visit(browser: Browser, url: string, view: View, take: Take): Promise<void> {
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
  await visitor.drawPast()
  await take(page, '04-voyage-past')
  await visitor.drawPast()
  await visitor.openIndex()
  await take(page, '04-voyage-index')
  await page.keyboard.press('s')
  await page.locator('.voyage-index-letters').waitFor()
  await take(page, '04-voyage-find')
  await page.keyboard.press('Escape')
  await visitor.reachLow()
  await take(page, '04-voyage-low')
  await visitor.openSheet()
  await take(page, '05-sheet-low')
  await visitor.closeSheet()
  await visitor.reachLow()
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
  await take(page, '09-shelf')
  await visitor.chooseStory()
  await visitor.brush()
  await take(page, '09-story')
  await page.locator('.story-pace .slip').nth(2).click()
  await page.locator('.story-sheet-cards').waitFor()
  await take(page, '09-story-sheet')
  await page.locator('.story-sheet-cards .slip').first().click()
  await take(page, '09-story-card')
  await page.locator('.story-sheet-foot .slip').nth(1).click()
  await page.locator('.story-chronicle').waitFor()
  await take(page, '09-time-line')
  await page.locator('.story-chronicle-foot [data-mark="back"]').click()
  await visitor.hearToEnd()
  await take(page, '09-story-end')
  await page.locator('.story-play .slip').click()
  await page.locator('.story-quiz-answer').first().waitFor()
  await take(page, '09-question')
  await page.locator('.story-quiz-answer').first().click()
  await take(page, '09-explanation')
  await visitor.backToMenu()

  await visitor.enter('smile')
  await take(page, '10-smile')
  await visitor.refuseSmile()
  await visitor.sayGoodbye()
  await take(page, '11-farewell')
  await context.close()
}

/** Fonts there and pictures decoded; then looked at until two looks are the same, or for ten seconds where something moves. */
async function settled(page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  })
  let before = await page.screenshot()
  for (let looks = 0; looks < 12; looks += 1) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)))
    const after = await page.screenshot()
    if (after.equals(before)) return after
    before = after
  }
  return before
}

const ofLanterns = ['door', 'river', 'ticket', 'pad', 'report', 'answered', 'always-on'].map((at) => `10-smile-${at}`)

/** The room of lanterns where one machine serves both doors on a busy day, and where its camera always reads. */
async function lanterns(view: View, wanted: (screen: string) => boolean, take: Take): Promise<void> {
  if (!ofLanterns.some(wanted)) return
  // A graphics card played by the processor would keep it from looking at the camera's pictures.
  const browser = await openChromium([])
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const visitor = new Visitor(page, view.language)
  const comeTo = async (url: string) => {
    await page.goto(url)
    await visitor.comeIn()
    if (view.easy) await visitor.readLarge()
    await visitor.enter('smile')
  }
  const station = await runStation(
    { smile: { camera: 'pretend', asksDoor: true } },
    (data) => fillWall(data, 'full'),
    lateToday,
  )
  await comeTo(station.url)
  await take(page, '10-smile-door')
  await visitor.sayDoor('entry')
  await visitor.light()
  await take(page, '10-smile-river')
  await visitor.takeTicket()
  await take(page, '10-smile-ticket')
  await comeTo(station.url)
  await visitor.sayDoor('exit')
  await visitor.light()
  await visitor.openPad()
  for (const sign of ['bridge', 'gull', 'reed'] as const) await visitor.touchSign(sign)
  await take(page, '10-smile-pad')
  await visitor.keepTicket()
  await take(page, '10-smile-report')
  await visitor.rate(4)
  await take(page, '10-smile-answered')
  await station.stop()

  const always = await runStation({ smile: { camera: 'pretend', mode: 'ambient', compliance } })
  await comeTo(always.url)
  await page.locator('.camera-banner').waitFor()
  await take(page, '10-smile-always-on')
  await browser.close()
  await always.stop()
}

const compliance = {
  assessment: '2026-07',
  legalBasis: '试验',
  responsible: '杨树浦驿站值班长',
  signageChecked: '2026-01-01',
  expires: '2099-12-31',
}

/** The screens a visit meets only now and then, from the parts page: each by its name there. */
async function aside(browser: Browser, url: string, view: View, take: Take): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  for (const [screen, show] of [
    ['12-warning', 'warning'],
    ['13-calm-card', 'calm'],
    ['14-first-pin', 'first-pin'],
    ['15-pin', 'pin&problem=wrong-pin'],
    ['16-menu-by-helm', 'menu&helm=1&resting=smile'],
    ['17-attract-morning', 'attract&hour=08:30&still=1'],
    ['18-parts', 'parts'],
  ] as const) {
    await page.goto(`${url}/parts.html?show=${show}&lang=${view.language}${view.easy ? '&easy=1' : ''}`)
    await take(page, screen)
  }
  await context.close()
}

/** The staff desk: signing in, then its six pages. */
async function desk(browser: Browser, url: string, view: View, take: Take): Promise<void> {
  const context = await browser.newContext({ viewport: { width: view.width, height: view.height } })
  const page = await context.newPage()
  await page.goto(`${url}/console/`)
  await page.locator('.sign-in').waitFor()
  if (view.language === 'en') await page.getByRole('button', { name: 'English' }).click()
  await take(page, '20-sign-in')
  await page.locator('.sign-in input').focus()
  for (const figure of pin) await page.keyboard.press(figure)
  await page.keyboard.press('Enter')
  await page.locator('.today').waitFor()
  await take(page, '21-today')
  for (const [at, screen] of [
    [1, '22-figures'],
    [2, '23-content'],
    [3, '24-smile'],
    [4, '26-printer'],
    [5, '25-helm'],
  ] as const) {
    await page.locator('nav button').nth(at).click()
    await page
      .locator(['.figures', '.content', '.smile', '.printer', '.helm-page'][at - 1] ?? '')
      .first()
      .waitFor()
    await take(page, screen)
  }
  await context.close()
}

/** The wall of a busy station, of one with too few visitors to show, and of one on its first day. */
async function walls(browser: Browser, view: View, wanted: (screen: string) => boolean, take: Take): Promise<void> {
  for (const [screen, days] of [
    ['30-wall', 'full'],
    ['31-wall-suppressed', 'suppressed'],
    ['32-wall-first-day', 'empty'],
  ] as const) {
    if (!wanted(screen)) continue
    const wall = { screen: { mode: 'windowed', role: 'wall' }, smile: { camera: 'none' } }
    const station = await runStation(wall, (data) => fillWall(data, days), lateToday)
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.height },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(station.url)
    await page.locator('.wall-figures').waitFor()
    await take(page, screen)
    await context.close()
    await station.stop()
  }
}

const pin = '2580'

/** Ten days of figures, so that the desk has something to say. */
function importTenDays(data: string): void {
  const today = dayOf(quarterAt(Date.now()))
  const lines = Array.from({ length: 10 }, (_, at) => {
    const key = { station: 'demonstration', quarter: `${dayAfter(today, at - 10)}T11:00:00+08:00`, mode: 'opt-in' }
    const n = 240 + ((at * 67) % 280)
    return [
      { ...key, door: 'entry', x: Math.round(n * (0.18 + 0.01 * (at % 5))), n, in_n: n + 12 },
      { ...key, door: 'exit', x: Math.round(n * (0.51 + 0.012 * (at % 4))), n, out_n: n + 9 },
    ]
  }).flat()
  const file = join(data, 'ten-days.jsonl')
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  const command = resolve(import.meta.dirname, '../../apps/station/src/smile/stats-command.ts')
  execFileSync(process.execPath, ['--import', 'tsx', command, 'import', file, '--data', data])
}
