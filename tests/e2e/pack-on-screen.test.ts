import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { call, installPackPath, RefusedPack, readHealth, setFirstPin, signIn } from '@riverside/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { storyWords } from '../../apps/exhibits/src/story/words.ts'
import { writePackFile } from '../../apps/station/src/packs/pack-file.ts'
import { listPack } from '../../apps/station/src/packs/pack-folder.ts'
import { type RunningStation, runStation } from '../run-station.ts'
import { Visitor } from '../visitor.ts'

const demonstration = resolve(import.meta.dirname, '../../assets/demo-pack')
let place: string
let station: RunningStation
let browser: Browser
let page: Page
let token: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-on-screen-'))
  // Nobody touches the screen for as long as a busy machine takes over a pack.
  station = await runStation({ idle: { warnAfter: 500, resetAfter: 600 } })
  const wire = { fetch, address: station.url, key: station.screenKey }
  await call(wire, setFirstPin, { pin: '2580' })
  const signedIn = await call(wire, signIn, { pin: '2580' })
  token = signedIn.ok ? signedIn.value.token : ''
  browser = await openChromium()
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(`${station.url}/`)
})
afterAll(async () => {
  await browser?.close()
  await station?.stop()
  if (place) await rm(place, { recursive: true, force: true })
})

/** Of a river that is only the wharf, as nine tenths of the demonstration pack are spheres. */
const isAtTheWharf = (path: string) => !/nodes\/(?!qinhuangdao-lu-matou)/.test(relative(demonstration, path))

/** The demonstration pack, or those of its files that are kept, with one file changed, as the file a curator hands in. */
async function packWith(
  path: string,
  change: (text: string) => string,
  kept: (path: string) => boolean = () => true,
): Promise<string> {
  const folder = await mkdtemp(join(place, 'pack-'))
  await cp(demonstration, folder, { recursive: true, filter: kept })
  await writeFile(join(folder, path), change(await readFile(join(folder, path), 'utf8')))
  const file = `${folder}.pack`
  await writePackFile(folder, await listPack(folder), file)
  return file
}

const handIn = async (file: string) =>
  await fetch(station.url + installPackPath, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/zip' },
    body: await readFile(file),
  })

describe('a pack handed in while a visitor is at the screen', { timeout: 180_000 }, () => {
  test('shows its changed name at once, without reload and without leaving the room', async () => {
    const visitor = new Visitor(page, 'zh')
    await visitor.comeIn()
    await visitor.enter('voyage')
    await page.locator('.voyage-abeam').waitFor()
    await page.evaluate(() => Object.assign(window, { sameVisit: true }))
    const answer = await handIn(
      await packWith('stops/qinhuangdao-lu-matou.json', (text) => text.replaceAll('秦皇岛路码头', '秦皇岛路老码头')),
    )
    expect(answer.status).toBe(200)
    await page.locator('.voyage-abeam', { hasText: /老\s*码\s*头/ }).waitFor()
    expect(await page.evaluate(() => Reflect.get(window, 'sameVisit'))).toBe(true)
  })

  test('tells a changed story text at once, and goes on with the story', async () => {
    const visitor = new Visitor(page, 'zh')
    await visitor.backToMenu()
    await visitor.enter('story')
    await visitor.chooseStory()
    // Held, so that its first chapter is still there however long the pack takes.
    await visitor.press(storyWords.zh.telling)
    const answer = await handIn(
      await packWith(
        'stories/liufa-chuhai.json',
        (text) => text.replaceAll('约一千六百人从上海乘船赴法', '约一千六百位青年从上海乘船赴法'),
        isAtTheWharf,
      ),
    )
    expect(answer.status).toBe(200)
    await page.locator('.story-caption', { hasText: '约一千六百位青年' }).waitFor()
    expect(await page.evaluate(() => Reflect.get(window, 'sameVisit'))).toBe(true)
  })

  test('is refused with every reason where it is faulty, and the screen stays as it was', async () => {
    const before = await call({ fetch, address: station.url }, readHealth, undefined)
    const answer = await handIn(
      await packWith('scenes/waterworks.json', (text) => text.replace('media/scenes/', 'media/lost/'), isAtTheWharf),
    )
    expect(answer.status).toBe(422)
    expect(RefusedPack.parse(await answer.json()).faults).toContainEqual(
      expect.objectContaining({ file: 'scenes/waterworks.json', where: 'picture' }),
    )
    const after = await call({ fetch, address: station.url }, readHealth, undefined)
    expect(after.ok && before.ok && after.value.pack.hash === before.value.pack.hash).toBe(true)
  })

  test('is reported by the screen itself as the one that is seen', async () => {
    const health = await call({ fetch, address: station.url }, readHealth, undefined)
    expect(health.ok && health.value.pack.onScreen).toBe(health.ok && health.value.pack.hash)
  })
})
