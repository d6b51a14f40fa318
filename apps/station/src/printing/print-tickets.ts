import type { Clock, Elapsed } from '@riverside/kit'
import { type Course, isOver, type PrintState, sentCourse } from '@riverside/postcard'
import type { Store } from '../store/store.ts'

/** What a ticket was given for: a card, the back of one whose sheet was turned by hand, or a calibration sheet. */
export type Printed = 'card' | 'back' | 'sheet'

/** One print, as long as it matters: whose request it answers, under which number the print service has it, and how far it is. */
export type Ticket = {
  readonly ticket: string
  /** The request's own mark; the same again is the same print. */
  readonly once: string
  readonly visit: string | undefined
  readonly of: Printed
  /** `undefined` until the print service has said the number. */
  readonly job: string | undefined
  readonly course: Course
  readonly askedAt: Elapsed
  /** True once the print service keeps nothing of it. */
  readonly isCleared: boolean
}

export type PrintTickets = {
  all(): readonly Ticket[]
  /** Writes a new ticket or what has changed in one; `also` happens in the same transaction. */
  write(ticket: Ticket, also?: () => void): void
  forget(ticket: string): void
}

type Row = {
  readonly ticket: string
  readonly once: string
  readonly visit: string | null
  readonly printed: Printed
  readonly job: string | null
  readonly state: PrintState
  readonly has_begun: number
  readonly held_since: number | null
  readonly still_since: number | null
  readonly asked_at: number
  readonly cleared: number
}

/**
 * Tickets in the database, so that a station that starts again knows what it handed to the print service. Nothing of a card is in
 * them: while it waits, its only copy is the print service's own. Times are kept as the calendar has them and come back as the
 * stopwatch's; a calendar that was set meanwhile makes nothing older than it can be, nor younger than now.
 */
export function printTickets({ database, inOneGo }: Store, clock: Clock): PrintTickets {
  const select = database.prepare('SELECT * FROM print_ticket ORDER BY asked_at')
  const upsert = database.prepare(`
    INSERT INTO print_ticket (ticket, once, visit, printed, job, state, has_begun, held_since, still_since, asked_at,
      cleared)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (ticket) DO UPDATE SET job = excluded.job, state = excluded.state, has_begun = excluded.has_begun,
      held_since = excluded.held_since, still_since = excluded.still_since, cleared = excluded.cleared`)
  const remove = database.prepare('DELETE FROM print_ticket WHERE ticket = ?')
  const asInstant = (elapsed: Elapsed) => Math.round(clock.now() - (clock.elapsed() - elapsed))
  const asElapsed = (instant: number) => clock.elapsed() - Math.min(Math.max(0, clock.now() - instant), longest)
  return {
    all: () => (select.all() as Row[]).map((row) => ticketOf(row, asElapsed)),
    write: (ticket, also) =>
      inOneGo(() => {
        const { course } = ticket
        upsert.run(
          ticket.ticket,
          ticket.once,
          ticket.visit ?? null,
          ticket.of,
          ticket.job ?? null,
          course.state,
          course.hasBegun ? 1 : 0,
          course.heldSince === undefined ? null : asInstant(course.heldSince),
          course.stillSince === undefined ? null : asInstant(course.stillSince),
          asInstant(ticket.askedAt),
          ticket.isCleared ? 1 : 0,
        )
        also?.()
      }),
    forget: (ticket) => void remove.run(ticket),
  }
}

/** Milliseconds; beyond an hour no ticket's age makes a difference. */
const longest = 3_600_000

const ticketOf = (row: Row, asElapsed: (instant: number) => Elapsed): Ticket => ({
  ticket: row.ticket,
  once: row.once,
  visit: row.visit ?? undefined,
  of: row.printed,
  job: row.job ?? undefined,
  course: {
    ...sentCourse,
    state: row.state,
    hasBegun: row.has_begun === 1,
    heldSince: row.held_since === null || isOver(row.state) ? undefined : asElapsed(row.held_since),
    stillSince: row.still_since === null || isOver(row.state) ? undefined : asElapsed(row.still_since),
  },
  askedAt: asElapsed(row.asked_at),
  isCleared: row.cleared === 1,
})
