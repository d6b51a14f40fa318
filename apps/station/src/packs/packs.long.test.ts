import { createWriteStream } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { seededChance } from '@riverside/kit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { checkPack } from './check-pack.ts'
import { writePackFile } from './pack-file.ts'
import { writeSmallPack } from './pack-for-tests.ts'
import { openPackShelf, type PackShelf } from './pack-shelf.ts'
import { writeTiledPack } from './tiled-pack-for-tests.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-packs-'))
})
afterEach(async () => await rm(place, { recursive: true, force: true }))

async function shelf(): Promise<PackShelf> {
  const opened = await openPackShelf(join(place, 'data'), await writeSmallPack(join(place, 'bundled')))
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  return opened.value
}

async function built(name: string, change: Readonly<Record<string, object>> = {}): Promise<string> {
  const folder = await writeSmallPack(join(place, name), change)
  const checked = await checkPack(folder)
  if (!checked.ok) throw new Error(JSON.stringify(checked.error))
  await writePackFile(folder, checked.value.paths, join(place, `${name}.pack`))
  return join(place, `${name}.pack`)
}

const newName = { 'stops/wharf.json': { name: { zh: '老码头', en: 'Old wharf' } } }

describe('the pack that comes with the program', () => {
  test('is sound to the last pixel', async () => {
    const checked = await checkPack(join(import.meta.dirname, '../../../../assets/demo-pack'))
    expect(checked.ok ? [] : checked.error).toEqual([])
  })
})

describe('the shelf of packs', () => {
  test('starts with the bundled pack', async () => {
    expect((await shelf()).current().pack.cover.id).toBe('small')
  })

  test('shows an installed pack at once, and still after a restart', async () => {
    const packs = await shelf()
    const installed = await packs.installFile(await built('changed', newName))
    expect(installed.ok && packs.current().pack.stops[0]?.name.zh).toBe('老码头')
    expect((await shelf()).current().pack.stops[0]?.name.zh).toBe('老码头')
  })

  test('brings the newer edition of the bundled pack, as long as no other was installed', async () => {
    await shelf()
    await writeSmallPack(join(place, 'bundled-2'), newName)
    const updated = await openPackShelf(join(place, 'data'), join(place, 'bundled-2'))
    expect(updated.ok && updated.value.current().pack.stops[0]?.name.zh).toBe('老码头')
  })

  test('refuses a faulty pack with every reason, and keeps the old one on', async () => {
    const packs = await shelf()
    const before = packs.current().hash
    const folder = await writeSmallPack(join(place, 'faulty'), { 'scenes/pier.json': { picture: 'media/lost.webp' } })
    const refused = await packs.installFolder(folder)
    expect(refused).toMatchObject({ ok: false, error: [{ file: 'scenes/pier.json', where: 'picture' }] })
    expect(packs.current().hash).toBe(before)
  })

  test('refuses a picture that is cut off in the middle', async () => {
    const folder = await writeSmallPack(join(place, 'cut'))
    await truncate(join(folder, 'media/card.webp'), 300)
    const checked = await checkPack(folder)
    expect(checked).toMatchObject({ ok: false, error: [{ file: 'media/card.webp' }] })
  })

  test('refuses a file that has no place in a pack, links among them', async () => {
    const folder = await writeSmallPack(join(place, 'strange'))
    await writeFile(join(folder, 'media/run.js'), 'alert(1)')
    await symlink('/etc/hostname', join(folder, 'media/link.webp'))
    const checked = await checkPack(folder)
    expect(checked.ok ? [] : checked.error.map((fault) => fault.file)).toContain('media/run.js')
    expect(checked.ok ? [] : checked.error.map((fault) => fault.file)).toContain('media/link.webp')
  })

  test.each(['../climbs-out.json', '/etc/cron.d/x', 'media/../../x.webp', 'media\\x.webp', 'CON.json'])(
    'refuses an archive that holds %s, and writes nothing',
    async (name) => {
      const packs = await shelf()
      const before = await readdir(join(place, 'data/packs'))
      const zip = new yazl.ZipFile()
      zip.addBuffer(Buffer.from('{}'), 'x'.repeat(name.length))
      zip.end()
      const file = join(place, 'hostile.pack')
      await pipeline(zip.outputStream, createWriteStream(file))
      // The writer refuses such names itself, so they are put in afterwards.
      await writeFile(
        file,
        Buffer.from((await readFile(file)).toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1'),
      )
      const refused = await packs.installFile(file)
      expect(refused.ok).toBe(false)
      expect(await readdir(join(place, 'data/packs'))).toEqual(before)
    },
  )

  test('refuses an archive that unpacks to a hundred times its size', async () => {
    const packs = await shelf()
    const zip = new yazl.ZipFile()
    zip.addBuffer(Buffer.alloc(40_000_000), 'media/bomb.png', { compress: true })
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(join(place, 'bomb.pack')))
    expect(await packs.installFile(join(place, 'bomb.pack'))).toMatchObject({
      ok: false,
      error: [{ file: 'media/bomb.png' }],
    })
  })

  test('never takes a pack file that was cut or flipped anywhere for anything but what was built', async () => {
    const packs = await shelf()
    const sound = await readFile(await built('changed', newName))
    const checked = await checkPack(join(place, 'changed'))
    const meant = checked.ok ? checked.value.hash : ''
    const chance = seededChance(7)
    let refused = 0
    for (let n = 0; n < 120; n += 1) {
      const hurt = Buffer.from(n % 2 === 0 ? sound.subarray(0, Math.floor(chance() * sound.length)) : sound)
      const at = Math.floor(chance() * hurt.length)
      if (n % 2 === 1) hurt[at] = (hurt[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
      await writeFile(join(place, 'hurt.pack'), hurt)
      const taken = await packs.installFile(join(place, 'hurt.pack'))
      if (!taken.ok) refused += 1
      // A flipped bit of the archive's own times changes nothing that is shown.
      else expect(taken.value.hash).toBe(meant)
    }
    expect(refused).toBeGreaterThan(100)
  })

  test('builds the same bytes from the same folder', async () => {
    expect((await readFile(await built('one'))).equals(await readFile(await built('two')))).toBe(true)
  })
})

describe('a pack with tiled spheres', () => {
  let folder: string
  beforeEach(async () => {
    folder = await writeTiledPack(join(place, 'tiled'), 2, 1024)
  })
  const now = 'media/nodes/tiled-0/now'
  const faults = async () => {
    const checked = await checkPack(folder)
    return checked.ok ? [] : checked.error
  }

  test('is sound when every tile is there, and says how many bytes of media it has', async () => {
    const checked = await checkPack(folder)
    expect(checked.ok && checked.value.pack.nodes).toHaveLength(2)
    expect(checked.ok && checked.value.bytes).toBeGreaterThan(100_000)
  })

  test('is refused for a tile that is missing, cut off, of another size or a stray, each by its name', async () => {
    await rm(join(folder, now, '1/f-0-0.webp'))
    await truncate(join(folder, now, '1/r-0-0.webp'), 2000)
    await cp(join(folder, now, 'preview.webp'), join(folder, now, '1/b-0-0.webp'))
    await cp(join(folder, now, '1/l-0-0.webp'), join(folder, now, '1/l-0-7.webp'))
    await cp(join(folder, now, '1/l-0-0.webp'), join(folder, now, '2-f-0-0.webp'))
    expect((await faults()).map(({ file, what }) => [file.slice(now.length + 1), what.en])).toEqual([
      ['1/f-0-0.webp', 'this tile is missing'],
      ['1/l-0-7.webp', 'this file is no tile of the sphere'],
      ['2-f-0-0.webp', 'this file is no tile of the sphere'],
      ['1/b-0-0.webp', 'the tile is 512 × 256 and has to be 514 × 514'],
      ['1/r-0-0.webp', expect.stringContaining('cannot be opened')],
    ])
  })

  test('names three missing tiles and counts the others', async () => {
    await rm(join(folder, now, '1'), { recursive: true })
    const found = await faults()
    expect(found).toHaveLength(4)
    expect(found[3]).toMatchObject({ file: `${now}/tiles.json`, what: { en: '21 more are missing' } })
  })

  test('is refused for a tiles.json that says what it may not, by its place', async () => {
    const file = JSON.parse(await readFile(join(folder, now, 'tiles.json'), 'utf8'))
    await writeFile(join(folder, now, 'tiles.json'), JSON.stringify({ ...file, face: 1000 }))
    expect(await faults()).toMatchObject([{ file: `${now}/tiles.json`, where: 'face' }])
    await writeFile(
      join(folder, now, 'tiles.json'),
      JSON.stringify({ ...file, preview: 'data:image/webp;base64,AAAA' }),
    )
    expect(await faults()).toMatchObject([{ file: `${now}/tiles.json`, where: 'preview' }])
    await writeFile(join(folder, now, 'tiles.json'), '{')
    expect(await faults()).toMatchObject([{ file: `${now}/tiles.json` }])
  })

  test('hints at a sphere that no node shows', async () => {
    await cp(join(folder, now), join(folder, 'media/nodes/spare'), { recursive: true })
    const checked = await checkPack(folder)
    expect(checked.ok && checked.value.hints).toContainEqual(
      expect.objectContaining({
        file: 'media/nodes/spare/tiles.json',
        what: expect.objectContaining({ en: 'no node shows this sphere' }),
      }),
    )
  })

  test('is passed on as one file and installed whole', async () => {
    const checked = await checkPack(folder)
    if (!checked.ok) throw new Error(JSON.stringify(checked.error))
    await writePackFile(folder, checked.value.paths, join(place, 'tiled.pack'))
    const packs = await shelf()
    const installed = await packs.installFile(join(place, 'tiled.pack'))
    expect(installed.ok && installed.value.hash).toBe(checked.value.hash)
    expect(await readdir(join(packs.current().folder, now))).toEqual(['0', '1', 'preview.webp', 'tiles.json'])
    expect((await readdir(join(place, 'data/packs'))).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('the start of a station', () => {
  test('does not read a bundled pack again that nobody touched, and reads one that was', async () => {
    const bundled = await writeTiledPack(join(place, 'bundled'), 2, 512)
    const hashNow = async () => {
      const opened = await openPackShelf(join(place, 'data'), bundled)
      return opened.ok ? opened.value.current().hash : undefined
    }
    const first = await hashNow()
    const tile = join(bundled, 'media/nodes/tiled-0/now/0/f-0-0.webp')
    const { atime, mtimeMs, size } = await stat(tile)
    await writeFile(tile, Buffer.alloc(size))
    // In seconds, and amid the millisecond: a Date would round a time up into the next one.
    const sameTime = (Math.floor(mtimeMs) + 0.5) / 1000
    await utimes(tile, atime, sameTime)
    expect(await hashNow()).toBe(first)
    await utimes(tile, atime, sameTime + 5)
    expect(await hashNow()).not.toBe(first)
  })

  test('leaves the bundled pack where it is, and goes on showing it to screens that began with it', async () => {
    const packs = await shelf()
    const before = packs.current()
    expect(before.folder).toBe(join(place, 'bundled'))
    await packs.installFile(await built('changed', newName))
    expect(packs.folderOf(before.hash)).toBe(before.folder)
    expect(packs.folderOf(packs.current().hash)).toBe(join(place, 'data/packs', packs.current().hash))
    expect(packs.folderOf('0'.repeat(64))).toBeUndefined()
  })

  test('shows what was installed even when the program brings a broken pack', async () => {
    const packs = await shelf()
    await packs.installFile(await built('changed', newName))
    await writeFile(join(place, 'bundled/pack.json'), '{')
    const opened = await openPackShelf(join(place, 'data'), join(place, 'bundled'))
    expect(opened.ok && opened.value.current().pack.stops[0]?.name.zh).toBe('老码头')
  })
})
