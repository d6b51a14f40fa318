import { Certainty, Slug, Words } from '@riverside/kit'
import { z } from 'zod'
import { Span } from './known-date.ts'

export const MomentId = Slug.brand<'MomentId'>()
export type MomentId = z.infer<typeof MomentId>

export const CardId = Slug.brand<'CardId'>()
export type CardId = z.infer<typeof CardId>

/** One dated claim of a story. Time line, linked cards and quiz are made of these and of nothing else. */
export const Moment = z.strictObject({
  id: MomentId,
  when: Span,
  /** What happened, in one sentence that stands for itself. */
  words: Words,
  certainty: Certainty,
  sources: z.array(z.string().min(1)).min(1, 'a moment needs at least one source'),
  /** Where the sources differ: what each of them says, in words a visitor reads. */
  differ: Words.optional(),
  /** The people, ships and places that took part. */
  about: z.array(CardId).max(8).default([]),
  /** Who checked it; absent until somebody has. */
  reviewedBy: z.string().min(1).optional(),
})
export type Moment = z.infer<typeof Moment>

/** A person, a ship or a place that stories meet. What it lived through is told by the moments that name it. */
export const Card = z.strictObject({
  id: CardId,
  kind: z.enum(['person', 'ship', 'place']),
  name: Words,
  /** Who or what it is, in one or two sentences. */
  words: Words,
  /** A life, a service, a use; absent where the sources say nothing. */
  when: Span.optional(),
  certainty: Certainty,
  sources: z.array(z.string().min(1)).min(1, 'a card needs at least one source'),
  /** The stop of the voyage where a place stands, by its id. */
  stop: Slug.optional(),
})
export type Card = z.infer<typeof Card>

/** One question after a story, on one of its moments; the right answer explains itself. */
export const Question = z
  .strictObject({
    id: Slug,
    moment: MomentId,
    asks: Words,
    answers: z.array(Words).min(2).max(4),
    /** Place of the right answer among the answers, from 0. */
    right: z.number().int().nonnegative(),
    /** Why it is so; shown after any answer. */
    why: Words,
  })
  .refine(({ answers, right }) => right < answers.length, { path: ['right'], message: 'there is no such answer' })
export type Question = z.infer<typeof Question>
