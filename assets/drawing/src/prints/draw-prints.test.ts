import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sheet } from './cut.ts'
import { prints } from './draw-prints.ts'

const inPack = Object.keys(prints).map(
  (name) => [name, fileURLToPath(new URL(`../../../demo-pack/media/stories/${name}.webp`, import.meta.url))] as const,
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
    for (const [, file] of inPack) {
      const bytes = await readFile(file)
      const { width, height, hasAlpha } = await sharp(bytes).metadata()
      expect([width, height, hasAlpha]).toEqual([sheet.width, sheet.height, false])
      expect(bytes.length).toBeLessThan(400 * 1024)
    }
  })
  test('keep red rare: under five parts in a hundred, and none in the upper quarter, where the sky is', async () => {
    for (const [name, file] of inPack) {
      const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
      const pixels = info.width * info.height
      const red = redOf(data, info.channels)
      expect([name, red.total / pixels < 0.05, red.firstAt > pixels / 4]).toEqual([name, true, true])
    }
  })
})

/** How many pixels are red, and where the first of them is. */
function redOf(data: Buffer, channels: number): { readonly total: number; readonly firstAt: number } {
  let total = 0
  let firstAt = Number.POSITIVE_INFINITY
  for (let at = 0; at < data.length; at += channels) {
    if ((data[at] ?? 0) <= 130 || (data[at + 1] ?? 0) >= 70 || (data[at + 2] ?? 0) >= 70) continue
    total += 1
    firstAt = Math.min(firstAt, at / channels)
  }
  return { total, firstAt }
}
