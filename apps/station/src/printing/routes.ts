import {
  dropPrinterCalibration,
  keepPrinterCalibration,
  type PrinterDesk,
  printCalibrationSheet,
  readPrinterDesk,
  refillPaper,
  resumePrinter,
  type StationFile,
} from '@riverside/contract'
import { fail, ok } from '@riverside/kit'
import { calibrationSheet } from '@riverside/postcard'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { CardLetters } from '../postcard/card-letters.ts'
import { cardPdf } from '../postcard/card-pdf.ts'
import type { Tray } from './paper-tray.ts'
import type { PrintDesk } from './print-desk.ts'
import type { Printer } from './printer.ts'
import type { PrinterCalibration } from './printer-calibration.ts'

export type PrinterNeeds = {
  readonly settings: StationFile['printer']
  readonly printer: Printer
  readonly desk: PrintDesk
  readonly tray: Tray
  readonly calibration: PrinterCalibration
  readonly letters: CardLetters
  /** The calendar day at the station, such as 2026-03-14. */
  readonly today: () => string
  readonly log: (event: { event: string; [fact: string]: unknown }) => void
}

/** What staff ask of the printer: how it is, paper, a sheet to measure it by, and what was measured. */
export function printerRoutes(app: FastifyInstance, needs: PrinterNeeds): void {
  const { settings, printer, desk, tray, calibration, letters, today, log } = needs
  const view = async (): Promise<PrinterDesk> => {
    const [seen, notes] = await Promise.all([desk.look(), printer.notes()])
    const number = calibration.sheet()
    const counted = tray.count()
    return {
      printer: seen,
      kind: settings.kind,
      queue: settings.kind === 'cups' ? settings.queue : null,
      sides: desk.rules.sides,
      tray: { ...tray.seen(), filled: counted?.filled ?? null, filledAt: counted?.at ?? null },
      cards: desk.cards,
      limits: { sheetsAnHour: desk.rules.sheetsAnHour, copiesAVisit: desk.rules.copiesAVisit },
      // One face at a time needs no printer that turns the sheet.
      notes: notes.filter((note) => note !== 'no-two-sides' || desk.rules.sides === 'both'),
      calibration: {
        sheet: number === undefined ? null : { number, print: desk.newest('sheet') ?? null },
        kept: calibration.kept() ?? null,
      },
    }
  }

  void printer.notes().then((notes) => {
    if (notes.length > 0) log({ event: 'printer-wants-a-technician', notes })
  })
  serve(app, readPrinterDesk, async () => ok(await view()))
  serve(app, refillPaper, async ({ sheets }) => {
    tray.filled(sheets)
    log({ event: 'paper-refilled', sheets })
    return ok(await view())
  })
  serve(app, resumePrinter, async () => ((await printer.resume()) ? ok(await view()) : fail('not-resumed')))
  serve(app, printCalibrationSheet, async ({ once }) => {
    const number = calibration.next()
    const correction = calibration.correction()
    let isNew = false
    const sent = await desk.print({ once, of: 'sheet' }, () => {
      isNew = true
      return cardPdf(calibrationSheet(number), letters, new Uint8Array(), today(), correction)
    })
    if (!sent.ok) return sent
    if (isNew) calibration.printed(number)
    return ok(await view())
  })
  serve(app, keepPrinterCalibration, async ({ number, front, back }) => {
    const kept = calibration.keep(number, front, back)
    if (kept.ok) {
      log({ event: 'printer-calibrated' })
      return ok({ kept: true as const, desk: await view() })
    }
    if (kept.error === 'another-sheet') return fail('another-sheet')
    const { face, code } = kept.error
    return ok({ kept: false as const, face, why: code, rulers: 'rulers' in kept.error ? [...kept.error.rulers] : [] })
  })
  serve(app, dropPrinterCalibration, async () => {
    calibration.drop()
    log({ event: 'printer-calibration-dropped' })
    return ok(await view())
  })
}
