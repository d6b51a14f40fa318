import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StationEvent } from '@riverside/contract'
import { type Clock, handClock, Lifetime, ok } from '@riverside/kit'
import { Draft, Scene } from '@riverside/postcard'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { openCardLetters } from '../postcard/card-letters.ts'
import { drawCard } from '../postcard/draw-card.ts'
import { cupsPrinter, lpArguments } from './cups-printer.ts'
import { askIpp, ippOperation, readIpp, writeIpp } from './ipp.ts'
import { noPrinter, pretendPrinter } from './pretend-printer.ts'
import { PrintDesk } from './print-desk.ts'
import type { Printer } from './printer.ts'

const sheet = async () => new Uint8Array([1])
const brisk = { sheetsAnHour: 3, lookEvery: 5, lookEveryBusy: 5 }

function deskOf(life: Lifetime, printer: Printer, clock: Clock = handClock()) {
  const told: StationEvent[] = []
  const desk = life.own(new PrintDesk(printer, clock, (event) => told.push(event), brisk), (one) =>
    one[Symbol.dispose](),
  )
  return { desk, told }
}

describe('a print desk', () => {
  test('says printed only when the printer has completed the job, and tells every step', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { desk, told } = deskOf(life, pretendPrinter(clock), clock)
    const sent = await desk.print('one', sheet)
    const ticket = sent.ok ? sent.value.ticket : ''
    expect(desk.read(ticket)?.state).toBe('sent')
    clock.advance(700)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printing'))
    clock.advance(3000)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printed'))
    expect(told.flatMap((event) => (event.type === 'print-changed' ? [event.state] : []))).toEqual([
      'printing',
      'printed',
    ])
  })

  test('never prints a card twice, however often and however fast it is asked', async () => {
    using life = new Lifetime()
    let sheets = 0
    const counting: Printer = { ...pretendPrinter(handClock()), print: async () => ok({ job: String(++sheets) }) }
    const { desk } = deskOf(life, counting)
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.print('same', sheet)))
    answers.push(await desk.print('same', sheet))
    expect(sheets).toBe(1)
    expect(new Set(answers.map((answer) => answer.ok && answer.value.ticket)).size).toBe(1)
  })

  test('says paper out before and after, and prints again once there is paper', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const printer = pretendPrinter(clock, 0)
    const { desk, told } = deskOf(life, printer, clock)
    expect(await desk.look()).toEqual({ state: 'trouble', reason: 'paper-out' })
    expect(await desk.print('one', sheet)).toEqual({ ok: false, error: 'paper-out' })
    printer.addPaper(1)
    expect((await desk.print('one', sheet)).ok).toBe(true)
    expect(told[0]).toEqual({ type: 'printer-changed', printer: { state: 'trouble', reason: 'paper-out' } })
  })

  test('keeps the hour’s budget of paper and gives it back after the hour', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { desk } = deskOf(life, pretendPrinter(clock), clock)
    for (const once of ['a', 'b', 'c']) expect((await desk.print(once, sheet)).ok).toBe(true)
    expect(await desk.print('d', sheet)).toEqual({ ok: false, error: 'paper-budget-spent' })
    clock.advance(3_600_001)
    await vi.waitFor(async () => expect((await desk.print('d', sheet)).ok).toBe(true))
  })

  test('knows that no printer is there', async () => {
    using life = new Lifetime()
    const { desk } = deskOf(life, noPrinter)
    expect(await desk.look()).toEqual({ state: 'absent' })
    expect(await desk.print('one', sheet)).toEqual({ ok: false, error: 'printer-away' })
  })
})

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
    const printer = cupsPrinter({ queue: 'card', server: { host: '127.0.0.1', port: await freePort() } })
    expect(await printer.state()).toEqual({ state: 'absent' })
    expect(await printer.print(new Uint8Array([1]), 'x')).toEqual({ ok: false, error: 'printer-away' })
  })
})

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const model = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd'
const canPrint =
  process.getuid?.() === 0 &&
  has('/usr/sbin/cupsd') &&
  has('lpadmin') &&
  has('lp') &&
  has('pdfinfo') &&
  existsSync(model) &&
  has('/usr/lib/cups/backend/cups-pdf')

describe.skipIf(!canPrint)('a CUPS queue [needs root, cups, printer-driver-cups-pdf and poppler-utils]', () => {
  test('prints the card in its true size, says so only when it is done, and is missed when it pauses', {
    timeout: 60_000,
  }, async () => {
    using life = new Lifetime()
    const server = { host: 'localhost', port: await freePort() }
    await using _cups = await startCups(life, server.port)
    const at = ['-h', `localhost:${server.port}`]
    spawnSync('lpadmin', [...at, '-p', 'card', '-E', '-v', 'cups-pdf:/', '-P', model])
    const printer = cupsPrinter({ queue: 'card', server })
    expect(await printer.state()).toEqual({ state: 'ready' })
    expect(await cupsPrinter({ queue: 'another', server }).state()).toEqual({ state: 'absent' })

    const { desk } = deskOf(life, printer, { now: Date.now, elapsed: () => performance.now() })
    const pdf = await cardPdf()
    const sent = await desk.print('once', async () => pdf)
    const ticket = sent.ok ? sent.value.ticket : ''
    expect(desk.read(ticket)?.state).not.toBe('printed')
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printed'), { timeout: 30_000, interval: 100 })

    const tray = join(homedir(), 'PDF')
    const printed = readdirSync(tray).find((name) => name.includes(ticket)) ?? ''
    life.onEnd(() => rmSync(join(tray, printed)))
    const said = spawnSync('pdfinfo', [join(tray, printed)], { encoding: 'utf8' }).stdout
    const [width = 0, height = 0] =
      /Page size:\s+([\d.]+) x ([\d.]+)/
        .exec(said)
        ?.slice(1)
        .map((points) => (Number(points) * 25.4) / 72) ?? []
    expect(Math.abs(width - 148)).toBeLessThan(0.3)
    expect(Math.abs(height - 100)).toBeLessThan(0.3)
    expect(said).toMatch(/Pages:\s+2/)

    spawnSync('cupsdisable', [...at, 'card'])
    await vi.waitFor(async () => expect(await printer.state()).toEqual({ state: 'trouble', reason: 'paused' }))
    expect(await desk.print('twice', async () => pdf)).toEqual({ ok: false, error: 'printer-away' })
    spawnSync('cupsenable', [...at, 'card'])
    await vi.waitFor(async () => expect(await printer.state()).toEqual({ state: 'ready' }))
  })
})

async function cardPdf(): Promise<Uint8Array> {
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A print service of the test's own, in a folder of its own, on a port of its own. */
async function startCups(life: Lifetime, port: number): Promise<AsyncDisposable> {
  const home = life.own(mkdtempSync(join(tmpdir(), 'riverside-cups-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  for (const folder of ['state', 'cache', 'spool/tmp']) mkdirSync(join(home, folder), { recursive: true })
  const files = {
    ServerRoot: '',
    StateDir: 'state',
    CacheDir: 'cache',
    RequestRoot: 'spool',
    TempDir: 'spool/tmp',
    AccessLog: 'access.log',
    ErrorLog: 'error.log',
    PageLog: 'page.log',
  }
  writeFileSync(
    join(home, 'cups-files.conf'),
    Object.entries(files)
      .map(([name, path]) => `${name} ${join(home, path)}`)
      .join('\n'),
  )
  writeFileSync(
    join(home, 'cupsd.conf'),
    `Listen localhost:${port}\nBrowsing Off\nWebInterface No\nDefaultAuthType None\nPreserveJobFiles No\n<Location />\n  Order allow,deny\n  Allow localhost\n</Location>\n<Location /admin>\n  Order allow,deny\n  Allow localhost\n</Location>\n<Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n`,
  )
  const cups = spawn('/usr/sbin/cupsd', ['-f', '-c', join(home, 'cupsd.conf'), '-s', join(home, 'cups-files.conf')], {
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => cups.on('exit', resolve))
  const end = async () => {
    cups.kill('SIGTERM')
    await ended
  }
  await vi.waitFor(() => askIpp({ host: 'localhost', port }, '/', ippOperation.getPrinterAttributes, []), {
    timeout: 10_000,
    interval: 100,
  })
  return { [Symbol.asyncDispose]: end }
}
