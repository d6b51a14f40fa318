import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faceDirection, TilesFile, tilePath, tilesOf } from '@riverside/voyage'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findTiledSpheres } from '../tiled-spheres.ts'
import { type ImportWishes, importPanorama } from './import-panorama.ts'
import { sphereForTests, writeSphere } from './spheres-for-tests.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-panorama-'))
})
afterEach(async () => await rm(place, { recursive: true, force: true }))

const plain = { kind: 'webp', quality: 80 } as const satisfies ImportWishes

async function imported(file: string, wishes: Partial<ImportWishes> = {}, out = join(place, 'out/now')) {
  return await importPanorama(
    file,
    out,
    { ...plain, ...wishes },
    { progress: () => {}, cancelled: new AbortController().signal },
  )
}

async function importOf(name: string, sphere: Sharp, wishes: Partial<ImportWishes> = {}) {
  const result = await imported(await writeSphere(join(place, name), sphere), wishes)
  if (!result.ok) throw new Error(result.error.what.en)
  return result.value
}

const abouts = (made: { remarks: ReadonlyArray<{ about: string; tone: string }> }, tone: string) =>
  made.remarks.filter((remark) => remark.tone === tone).map(({ about }) => about)

describe('an imported panorama', () => {
  test('is a folder of tiles in which everything is there, of its size and in its place', async () => {
    const made = await importOf('calm.jpg', sphereForTests(2048).jpeg({ quality: 95 }))
    expect(made).toMatchObject({ face: 512, tiles: 6, width: 2048 })
    expect(abouts(made, 'hint')).toEqual(['size'])
    const folder = join(place, 'out')
    const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    const inPack = paths.map((path) => `media/${path}`)
    await mkdir(join(place, 'pack'))
    await rename(folder, join(place, 'pack/media'))
    expect(await findTiledSpheres(join(place, 'pack'), inPack)).toMatchObject({ faults: [] })
    const preview = await sharp(join(place, 'pack/media/now/preview.webp')).metadata()
    expect(preview).toMatchObject({ width: 512, height: 256 })
  })

  test('shows in every tile of every level what the sphere shows in that direction, gutter and all', async () => {
    const width = 2048
    const tone = (x: number, y: number, z: number) => [x, y, z].map((part) => 128 + 110 * part)
    const data = new Uint8Array((width * width * 3) / 2)
    for (let at = 0, k = 0; at < (width * width) / 2; at += 1, k += 3) {
      const yaw = (((at % width) + 0.5) / width - 0.5) * 2 * Math.PI
      const pitch = (0.5 - (Math.floor(at / width) + 0.5) / (width / 2)) * Math.PI
      data.set(
        tone(Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)).map(Math.round),
        k,
      )
    }
    const made = await importOf('telling.png', sharp(data, { raw: { width, height: width / 2, channels: 3 } }).png(), {
      kind: 'jpg',
      quality: 100,
      face: 1024,
    })
    expect(made.tiles).toBe(6 + 6 * 4)
    let worst = 0
    for (const tile of tilesOf(1024)) {
      const { data: pixels, info } = await sharp(join(place, 'out/now', tilePath(tile, 'jpg')))
        .raw()
        .toBuffer({ resolveWithObject: true })
      const size = 512 * 2 ** tile.level
      expect([info.width, info.height]).toEqual([514, 514])
      for (const i of [0, 1, 200, 512, 513])
        for (const j of [0, 1, 300, 512, 513]) {
          const u = (2 * (tile.column * 512 + i - 1 + 0.5)) / size - 1
          const v = (2 * (tile.row * 512 + j - 1 + 0.5)) / size - 1
          const [x, y, z] = faceDirection(tile.face, u, v)
          const length = Math.hypot(x, y, z)
          for (const [colour, value] of tone(x / length, y / length, z / length).entries())
            worst = Math.max(worst, Math.abs(value - (pixels[(j * info.width + i) * 3 + colour] ?? 0)))
        }
    }
    expect(worst).toBeLessThan(5)
  })

  test('carries six small faces in its tiles.json, and nothing its camera wrote', async () => {
    const made = await importOf(
      'camera.jpg',
      sphereForTests(2048)
        .jpeg()
        .withExif({ IFD0: { Make: 'Ricoh' }, IFD3: { GPSLatitude: '31/1 15/1 0/1', GPSLatitudeRef: 'N' } }),
    )
    expect(abouts(made, 'note')).toContain('camera')
    const file = TilesFile.parse(JSON.parse(await readFile(join(place, 'out/now/tiles.json'), 'utf8')))
    const strip = await sharp(Buffer.from(file.preview.split(',')[1] ?? '', 'base64')).metadata()
    expect(strip).toMatchObject({ width: 384, height: 64 })
    for (const name of ['0/f-0-0.webp', 'preview.webp']) {
      const { exif, xmp, icc } = await sharp(join(place, 'out/now', name)).metadata()
      expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined])
    }
  })

  test('takes the place of an earlier import of it, whole', async () => {
    await importOf('calm.jpg', sphereForTests(2048).jpeg(), { face: 1024 })
    await importOf('calm.jpg', sphereForTests(2048).jpeg(), { face: 512 })
    expect((await readdir(join(place, 'out/now'))).sort()).toEqual(['0', 'preview.webp', 'tiles.json'])
    expect(await readdir(join(place, 'out'))).toEqual(['now'])
  })

  test('does not take the place of anything else', async () => {
    await mkdir(join(place, 'out/now'), { recursive: true })
    await writeFile(join(place, 'out/now/thesis.txt'), 'mine')
    const refused = await imported(await writeSphere(join(place, 'calm.jpg'), sphereForTests(2048).jpeg()))
    expect(refused).toMatchObject({ ok: false, error: { what: { en: 'something else is there already' } } })
    expect(await readFile(join(place, 'out/now/thesis.txt'), 'utf8')).toBe('mine')
  })

  test('leaves nothing when it is cancelled', async () => {
    const file = await writeSphere(join(place, 'calm.jpg'), sphereForTests(4096).jpeg())
    const cancelling = new AbortController()
    const running = importPanorama(file, join(place, 'out/now'), plain, {
      progress: (done, _, stage) => {
        if (stage === 'cutting' && done > 3) cancelling.abort()
      },
      cancelled: cancelling.signal,
    })
    await expect(running).rejects.toThrow()
    expect(await readdir(join(place, 'out'))).toEqual([])
  })
})

describe('a picture that is not quite right', () => {
  test('in CMYK is turned into sRGB, and says so', async () => {
    const made = await importOf('print.jpg', sphereForTests(2048).toColourspace('cmyk').jpeg())
    expect(abouts(made, 'note')).toContain('colour')
    expect(await averageOf('0/u-0-0.webp')).toBeGreaterThan(120)
  })

  test('of sixteen bits is turned into eight, and says so', async () => {
    const made = await importOf('deep.png', sphereForTests(2048).toColourspace('rgb16').png())
    expect(abouts(made, 'note')).toContain('depth')
    expect(await averageOf('0/u-0-0.webp')).toBeGreaterThan(120)
  })

  test('of greys, or with transparency, or interlaced is taken too', async () => {
    await importOf('grey.png', sphereForTests(1024).toColourspace('b-w').png())
    const made = await importOf('holes.png', sphereForTests(1024).ensureAlpha(0.4).png({ progressive: true }))
    expect(abouts(made, 'note')).toContain('transparency')
    await importOf('progressive.jpg', sphereForTests(1024).jpeg({ progressive: true }))
  })

  test('that its camera held upside down is turned upright', async () => {
    const made = await importOf('turned.jpg', sphereForTests(2048).jpeg().withMetadata({ orientation: 3 }))
    expect(abouts(made, 'note')).toContain('turned')
    // What was the sky of the stored picture is below now.
    expect(await averageOf('0/d-0-0.webp')).toBeGreaterThan(await averageOf('0/u-0-0.webp'))
  })

  test('that lies on its side in the file is taken as it is shown', async () => {
    const upright = await sphereForTests(2048).rotate(270).jpeg().toBuffer()
    const made = await importOf('side.jpg', sharp(upright).withMetadata({ orientation: 6 }).jpeg())
    expect(made).toMatchObject({ width: 2048, height: 1024 })
  })

  test('with colours of another profile, or with a profile of nonsense, becomes sRGB', async () => {
    await importOf('p3.jpg', sphereForTests(1024).withIccProfile('p3').jpeg())
    const good = await sphereForTests(1024).withIccProfile('p3').jpeg().toBuffer()
    const at = good.indexOf('ICC_PROFILE')
    good.fill(0x5a, at + 40, at + 200)
    await writeFile(join(place, 'nonsense.jpg'), good)
    expect((await imported(join(place, 'nonsense.jpg'))).ok).toBe(true)
  })

  test('with the name of another kind is taken for what it is', async () => {
    const made = await importOf('named.jpg', sphereForTests(1024).png())
    expect(abouts(made, 'note')).toContain('name')
  })

  test('whose edges do not meet is taken with a hint', async () => {
    const { data, info } = await sphereForTests(2048).raw().toBuffer({ resolveWithObject: true })
    for (let y = 0; y < info.height; y += 1) data.fill(255, (y * 2048 + 2000) * 3, (y + 1) * 2048 * 3)
    expect(abouts(await importOf('seam.png', sharp(data, { raw: info }).png()), 'hint')).toContain('seam')
  })

  test('whose top was cropped, or whose tripod was cut out, is taken with a hint', async () => {
    const cropped = sharp(
      await sphereForTests(2048).extract({ left: 0, top: 450, width: 2048, height: 120 }).png().toBuffer(),
    )
    expect(abouts(await importOf('cropped.png', cropped.resize(2048, 1024, { fit: 'fill' }).png()), 'hint')).toContain(
      'zenith',
    )
    const { data, info } = await sphereForTests(2048).raw().toBuffer({ resolveWithObject: true })
    data.fill(0, 960 * 2048 * 3)
    expect(abouts(await importOf('tripod.png', sharp(data, { raw: info }).png()), 'hint')).toContain('nadir')
  })

  test('darker than its neighbour is taken with a hint, whether that is a picture or a folder of tiles', async () => {
    const bright = await writeSphere(join(place, 'bright.jpg'), sphereForTests(1024).linear(1.6, 0).jpeg())
    const dark = await writeSphere(join(place, 'dark.jpg'), sphereForTests(1024).linear(0.6, 0).jpeg())
    await imported(bright, {}, join(place, 'bright'))
    for (const beside of [bright, join(place, 'bright')]) {
      const made = await imported(dark, { beside })
      expect(made.ok && abouts(made.value, 'hint')).toContain('exposure')
    }
    const same = await imported(bright, { beside: join(place, 'bright') })
    expect(same.ok && abouts(same.value, 'good')).toContain('exposure')
  })

  test('from a camera with a compass says where its middle looks', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" GPano:PoseHeadingDegrees="350.5"/></rdf:RDF></x:xmpmeta>'
    expect((await importOf('compass.jpg', sphereForTests(1024).jpeg().withXmp(xmp))).heading).toBe(350.5)
  })
})

describe('a picture that cannot be a panorama', () => {
  const refusals: ReadonlyArray<readonly [string, () => Promise<Buffer>, string]> = [
    ['wrong-ratio.jpg', () => sphereForTests(1500, 1000).jpeg().toBuffer(), 'this is 1500 × 1000'],
    [
      'on-its-side.jpg',
      () => sphereForTests(1024).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      'marked to be turned',
    ],
    ['tiny.png', () => sphereForTests(512).png().toBuffer(), 'too few'],
    ['cut.jpg', async () => half(await sphereForTests(1024).jpeg().toBuffer()), 'cut off'],
    ['cut.png', async () => half(await sphereForTests(1024).png().toBuffer()), 'cut off'],
    ['cut.webp', async () => half(await sphereForTests(1024).webp().toBuffer()), 'cut off'],
    ['empty.jpg', async () => Buffer.alloc(0), 'it is empty'],
    [
      'noise.jpg',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 0x41)]),
      'cut off',
    ],
    [
      'drawing.jpg',
      async () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="4096" height="2048"><image href="file:///etc/passwd"/></svg>',
        ),
      'SVG',
    ],
    ['page.png', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'SVG or the code of a page'],
    ['scan.jpg', () => sphereForTests(1024).tiff().toBuffer(), 'TIFF'],
    ['loop.gif', () => sphereForTests(1024).gif().toBuffer(), 'GIF'],
    ['phone.png', () => sphereForTests(1024).avif({ effort: 0 }).toBuffer(), 'HEIC or AVIF'],
    ['archive.webp', async () => Buffer.from('PK\x03\x04 and so on'), 'archive'],
    ['moving.webp', () => moving(), 'animation of 3 pictures'],
    ['bomb.png', async () => pngSaying(200_000, 100_000), '200000 × 100000 pixels are too many'],
    ['absurd.png', async () => pngSaying(0x7fffffff, 0x3fffffff), 'too many'],
    ['empty-body.png', async () => pngSaying(8192, 4096), 'cut off'],
    [
      'large.png',
      () =>
        sharp({ create: { width: 16_386, height: 8193, channels: 3, background: '#333' } })
          .png()
          .toBuffer(),
      'too many',
    ],
  ]

  test.each(refusals)('is refused with its reason, and nothing is left behind: %s', async (name, bytes, says) => {
    await writeFile(join(place, name), await bytes())
    const refused = await imported(join(place, name))
    expect(refused.ok ? 'taken' : refused.error.what.en).toContain(says)
    expect(refused.ok ? '' : refused.error.what.zh + refused.error.remedy.zh).not.toMatch(
      /\p{Script=Han}[,;:!?]\p{Script=Han}/u,
    )
    expect(await readdir(place)).toEqual(
      [name].concat(
        await stat(join(place, 'out')).then(
          () => ['out'],
          () => [],
        ),
      ),
    )
    expect(await readdir(join(place, 'out')).catch(() => [])).toEqual([])
  })

  test('is refused when it is not there, or is a folder', async () => {
    expect(await imported(join(place, 'nowhere.jpg'))).toMatchObject({ ok: false })
    expect(await imported(place)).toMatchObject({ ok: false })
  })

  test('is found out however much of it is missing', async () => {
    const file = await writeSphere(join(place, 'whole.jpg'), sphereForTests(1024).jpeg())
    const { size } = await stat(file)
    const bytes = await readFile(file)
    for (const share of [0.98, 0.7, 0.4, 0.1, 0.01]) {
      await writeFile(file, bytes)
      await truncate(file, Math.floor(size * share))
      expect((await imported(file)).ok, String(share)).toBe(false)
    }
  })
})

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

async function averageOf(tile: string): Promise<number> {
  const { channels } = await sharp(join(place, 'out/now', tile)).stats()
  return channels[1]?.mean ?? 0
}

async function moving(): Promise<Buffer> {
  const frames = await Promise.all(
    [0, 1, 2].map((n) =>
      sphereForTests(1024)
        .linear(1 - n * 0.2, 0)
        .png()
        .toBuffer(),
    ),
  )
  return await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
}

/** A PNG whose head promises so many pixels, and little behind it. */
function pngSaying(width: number, height: number): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const whole = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(whole))
    return Buffer.concat([length, whole, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x03, 0, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
