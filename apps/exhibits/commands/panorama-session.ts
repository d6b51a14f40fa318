import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { likeness, type Pixels, reproject } from '@riverside/voyage'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { build } from 'vite'
import type {} from '../src/panorama-bench.ts'
import { openChromium } from './chromium.ts'

const exhibits = resolve(import.meta.dirname, '..')

/** The bench page in a real Chromium, with drawn test pictures. Closing it ends the browser, the server and the built page. */
export type PanoramaSession = AsyncDisposable & {
  readonly browser: Browser
  readonly page: Page
  readonly address: string
  readonly picture: Pixels
}

/** The nine views in which every renderer of spheres goes wrong first. Radians. */
export const nineViews: ReadonlyArray<{
  readonly name: string
  readonly yaw: number
  readonly pitch: number
  readonly field: number
}> = [
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

/** Opens the page at this size, in pixels; pictures are drawn `pictureWidth` wide. */
export async function openPanorama(
  size: { width: number; height: number },
  pictureWidth: number,
): Promise<PanoramaSession> {
  const built = await mkdtemp(join(tmpdir(), 'panorama-bench-'))
  await build({
    configFile: false,
    root: exhibits,
    base: './',
    logLevel: 'error',
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'chrome130',
      rolldownOptions: { input: join(exhibits, 'panorama-bench.html') },
    },
  })
  const picture = drawnSphere(pictureWidth)
  const png = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 2 })
    .toBuffer()
  const server = await serve(built, png)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openChromium()
  const page = await browser.newPage({ viewport: size })
  return {
    browser,
    page,
    address,
    picture,
    async [Symbol.asyncDispose]() {
      await browser.close()
      server.closeAllConnections()
      server.close()
      await rm(built, { recursive: true, force: true })
    },
  }
}

/** Turns the page to a view and compares what is on the screen with the reference, in decibels. */
export async function likenessOf(
  { page, picture }: PanoramaSession,
  view: { yaw: number; pitch: number; field: number },
): Promise<number> {
  await page.evaluate(({ yaw, pitch, field }) => window.__setView(yaw, pitch, field), view)
  const shot = await page.screenshot({ type: 'png' })
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return likeness(data, reproject(picture, view, info))
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

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

async function serve(folder: string, png: Uint8Array): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname
    if (/^\/pictures\/\d+\.png$/.test(path))
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(png)
    const bytes = path.includes('..') ? undefined : await readFile(join(folder, path)).catch(() => undefined)
    if (!bytes) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/octet-stream' }).end(bytes)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return server
}

function rad(degrees: number): number {
  return (degrees * Math.PI) / 180
}
