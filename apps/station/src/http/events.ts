import { eventsPath, type StationEvent, writeEvent } from '@riverside/contract'
import type { FastifyInstance } from 'fastify'

/** The one stream of news. Whoever listens hears what happens from then on, and first which pack is on. */
export type News = {
  announce(event: StationEvent): void
  /** How many listen. */
  readonly listeners: () => number
  serve(app: FastifyInstance, greet: () => StationEvent): void
  close(): void
}

/** Beats this often keep proxies and dead wires honest. */
const beatEvery = 15_000

export function newsroom(): News {
  const open = new Set<{ write(text: string): void; end(): void }>()
  const say = (text: string) => {
    for (const listener of open) listener.write(text)
  }
  const beat = setInterval(() => say(': beat\n\n'), beatEvery)
  beat.unref()
  return {
    announce: (event) => say(writeEvent(event)),
    listeners: () => open.size,
    serve(app, greet) {
      app.get(eventsPath, { config: { caller: 'screen' } }, (request, reply) => {
        reply.hijack()
        const wire = reply.raw
        wire.writeHead(200, {
          ...(reply.getHeaders() as Record<string, string>),
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
        })
        const listener = {
          // A listener that does not read is dropped rather than remembered for ever.
          write: (text: string) => void (wire.writableLength > 65_536 ? wire.destroy() : wire.write(text)),
          end: () => void wire.end(),
        }
        open.add(listener)
        request.raw.on('close', () => open.delete(listener))
        listener.write(writeEvent(greet()))
      })
    },
    close() {
      clearInterval(beat)
      for (const listener of open) listener.end()
      open.clear()
    },
  }
}
