import type { Language } from '@riverside/kit'

/** A clause of a caption and when it is told. Times in milliseconds from the chapter's first word. */
export type Phrase = {
  readonly text: string
  /** Place of its first letter in the caption. */
  readonly from: number
  readonly start: number
  readonly end: number
}

/** Milliseconds a calm voice needs for one letter; a Han character is a syllable, a Latin letter a fifth of a word. */
const pace: Record<Language, number> = { zh: 235, en: 68 }

/** Breath after a clause and after a sentence, counted in letters of the language. */
const breath: Record<Language, { readonly clause: number; readonly sentence: number }> = {
  zh: { clause: 1.4, sentence: 3 },
  en: { clause: 4, sentence: 9 },
}

/**
 * The clauses of a caption with their times.
 * @param length Milliseconds of the recording, where there is one; otherwise the reading pace of the language decides.
 */
export function timelineOf(caption: string, language: Language, length?: number): readonly Phrase[] {
  const clauses = clausesOf(caption)
  const weights = clauses.map((clause, index) => weightOf(clause, language, index === clauses.length - 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const perWeight = length !== undefined && length > 0 && whole > 0 ? length / whole : pace[language]
  let from = 0
  let start = 0
  return clauses.map((text, index) => {
    const phrase = { text, from, start, end: start + (weights[index] ?? 0) * perWeight }
    from += text.length
    start = phrase.end
    return phrase
  })
}

/** Milliseconds of the whole chapter. */
export const lengthOf = (phrases: readonly Phrase[]): number => phrases.at(-1)?.end ?? 0

/** When the letter at this place of the caption is told, in milliseconds; past the end it is the end. */
export function momentOf(phrases: readonly Phrase[], place: number): number {
  const phrase = phrases.find(({ from, text }) => place < from + text.length)
  if (!phrase) return lengthOf(phrases)
  const share = (Math.max(place, phrase.from) - phrase.from) / phrase.text.length
  return phrase.start + share * (phrase.end - phrase.start)
}

/** The clause being told; the last one stays when all is told. */
export function phraseAt(phrases: readonly Phrase[], told: number): number {
  const index = phrases.findIndex(({ end }) => told < end)
  return index === -1 ? Math.max(0, phrases.length - 1) : index
}

/**
 * Clauses gathered into pages that fit their band. A clause is never cut; one that alone is too long gets a page of its own.
 * @param capacity Letters a page may hold.
 */
export function pagesOf(phrases: readonly Phrase[], capacity: number): readonly (readonly Phrase[])[] {
  const pages: Phrase[][] = []
  let room = 0
  for (const phrase of phrases) {
    const page = pages.at(-1)
    if (page && phrase.text.trimEnd().length <= room) page.push(phrase)
    else {
      pages.push([phrase])
      room = capacity
    }
    room -= phrase.text.length
  }
  return pages
}

/** True from the moment the lit words begin to be told. */
export function isLit(caption: string, lit: string, phrases: readonly Phrase[], told: number): boolean {
  const place = lit === '' ? -1 : caption.indexOf(lit)
  return place >= 0 && told >= momentOf(phrases, place)
}

/** Cut after Chinese clause marks, and after Latin ones that a space follows, so that 1,600 and 7.5 stay whole. */
function clausesOf(caption: string): readonly string[] {
  return caption.match(/.+?(?:[，。；：？！][”’」』）]*|[,;:.?!][”’")]*\s+|$)/gsu) ?? []
}

function weightOf(clause: string, language: Language, isLast: boolean): number {
  const letters = clause.replace(/[\s\p{P}]/gu, '').length
  if (isLast) return Math.max(1, letters)
  const pause = /[。？！]|[.?!]["”’)]*\s*$/u.test(clause) ? breath[language].sentence : breath[language].clause
  return letters + pause
}
