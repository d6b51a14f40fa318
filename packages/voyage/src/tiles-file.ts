import { z } from 'zod'
import { tileSize } from './tiles.ts'

/**
 * What the `tiles.json` of a tiled sphere says. Beside it lies one file for each tile: `<level>/<face>-<row>-<column>.<kind>`, rows from
 * the top, columns from the left, level 0 the coarsest. A tile is 512 pixels square, less at the right and lower edges of a face, with
 * `gutter` pixels more on every side, taken from its neighbours across the edges of the cube.
 */
export const TilesFile = z.strictObject({
  format: z.literal(1),
  /** Pixels along one edge of a face at the finest level. */
  face: z.number().int().min(tileSize).max(8192).multipleOf(tileSize),
  gutter: z.number().int().min(1).max(4),
  kind: z.enum(['webp', 'jpg']),
  /** All six faces side by side in stored order, 64 pixels each, as a data URL: the first thing to be shown. */
  preview: z
    .string()
    .max(24_000)
    .regex(/^data:image\/webp;base64,[A-Za-z0-9+/]+=*$/, 'a WebP picture as a data URL'),
})
export type TilesFile = z.infer<typeof TilesFile>
