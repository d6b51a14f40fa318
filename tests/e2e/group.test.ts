import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { call, readReceptions, setFirstPin, signIn } from '@riverside/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { groupWords } from '../../apps/exhibits/src/group/group-words.ts'
import { padWords } from '../../apps/exhibits/src/visit/words.ts'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { words as phoneWords } from '../../apps/station/src/group/page/page-words.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

let browser: Browser
let station: RunningStation
let screen: Page
beforeAll(async () => {
  await buildAll({ only: ['exhibits', 'console'] })
  browser = await openChromium()
  // Every address of this net is the machine itself: the phones' listener is another one than the station's own.
  station = await runStation({ network: { port: 0, lan: '127.0.0.2' }, idle: { warnAfter: 500, resetAfter: 600 } })
  const wire = { fetch, address: station.url, key: station.screenKey }
  await call(wire, setFirstPin, { pin: '2580' })
  screen = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  screen.setDefaultTimeout(60_000)
  await screen.goto(`${station.url}/`)
  await screen.locator('.visit-attract').waitFor()
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

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

const dayInShanghai = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What staff do in the corner. */
async function askForFigures(): Promise<void> {
  await new Visitor(screen, 'zh').knockForStaff()
  for (const figure of '2580') await press(screen, figure)
  await press(screen, padWords.zh.group)
}

/** A phone that opens the link on the screen and brings its six figures. */
async function pairPhone(): Promise<Page> {
  await screen.locator('.group-pairing-digits').waitFor()
  const digits = ((await screen.locator('.group-pairing-digits').textContent()) ?? '').trim()
  const address = ((await screen.locator('.group-pairing-link').textContent()) ?? '').trim()
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
  })
  const phone = await context.newPage()
  await phone.goto(`http://${address}`)
  await film(phone, `phone-asks`)
  await phone.locator('#digits').fill(digits)
  await press(phone, phoneWords.zh.join)
  await phone.locator('#items button').first().waitFor()
  return phone
}

test('a guide’s phone leads the screen, may disappear, and leaves a reception behind', {
  timeout: 180_000,
}, async () => {
  const began = dayInShanghai()
  await askForFigures()
  await screen.locator('.group-pairing canvas').waitFor()
  await film(screen, 'screen-pairing')

  // Until a phone leads the screen does.
  await press(screen, groupWords.zh.next)
  await screen.locator('.group-story img').waitFor()
  await press(screen, groupWords.zh.back)
  await screen.locator('.group-words').waitFor()

  const phone = await pairPhone()
  await screen.locator('.group-pairing').waitFor({ state: 'detached' })
  // Whoever stands at the screen now turns no page there.
  await screen.getByText(groupWords.zh.led).waitFor()
  expect(await screen.getByRole('button', { name: groupWords.zh.next }).count()).toBe(0)
  await film(screen, 'screen-words')
  await press(phone, phoneWords.zh.next)
  await screen.locator('.group-story img').waitFor()
  const caption = (await screen.locator('.group-story-caption').textContent()) ?? ''
  await phone.getByText(caption.slice(0, 12)).first().waitFor()
  await film(screen, 'screen-story')
  await film(phone, 'phone-leads')
  await phone.locator('#size').fill('31')
  await phone.locator('#size').blur()
  await press(phone, '+')
  await phone.waitForFunction(() => document.querySelector<HTMLInputElement>('#size')?.value === '32')

  // The phone is gone: what it led stands, and staff have figures for another.
  await phone.context().close()
  await askForFigures()
  expect(await screen.locator('.group-story-caption').textContent()).toBe(caption)

  const second = await pairPhone()
  await second.locator('#items button').nth(3).click()
  await screen.locator('.group-oath[data-title]').waitFor()
  await film(screen, 'screen-oath-title')
  await press(second, phoneWords.zh.run)
  await screen.getByText('拥护党的纲领，').first().waitFor()
  await screen.locator('.group-oath-now', { hasText: '拥护党的纲领，' }).waitFor()
  await film(screen, 'screen-oath')
  await film(second, 'phone-oath')
  await press(second, phoneWords.zh.end)
  await press(second, phoneWords.zh.reallyEnd)
  await screen.locator('.visit-attract').waitFor()
  await second.getByText(phoneWords.zh.over).waitFor()

  const staff = await call({ fetch, address: station.url, key: station.screenKey }, signIn, { pin: '2580' })
  if (!staff.ok) throw new Error(staff.error)
  const found = await call({ fetch, address: station.url, key: staff.value.token }, readReceptions, {
    from: began,
    to: dayInShanghai(),
  })
  expect(found.ok && found.value).toMatchObject({ people: 32, receptions: [{ programme: 'jiangbian-yike', items: 3 }] })
})
