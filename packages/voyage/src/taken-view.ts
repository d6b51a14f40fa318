import { Slug } from '@riverside/kit'
import { z } from 'zod'

/** The view a visitor takes along to a postcard: exactly what the screen showed, middle and height. 带走这一眼 */
export const TakenView = z.strictObject({
  /** The node from which it is seen. */
  node: Slug,
  age: z.enum(['now', 'then']),
  /** True bearing of the middle, in degrees. */
  bearing: z.number().min(0).lt(360),
  /** Degrees of the middle above the horizon. */
  elevation: z.number().min(-90).max(90),
  /** Vertical field of view, in degrees. */
  field: z.number().min(15).max(100),
})
export type TakenView = z.infer<typeof TakenView>
