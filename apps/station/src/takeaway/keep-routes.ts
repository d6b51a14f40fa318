import { keepPostcard, type PostcardDraft, readTakeAway } from '@riverside/contract'
import { type Clock, fail, ok } from '@riverside/kit'
import {
  type CardScene,
  compose,
  type Draft,
  letteringOf,
  plainLook,
  type Room,
  type StationWords,
} from '@riverside/postcard'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { CardLetters } from '../postcard/card-letters.ts'
import type { BroughtScene, CardScenes } from '../postcard/card-scenes.ts'
import { cardPicture, lettersMissing } from '../postcard/draw-card.ts'
import type { Takeaway } from './open-takeaway.ts'
import { phoneQuality } from './page-files.ts'
import { base32, sealCard } from './seal.ts'

export type KeepNeeds = {
  readonly takeaway: Takeaway
  readonly scenes: CardScenes
  readonly station: StationWords
  readonly letters: CardLetters
  readonly clock: Clock
}

/** What a screen asks when a card is to leave by code. */
export function keepRoutes(app: FastifyInstance, needs: KeepNeeds): void {
  const pictureOf = cardPictures()
  serve(app, readTakeAway, async () => ok({ network: (await needs.takeaway.phonesReach()) !== undefined }))

  serve(app, keepPostcard, async ({ draft: { scene: of, ...draft } }) => {
    if (lettersMissing(draft, needs.letters).length > 0) return fail('no-such-letters')
    const found = await needs.scenes.bring(of)
    if (!found.ok) return found
    const picture = await pictureOf(of, found.value, draft.look)
    const { kept } = needs.takeaway
    const deletesAt = needs.clock.now() + kept.rules.life
    const { sealed, key } = sealCard(headerOf(draft, found.value.scene, deletesAt, needs), picture)
    const id = kept.keep(sealed, deletesAt)
    if (!id.ok) return id
    const host = (await needs.takeaway.phonesReach()) ?? needs.takeaway.ownHosts()[0]
    return ok({ id: id.value, link: `http://${host}/T/${id.value}#${base32(key)}`, deletesAt })
  })
}

/** The picture of a card as a phone gets it. Those of the pack's own scenes are made once; what a visitor brought is kept nowhere. */
function cardPictures() {
  const known = new WeakMap<CardScene, Map<Room, Promise<Uint8Array>>>()
  return (of: PostcardDraft['scene'], { scene, picture }: BroughtScene, look = plainLook): Promise<Uint8Array> => {
    if (typeof of !== 'string') return cardPicture(picture, look, phoneQuality)
    const rooms = known.get(scene) ?? new Map<Room, Promise<Uint8Array>>()
    const made = rooms.get(look.room) ?? cardPicture(picture, look, phoneQuality)
    known.set(scene, rooms.set(look.room, made))
    // A picture that could not be drawn once is tried again.
    made.catch(() => rooms.delete(look.room))
    return made
  }
}

/** Letters are those of the print on the card: its ink, which may be twenty metres, has none. */
function headerOf(draft: Draft, { title, caption }: CardScene, deletesAt: number, { station, letters }: KeepNeeds) {
  const card = compose({ ...draft, strokes: [] }, { title, caption, picture: '' }, station)
  return {
    version: 2 as const,
    station,
    scene: { title, caption },
    draft,
    deletesAt,
    letters: letteringOf([card], letters.glyph) as Record<string, Record<string, [number, string]>>,
  }
}
