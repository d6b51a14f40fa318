import { TicketCode } from '@riverside/smile'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

/**
 * One answer to the five buttons at the exit, 1 the worst and 5 the best; `null` from a visitor who was asked and walked by. There is no
 * door in it: how the visit was can only be said on the way out, and the figures count answers among those who left.
 */
export const SelfReportAnswer = z.strictObject({ button: z.number().int().min(1).max(5).nullable() })
export type SelfReportAnswer = z.infer<typeof SelfReportAnswer>

/** Adds one answer to its quarter-hour; `counted` is false where answers come faster than people can. */
export const recordAnswer = route({
  method: 'POST',
  path: '/api/smile/answers',
  caller: 'screen',
  body: SelfReportAnswer,
  reply: z.strictObject({ counted: z.boolean() }),
  problems: [],
})

/** What shows that a reading was made here just now, without a word of what was read. */
export const ReadingReceipt = z.string().regex(/^[A-Za-z0-9_-]{22}$/, '128 random bits as base64url')

/** A boat ticket (船票) for a reading at the entry; one receipt buys one. */
export const issueTicket = route({
  method: 'POST',
  path: '/api/smile/tickets',
  caller: 'screen',
  body: z.strictObject({ receipt: ReadingReceipt }),
  reply: z.strictObject({
    code: TicketCode,
    /** Shanghai time at which the station shuts and every ticket is forgotten. */
    until: z.string(),
  }),
  problems: ['no-reading'],
})

/**
 * Gives a ticket back after a reading at the exit: one pair is counted and the ticket is gone. `tickets-lost`: it is not known, and the
 * station was started again since it opened today; `resting`: too many wrong ones in a minute.
 */
export const giveTicket = route({
  method: 'POST',
  path: '/api/smile/tickets/given',
  caller: 'screen',
  body: z.strictObject({ receipt: ReadingReceipt, code: TicketCode }),
  reply: Nothing,
  problems: ['no-reading', 'unknown-ticket', 'used-ticket', 'tickets-lost', 'resting'],
})
