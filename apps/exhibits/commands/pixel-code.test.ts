import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { findCode, marked } from './pixel-code.ts'

let picture: Buffer
let pixels: Buffer
beforeAll(async () => {
  const plain = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8d8a80' } })
    .jpeg()
    .toBuffer()
  picture = await marked(plain)
  pixels = await sharp(picture).raw().toBuffer()
})
const hidden = (bytes: Uint8Array) => Buffer.concat([randomBytes(1001), bytes, randomBytes(77)])

describe('the pixel code', () => {
  test('is found in bytes as they lie, among others', async () => {
    expect(await findCode(hidden(pixels))).toContain('raw')
    expect(await findCode(hidden(await sharp(picture).ensureAlpha().raw().toBuffer()))).toContain('rgba')
    expect(await findCode(hidden(await sharp(picture).greyscale().raw().toBuffer()))).toContain('raw')
  })

  test('is found in pictures of every kind, also where they were made smaller', async () => {
    const small = () => sharp(picture).resize(256)
    expect(await findCode(hidden(await small().jpeg({ quality: 70 }).toBuffer()))).toContain('jpeg')
    expect(await findCode(hidden(await small().png().toBuffer()))).toContain('png')
    expect(await findCode(hidden(await small().webp({ quality: 80 }).toBuffer()))).toContain('webp')
    expect(await findCode(await small().raw().toBuffer())).toContain('raw')
  })

  test('is not found where it is not', async () => {
    const room = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#6b5b49' } })
      .png()
      .toBuffer()
    expect(await findCode(room)).toEqual([])
    expect(await findCode(randomBytes(3_000_000))).toEqual([])
    expect(await findCode(Buffer.alloc(3_000_000))).toEqual([])
    expect(await findCode(Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256)))).toEqual([])
  })
})
