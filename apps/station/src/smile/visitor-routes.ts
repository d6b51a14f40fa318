import { randomBytes } from 'node:crypto'
import { giveTicket, issueTicket, recordAnswer, type StationFile } from '@riverside/contract'
import { type Clock, fail, type Instant, ok } from '@riverside/kit'
import { answerPaces, dayAfter, dayOf, dayStart, isInPace, paced, quarterAt } from '@riverside/smile'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { BucketStore } from './bucket-store.ts'
import type { SmileMode } from './smile-mode.ts'
import { type TicketDesk, ticketDesk } from './ticket-desk.ts'
import { hoursOf, isOpenAt, timeOf } from './today.ts'

/** How often tickets past their time are looked for, in milliseconds. */
const sweepEvery = 30_000
/** Days looked ahead for the next closing time. */
const farthestClosing = 14

/** What visitors themselves say: five buttons on the way out, and a boat ticket from one door to the other. */
export function visitorRoutes(
  app: FastifyInstance,
  { file, clock, mode, buckets }: { file: StationFile; clock: Clock; mode: SmileMode; buckets: BucketStore },
): { readonly tickets: TicketDesk } {
  let answered: readonly number[] = []
  serve(app, recordAnswer, ({ button }) => {
    const now = clock.elapsed()
    if (button !== null) {
      if (!isInPace(answered, now, answerPaces)) return ok({ counted: false })
      answered = paced(answered, now, answerPaces)
    }
    buckets.addAnswer(button, mode.current(), clock.now())
    return ok({ counted: true })
  })

  const tickets = ticketDesk({
    clock,
    closing: (now) => nextClosing(file, now),
    wasOpen: isOpenAt(file, clock.now()),
    token: () => randomBytes(16),
  })
  const sweeping = setInterval(tickets.sweep, sweepEvery)
  sweeping.unref()
  app.addHook('onClose', async () => clearInterval(sweeping))

  serve(app, issueTicket, ({ receipt }) => {
    const issued = tickets.issue(receipt)
    return issued.ok ? ok({ code: issued.value.code, until: timeOf(issued.value.until) }) : issued
  })
  serve(app, giveTicket, ({ receipt, code }) => {
    const given = tickets.give(receipt, code)
    if (!given.ok) return given
    // Staff changed the mode between the reading and the ticket: a pair belongs to readings by tap alone.
    return buckets.addPair(given.value, clock.now()) ? ok(undefined) : fail('no-reading')
  })
  return { tickets }
}

/** When the station next shuts after this moment; a station that does not open for a fortnight forgets after a day. */
export function nextClosing(file: StationFile, now: Instant): Instant {
  const today = dayOf(quarterAt(now))
  for (let ahead = 0; ahead < farthestClosing; ahead++) {
    const day = dayAfter(today, ahead)
    const hours = hoursOf(file, day)
    if (hours === null) continue
    const [hour = 0, minute = 0] = hours.close.split(':').map(Number)
    const closes = dayStart(day) + (hour * 60 + minute) * 60_000
    if (closes > now) return closes
  }
  return now + 86_400_000
}
