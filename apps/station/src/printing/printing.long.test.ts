import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { handClock, Lifetime } from '@riverside/kit'
import { type Affine, calibrationSheet, Draft, identity, type PrintState, Scene } from '@riverside/postcard'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openCardLetters } from '../postcard/card-letters.ts'
import { cardPdf } from '../postcard/card-pdf.ts'
import { drawCard } from '../postcard/draw-card.ts'
import { openStore } from '../store/store.ts'
import { cupsPrinter, lpArguments } from './cups-printer.ts'
import { ippOperation, readIpp, writeIpp } from './ipp.ts'
import { paperTray } from './paper-tray.ts'
import { PrintDesk, type PrintRequest, type PrintRules, printRules } from './print-desk.ts'
import {
  type Announcer,
  canPretendPrinters,
  canPrint,
  type PrintService,
  startAnnouncer,
  startCups,
  startPrinter,
  type TroubledPrinter,
} from './print-service-for-tests.ts'
import { printTickets } from './print-tickets.ts'
import type { Printer } from './printer.ts'

const card = (once: string): PrintRequest => ({ once, of: 'card' })
const brisk = { ...printRules, lookEvery: 50, lookEveryBusy: 50, resumeEvery: 200 }

function folderOf(life: Lifetime): string {
  return life.own(mkdtempSync(join(tmpdir(), 'riverside-print-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
}

/** A desk over a database of its own, or over one that another desk has left. */
function deskOf(life: Lifetime, printer: Printer, folder = folderOf(life), rules: Partial<PrintRules> = {}) {
  const clock = handClock(Date.parse('2026-03-14T15:00:00+08:00'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  const store = life.own(opened.value, (one) => one[Symbol.dispose]())
  const [tickets, tray] = [printTickets(store, clock), paperTray(store, clock, 10)]
  const desk = life.own(
    new PrintDesk({ printer, tickets, tray, clock, announce: () => {}, rules: { ...brisk, ...rules } }),
    (one) => one[Symbol.dispose](),
  )
  const until = (ticket: string, state: PrintState) =>
    vi.waitFor(() => expect(desk.read(ticket)?.state).toBe(state), { timeout: 20_000, interval: 30 })
  const ask = async (once: string, sheet: Uint8Array) => {
    const sent = await desk.print(card(once), async () => sheet)
    return sent.ok ? sent.value.ticket : sent.error
  }
  return { desk, tray, clock, until, ask, folder, store }
}

describe('IPP', () => {
  test('is written as RFC 8010 has it', () => {
    const bytes = writeIpp(ippOperation.getJobAttributes, [['job-id', 'integer', 7]])
    expect([...bytes.subarray(0, 9)]).toEqual([1, 1, 0, 9, 0, 0, 0, 1, 1])
    expect(bytes.toString('latin1')).toContain('attributes-charset\x00\x05utf-8')
    expect([...bytes.subarray(-5)]).toEqual([0, 0, 0, 7, 3])
  })

  test('gathers several values under one name and refuses an answer cut short', () => {
    const answer = Buffer.concat([
      Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, 4, 0x44, 0, 1]),
      Buffer.from('r'),
      Buffer.from([0, 2]),
      Buffer.from('aa'),
      Buffer.from([0x44, 0, 0, 0, 1]),
      Buffer.from('b'),
      Buffer.from([3]),
    ])
    expect(readIpp(answer).groups[0]?.get('r')).toEqual(['aa', 'b'])
    expect(() => readIpp(answer.subarray(0, 14))).toThrow(RangeError)
  })

  test('asks for the card’s own size and no other', () => {
    expect(lpArguments({ queue: 'card', server: { host: 'localhost', port: 631 } }, 'x')).toContain(
      'media=Custom.148x100mm',
    )
  })

  test('finds nobody where no print service is, and says so', async () => {
    const printer = cupsPrinter({ queue: 'card', server: { host: '127.0.0.1', port: 1 } })
    const order = { name: 'x', faces: 'both', despiteTrouble: false } as const
    expect((await printer.look()).printer).toEqual({ state: 'absent' })
    expect(await printer.print(new Uint8Array([1]), order)).toEqual({ ok: false, error: 'printer-away' })
  })
})

/** Where the first ink lies on a line across the picture, in millimetres: the outer edge of the sheet's frame. */
async function firstInk(page: string, line: { readonly row: number } | { readonly column: number }): Promise<number> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true })
  const mm = (pixels: number) => (pixels / 300) * 25.4
  const at = Math.round((('row' in line ? line.row : line.column) / 25.4) * 300)
  const length = 'row' in line ? info.width : info.height
  const dark = Array.from({ length }, (_, step) => {
    const value = 'row' in line ? data[at * info.width + step] : data[step * info.width + at]
    return 255 - (value ?? 255)
  })
  const first = dark.findIndex((value) => value > 60)
  const line_ = dark.slice(first, first + 4)
  const weight = line_.reduce((sum, value) => sum + value, 0)
  return mm(first + line_.reduce((sum, value, step) => sum + value * (step + 0.5), 0) / weight)
}

describe.skipIf(!canPrint)('a CUPS queue [needs root, cups, printer-driver-cups-pdf and poppler-utils]', () => {
  test('prints the card in its true size, says so only when it is done, and is missed when it pauses', {
    timeout: 60_000,
  }, async () => {
    using life = new Lifetime()
    await using cups = await startCups()
    cups.addFileQueue('card')
    const printer = cupsPrinter({ queue: 'card', server: cups.server })
    expect((await printer.look()).printer).toEqual({ state: 'ready' })
    expect((await cupsPrinter({ queue: 'another', server: cups.server }).look()).printer).toEqual({ state: 'absent' })

    const { desk, until, ask } = deskOf(life, printer)
    const pdf = await sampleCard()
    const ticket = await ask('once', pdf)
    expect(desk.read(ticket)?.state).not.toBe('printed')
    await until(ticket, 'printed')

    const printed = trayOf(life, ticket)
    const said = spawnSync('pdfinfo', ['-box', printed], { encoding: 'utf8' }).stdout
    for (const box of ['MediaBox', 'CropBox', 'TrimBox']) {
      const [left = 0, low = 0, right = 0, high = 0] =
        new RegExp(`${box}:\\s+([\\d.-]+) +([\\d.-]+) +([\\d.-]+) +([\\d.-]+)`).exec(said)?.slice(1).map(Number) ?? []
      expect(Math.abs(((right - left) * 25.4) / 72 - 148)).toBeLessThan(0.3)
      expect(Math.abs(((high - low) * 25.4) / 72 - 100)).toBeLessThan(0.3)
    }
    expect(said).toMatch(/Pages:\s+2/)
    // The picture of the card begins 6 mm from its left edge, and the page is 148 mm of 300 dots an inch.
    const [front = ''] = pagesOf(life, printed)
    expect(Math.abs(((await sharp(front).metadata()).width ?? 0) - 1748)).toBeLessThan(4)
    expect(Math.abs((await firstInk(front, { row: 50 })) - 6)).toBeLessThan(0.3)

    cups.command('cupsdisable', 'card')
    await vi.waitFor(async () => expect((await printer.look()).printer).toEqual({ state: 'trouble', reason: 'paused' }))
    expect(await ask('twice', pdf)).toBe('printer-away')
    cups.command('cupsenable', 'card')
    await vi.waitFor(async () => expect((await printer.look()).printer).toEqual({ state: 'ready' }))
  })

  test('prints a calibration moved by its correction, as measured on the print at 300 dots an inch', {
    timeout: 60_000,
  }, async () => {
    using life = new Lifetime()
    await using cups = await startCups()
    cups.addFileQueue('card')
    const { until, ask } = deskOf(life, cupsPrinter({ queue: 'card', server: cups.server }))
    const front: Affine = { xx: 0.98, xy: 0.012, x0: 2.4, yx: -0.01, yy: 1.015, y0: -1.3 }
    const back: Affine = { ...identity, x0: -0.8, y0: 0.6 }
    const sheet = await cardPdf(calibrationSheet(1), openCardLetters(), new Uint8Array(), '2026-03-14', { front, back })
    const ticket = await ask('sheet', sheet)
    await until(ticket, 'printed')
    const pages = pagesOf(life, trayOf(life, ticket))
    for (const [at, by] of [front, back].entries()) {
      const page = pages[at] ?? ''
      for (const row of [42, 58]) {
        // The frame's left line is x = 10: where it stands in a row follows from the correction alone.
        const y = (row - by.yx * 10 - by.y0) / by.yy
        expect(Math.abs((await firstInk(page, { row })) - (by.xx * 10 + by.xy * y + by.x0))).toBeLessThan(0.12)
      }
      for (const column of [44, 104]) {
        const x = (column - by.xy * 10 - by.x0) / by.xx
        expect(Math.abs((await firstInk(page, { column })) - (by.yx * x + by.yy * 10 + by.y0))).toBeLessThan(0.12)
      }
    }
  })

  test('whose driver comes to nothing never leaves a card on its way', { timeout: 60_000 }, async () => {
    using life = new Lifetime()
    await using cups = await startCups()
    const pdf = await sampleCard()
    const sent = async (queue: string, sheet: Uint8Array = pdf) => {
      const printer = cupsPrinter({ queue, server: cups.server })
      const at = deskOf(life, printer)
      return { ...at, printer, ticket: await at.ask('one', sheet) }
    }
    const lame = (ends: number | 'never') => {
      cups.addLameQueue(`lame-${ends}`, ends)
      return sent(`lame-${ends}`)
    }
    cups.addFileQueue('card')
    // A page that its filter cannot read, and a driver that fails at it (1): the service does not go on with them.
    for (const { until, ticket } of [await sent('card', Buffer.from('%PDF-1.7')), await lame(1)])
      await until(ticket, 'given-up')
    // It waits for a password (2), for a hand (3) or for the next try (6).
    for (const { until, ticket, desk } of [await lame(2), await lame(3), await lame(6)]) {
      await until(ticket, 'held')
      expect(desk.read(ticket)?.trouble).toBe('other')
      expect(desk.state).toEqual({ state: 'trouble', reason: 'other' })
    }
    // The queue was stopped (4), and stops again as often as it is set going.
    const stopped = await lame(4)
    await vi.waitFor(
      () => expect(stopped.desk.read(stopped.ticket)).toMatchObject({ state: 'held', trouble: 'paused' }),
      { timeout: 20_000, interval: 30 },
    )
    // It is tried over and over (7), or hangs: nobody says that anything is in the way, and nobody knows what came out.
    const [tried, hung] = [await lame(7), await lame('never')]
    for (const { until, ticket, clock } of [tried, hung]) {
      await until(ticket, 'printing')
      clock.advance(90_000)
      await until(ticket, 'held')
      clock.advance(600_000)
      await until(ticket, 'unsure')
    }
    await vi.waitFor(
      async () => expect(await hung.printer.find(`riverside ${hung.ticket}`)).toEqual({ ok: true, value: undefined }),
      { timeout: 20_000 },
    )
  })
})

/** A queue over a printer that can be troubled, and everything the station has to do with it. */
async function troubled(life: Lifetime, cups: PrintService, device: TroubledPrinter) {
  cups.addQueue('card', device.uri)
  const printer = cupsPrinter({ queue: 'card', server: cups.server })
  return { printer, pdf: await sampleCard(), ...deskOf(life, printer) }
}

describe.skipIf(!canPretendPrinters)(
  'a printer in trouble [needs root, cups, cups-ipp-utils, dbus and avahi-daemon]',
  () => {
    let announcer: Announcer
    beforeAll(async () => {
      announcer = await startAnnouncer()
    })
    afterAll(() => announcer[Symbol.asyncDispose]())

    test('that runs out of paper holds the card and prints it once when there is paper, with no hand of ours', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      const { printer, desk, until, ask, pdf, tray } = await troubled(life, cups, device)
      tray.filled(5)
      expect((await printer.look()).printer).toEqual({ state: 'ready' })
      expect(await printer.notes()).toEqual([])
      device.fallInto('media-empty-error')
      const ticket = await ask('one', pdf)
      await until(ticket, 'held')
      expect(desk.read(ticket)?.trouble).toBe('paper-out')
      // The next visitor is told before writing, and nothing is sent.
      expect(await ask('two', pdf)).toBe('paper-out')
      device.fallInto(undefined)
      await until(ticket, 'printed')
      await vi.waitFor(async () => expect((await printer.look()).printer).toEqual({ state: 'ready' }))
      expect(device.tray()).toHaveLength(1)
      expect(tray.seen().left).toBe(4)
    })

    test('that stays jammed for ten minutes lets the card go, and never prints it afterwards', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      const { desk, until, ask, pdf, clock, printer } = await troubled(life, cups, device)
      device.fallInto('media-jam-error')
      const ticket = await ask('one', pdf)
      await until(ticket, 'held')
      expect(desk.read(ticket)?.trouble).toBe('paper-jam')
      clock.advance(600_000)
      await until(ticket, 'let-go')
      // Once nothing of it is left with the print service, mending the printer prints the next card and not this one.
      await vi.waitFor(async () =>
        expect(await printer.find(`riverside ${ticket}`)).toEqual({ ok: true, value: undefined }),
      )
      device.fallInto(undefined)
      await vi.waitFor(async () => expect((await printer.look()).printer).toEqual({ state: 'ready' }), {
        timeout: 20_000,
      })
      const next = await ask('two', pdf)
      await until(next, 'printed')
      expect(device.tray()).toHaveLength(1)
    })

    test('that fails at a job never has it called printed', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      const { until, ask, pdf } = await troubled(life, cups, device)
      device.breakDown()
      await until(await ask('one', pdf), 'given-up')
      expect(device.tray()).toEqual([])
    })

    test('that vanishes between the offer and the tap is away, and no card waits for it', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      const { desk, ask, pdf, printer } = await troubled(life, cups, device)
      await vi.waitFor(() => expect(desk.state).toEqual({ state: 'ready' }))
      await device.vanish()
      expect(await ask('one', pdf)).toBe('printer-away')
      expect((await printer.look()).printer).toEqual({ state: 'trouble', reason: 'offline' })
      expect(readdirSync(join(cups.home, 'spool')).filter((name) => name.startsWith('d'))).toEqual([])
    })

    test('whose queue was stopped under a card goes on by itself', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      const { until, ask, pdf, clock } = await troubled(life, cups, device)
      device.fallInto('media-empty-error')
      const ticket = await ask('one', pdf)
      await until(ticket, 'held')
      cups.command('cupsdisable', 'card')
      device.fallInto(undefined)
      await vi.waitFor(
        () => {
          clock.advance(300)
          expect(device.tray()).toHaveLength(1)
        },
        { timeout: 20_000 },
      )
      await until(ticket, 'printed')
    })

    test('whose print service is killed in the middle prints the card once when the service is back', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      const { desk, until, ask, pdf } = await troubled(life, cups, device)
      device.fallInto('media-empty-error')
      const ticket = await ask('one', pdf)
      await until(ticket, 'held')
      await cups.kill()
      await vi.waitFor(() => expect(desk.state).toEqual({ state: 'absent' }))
      expect(desk.read(ticket)).toMatchObject({ state: 'held', trouble: 'offline' })
      await cups.start()
      device.fallInto(undefined)
      await until(ticket, 'printed')
      expect(device.tray()).toHaveLength(1)
    })

    test('prints a card once whose station was killed after handing it over', async () => {
      using life = new Lifetime()
      await using cups = await startCups()
      await using device = await startPrinter(announcer)
      cups.addQueue('card', device.uri)
      const folder = folderOf(life)
      const sheet = join(folder, 'sheet.pdf')
      const pdf = await sampleCard()
      writeFileSync(sheet, pdf)
      device.fallInto('cover-open-error')
      const told = ['--import', 'tsx', join(import.meta.dirname, 'killed-desk.ts')]
      const station = spawn(process.execPath, [...told, folder, String(cups.server.port), 'card', 'one', sheet], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ticket = await new Promise<string>((resolve) =>
        station.stdout.once('data', (said) => resolve(String(said).trim())),
      )
      station.kill('SIGKILL')
      await new Promise((resolve) => station.once('exit', resolve))

      const { until, ask, desk } = deskOf(life, cupsPrinter({ queue: 'card', server: cups.server }), folder)
      await until(ticket, 'held')
      expect(desk.read(ticket)?.trouble).toBe('cover-open')
      expect(await ask('one', pdf)).toBe(ticket)
      device.fallInto(undefined)
      await until(ticket, 'printed')
      expect(device.tray()).toHaveLength(1)
    })

    test('leaves no byte of a printed card in spool, printer, logs or database, and has the card while it is held', async () => {
      using life = new Lifetime()
      // As Debian sets it a print service keeps printed cards for a day.
      await using cups = await startCups('')
      await using device = await startPrinter(announcer)
      const { until, ask, pdf, folder, printer, desk } = await troubled(life, cups, device)
      const canary = `%canary-${'江边一只鸟'}-7f3a91`
      const marked = Buffer.concat([pdf, Buffer.from(`\n${canary}\n`)])
      const picture = canaryOf(pdf)
      device.fallInto('media-empty-error')
      const ticket = await ask('one', marked)
      await until(ticket, 'held')
      const places = [cups.home, folder, join(device.home, 'work')]
      expect(await printer.find(`riverside ${ticket}`)).toEqual({ ok: true, value: '1' })
      // A search that finds nothing is worth only as much as what it finds when there is something.
      expect(finds(places, Buffer.from(canary))).not.toEqual([])
      expect(finds(places, picture)).not.toEqual([])
      expect(finds([folder], Buffer.from(canary))).toEqual([])
      device.fallInto(undefined)
      await until(ticket, 'printed')
      await vi.waitFor(async () =>
        expect(await printer.find(`riverside ${ticket}`)).toEqual({ ok: true, value: undefined }),
      )
      await vi.waitFor(() => expect(finds(places, Buffer.from(canary))).toEqual([]), { timeout: 5000 })
      expect(finds(places, picture)).toEqual([])
      expect(desk.read(ticket)?.state).toBe('printed')
    })
  },
)

/** Bytes from the middle of a card's PDF that no other PDF has: a piece of its compressed picture. */
const canaryOf = (pdf: Uint8Array): Buffer => Buffer.from(pdf.subarray(pdf.length >> 1, (pdf.length >> 1) + 32))

/** Files below these folders that hold these bytes. */
function finds(folders: readonly string[], bytes: Buffer): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((path) => existsSync(path) && readFileSync(path).includes(bytes))
}

/** The file a print into files became; cups-pdf writes them to the home folder of whoever prints. */
function trayOf(life: Lifetime, ticket: string): string {
  const tray = join(homedir(), 'PDF')
  const printed = readdirSync(tray).find((name) => name.includes(ticket)) ?? ''
  life.onEnd(() => rmSync(join(tray, printed)))
  return join(tray, printed)
}

/** The pages as PNG of 300 dots an inch. */
function pagesOf(life: Lifetime, pdf: string): readonly string[] {
  const folder = folderOf(life)
  spawnSync('pdftoppm', ['-r', '300', '-png', pdf, join(folder, 'page')])
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
}

async function sampleCard(): Promise<Uint8Array> {
  const scene = Scene.parse({
    id: 'pier',
    theme: 'history',
    title: { zh: '码头', en: 'Pier' },
    caption: { zh: '江边', en: 'By the river' },
    picture: 'media/pier.webp',
  })
  const draft = Draft.parse({
    strokes: [
      {
        pen: 'brush',
        points: [
          [120, 20, 0, 0.5],
          [130, 30, 90, 0.5],
        ],
      },
    ],
    language: 'zh',
    date: '2026-03-14',
  })
  const picture = await sharp({ create: { width: 1200, height: 1000, channels: 3, background: '#1F4E5A' } })
    .png()
    .toBuffer()
  const drawn = await drawCard(
    draft,
    scene,
    picture,
    { name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } },
    openCardLetters(),
  )
  return drawn.pdf()
}
