import { Slug, Words } from '@riverside/kit'
import { z } from 'zod'
import { type Story, StoryId } from './story.ts'

export const ProgrammeId = Slug.brand<'ProgrammeId'>()
export type ProgrammeId = z.infer<typeof ProgrammeId>

/** Minutes the guide means to give an item; for the guide's own eyes. */
const minutes = z.number().int().min(1).max(60)

/** One item of a guide's run list. */
export const ProgrammeItem = z.discriminatedUnion('kind', [
  /** A page of large words behind a speaker: a welcome, a question to talk about. */
  z.strictObject({ kind: z.literal('words'), title: Words, words: Words, minutes }),
  /** A story, chapter by chapter. */
  z.strictObject({ kind: z.literal('story'), story: StoryId, minutes }),
  /** A text that one leads and all say after, line by line. */
  z.strictObject({
    kind: z.literal('oath'),
    title: Words,
    /** Where the text is written down; it is said to the letter. */
    source: Words,
    lines: z.array(Words).min(1).max(40),
    minutes,
  }),
])
export type ProgrammeItem = z.infer<typeof ProgrammeItem>

/** What a guide leads a group through: 情景党课. */
export const Programme = z.strictObject({
  id: ProgrammeId,
  title: Words,
  items: z.array(ProgrammeItem).min(1).max(20),
})
export type Programme = z.infer<typeof Programme>

/** Pages the next-button passes in one item: a story's chapters, an oath's lines after its title, one of words. */
export function pagesOfItem(item: ProgrammeItem, stories: readonly Story[]): number {
  switch (item.kind) {
    case 'words':
      return 1
    case 'story':
      return stories.find(({ id }) => id === item.story)?.chapters.length ?? 1
    case 'oath':
      return item.lines.length + 1
  }
}
