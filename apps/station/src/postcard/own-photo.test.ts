import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawnAnew } from './own-photo.ts'

const photo = (width = 1181, height = 992) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Make: 'Canary', ImageDescription: 'canary-of-the-riverside' },
      IFD3: { GPSLatitude: '31/1 15/1 0/1' },
    })
    .jpeg()
    .toBuffer()
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The size a JPEG says in its frame header, written over. */
function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const lie = Buffer.from(jpeg)
  for (let at = 2; at < lie.length - 9; at += 2 + lie.readUInt16BE(at + 2)) {
    if (lie[at] !== 0xff) break
    if ([0xc0, 0xc1, 0xc2].includes(lie[at + 1] ?? 0)) {
      lie.writeUInt16BE(height, at + 5)
      lie.writeUInt16BE(width, at + 7)
      return lie
    }
  }
  throw new Error('no frame header was found')
}

describe('a photograph of one’s own', () => {
  test('is drawn anew: the pixels stay, and nothing that the camera noted or somebody hung on', async () => {
    const bytes = await photo()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const drawn = await drawnAnew(base64(Buffer.concat([bytes, Buffer.from('<script>canary-behind-the-end</script>')])))
    if (!drawn.ok) throw new Error(drawn.error)
    const { format, width, height, exif, xmp, icc } = await sharp(drawn.value).metadata()
    expect({ format, width, height, exif, xmp, icc }).toEqual({ format: 'jpeg', width: 1181, height: 992 })
    expect(Buffer.from(drawn.value).includes('canary')).toBe(false)
    const [red, , blue] = (await sharp(drawn.value).stats()).channels.map(({ mean }) => mean)
    expect([Math.round(red ?? 0) - 0x33, Math.round(blue ?? 0) - 0x99].every((off) => Math.abs(off) < 4)).toBe(true)
  })

  test('is refused where it is none, is cut short, is a stamp, or is another kind of picture', async () => {
    const whole = await photo()
    const hostile: readonly Uint8Array[] = [
      Buffer.from('no picture at all'),
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><image href="file:///etc/passwd"/></svg>',
      ),
      await sharp(whole).png().toBuffer(),
      await sharp(whole).webp().toBuffer(),
      await photo(20, 20),
      whole.subarray(0, 40),
      Buffer.concat([whole.subarray(0, 2), Buffer.alloc(20_000, 0xff)]),
      Buffer.alloc(0),
    ]
    for (const bytes of hostile) expect(await drawnAnew(base64(bytes))).toEqual({ ok: false, error: 'no-photo' })
  })

  test('that claims sixty thousand pixels a side is refused before one is decoded', async () => {
    const before = process.memoryUsage().rss
    expect((await drawnAnew(base64(claiming(await photo(), 60_000, 60_000)))).ok).toBe(false)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })
})
