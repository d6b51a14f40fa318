import type { Language } from '@riverside/kit'
import { type Chapter, isLit, type Phrase, pagesOf, phraseAt } from '@riverside/story'
import { CertaintyMark } from '@riverside/ui'

export type CaptionProps = {
  readonly chapter: Chapter
  readonly language: Language
  readonly phrases: readonly Phrase[]
  readonly told: number
  /** Letters its band holds; what is longer is told page by page. */
  readonly capacity: number
}

/** The caption while it is told: what has been said stands out, the words of this chapter are lit when their moment comes. */
export function Caption({ chapter, language, phrases, told, capacity }: CaptionProps) {
  const pages = pagesOf(phrases, capacity)
  const speaking = phrases[phraseAt(phrases, told)]
  const page = pages.find((each) => speaking !== undefined && each.includes(speaking)) ?? phrases
  const lit = chapter.lit[language]
  const shines = isLit(chapter.caption[language], lit, phrases, told)
  return (
    <p className="story-caption" lang={language} data-pages={pages.length}>
      {page.map((phrase) => (
        <span key={phrase.from} className="story-phrase" data-told={told >= phrase.start || undefined}>
          <Lit text={phrase.text} lit={lit} shines={shines} />
        </span>
      ))}
      {page === pages.at(-1) && <CertaintyMark certainty={chapter.certainty} language={language} />}
    </p>
  )
}

function Lit({ text, lit, shines }: { readonly text: string; readonly lit: string; readonly shines: boolean }) {
  const place = lit === '' ? -1 : text.indexOf(lit)
  if (place < 0) return text
  return (
    <>
      {text.slice(0, place)}
      <em className="story-lit" data-lit={shines || undefined}>
        {lit}
      </em>
      {text.slice(place + lit.length)}
    </>
  )
}
