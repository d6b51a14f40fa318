import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pagePolicy } from '@riverside/contract'
import { calmCard } from './calm-card.ts'

/** The one origin the shell shows. */
export const exhibitsOrigin = 'app://riverside'

/** The card that is shown when the exhibits cannot be. */
export const calmCardPath = '/-/calm'

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
}

/** Beyond the policy of our pages: no dialog, no print dialog, no form, no window and no download, even if the page asks. */
const shellPolicy = `${pagePolicy}; sandbox allow-scripts allow-same-origin`

const plainHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), midi=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
}

/** Answers for the built pages in this folder. Nothing outside it can be named. */
export async function servePage(folder: string, path: string, range: string | null): Promise<Response> {
  if (path === calmCardPath) return calmPage()
  const file = fileIn(folder, path === '/' ? '/index.html' : path)
  if (file === undefined) return notHere()
  try {
    return fileReply(await readFile(file), kinds[extname(file).toLowerCase()] ?? 'application/octet-stream', range)
  } catch {
    return notHere()
  }
}

/** The file a path of an address means, or undefined where it means none within the folder. */
export function fileIn(folder: string, path: string): string | undefined {
  const plain = decoded(path)
  if (plain === undefined || plain.includes('\0') || plain.includes('\\')) return undefined
  if (plain.split('/').some((part) => part.startsWith('.'))) return undefined
  const file = normalize(join(folder, plain))
  return file.startsWith(normalize(folder + sep)) ? file : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function fileReply(bytes: Uint8Array<ArrayBuffer>, kind: string, range: string | null): Response {
  const headers = {
    ...plainHeaders,
    'content-type': kind,
    'content-security-policy': shellPolicy,
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
  }
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (!asked) return new Response(bytes, { headers })
  const first = Number(asked[1])
  const last = Math.min(asked[2] === '' ? bytes.length - 1 : Number(asked[2]), bytes.length - 1)
  if (first > last)
    return new Response(null, { status: 416, headers: { ...plainHeaders, 'content-range': `bytes */${bytes.length}` } })
  return new Response(bytes.slice(first, last + 1), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${bytes.length}` },
  })
}

const calmPage = (): Response =>
  new Response(calmCard, {
    headers: {
      ...plainHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  })

const notHere = (): Response =>
  new Response('', { status: 404, headers: { ...plainHeaders, 'content-security-policy': "default-src 'none'" } })
