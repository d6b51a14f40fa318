import { type Clock, fail, ok, parseJson, type Result } from '@riverside/kit'
import {
  Affine,
  correctedBy,
  type FaceReadings,
  identity,
  offOf,
  PrintCorrection,
  type ReadingProblem,
  readSheet,
} from '@riverside/postcard'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

/** The sheet whose readings may be entered, and the correction it was printed with. */
const Sheet = z.object({ number: z.number().int(), printedWith: PrintCorrection.nullable() })
const Kept = z.object({
  at: z.number(),
  number: z.number().int(),
  correction: PrintCorrection,
  /** Where the sheet's print landed. */
  landed: z.object({ front: Affine, back: Affine.nullable() }),
})
const Calibration = z.object({ sheet: Sheet.nullable(), kept: Kept.nullable() })
type Calibration = z.infer<typeof Calibration>

const setting = 'printer-calibration'
const none: Calibration = { sheet: null, kept: null }

type ReadFace = { readonly face: 'front' | 'back' } & ReadingProblem

/** How this station's printer errs, found from one sheet and applied to every print from then on. */
export type PrinterCalibration = {
  readonly correction: () => PrintCorrection | undefined
  /** The number of the next sheet. */
  readonly next: () => number
  readonly sheet: () => number | undefined
  readonly kept: () =>
    | {
        readonly at: number
        readonly number: number
        readonly front: ReturnType<typeof offOf>
        readonly back: ReturnType<typeof offOf> | null
      }
    | undefined
  /** A sheet of this number went to the printer with the correction in force. */
  printed(number: number): void
  keep(number: number, front: FaceReadings, back: FaceReadings | null): Result<undefined, 'another-sheet' | ReadFace>
  drop(): void
}

export function printerCalibration(
  store: Pick<Store, 'readSetting' | 'writeSetting'>,
  clock: Clock,
): PrinterCalibration {
  const read = (): Calibration => {
    const found = Calibration.safeParse(parseJson(store.readSetting(setting) ?? 'null'))
    return found.success ? found.data : none
  }
  const write = (calibration: Calibration) => store.writeSetting(setting, JSON.stringify(calibration))
  const calibration: PrinterCalibration = {
    correction: () => read().kept?.correction,
    next: () => (read().sheet?.number ?? 0) + 1,
    sheet: () => read().sheet?.number,
    kept() {
      const { kept } = read()
      if (kept === null) return undefined
      const { front, back } = kept.landed
      return { at: kept.at, number: kept.number, front: offOf(front), back: back && offOf(back) }
    },
    printed: (number) => write({ ...read(), sheet: { number, printedWith: calibration.correction() ?? null } }),
    keep(number, front, back) {
      const { sheet } = read()
      if (sheet === null || sheet.number !== number) return fail('another-sheet')
      const before = sheet.printedWith ?? { front: identity, back: identity }
      const readFront = readSheet(front)
      if (!readFront.ok) return fail({ face: 'front', ...readFront.error })
      const readBack = back === null ? undefined : readSheet(back)
      if (readBack?.ok === false) return fail({ face: 'back', ...readBack.error })
      const landed = { front: readFront.value, back: readBack?.value ?? null }
      const correction = {
        front: correctedBy(before.front, landed.front),
        back: landed.back === null ? before.back : correctedBy(before.back, landed.back),
      }
      write({ sheet, kept: { at: clock.now(), number, correction, landed } })
      return ok(undefined)
    },
    drop: () => write({ ...read(), kept: null }),
  }
  return calibration
}
