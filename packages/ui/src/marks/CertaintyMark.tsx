import type { Certainty, Language } from '@riverside/kit'
import { words } from '../words.ts'
import './CertaintyMark.css'

/** How sure the historians are, by shape and by word: a full diamond, a half one, a broken outline. */
export function CertaintyMark({ certainty, language }: { readonly certainty: Certainty; readonly language: Language }) {
  return (
    <span className="certainty" data-certainty={certainty} lang={language}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        {certainty === 'high' && <path d="M20 3 37 20 20 37 3 20Z" />}
        {certainty === 'medium' && <path fillRule="evenodd" d="M20 2 38 20 20 38 2 20ZM21.5 8.4 21.5 31.6 33 20Z" />}
        {certainty === 'low' && (
          <path d="M13 6 16.6 2.6 20 2 23.4 5.2 20.6 8ZM27.6 7.6 34 14 31 17 24.8 10.8ZM35.4 16 38 19.6 37.6 22.6 33.8 24.6 32.6 21ZM32.6 26.6 26 33.2 23 30.4 29.6 23.8ZM24 34.6 21 37.8 17.6 37.6 15 34 18.6 32ZM13.6 33.6 7 27 10 24 16.4 30.4ZM5.4 25 2.2 21.4 2.4 18.4 6 16.4 7.6 20ZM6.6 14.4 11.4 9.4 14.4 12.2 9.6 17.2Z" />
        )}
      </svg>
      {words[language][certainty]}
    </span>
  )
}
