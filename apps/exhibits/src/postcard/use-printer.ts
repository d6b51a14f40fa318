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
import type { PrinterSeen, Printing } from './print-told.ts'

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

/** Milliseconds between the tap and the printer. */
export const secondThought = 3000

/** One print of one card: asked for, taken back within three seconds, then followed until it is over. */
export function usePrinting(
  wire: Wire,
  draft: PostcardDraft,
): {
  readonly printing: Printing
  readonly ask: () => void
  readonly stop: () => void
  readonly turned: () => void
} {
  const [printing, setPrinting] = useState<Printing>({ at: 'not-asked' })
  const once = useRef<string | undefined>(undefined)
  const pass = useRef<'first' | 'back'>('first')
  const hand = useCallback(async () => {
    once.current ??= crypto.randomUUID()
    setPrinting({ at: 'handing' })
    const asked = { once: once.current, visit: visitMark(), pass: pass.current, draft }
    const sent = await call(wire, printPostcard, asked)
    setPrinting(sent.ok ? followedOf(sent.value) : { at: 'refused', code: refusalOf(sent.error) })
  }, [wire, draft])

  const waiting = printing.at === 'about-to'
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => void hand(), secondThought)
    return () => clearTimeout(timer)
  }, [waiting, hand])

  const followed = printing.at === 'followed' && !isOver(printing.print.state) ? printing.print.ticket : undefined
  useEffect(() => {
    if (followed === undefined) return
    const timer = setInterval(async () => {
      const read = await call(wire, readPrint, undefined, { ticket: followed })
      if (read.ok) setPrinting(followedOf(read.value))
    }, 700)
    return () => clearInterval(timer)
  }, [wire, followed])

  // A print that is over is another one when it is asked for again; anything else is still the same.
  const isOverNow = printing.at === 'turning' || (printing.at === 'followed' && isOver(printing.print.state))
  const isDone = printing.at === 'followed' && printing.print.state === 'printed'
  const ask = useCallback(() => {
    if (isOverNow) once.current = undefined
    if (isDone) pass.current = 'first'
    // Its front is on paper already: a back that failed is tried again and nothing else.
    if (pass.current === 'back') void hand()
    else setPrinting({ at: 'about-to' })
  }, [isOverNow, isDone, hand])
  const turned = useCallback(() => {
    once.current = undefined
    pass.current = 'back'
    void hand()
  }, [hand])
  const stop = useCallback(() => setPrinting({ at: 'not-asked' }), [])
  return { printing, ask, stop, turned }
}

const followedOf = (print: Print): Printing =>
  print.wantsTurning && print.state === 'printed' ? { at: 'turning', print } : { at: 'followed', print }

const refusalOf = (code: string) =>
  code === 'paper-out' || code === 'paper-budget-spent' || code === 'copies-spent' ? code : 'printer-away'

/** Counts the copies of one visit and names nobody: the farewell empties the storage of the session it lies in. */
function visitMark(): string {
  const kept = sessionStorage.getItem('print-visit')
  if (kept !== null) return kept
  const mark = crypto.randomUUID()
  sessionStorage.setItem('print-visit', mark)
  return mark
}
