import { keepPostcard, readTakeAway } from '@riverside/contract'
import { type Clock, fail, ok } from '@riverside/kit'
import { type CardScene, compose, type Draft, letteringOf, type StationWords } from '@riverside/postcard'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { CardLetters } from '../postcard/card-letters.ts'
import type { CardScenes } from '../postcard/card-scenes.ts'
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
  serve(app, readTakeAway, async () => ok({ network: (await needs.takeaway.phonesReach()) !== undefined }))

  serve(app, keepPostcard, async ({ draft: { scene: of, ...draft } }) => {
    if (lettersMissing(draft, needs.letters).length > 0) return fail('no-such-letters')
    const found = await needs.scenes.bring(of)
    if (!found.ok) return found
    const picture = await cardPicture(found.value.picture, draft.look, phoneQuality)
    const { kept } = needs.takeaway
    const deletesAt = needs.clock.now() + kept.rules.life
    const { sealed, key } = sealCard(headerOf(draft, found.value.scene, deletesAt, needs), picture)
    const id = kept.keep(sealed, deletesAt)
    if (!id.ok) return id
    const host = (await needs.takeaway.phonesReach()) ?? needs.takeaway.ownHosts()[0]
    return ok({ id: id.value, link: `http://${host}/T/${id.value}#${base32(key)}`, deletesAt })
  })
}

function headerOf(draft: Draft, { title, caption }: CardScene, deletesAt: number, { station, letters }: KeepNeeds) {
  const card = compose(draft, { title, caption, picture: '' }, station)
  return {
    version: 2 as const,
    station,
    scene: { title, caption },
    draft,
    deletesAt,
    letters: letteringOf([card], letters.glyph) as Record<string, Record<string, [number, string]>>,
  }
}
