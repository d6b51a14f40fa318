import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { compose, type Draft, type InkPoint, inkLimits, type Pen, SceneId, type Stroke } from '@riverside/postcard'
import { openCardLetters } from './card-letters.ts'
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
  const bytes = Buffer.byteLength(JSON.stringify(written.strokes))
  return [
    { name: 'postcard.compose', value: round(compose1), unit: 'ms', against: 'twenty characters' },
    { name: 'postcard.compose-fullest', value: round(compose2), unit: 'ms', against: 'twenty metres of pencil' },
    { name: 'postcard.page', value: round(page), unit: 'ms', against: 'PDF of both sides, twenty characters' },
    { name: 'postcard.page-fullest', value: round(fullPage), unit: 'ms', against: 'twenty metres of pencil' },
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

const fine = (value: number): number => Math.round(value * 100) / 100
const round = (value: number): number => Math.round(value * 10) / 10
