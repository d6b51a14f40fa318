import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  call,
  dropCalibration,
  EventReader,
  eventsPath,
  keepCalibration,
  readStation,
  reportHelm,
  type StationEvent,
  StationFile,
  setFirstPin,
  signIn,
  watchHelm,
} from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeSmallPack } from '../packs/pack-for-tests.ts'
import { type Station, startStation } from '../station.ts'
import { phonePageOf } from '../takeaway/phone-page.ts'

const clock = handClock(Date.parse('2026-11-22T10:00:00+08:00'))
let place: string
let station: Station
let staff: { fetch: typeof fetch; address: string; key: string }
const screen = () => ({ fetch, address: station.url, key: station.screenKey })

async function open(helm: object = { driver: { kind: 'serial', device: '/dev/helm' } }): Promise<void> {
  const words = { zh: '驿站', en: 'Station' }
  const started = await startStation({
    file: StationFile.parse({ station: { id: 'test', name: words, place: words }, network: { port: 0 }, helm }),
    data: join(place, 'data'),
    bundledPack: join(place, 'bundled'),
    pages: { exhibits: place, console: place },
    phonePage: phonePageOf('<title>card</title>'),
    clock,
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
}

async function comeIn(): Promise<void> {
  const signedIn = await call(screen(), signIn, { pin: '2580' })
  if (!signedIn.ok) throw new Error(signedIn.error)
  staff = { fetch, address: station.url, key: signedIn.value.token }
}

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-helm-'))
  await writeSmallPack(join(place, 'bundled'))
  await open()
  await call(screen(), setFirstPin, { pin: '2580' })
  await comeIn()
})
afterEach(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

const driverOnScreen = async () => {
  const read = await call(screen(), readStation, undefined)
  return read.ok && read.value.file.helm.driver
}
const found = { kind: 'serial', countsPerTurn: 1024, direction: 'reversed', deadZone: 1 } as const

describe('a calibration', () => {
  test('is read with the station from then on, with who made it and when', async () => {
    const kept = await call(staff, keepCalibration, { calibration: found, by: ' 老王 ' })
    expect(kept).toMatchObject({ ok: true, value: { kept: { calibration: found, by: '老王', at: clock.now() } } })
    expect(await driverOnScreen()).toEqual({ ...found, device: '/dev/helm' })
  })

  test('outlives the station, and can be dropped for what the file says', async () => {
    await call(staff, keepCalibration, { calibration: found, by: '' })
    await station.close()
    await open()
    expect(await driverOnScreen()).toMatchObject({ countsPerTurn: 1024 })
    await comeIn()
    expect(await call(staff, dropCalibration, undefined)).toMatchObject({ ok: true, value: { kept: null } })
    expect(await driverOnScreen()).toMatchObject({ countsPerTurn: 600, direction: 'normal' })
  })

  test('of another wheel is neither taken nor left in force', async () => {
    const wheel = { kind: 'gamepad', centre: 0, travel: 1, direction: 'normal', deadZone: 0.1 } as const
    expect(await call(staff, keepCalibration, { calibration: wheel, by: '' })).toEqual({
      ok: false,
      error: 'another-wheel',
    })
    await call(staff, keepCalibration, { calibration: found, by: '' })
    await station.close()
    await open({ driver: { kind: 'pulse-keys' } })
    expect(await driverOnScreen()).toMatchObject({ kind: 'pulse-keys', countsPerTurn: 48 })
  })

  test('is made by staff alone', async () => {
    expect(await call(screen(), keepCalibration, { calibration: found, by: '' })).toEqual({
      ok: false,
      error: 'not-allowed',
    })
    expect(await call(screen(), watchHelm, undefined)).toEqual({ ok: false, error: 'not-allowed' })
  })
})

describe('the watch over a wheel', () => {
  test('asks the screens to tell, and passes on what they tell while it is held', async () => {
    const news = await listen()
    const sights = [{ type: 'turned', raw: 40 }] as const
    expect(await call(screen(), reportHelm, { sights: [...sights] })).toEqual({ ok: false, error: 'nobody-watches' })
    await call(staff, watchHelm, undefined)
    expect(await news.next('helm-watched')).toMatchObject({ seconds: 10 })
    expect((await call(screen(), reportHelm, { sights: [...sights] })).ok).toBe(true)
    expect(await news.next('helm-seen')).toMatchObject({ sights })
    clock.advance(11_000)
    expect(await call(screen(), reportHelm, { sights: [...sights] })).toEqual({ ok: false, error: 'nobody-watches' })
    news.end()
  })

  test('brings the news of a new calibration to every screen', async () => {
    const news = await listen()
    await call(staff, keepCalibration, { calibration: found, by: '' })
    expect(await news.next('helm-calibrated')).toEqual({ type: 'helm-calibrated' })
    news.end()
  })
})

async function listen() {
  const ended = new AbortController()
  const stream = await fetch(station.url + eventsPath, {
    headers: { authorization: `Bearer ${station.screenKey}` },
    signal: ended.signal,
  })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const events = new EventReader()
  return {
    async next(type: StationEvent['type']) {
      for (;;) {
        const read = await reader?.read()
        if (!read || read.done) throw new Error('the stream ended')
        for (const event of events.read(read.value)) if (event.type === type) return event
      }
    },
    end: () => ended.abort(),
  }
}
