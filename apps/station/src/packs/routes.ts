import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type InstalledPack, installPackPath, type RefusedPack, type StationEvent } from '@riverside/contract'
import type { FastifyInstance } from 'fastify'
import { packLimits } from './pack-file.ts'
import type { PackShelf } from './pack-shelf.ts'

/** Takes a pack's file from a signed-in hand and shows it, or says every reason why not; what is on screen stays until then. */
export function packRoutes(
  app: FastifyInstance,
  needs: { shelf: PackShelf; announce: (event: StationEvent) => void },
): void {
  let busy = false
  app.register(async (open) => {
    // The file goes to the disk as it comes; nothing of it is held in memory.
    open.addContentTypeParser('application/zip', (_, payload, done) => done(null, payload))
    open.post(installPackPath, { bodyLimit: packLimits.bytes, config: { caller: 'staff' } }, async (request, reply) => {
      if (busy) return reply.code(429).send({ code: 'too-many' })
      busy = true
      // Thousands of pictures are opened before there is an answer, and nothing goes over the wire meanwhile.
      request.socket.setTimeout(0)
      const folder = await mkdtemp(join(tmpdir(), 'riverside-pack-'))
      try {
        const file = join(folder, '内容包.pack')
        await pipeline(request.body as NodeJS.ReadableStream, createWriteStream(file))
        const installed = await needs.shelf.installFile(file)
        if (!installed.ok)
          return await reply
            .code(422)
            .send({ code: 'pack-refused', faults: [...installed.error] } satisfies RefusedPack)
        const { hash, pack } = installed.value
        needs.announce({ type: 'pack-changed', pack: hash })
        return await reply.send({ hash, id: pack.cover.id, version: pack.cover.version } satisfies InstalledPack)
      } finally {
        busy = false
        await rm(folder, { recursive: true, force: true })
      }
    })
  })
}
