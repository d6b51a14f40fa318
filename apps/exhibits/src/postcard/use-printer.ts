import {
  call,
  type PostcardDraft,
  type Print,
  printPostcard,
  readPrint,
  readPrinter,
  type Wire,
} from '@riverside/contract'
import { isOver, type PrinterTrouble } from '@riverside/postcard'
import { useCallback, useEffect, useRef, useState } from 'react'

export type PrinterSeen =
  | { readonly state: 'unknown' | 'absent' }
  | { readonly state: 'ready' | 'pretend' }
  | { readonly state: 'trouble'; readonly reason: PrinterTrouble }

/** Milliseconds between two looks at the printer. */
const lookEvery = 4000

/** What the printer says, looked at as long as the room is open: a visitor knows before writing. */
export function usePrinter(wire: Wire): PrinterSeen {
  const [seen, setSeen] = useState<PrinterSeen>({ state: 'unknown' })
  useEffect(() => {
    let left = false
    const look = async () => {
      const read = await call(wire, readPrinter, undefined)
      if (!left) setSeen((before) => sameOr(before, read.ok ? seenOf(read.value) : { state: 'absent' }))
    }
    void look()
    const timer = setInterval(() => void look(), lookEvery)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [wire])
  return seen
}

function seenOf(said: { readonly state: string; readonly reason?: PrinterTrouble | undefined }): PrinterSeen {
  if (said.state === 'trouble') return { state: 'trouble', reason: said.reason ?? 'other' }
  if (said.state === 'pretend') return { state: 'pretend' }
  return said.state === 'absent' ? { state: 'absent' } : { state: 'ready' }
}

const sameOr = (before: PrinterSeen, after: PrinterSeen): PrinterSeen =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after

export type Printing =
  | { readonly at: 'not-asked' }
  /** The moment in which one may still say no. */
  | { readonly at: 'about-to' }
  | { readonly at: 'followed'; readonly print: Print }
  | { readonly at: 'refused'; readonly code: 'printer-away' | 'paper-out' | 'paper-budget-spent' }

/** Milliseconds between the tap and the printer. */
const secondThought = 3000

/** One print of one card: asked for, taken back within three seconds, then followed until it is over. */
export function usePrinting(
  wire: Wire,
  draft: PostcardDraft,
): { readonly printing: Printing; readonly ask: () => void; readonly stop: () => void } {
  const [printing, setPrinting] = useState<Printing>({ at: 'not-asked' })
  const once = useRef<string | undefined>(undefined)
  const waiting = printing.at === 'about-to'
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(async () => {
      once.current ??= crypto.randomUUID()
      const sent = await call(wire, printPostcard, { once: once.current, draft })
      setPrinting(sent.ok ? { at: 'followed', print: sent.value } : { at: 'refused', code: refusalOf(sent.error) })
    }, secondThought)
    return () => clearTimeout(timer)
  }, [waiting, wire, draft])

  const followed = printing.at === 'followed' && !isOver(printing.print.state) ? printing.print.ticket : undefined
  useEffect(() => {
    if (followed === undefined) return
    const timer = setInterval(async () => {
      const read = await call(wire, readPrint, undefined, { ticket: followed })
      if (read.ok) setPrinting({ at: 'followed', print: read.value })
    }, 700)
    return () => clearInterval(timer)
  }, [wire, followed])

  // A job that was given up never became paper, so asking again is another print; anything else is still the same one.
  const isGivenUp = printing.at === 'followed' && printing.print.state === 'given-up'
  const ask = useCallback(() => {
    if (isGivenUp) once.current = undefined
    setPrinting({ at: 'about-to' })
  }, [isGivenUp])
  const stop = useCallback(() => setPrinting({ at: 'not-asked' }), [])
  return { printing, ask, stop }
}

const refusalOf = (code: string) => (code === 'paper-out' || code === 'paper-budget-spent' ? code : 'printer-away')
