import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { call, readStation, StationFile, setFirstPin } from '@riverside/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallPack } from '../../apps/station/src/packs/pack-for-tests.ts'
import { sphereForTests, writeSphere } from '../../apps/station/src/packs/panorama/spheres-for-tests.ts'
import { type Station, startStation } from '../../apps/station/src/station.ts'
import { phonePageOf } from '../../apps/station/src/takeaway/phone-page.ts'

const root = resolve(import.meta.dirname, '../..')
let place: string
let station: Station
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-pack-command-'))
  const words = { zh: '驿站', en: 'Station' }
  const started = await startStation({
    file: StationFile.parse({ station: { id: 'test', name: words, place: words }, network: { port: 0 } }),
    data: join(place, 'data'),
    bundledPack: await writeSmallPack(join(place, 'bundled')),
    pages: { exhibits: place, console: place },
    phonePage: phonePageOf(''),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
  await call({ fetch, address: station.url, key: station.screenKey }, setFirstPin, { pin: '2580' })
})
afterAll(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

describe('npm run pack', { timeout: 60_000 }, () => {
  test('checks, builds and installs a changed text on a running station', async () => {
    const folder = await writeSmallPack(join(place, 'changed'), {
      'stops/wharf.json': { name: { zh: '老码头', en: 'Old wharf' } },
    })
    expect((await pack('check', folder)).said).toContain('no fault')
    expect((await pack('build', folder, '--out', join(place, 'changed.pack'))).code).toBe(0)
    const installed = await pack('install', join(place, 'changed.pack'), '--station', station.url, '--pin', '2580')
    expect(installed.said).toContain('is on screen')
    expect(await nameOnScreen()).toBe('老码头')
  })

  test('explains a faulty pack by file, place and remedy, and builds nothing of it', async () => {
    const folder = await writeSmallPack(join(place, 'faulty'), { 'scenes/pier.json': { picture: '../../etc/passwd' } })
    const built = await pack('build', folder, '--out', join(place, 'faulty.pack'))
    expect(built.code).toBe(1)
    expect(built.said).toContain('scenes/pier.json → picture')
    expect(built.said).toContain('nothing was changed')
  })

  test('is refused with the wrong PIN, and the screen stays as it is', async () => {
    const before = await nameOnScreen()
    const refused = await pack('install', join(place, 'changed.pack'), '--station', station.url, '--pin', '0000')
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('wrong-pin') })
    expect(await nameOnScreen()).toBe(before)
  })

  test('cuts a picture all round into tiles, and says what to write into the file of the node', async () => {
    const picture = await writeSphere(join(place, 'sphere.jpg'), sphereForTests(1024).jpeg())
    const cut = await pack('panorama', picture, '--out', join(place, 'media/nodes/wharf/now'), '--heading', '90')
    expect(cut).toMatchObject({ code: 0, said: expect.stringContaining('"heading": 90') })
    expect(cut.said).toContain('"picture": "media/nodes/wharf/now/tiles.json"')
    const wrong = await writeSphere(join(place, 'wrong.jpg'), sphereForTests(1500, 1000).jpeg())
    const refused = await pack('panorama', wrong, '--out', join(place, 'media/nodes/wrong'))
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('this is 1500 × 1000') })
    expect(await readdir(join(place, 'media/nodes'))).toEqual(['wharf'])
  })

  test('writes the schemas for an editor, and leaves its own settings alone', async () => {
    expect((await pack('schema', '--out', join(place, 'schemas'))).code).toBe(0)
    expect(await readdir(join(place, 'schemas'))).toContain('node.schema.json')
    expect((await pack('schema', '--out', join(place, 'schemas'))).said).toContain('was left as it is')
  })

  test('says how it is used when it is asked for nothing it knows', async () => {
    expect(await pack('chekc')).toMatchObject({ code: 2, said: expect.stringContaining('check <folder>') })
  })
})

async function nameOnScreen() {
  const read = await call({ fetch, address: station.url, key: station.screenKey }, readStation, undefined)
  return read.ok ? read.value.pack.pack.stops[0]?.name.zh : undefined
}

function pack(...given: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(
      join(root, 'node_modules/.bin/tsx'),
      [join(root, 'apps/station/src/packs/pack-command.ts'), ...given],
      { cwd: root },
      (failure, out, err) => done({ code: failure ? Number(failure.code ?? 1) : 0, said: out + err }),
    )
  })
}
