import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  call,
  EventReader,
  eventsPath,
  installPackPath,
  readHealth,
  readStation,
  StationFile,
  setFirstPin,
  signIn,
} from '@riverside/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkPack } from './packs/check-pack.ts'
import { writePackFile } from './packs/pack-file.ts'
import { writeSmallPack } from './packs/pack-for-tests.ts'
import { type Station, startStation } from './station.ts'
import { phonePageOf } from './takeaway/phone-page.ts'

let place: string
let station: Station
const wire = () => ({ fetch, address: station.url, key: station.screenKey })

async function start(port = 0) {
  const words = { zh: '驿站', en: 'Station' }
  return await startStation({
    file: StationFile.parse({
      station: { id: 'test', name: words, place: words },
      network: { port },
      printer: { kind: 'pretend' },
    }),
    data: join(place, 'data'),
    bundledPack: join(place, 'bundled'),
    pages: { exhibits: join(place, 'exhibits'), console: join(place, 'console') },
    phonePage: phonePageOf('<title>card</title>'),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
}

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-station-'))
  await writeSmallPack(join(place, 'bundled'))
  await mkdir(join(place, 'exhibits'))
  await mkdir(join(place, 'console'))
  await writeFile(join(place, 'exhibits/index.html'), '<!doctype html><title>滨江驿站</title>')
  const started = await start()
  if (!started.ok) throw new Error(started.error)
  station = started.value
})
afterEach(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

describe('a station', () => {
  test('tells anyone on its machine how it is', async () => {
    const health = await call({ fetch, address: station.url }, readHealth, undefined)
    expect(health).toMatchObject({
      ok: true,
      value: { ok: true, station: 'test', pack: { id: 'small', onScreen: null }, database: { state: 'ready' } },
    })
  })

  test('answers a screen only with its key', async () => {
    expect((await call(wire(), readStation, undefined)).ok).toBe(true)
    expect(await call({ fetch, address: station.url }, readStation, undefined)).toEqual({
      ok: false,
      error: 'not-allowed',
    })
    expect(await call({ fetch, address: station.url, key: 'guessed' }, readStation, undefined)).toEqual({
      ok: false,
      error: 'not-allowed',
    })
  })

  test('gives the page it serves a key that scripts cannot read', async () => {
    const page = await fetch(`${station.url}/`)
    const cookie = page.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly; SameSite=Strict')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const read = await fetch(`${station.url}/api/station`, { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(read.status).toBe(200)
  })

  test.each([
    ['a name that only points here', { host: 'evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page in a sandbox', { origin: 'null' }],
  ])('turns away %s', async (_, headers) => {
    expect(await statusOf('/api/health', headers)).toBe(403)
  })

  test('shows pictures of its pack and nothing else of the disk', async () => {
    const read = await call(wire(), readStation, undefined)
    const hash = read.ok ? read.value.pack.hash : ''
    expect((await fetch(`${station.url}/packs/${hash}/media/now.webp`)).headers.get('cache-control')).toContain(
      'immutable',
    )
    expect(await statusOf(`/packs/${hash}/pack.json`)).toBe(404)
    expect(await statusOf(`/packs/${hash}/media/..%2f..%2fstation.db`)).not.toBe(200)
    expect(await statusOf(`/packs/..%2f..%2fstation.db/media/x`)).toBe(404)
  })

  test('gives out tiles without counting them, and none of them twice', async () => {
    const read = await call(wire(), readStation, undefined)
    const url = `${station.url}/packs/${read.ok ? read.value.pack.hash : ''}/media/now.webp`
    const first = await fetch(url)
    expect(first.headers.get('x-ratelimit-limit')).toBeNull()
    const again = await statusOf(new URL(url).pathname, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again).toBe(304)
  })

  test('shows a changed text to a running screen once it is installed, without a restart', async () => {
    await call(wire(), setFirstPin, { pin: '2580' })
    const signedIn = await call(wire(), signIn, { pin: '2580' })
    const token = signedIn.ok ? signedIn.value.token : ''
    const news = await listen()
    const folder = await writeSmallPack(join(place, 'changed'), {
      'stops/wharf.json': { name: { zh: '老码头', en: 'Old wharf' } },
    })
    const checked = await checkPack(folder)
    await writePackFile(folder, checked.ok ? checked.value.paths : [], join(place, 'changed.pack'))
    const installed = await fetch(station.url + installPackPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/zip' },
      body: await readFile(join(place, 'changed.pack')),
    })
    expect(installed.status).toBe(200)
    const event = await news.next('pack-changed')
    const read = await call(wire(), readStation, undefined)
    expect(read.ok && read.value.pack.hash).toBe(event.pack)
    expect(read.ok && read.value.pack.pack.stops[0]?.name.zh).toBe('老码头')
    news.end()
  })

  test('takes no pack from a screen, only from staff', async () => {
    const answer = await fetch(station.url + installPackPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${station.screenKey}`, 'content-type': 'application/zip' },
      body: 'x',
    })
    expect(answer.status).toBe(401)
  })

  test('refuses a body that is not what the contract says, by place', async () => {
    const answer = await fetch(`${station.url}/api/staff/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"pin":7}',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'not-understood', detail: expect.stringContaining('pin') })
  })

  test('says that its port is taken, and the one that has it goes on', async () => {
    const port = Number(new URL(station.url).port)
    await rm(join(place, 'data-2'), { recursive: true, force: true })
    const second = await start(port)
    expect(second).toMatchObject({ ok: false, error: expect.stringContaining(`Port ${port} is taken`) })
    expect((await call({ fetch, address: station.url }, readHealth, undefined)).ok).toBe(true)
  })

  test('gives its port back when it stops', async () => {
    const port = Number(new URL(station.url).port)
    await station.close()
    await new Promise<void>((resolve, reject) => {
      const other = createServer().once('error', reject)
      other.listen(port, '127.0.0.1', () => other.close(() => resolve()))
    })
  })
})

/** The raw status of a GET: `fetch` would not let a test lie about Host and Origin. */
function statusOf(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(station.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .once('error', reject)
      .end()
  })
}

async function listen() {
  const ended = new AbortController()
  const stream = await fetch(station.url + eventsPath, {
    headers: { authorization: `Bearer ${station.screenKey}` },
    signal: ended.signal,
  })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const events = new EventReader()
  return {
    async next(type: 'pack-changed') {
      for (;;) {
        const read = await reader?.read()
        if (!read || read.done) throw new Error('the stream ended')
        for (const event of events.read(read.value)) if (event.type === type) return event
      }
    },
    end: () => ended.abort(),
  }
}
