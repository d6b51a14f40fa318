import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
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
