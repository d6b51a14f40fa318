import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { likeness, type Pixels, type Ray, reproject, type View } from '@riverside/voyage'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { build } from 'vite'
import type {} from '../src/panorama-bench.ts'
import type {} from '../src/voyage-lab.tsx'
import { openChromium } from './chromium.ts'

const exhibits = resolve(import.meta.dirname, '..')

/** The bench page in a real Chromium, with drawn test pictures. Closing it ends the browser, the server and the built page. */
export type PanoramaSession = AsyncDisposable & {
  readonly browser: Browser
  readonly page: Page
  readonly address: string
  readonly picture: Pixels
  readonly served: Served
}

/** What the server has sent, and how long it takes over each answer, in milliseconds. */
export type Served = { tiles: number; bytes: number; latency: number }

/** The nine views in which every renderer of spheres goes wrong first. Radians. */
export const nineViews: ReadonlyArray<View & { readonly name: string }> = [
  { name: 'front', yaw: 0, pitch: 0, field: rad(60) },
  { name: 'east', yaw: rad(90), pitch: 0, field: rad(60) },
  { name: 'seam', yaw: rad(180), pitch: 0, field: rad(60) },
  { name: 'up-left', yaw: rad(-50), pitch: rad(40), field: rad(60) },
  { name: 'down', yaw: rad(20), pitch: rad(-50), field: rad(60) },
  { name: 'zenith', yaw: 0, pitch: rad(90), field: rad(60) },
  { name: 'nadir', yaw: 0, pitch: rad(-90), field: rad(60) },
  { name: 'tele', yaw: rad(33), pitch: rad(4), field: rad(25) },
  { name: 'wide', yaw: rad(-120), pitch: rad(-8), field: rad(90) },
]

/**
 * Opens the page at this size, in pixels. Every node of `/pictures/{node}.png` is the picture, every one of `/tiles/{node}`, and
 * of the river by itself, is the folder.
 */
export async function openPanorama(
  size: { width: number; height: number },
  picture: Pixels,
  tiles = '',
  page: 'panorama-bench' | 'voyage-lab' = 'panorama-bench',
): Promise<PanoramaSession> {
  const built = await mkdtemp(join(tmpdir(), 'panorama-bench-'))
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
      rolldownOptions: { input: join(exhibits, `${page}.html`) },
    },
  })
  const png = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 2 })
    .toBuffer()
  const served: Served = { tiles: 0, bytes: 0, latency: 0 }
  const server = await serve(built, png, tiles, served)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openChromium()
  const opened = await browser.newPage({ viewport: size })
  return {
    browser,
    page: opened,
    address,
    picture,
    served,
    async [Symbol.asyncDispose]() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await rm(built, { recursive: true, force: true })
    },
  }
}

/** Turns the page to a view and compares what is on the screen with the reference, in decibels. */
export async function likenessOf(session: PanoramaSession, view: View, bend?: (ray: Ray) => Ray): Promise<number> {
  const seen = await seenIn(session, view)
  return likeness(seen.data, reproject(session.picture, view, seen, bend))
}

/** What is on the screen once the page has turned to a view and everything it asks for has come. */
export async function seenIn({ page }: PanoramaSession, view: View): Promise<Pixels> {
  await page.evaluate(({ yaw, pitch, field }) => window.__setView(yaw, pitch, field), view)
  await page.waitForFunction(() => window.__counters().sharp)
  const shot = await page.screenshot({ type: 'png' })
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** Bytes of memory of the page's own process, after what is rubbish has been thrown away. */
export async function memoryOf({ browser, page }: PanoramaSession): Promise<() => Promise<number>> {
  const system = await browser.newBrowserCDPSession()
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  return async () => {
    await page.requestGC()
    const sizes = renderers.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
      return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
    })
    return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0)
  }
}

/**
 * A sphere drawn by formula: smooth fields over the direction, so that it has no seam of its own, with cut edges and a grain of one pixel,
 * so that half a pixel of error cannot hide. Width in pixels, even.
 */
export function drawnSphere(width: number): Pixels {
  const height = width / 2
  const data = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row += 1) {
    const pitch = (0.5 - (row + 0.5) / height) * Math.PI
    for (let column = 0; column < width; column += 1) {
      const yaw = ((column + 0.5) / width - 0.5) * 2 * Math.PI
      const [x, y, z] = [Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)]
      const cut = Math.sin(9 * x + 4 * z) * Math.cos(11 * y - 3 * x) > 0.2 ? 60 : 0
      const grain = ((row * 73 + column * 151) % 7) * 3
      data.set(
        [90 + 60 * x + cut + grain, 110 + 70 * y + grain, 120 + 60 * z - cut + grain, 255],
        (row * width + column) * 4,
      )
    }
  }
  return { width, height, data }
}

/**
 * A sphere as a painter has it: flat fields with soft edges and lines a few pixels wide, nothing finer, so that what is judged is the
 * drawing of tiles and not how a codec fares with noise.
 */
export function paintedSphere(width: number): Pixels {
  const height = width / 2
  const data = new Uint8ClampedArray(width * height * 4)
  const edge = width / 40
  for (let row = 0; row < height; row += 1) {
    const pitch = (0.5 - (row + 0.5) / height) * Math.PI
    for (let column = 0; column < width; column += 1) {
      const yaw = ((column + 0.5) / width - 0.5) * 2 * Math.PI
      const [x, y, z] = [Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)]
      const field = Math.tanh(edge * (Math.sin(9 * x + 4 * z) * Math.cos(11 * y - 3 * x) - 0.2))
      const line = Math.max(0, Math.sin(60 * (x + y)) * Math.sin(70 * (z - y))) ** 2
      const ink = 45 * field - 50 * line
      data.set([120 + 40 * x + ink, 125 + 40 * y + ink, 120 + 40 * z + ink * 0.8, 255], (row * width + column) * 4)
    }
  }
  return { width, height, data }
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webp': 'image/webp',
}

async function serve(folder: string, png: Uint8Array, tiles: string, served: Served): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname
    if (/^\/pictures\/\d+\.png$/.test(path))
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(png)
    const tile = /^\/(?:tiles\/\d+|packs\/parts-sheet\/media\/nodes\/[a-z]+)\/(.*)$/.exec(path)?.[1]
    const file = tile === undefined ? join(folder, path) : join(tiles, tile)
    const bytes = path.includes('..') ? undefined : await readFile(file).catch(() => undefined)
    if (!bytes) return void response.writeHead(404).end()
    if (tile !== undefined) {
      served.tiles += 1
      served.bytes += bytes.length
      await new Promise<void>((settle) => setTimeout(settle, served.latency))
    }
    response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return server
}

function rad(degrees: number): number {
  return (degrees * Math.PI) / 180
}
