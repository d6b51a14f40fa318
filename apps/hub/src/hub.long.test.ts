import { createHash } from 'node:crypto'
import { type Batch, readHubHealth, sendBatch } from '@riverside/contract'
import { handClock, seededChance } from '@riverside/kit'
import { Bucket } from '@riverside/smile'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hub } from './hub.ts'
import { type HubStore, openHubStore } from './hub-store.ts'

let store: HubStore
let app: ReturnType<typeof hub>
let heard: object[]
/** One database for all; every test is a station of its own. */
let station = ''
let stations = 0
beforeAll(async () => {
  store = await openHubStore()
}, 120_000)
afterAll(async () => await store.close())
beforeEach(() => {
  heard = []
  stations += 1
  station = `pier-${stations}`
  app = hub({ store, clock: handClock(), keys: undefined, log: (event) => heard.push(event) })
})
afterEach(async () => {
  await app.close()
})

const quarter = (at: number) =>
  new Date(Date.parse('2026-03-14T02:00:00Z') + at * 900_000).toISOString().replace('.000', '')
const bucket = (at: number, n: number, rev = 0) =>
  Bucket.parse({ station, door: 'entry', quarter: quarter(at), mode: 'opt-in', n, rev })
const digest = (rows: unknown) => createHash('sha256').update(JSON.stringify(rows)).digest('hex')
const batchOf = (seq: number, rows: Bucket[], change: Partial<Batch> = {}): Batch => ({
  station,
  epoch: 'first',
  seq,
  rows,
  sha256: digest(rows),
  ...change,
})
async function send(batch: object | string, headers = {}) {
  const reply = await app.inject({
    method: 'POST',
    url: sendBatch.path,
    headers: { 'content-type': 'application/json', ...headers },
    payload: batch,
  })
  return { status: reply.statusCode, ...reply.json() }
}
const kept = async () => (await store.bucketsOf(station)).map((row) => Bucket.parse(row))

describe('the hub', { timeout: 60_000 }, () => {
  test('keeps a batch once, however often it comes', async () => {
    const batch = batchOf(1, [bucket(0, 12), bucket(1, 30)])
    expect(await send(batch)).toEqual({ status: 200, contiguous: 1 })
    expect(await send(batch)).toEqual({ status: 200, contiguous: 1 })
    expect(await kept()).toEqual(batch.rows)
  })
  test('takes what comes out of order and says how far it has everything', async () => {
    expect(await send(batchOf(3, [bucket(3, 3)]))).toMatchObject({ contiguous: 0 })
    expect(await send(batchOf(1, [bucket(1, 1)]))).toMatchObject({ contiguous: 1 })
    expect(await send(batchOf(2, [bucket(2, 2)]))).toMatchObject({ contiguous: 3 })
    expect((await kept()).map(({ n }) => n)).toEqual([1, 2, 3])
  })
  test('refuses a batch that was cut or changed on the way', async () => {
    const batch = batchOf(1, [bucket(0, 12), bucket(1, 30)])
    expect(await send({ ...batch, rows: batch.rows.slice(1) })).toEqual({ status: 400, code: 'digest-mismatch' })
    expect((await send(JSON.stringify(batch).slice(0, -40))).status).toBe(400)
    expect(await kept()).toEqual([])
  })
  test('refuses another content under a number it knows, and says so in its log', async () => {
    await send(batchOf(1, [bucket(0, 12)]))
    expect(await send(batchOf(1, [bucket(0, 13)]))).toEqual({ status: 409, code: 'other-content' })
    expect(heard).toEqual([{ event: 'batch-differs', station, epoch: 'first', seq: 1 }])
    expect((await kept())[0]?.n).toBe(12)
  })
  test('lets a higher revision replace a lower one, in whichever order they come', async () => {
    await send(batchOf(2, [bucket(0, 15, 1)]))
    await send(batchOf(1, [bucket(0, 12, 0)]))
    expect(await kept()).toMatchObject([{ n: 15, rev: 1 }])
  })
  test('refuses rows of another station, and rows no door can have counted', async () => {
    const foreign = [{ ...bucket(0, 12), station: 'mill' }]
    expect((await send(batchOf(1, foreign))).status).toBe(400)
    const torn = [{ ...bucket(0, 12), n: -1 }]
    expect((await send(batchOf(1, torn))).status).toBe(400)
  })
  test('knows its stations by their keys', async () => {
    const keyed = hub({
      store,
      clock: handClock(),
      keys: new Map([[station, 'a key of sixteen letters']]),
      log: () => {},
    })
    const before = app
    app = keyed
    const batch = batchOf(1, [bucket(0, 12)])
    expect(await send(batch)).toEqual({ status: 401, code: 'unknown-station' })
    expect(await send(batch, { authorization: 'Bearer a key of another sort' })).toMatchObject({ status: 401 })
    expect(await send(batch, { authorization: 'Bearer a key of sixteen letters' })).toMatchObject({ status: 200 })
    await before.close()
  })
  test('ends with the same rows from a shuffled, doubled and torn stream as from a quiet one', async () => {
    const chance = seededChance(3)
    const batches = Array.from({ length: 40 }, (_, at) => batchOf(at + 1, [bucket(at, at), bucket(at + 40, at)]))
    const noisy = batches
      .flatMap((batch) => (chance() < 0.3 ? [batch, batch] : [batch]))
      .flatMap((batch) => (chance() < 0.1 ? [{ ...batch, rows: batch.rows.slice(1) }, batch] : [batch]))
      .map((batch) => ({ batch, at: chance() }))
      .sort((a, b) => a.at - b.at)
    for (const { batch } of noisy) await send(batch)
    expect(await send(batches[39] as Batch)).toMatchObject({ contiguous: 40 })
    expect(await kept()).toHaveLength(80)
    const health = await app.inject({ url: readHubHealth.path })
    expect(readHubHealth.reply.parse(health.json())).toMatchObject({ ok: true, versions: { definitions: '1.0' } })
    expect((await store.counts()).batches).toBeGreaterThanOrEqual(40)
  })
})
