import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Draft, type InkPoint, Scene } from '@riverside/postcard'
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

  test.skipIf(!has('pdftoppm'))('prints what the screen shows, pixel by pixel [needs pdftoppm]', async () => {
    spawnSync('pdftoppm', ['-r', '300', '-cropbox', '-png', '-f', '1', '-l', '1', pdf, join(folder, 'page')])
    const shape = { width: 1748, height: 1181, fit: 'fill' } as const
    const printed = await sharp(readFileSync(join(folder, 'page-1.png')))
      .resize(shape)
      .greyscale()
      .blur(1.2)
      .raw()
      .toBuffer()
    const shown = await sharp(await drawn.png('front'))
      .resize(shape)
      .greyscale()
      .blur(1.2)
      .raw()
      .toBuffer()
    const different = shown.reduce((sum, value, at) => sum + (Math.abs(value - printed[at]!) > 48 ? 1 : 0), 0)
    expect(different / shown.length).toBeLessThan(0.002)
  })
})

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
