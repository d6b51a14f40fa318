import type { Language } from '@riverside/kit'

/** The language a text is set in, by its letters: anything with a Han character is Chinese. */
export const languageOf = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')
