import type { Clock, Instant } from '@riverside/kit'
import { dayOf, dayStart, monthsBefore, quarterAt } from '@riverside/smile'
import type { Store } from '../store/store.ts'
import { bucketSums, spanOfQuarter } from './bucket-sums.ts'

/** Months for which quarter-hours and hours are kept; days are kept for good. */
export const keptMonths = { quarter: 13, hour: 36 } as const

/** How often a running station looks whether a day has grown too old, in milliseconds. */
const lookEvery = 3_600_000

const setting = 'quarters-kept-from'

/** Quarter-hours before this instant have been added up and let go. */
export const keptFrom = (store: Store): Instant => {
  const day = store.readSetting(setting)
  return day === undefined ? Number.NEGATIVE_INFINITY : dayStart(day)
}

/**
 * Adds quarter-hours older than 13 months up to hours and days, and lets go of them, and of hours older than 36 months. All of it
 * happens in one transaction, or nothing. Gives how many quarter-hours went.
 */
export function retire(store: Store, now: Instant): number {
  // Counted from the newest count at most: a clock that leapt years ahead must not make everything old.
  const newest = (
    store.database.prepare('SELECT max(quarter) AS quarter FROM bucket').get() as { quarter: string | null }
  ).quarter
  if (newest === null) return 0
  const today = dayOf([quarterAt(now), newest].sort()[0] ?? newest)
  const day = monthsBefore(today, keptMonths.quarter)
  const cut = dayStart(day)
  if (cut <= keptFrom(store)) return 0
  const { database } = store
  const sums = Object.entries(bucketSums)
  const before = quarterAt(cut)
  return store.inOneGo(() => {
    for (const length of ['hour', 'day'] as const)
      database
        .prepare(
          `INSERT INTO total (length, station, door, span, mode, ${sums.map(([name]) => name).join(', ')})
           SELECT '${length}', station, door, ${spanOfQuarter[length]}, mode, ${sums.map(([, sum]) => sum).join(', ')}
           FROM bucket WHERE quarter < ? GROUP BY station, door, ${spanOfQuarter[length]}, mode`,
        )
        .run(before)
    const gone = Number(database.prepare('DELETE FROM bucket WHERE quarter < ?').run(before).changes)
    database
      .prepare(`DELETE FROM total WHERE length = 'hour' AND span < ?`)
      .run(quarterAt(dayStart(monthsBefore(today, keptMonths.hour))).slice(0, 13))
    store.writeSetting(setting, day)
    return gone
  })
}

/** Retires at once and then as days pass, until it is stopped. */
export function keepRetiring(
  store: Store,
  clock: Clock,
  log: (event: { event: string; [fact: string]: unknown }) => void,
): { stop(): void } {
  const look = () => {
    const gone = retire(store, clock.now())
    if (gone > 0) log({ event: 'quarter-hours-retired', gone })
  }
  look()
  const timer = setInterval(look, lookEvery)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
