import type { Clock, Instant } from '@riverside/kit'
import { Bucket, dayAfter, dayOf, dayStart, quarterAt } from '@riverside/smile'
import { bucketStore } from '../apps/station/src/smile/bucket-store.ts'
import { openStore } from '../apps/station/src/store/store.ts'

/** `full`: ten busy open days and a busy today. `suppressed`: days and hours with too few. `empty`: the first day of a station. */
export type WallDays = 'full' | 'suppressed' | 'empty'

const today = dayOf(quarterAt(Date.now()))
/** Half past five in the afternoon of today, for a station whose day is nearly over. */
export const lateToday: Clock = {
  now: (): Instant => dayStart(today) + 17.52 * 3_600_000,
  elapsed: () => performance.now(),
}

/** Fills the database of the demonstration station with quarter-hours to hang on a wall. */
export function fillWall(data: string, days: WallDays): void {
  if (days === 'empty') return
  const opened = openStore(data)
  if (!opened.ok) throw new Error(opened.error.code)
  using store = opened.value
  const buckets = bucketStore(store, 'demonstration')
  const put = (day: string, hour: number, door: 'entry' | 'exit', x: number, n: number, covered = 900) =>
    buckets.put(
      Bucket.parse({
        station: 'demonstration',
        quarter: quarterAt(dayStart(day) + hour * 3_600_000),
        mode: 'opt-in',
        door,
        x,
        n,
        u: Math.round(n / 9),
        covered_s: covered,
        ...(door === 'entry' ? { in_n: Math.round(n * 1.54) } : { out_n: Math.round(n * 1.51) }),
        ...{ parties: n, sum_x2: x, sum_xn: x, sum_n2: n },
      }),
    )
  store.database.exec('BEGIN')
  const busy = days === 'full' ? 1 : 0.1
  for (let at = 1; at <= 10; at += 1)
    for (let hour = 10; hour < 20; hour += 1) {
      const n = Math.round(busy * (24 + ((at * 7 + hour * 5) % 19)) * (hour === 10 || hour === 19 ? 0.35 : 1))
      const covered = at === 4 ? 300 : 900
      put(dayAfter(today, -at), hour, 'entry', Math.round(n * (0.18 + 0.01 * (at % 6))), n, covered)
      put(
        dayAfter(today, -at),
        hour,
        'exit',
        Math.round(n * (0.48 + 0.012 * (at % 7) + 0.004 * (hour - 10))),
        n,
        covered,
      )
    }
  if (days === 'full')
    for (const [hour, entry, exit] of [
      [10, 9, 16],
      [12, 17, 44],
      [14, 21, 52],
      [16, 24, 60],
      [17.25, 9, 18],
    ] as const) {
      put(today, hour, 'entry', entry, Math.round(entry * 4.16))
      put(today, hour, 'exit', exit, Math.round(exit * 1.74))
    }
  else put(today, 11, 'entry', 2, 7)
  store.database.exec('COMMIT')
}
