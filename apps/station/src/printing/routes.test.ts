import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  call,
  dropPrinterCalibration,
  keepPrinterCalibration,
  printCalibrationSheet,
  printPostcard,
  readHealth,
  readPrint,
  readPrinterDesk,
  refillPaper,
  StationFile,
  setFirstPin,
  signIn,
} from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { SceneId } from '@riverside/postcard'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeSmallPack } from '../packs/pack-for-tests.ts'
import { type Station, startStation } from '../station.ts'
import { phonePageOf } from '../takeaway/phone-page.ts'

const clock = handClock(Date.parse('2026-11-22T10:00:00+08:00'))
let place: string
let station: Station
let staff: { fetch: typeof fetch; address: string; key: string }
const screen = () => ({ fetch, address: station.url, key: station.screenKey })

async function open(printer: object): Promise<void> {
  const words = { zh: '驿站', en: 'Station' }
  const started = await startStation({
    file: StationFile.parse({ station: { id: 'test', name: words, place: words }, network: { port: 0 }, printer }),
    data: join(place, 'data'),
    bundledPack: join(place, 'bundled'),
    pages: { exhibits: place, console: place },
    phonePage: phonePageOf('<title>card</title>'),
    guidePage: phonePageOf('<title>guide</title>'),
    clock,
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
  await call(screen(), setFirstPin, { pin: '2580' })
  const signedIn = await call(screen(), signIn, { pin: '2580' })
  if (!signedIn.ok) throw new Error(signedIn.error)
  staff = { fetch, address: station.url, key: signedIn.value.token }
}

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-printer-'))
  await writeSmallPack(join(place, 'bundled'))
})
afterEach(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

const read = async () => {
  const found = await call(staff, readPrinterDesk, undefined)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

async function printSheet(): Promise<number> {
  const printed = await call(staff, printCalibrationSheet, { once: randomUUID() })
  if (!printed.ok) throw new Error(printed.error)
  return printed.value.calibration.sheet?.number ?? 0
}

const straight = [10, 10, 10, 10, 10, 10, 10, 10]
/** As a printer reads that puts everything 1 mm to the right. */
const shifted = [10, 10, 9, 9, 10, 10, 11, 11]

describe('the printer at the staff desk', () => {
  test('counts the paper from what staff filled in, down by each print that is completed', async () => {
    await open({ kind: 'pretend', lowPaper: 4 })
    expect((await read()).tray).toEqual({ left: null, isLow: false, filled: null, filledAt: null })
    const filled = await call(staff, refillPaper, { sheets: 5 })
    expect(filled.ok && filled.value.tray).toEqual({ left: 5, isLow: false, filled: 5, filledAt: clock.now() })
    await printSheet()
    clock.advance(4000)
    await vi.waitFor(async () => expect((await read()).tray.left).toBe(4), { timeout: 5000 })
    const health = await call(screen(), readHealth, undefined)
    expect(health.ok && health.value.paper).toEqual({ left: 4, isLow: true })
  })

  test('solves a calibration from the sheet that was printed last and from no other', async () => {
    await open({ kind: 'pretend' })
    expect(await call(staff, keepPrinterCalibration, { number: 1, front: straight, back: straight })).toEqual({
      ok: false,
      error: 'another-sheet',
    })
    const number = await printSheet()
    const kept = await call(staff, keepPrinterCalibration, { number, front: shifted, back: straight })
    expect(kept.ok && kept.value.kept).toBe(true)
    const { calibration } = await read()
    expect(calibration.kept?.front.right).toBeCloseTo(1)
    expect(calibration.kept?.back?.most).toBeCloseTo(0)
    const next = await printSheet()
    expect(next).toBe(number + 1)
    // The second sheet was printed with the correction of the first: that it reads true keeps it, and the shift stays corrected.
    await call(staff, keepPrinterCalibration, { number: next, front: straight, back: straight })
    expect((await read()).calibration.kept?.front.most).toBeCloseTo(0)
    const dropped = await call(staff, dropPrinterCalibration, undefined)
    expect(dropped.ok && dropped.value.calibration.kept).toBeNull()
  })

  test('refuses readings that cannot be, and keeps what it had', async () => {
    await open({ kind: 'pretend' })
    const number = await printSheet()
    const back = straight.with(3, 12)
    expect(await call(staff, keepPrinterCalibration, { number, front: straight, back })).toEqual({
      ok: true,
      value: { kept: false, face: 'back', why: 'readings-disagree', rulers: ['C', 'D', 'G', 'H'] },
    })
    expect((await read()).calibration.kept).toBeNull()
  })

  test('prints the back of a card that is turned by hand as a pass of its own', async () => {
    await open({ kind: 'pretend', sides: 'turn', copiesAVisit: 1 })
    const draft = { scene: SceneId.parse('pier'), strokes: [], language: 'zh' as const, date: '2026-11-22' }
    const visit = randomUUID()
    const front = await call(screen(), printPostcard, { once: randomUUID(), visit, draft })
    if (!front.ok) throw new Error(front.error)
    expect(front.value).toMatchObject({ wantsTurning: true, copiesLeft: 0 })
    const back = await call(screen(), printPostcard, { once: randomUUID(), visit, pass: 'back', draft })
    expect(back.ok && back.value.wantsTurning).toBe(false)
    expect(await call(screen(), printPostcard, { once: randomUUID(), visit, draft })).toEqual({
      ok: false,
      error: 'copies-spent',
    })
    const read = await call(screen(), readPrint, undefined, { ticket: front.value.ticket })
    expect(read.ok && read.value.state).toBe('sent')
  })
})
