import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handClock } from '@riverside/kit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StaffExit } from './staff-exit.ts'

/** The two staff routes as they look on the wire; the PIN is 2580. */
let station: Server
let asked = 0
beforeEach(async () => {
  asked = 0
  station = createServer((request, reply) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const isSignIn = request.url === '/api/staff/sign-in'
      if (isSignIn) asked += 1
      const right = !isSignIn || (JSON.parse(body) as { pin: string }).pin === '2580'
      reply.writeHead(right ? 200 : 401, { 'content-type': 'application/json' })
      reply.end(JSON.stringify(right ? (isSignIn ? { token: 'token' } : {}) : { code: 'wrong-pin' }))
    })
  })
  await new Promise<void>((listening) => station.listen(0, '127.0.0.1', listening))
})
afterEach(() => void station.close())

const door = async () => ({ url: `http://127.0.0.1:${(station.address() as AddressInfo).port}`, key: 'screen' })

describe('the way out for staff', () => {
  test('opens to the right PIN only', async () => {
    const exit = new StaffExit(door, handClock())
    expect(await exit.ask('1111')).toBe('wrong-pin')
    expect(await exit.ask('2580')).toBe('left')
  })

  test('is not asked for the sixth time within a minute, right or wrong', async () => {
    const clock = handClock()
    const exit = new StaffExit(door, clock)
    for (let i = 0; i < 5; i += 1) expect(await exit.ask('0000')).toBe('wrong-pin')
    expect(await exit.ask('2580')).toBe('too-many')
    expect(asked).toBe(5)
    clock.advance(60_000)
    expect(await exit.ask('2580')).toBe('left')
  })

  test('stays shut while the station cannot be reached', async () => {
    expect(await new StaffExit(async () => undefined, handClock()).ask('2580')).toBe('unreachable')
  })
})
