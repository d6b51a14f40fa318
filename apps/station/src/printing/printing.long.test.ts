import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Lifetime } from '@riverside/kit'
import { Draft, Scene } from '@riverside/postcard'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { openCardLetters } from '../postcard/card-letters.ts'
import { drawCard } from '../postcard/draw-card.ts'
import { openStore } from '../store/store.ts'
import { cupsPrinter, lpArguments } from './cups-printer.ts'
import { askIpp, ippOperation, readIpp, writeIpp } from './ipp.ts'
import { paperTray } from './paper-tray.ts'
import { PrintDesk, printRules } from './print-desk.ts'
import { printTickets } from './print-tickets.ts'

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
    expect(await printer.print(new Uint8Array([1]), 'x', 'both')).toEqual({ ok: false, error: 'printer-away' })
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

    const clock = { now: Date.now, elapsed: () => performance.now() }
    const opened = openStore(
      life.own(mkdtempSync(join(tmpdir(), 'riverside-print-')), (path) =>
        rmSync(path, { recursive: true, force: true }),
      ),
    )
    if (!opened.ok) throw new Error(opened.error.code)
    const store = life.own(opened.value, (one) => one[Symbol.dispose]())
    const desk = life.own(
      new PrintDesk({
        printer,
        tickets: printTickets(store, clock),
        tray: paperTray(store, clock, 10),
        clock,
        announce: () => {},
        rules: { ...printRules, lookEvery: 5, lookEveryBusy: 5 },
      }),
      (one) => one[Symbol.dispose](),
    )
    const pdf = await cardPdf()
    const sent = await desk.print({ once: 'once', of: 'card' }, async () => pdf)
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
    expect(await desk.print({ once: 'twice', of: 'card' }, async () => pdf)).toEqual({
      ok: false,
      error: 'printer-away',
    })
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
