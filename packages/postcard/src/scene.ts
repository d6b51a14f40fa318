import { MediaPath, Slug, Words } from '@riverside/kit'
import { z } from 'zod'
import type { StationWords } from './draft.ts'

export const SceneId = Slug.brand<'SceneId'>()
export type SceneId = z.infer<typeof SceneId>

/** 历史场景, 工业遗产, 志愿服务. */
export const Theme = z.enum(['history', 'heritage', 'volunteer'])
export type Theme = z.infer<typeof Theme>

/** A picture to write a postcard on. */
export const Scene = z.strictObject({
  id: SceneId,
  theme: Theme,
  title: Words,
  caption: Words,
  /** Landscape, 100 × 84 mm of the card's face: at least 1181 × 992 pixels for 300 dpi. */
  picture: MediaPath,
})
export type Scene = z.infer<typeof Scene>

/** What a card needs of a scene, wherever its picture comes from: an address that whoever draws the card can bring. */
export type CardScene = Pick<Scene, 'title' | 'caption'> & { readonly picture: string }

/** Where the picture of a card is somebody's own, a photograph or a carving, this is its address. */
export const ownPhotoPicture = 'own-photo'

/** A card with a photograph of one's own: named after the station, and after nobody. */
export const sceneOfPhoto = ({ name }: StationWords): CardScene => ({
  title: { zh: `${name.zh}留影`, en: `At ${name.en}` },
  caption: { zh: '自己拍的照片，只在这一张卡片上。', en: 'A photograph of one’s own, on this card alone.' },
  picture: ownPhotoPicture,
})
