import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { openChromium } from './chromium.ts'

const exhibits = resolve(import.meta.dirname, '..')
const repository = resolve(exhibits, '../..')
const built = join(exhibits, 'node_modules/.smile-lab')

export type LabSession = AsyncDisposable & { readonly page: Page; readonly address: string }

export type LabOptions = {
  /** Files the page may fetch, as `<address>/files/<index>`; bytes already in memory are served as they are. */
  readonly files?: readonly (string | Uint8Array)[]
  /** An .mjpeg file that plays as the camera. */
  readonly clip?: string
  /** The page to open. */
  readonly entry?: string
}

/** Opens the lab page in a real Chromium, served on loopback. Closing the session ends both. */
export async function openLab(options: LabOptions = {}): Promise<LabSession> {
  const entry = options.entry ?? 'smile-lab.html'
  await buildLab()
  const server = await serve(options.files ?? [])
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await launch(options.clip).catch((failure: unknown) => {
    server.close()
    throw failure
  })
  const page = await browser.newPage()
  await page.goto(`${address}/${entry}`)
  return {
    page,
    address,
    async [Symbol.asyncDispose]() {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

const launch = (clip: string | undefined): Promise<Browser> =>
  openChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(clip === undefined ? [] : [`--use-file-for-fake-video-capture=${resolve(clip)}`]),
    '--autoplay-policy=no-user-gesture-required',
    '--disable-background-timer-throttling',
    // A desktop browser asks its maker for news of itself, which the kiosk's shell does not; nothing else is kept from being asked for.
    '--host-resolver-rules=MAP *.googleapis.com ~NOTFOUND,MAP *.google.com ~NOTFOUND,MAP *.gvt1.com ~NOTFOUND',
  ])

/** Builds the page anew only if anything it is made of has changed. */
async function buildLab(): Promise<void> {
  const print = await sourcePrint()
  const stamp = join(built, 'source.sha256')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === print) return
  await rm(built, { recursive: true, force: true })
  await build({
    configFile: false,
    root: exhibits,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: 0,
      outDir: built,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: join(exhibits, 'smile-lab.html') },
    },
  })
  await writeFile(stamp, print)
}

async function sourcePrint(): Promise<string> {
  const hash = createHash('sha256')
  const folders = [
    'apps/exhibits/src/smile',
    'apps/exhibits/src/stage',
    'apps/exhibits/src/visit/art',
    'apps/exhibits/src/wall',
    'packages/smile/src',
    'packages/kit/src',
    'packages/ui/src',
    'assets/models',
  ]
  for (const folder of folders) {
    const names = await readdir(join(repository, folder), { recursive: true, withFileTypes: true })
    for (const name of names
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .sort()) {
      hash.update(name).update(await readFile(name))
    }
  }
  return hash.update(await readFile(join(exhibits, 'smile-lab.html'))).digest('hex')
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

/** The kiosk's own rule for scripts, so that what runs here runs there. */
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'"

async function serve(files: readonly (string | Uint8Array)[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://lab').pathname)
    const bytes = await bytesAt(path, files)
    if (bytes === undefined) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': kinds[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-security-policy': policy,
    })
    response.end(bytes)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return server
}

async function bytesAt(path: string, files: readonly (string | Uint8Array)[]): Promise<Uint8Array | undefined> {
  const file = /^\/files\/(\d+)$/.exec(path)
  if (file !== null) {
    const named = files[Number(file[1])]
    return typeof named === 'string' ? readFile(named).catch(() => undefined) : named
  }
  const inside = resolve(built, `.${path}`)
  return inside.startsWith(built) ? readFile(inside).catch(() => undefined) : undefined
}
