import { FaceReadings, PrinterTrouble, PrintState, rulers } from '@riverside/postcard'
import { z } from 'zod'
import { DeviceState } from './health.ts'
import { Nothing, route } from './route.ts'

/** A printer as its readers judge it: `reason` says what stands in the way. */
const PrinterSeen = DeviceState.extend({ reason: PrinterTrouble.optional() })

/**
 * How cards get their second face. `both`: the printer turns the sheet itself. `turn`: a visitor turns it between two passes.
 * `front`: the paper comes with its back printed.
 */
export const PrintedSides = z.enum(['both', 'turn', 'front'])
export type PrintedSides = z.infer<typeof PrintedSides>

/** The printer of this station, as a visitor must know it before writing. */
export const readPrinter = route({
  method: 'GET',
  path: '/api/printer',
  caller: 'screen',
  body: Nothing,
  reply: PrinterSeen,
  problems: [],
})

/** How far one print is. `printed` is said only once the print service has completed the job. */
export const Print = z.strictObject({
  ticket: z.string(),
  state: PrintState,
  trouble: PrinterTrouble.optional(),
  /** Jobs before this one. */
  ahead: z.number().int().nonnegative(),
  /** Seconds for which a held card is still kept. */
  heldFor: z.number().nonnegative().optional(),
  /** Cards this visit may still print. */
  copiesLeft: z.number().int().nonnegative(),
  /** True where the sheet is to be turned by hand and its back printed next. */
  wantsTurning: z.boolean(),
  /** True where the printer only pretends: nothing will lie in the tray. */
  pretend: z.boolean(),
})
export type Print = z.infer<typeof Print>

export const readPrint = route({
  method: 'GET',
  path: '/api/postcards/print/:ticket',
  caller: 'screen',
  body: Nothing,
  reply: Print,
  problems: ['no-such-ticket'],
})

/** Why a print was not begun. */
export const printRefusals = ['printer-away', 'paper-out', 'paper-budget-spent', 'copies-spent'] as const
export type PrintRefusal = (typeof printRefusals)[number]

/** The sheets in the tray as staff last counted them, less those that were printed since. */
export const PaperTray = z.strictObject({
  /** `null` until somebody has counted. */
  left: z.number().int().nonnegative().nullable(),
  isLow: z.boolean(),
})
export type PaperTray = z.infer<typeof PaperTray>

/** How far off a face was printed: millimetres, per cent, degrees clockwise. */
const Off = z.strictObject({
  right: z.number(),
  down: z.number(),
  wider: z.number(),
  higher: z.number(),
  turned: z.number(),
  most: z.number().describe('Millimetres of the corner that lies furthest off.'),
})
export type Off = z.infer<typeof Off>

/** The printer as staff see it. */
export const PrinterDesk = z.strictObject({
  printer: PrinterSeen,
  kind: z.enum(['none', 'pretend', 'cups']),
  queue: z.string().nullable(),
  sides: PrintedSides,
  tray: PaperTray.extend({ filled: z.number().int().nullable(), filledAt: z.number().int().nullable() }),
  /** Cards on their way, those of them that wait for the printer, and those of the last hour. */
  cards: z.strictObject({ underWay: z.number().int(), held: z.number().int(), lastHour: z.number().int() }),
  limits: z.strictObject({ sheetsAnHour: z.number().int(), copiesAVisit: z.number().int() }),
  /** What a technician should put right, although cards come out. */
  notes: z.array(z.enum(['no-card-size', 'no-two-sides', 'keeps-cards', 'blind-when-idle', 'prints-again'])),
  calibration: z.strictObject({
    /** The sheet that was printed last; its readings are what may be entered. */
    sheet: z.strictObject({ number: z.number().int(), print: Print.nullable() }).nullable(),
    /** What corrects every print now, and how far off the sheet was that it came from. */
    kept: z
      .strictObject({ at: z.number().int(), number: z.number().int(), front: Off, back: Off.nullable() })
      .nullable(),
  }),
})
export type PrinterDesk = z.infer<typeof PrinterDesk>

export const readPrinterDesk = route({
  method: 'GET',
  path: '/api/staff/printer',
  caller: 'staff',
  body: Nothing,
  reply: PrinterDesk,
  problems: [],
})

/** 添好了: so many sheets lie in the tray now. */
export const refillPaper = route({
  method: 'POST',
  path: '/api/staff/printer/paper',
  caller: 'staff',
  body: z.strictObject({ sheets: z.number().int().min(0).max(999) }),
  reply: PrinterDesk,
  problems: [],
})

/** Sets a queue going again that somebody stopped. */
export const resumePrinter = route({
  method: 'POST',
  path: '/api/staff/printer/resume',
  caller: 'staff',
  body: Nothing,
  reply: PrinterDesk,
  problems: ['not-resumed'],
})

/** Prints a calibration sheet with the correction in force, which makes it the test print as well. */
export const printCalibrationSheet = route({
  method: 'POST',
  path: '/api/staff/printer/sheet',
  caller: 'staff',
  body: z.strictObject({ once: z.uuid() }),
  reply: PrinterDesk,
  problems: printRefusals,
})

/** The rulers of a calibration sheet as they are named on it. */
export const RulerName = z.enum(rulers.map(({ name }) => name))

/** Readings of the sheet that was printed last: one of either face, A to H. A card printed on its front alone has no back. */
export const keepPrinterCalibration = route({
  method: 'POST',
  path: '/api/staff/printer/calibration',
  caller: 'staff',
  body: z.strictObject({ number: z.number().int(), front: FaceReadings, back: FaceReadings.nullable() }),
  /** Where the readings are refused, the rulers to be read again are named. */
  reply: z.discriminatedUnion('kept', [
    z.strictObject({ kept: z.literal(true), desk: PrinterDesk }),
    z.strictObject({
      kept: z.literal(false),
      face: z.enum(['front', 'back']),
      why: z.enum(['not-a-reading', 'readings-disagree', 'wrong-size', 'too-far', 'too-crooked']),
      rulers: z.array(RulerName),
    }),
  ]),
  problems: ['another-sheet'],
})

/** Prints as the printer does by itself again. */
export const dropPrinterCalibration = route({
  method: 'POST',
  path: '/api/staff/printer/calibration/drop',
  caller: 'staff',
  body: Nothing,
  reply: PrinterDesk,
  problems: [],
})
