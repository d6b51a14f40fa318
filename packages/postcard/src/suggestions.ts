import { Slug, Words } from '@riverside/kit'
import { z } from 'zod'
import { Greeting } from './greeting.ts'
import { Theme } from './scene.ts'

/** 写什么好: lines that may be printed as they stand, and questions that set a pen going; for one theme, or for every card. */
export const Suggestions = z.strictObject({
  id: Slug,
  /** Left out: for every card. */
  theme: Theme.optional(),
  /** To be printed on the card, if the visitor wishes. */
  greetings: z.array(z.strictObject({ zh: Greeting, en: Greeting })).max(12),
  /** Asked on the desk, never printed. */
  prompts: z.array(Words).max(12),
})
export type Suggestions = z.infer<typeof Suggestions>

/** What a card of a theme may be told to say: its own lines first, then those for every card. */
export function suggestionsFor(
  all: readonly Suggestions[],
  theme: Theme | undefined,
): Pick<Suggestions, 'greetings' | 'prompts'> {
  const own = all.filter((each) => each.theme !== undefined && each.theme === theme)
  const shared = all.filter((each) => each.theme === undefined)
  const both = [...own, ...shared]
  return { greetings: both.flatMap(({ greetings }) => greetings), prompts: both.flatMap(({ prompts }) => prompts) }
}
