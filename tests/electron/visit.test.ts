import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { Visitor } from '../visitor.ts'
import { plugIn } from './plug-in.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

/** Where the film of the visit is kept, picture by picture; without FILM nothing is kept. */
const film = process.env.FILM
const countsPerTurn = 600

let display: Display
let folder: string
let helm: Awaited<ReturnType<typeof helmOf>>
let shell: ShellUnderTest
let visitor: Visitor
beforeAll(async () => {
  display = await openDisplay()
  folder = await mkdtemp(join(tmpdir(), 'visit-'))
  helm = await helmOf(join(folder, 'helm'))
  shell = await openShell({
    display,
    file: {
      helm: { serial: join(folder, 'helm'), countsPerTurn },
      // Where the processor draws the river, a kiosk's own size is for whoever wants to look at the pictures.
      screen: {
        mode: 'windowed',
        ...(film === undefined ? { width: 1280, height: 720 } : { width: 1920, height: 1080 }),
      },
      demonstration: true,
      takeAway: { page: 'this-machine' },
      printer: { kind: 'pretend' },
      smile: { camera: 'pretend' },
      idle: { warnAfter: 500, resetAfter: 600 },
    },
  })
  await shell.event('page-alive')
  await shell.event('helm-connected')
  visitor = new Visitor(shell.page, 'zh')
})
afterAll(async () => {
  await shell?.close()
  await helm?.unplug()
  await display?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

describe('one visit in the real shell', { timeout: 240_000 }, () => {
  test('begins, chooses and sails by the brass helm alone', async () => {
    const { page } = shell
    await page.locator('.visit-attract').waitFor()
    await frame('river')
    await helm.until(1 / 8, () => page.locator('.visit-language').isVisible())
    await helm.until(1 / 8, () => page.locator('.visit-language-sheet .helm-frame').isVisible())
    helm.press()
    await page.locator('.visit-menu').waitFor()
    await helm.until(1 / 8, () => page.locator('.visit-scroll .helm-frame').isVisible())
    await frame('menu by helm')
    helm.press()
    await page.locator('.voyage-metres b').waitFor()
    await frame('voyage at the wharf')
    const before = await metres()
    await helm.until(1 / 2, async () => (await metres()) > before + 300)
    await frame('voyage under way')
    expect(await metres()).toBeGreaterThan(before + 300)
  })

  test('opens a building’s then and now, and goes back to the rooms, by touch', async () => {
    await helm.until(1 / 12, () => shell.page.locator('.voyage-abeam').isVisible())
    await visitor.openSheet()
    await frame('then and now')
    expect(await shell.page.locator('.voyage-sheet').textContent()).toContain('前世')
    await visitor.closeSheet()
    await visitor.backToMenu()
  })

  test('writes a card and gets a code for it', async () => {
    await visitor.enter('postcard')
    await frame('three views')
    await visitor.chooseScene(1)
    await visitor.write()
    await frame('a card being written')
    await visitor.finishCard()
    await frame('card to take away')
    await visitor.leaveCard()
  })

  test('brushes the sand from a print', async () => {
    await visitor.enter('story')
    await frame('shelf of stories')
    await visitor.chooseStory()
    await visitor.brush(3)
    await frame('sand brushed')
    await visitor.backToMenu()
  })

  test('lights a lantern: the pretend camera is looked at, and one reading is counted', async () => {
    await visitor.enter('smile')
    await frame('notice')
    await visitor.lightLantern()
    await frame('rooms again')
  })

  test('says goodbye and forgets', async () => {
    await visitor.sayGoodbye()
    await frame('farewell')
    await shell.page.locator('.visit-attract').waitFor()
    expect(await shell.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  })
})

const metres = async (): Promise<number> =>
  Number(((await shell.page.locator('.voyage-metres b').textContent()) ?? '').replace(/\D/g, ''))

let frames = 0
async function frame(name: string): Promise<void> {
  if (film === undefined) return
  mkdirSync(film, { recursive: true })
  frames += 1
  await shell.page.screenshot({ path: join(film, `${String(frames).padStart(2, '0')} ${name}.png`) })
}

/** The helm of this visit: turned until something is seen. */
async function helmOf(device: string) {
  const { to, press, unplug } = await plugIn(device)
  let counts = 0
  return {
    press,
    unplug,
    /** Turns on, so many turns at a time, until something is seen. */
    until: (turns: number, isSo: () => Promise<boolean>) =>
      eventually(
        'the helm to have its effect',
        async () => {
          if (await isSo()) return true
          counts += Math.round(turns * countsPerTurn)
          to(counts)
          await shell.page.evaluate(
            () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
          )
          return await isSo()
        },
        120_000,
      ),
  }
}
