import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  call,
  dropObjectZone,
  keepObjectZone,
  readObjectZone,
  StationFile,
  setFirstPin,
  signIn,
} from '@riverside/contract'
import { handClock } from '@riverside/kit'
import type { ObjectZone } from '@riverside/story'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSmallPack } from '../packs/pack-for-tests.ts'
import { type Station, startStation } from '../station.ts'
import { phonePageOf } from '../takeaway/phone-page.ts'

let place: string
let station: Station

async function open(): Promise<void> {
  const words = { zh: '驿站', en: 'Station' }
  const started = await startStation({
    file: StationFile.parse({ station: { id: 'test', name: words, place: words }, network: { port: 0 } }),
    data: join(place, 'data'),
    bundledPack: join(place, 'bundled'),
    pages: { exhibits: place, console: place },
    phonePage: phonePageOf('<title>card</title>'),
    clock: handClock(Date.parse('2026-11-22T10:00:00+08:00')),
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
}

const screen = () => ({ fetch, address: station.url, key: station.screenKey })
async function staff() {
  const signedIn = await call(screen(), signIn, { pin: '2580' })
  if (!signedIn.ok) throw new Error(signedIn.error)
  return { fetch, address: station.url, key: signedIn.value.token }
}

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-zone-'))
  await writeSmallPack(join(place, 'bundled'))
  await open()
  await call(screen(), setFirstPin, { pin: '2580' })
})
afterEach(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

const vase: ObjectZone = {
  way: 'landscape',
  corners: [
    [0.1, 0.2],
    [0.3, 0.2],
    [0.3, 0.7],
    [0.1, 0.7],
  ],
}

test('the outline of a thing is kept through a restart, and dropped when the thing has gone', async () => {
  expect(await call(screen(), readObjectZone, undefined)).toEqual({ ok: true, value: { zone: null } })
  expect((await call(await staff(), keepObjectZone, { zone: vase })).ok).toBe(true)
  await station.close()
  await open()
  expect(await call(screen(), readObjectZone, undefined)).toEqual({ ok: true, value: { zone: vase } })
  await call(await staff(), dropObjectZone, undefined)
  expect(await call(screen(), readObjectZone, undefined)).toEqual({ ok: true, value: { zone: null } })
})

test('an outline that cannot be kept is refused with the reason, and the old one stays', async () => {
  const wire = await staff()
  await call(wire, keepObjectZone, { zone: vase })
  const low: ObjectZone = { ...vase, corners: vase.corners.map(([x, y]) => [x, y + 0.25]) }
  expect(await call(wire, keepObjectZone, { zone: low })).toEqual({ ok: false, error: 'too-low' })
  expect(await call(screen(), readObjectZone, undefined)).toEqual({ ok: true, value: { zone: vase } })
})
