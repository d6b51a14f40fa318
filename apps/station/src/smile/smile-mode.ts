import type { StationFile } from '@riverside/contract'
import { type Clock, fail, ok, type Result } from '@riverside/kit'
import { dayOf, Mode, quarterAt } from '@riverside/smile'
import type { Store } from '../store/store.ts'

type Compliance = 'none' | 'valid' | 'expired'

/** How the smile reader may work: what staff last chose, as far as the compliance record still allows it. */
export type SmileMode = {
  /** Ambient without a valid record, or after its last day, is opt-in: a reading then needs a visitor's tap again. */
  readonly current: () => Mode
  readonly compliance: () => Compliance
  choose(mode: Mode): Result<Mode, 'no-compliance'>
}

const setting = 'smile-mode'

export function smileMode(store: Store, file: StationFile, clock: Clock): SmileMode {
  const today = () => dayOf(quarterAt(clock.now()))
  const compliance = (): Compliance => {
    const record = file.smile.compliance
    if (record === null || record.signageChecked > today()) return 'none'
    return today() <= record.expires ? 'valid' : 'expired'
  }
  return {
    current() {
      const chosen = Mode.safeParse(store.readSetting(setting))
      const wanted = chosen.success ? chosen.data : file.smile.mode
      return wanted === 'ambient' && compliance() !== 'valid' ? 'opt-in' : wanted
    },
    compliance,
    choose(mode) {
      if (mode === 'ambient' && compliance() !== 'valid') return fail('no-compliance')
      store.writeSetting(setting, mode)
      return ok(mode)
    },
  }
}
