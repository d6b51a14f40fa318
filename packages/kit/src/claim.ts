import { z } from 'zod'
import { Words } from './words.ts'

/** How sure the historians are: 有据, 约数, 待考. */
export const Certainty = z.enum(['high', 'medium', 'low'])
export type Certainty = z.infer<typeof Certainty>

/** One statement of history that stands on a source. */
export const Claim = z.strictObject({
  /** What leads the line: a year, a number, or 今天. */
  figure: Words,
  text: Words,
  certainty: Certainty,
  sources: z.array(z.string().min(1)).min(1, 'a claim needs at least one source'),
  /** Who checked it; absent until somebody has. */
  reviewedBy: z.string().min(1).optional(),
})
export type Claim = z.infer<typeof Claim>
