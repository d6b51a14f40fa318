import { Certainty, Language, MediaPath, Slug, Words } from '@riverside/kit'
import { z } from 'zod'

export const StoryId = Slug.brand<'StoryId'>()
export type StoryId = z.infer<typeof StoryId>

/** One page of a story: a print under the sand, and what is told while it is uncovered. */
export const Chapter = z
  .strictObject({
    id: Slug,
    picture: MediaPath,
    /** What the picture shows, for who cannot see it. */
    pictureText: Words,
    /** Where the picture's subject stands, as a part of its width from the left: kept when a tall screen crops the sides. */
    focus: z.number().min(0).max(1).default(0.5),
    caption: Words,
    /** The words of the caption that are lit while they are told; each stands in the caption to the letter. */
    lit: z.strictObject({ zh: z.string(), en: z.string() }),
    certainty: Certainty,
    sources: z.array(z.string().min(1)).min(1, 'a chapter needs at least one source'),
    /** Recorded narration, where there is one. */
    voice: z.strictObject({ zh: MediaPath.optional(), en: MediaPath.optional() }),
  })
  .superRefine((chapter, context) => {
    for (const language of Language.options) {
      if (chapter.caption[language].includes(chapter.lit[language])) continue
      context.addIssue({
        code: 'custom',
        path: ['lit', language],
        message: 'these words must stand in the caption, letter by letter',
      })
    }
  })
export type Chapter = z.infer<typeof Chapter>

export const Story = z
  .strictObject({
    id: StoryId,
    title: Words,
    dated: Words,
    chapters: z.array(Chapter).min(1).max(12),
  })
  .superRefine((story, context) => {
    const met = new Set<string>()
    for (const [index, { id }] of story.chapters.entries()) {
      if (met.has(id)) {
        context.addIssue({ code: 'custom', path: ['chapters', index, 'id'], message: 'another chapter has this id' })
      }
      met.add(id)
    }
  })
export type Story = z.infer<typeof Story>
