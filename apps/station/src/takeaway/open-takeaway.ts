import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import rateLimit from '@fastify/rate-limit'
import type { Reach, StationFile } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import Fastify, { type FastifyInstance } from 'fastify'
import { GuessLimit } from './guess-limit.ts'
import { KeptCards } from './kept-cards.ts'
import type { PhonePage } from './phone-page.ts'
import { takeawayRoutes } from './routes.ts'

/** How often cards past their time are deleted, in milliseconds. */
const sweepEvery = 10 * 60_000

export type Takeaway = {
  readonly kept: KeptCards
  /** `host:port` that a link names, and who can reach it. */
  address(): { readonly host: string; readonly reach: Reach }
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
    log: (event: { event: string; [fact: string]: unknown }) => void
  },
): Takeaway {
  const { file, clock, log } = needs
  const kept = new KeptCards(join(needs.data, 'cards'), clock)
  const guesses = new GuessLimit(clock)
  const sweep = setInterval(() => kept.sweep(), sweepEvery)
  sweep.unref()
  const portOf = (listener: FastifyInstance) => (listener.server.address() as AddressInfo | null)?.port ?? 0
  const own = () => [`127.0.0.1:${portOf(app)}`, `localhost:${portOf(app)}`]
  // The shell speaks to the station for its page, under the address it was told; a page of its own never opens links.
  takeawayRoutes(app, { kept, guesses, page: needs.page, hosts: own })
  let lan: FastifyInstance | undefined
  const lanHost = () => (lan ? `${file.network.lan}:${portOf(lan)}` : undefined)
  return {
    kept,
    ownHosts: own,
    address: () => {
      const host = lanHost()
      return host === undefined ? { host: own()[0] ?? '', reach: 'this-machine' } : { host, reach: 'lan' }
    },
    async listen() {
      if (file.network.lan === null) return
      const phones = Fastify({ bodyLimit: 4096, connectionTimeout: 15_000, requestTimeout: 15_000 })
      await phones.register(rateLimit, { max: 240, timeWindow: '1 minute' })
      const hosts = () => [`${file.network.lan}:${portOf(phones)}`]
      takeawayRoutes(phones, { kept, guesses, page: needs.page, hosts })
      needs.beside?.(phones, hosts)
      try {
        await phones.listen({ host: file.network.lan, port: file.network.port })
        lan = phones
      } catch (failure) {
        // The network may be down this morning: the station works without it, and says what its links can reach.
        await phones.close()
        log({
          event: 'takeaway-not-on-network',
          address: file.network.lan,
          why: (failure as { code?: string }).code ?? 'unknown',
        })
      }
    },
    async close() {
      clearInterval(sweep)
      await lan?.close()
    },
  }
}
