import { Slug } from '@riverside/kit'
import { z } from 'zod'
import { norm360 } from './angles.ts'

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

/** The same view in hundredths of a degree, a sixth of a printed dot: as it is addressed, drawn and kept. */
export const settledView = (view: TakenView): TakenView => ({
  ...view,
  bearing: norm360(hundredth(view.bearing)),
  elevation: hundredth(view.elevation),
  field: hundredth(view.field),
})

/** Where the picture of a view is had, below the address of its pack: the same view always has the same. */
export function takenViewPath(view: TakenView): string {
  const { node, age, bearing, elevation, field } = settledView(view)
  return `views/${node}/${age}/${bearing}/${elevation}/${field}`
}

/** Never −0, which is written as 0 and would not be read back as itself. */
const hundredth = (degrees: number): number => Math.round(degrees * 100) / 100 + 0
