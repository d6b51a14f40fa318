import type { Pack } from '@riverside/content'
import { SceneId, type StationWords } from '@riverside/postcard'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { refuse } from '../http/serve.ts'
import type { CardLetters } from '../postcard/card-letters.ts'
import { sceneFile, stationFile } from './page-files.ts'
import { type PhonePage, withFilesBeside } from './phone-page.ts'

export type PageNeeds = {
  readonly page: PhonePage
  readonly shown: () => { readonly hash: string; readonly pack: Pack; readonly folder: string }
  readonly station: { readonly id: string; readonly words: StationWords }
  readonly letters: CardLetters
}

/** Scenes whose file is held in memory: half a megabyte each, made anew when another pack is shown. */
const mostHeld = 4

/**
 * The page for cards in links, for this machine: what `npm run postcard -- page` writes for a host that everybody reaches, so that a
 * demonstration has the whole way at a desk.
 */
export function pageRoutes(app: FastifyInstance, { page, shown, station, letters }: PageNeeds): void {
  const { html, policy } = withFilesBeside(page)
  const held = new Map<string, Promise<string>>()
  const script = (reply: FastifyReply, text: string) =>
    reply.header('x-content-type-options', 'nosniff').type('text/javascript; charset=utf-8').send(text)
  for (const path of ['/p/', '/P/']) {
    app.get(path, { config: { caller: 'anyone' } }, (_, reply) =>
      reply
        .header('content-security-policy', policy)
        .header('referrer-policy', 'no-referrer')
        .header('x-content-type-options', 'nosniff')
        .type('text/html; charset=utf-8')
        .send(html),
    )
  }
  app.get<{ Params: { file: string } }>('/p/scenes/:file', { config: { caller: 'anyone' } }, async (request, reply) => {
    const { hash, pack, folder } = shown()
    const id = SceneId.safeParse(request.params.file.replace(/\.js$/, ''))
    const scene = pack.scenes.find((one) => id.success && one.id === id.data)
    if (scene === undefined) return refuse(reply, 404, 'not-here')
    const key = `${hash} ${scene.id}`
    const text = held.get(key) ?? sceneFile(scene, { suggestions: pack.suggestions, folder }, letters)
    held.delete(key)
    held.set(key, text)
    const [oldest] = held.keys()
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
    return script(reply, await text)
  })
  app.get<{ Params: { file: string } }>('/p/stations/:file', { config: { caller: 'anyone' } }, (request, reply) =>
    request.params.file === `${station.id}.js`
      ? script(reply, stationFile(station.id, station.words, letters))
      : refuse(reply, 404, 'not-here'),
  )
}
