import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sheet } from './cut.ts'
import { prints } from './draw-prints.ts'

const inPack = Object.keys(prints).map((name) =>
  fileURLToPath(new URL(`../../../demo-pack/media/stories/${name}.webp`, import.meta.url)),
)

describe('the story prints', () => {
  test('come out the same every time', () => {
    for (const draw of Object.values(prints)) expect(draw()).toBe(draw())
  })
  test('hold no words: what is said stands in the captions', () => {
    for (const draw of Object.values(prints)) expect(draw()).not.toContain('<text')
  })
})

describe('the prints of the demonstration pack', () => {
  test('are whole sheets of at most 400 KB', async () => {
    for (const file of inPack) {
      const bytes = await readFile(file)
      const { width, height, hasAlpha } = await sharp(bytes).metadata()
      expect([width, height, hasAlpha]).toEqual([sheet.width, sheet.height, false])
      expect(bytes.length).toBeLessThan(400 * 1024)
    }
  })
  test('keep red rare: under five parts in a hundred, and none in the upper quarter, where the sky is', async () => {
    for (const file of inPack) {
      const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
      const pixels = info.width * info.height
      const red = Array.from({ length: pixels }, (_, pixel) => pixel).filter((pixel) => {
        const [r = 0, g = 0, b = 0] = data.subarray(pixel * info.channels, pixel * info.channels + 3)
        return r > 130 && g < 70 && b < 70
      })
      expect(red.length / pixels).toBeLessThan(0.05)
      expect(red.filter((pixel) => pixel < pixels / 4)).toEqual([])
    }
  })
})
