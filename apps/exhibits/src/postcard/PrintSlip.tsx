import type { PostcardDraft, Wire } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { CountRing, CutPanel, Slip } from '@riverside/ui'
import { useEffect, useState } from 'react'
import { speak } from '../stage/speech.ts'
import { type PrinterSeen, type Told, toldOf } from './print-told.ts'
import { printWords } from './print-words.ts'
import { secondThought, usePrinting } from './use-printer.ts'
import './PrintSlip.css'

export type PrintSlipProps = {
  readonly wire: Wire
  readonly draft: PostcardDraft
  readonly printer: PrinterSeen
  readonly language: Language
  readonly easy: boolean
  /** Of the voice that says how to turn a card: 0 to 1. */
  readonly volume: number
}

/** Paper, where there is a printer: asked for by one slip, three seconds to think again, then told as it goes. Absent printers are never teased. */
export function PrintSlip({ wire, draft, printer, language, easy, volume }: PrintSlipProps) {
  const { printing, ask, stop, turned } = usePrinting(wire, draft)
  const told = toldOf(printing, printer, language)
  const isTurning = printing.at === 'turning'
  useEffect(() => {
    if (!isTurning) return
    const { turn, turnNote } = printWords[language]
    const speech = speak(language === 'zh' ? `${turn}。${turnNote}` : `${turn}. ${turnNote}`, language, { volume })
    return () => speech.stop()
  }, [isTurning, language, volume])
  if (told === undefined) return null
  const say = printWords[language]
  return (
    <CutPanel
      cut={{ name: 'printer', width: 1010, height: 200 }}
      ground={told.isCalm ? 'paper' : 'mist'}
      shadow={told.isCalm}
      className="postcard-print"
    >
      {printing.at === 'about-to' ? <SecondThought /> : <PrinterShape picture={told.picture} />}
      <div className="postcard-print-words" lang={language} role="status">
        <b>{told.head}</b>
        {told.more !== undefined && <span>{easy ? told.more.split('\n')[0] : told.more}</span>}
        {!easy && told.second !== undefined && <small lang={language === 'zh' ? 'en' : 'zh'}>{told.second}</small>}
      </div>
      {told.can === 'stop' && <Slip tone="paper-edged" word={say.stop} name="do not print" onPress={stop} />}
      {told.can === 'turned' && <Slip tone="river" word={say.turned} name="turned" onPress={turned} />}
      {(told.can === 'print' || told.can === 'once') && (
        <Slip tone="river" word={say[told.can]} name="print" onPress={ask} />
      )}
      {told.can === 'again' && <Slip tone="paper-edged" word={say.again} name="print" onPress={ask} />}
    </CutPanel>
  )
}

/** The seconds in which one may still say no. */
function SecondThought() {
  const seconds = secondThought / 1000
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 0.25)), 250)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="postcard-print-shape" data-counting="">
      <CountRing secondsLeft={left} seconds={seconds} size={140} />
    </span>
  )
}

/** The printer with paper in it, without, or with the card in its tray; or a card that is being turned over. */
function PrinterShape({ picture }: { readonly picture: Told['picture'] }) {
  if (picture === 'turn') return <TurningCard />
  return (
    <svg className="postcard-print-shape" viewBox="0 0 230 170" aria-hidden="true">
      {picture === 'no-paper' ? (
        <path d="M44 6H190V40H44Z" fill="none" stroke="#10212b" strokeWidth="3" strokeDasharray="10 6" />
      ) : (
        <path d="M44 6 190 4V44H44Z" fill="#f4ebdd" stroke="#10212b" strokeWidth="2" />
      )}
      <path d="M22 42 210 40 228 64H4Z" fill="#3d4d55" />
      <path d="M4 62 228 60 226 140 6 142Z" fill="#10212b" />
      <path d="M34 64H196V76H34Z" fill="#2b3f4a" />
      <circle cx="210" cy="92" r="8" fill="#c79a4b" />
      <path d="M36 126 196 124 212 160 20 162Z" fill="#1f4e5a" />
      {picture === 'card-out' ? (
        <path d="M46 118 186 116 194 152 38 154Z" fill="#f4ebdd" stroke="#10212b" strokeWidth="2" />
      ) : (
        <path d="M46 142H186" stroke="#c9d6d3" strokeWidth="3" strokeDasharray="10 6" />
      )}
    </svg>
  )
}

/** The printed face goes under and the blank one comes up, like a page of a book. */
function TurningCard() {
  return (
    <svg className="postcard-print-shape" viewBox="0 0 230 170" aria-hidden="true">
      <path d="M12 62 104 58V146L12 150Z" fill="#f4ebdd" stroke="#10212b" strokeWidth="2" />
      <path d="M20 70 80 67V134L20 137Z" fill="#1f4e5a" />
      <path d="M88 68V128M95 68V116" stroke="#10212b" strokeWidth="3" />
      <path d="M126 58 218 62V150L126 146Z" fill="#f4ebdd" stroke="#10212b" strokeWidth="2" strokeDasharray="10 6" />
      <path d="M64 48C84 12 146 12 168 40" fill="none" stroke="#b4502e" strokeWidth="7" />
      <path d="M150 40 178 52 176 22Z" fill="#b4502e" />
    </svg>
  )
}
