import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import rateLimit from '@fastify/rate-limit'
import type { StationFile } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import Fastify, { type FastifyInstance } from 'fastify'
import { GuessLimit } from './guess-limit.ts'
import { KeptCards, keepingRules } from './kept-cards.ts'
import type { PhonePage } from './phone-page.ts'
import { takeawayRoutes } from './routes.ts'

/** How often cards past their time are deleted, in milliseconds. */
const sweepEvery = 10 * 60_000

/** How long the network is left alone after it was not there, in milliseconds. */
const tryAgainAfter = 15_000

export type Takeaway = {
  readonly kept: KeptCards
  /** `host:port` under which phones of the network reach the station at this moment; `undefined` while they do not. */
  lanHost(): string | undefined
  /** The same after another look, where the network was not there before. */
  phonesReach(): Promise<string | undefined>
  /** `host:port` under which this machine alone reaches the station. */
  ownHosts(): readonly string[]
  /** Opens the door for phones, if the station file names an address of the network: for cards, and for what was put beside them. */
  listen(): Promise<void>
  close(): Promise<void>
}

/** Cards to take away: on this machine always, for phones of the station's network where the station file says so. */
export function openTakeaway(
  app: FastifyInstance,
  needs: {
    file: StationFile
    data: string
    clock: Clock
    page: PhonePage
    /** What else phones of the network may ask: it is given the listener and the names it answers to. */
    beside?: (phones: FastifyInstance, hosts: () => readonly string[]) => void
    /** Requests a minute that one phone may make. */
    aMinute?: number
    log: (event: { event: string; [fact: string]: unknown }) => void
  },
): Takeaway {
  const { file, clock, log } = needs
  const kept = new KeptCards(join(needs.data, 'cards'), clock, {
    ...keepingRules,
    life: file.takeAway.hours * 3_600_000,
  })
  const guesses = new GuessLimit(clock)
  const sweep = setInterval(() => kept.sweep(), sweepEvery)
  sweep.unref()
  const portOf = (listener: FastifyInstance) => (listener.server.address() as AddressInfo | null)?.port ?? 0
  const own = () => [`127.0.0.1:${portOf(app)}`, `localhost:${portOf(app)}`]
  // The shell speaks to the station for its page, under the address it was told; a page of its own never opens links.
  takeawayRoutes(app, { kept, guesses, page: needs.page, hosts: own })

  const { lan, port } = file.network
  let phones: FastifyInstance | undefined
  let trying: Promise<void> | undefined
  let triedAt = Number.NEGATIVE_INFINITY
  let closed = false
  async function open(lan: string): Promise<void> {
    triedAt = clock.elapsed()
    const door = Fastify({ bodyLimit: 4096, connectionTimeout: 15_000, requestTimeout: 15_000 })
    await door.register(rateLimit, { max: needs.aMinute ?? 240, timeWindow: '1 minute' })
    const hosts = () => [`${lan}:${portOf(door)}`]
    takeawayRoutes(door, { kept, guesses, page: needs.page, hosts })
    needs.beside?.(door, hosts)
    try {
      await door.listen({ host: lan, port })
      phones = door
    } catch (failure) {
      // The network may be down this morning: the station works without it, and says what its links can reach.
      await door.close()
      log({ event: 'takeaway-not-on-network', address: lan, why: (failure as { code?: string }).code ?? 'unknown' })
    }
  }
  async function listen(): Promise<void> {
    if (lan === null || phones || closed) return
    trying ??= open(lan).finally(() => {
      trying = undefined
    })
    await trying
  }
  const lanHost = () => (lan !== null && phones && isOurAddress(lan) ? `${lan}:${portOf(phones)}` : undefined)
  return {
    kept,
    ownHosts: own,
    lanHost,
    phonesReach: async () => {
      if (!phones && clock.elapsed() - triedAt >= tryAgainAfter) await listen()
      return lanHost()
    },
    listen,
    async close() {
      closed = true
      clearInterval(sweep)
      await trying
      await phones?.close()
    },
  }
}

/** Whether a cable or an aerial still holds this address: a listener alone does not notice that it was pulled out. */
const isOurAddress = (address: string): boolean =>
  address.startsWith('127.') ||
  Object.values(networkInterfaces()).some((ones) => ones?.some((one) => one.address === address))
