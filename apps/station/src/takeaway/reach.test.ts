import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StationFile } from '@riverside/contract'
import { handClock, Lifetime } from '@riverside/kit'
import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { openTakeaway } from './open-takeaway.ts'
import { phonePageOf } from './phone-page.ts'

function takeawayAt(life: Lifetime, lan: string | null, port = 0) {
  const clock = handClock(1_700_000_000_000)
  const log: string[] = []
  const takeaway = openTakeaway(
    life.own(fastify(), (app) => void app.close()),
    {
      file: StationFile.parse({
        station: { id: 'test', name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } },
        takeAway: { hours: 3 },
        network: { port, lan },
      }),
      data: life.own(mkdtempSync(join(tmpdir(), 'riverside-reach-')), (path) => rmSync(path, { recursive: true })),
      clock,
      page: phonePageOf('<title>card</title>'),
      log: ({ event }) => log.push(event),
    },
  )
  life.own(takeaway, (one) => void one.close())
  return { takeaway, clock, log }
}

describe('the network of the station', () => {
  test('is not offered where none is named, nor at an address that is not this machine’s', async () => {
    using life = new Lifetime()
    const none = takeawayAt(life, null)
    await none.takeaway.listen()
    expect(await none.takeaway.phonesReach()).toBeUndefined()
    const elsewhere = takeawayAt(life, '203.0.113.7')
    await elsewhere.takeaway.listen()
    expect(await elsewhere.takeaway.phonesReach()).toBeUndefined()
    expect(elsewhere.log).toEqual(['takeaway-not-on-network'])
  })

  test('is offered as soon as it is there, and looked for no oftener than every quarter of a minute', async () => {
    using life = new Lifetime()
    const other = createServer()
    await new Promise<void>((taken) => other.listen(0, '127.0.0.3', taken))
    const at = other.address()
    const port = typeof at === 'object' && at ? at.port : 0
    const { takeaway, clock, log } = takeawayAt(life, '127.0.0.3', port)
    await takeaway.listen()
    await new Promise((closed) => other.close(closed))
    expect(await takeaway.phonesReach()).toBeUndefined()
    expect(log).toHaveLength(1)
    clock.advance(15_000)
    expect(await takeaway.phonesReach()).toBe(`127.0.0.3:${port}`)
    expect(takeaway.kept.rules.life).toBe(3 * 3_600_000)
  })
})
