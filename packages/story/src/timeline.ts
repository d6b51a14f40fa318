import type { Language } from '@riverside/kit'

/** A clause of a caption and when it is told. Times in milliseconds from the chapter's first word. */
export type Phrase = {
  readonly text: string
  /** Place of its first letter in the caption. */
  readonly from: number
  readonly start: number
  /** When its last letter has been said; what is left until its end is breath. */
  readonly said: number
  readonly end: number
}

/** What lights at once: a word of English, a word or a short group of Chinese letters; its marks go with it. */
export type SpokenWord = { readonly text: string; readonly from: number; readonly start: number }

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
 * @param starts Milliseconds at which each clause of that recording begins; not believed where they do not fit the caption.
 */
export function timelineOf(
  caption: string,
  language: Language,
  length?: number,
  starts?: readonly number[],
): readonly Phrase[] {
  const clauses = clausesOf(caption)
  const letters = clauses.map(lettersOf)
  const weights = clauses.map((clause, index) =>
    index === clauses.length - 1
      ? Math.max(1, letters[index] ?? 0)
      : (letters[index] ?? 0) + breathAfter(clause, language),
  )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const isRecorded = length !== undefined && length > 0
  const perWeight = isRecorded && whole > 0 ? length / whole : pace[language]
  const measured = isRecorded && starts && doFit(starts, clauses.length, length) ? starts : undefined
  let from = 0
  let start = measured?.[0] ?? 0
  return clauses.map((text, index) => {
    const weight = weights[index] ?? 1
    const end = measured ? (measured[index + 1] ?? length ?? 0) : start + weight * perWeight
    const said = start + (end - start) * Math.min(1, (letters[index] ?? 0) / weight)
    const phrase = { text, from, start, said, end }
    from += text.length
    start = end
    return phrase
  })
}

/** The words of a clause and when each begins to be told. */
export function wordsOf(phrase: Phrase, language: Language): readonly SpokenWord[] {
  const words: { text: string; from: number; start: number }[] = []
  const letters = Math.max(1, lettersOf(phrase.text))
  let told = 0
  let opens = ''
  for (const { segment, index } of segmenters[language].segment(phrase.text)) {
    const last = words.at(-1)
    if (/^[“‘「『《（(]+$/u.test(segment)) opens += segment
    else if (last && opens === '' && lettersOf(segment) === 0) last.text += segment
    else {
      const start = phrase.start + (told / letters) * (phrase.said - phrase.start)
      words.push({ text: opens + segment, from: phrase.from + index - opens.length, start })
      opens = ''
    }
    told += lettersOf(segment)
  }
  const last = words.at(-1)
  if (opens !== '' && last) last.text += opens
  else if (opens !== '') words.push({ text: opens, from: phrase.from, start: phrase.start })
  return words
}

/** Milliseconds of the whole chapter. */
export const lengthOf = (phrases: readonly Phrase[]): number => phrases.at(-1)?.end ?? 0

/** When the letter at this place of the caption is told, in milliseconds; past the end it is the end. */
export function momentOf(phrases: readonly Phrase[], place: number): number {
  const phrase = phrases.find(({ from, text }) => place < from + text.length)
  if (!phrase) return lengthOf(phrases)
  const before = lettersOf(phrase.text.slice(0, Math.max(0, place - phrase.from)))
  return phrase.start + (before / Math.max(1, lettersOf(phrase.text))) * (phrase.said - phrase.start)
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

/** Letters that are said: a space and a mark are not. */
const lettersOf = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length

const breathAfter = (clause: string, language: Language): number =>
  /[。？！]|[.?!]["”’)]*\s*$/u.test(clause) ? breath[language].sentence : breath[language].clause

const doFit = (starts: readonly number[], clauses: number, length: number): boolean =>
  starts.length === clauses && starts.every((start, index) => start >= 0 && start < (starts[index + 1] ?? length))

const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
} as const
