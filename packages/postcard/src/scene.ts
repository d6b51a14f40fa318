import { MediaPath, Slug, Words } from '@riverside/kit'
import { z } from 'zod'

export const SceneId = Slug.brand<'SceneId'>()
export type SceneId = z.infer<typeof SceneId>

/** A picture to write a postcard on: 历史场景, 工业遗产 or 志愿服务. */
export const Scene = z.strictObject({
  id: SceneId,
  theme: z.enum(['history', 'heritage', 'volunteer']),
  title: Words,
  caption: Words,
  /** Landscape, 100 × 84 mm of the card's face: at least 1181 × 992 pixels for 300 dpi. */
  picture: MediaPath,
})
export type Scene = z.infer<typeof Scene>

/** What a card needs of a scene, wherever its picture comes from: an address that whoever draws the card can bring. */
export type CardScene = Pick<Scene, 'title' | 'caption'> & { readonly picture: string }
