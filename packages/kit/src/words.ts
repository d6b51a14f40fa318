import { z } from 'zod'

/** The languages of every text a visitor meets. */
export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

/** One text in every language. */
export const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Words = z.infer<typeof Words>

/** The name of a thing inside a pack: what a curator can type, stable for ever. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, figures and single hyphens, such as "yangshupu-shuichang"')
