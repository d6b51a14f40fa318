import { type Draft, type InkPoint, SceneId, type Stroke } from '@riverside/postcard'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { openCardLetters } from './card-letters.ts'
import { CardPress } from './card-press.ts'
import { drawCard } from './draw-card.ts'

const scene = {
  id: SceneId.parse('pier'),
  title: { zh: '码头', en: 'Pier' },
  caption: { zh: '江边', en: 'By the river' },
  picture: 'media/pier.webp',
}
const station = { name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } }
const correction = {
  front: { xx: 1.01, xy: 0, x0: 0.4, yx: 0, yy: 1, y0: -0.2 },
  back: { xx: 1, xy: 0, x0: 0, yx: 0, yy: 1, y0: 0 },
}
const draftOf = (strokes: Stroke[]): Draft => ({ strokes, language: 'zh', date: '2026-03-14', greeting: '江风正好' })
const written = (strokes: number, points: number): Stroke[] =>
  Array.from({ length: strokes }, (_, at) => ({
    pen: 'pencil',
    ink: 'ink',
    points: Array.from({ length: points }, (_, step): InkPoint => {
      const [x, y] = [110 + (at % 30) + Math.sin(step), 10 + ((step * 0.3) % 60)]
      return [Math.round(x * 100) / 100, Math.round(y * 100) / 100, step * 20, 0.5]
    }),
  }))

let picture: Uint8Array
beforeAll(async () => {
  picture = await sharp({ create: { width: 1200, height: 1000, channels: 3, background: '#1F4E5A' } })
    .png()
    .toBuffer()
})

/** Turns the loop makes until something is done: a loop that is held makes none. */
async function turnsUntil(done: Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false]
  void done.finally(() => {
    isDone = true
  })
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve))
    turns += 1
  }
  return turns
}

describe('a card press', { timeout: 60_000 }, () => {
  test('draws a card byte by byte as it is drawn without a thread', async () => {
    using press = new CardPress()
    const letters = openCardLetters()
    for (const strokes of [[], written(12, 40)]) {
      const here = await drawCard(draftOf(strokes), scene, picture, station, letters)
      const same = (pdf: Uint8Array, drawn: Uint8Array) => Buffer.from(pdf).equals(drawn)
      const there = await press.pdf(draftOf(strokes), scene, picture, station, correction)
      expect(same(there, await here.pdf(correction))).toBe(true)
      expect(same(await press.pdf(draftOf(strokes), scene, picture, station), await here.pdf())).toBe(true)
    }
  })

  test('leaves the loop to everybody else while it draws', async () => {
    using press = new CardPress()
    const draft = draftOf(written(5, 2000))
    await press.pdf(draftOf([]), scene, picture, station)
    const here = await drawCard(draft, scene, picture, station, openCardLetters())
    // Drawn on the loop it makes a dozen turns, all of them before or after the drawing.
    expect(await turnsUntil(here.pdf())).toBeLessThan(100)
    expect(await turnsUntil(press.pdf(draft, scene, picture, station))).toBeGreaterThan(300)
  })

  test('draws several cards that are asked for at once, each for whoever asked', async () => {
    using press = new CardPress()
    const drafts = [1, 2, 3].map((strokes) => draftOf(written(strokes, 30)))
    const drawn = await Promise.all(drafts.map((draft) => press.pdf(draft, scene, picture, station)))
    const again = await Promise.all(drafts.map((draft) => press.pdf(draft, scene, picture, station)))
    expect(drawn.map(({ length }) => length)).toEqual(again.map(({ length }) => length))
    expect(new Set(drawn.map(({ length }) => length)).size).toBe(3)
  })

  test('fails at a card that cannot be drawn, and draws the next one', async () => {
    using press = new CardPress()
    const broken = { ...draftOf([]), strokes: undefined } as unknown as Draft
    await expect(press.pdf(broken, scene, picture, station)).rejects.toThrow()
    expect((await press.pdf(draftOf([]), scene, picture, station)).length).toBeGreaterThan(1000)
  })

  test('lets go of the cards it has when the station closes, and takes no more', async () => {
    const press = new CardPress()
    await press.pdf(draftOf([]), scene, picture, station)
    const asked = expect(press.pdf(draftOf(written(5, 2000)), scene, picture, station)).rejects.toThrow('any more')
    press[Symbol.dispose]()
    await asked
    await expect(press.pdf(draftOf([]), scene, picture, station)).rejects.toThrow('any more')
  })
})
