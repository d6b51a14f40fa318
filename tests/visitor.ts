import type { Language } from '@riverside/kit'
import type { TicketSign } from '@riverside/smile'
import type { ExhibitId } from '@riverside/visit'
import type { Page } from 'playwright-core'
import { roomWords } from '../apps/exhibits/src/postcard/postcard-words.ts'
import { takeAwayWords } from '../apps/exhibits/src/postcard/take-away-words.ts'
import { answers, doorWords, padWords, thanksWords } from '../apps/exhibits/src/smile/smile-words.ts'
import { storyWords } from '../apps/exhibits/src/story/words.ts'
import { visitWords } from '../apps/exhibits/src/visit/words.ts'
import { say as voyageWords } from '../apps/exhibits/src/voyage/words.ts'
import { words } from '../packages/ui/src/words.ts'

/** A visitor in front of one screen: does with fingers what visitors do, and finds things by the words that stand on them. */
export class Visitor {
  readonly page: Page
  readonly language: Language

  constructor(page: Page, language: Language) {
    this.page = page
    this.language = language
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: false }).first().click()
  }

  async see(words: string): Promise<void> {
    await this.page.getByText(words, { exact: false }).first().waitFor()
  }

  /** From the river to the menu. */
  async comeIn(): Promise<void> {
    await this.page.locator('.visit-attract').waitFor()
    const { width, height } = this.page.viewportSize() ?? { width: 1920, height: 1080 }
    await this.page.mouse.click(width * 0.45, height * 0.6)
    await this.page.locator('.visit-language').waitFor()
    await this.page
      .locator('.visit-language-sheet')
      .nth(this.language === 'zh' ? 0 : 1)
      .click()
    await this.page.locator('.visit-menu').waitFor()
  }

  /** Five taps on the corner that only staff know; at once, for they count within three seconds, on however busy a machine. */
  async knockForStaff(): Promise<void> {
    await this.page.locator('.stage-staff-corner').evaluate((corner) => {
      for (let tap = 0; tap < 5; tap += 1) corner.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    })
  }

  async readLarge(): Promise<void> {
    await this.press(words[this.language].easy)
  }

  async enter(room: ExhibitId): Promise<void> {
    await this.press(words[this.language][room])
    const first = { voyage: '.voyage', postcard: '.postcard-choice', story: '.story-shelf, .story', smile: '.smile' }[
      room
    ]
    await this.page.locator(first).first().waitFor()
  }

  async backToMenu(): Promise<void> {
    if (await this.page.locator('.story').isVisible()) await this.backToShelf()
    await this.page
      .getByRole('button', { name: /四间|rooms$/i })
      .first()
      .click()
    await this.page.locator('.visit-menu').waitFor()
  }

  /** Draws the past over the river, or puts it away. */
  async drawPast(): Promise<void> {
    await this.page.keyboard.press('p')
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }

  async openIndex(): Promise<void> {
    await this.press(voyageWords[this.language].index)
    await this.page.locator('.voyage-index').waitFor()
  }

  /** 低位, or back to the usual places. */
  async reachLow(): Promise<void> {
    const { lowReach, notLowReach } = words[this.language]
    const isLow = await this.page.evaluate(() => document.documentElement.hasAttribute('data-low-reach'))
    await this.press(isLow ? notLowReach : lowReach)
  }

  async openSheet(): Promise<void> {
    await this.press(voyageWords[this.language].thenAndNow)
    await this.page.locator('.voyage-sheet, .voyage-easy').waitFor()
  }

  async closeSheet(): Promise<void> {
    const isEasy = await this.page.locator('.voyage-easy').isVisible()
    await this.press(voyageWords[this.language][isEasy ? 'back' : 'sailOn'])
    await this.page.locator('.voyage-sheet, .voyage-easy').waitFor({ state: 'detached' })
  }

  async chooseScene(at = 0): Promise<void> {
    await this.page.locator('.postcard-choice-card').nth(at).click()
    await this.page.locator('.postcard-desk').waitFor()
  }

  /** Writes 一, 人 and 江's dots by hand, on the letter columns of the card: real strokes, not a picture of some. */
  async write(): Promise<void> {
    const glass = await this.page.locator('.postcard-glass').boundingBox()
    if (!glass) throw new Error('there is no card to write on')
    const strokes = [
      [
        [0.86, 0.2],
        [0.93, 0.19],
      ],
      [
        [0.9, 0.28],
        [0.89, 0.34],
        [0.86, 0.38],
      ],
      [
        [0.9, 0.31],
        [0.92, 0.36],
        [0.94, 0.385],
      ],
      [
        [0.79, 0.2],
        [0.8, 0.215],
      ],
      [
        [0.785, 0.25],
        [0.795, 0.265],
      ],
      [
        [0.785, 0.31],
        [0.8, 0.285],
      ],
    ] as const
    for (const stroke of strokes) {
      const at = ([x, y]: readonly [number, number]) => [glass.x + x * glass.width, glass.y + y * glass.height] as const
      await this.page.mouse.move(...at(stroke[0]))
      await this.page.mouse.down()
      for (const point of stroke.slice(1))
        await this.page.mouse.move(...at(point as readonly [number, number]), { steps: 8 })
      await this.page.mouse.up()
    }
  }

  async finishCard(): Promise<void> {
    await this.press(roomWords[this.language].finish)
    await this.page.locator('.postcard-away').waitFor()
    await this.page.locator('.postcard-code canvas, .postcard-code svg').first().waitFor()
  }

  async leaveCard(): Promise<void> {
    await this.press(takeAwayWords[this.language].leave)
    await this.page.locator('.visit-menu').waitFor()
  }

  /** Takes a story down from the shelf; where there is only one it lies open already. */
  async chooseStory(at = 0): Promise<void> {
    const prints = this.page.locator('.story-print')
    if ((await prints.count()) > 0) await prints.nth(at).click()
    await this.page.locator('.story .story-caption').first().waitFor()
  }

  /** The last chapter, to its last word and past it; its time passes at once. */
  async hearToEnd(): Promise<void> {
    await this.page.locator('.story-chapters .slip').last().click()
    await this.page.clock.install()
    // In pieces: what the page makes ready between two of them, on a slow machine as on a swift one, is told in the next.
    const ended = this.page.locator('.story[data-at="ended"]')
    for (let pieces = 0; pieces < 60 && !(await ended.isVisible()); pieces += 1) await this.page.clock.runFor(5_000)
    await ended.waitFor()
    await this.page.clock.resume()
  }

  /** From a story, and whatever lies over it, back to the prints. */
  async backToShelf(): Promise<void> {
    for (const above of ['.story-sheet', '.story-chronicle', '.story-quiz', '.story']) {
      const cover = this.page.locator(above)
      while (await cover.isVisible()) {
        const before = await cover.getAttribute('aria-label')
        await cover
          .locator('.slip', { has: this.page.locator('[data-mark="back"]') })
          .first()
          .click()
        await this.page.waitForFunction(
          ([selector, label]) => document.querySelector(selector ?? '')?.getAttribute('aria-label') !== label,
          [above, before] as const,
        )
      }
    }
    await this.page.locator('.story-shelf').waitFor()
  }

  /** Draws fingers through the sand, one track after the other. */
  async brush(fingers = 7): Promise<void> {
    const tray = await this.page.locator('.sand-tray-sand').boundingBox()
    if (!tray) throw new Error('there is no sand')
    for (const y of [0.36, 0.5, 0.58, 0.3, 0.42, 0.66, 0.72].slice(0, fingers)) {
      await this.page.mouse.move(tray.x + tray.width * 0.06, tray.y + tray.height * y)
      await this.page.mouse.down()
      await this.page.mouse.move(
        tray.x + tray.width * (0.62 + 0.1 * Math.sin(y * 9)),
        tray.y + tray.height * (y + 0.03),
        { steps: 8 },
      )
      await this.page.mouse.up()
    }
  }

  async nextChapter(chapter: number): Promise<void> {
    await this.press(storyWords[this.language].chapter(chapter))
  }

  async refuseSmile(): Promise<void> {
    await this.press(answers.no[this.language])
    await this.page.locator('.visit-menu').waitFor()
  }

  /** Lights a lantern: the camera opens, looks and closes, and the river is full of light. */
  async light(): Promise<void> {
    await this.press(answers.yes[this.language])
    await this.page.locator('.smile[data-at="thanks"]').waitFor()
  }

  async lightLantern(): Promise<void> {
    await this.light()
    await this.press(thanksWords.goOn[this.language])
    await this.page.locator('.visit-menu').waitFor()
  }

  /** Where one machine serves both doors. */
  async sayDoor(door: 'entry' | 'exit'): Promise<void> {
    await this.press(doorWords[door][this.language])
  }

  /** Asks for a boat ticket on the way in; gives the names of its signs. */
  async takeTicket(): Promise<readonly string[]> {
    await this.press(thanksWords.takeTicket[this.language])
    await this.page.locator('.smile-ticket').waitFor()
    return this.page.locator('.smile-ticket-signs li').allTextContents()
  }

  async openPad(): Promise<void> {
    await this.press(thanksWords.haveTicket[this.language])
    await this.page.locator('.smile-pad').waitFor()
  }

  async touchSign(sign: TicketSign): Promise<void> {
    await this.page.locator(`.smile-pad-sign[data-sign="${sign}"]`).click()
  }

  /** Goes on without giving the ticket. */
  async keepTicket(): Promise<void> {
    await this.press(padWords.none[this.language])
    await this.page.locator('.smile-report').waitFor()
  }

  /** Presses one of the five lanterns on the way out, 1 the worst. */
  async rate(button: number): Promise<void> {
    await this.page.locator(`.smile-report-answer[data-button="${button}"]`).click()
    await this.page.locator('.smile[data-at="answered"]').waitFor()
  }

  async sayGoodbye(): Promise<void> {
    await this.press(visitWords[this.language].toRiver)
    await this.page.locator('.visit-farewell, .visit-beside').first().waitFor()
  }
}
