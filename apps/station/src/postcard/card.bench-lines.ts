import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { compose, type Draft, type InkPoint, inkLimits, type Pen, SceneId, type Stroke } from '@riverside/postcard'
import { openCardLetters } from './card-letters.ts'
import { CardPress } from './card-press.ts'
import { drawCard } from './draw-card.ts'

type BenchLine = { readonly name: string; readonly value: number; readonly unit: string; readonly against?: string }

const pack = resolve(import.meta.dirname, '../../../../assets/demo-pack')
const station = {
  name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
  place: { zh: '秦皇岛路码头', en: 'Qinhuangdao Road Wharf' },
}
const scene = {
  id: SceneId.parse('waterworks'),
  title: { zh: '杨树浦水厂', en: 'Yangshupu Waterworks' },
  caption: { zh: '示意画', en: 'A drawing' },
  picture: 'media/scenes/waterworks.webp',
}

/** Characters of a usual card, strokes of a usual character, and millimetres of a usual stroke. */
const usual = { characters: 20, strokes: 7, millimetres: 6 } as const

/** What a usual card costs in time and bytes, and the fullest one: composing, the page for print, the picture. */
export async function benches(): Promise<readonly BenchLine[]> {
  const letters = openCardLetters()
  const picture = await readFile(join(pack, scene.picture))
  const draftOf = (strokes: Stroke[]): Draft => ({ strokes, language: 'zh', date: '2026-03-14', greeting: '江风正好' })
  const drawn = (draft: Draft) => drawCard(draft, scene, picture, station, letters)
  const written = draftOf(writing('brush', usual.characters * usual.strokes, usual.millimetres))
  const fullest = draftOf(writing('pencil', 2900, inkLimits.millimetres / 2901))
  // Faces are read from disk once; a card is never the first of its day.
  await (await drawn(written)).pdf()

  const [compose1, compose2] = [
    await took(() => compose(written, scene, station)),
    await took(() => compose(fullest, scene, station)),
  ]
  const page = await took(async () => (await drawn(written)).pdf())
  const front = await took(async () => (await drawn(written)).png('front'))
  const fullPage = await took(async () => (await drawn(fullest)).pdf(), 1)
  using press = new CardPress()
  const pressed = (draft: Draft) => press.pdf(draft, scene, picture, station)
  await pressed(written)
  const [turn, hold] = await watched(() => pressed(fullest))
  const grown = await grownBy(() => pressed(written))
  const bytes = Buffer.byteLength(JSON.stringify(written.strokes))
  return [
    { name: 'postcard.compose', value: round(compose1), unit: 'ms', against: 'twenty characters' },
    { name: 'postcard.compose-fullest', value: round(compose2), unit: 'ms', against: 'twenty metres of pencil' },
    { name: 'postcard.page', value: round(page), unit: 'ms', against: 'PDF of both sides, twenty characters' },
    { name: 'postcard.page-fullest', value: round(fullPage), unit: 'ms', against: 'twenty metres of pencil' },
    { name: 'postcard.press-fullest', value: round(turn), unit: 'ms', against: 'the same in its own thread' },
    {
      name: 'postcard.press-hold',
      value: round(hold),
      unit: 'ms',
      against: 'for which the loop stands still meanwhile',
    },
    {
      name: 'postcard.press-growth',
      value: round(grown / 1024 / 1024),
      unit: 'MiB',
      against: `of the process over ${inARow} cards`,
    },
    { name: 'postcard.front', value: round(front), unit: 'ms', against: 'PNG at 300 dpi, twenty characters' },
    { name: 'postcard.page-bytes', value: (await (await drawn(written)).pdf()).length, unit: 'bytes' },
    { name: 'postcard.page-bytes-fullest', value: (await (await drawn(fullest)).pdf()).length, unit: 'bytes' },
    {
      name: 'postcard.strokes-bytes',
      value: Math.round(bytes / usual.characters),
      unit: 'bytes a character',
      against: 'as JSON on the wire, thinned',
    },
  ]
}

/** So many strokes of a hand that bends, in rows down the letter's columns; seven points each, as thinning leaves them. */
function writing(pen: Pen, count: number, millimetres: number): Stroke[] {
  return Array.from({ length: count }, (_, at) => {
    const x = 110 + ((at * 11.5) % 30)
    const y = 9 + ((at * 0.61) % 76)
    const points = Array.from({ length: 7 }, (_, step): InkPoint => {
      const along = (step / 6) * millimetres
      return [fine(x + Math.sin(step + at) * 0.2), fine(y + along), step * 40, 0.5]
    })
    return { pen, ink: 'ink', points }
  })
}

/** Milliseconds of the middle one of `times`. */
async function took(work: () => unknown, times = 5): Promise<number> {
  const all: number[] = []
  for (let at = 0; at < times; at++) {
    const began = performance.now()
    await work()
    all.push(performance.now() - began)
  }
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

/** Milliseconds that work takes, and the longest for which the loop stands still meanwhile. */
async function watched(work: () => Promise<unknown>): Promise<readonly [took: number, hold: number]> {
  let hold = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    hold = Math.max(hold, now - last - everyMs)
    last = now
  }
  const looking = setInterval(look, everyMs)
  const began = performance.now()
  await work()
  const ended = performance.now()
  look()
  clearInterval(looking)
  return [ended - began, hold]
}

const everyMs = 5

/** Cards of one busy day. */
const inARow = 200

/** Bytes by which the process has grown over cards in a row, its threads with it, once as many cards have warmed it up. */
async function grownBy(work: () => Promise<unknown>): Promise<number> {
  const many = async () => {
    for (let at = 0; at < inARow; at++) await work()
    return process.memoryUsage().rss
  }
  const before = await many()
  return (await many()) - before
}

const fine = (value: number): number => Math.round(value * 100) / 100
const round = (value: number): number => Math.round(value * 10) / 10
