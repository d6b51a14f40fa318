import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as contract from '@riverside/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSmallPack } from '../../apps/station/src/packs/pack-for-tests.ts'
import { type Station, startStation } from '../../apps/station/src/station.ts'
import { phonePageOf } from '../../apps/station/src/takeaway/phone-page.ts'

type AnyRoute = contract.Route
/** Served by the fleet service and not by a station. */
const ofTheHub = (path: string): boolean => path.startsWith('/v1/')

const isRoute = (value: unknown): value is AnyRoute =>
  typeof value === 'object' && value !== null && 'caller' in value && 'path' in value
const routes = Object.entries(contract as Record<string, unknown>)
  .flatMap(([name, value]): Array<[string, AnyRoute]> => (isRoute(value) ? [[name, value]] : []))
  .filter(([, described]) => !ofTheHub(described.path))

let place: string
let station: Station
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'riverside-contract-'))
  const words = { zh: '驿站', en: 'Station' }
  const started = await startStation({
    file: contract.StationFile.parse({
      station: { id: 'test', name: words, place: words },
      network: { port: 0 },
      printer: { kind: 'pretend' },
    }),
    data: join(place, 'data'),
    bundledPack: await writeSmallPack(join(place, 'bundled')),
    pages: { exhibits: place, console: place },
    phonePage: phonePageOf('<title>card</title>'),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
})
afterAll(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

const addressOf = (described: AnyRoute): string => station.url + described.path.replace(/:[a-zA-Z]+/g, 'unknown')

describe('the contract', () => {
  test('names each conversation once', () => {
    const names = routes.map(([, { method, path }]) => `${method} ${path}`)
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(routes)('%s is served by the station', (_, described) => {
    expect(station.app.hasRoute({ method: described.method, url: described.path })).toBe(true)
  })

  test.each(routes.filter(([, { caller }]) => caller !== 'anyone'))(
    '%s is refused to whoever has no key',
    async (_, described) => {
      const answer = await fetch(addressOf(described), {
        method: described.method,
        ...(described.method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }),
      })
      expect(answer.status).toBe(401)
    },
  )

  test.each(routes.filter(([, { caller }]) => caller === 'staff'))(
    '%s is refused to a screen',
    async (_, described) => {
      const answer = await fetch(addressOf(described), {
        method: described.method,
        headers: {
          authorization: `Bearer ${station.screenKey}`,
          ...(described.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        },
        ...(described.method === 'GET' ? {} : { body: '{}' }),
      })
      expect(answer.status).toBe(401)
    },
  )

  test.each(routes.filter(([, { method }]) => method !== 'GET'))(
    '%s refuses a body of the wrong shape without falling over',
    async (_, described) => {
      for (const body of ['[1,2,3]', '"text"', '{"unknown":{"deep":[null]}}', `{"n":${'9'.repeat(400)}}`]) {
        const answer = await fetch(addressOf(described), {
          method: described.method,
          headers: { authorization: `Bearer ${station.screenKey}`, 'content-type': 'application/json' },
          body,
        })
        expect(answer.status).toBeLessThan(500)
      }
    },
  )

  test('is spoken by no other route of the station', () => {
    const known = new Set([...routes.map(([, { path }]) => path), contract.installPackPath, contract.eventsPath])
    const served = station.app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => /── (\/api\/\S*) /.exec(line)?.[1] ?? [])
    expect(served.filter((path) => !known.has(path))).toEqual([])
  })
})
