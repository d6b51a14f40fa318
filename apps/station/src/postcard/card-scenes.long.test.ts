import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sceneOfView, type TakenScene } from '@riverside/content'
import { StationFile, takenViewPicturePath } from '@riverside/contract'
import {
  faceDirection,
  likeness,
  type Pixels,
  radians,
  reproject,
  reprojectTiles,
  type TakenView,
  takenViewPath,
  tilePath,
  tileSize,
  tilesAlong,
  tilesOf,
  type Vector,
} from '@riverside/voyage'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallPack } from '../packs/pack-for-tests.ts'
import { openPackShelf, type PackShelf } from '../packs/pack-shelf.ts'
import { type Station, startStation } from '../station.ts'
import { phonePageOf } from '../takeaway/phone-page.ts'
import { openCardLetters } from './card-letters.ts'
import { type CardScenes, cardScenes, keptViews, type ViewKeeping } from './card-scenes.ts'
import { drawCard } from './draw-card.ts'
import { drawView, viewSize } from './draw-view.ts'

/** Two levels of tiles; the second has four tiles to a face. */
const [face, gutter] = [1024, 2]
/** Finer than any tile, yet smooth enough that one tap finds it again. */
const inkOf = ([x, y, z]: Vector): readonly [number, number, number] => {
  const length = Math.hypot(x, y, z)
  const wave = (part: number, often: number) => Math.round(128 + 100 * Math.sin((part / length) * often))
  return [wave(x, 9), wave(y, 11), wave(z, 7)]
}
const equirectangular = { width: 1024, height: 512 }

let home: string
let shelf: PackShelf
let folder: string
let station: Station
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'riverside-views-'))
  const bundled = await writeSmallPack(join(home, 'pack'), {
    'nodes/off-the-wharf.json': {
      heading: 40,
      now: { picture: 'media/nodes/wharf/now/tiles.json', preview: 'media/sphere.webp', buildings: [] },
      then: {
        picture: 'media/past.png',
        preview: 'media/sphere.webp',
        buildings: [],
        dated: { zh: '约1920年', en: 'About 1920' },
      },
    },
  })
  await writeTiles(join(bundled, 'media/nodes/wharf/now'))
  await writeFile(join(bundled, 'media/past.png'), await pictureOfWaves().png().toBuffer())
  const opened = await openPackShelf(join(home, 'data'), bundled)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  shelf = opened.value
  folder = shelf.current().folder
  const started = await startStation({
    file: StationFile.parse({
      station: { id: 'test', name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } },
      printer: { kind: 'pretend' },
      network: { port: 0 },
    }),
    data: join(home, 'station'),
    bundledPack: bundled,
    pages: { exhibits: home, console: home },
    phonePage: phonePageOf('<title>card</title>'),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
}, 60_000)
afterAll(async () => {
  await station?.close()
  rmSync(home, { recursive: true, force: true })
})

async function writeTiles(place: string): Promise<void> {
  for (const { level, face: side, row, column } of tilesOf(face)) {
    const size = level === 0 ? face / 2 : face
    const edge = Math.min(tileSize, size) + 2 * gutter
    const raw = Buffer.alloc(edge * edge * 3)
    for (let y = 0; y < edge; y += 1)
      for (let x = 0; x < edge; x += 1) {
        const u = ((column * tileSize + x - gutter + 0.5) / size) * 2 - 1
        const v = ((row * tileSize + y - gutter + 0.5) / size) * 2 - 1
        raw.set(inkOf(faceDirection(side, u, v)), (y * edge + x) * 3)
      }
    const file = join(place, tilePath({ level, face: side, row, column }, 'webp'))
    await mkdir(join(file, '..'), { recursive: true })
    await sharp(raw, { raw: { width: edge, height: edge, channels: 3 } })
      .webp({ lossless: true })
      .toFile(file)
  }
  expect(tilesAlong(face)).toBe(2)
  const preview = await sharp({ create: { width: 384, height: 64, channels: 3, background: '#1F4E5A' } })
    .webp()
    .toBuffer()
  const said = {
    format: 1,
    face,
    gutter,
    kind: 'webp',
    preview: `data:image/webp;base64,${preview.toString('base64')}`,
  }
  await writeFile(join(place, 'tiles.json'), JSON.stringify(said))
}

function pictureOfWaves() {
  const { width, height } = equirectangular
  const raw = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const yaw = ((x + 0.5) / width - 0.5) * 2 * Math.PI
      const pitch = (0.5 - (y + 0.5) / height) * Math.PI
      const level = Math.cos(pitch)
      raw.set(inkOf([level * Math.sin(yaw), Math.sin(pitch), level * Math.cos(yaw)]), (y * width + x) * 3)
    }
  return sharp(raw, { raw: { width, height, channels: 3 } })
}

const view: TakenView = { node: 'off-the-wharf', age: 'now', bearing: 71.5, elevation: 6, field: 60 }
const sceneOf = (change: Partial<TakenView> = {}): TakenScene => {
  const scene = sceneOfView(shelf.current().pack, { ...view, ...change })
  if (!scene.ok) throw new Error(scene.error)
  return scene.value
}
const bring = (path: string) => readFile(join(folder, path))
const four = async (picture: Sharp): Promise<Pixels> => {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
const seenIn = ({ view, node }: TakenScene) => ({
  yaw: radians(view.bearing - node.heading),
  pitch: radians(view.elevation),
  field: radians(view.field),
})

describe('a view drawn for print', () => {
  const third = { width: 394, height: 331 } as const
  const looks: readonly Partial<TakenView>[] = [
    {},
    { bearing: 355, elevation: 58, field: 80 },
    { bearing: 180, elevation: -45, field: 30 },
  ]
  test.each(looks)('is the reference of its tiles, three rays to a pixel either way: %o', async (look) => {
    const scene = sceneOf(look)
    const drawn = await four(sharp(await drawView(scene, bring, third)))
    const tiles = new Map<string, Pixels>()
    for (const at of tilesOf(face)) {
      const name = tilePath(at, 'webp')
      tiles.set(name, await four(sharp(await bring(`media/nodes/wharf/now/${name}`))))
    }
    const level = scene.view.field > 65 ? 0 : 1
    const seen = reprojectTiles(
      {
        size: level === 0 ? face / 2 : face,
        gutter,
        tile: (side, row, column) => tiles.get(tilePath({ level, face: side, row, column }, 'webp')) as Pixels,
      },
      seenIn(scene),
      third,
    )
    expect(likeness(drawn.data, seen)).toBeGreaterThan(44)
  })

  test.each(looks)('is the reference of one picture all round: %o', async (look) => {
    const scene = sceneOf({ ...look, age: 'then' })
    const drawn = await four(sharp(await drawView(scene, bring, third)))
    const seen = reproject(await four(pictureOfWaves().png()), seenIn(scene), third)
    expect(likeness(drawn.data, seen)).toBeGreaterThan(44)
  })

  test('shows in its middle what lies in that bearing', async () => {
    const scene = sceneOf()
    const { width, data } = await four(sharp(await drawView(scene, bring, third)))
    const middle = ((third.height >> 1) * width + (width >> 1)) * 4
    const [yaw, pitch] = [radians(view.bearing - 40), radians(view.elevation)]
    const level = Math.cos(pitch)
    const ink = inkOf([level * Math.sin(yaw), Math.sin(pitch), level * Math.cos(yaw)])
    ink.forEach((value, channel) => {
      expect(Math.abs((data[middle + channel] ?? 0) - value)).toBeLessThan(4)
    })
  })
})

const words = { name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } }

describe('the scenes of the cards', () => {
  const open = (limits: Partial<ViewKeeping> = {}): CardScenes =>
    cardScenes(shelf.current, words, { ...keptViews, ...limits })
  const pictureOf = async (scenes: CardScenes, of: TakenView) => {
    const brought = await scenes.bring(of)
    if (!brought.ok) throw new Error(brought.error)
    return brought.value.picture
  }

  test('draw a view once for screen and print, and again when there is no room to keep it', async () => {
    const scenes = open()
    const shown = await scenes.view(shelf.current().hash, view)
    expect(shown.ok && shown.value).toBe(await pictureOf(scenes, { ...view, bearing: 71.5004 }))
    const forgetful = open({ bytes: 0 })
    expect(await pictureOf(forgetful, view)).not.toBe(await pictureOf(forgetful, view))
  })

  test('refuse a fifth view while four are being drawn, and draw again afterwards', async () => {
    const scenes = open({ waiting: 2 })
    const three = await Promise.all([10, 20, 30].map((bearing) => scenes.bring({ ...view, bearing })))
    expect(three.map((each) => (each.ok ? 'drawn' : each.error))).toEqual(['drawn', 'drawn', 'too-many-views'])
    expect((await scenes.bring({ ...view, bearing: 30 })).ok).toBe(true)
  })

  test('say why there is none', async () => {
    const scenes = open()
    const problem = async (of: Parameters<CardScenes['bring']>[0]) => {
      const brought = await scenes.bring(of)
      return brought.ok ? undefined : brought.error
    }
    expect(await problem({ ...view, node: 'nowhere' })).toBe('no-such-node')
    expect(await problem({ ...view, elevation: -89 })).toBe('view-out-of-limits')
    expect(await problem('nowhere' as never)).toBe('no-such-scene')
    expect(await scenes.view('another pack', view)).toEqual({ ok: false, error: 'not-here' })
  })

  test('put on the card just what the screen is shown', async () => {
    const scene = sceneOf()
    const picture = await pictureOf(open(), view)
    const draft = { strokes: [], language: 'zh', date: '2026-11-22' } as const
    const card = await drawCard({ ...draft, strokes: [] }, scene, picture, words, openCardLetters())
    const front = await sharp(await card.png('front'))
      .extract({ left: 80, top: 80, width: 1160, height: 970 })
      .removeAlpha()
      .raw()
      .toBuffer()
    const shown = await sharp(picture).extract({ left: 9, top: 9, width: 1160, height: 970 }).raw().toBuffer()
    let off = 0
    for (let at = 0; at < front.length; at += 1) off += ((front[at] ?? 0) - (shown[at] ?? 0)) ** 2
    expect(10 * Math.log10((255 * 255 * front.length) / off)).toBeGreaterThan(38)
  })
})

describe('the picture of a taken view', () => {
  const ask = (path: string, key = station.screenKey) =>
    fetch(`${station.url}/packs/${shelf.current().hash}/${path}`, { headers: { authorization: `Bearer ${key}` } })

  test('is had as JPEG below the address of its pack', async () => {
    const answer = await ask(takenViewPath(view))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect({ width, height }).toEqual(viewSize)
    expect(takenViewPath(view).split('/')).toHaveLength(takenViewPicturePath.split('/').length - 3)
  })

  test.each([
    ['views/nowhere/now/0/0/60', 404, 'no-such-node'],
    ['views/off-the-wharf/now/0/-89/60', 404, 'view-out-of-limits'],
    ['views/off-the-wharf/now/0/0/4', 404, 'view-out-of-limits'],
    ['views/off-the-wharf/now/zero/0/60', 404, 'view-out-of-limits'],
    ['views/off-the-wharf/later/0/0/60', 404, 'view-out-of-limits'],
    ['views/..%2f..%2fetc/now/0/0/60', 404, 'view-out-of-limits'],
  ])('says why there is none: %s', async (path, status, code) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
  })

  test('is drawn for a screen of the station and nobody else', async () => {
    expect((await ask(takenViewPath(view), 'guessed')).status).toBe(401)
  })
})
