import { z } from 'zod'
import { Words } from './words.ts'

/** A file of a pack, by its path below the pack's own folder. */
export const MediaPath = z
  .string()
  .regex(
    /^media\/(?:[a-z0-9_-]+\/)*[a-z0-9_-]+\.(?:webp|jpg|png|opus|ogg|mp3|wav)$/,
    'a path such as "media/stops/waterworks.webp": below media/, small letters, no ".."',
  )
  .brand<'MediaPath'>()
export type MediaPath = z.infer<typeof MediaPath>

/** A picture all round one place: an equirectangular file, or the `tiles.json` in the folder of a tiled one. */
export const SpherePath = z
  .string()
  .regex(
    /^media\/(?:[a-z0-9_-]+\/)*(?:[a-z0-9_-]+\.(?:webp|jpg|png)|tiles\.json)$/,
    'a path such as "media/nodes/wharf/now/tiles.json" or "media/nodes/wharf.jpg"',
  )
  .brand<'SpherePath'>()
export type SpherePath = z.infer<typeof SpherePath>

/** A picture of one age. */
export const DatedPicture = z.strictObject({
  picture: MediaPath,
  /** What it shows and when, such as 约 1925 年 / about 1925. */
  dated: Words,
  /** True where it was drawn for the exhibit and is no document: 示意画. */
  drawn: z.boolean(),
})
export type DatedPicture = z.infer<typeof DatedPicture>
