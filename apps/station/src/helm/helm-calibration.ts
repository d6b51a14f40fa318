import { KeptCalibration } from '@riverside/contract'
import { type Clock, fail, ok, parseJson, type Result } from '@riverside/kit'
import { type HelmCalibration, type HelmDriver, withCalibration } from '@riverside/voyage'
import type { Store } from '../store/store.ts'

/** How the station's wheel is read: what staff last found out about it, laid over what the station file says. */
export type Calibrated = {
  readonly inFile: HelmDriver
  /** The one in force; none where the file names another kind of wheel by now. */
  readonly kept: () => KeptCalibration | undefined
  readonly driver: () => HelmDriver
  keep(calibration: HelmCalibration, by: string): Result<undefined, 'another-wheel'>
  drop(): void
}

const setting = 'helm-calibration'

export function helmCalibration(store: Store, inFile: HelmDriver, clock: Clock): Calibrated {
  const kept = (): KeptCalibration | undefined => {
    const found = KeptCalibration.safeParse(parseJson(store.readSetting(setting) ?? 'null'))
    return found.success && found.data.calibration.kind === inFile.kind ? found.data : undefined
  }
  return {
    inFile,
    kept,
    driver: () => withCalibration(inFile, kept()?.calibration),
    keep(calibration, by) {
      if (calibration.kind !== inFile.kind) return fail('another-wheel')
      store.writeSetting(setting, JSON.stringify({ calibration, by, at: clock.now() } satisfies KeptCalibration))
      return ok(undefined)
    },
    drop: () => store.writeSetting(setting, 'null'),
  }
}
