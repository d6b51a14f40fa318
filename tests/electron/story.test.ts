import { mkdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Carving, touchesOf } from '@riverside/story'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyWords } from '../../apps/exhibits/src/story/words.ts'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { Visitor } from '../visitor.ts'
import { openShell, type ShellUnderTest } from './shell-under-test.ts'

/** Where a picture of every step is kept, and all of them as one contact sheet; without FILM nothing is kept. */
const film = process.env.FILM

/** Two hands on the tray, as they were recorded. */
const twoHands = Carving.parse(
  JSON.parse(readFileSync(new URL('../../apps/exhibits/src/story/two-hands.json', import.meta.url), 'utf8')),
)

let display: Display
let shell: ShellUnderTest
let visitor: Visitor
beforeAll(async () => {
  display = await openDisplay()
  shell = await openShell({
    display,
    file: {
      screen: { role: 'story', mode: 'windowed', width: 1066, height: 600 },
      idle: { warnAfter: 60, resetAfter: 75 },
    },
  })
  await shell.event('page-alive')
  visitor = new Visitor(shell.page, 'zh')
  // From here on the hours of the story are passed in steps: its timers and frames all come, only sooner.
  await shell.page.clock.install()
  await shell.page.mouse.click(480, 360)
  await shell.page.locator('.visit-language-sheet').first().click()
  await shell.page.locator('.story-shelf').waitFor()
})
afterAll(async () => {
  await contactSheet()
  await shell?.close()
  await display?.close()
})

describe('a story in the real shell', { timeout: 300_000 }, () => {
  test('tells itself to its end while nobody touches it, and the visit is not taken for idle', async () => {
    await frame('shelf')
    await visitor.chooseStory()
    const chapters = await shell.page.locator('.story-chapters .slip').count()
    const met = new Set<number>()
    await pass(600_000, async () => {
      const chapter = await chapterNow()
      const told = await shell.page.locator('.story-word[data-told]').count()
      if (!met.has(chapter) && told > 12) {
        met.add(chapter)
        await frame(`chapter ${chapter}`)
      }
      expect(await shell.page.locator('.visit-warning').count()).toBe(0)
      return (await shell.page.locator('.story').getAttribute('data-at')) === 'ended'
    })
    expect([...met]).toEqual(Array.from({ length: chapters }, (_, at) => at + 1))
    await frame('end')
  })

  test('asks what it told, explains, and goes back to the shelf', async () => {
    const { page } = shell
    await visitor.press(storyWords.zh.quiz)
    while (await page.locator('.story-quiz').isVisible()) {
      await page.locator('.story-quiz-answer').first().click()
      await page.locator('.story-quiz-why').waitFor()
      await frame('question explained')
      await page.locator('.story-quiz-foot .slip[data-tone="red"]').click()
    }
    await page.locator('.story-shelf').waitFor()
  })

  test('waits with its page while two hands carve, and turns it when they have gone', async () => {
    const { page } = shell
    await visitor.chooseStory(1)
    const canvas = page.locator('.sand-tray-sand')
    const box = await canvas.boundingBox()
    if (!box) throw new Error('there is no sand')
    const touches = touchesOf(twoHands, box.width, box.height, 0)
    const held = new Set<number>()
    let passed = 0
    for (let at = 0; at < touches.length; ) {
      passed += 250
      const due: { type: string; id: number; x: number; y: number; wide: number }[] = []
      for (let touch = touches[at]; touch && touch.when < passed; touch = touches[++at]) {
        if (touch.type === 'up') {
          // The last hand stays where it is: the test lifts it.
          if (held.size > 1) {
            held.delete(touch.id)
            due.push({ type: 'pointerup', id: touch.id, x: 0, y: 0, wide: 0 })
          }
        } else {
          const type = held.has(touch.id) ? 'pointermove' : 'pointerdown'
          held.add(touch.id)
          due.push({ type, id: touch.id, x: box.x + touch.x, y: box.y + touch.y, wide: touch.reach * 2 })
        }
      }
      await canvas.evaluate((element, all) => {
        for (const { type, id, x, y, wide } of all)
          element.dispatchEvent(
            new PointerEvent(type, { pointerId: 100 - id, clientX: x, clientY: y, width: wide, height: wide }),
          )
      }, due)
      await page.clock.runFor(250)
      if (passed % 3000 === 0) await frame('two hands carve')
    }
    await frame('carved')
    await pass(60_000, async () => (await page.locator('.story').getAttribute('data-at')) === 'told')
    await page.clock.runFor(20_000)
    expect(await chapterNow()).toBe(1)
    await canvas.evaluate(
      (element, all) => {
        for (const id of all) element.dispatchEvent(new PointerEvent('pointerup', { pointerId: 100 - id }))
      },
      [...held],
    )
    await pass(20_000, async () => (await chapterNow()) === 2)
    await frame('page turned')
  })
})

/** Passes so many milliseconds of the page's time at the most, a second at once, until it is so. */
async function pass(milliseconds: number, isSo: () => Promise<boolean>): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 1000) {
    if (await isSo()) return
    await shell.page.clock.runFor(1000)
  }
  throw new Error(`it was not so within ${milliseconds / 1000} s`)
}

/** The number of the chapter that is told, from 1. */
async function chapterNow(): Promise<number> {
  const red = await shell.page.locator('.story-chapters .slip[data-tone="red"]').getAttribute('aria-label')
  return Array.from({ length: 12 }, (_, at) => at).findIndex((at) => storyWords.zh.chapter(at) === red) + 1
}

let frames = 0
async function frame(name: string): Promise<void> {
  if (film === undefined) return
  mkdirSync(film, { recursive: true })
  frames += 1
  await shell.page.screenshot({ path: join(film, `${String(frames).padStart(2, '0')} ${name}.png`) })
}

/** All pictures of the film as one. */
async function contactSheet(): Promise<void> {
  if (film === undefined) return
  const names = (await readdir(film)).filter((name) => /^\d\d .*\.png$/.test(name)).sort()
  const [across, width, height] = [4, 480, 270]
  const pictures = await Promise.all(
    names.map(async (name, at) => ({
      input: await sharp(join(film, name)).resize(width, height, { fit: 'inside' }).toBuffer(),
      left: (at % across) * width,
      top: Math.floor(at / across) * height,
    })),
  )
  const paper = {
    width: across * width,
    height: Math.ceil(names.length / across) * height,
    channels: 3 as const,
    background: '#060c10',
  }
  await sharp({ create: paper }).composite(pictures).png().toFile(join(film, 'contact-sheet.png'))
}
