import type { PostcardDraft, Wire } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { CutPanel, Slip } from '@riverside/ui'
import { roomWords, troubleWords } from './postcard-words.ts'
import { type PrinterSeen, type Printing, usePrinting } from './use-printer.ts'
import './PrintSlip.css'

export type PrintSlipProps = {
  readonly wire: Wire
  readonly draft: PostcardDraft
  readonly printer: PrinterSeen
  readonly language: Language
  readonly easy: boolean
}

/** Paper, where there is a printer: asked for by one slip, three seconds to think again, then told as it goes. Absent printers are never teased. */
export function PrintSlip({ wire, draft, printer, language, easy }: PrintSlipProps) {
  const { printing, ask, stop } = usePrinting(wire, draft)
  const told = wordsOf(printing, printer, language)
  if (told === undefined) return null
  return (
    <CutPanel
      cut={{ name: 'printer', width: 1010, height: 200 }}
      ground={told.calm ? 'paper' : 'mist'}
      shadow={told.calm}
      className="postcard-print"
    >
      <PrinterShape paper={told.paper} />
      <div className="postcard-print-words" lang={language} role="status">
        <b>{told.head}</b>
        {told.more !== undefined && <span>{easy ? told.more.split('\n')[0] : told.more}</span>}
        {!easy && told.second !== undefined && <small lang={language === 'zh' ? 'en' : 'zh'}>{told.second}</small>}
      </div>
      {told.can === 'ask' && <Slip tone="river" word={roomWords[language].print} name="print" onPress={ask} />}
      {told.can === 'stop' && (
        <Slip tone="paper-edged" word={roomWords[language].stop} name="do not print" onPress={stop} />
      )}
    </CutPanel>
  )
}

type Told = {
  readonly head: string
  readonly more?: string
  readonly second?: string
  readonly can?: 'ask' | 'stop'
  readonly paper: 'none' | 'in' | 'out'
  /** False where something is in the way: the panel is mist then. */
  readonly calm: boolean
}

function wordsOf(printing: Printing, printer: PrinterSeen, language: Language): Told | undefined {
  const say = roomWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  if (printing.at === 'about-to')
    return { head: say.printSoon, more: say.printReadyNote, can: 'stop', paper: 'in', calm: true }
  if (printing.at === 'refused' && printing.code === 'paper-budget-spent')
    return { head: say.printBudget, more: say.scanInstead, paper: 'none', calm: false }
  if (printing.at === 'followed') return followed(printing.print, say, language)
  if (printer.state === 'trouble')
    return {
      head: troubleWords[printer.reason][language],
      more: say.scanInstead,
      second: troubleWords[printer.reason][other],
      paper: 'none',
      calm: false,
    }
  if (printing.at === 'refused')
    return { head: say.printGivenUp, more: say.scanInstead, can: 'ask', paper: 'none', calm: false }
  if (printer.state === 'pretend')
    return { head: say.printReady, more: say.printPretendNote, can: 'ask', paper: 'in', calm: true }
  return printer.state === 'ready'
    ? {
        head: say.printReady,
        more: say.printReadyNote,
        second: roomWords[other].printReady,
        can: 'ask',
        paper: 'in',
        calm: true,
      }
    : undefined
}

function followed(
  print: Extract<Printing, { at: 'followed' }>['print'],
  say: (typeof roomWords)['zh'],
  language: Language,
): Told {
  if (print.trouble !== undefined)
    return { head: troubleWords[print.trouble][language], more: say.scanInstead, paper: 'none', calm: false }
  switch (print.state) {
    case 'sent':
    case 'waiting':
      return {
        head: say.printSent,
        ...(print.ahead > 0 ? { more: `${say.printAhead} ${print.ahead}` } : {}),
        paper: 'in',
        calm: true,
      }
    case 'printing':
      return { head: say.printing, paper: 'in', calm: true }
    case 'printed':
      return { head: print.pretend ? say.printedPretend : say.printed, paper: print.pretend ? 'in' : 'out', calm: true }
    case 'stopped':
      return { head: say.printStopped, more: say.scanInstead, paper: 'none', calm: false }
    case 'given-up':
      return { head: say.printGivenUp, more: say.scanInstead, can: 'ask', paper: 'none', calm: false }
  }
}

/** The printer with paper in it, without, or with the card in its tray. */
function PrinterShape({ paper }: { readonly paper: Told['paper'] }) {
  return (
    <svg className="postcard-print-shape" viewBox="0 0 230 170" aria-hidden="true">
      {paper === 'none' ? (
        <path d="M44 6H190V40H44Z" fill="none" stroke="#10212b" strokeWidth="3" strokeDasharray="10 6" />
      ) : (
        <path d="M44 6 190 4V44H44Z" fill="#f4ebdd" stroke="#10212b" strokeWidth="2" />
      )}
      <path d="M22 42 210 40 228 64H4Z" fill="#3d4d55" />
      <path d="M4 62 228 60 226 140 6 142Z" fill="#10212b" />
      <path d="M34 64H196V76H34Z" fill="#2b3f4a" />
      <circle cx="210" cy="92" r="8" fill="#c79a4b" />
      <path d="M36 126 196 124 212 160 20 162Z" fill="#1f4e5a" />
      {paper === 'out' ? (
        <path d="M46 118 186 116 194 152 38 154Z" fill="#f4ebdd" stroke="#10212b" strokeWidth="2" />
      ) : (
        <path d="M46 142H186" stroke="#c9d6d3" strokeWidth="3" strokeDasharray="10 6" />
      )}
    </svg>
  )
}
