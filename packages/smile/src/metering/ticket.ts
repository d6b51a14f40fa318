import { z } from 'zod'

/** What may be drawn on a boat ticket (船票): twelve things of the river that nobody takes for one another. */
export const ticketSigns = [
  'anchor',
  'boat',
  'bridge',
  'crane',
  'fish',
  'gull',
  'helm',
  'lantern',
  'moon',
  'reed',
  'tower',
  'umbrella',
] as const
export type TicketSign = (typeof ticketSigns)[number]

/** How many signs stand on a ticket: 12⁵ = 248,832 tickets that differ. */
export const signsOnTicket = 5

const letters = 'abcdefghijkl'

/** The signs of a ticket as letters, `a` for the first of `ticketSigns`. */
export const TicketCode = z.string().regex(/^[a-l]{5}$/, 'five letters from a to l')
export type TicketCode = z.infer<typeof TicketCode>

export const codeOfSigns = (signs: readonly TicketSign[]): TicketCode =>
  signs.map((sign) => letters[ticketSigns.indexOf(sign)] ?? '').join('')

export const signsOfCode = (code: TicketCode): readonly TicketSign[] =>
  [...code].flatMap((letter) => ticketSigns[letters.indexOf(letter)] ?? [])

/**
 * The ticket that is drawn for a token of 128 random bits. Two tokens may look alike: whoever issues draws another token until the
 * signs are free.
 */
export function codeOfToken(token: Uint8Array): TicketCode {
  let rest = token.reduce((sum, byte) => (sum * 256n + BigInt(byte)) as bigint, 0n as bigint)
  let code = ''
  while (code.length < signsOnTicket) {
    code += letters[Number(rest % 12n)] ?? ''
    rest /= 12n
  }
  return code
}

/** Minutes up to which each bin of the stay reaches, the last one for whoever stays longer. */
const staysUpTo = [10, 20, 30, 45, 60, 90, 120] as const

export const stayBins = staysUpTo.length + 1

/** The bin of a stay, 0 to 7. @param stay milliseconds of a stopwatch. */
export function stayBinOf(stay: number): number {
  const bin = staysUpTo.findIndex((minutes) => stay < minutes * 60_000)
  return bin < 0 ? staysUpTo.length : bin
}
