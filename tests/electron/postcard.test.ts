import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Print, printPostcard } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { printWords, troubleWords } from '../../apps/exhibits/src/postcard/print-words.ts'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import {
  canPretendPrinters,
  canPrint,
  type PrintService,
  startAnnouncer,
  startCups,
  startPrinter,
} from '../../apps/station/src/printing/print-service-for-tests.ts'
import { codeReaders } from '../../apps/station/src/takeaway/code-trials.ts'
import { writePage } from '../../apps/station/src/takeaway/write-page.ts'
import { Visitor } from '../visitor.ts'
import { openShell, type ShellUnderTest } from './shell-under-test.ts'

/** Where a picture of every step is kept; without FILM nothing is kept. */
const film = process.env.FILM
const pack = resolve(import.meta.dirname, '../../assets/demo-pack')
const words = printWords.zh
const dotsPerMm = 300 / 25.4

/** Millimetres on the card. */
type Place = readonly [x: number, y: number]
/** 一 and 人, in lines that cross no other. */
const strokes: readonly (readonly [from: Place, to: Place])[] = [
  [
    [114, 18],
    [138, 18],
  ],
  [
    [126, 28],
    [114, 56],
  ],
  [
    [128, 38],
    [139, 58],
  ],
]
/** The part of the letter's room above the cachet. */
const letter = { left: 109, right: 142, top: 8, bottom: 70 }

describe.skipIf(!canPrint)(
  'a card in the real shell [needs root, cups, printer-driver-cups-pdf and poppler-utils; a printer in trouble cups-ipp-utils, dbus and avahi-daemon]',
  () => {
    const life = new Lifetime()
    const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-card-')), (path) =>
      rmSync(path, { recursive: true, force: true }),
    )
    let cups: PrintService
    let host: Server
    let display: Display
    let shell: ShellUnderTest
    let visitor: Visitor
    /** The card as it came out of the printer, front and back, at 300 dots an inch. */
    let onPaper: readonly string[]
    beforeAll(async () => {
      cups = await startCups()
      cups.addFileQueue('card')
      host = await webHost(place)
      display = await openDisplay()
      shell = await openShell({
        display,
        environment: { CUPS_SERVER: `${cups.server.host}:${cups.server.port}` },
        file: {
          screen: { role: 'postcard', mode: 'windowed', width: 1920, height: 1080, reducedMotion: true },
          printer: { kind: 'cups', queue: 'card' },
          takeAway: { page: `http://127.0.0.1:${portOf(host)}/` },
          idle: { warnAfter: 500, resetAfter: 600 },
        },
      })
      await shell.event('page-alive')
      visitor = new Visitor(shell.page, 'zh')
      await shell.page.mouse.click(860, 640)
      await shell.page.locator('.visit-language-sheet').first().click()
      await shell.page.locator('.postcard-choice').waitFor()
    })
    afterAll(async () => {
      await shell?.close()
      await display?.close()
      host?.close()
      await cups?.[Symbol.asyncDispose]()
      life[Symbol.dispose]()
    })

    test('written by touch is printed in its true size, its ink where the finger was and nowhere else', async () => {
      await frame(shell.page, 'views')
      await visitor.chooseScene()
      await writeByTouch(shell.page)
      await frame(shell.page, 'written')
      await visitor.finishCard()
      await shell.page.locator('[data-link-code="true"]').waitFor()
      await frame(shell.page, 'finished')

      // The queue holds the card back until it has been looked at as the station made it.
      cups.command('lpadmin', '-p', 'card', '-o', 'job-hold-until-default=indefinite')
      const sent = shell.page.waitForResponse((answer) => answer.url().endsWith(printPostcard.path))
      await visitor.press(words.print)
      await frame(shell.page, 'about to be printed')
      const { ticket } = Print.parse(await (await sent).json())
      await visitor.see(words.sent)
      await frame(shell.page, 'sent')
      const sheet = boxesOf(join(cups.home, 'spool/d00001-001'))
      expect(sheet.MediaBox).toEqual([0, 0, 152, 104])
      expect(sheet.BleedBox).toEqual([0, 0, 152, 104])
      expect(sheet.TrimBox).toEqual([2, 2, 150, 102])
      cups.command('lp', '-i', 'card-1', '-H', 'resume')
      await visitor.see(words.printed)
      await frame(shell.page, 'printed')

      const printed = trayOf(life, ticket)
      for (const box of Object.values(boxesOf(printed))) {
        expect(Math.abs(box[2] - box[0] - 148)).toBeLessThan(0.3)
        expect(Math.abs(box[3] - box[1] - 100)).toBeLessThan(0.3)
      }
      onPaper = pagesOf(place, printed)
      expect(onPaper).toHaveLength(2)
      await expectInk(onPaper[0] ?? '')
    })

    test.skipIf(!canPretendPrinters)('waits where there is no paper, and comes out once when there is', async () => {
      await using announcer = await startAnnouncer()
      await using device = await startPrinter(announcer)
      cups.command('lpadmin', '-x', 'card')
      cups.addQueue('card', device.uri)
      device.fallInto('media-empty-error')
      await visitor.press(words.again)
      await visitor.see(troubleWords['paper-out'].zh)
      await frame(shell.page, 'no paper')
      expect(device.tray()).toEqual([])
      device.fallInto(undefined)
      await visitor.see(words.printed)
      await frame(shell.page, 'printed again')
      expect(device.tray()).toHaveLength(1)
    })

    test('is the same card on a phone that reads the code from the screen’s own pixels', async () => {
      const written = await writePage({ out: join(place, 'page'), pack, stations: [shell.file] })
      if (!written.ok) throw new Error(written.error)
      const link = await read(await shell.page.screenshot())
      expect(link).toContain(`HTTP://127.0.0.1:${portOf(host)}/#`)
      const browser = await openChromium()
      try {
        const context = await browser.newContext({
          viewport: { width: 390, height: 844 },
          isMobile: true,
          hasTouch: true,
        })
        const phone = await context.newPage()
        await phone.goto(link)
        for (const [at, side] of (['front', 'back'] as const).entries()) {
          if (side === 'back') await phone.locator('#turn').tap()
          await phone.locator(`html[data-rests="${side}"]`).waitFor()
          await frame(phone, `${side} on the phone`)
          const [file] = await Promise.all([phone.waitForEvent('download'), phone.locator('#save').tap()])
          const saved = await file.path()
          if (side === 'front') await expectInk(saved)
          expect(await differ(saved, onPaper[at] ?? '')).toBeLessThan(4)
        }
      } finally {
        await browser.close()
      }
    })
  },
)

/** Any web host: it knows nothing of cards and sends nothing but files. */
async function webHost(place: string): Promise<Server> {
  const host = createServer((request, reply) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html')
    reply.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html')
    reply.end(readFileSync(join(place, 'page', path)))
  })
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening))
  return host
}

const portOf = (host: Server): number => {
  const at = host.address()
  return typeof at === 'object' && at ? at.port : 0
}

/** A fingertip of twelve millimetres on the glass, at the pace at which a touch screen reports it. */
async function writeByTouch(page: Page): Promise<void> {
  const glass = await page.locator('[data-writing-surface]').boundingBox()
  if (!glass) throw new Error('there is no card to write on')
  const protocol = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]) =>
    protocol.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map(([x, y]) => ({
        ...{ x: glass.x + (x / 148) * glass.width, y: glass.y + (y / 100) * glass.height },
        ...{ radiusX: 6, radiusY: 6, id: 0 },
      })),
    })
  for (const stroke of strokes) {
    await send('touchStart', [stroke[0]])
    for (let step = 1; step <= 24; step += 1) await send('touchMove', [along(stroke, step / 24)])
    await send('touchEnd', [])
  }
  await protocol.detach()
}

const along = ([[x, y], [toX, toY]]: readonly [Place, Place], share: number): Place => [
  x + (toX - x) * share,
  y + (toY - y) * share,
]

/** The boxes of the first page in millimetres to a tenth: left, bottom, right, top. */
function boxesOf(pdf: string): Readonly<Record<string, readonly [number, number, number, number]>> {
  const { stdout } = spawnSync('pdfinfo', ['-box', pdf], { encoding: 'utf8' })
  const lines = [...stdout.matchAll(/^(\w+Box):\s+(.+)$/gm)]
  expect(lines).toHaveLength(5)
  const mm = (points: string) => Math.round((Number(points) / 72) * 254) / 10
  return Object.fromEntries(
    lines.map(([, box = '', numbers = '']) => [
      box,
      numbers.trim().split(/ +/).map(mm) as [number, number, number, number],
    ]),
  )
}

/** The file a print into files became; cups-pdf writes them to the home folder of whoever prints. */
function trayOf(life: Lifetime, ticket: string): string {
  const tray = join(homedir(), 'PDF')
  const printed = join(tray, readdirSync(tray).find((name) => name.includes(ticket)) ?? '')
  life.onEnd(() => rmSync(printed))
  return printed
}

/** The pages as PNG of 300 dots an inch. */
function pagesOf(place: string, pdf: string): readonly string[] {
  spawnSync('pdftoppm', ['-r', '300', '-png', pdf, join(place, 'paper')])
  const pages = readdirSync(place).filter((name) => name.startsWith('paper'))
  return pages.toSorted().map((name) => {
    if (film !== undefined) writeFileSync(join(film, `${name}`), readFileSync(join(place, name)))
    return join(place, name)
  })
}

/** The middle of every stroke within 0.3 mm of where the finger was, and no ink farther than 1.5 mm from any. */
async function expectInk(face: string): Promise<void> {
  const ink = await inkOf(face)
  expect(Math.abs(ink.width - 148 * dotsPerMm)).toBeLessThan(4)
  for (const stroke of strokes) expect(ink.offBy(stroke)).toBeLessThan(0.3)
  expect(ink.farthest).toBeLessThan(1.5)
}

/** The visitor's ink on a face of 300 dots an inch: darker than the rules and the paper can be. */
async function inkOf(face: string) {
  const { data, info } = await sharp(face).greyscale().raw().toBuffer({ resolveWithObject: true })
  const isInk = ([x, y]: Place) =>
    (data[Math.round(y * dotsPerMm - 0.5) * info.width + Math.round(x * dotsPerMm - 0.5)] ?? 255) < 70
  let farthest = 0
  for (let y = letter.top; y < letter.bottom; y += 0.1)
    for (let x = letter.left; x < letter.right; x += 0.1)
      if (isInk([x, y])) farthest = Math.max(farthest, Math.min(...strokes.map((stroke) => fromLine(stroke, [x, y]))))
  return {
    width: info.width,
    /** How far any ink lies from every line that was drawn, in millimetres. */
    farthest,
    /** How far the middle of the ink lies from a line, where it lies farthest from it, in millimetres; infinite where there is none. */
    offBy(stroke: readonly [Place, Place]): number {
      const [[x, y], [toX, toY]] = stroke
      const length = Math.hypot(toX - x, toY - y)
      const across: Place = [-(toY - y) / length, (toX - x) / length]
      const middles = Array.from({ length: 21 }, (_, step) => {
        const [px, py] = along(stroke, 0.05 + (0.9 * step) / 20)
        const inked = Array.from({ length: 121 }, (_, at) => (at - 60) * 0.05).filter((far) =>
          isInk([px + across[0] * far, py + across[1] * far]),
        )
        return inked.reduce((sum, far) => sum + far, 0) / inked.length
      })
      return Math.max(...middles.map((middle) => (Number.isNaN(middle) ? Number.POSITIVE_INFINITY : Math.abs(middle))))
    },
  }
}

function fromLine([[x, y], [toX, toY]]: readonly [Place, Place], [px, py]: Place): number {
  const share = ((px - x) * (toX - x) + (py - y) * (toY - y)) / ((toX - x) ** 2 + (toY - y) ** 2)
  const [nearX, nearY] = along(
    [
      [x, y],
      [toX, toY],
    ],
    Math.min(1, Math.max(0, share)),
  )
  return Math.hypot(px - nearX, py - nearY)
}

/** What readers of codes that share no line of code find on a whole screen. */
async function read(screen: Buffer): Promise<string> {
  const { data, info } = await sharp(screen).greyscale().raw().toBuffer({ resolveWithObject: true })
  const picture = { data, width: info.width, height: info.height }
  const [said, ...others] = await Promise.all(Object.values(codeReaders).map((reader) => reader(picture)))
  expect(others).toEqual(others.map(() => said))
  return said ?? ''
}

/** The mean difference of two pictures of one face in greys of 256, looked at from so far that both rasters are one. */
async function differ(one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((picture) => sharp(picture).removeAlpha().resize(592, 400, { fit: 'fill' }).raw().toBuffer()),
  )
  return (a ?? Buffer.alloc(0)).reduce((sum, value, at) => sum + Math.abs(value - (b?.[at] ?? 0)), 0) / (a?.length ?? 1)
}

let frames = 0
async function frame(page: Page, name: string): Promise<void> {
  if (film === undefined) return
  mkdirSync(film, { recursive: true })
  frames += 1
  await page.screenshot({ path: join(film, `${String(frames).padStart(2, '0')} ${name}.png`) })
}
