import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { pagePolicy } from '@riverside/contract'
import type { FastifyInstance } from 'fastify'
import type { PackShelf } from '../packs/pack-shelf.ts'
import { screenCookie } from './doorkeeper.ts'
import { refuse } from './serve.ts'

export type Pages = { readonly exhibits: string; readonly console: string }

/** Serves the built pages and the pictures of the packs. A page carries its policy; a picture of a pack never changes. */
export async function servePages(
  app: FastifyInstance,
  needs: { pages: Pages; shelf: PackShelf; screenKey: string },
): Promise<void> {
  await app.register(async (open) => {
    open.addHook('onRoute', (route) => {
      route.config = { ...route.config, caller: 'anyone' }
    })
    open.addHook('onSend', async (_, reply) => {
      reply.header('content-security-policy', pagePolicy)
      reply.header('x-content-type-options', 'nosniff')
      reply.header('referrer-policy', 'no-referrer')
    })
    for (const [prefix, root] of [
      ['/', needs.pages.exhibits],
      ['/console/', needs.pages.console],
    ] as const)
      await open.register(fastifyStatic, {
        root,
        prefix,
        decorateReply: prefix === '/',
        index: prefix === '/' ? false : ['index.html'],
        dotfiles: 'ignore',
        // Vite names what is below assets/ by its content, and a pack is named by its own.
        setHeaders: (reply, path) =>
          void reply.header(
            'cache-control',
            /\/(?:assets|media)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          ),
      })
    open.get('/', (_, reply) => {
      if (!existsSync(join(needs.pages.exhibits, 'index.html')))
        return refuse(reply, 503, 'not-built', 'The exhibits are not built yet: run “npm run build”.')
      return reply.header('set-cookie', screenCookie(needs.screenKey)).sendFile('index.html', needs.pages.exhibits)
    })
    // A turn of the helm asks for hundreds of tiles: no limit, since nothing is read but files that are there.
    open.get('/packs/:hash/*', { config: { rateLimit: false } }, (request, reply) => {
      const { hash, '*': path } = request.params as { hash: string; '*': string }
      const folder = needs.shelf.folderOf(hash)
      if (!folder || !path.startsWith('media/')) return refuse(reply, 404, 'not-here')
      return reply.sendFile(path, folder)
    })
  })
}
