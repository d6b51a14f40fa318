import { type Clock, type Elapsed, fail, type Instant, ok, type Result } from '@riverside/kit'
import { codeOfToken, type Door, isInPace, paced, type TicketCode, wrongTicketPaces } from '@riverside/smile'
import type { Pair } from './bucket-store.ts'

/**
 * Boat tickets (船票) from the first reading of the day to the last. All of it is memory: nothing of a ticket is ever written down, and
 * what is not given back by closing time is forgotten then.
 */
export type TicketDesk = {
  /** A receipt for a reading that could be read; whoever holds it may buy a ticket, or give one back. */
  readingTaken(door: Door, smiled: boolean): string
  issue(receipt: string): Result<{ code: TicketCode; until: Instant }, 'no-reading'>
  /** The pair of the ticket's reading and the receipt's; the ticket and the receipt are gone with it. */
  give(receipt: string, code: TicketCode): Result<Pair, TicketProblem>
  /** Forgets what is past its time. */
  sweep(): void
}

type TicketProblem = 'no-reading' | 'unknown-ticket' | 'used-ticket' | 'tickets-lost' | 'resting'

type Seen = { readonly door: Door; readonly smiled: boolean; readonly at: Elapsed }
type Ticket = { readonly smiled: boolean; readonly at: Elapsed; readonly until: Elapsed }

/** Milliseconds a receipt is good for: long enough to find a ticket in a bag. */
const receiptLasts = 300_000

/**
 * @param closing when the station next shuts, after the moment asked about
 * @param wasOpen whether visitors may already have been here today when the desk began, so that tickets may have been lost
 * @param token 128 random bits
 */
export function ticketDesk({
  clock,
  closing,
  wasOpen,
  token,
}: {
  clock: Clock
  closing: (now: Instant) => Instant
  wasOpen: boolean
  token: () => Uint8Array
}): TicketDesk {
  const receipts = new Map<string, Seen>()
  const tickets = new Map<TicketCode, Ticket>()
  // A ticket that was given back is told from one that never was, until all are forgotten.
  const used = new Map<TicketCode, Elapsed>()
  let wrong: readonly number[] = []
  // Time goes by the stopwatch, so that a clock that is set neither kills tickets nor lets them live on.
  const untilClosing = (): Elapsed => clock.elapsed() + closing(clock.now()) - clock.now()
  const lostUntil = wasOpen ? untilClosing() : Number.NEGATIVE_INFINITY

  function sweep(): void {
    const now = clock.elapsed()
    for (const [receipt, { at }] of receipts) if (now - at >= receiptLasts) receipts.delete(receipt)
    for (const [code, { until }] of tickets) if (now >= until) tickets.delete(code)
    for (const [code, until] of used) if (now >= until) used.delete(code)
  }

  /** A ticket whose signs nobody else carries today. */
  function freeCode(): TicketCode {
    for (;;) {
      const code = codeOfToken(token())
      if (!tickets.has(code) && !used.has(code)) return code
    }
  }

  function problemWith(code: TicketCode): TicketProblem {
    wrong = paced(wrong, clock.elapsed(), wrongTicketPaces)
    if (used.has(code)) return 'used-ticket'
    return clock.elapsed() < lostUntil ? 'tickets-lost' : 'unknown-ticket'
  }

  return {
    readingTaken(door, smiled) {
      sweep()
      const receipt = Buffer.from(token()).toString('base64url')
      receipts.set(receipt, { door, smiled, at: clock.elapsed() })
      return receipt
    },
    issue(receipt) {
      sweep()
      const reading = receipts.get(receipt)
      if (reading?.door !== 'entry') return fail('no-reading')
      receipts.delete(receipt)
      const code = freeCode()
      tickets.set(code, { smiled: reading.smiled, at: reading.at, until: untilClosing() })
      return ok({ code, until: closing(clock.now()) })
    },
    give(receipt, code) {
      sweep()
      const reading = receipts.get(receipt)
      if (reading?.door !== 'exit') return fail('no-reading')
      if (!isInPace(wrong, clock.elapsed(), wrongTicketPaces)) return fail('resting')
      const ticket = tickets.get(code)
      if (ticket === undefined) return fail(problemWith(code))
      receipts.delete(receipt)
      tickets.delete(code)
      used.set(code, ticket.until)
      return ok({ entry: ticket.smiled, exit: reading.smiled, stay: reading.at - ticket.at })
    },
    sweep,
  }
}
