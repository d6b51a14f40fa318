import type { HelmNews } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { type CounterSettings, readCounts, unread } from '@riverside/voyage'
import { type OwnWheel, steadied } from './own-wheel.ts'

/** Reads the news the shell brings of a brass wheel: counts become turns; what is plugged in again begins where it is. */
export function serialWheel(settings: CounterSettings, clock: Clock, wheel: OwnWheel): (news: HelmNews) => void {
  let reading = unread
  const press = steadied(clock, wheel.pressed)
  return (news) => {
    if (news.type === 'turned') {
      wheel.saw({ type: 'turned', raw: news.counts })
      const read = readCounts(reading, news.counts, settings)
      reading = read.reading
      if (read.turns !== 0) wheel.turned(read.turns)
    } else if (news.type === 'button') {
      if (news.pressed) press()
    } else {
      reading = unread
      if (news.type === 'lost') wheel.lost()
      else wheel.connected()
    }
  }
}
