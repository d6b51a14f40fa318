import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import type {} from '../src/story-lab.tsx'
import { openChromium, withoutGraphicsCard } from './chromium.ts'

const exhibits = resolve(import.meta.dirname, '..')
const pack = resolve(exhibits, '../../assets/demo-pack')

/** The room in a real Chromium without a graphics card. Closing it ends the browser, the server and the built page. */
export type StorySession = AsyncDisposable & {
  readonly browser: Browser
  /** The page; options of `story-lab.tsx` follow as a query. */
  readonly address: string
  /** Answers of the server that stand in for a file of the pack, by path. */
  readonly instead: Map<string, { readonly kind: string; readonly bytes: Uint8Array | string } | 'missing'>
}

export async function openStory(): Promise<StorySession> {
  const built = await mkdtemp(join(tmpdir(), 'story-lab-'))
  await build({
    configFile: false,
    root: exhibits,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(exhibits, 'story-lab.html') },
    },
  })
  const instead: StorySession['instead'] = new Map()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://lab').pathname.slice(1)
    const other = instead.get(path.replace(/^packs\/[^/]+\//, ''))
    if (other === 'missing') return void response.writeHead(404).end()
    if (other) return void response.writeHead(200, { 'content-type': other.kind }).end(other.bytes)
    const all = /^(stories|cards)\/all\.json$/.exec(path)?.[1]
    if (all !== undefined) {
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await allOf(all)))
    }
    const file = path.startsWith('packs/')
      ? join(pack, path.replace(/^packs\/[^/]+\//, ''))
      : path.startsWith('stories/')
        ? join(pack, path)
        : join(built, path)
    const bytes = path.includes('..') ? undefined : await readFile(file).catch(() => undefined)
    if (!bytes) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const browser = await openChromium([...withoutGraphicsCard, '--autoplay-policy=no-user-gesture-required'])
  return {
    browser,
    instead,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/story-lab.html`,
    async [Symbol.asyncDispose]() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await rm(built, { recursive: true, force: true })
    },
  }
}

/** Everything the pack's folder of this name holds. */
async function allOf(folder: string): Promise<unknown[]> {
  const names = (await readdir(join(pack, folder))).filter((name) => name.endsWith('.json')).toSorted()
  return await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(pack, folder, name), 'utf8'))))
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
