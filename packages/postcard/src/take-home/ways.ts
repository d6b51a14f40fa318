import { ok, type Result } from '@riverside/kit'
import { fragmentOf, type LinkedCard } from './card-link.ts'

/**
 * The codes a card may be written into: one that any phone reads at once, and the densest that is shown. Versions and levels of ISO/IEC 18004
 * with the bits they hold (its table 7). Why these: the measured table in apps/station/TAKE-AWAY.md. One of the readers, which is also the one that reads
 * every code back before it is shown, knows no version 23 at level L.
 */
const codes = {
  easy: { version: 15, level: 'M', bits: 3320 },
  densest: { version: 22, level: 'L', bits: 8048 },
} as const

/** Letters of a fragment that a code still holds after the address of a page, whatever signs that is written in. */
function lettersAfter(page: string, { bits }: { readonly bits: number }): number {
  const [kind, count] = [4, { bytes: 16, letters: 11 }]
  const address = kind + count.bytes + 8 * (page.length + 1)
  return Math.floor((bits - address - kind - count.letters) / 5.5)
}

/** A card in its own link, and the level at which a code for it is drawn. */
export type CardLink = {
  readonly link: string
  readonly level: 'L' | 'M'
  /** Millimetres that no line of the hand is farther from where it was. */
  readonly tolerance: number
}

/** The link to `page` that holds the card; `page` ends with a slash. */
export function linkOf(card: LinkedCard, page: string): Result<CardLink, 'too-much-ink' | 'not-for-a-link'> {
  const easy = lettersAfter(page, codes.easy)
  const made = fragmentOf(card, { easy, most: lettersAfter(page, codes.densest) })
  if (!made.ok) return made
  const { fragment, tolerance } = made.value
  const { level } = fragment.length <= easy ? codes.easy : codes.densest
  return ok({ link: `${page}#${fragment}`, level, tolerance })
}

/**
 * How a card may leave by code. `in-code`: written into the link itself, kept nowhere. `station`: kept sealed at the station, for phones on its
 * network. `this-machine`: the same where there is no such network, for a demonstration at a desk.
 */
export type Way = 'in-code' | 'station' | 'this-machine'

/** What stands open at this moment. */
export type OpenWays = {
  /** The card in its own link, where a page for it is named and a code holds it. */
  readonly link: CardLink | undefined
  /** Whether phones of the station's network reach the station now. */
  readonly network: boolean
  /** A station of the demonstration may show a code that only its own machine opens. */
  readonly demonstration: boolean
}

/** The ways that lead out now, the best first: what is kept nowhere before what is kept, and no code that nobody could open. */
export function waysOut({ link, network, demonstration }: OpenWays): readonly Way[] {
  const ways: Way[] = link === undefined ? [] : ['in-code']
  if (network) ways.push('station')
  else if (demonstration && ways.length === 0) ways.push('this-machine')
  return ways
}

/**
 * What the code for a link says. Scheme and host may stand in capitals, which a code holds in less room; the path stays as it is, and the
 * fragment is capitals already.
 */
export const codeText = (link: string): string => link.replace(/^https?:\/\/[^/?#]*/, (start) => start.toUpperCase())

/** The network of a station for its guests; without a password it is open. */
export type GuestNetwork = { readonly name: string; readonly password: string | null; readonly hidden: boolean }

/** What a code says that lets a phone join a network: the form of ZXing, which Android and iOS read. */
export function networkText({ name, password, hidden }: GuestNetwork): string {
  const escaped = (text: string): string => text.replace(/[\\;,:"]/g, '\\$&')
  const secret = password === null ? 'T:nopass' : `T:WPA;P:${escaped(password)}`
  return `WIFI:S:${escaped(name)};${secret};${hidden ? 'H:true;' : ''};`
}
