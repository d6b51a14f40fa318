import { Certainty, Language, MediaPath, Slug, Words } from '@riverside/kit'
import { z } from 'zod'
import { Cues } from './cue.ts'
import { Moment, MomentId, Question } from './moment.ts'

export const StoryId = Slug.brand<'StoryId'>()
export type StoryId = z.infer<typeof StoryId>

/** One language's narration of a chapter as a sound file. */
export const Recording = z.strictObject({
  media: MediaPath,
  /** True where a program spoke it and a person shall speak it later. */
  placeholder: z.boolean().default(false),
  /** Milliseconds at which each clause of the caption begins; without them the letters share the length. */
  starts: z.array(z.number().nonnegative()).min(1).optional(),
})
export type Recording = z.infer<typeof Recording>

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
    voice: z.strictObject({ zh: Recording.optional(), en: Recording.optional() }),
    /** What moves and sounds while the chapter is told. */
    cues: Cues.default([]),
    /** The moments of the story this chapter tells. */
    moments: z.array(MomentId).max(6).default([]),
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
    /** Where it stands in the menu of stories: the smallest comes first. */
    order: z.number().int().nonnegative().default(0),
    chapters: z.array(Chapter).min(1).max(12),
    moments: z.array(Moment).max(24).default([]),
    quiz: z.array(Question).max(6).default([]),
  })
  .superRefine((story, context) => {
    const twice = (name: 'chapters' | 'moments' | 'quiz', what: string) => {
      const met = new Set<string>()
      for (const [index, { id }] of story[name].entries()) {
        if (met.has(id))
          context.addIssue({ code: 'custom', path: [name, index, 'id'], message: `another ${what} has this id` })
        met.add(id)
      }
    }
    twice('chapters', 'chapter')
    twice('moments', 'moment')
    twice('quiz', 'question')
    const known = new Set<string>(story.moments.map(({ id }) => id))
    const lost = (path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, message: 'the story has no moment with this id' })
    for (const [index, chapter] of story.chapters.entries())
      for (const [place, id] of chapter.moments.entries())
        if (!known.has(id)) lost(['chapters', index, 'moments', place])
    for (const [index, { moment }] of story.quiz.entries()) if (!known.has(moment)) lost(['quiz', index, 'moment'])
  })
export type Story = z.infer<typeof Story>
