import { fail, ok, type Result } from '@riverside/kit'
import { type CardScene, ownPhotoPicture } from '@riverside/postcard'
import type { Pack } from './pack.ts'

/** A card on a print that a visitor carved out of the sand: named after the story, with the words that say what the print shows. */
export function sceneOfCarving(
  { stories }: Pick<Pack, 'stories'>,
  of: { readonly story: string; readonly chapter: string },
): Result<CardScene, 'no-such-scene'> {
  const story = stories.find(({ id }) => id === of.story)
  const chapter = story?.chapters.find(({ id }) => id === of.chapter)
  if (!story || !chapter) return fail('no-such-scene')
  return ok({ title: story.title, caption: chapter.pictureText, picture: ownPhotoPicture })
}
