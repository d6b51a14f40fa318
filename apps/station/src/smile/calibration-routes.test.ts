import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  adoptDoorCalibration,
  call,
  checkPassages,
  type DoorWatch,
  dropDoorCalibration,
  judgeSubject,
  recordPassages,
  reportSubject,
  type StationEvent,
  StationFile,
  setSmileMode,
  skipSubject,
  watchDoor,
} from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { type Decision, dayStart, type Observed } from '@riverside/smile'
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { smileRoutes } from './routes.ts'

const words = { zh: '码头驿站', en: 'Pier Station' }
const file = StationFile.parse({ station: { id: 'pier', name: words, place: words }, smile: { door: 'exit' } })
const clock = handClock(dayStart('2026-03-14') + 12 * 3_600_000)
let folder: string
let store: Store
let app: FastifyInstance
let heard: StationEvent[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-calibration-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  heard = []
  app = Fastify()
  smileRoutes(app, { store, file, clock, announce: (event) => heard.push(event), log: () => {} })
})
afterEach(async () => {
  await app.close()
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const wire = {
  address: '',
  fetch: async (
    url: string,
    { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
  ) => {
    const reply = await app.inject({
      method: method as HTTPMethods,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    return { ok: reply.statusCode < 400, status: reply.statusCode, text: async () => reply.body }
  },
}
const frame = { x: 0.4, y: 0.3, width: 0.1, height: 0.15 }

async function watched(): Promise<DoorWatch> {
  const seen = await call(wire, watchDoor, undefined)
  if (!seen.ok) throw new Error(seen.error)
  return seen.value
}
const told = (round: number, decision?: Decision) =>
  call(wire, reportSubject, { round, faces: 1, frame, light: 'normal', ...(decision ? { decision } : {}) })
const judged = (round: number, observer: 'first' | 'second', answer: Observed) =>
  call(wire, judgeSubject, { round, observer, answer })

/** One whole face: framed, read by the reader, judged by both. */
async function face(reader: Decision, first: Observed, second: Observed): Promise<void> {
  const { round } = await watched()
  await told(round)
  await told(round, reader)
  await judged(round, 'first', first)
  await judged(round, 'second', second)
}

describe('a calibration at the door', () => {
  test('asks the screens for faces only while staff watch', async () => {
    expect(await told(1)).toEqual({ ok: false, error: 'nobody-watches' })
    await watched()
    expect(heard).toEqual([{ type: 'door-watched', seconds: 10 }])
    expect((await told(1)).ok).toBe(true)
    clock.advance(10_100)
    expect(await told(1)).toEqual({ ok: false, error: 'nobody-watches' })
  })

  test('counts a face once both observers and the reader have judged it, whoever comes last', async () => {
    await face('smiling', 'smiling', 'smiling')
    const { round } = await watched()
    await told(round)
    await judged(round, 'first', 'not-smiling')
    await judged(round, 'second', 'not-smiling')
    expect((await watched()).open?.whole).toMatchObject({ smilingSeen: 1, unsmilingSeen: 0 })
    await told(round, 'not-smiling')
    const after = await watched()
    expect(after.open?.whole).toMatchObject({ smilingSeen: 1, unsmilingSeen: 1 })
    expect(after.round).toBe(round + 1)
  })

  test('never says what the reader thinks', async () => {
    const { round } = await watched()
    await told(round, 'smiling')
    const reply = await app.inject({ method: 'POST', url: watchDoor.path })
    expect(reply.body).toContain('"frame":{')
    expect(reply.body).not.toMatch(/decision|reader|"smiling"/)
    expect(heard.every((event) => event.type === 'door-watched')).toBe(true)
  })

  test('takes one answer of each observer, for the face in the frame alone', async () => {
    const { round } = await watched()
    expect(await judged(round, 'first', 'smiling')).toEqual({ ok: false, error: 'another-face' })
    await told(round)
    expect((await judged(round, 'first', 'smiling')).ok).toBe(true)
    expect(await judged(round, 'first', 'not-smiling')).toEqual({ ok: false, error: 'already-judged' })
    expect(await judged(round + 1, 'second', 'smiling')).toEqual({ ok: false, error: 'another-face' })
  })

  test('lets a face go uncounted by hand, or when nobody has judged it for twenty seconds', async () => {
    const { round } = await watched()
    await told(round, 'smiling')
    await judged(round, 'first', 'smiling')
    await call(wire, skipSubject, { round })
    expect((await watched()).answered).toEqual({ first: false, second: false })
    await told(round + 1, 'smiling')
    clock.advance(20_001)
    const after = await watched()
    expect(after.round).toBe(round + 2)
    expect(after.open).toBeNull()
    expect(after.isSeen).toBe(false)
  })

  test('can be judged when the visitor has walked on, and not when the reader lost him', async () => {
    const { round } = await watched()
    await told(round, 'smiling')
    await call(wire, reportSubject, { round, faces: 0, frame: null, light: 'normal', decision: 'smiling' })
    expect(await watched()).toMatchObject({ frame: null, isJudgeable: true })
    await judged(round, 'first', 'smiling')
    await judged(round, 'second', 'smiling')
    expect((await watched()).open?.whole.smilingSeen).toBe(1)
    await told(round + 1)
    const lost = { round: round + 1, faces: 0, frame: null, light: null, isLost: true } as const
    expect(await call(wire, reportSubject, lost)).toEqual({ ok: true, value: { round: round + 2 } })
    expect(await watched()).toMatchObject({ isJudgeable: false })
  })

  test('tells a screen that began again which round is wanted', async () => {
    await face('smiling', 'smiling', 'smiling')
    expect(await told(0)).toEqual({ ok: true, value: { round: 2 } })
    expect((await watched()).frame).toBeNull()
  })

  test('is not adopted while it is too small, and says why', async () => {
    expect(await call(wire, adoptDoorCalibration, undefined)).toEqual({ ok: false, error: 'nothing-counted' })
    await face('smiling', 'smiling', 'smiling')
    expect(await call(wire, adoptDoorCalibration, undefined)).toEqual({ ok: false, error: 'too-few' })
    await call(wire, dropDoorCalibration, undefined)
    expect((await watched()).open).toBeNull()
  })

  test('rests while metering is off', async () => {
    await call(wire, setSmileMode, { mode: 'off' })
    heard = []
    expect((await watched()).mode).toBe('off')
    expect(heard).toEqual([])
    expect(await told(1)).toEqual({ ok: false, error: 'metering-off' })
  })
})

describe('a counter check', () => {
  const clicked = (what: 'begin' | 'in' | 'out' | 'end') => call(wire, checkPassages, { do: what })

  test('compares what a hand clicked with what the counter said meanwhile', async () => {
    await call(wire, recordPassages, { door: 'exit', in: 0, out: 90 })
    await clicked('begin')
    for (let passed = 0; passed < 50; passed += 1) await clicked('out')
    await call(wire, recordPassages, { door: 'exit', in: 0, out: 49 })
    await call(wire, recordPassages, { door: 'entry', in: 7, out: 7 })
    await clicked('end')
    await call(wire, recordPassages, { door: 'exit', in: 0, out: 90 })
    expect((await watched()).counter).toEqual({
      began: '2026-03-14',
      hand: { in: 0, out: 50 },
      counter: { in: 0, out: 49 },
      error: 0.02,
      state: 'too-few',
      isOpen: false,
    })
  })

  test('counts no click while none was begun', async () => {
    expect(await clicked('in')).toEqual({ ok: false, error: 'not-begun' })
  })
})
