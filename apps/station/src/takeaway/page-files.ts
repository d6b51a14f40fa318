import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pack } from '@riverside/content'
import {
  type Card,
  type CardScene,
  compose,
  type Draft,
  letteringOf,
  plainLook,
  Room,
  type Scene,
  type StationWords,
  suggestionsFor,
} from '@riverside/postcard'
import type { CardLetters } from '../postcard/card-letters.ts'
import { cardPicture } from '../postcard/draw-card.ts'

/** Of pictures for phones: a third of the bytes of those for print, and the same at a hand's distance. */
export const phoneQuality = 82

/**
 * What the page for cards in links finds of one scene: a script that hands it in, since a page opened from a folder may run a file beside it and
 * may not read one. Words, glyphs of everything that can stand on such a card, and the picture.
 */
export async function sceneFile(
  scene: Scene,
  pack: Pick<Pack, 'suggestions'> & { readonly folder: string },
  letters: CardLetters,
): Promise<string> {
  const { title, caption } = scene
  const picture = await cardPicture(await readFile(join(pack.folder, scene.picture)), plainLook, phoneQuality)
  const greetings = suggestionsFor(pack.suggestions, scene.theme).greetings.flatMap(({ zh, en }) => [zh, en])
  return handedIn('scenes', scene.id, {
    title,
    caption,
    letters: letteringOf(everyCard({ title, caption, picture: '' }, nowhere, greetings), letters.glyph),
    picture: `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`,
  })
}

/** The same of one station: its names, the cachet and every figure of a date. */
export const stationFile = (id: string, words: StationWords, letters: CardLetters): string =>
  handedIn('stations', id, { words, letters: letteringOf(everyCard(nothing, words), letters.glyph) })

const handedIn = (kind: 'scenes' | 'stations', id: string, file: object): string =>
  `riversideCard(${JSON.stringify(kind)},${JSON.stringify(id)},${JSON.stringify(file)})`

const empty = { zh: '', en: '' }
const nowhere: StationWords = { name: empty, place: empty }
const nothing: CardScene = { title: empty, caption: empty, picture: '' }

/** Cards that together show every letter that can stand on one: in both languages and rooms, on days with all ten figures. */
function everyCard(scene: CardScene, station: StationWords, greetings: readonly string[] = []): Card[] {
  const drafts = (['zh', 'en'] as const).flatMap((language) =>
    ['2013-04-25', '2067-08-19'].flatMap((date) =>
      Room.options.map((room): Draft => ({ strokes: [], language, date, look: { ...plainLook, room } })),
    ),
  )
  const greeted = greetings.map((greeting): Draft => ({ strokes: [], language: 'zh', date: '2013-04-25', greeting }))
  return [...drafts, ...greeted].map((draft) => compose(draft, scene, station))
}
