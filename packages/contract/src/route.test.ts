import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { call, EventReader, type Fetch, route, writeEvent } from './index.ts'

const print = route({
  method: 'POST',
  path: '/api/print/:ticket',
  caller: 'screen',
  body: z.strictObject({ copies: z.number() }),
  reply: z.strictObject({ ahead: z.number() }),
  problems: ['paper-out'],
})

const answering =
  (status: number, text: string, heard: string[] = []): Fetch =>
  async (url, request) => {
    heard.push(`${request.method} ${url} ${request.headers.authorization ?? 'no key'} ${request.body ?? ''}`)
    return { ok: status < 300, status, text: async () => text }
  }

describe('a call', () => {
  test('sends what the route says and gives back the reply', async () => {
    const heard: string[] = []
    const answer = await call(
      { fetch: answering(200, '{"ahead":2}', heard), address: 'http://here', key: 'k' },
      print,
      { copies: 1 },
      { ticket: 'a/b' },
    )
    expect(answer).toEqual({ ok: true, value: { ahead: 2 } })
    expect(heard).toEqual(['POST http://here/api/print/a%2Fb Bearer k {"copies":1}'])
  })

  test('sends the body of a GET as its query', async () => {
    const read = route({
      ...print,
      method: 'GET',
      path: '/api/read',
      body: z.strictObject({ from: z.string(), grain: z.string().optional() }),
    })
    const heard: string[] = []
    await call({ fetch: answering(200, '{"ahead":0}', heard), address: '' }, read, {
      from: '2018-06-20',
      grain: undefined,
    })
    expect(heard[0]).toContain('/api/read?from=2018-06-20 ')
  })

  test.each([
    [409, '{"code":"paper-out"}', 'paper-out'],
    [409, '{"code":"something-new"}', 'not-understood'],
    [401, '{"code":"not-allowed"}', 'not-allowed'],
    [429, '{"code":"too-many"}', 'too-many'],
    [200, '{"ahead":"two"}', 'not-understood'],
    [200, '<html>', 'not-understood'],
    [502, '', 'not-understood'],
  ])('takes %i %s for %s', async (status, text, error) => {
    expect(await call({ fetch: answering(status, text), address: '' }, print, { copies: 1 }, { ticket: 'a' })).toEqual({
      ok: false,
      error,
    })
  })

  test('says unreachable when the wire is dead', async () => {
    const dead: Fetch = async () => {
      throw new TypeError('fetch failed')
    }
    expect(await call({ fetch: dead, address: '' }, print, { copies: 1 })).toEqual({ ok: false, error: 'unreachable' })
  })

  test('never throws, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.string(), fc.json()), async (status, text) => {
        const answer = await call({ fetch: answering(status, text), address: '' }, print, { copies: 1 })
        return typeof answer.ok === 'boolean'
      }),
    )
  })
})

describe('the event stream', () => {
  const news = { type: 'pack-changed', pack: 'abc' } as const

  test('is read the same however the wire cuts it', () => {
    const text = `: beat\n\n${writeEvent(news)}${writeEvent({ type: 'hello', pack: 'x' })}`
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const reader = new EventReader()
        const ends = [...cuts.toSorted((a, b) => a - b), text.length]
        const heard = ends.flatMap((end, at) => reader.read(text.slice(ends[at - 1] ?? 0, end)))
        expect(heard).toEqual([news, { type: 'hello', pack: 'x' }])
      }),
    )
  })

  test('leaves out what it does not understand', () => {
    expect(new EventReader().read('data: {"type":"of-tomorrow"}\n\ndata: {\n\n')).toEqual([])
  })
})
