import type { StationDoor } from './station-keeper.ts'

/** Paths that the station answers and not the shell's own pages. */
const stationPaths = /^\/(?:api|packs|t)\//

export const isForStation = (path: string): boolean => stationPaths.test(path)

/** What a page may say to the station; an `authorization` of its own is that of signed-in staff. */
const carriedThere = ['accept', 'accept-language', 'authorization', 'content-type', 'if-none-match', 'range']
const carriedBack = [
  'accept-ranges',
  'cache-control',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
  'retry-after',
]

/** No script, no address and no frame of a reply may do anything, whatever it holds: a page of our own is the shell's. */
const replyPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** The largest body a page may send, in bytes. */
const largestBody = 8 * 1024 * 1024

/** How long a call waits for a station that is being started again, in milliseconds. */
const patience = 10_000

/**
 * Carries the page's calls to the station and back as they come, so that a stream stays a stream. The page does not know
 * where the station is, nor the screen's key.
 */
export class StationWire {
  readonly #door: (patience: number) => Promise<StationDoor | undefined>
  readonly #open = new Set<AbortController>()

  constructor(door: (patience: number) => Promise<StationDoor | undefined>) {
    this.#door = door
  }

  /** Calls and streams under way. */
  get open(): number {
    return this.#open.size
  }

  /** Lets go of every call of a page that is no more. */
  dropAll(): void {
    for (const call of this.#open) call.abort()
  }

  async pass(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const body = await bodyOf(request)
    if (body === 'too-large') return refusal(413, 'too-large')
    const door = await this.#door(patience)
    if (!door) return Response.error()
    const call = new AbortController()
    this.#open.add(call)
    const over = () => void this.#open.delete(call)
    try {
      const answer = await fetch(door.url + pathname + search, {
        method: request.method,
        headers: headersThere(request.headers, door.key),
        redirect: 'manual',
        signal: call.signal,
        ...(body === undefined ? {} : { body }),
      })
      const news = answer.body === null ? null : watched(answer.body, over)
      if (news === null) over()
      return new Response(news, { status: answer.status, headers: headersBack(answer.headers) })
    } catch {
      over()
      return Response.error()
    }
  }
}

async function bodyOf(request: Request): Promise<ArrayBuffer | 'too-large' | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return 'too-large'
  const body = await request.arrayBuffer()
  if (body.byteLength > largestBody) return 'too-large'
  return body.byteLength === 0 ? undefined : body
}

function headersThere(from: Headers, key: string): Headers {
  const headers = picked(from, carriedThere)
  if (!headers.has('authorization')) headers.set('authorization', `Bearer ${key}`)
  headers.set('accept-encoding', 'identity')
  return headers
}

function headersBack(from: Headers): Headers {
  const headers = picked(from, carriedBack)
  headers.set('content-security-policy', replyPolicy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  return headers
}

function picked(from: Headers, names: readonly string[]): Headers {
  const headers = new Headers()
  for (const name of names) {
    const value = from.get(name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}

/** The same stream, which says when it is over, however it ends. */
function watched(stream: ReadableStream<Uint8Array>, over: () => void): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      try {
        const { done, value } = await reader.read()
        if (!done) return out.enqueue(value)
        over()
        out.close()
      } catch (failure) {
        over()
        out.error(failure)
      }
    },
    async cancel(why) {
      over()
      await reader.cancel(why)
    },
  })
}

const refusal = (status: number, code: string): Response =>
  new Response(JSON.stringify({ code }), {
    status,
    headers: { 'content-type': 'application/json', 'content-security-policy': replyPolicy },
  })
