import type { Language } from '@riverside/kit'

/** A sentence of a narration and the pieces of it that light up one after the other. */
export type Sentence = {
  readonly text: string
  readonly pieces: ReadonlyArray<{ readonly text: string; readonly at: number; readonly isWord: boolean }>
}

/** Letters said in a second by a calm voice: the pace of captions where no voice says how far it is. */
const lettersASecond = { zh: 4.4, en: 14.5 } as const

/** Cuts a narration into sentences, and each into words by the language's own rules. */
export function sentencesOf(text: string, language: Language): readonly Sentence[] {
  const tag = language === 'zh' ? 'zh-CN' : 'en'
  const whole = new Intl.Segmenter(tag, { granularity: 'sentence' })
  const word = new Intl.Segmenter(tag, { granularity: 'word' })
  return [...whole.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({
      text: sentence,
      pieces: [...word.segment(sentence)].map(({ segment, index, isWordLike }) => ({
        text: segment,
        at: index,
        isWord: isWordLike === true,
      })),
    }))
}

/** Seconds a calm voice takes for a text. */
export const secondsOf = (text: string, language: Language): number => text.length / lettersASecond[language] + 0.6
