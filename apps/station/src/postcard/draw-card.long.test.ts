import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Draft, type InkPoint, plainLook, Scene } from '@riverside/postcard'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCardLetters } from './card-letters.ts'
import { type DrawnCard, drawCard } from './draw-card.ts'

const scene = Scene.parse({
  id: 'waterworks',
  theme: 'heritage',
  title: { zh: '杨树浦水厂', en: 'Yangshupu Waterworks' },
  caption: { zh: '从江上看水厂，回首一段江岸。', en: 'Yangshupu Waterworks, seen from the river' },
  picture: 'media/scenes/waterworks.webp',
})
const demo = join(import.meta.dirname, '../../../../assets/demo-pack')
const station = {
  name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
  place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
}
/** A wide stroke down the first letter column, in ink. */
const stroke = {
  pen: 'brush',
  ink: 'ink',
  points: Array.from({ length: 41 }, (_, at): InkPoint => [136.75, 12 + at, at * 60, 0.5]),
} as const
const draft = Draft.parse({ strokes: [stroke], language: 'zh', date: '2026-03-14' })
const has = (program: string) => spawnSync(program, ['-v']).error === undefined

let folder: string
let drawn: DrawnCard
let pdf: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-card-'))
  const picture = await sharp({ create: { width: 1400, height: 1000, channels: 3, background: '#336699' } })
    .webp()
    .toBuffer()
  drawn = await drawCard(draft, scene, picture, station, openCardLetters())
  pdf = join(folder, 'card.pdf')
  writeFileSync(pdf, await drawn.pdf())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function pixelAt(png: Uint8Array, xMm: number, yMm: number): Promise<readonly number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.round((yMm / 100) * info.height) * info.width + Math.round((xMm / 148) * info.width)) * 3
  return [...data.subarray(at, at + 3)]
}
const near = (pixel: readonly number[], hex: string) =>
  pixel.every((value, at) => Math.abs(value - Number.parseInt(hex.slice(1 + at * 2, 3 + at * 2), 16)) <= 12)

describe('a drawn card', () => {
  test('is 1748 by 1181 pixels at 300 dots an inch, both sides', async () => {
    for (const side of ['front', 'back'] as const) {
      const { width, height, density } = await sharp(await drawn.png(side)).metadata()
      expect([width, height, density]).toEqual([1748, 1181, 300])
    }
  })

  test('has paper, picture and ink where the composition puts them', async () => {
    const front = await drawn.png('front')
    expect(near(await pixelAt(front, 3, 3), '#F4EBDD')).toBe(true)
    expect(near(await pixelAt(front, 56, 48), '#336699')).toBe(true)
    expect(near(await pixelAt(front, 136.75, 30), '#10212B')).toBe(true)
    expect(near(await pixelAt(front, 140.5, 30), '#F4EBDD')).toBe(true)
  })

  test.skipIf(!has('pdfinfo'))(
    'is a PDF of two pages of exactly 148 × 100 mm with 2 mm of bleed [needs pdfinfo]',
    () => {
      const said = spawnSync('pdfinfo', ['-box', pdf], { encoding: 'utf8' }).stdout
      const box = (name: string) =>
        (new RegExp(`${name}:\\s+([\\d. ]+)`).exec(said)?.[1] ?? '')
          .trim()
          .split(/\s+/)
          .map((points) => (Number(points) * 25.4) / 72)
      const size = (name: string) =>
        [box(name)[2]! - box(name)[0]!, box(name)[3]! - box(name)[1]!].map((mm) => Math.round(mm * 100) / 100)
      expect(said).toMatch(/Pages:\s+2/)
      expect(size('TrimBox')).toEqual([148, 100])
      expect(size('BleedBox')).toEqual([152, 104])
      expect(size('MediaBox')).toEqual([152, 104])
      expect(size('CropBox')).toEqual([148, 100])
    },
  )

  test.skipIf(!has('pdfimages'))('carries its picture at 300 dots an inch or more [needs pdfimages]', () => {
    const rows = spawnSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2)
    expect(rows).toHaveLength(1)
    const columns = rows[0]!.trim().split(/\s+/)
    expect(Number(columns[12])).toBeGreaterThanOrEqual(299)
    expect(Number(columns[13])).toBeGreaterThanOrEqual(299)
  })

  test.skipIf(!has('pdffonts'))('asks no machine for a font [needs pdffonts]', () => {
    expect(spawnSync('pdffonts', [pdf], { encoding: 'utf8' }).stdout.trim().split('\n').slice(2)).toEqual([])
  })

  test.skipIf(!has('pdftoppm')).each([
    { look: plainLook, pen: 'brush' },
    { look: { frame: 'brick', room: 'beside', ruling: 'columns' }, pen: 'pencil', greeting: '江水往东，我往你那边。' },
    { look: { frame: 'iron', room: 'beside', ruling: 'lines' }, pen: 'pen', greeting: 'An old place, a new day.' },
    { look: { frame: 'rope', room: 'full', ruling: 'columns' }, pen: 'pencil', greeting: '老地方，新日子。' },
  ] as const)(
    'prints what the screen shows, pixel by pixel: $look.frame, $look.room, $pen [needs pdftoppm]',
    async ({ look, pen, ...more }) => {
      const strokes = [stroke, { ...stroke, pen, points: stroke.points.map(([x, ...rest]) => [x - 11, ...rest]) }]
      const drawn = await drawCard(
        Draft.parse({ ...draft, ...more, strokes, look }),
        scene,
        await readFile(join(demo, 'media/scenes/waterworks.webp')),
        station,
        openCardLetters(),
      )
      for (const [at, side] of (['front', 'back'] as const).entries()) {
        const printed = await pixelsOf(await pageOf(await drawn.pdf(), at + 1))
        const shown = await pixelsOf(await drawn.png(side))
        let [different, off] = [0, 0]
        for (const [pixel, value] of shown.entries()) {
          const apart = value - (printed[pixel] ?? 0)
          if (Math.abs(apart) > 48) different += 1
          off += apart * apart
        }
        // Measured over all four looks: not one pixel of two million, and 37.8 dB and more.
        expect(different / shown.length).toBeLessThan(0.00001)
        expect(10 * Math.log10((255 * 255 * shown.length) / off)).toBeGreaterThan(36)
      }
    },
  )

  test.skipIf(!has('pdfimages'))(
    'has one picture and no other, so ink, frame and letters are lines [needs pdfimages]',
    async () => {
      const inked = await drawCard(
        Draft.parse({ ...draft, look: { frame: 'rope', room: 'full', ruling: 'lines' }, greeting: '江风正好' }),
        scene,
        await readFile(join(demo, 'media/scenes/bridge.webp')),
        station,
        openCardLetters(),
      )
      const file = join(folder, 'inked.pdf')
      writeFileSync(file, await inked.pdf())
      expect(spawnSync('pdfimages', ['-list', file], { encoding: 'utf8' }).stdout.trim().split('\n')).toHaveLength(3)
    },
  )

  test('is drawn of as much ink as a card can hold, and refuses ten thousand strokes', async () => {
    const points = Array.from({ length: 10 }, (_, at): InkPoint => [110 + at / 5, 10 + at * 0.6, at * 8, 0.5])
    const full = { ...draft, strokes: Array.from({ length: 3000 }, () => ({ pen: 'pencil', ink: 'ink', points })) }
    expect(
      Draft.safeParse({ ...draft, strokes: [...full.strokes, ...full.strokes, ...full.strokes, ...full.strokes] })
        .success,
    ).toBe(false)
    const picture = await readFile(join(demo, 'media/scenes/bridge.webp'))
    const card = await drawCard(Draft.parse(full), scene, picture, station, openCardLetters())
    expect((await card.pdf()).length).toBeLessThan(4_000_000)
    expect((await sharp(await card.png('front')).metadata()).width).toBe(1748)
  })

  test('with nothing on it is a card all the same', async () => {
    const picture = await readFile(join(demo, 'media/scenes/bridge.webp'))
    const empty = await drawCard(Draft.parse({ ...draft, strokes: [] }), scene, picture, station, openCardLetters())
    expect(empty.card.front.marks.some((mark) => mark.mark === 'fill' && mark.part === 'writing')).toBe(false)
    expect((await empty.pdf()).length).toBeGreaterThan(10_000)
  })
})

/** A page's trimmed card: at 381 dots an inch its bleed is thirty dots exactly, so that nothing is shifted by a part of one. */
async function pageOf(pdf: Uint8Array, page: number): Promise<Buffer> {
  const file = join(folder, 'compared.pdf')
  writeFileSync(file, pdf)
  const out = join(folder, 'compared')
  spawnSync('pdftoppm', ['-r', '381', '-gray', '-png', '-singlefile', '-f', `${page}`, '-l', `${page}`, file, out])
  return sharp(`${out}.png`).extract({ left: 30, top: 30, width: 2220, height: 1500 }).png().toBuffer()
}

/** As grey as ink and a little coarser than a printer's dots. */
const pixelsOf = (picture: Uint8Array): Promise<Buffer> =>
  sharp(picture).resize(1748, 1181, { fit: 'fill' }).greyscale().blur(1.2).raw().toBuffer()

describe('the letters of a card', () => {
  test('are all there for every face, and what no face has is named', () => {
    const letters = openCardLetters()
    for (const face of ['song', 'song-black', 'sans', 'latin', 'latin-strong'] as const) {
      expect(letters.outline('回首滨江：杨树浦水厂，2026.3.14 Waterworks', face).missing).toEqual([])
    }
    expect(letters.outline('好\u{1F600}', 'song').missing).toEqual(['\u{1F600}'])
    expect(letters.outline('一二三', 'song').width).toBeCloseTo(3, 1)
  })
})
