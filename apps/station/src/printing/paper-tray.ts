import type { PaperTray } from '@riverside/contract'
import { type Clock, parseJson } from '@riverside/kit'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const Count = z.object({ left: z.number().int(), filled: z.number().int(), at: z.number() })
type Count = z.infer<typeof Count>

const setting = 'printer-paper'

/** The sheets in the printer, counted by staff when they fill it and by completed prints from then on. */
export type Tray = {
  /** What staff counted last, if anybody ever did. */
  count(): Count | undefined
  seen(): PaperTray
  filled(sheets: number): void
  /** So many sheets have come out. */
  took(sheets: number): void
}

/** @param low sheets left at which staff are asked for more */
export function paperTray(store: Pick<Store, 'readSetting' | 'writeSetting'>, clock: Clock, low: number): Tray {
  const count = (): Count | undefined => {
    const found = Count.safeParse(parseJson(store.readSetting(setting) ?? 'null'))
    return found.success ? found.data : undefined
  }
  const write = (count: Count) => store.writeSetting(setting, JSON.stringify(count))
  return {
    count,
    seen() {
      const left = count()?.left ?? null
      return { left, isLow: left !== null && left <= low }
    },
    filled: (sheets) => write({ left: sheets, filled: sheets, at: clock.now() }),
    took(sheets) {
      const now = count()
      if (now !== undefined && sheets > 0) write({ ...now, left: Math.max(0, now.left - sheets) })
    },
  }
}
