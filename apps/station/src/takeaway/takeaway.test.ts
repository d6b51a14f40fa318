import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CardHeader } from '@riverside/contract'
import { handClock, Lifetime } from '@riverside/kit'
import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { GuessLimit } from './guess-limit.ts'
import { KeptCards, keepingRules } from './kept-cards.ts'
import { keyOf, openSealed } from './page/open-sealed.ts'
import { buildPhonePage, phonePageOf } from './phone-page.ts'
import { takeawayRoutes } from './routes.ts'
import { base32, openCard, sealCard } from './seal.ts'

const canary = 'CANARY-江风正好'
const words = (zh: string, en: string) => ({ zh, en })
const about: CardHeader = {
  version: 2,
  station: { name: words('杨树浦驿站', 'Yangshupu Station'), place: words('杨浦滨江', 'Yangpu Riverside') },
  scene: { title: words('水厂', 'Waterworks'), caption: words('今天', 'Today') },
  draft: { strokes: [], language: 'zh', date: '2026-03-14', greeting: '江风正好' },
  deletesAt: 1_000_000,
  letters: { song: { 水: [1, 'M0 0'] } },
}
const seal = () => sealCard(about, Buffer.from(canary))
const day = keepingRules.life

function station(life: Lifetime, rules = keepingRules) {
  const folder = life.own(mkdtempSync(join(tmpdir(), 'riverside-kept-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  const clock = handClock(1_700_000_000_000)
  const kept = new KeptCards(folder, clock, rules)
  const guesses = new GuessLimit(clock)
  const app = life.own(fastify(), (one) => void one.close())
  takeawayRoutes(app, {
    kept,
    guesses,
    page: phonePageOf('<style>p{}</style><script>1</script>'),
    hosts: () => ['10.0.0.5:7320'],
  })
  const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) =>
    app.inject({ method, url, headers: { host: '10.0.0.5:7320', ...headers } })
  return { folder, clock, kept, ask }
}
function keep(kept: KeptCards, clock: { now(): number }) {
  const { sealed, key } = seal()
  const id = kept.keep(sealed, clock.now() + day)
  if (!id.ok) throw new Error(id.error)
  return { id: id.value, key, sealed }
}

describe('a sealed card', () => {
  test('opens with its key in Node and in the page alike', async () => {
    const { sealed, key } = seal()
    expect(openCard(sealed, key)?.header).toEqual(about)
    const inPage = await openSealed(new Uint8Array(sealed), keyOf(base32(key))!)
    expect(inPage.station.name.zh).toBe('杨树浦驿站')
    expect(await inPage.picture.text()).toBe(canary)
  })

  test('opens in a browser that has no crypto of its own', async () => {
    const { sealed, key } = seal()
    const known = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true })
    try {
      expect((await openSealed(new Uint8Array(sealed), new Uint8Array(key))).draft).toEqual(about.draft)
    } finally {
      Object.defineProperty(globalThis, 'crypto', known)
    }
  })

  test('does not open with another key, a changed byte or a cut end', () => {
    const { sealed, key } = seal()
    const changed = Buffer.from(sealed)
    changed[40]! ^= 1
    expect(openCard(sealed, seal().key)).toBeUndefined()
    expect(openCard(changed, key)).toBeUndefined()
    expect(openCard(sealed.subarray(0, -1), key)).toBeUndefined()
  })

  test('has a link of capitals and figures that holds all 256 bits of its key', () => {
    const { key } = seal()
    expect(base32(key)).toMatch(/^[A-Z2-7]{52}$/)
    expect([...keyOf(base32(key))!]).toEqual([...key])
    expect(keyOf(base32(key).slice(1))).toBeUndefined()
  })
})

describe('kept cards', () => {
  test('leave nothing readable on the disk: neither words nor key', () => {
    using life = new Lifetime()
    const { folder, kept, clock } = station(life)
    const { key } = keep(kept, clock)
    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
    expect(bytes.includes(canary)).toBe(false)
    expect(bytes.includes(Buffer.from(key))).toBe(false)
    expect(bytes.includes('杨树浦')).toBe(false)
  })

  test('live for twenty-four hours, and through a restart, and not a minute more', async () => {
    using life = new Lifetime()
    const { folder, kept, clock, ask } = station(life)
    const { id } = keep(kept, clock)
    clock.advance(day - 60_000)
    const again = await new KeptCards(folder, clock).read(id)
    expect(again?.size).toBeGreaterThan(0)
    again?.bytes.destroy()
    expect((await ask('GET', `/t/${id}/card`)).statusCode).toBe(200)
    clock.advance(60_000)
    expect((await ask('GET', `/t/${id}/card`)).statusCode).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })

  test('go at once when their holder says so', async () => {
    using life = new Lifetime()
    const { folder, kept, clock, ask } = station(life)
    const { id } = keep(kept, clock)
    expect((await ask('POST', `/t/${id}/delete`)).statusCode).toBe(200)
    expect((await ask('GET', `/t/${id}/card`)).statusCode).toBe(404)
    expect((await ask('POST', `/t/${id}/delete`)).json()).toEqual({ code: 'gone' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('end by number and by bytes before they fill a disk', () => {
    using life = new Lifetime()
    const { kept, clock } = station(life, { ...keepingRules, most: 2 })
    keep(kept, clock)
    keep(kept, clock)
    expect(kept.keep(seal().sealed, clock.now() + day)).toEqual({ ok: false, error: 'no-room' })
    const small = station(life, { ...keepingRules, mostBytes: 100 })
    expect(small.kept.keep(seal().sealed, small.clock.now() + day).ok).toBe(false)
  })

  test('sweep away what a power cut left half written', () => {
    using life = new Lifetime()
    const { folder, clock } = station(life)
    writeFileSync(join(folder, 'AAAA.card.half'), 'x')
    writeFileSync(join(folder, 'AAAA.card'), 'x')
    new KeptCards(folder, clock)
    expect(readdirSync(folder)).toEqual([])
  })

  test('have names of 128 bits that nothing repeats', () => {
    using life = new Lifetime()
    const { kept, clock } = station(life)
    const ids = Array.from({ length: 50 }, () => keep(kept, clock).id)
    expect(new Set(ids).size).toBe(50)
    expect(ids.every((id) => /^[A-Z2-7]{26}$/.test(id))).toBe(true)
  })
})

describe('the door for phones', () => {
  test('gives the same page for any link, in capitals too, and runs nothing but its own script', async () => {
    using life = new Lifetime()
    const { ask } = station(life)
    const page = await ask('GET', '/T/ANYTHING')
    expect(page.body).toContain('<script>')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-/)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect((await ask('GET', '/t')).statusCode).toBe(404)
  })

  test('shuts for a minute after five wrong links, for all links, and then opens again', async () => {
    using life = new Lifetime()
    const { kept, clock, ask } = station(life)
    const { id } = keep(kept, clock)
    for (let guess = 0; guess < 5; guess++) expect((await ask('GET', `/t/${'A'.repeat(26)}/card`)).statusCode).toBe(404)
    expect((await ask('GET', `/t/${id}/card`)).statusCode).toBe(429)
    clock.advance(60_001)
    expect((await ask('GET', `/t/${id}/card`)).statusCode).toBe(200)
  })

  test('turns away another host, another origin and a path that climbs', async () => {
    using life = new Lifetime()
    const { kept, clock, ask } = station(life)
    const { id } = keep(kept, clock)
    expect((await ask('GET', `/t/${id}/card`, { host: 'evil.example' })).statusCode).toBe(403)
    expect((await ask('POST', `/t/${id}/delete`, { origin: 'http://evil.example' })).statusCode).toBe(403)
    expect((await ask('GET', '/t/..%2f..%2fetc%2fpasswd/card')).statusCode).toBe(404)
    expect((await ask('GET', `/t/${id}/card`)).statusCode).toBe(200)
  })

  test('hands out a page of at most sixty kilobytes with no address of anybody else', async () => {
    const { html } = await buildPhonePage()
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    expect(html.match(/https?:\/\/[^"' )]+/g) ?? []).toEqual([])
  })
})
