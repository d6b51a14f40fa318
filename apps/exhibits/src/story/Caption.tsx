import type { Language } from '@riverside/kit'
import { type Chapter, isLit, type Phrase, pagesOf, phraseAt, type SpokenWord, wordsOf } from '@riverside/story'
import { CertaintyMark } from '@riverside/ui'
import { useMemo } from 'react'

export type CaptionProps = {
  readonly chapter: Chapter
  readonly language: Language
  readonly phrases: readonly Phrase[]
  readonly told: number
  /** Letters its band holds; what is longer is told page by page. */
  readonly capacity: number
  /** What is said of the voice, quietly, beside the certainty. */
  readonly note?: string | undefined
}

/** The caption while it is told: each word stands out as it is said, the words of this chapter are lit when their moment comes. */
export function Caption({ chapter, language, phrases, told, capacity, note }: CaptionProps) {
  const pages = useMemo(() => pagesOf(phrases, capacity), [phrases, capacity])
  const speaking = phrases[phraseAt(phrases, told)]
  const page = pages.find((each) => speaking !== undefined && each.includes(speaking)) ?? phrases
  const lit = chapter.lit[language]
  const from = lit === '' ? -1 : chapter.caption[language].indexOf(lit)
  const shines = isLit(chapter.caption[language], lit, phrases, told)
  return (
    <p className="story-caption" lang={language} data-pages={pages.length}>
      {page.map((phrase) => (
        <span key={phrase.from} className="story-phrase" data-told={told >= phrase.start || undefined}>
          <Words phrase={phrase} language={language} told={told} lit={{ from, to: from + lit.length, shines }} />
        </span>
      ))}
      {page === pages.at(-1) && (
        <span className="story-caption-marks">
          <CertaintyMark certainty={chapter.certainty} language={language} />
          {note !== undefined && <span className="story-voice-note">{note}</span>}
        </span>
      )}
    </p>
  )
}

type Lit = { readonly from: number; readonly to: number; readonly shines: boolean }

function Words({
  phrase,
  language,
  told,
  lit,
}: {
  readonly phrase: Phrase
  readonly language: Language
  readonly told: number
  readonly lit: Lit
}) {
  const pieces = useMemo(
    () => wordsOf(phrase, language).flatMap((word) => cutAt(word, lit.from, lit.to)),
    [phrase, language, lit.from, lit.to],
  )
  const word = ({ text, from, start }: SpokenWord) => (
    <span key={from} className="story-word" data-start={Math.round(start)} data-told={told >= start || undefined}>
      {text}
    </span>
  )
  const isLitPiece = ({ from }: SpokenWord) => from >= lit.from && from < lit.to
  const lights = pieces.filter(isLitPiece)
  if (lights.length === 0) return pieces.map(word)
  return (
    <>
      {pieces.filter(({ from }) => from < lit.from).map(word)}
      <em className="story-lit" data-lit={lit.shines || undefined}>
        {lights.map(word)}
      </em>
      {pieces.filter(({ from }) => from >= lit.to).map(word)}
    </>
  )
}

/** A word cut where the lit words begin and end; the parts are told together. */
function cutAt(word: SpokenWord, ...places: readonly number[]): readonly SpokenWord[] {
  const cuts = [0, ...places.map((place) => place - word.from), word.text.length].filter(
    (at, index, all) => at >= 0 && at <= word.text.length && all.indexOf(at) === index,
  )
  return cuts
    .toSorted((one, other) => one - other)
    .flatMap((at, index, all) => {
      const text = word.text.slice(at, all[index + 1])
      return index + 1 < all.length && text !== '' ? [{ text, from: word.from + at, start: word.start }] : []
    })
}
