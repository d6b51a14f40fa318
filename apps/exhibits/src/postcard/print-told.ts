import type { Print, PrintRefusal } from '@riverside/contract'
import { assertNever, type Language } from '@riverside/kit'
import type { PrinterTrouble } from '@riverside/postcard'
import { printWords, troubleWords } from './print-words.ts'

export type PrinterSeen =
  | { readonly state: 'unknown' | 'absent' }
  | { readonly state: 'ready' | 'pretend' }
  | { readonly state: 'trouble'; readonly reason: PrinterTrouble }

/** One print of one card, from the wish to the tray. */
export type Printing =
  | { readonly at: 'not-asked' }
  /** The moment in which one may still say no. */
  | { readonly at: 'about-to' }
  /** Sent to the station, which has not answered yet. */
  | { readonly at: 'handing' }
  | { readonly at: 'followed'; readonly print: Print }
  /** The front has come out; its back is the next print. */
  | { readonly at: 'turning'; readonly print: Print }
  | { readonly at: 'refused'; readonly code: PrintRefusal }

/** What the slip shows: a headline, at most one line under it, and at most one thing to press. */
export type Told = {
  readonly head: string
  readonly more?: string
  /** The headline in the other language. */
  readonly second?: string
  readonly can?: 'print' | 'again' | 'once' | 'stop' | 'turned'
  readonly picture: 'paper' | 'no-paper' | 'card-out' | 'turn'
  /** False where something is in the way: the slip is mist then. */
  readonly isCalm: boolean
}

/** `undefined` where there is no printer to speak of: one that is away is never teased. */
export function toldOf(printing: Printing, printer: PrinterSeen, language: Language): Told | undefined {
  const say = printWords[language]
  switch (printing.at) {
    case 'about-to':
      return { head: say.soon, more: say.readyNote, can: 'stop', picture: 'paper', isCalm: true }
    case 'handing':
      return { head: say.sent, picture: 'paper', isCalm: true }
    case 'followed':
      return followed(printing.print, printer, language)
    case 'turning':
      return { head: say.turn, more: say.turnNote, can: 'turned', picture: 'turn', isCalm: true }
    case 'refused':
      return refused(printing.code, printer, language)
    case 'not-asked':
      return offered(printer, language)
    default:
      return assertNever(printing)
  }
}

function offered(printer: PrinterSeen, language: Language): Told | undefined {
  const say = printWords[language]
  const second = printWords[otherOf(language)].ready
  switch (printer.state) {
    case 'trouble':
      return inTheWay(printer.reason, say.seeBeside, language)
    case 'pretend':
      return { head: say.ready, more: say.pretendNote, can: 'print', picture: 'paper', isCalm: true }
    case 'ready':
      return { head: say.ready, more: say.readyNote, second, can: 'print', picture: 'paper', isCalm: true }
    default:
      return undefined
  }
}

function refused(code: PrintRefusal, printer: PrinterSeen, language: Language): Told {
  const say = printWords[language]
  if (code === 'paper-budget-spent')
    return { head: say.budget, more: say.seeBeside, picture: 'no-paper', isCalm: false }
  if (code === 'copies-spent') return { head: say.copies, more: say.seeBeside, picture: 'paper', isCalm: true }
  if (printer.state === 'trouble') return inTheWay(printer.reason, say.seeBeside, language)
  return { head: say.givenUp, more: say.seeBeside, can: 'once', picture: 'no-paper', isCalm: false }
}

function followed(print: Print, printer: PrinterSeen, language: Language): Told {
  const say = printWords[language]
  const mayAsk = printer.state === 'ready' || printer.state === 'pretend'
  switch (print.state) {
    case 'sent':
    case 'waiting':
      return {
        head: say.sent,
        ...(print.ahead > 0 ? { more: say.ahead(print.ahead) } : {}),
        picture: 'paper',
        isCalm: true,
      }
    case 'printing':
      return { head: say.printing, picture: 'paper', isCalm: true }
    case 'held':
      return inTheWay(print.trouble ?? 'other', say.held(Math.ceil((print.heldFor ?? 0) / 60)), language)
    case 'printed':
      return {
        head: print.pretend ? say.printedPretend : say.printed,
        ...(print.copiesLeft > 0 && mayAsk ? { can: 'again' as const } : {}),
        picture: print.pretend ? 'paper' : 'card-out',
        isCalm: true,
      }
    case 'unsure':
      return { head: say.unsure, more: say.unsureNote, can: 'once', picture: 'card-out', isCalm: false }
    case 'let-go':
    case 'given-up':
      return {
        head: print.state === 'let-go' ? say.letGo : say.givenUp,
        more: say.seeBeside,
        ...(mayAsk ? { can: 'once' as const } : {}),
        picture: 'no-paper',
        isCalm: false,
      }
    default:
      return assertNever(print.state)
  }
}

const inTheWay = (reason: PrinterTrouble, more: string, language: Language): Told => ({
  head: troubleWords[reason][language],
  more,
  second: troubleWords[reason][otherOf(language)],
  picture: 'no-paper',
  isCalm: false,
})

const otherOf = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')
