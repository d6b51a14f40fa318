import type { Language } from '@riverside/kit'
import type { PrinterTrouble } from '@riverside/postcard'
import { printWords, troubleWords } from './print-words.ts'

/** What a visitor should know of the printer before writing: in mist, not in red, and with the way round it. */
export function PrinterNote({ reason, language }: { readonly reason: PrinterTrouble; readonly language: Language }) {
  return (
    <p className="postcard-note" lang={language}>
      <b>{troubleWords[reason][language]}</b>
      <span>{printWords[language].paperNote}</span>
    </p>
  )
}
