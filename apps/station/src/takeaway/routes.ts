import { gzipSync } from 'node:zlib'
import { deletePostcard, sealedCardPath } from '@riverside/contract'
import { fail, ok } from '@riverside/kit'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isForUs } from '../http/our-host.ts'
import { refuse, serve } from '../http/serve.ts'
import type { GuessLimit } from './guess-limit.ts'
import type { KeptCards } from './kept-cards.ts'
import type { PhonePage } from './phone-page.ts'

export type TakeawayNeeds = {
  readonly kept: KeptCards
  readonly guesses: GuessLimit
  readonly page: PhonePage
  /** `host:port` under which this listener is known; any other Host is turned away. */
  readonly hosts: () => readonly string[]
}

/** What a phone may ask: the page, one sealed card, and its deletion. There is no list of cards. */
export function takeawayRoutes(app: FastifyInstance, needs: TakeawayNeeds): void {
  app.register(async (inner) => {
    inner.addHook('onRequest', async (request, reply) => {
      if (!isForUs(request, needs.hosts())) return refuse(reply, 403, 'not-allowed')
      if (needs.guesses.isShut(request.ip)) return refuse(reply, 429, 'too-many')
    })
    const packed = gzipSync(needs.page.html, { level: 9 })
    // A QR code writes capitals in less room, so the same page answers under both.
    for (const path of ['/t/:id', '/T/:id']) {
      inner.get(path, { config: { caller: 'anyone' } }, (request, reply) =>
        sendPage(
          reply,
          needs.page.policy,
          /\bgzip\b/.test(`${request.headers['accept-encoding']}`) ? packed : needs.page.html,
        ),
      )
    }
    inner.get<{ Params: { id: string } }>(sealedCardPath, { config: { caller: 'anyone' } }, async (request, reply) => {
      const sealed = await needs.kept.read(request.params.id)
      if (sealed === undefined) {
        needs.guesses.wrong(request.ip)
        return refuse(reply, 404, 'gone')
      }
      return reply
        .header('cache-control', 'no-store')
        .header('content-length', sealed.size)
        .type('application/octet-stream')
        .send(sealed.bytes)
    })
    serve(inner, deletePostcard, (_, { params, request }) => {
      if (needs.kept.delete(params.id ?? '')) return ok({})
      needs.guesses.wrong(request.ip)
      return fail('gone')
    })
  })
}

/** Packed where the phone can unpack it: two fifths of the bytes, over a network that a hundred phones share. */
function sendPage(reply: FastifyReply, policy: string, page: string | Buffer): FastifyReply {
  if (typeof page !== 'string') reply.header('content-encoding', 'gzip')
  return reply
    .header('vary', 'accept-encoding')
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type('text/html; charset=utf-8')
    .send(page)
}
