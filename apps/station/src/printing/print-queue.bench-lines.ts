import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { calibrationSheet } from '@riverside/postcard'
import { openCardLetters } from '../postcard/card-letters.ts'
import { cardPdf } from '../postcard/card-pdf.ts'
import { openStore } from '../store/store.ts'
import { cupsPrinter } from './cups-printer.ts'
import { paperTray } from './paper-tray.ts'
import { PrintDesk, printRules } from './print-desk.ts'
import { canPretendPrinters, startAnnouncer, startCups, startPrinter } from './print-service-for-tests.ts'
import { printTickets } from './print-tickets.ts'

type Measured = { readonly name: string; readonly value: number; readonly unit: string; readonly against?: string }

const cards = 40
/** Cards on their way at a time; a station has fewer. */
const together = 5

/** Many cards through a real queue to a driverless printer: how long one takes, and what stays behind of all of them. */
export async function benches(): Promise<Measured[]> {
  if (!canPretendPrinters) return []
  const folder = mkdtempSync(join(tmpdir(), 'riverside-print-bench-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  using store = opened.value
  await using cups = await startCups()
  await using announcer = await startAnnouncer()
  await using device = await startPrinter(announcer)
  cups.addQueue('card', device.uri)
  const clock = { now: Date.now, elapsed: () => performance.now() }
  const tray = paperTray(store, clock, 10)
  tray.filled(cards)
  using desk = new PrintDesk({
    printer: cupsPrinter({ queue: 'card', server: cups.server }),
    tickets: printTickets(store, clock),
    tray,
    clock,
    announce: () => {},
    rules: { ...printRules, sheetsAnHour: cards, lookEvery: 200, lookEveryBusy: 100 },
  })
  const letters = openCardLetters()
  const printOne = async () => {
    const draw = () => cardPdf(calibrationSheet(1), letters, new Uint8Array(), '2026-03-14')
    const sent = await desk.print({ once: randomUUID(), of: 'card' }, draw)
    if (!sent.ok) throw new Error(sent.error)
    while (desk.read(sent.value.ticket)?.state !== 'printed') await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const printMany = async (count: number) => {
    for (let at = 0; at < count; at += together) await Promise.all(Array.from({ length: together }, printOne))
  }
  await printMany(cards / 10)
  const before = memory()
  const began = performance.now()
  await printMany(cards - cards / 10)
  const took = performance.now() - began
  const after = memory()
  const came = device.tray().length
  rmSync(folder, { recursive: true, force: true })
  return [
    { name: 'print-cards', value: came, unit: 'sheets', against: `${cards} asked for, ${tray.seen().left} left` },
    { name: 'print-card-time', value: round(took / (cards - cards / 10)), unit: 'ms' },
    {
      name: 'print-heap-growth',
      value: round((after - before) / 1024),
      unit: 'KiB',
      against: `${cards - cards / 10} cards`,
    },
  ]
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Bytes in use once everything that can be let go is gone. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
