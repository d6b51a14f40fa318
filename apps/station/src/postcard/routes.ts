import {
  keepPostcard,
  type Print,
  printPostcard,
  type Reach,
  readLetters,
  readPrint,
  readPrinter,
} from '@riverside/contract'
import { type Clock, fail, ok, type Result } from '@riverside/kit'
import type { Draft, Scene, StationWords } from '@riverside/postcard'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { PrintDesk } from '../printing/print-desk.ts'
import type { KeptCards } from '../takeaway/kept-cards.ts'
import { base32, sealCard } from '../takeaway/seal.ts'
import type { CardLetters } from './card-letters.ts'
import { type DrawnCard, drawCard } from './draw-card.ts'

export type PostcardNeeds = {
  /** A scene of the pack on screen with the bytes of its picture. */
  readonly scene: (id: Draft['scene']) => Promise<{ readonly scene: Scene; readonly picture: Uint8Array } | undefined>
  readonly station: StationWords
  readonly letters: CardLetters
  readonly desk: PrintDesk
  readonly kept: KeptCards
  readonly clock: Clock
  /** `host:port` that a take-away link names, and who can reach it. */
  readonly takeawayAddress: () => { readonly host: string; readonly reach: Reach }
}

/** What the postcard's screen asks of the station. A card lives here only as long as one answer takes, unless it is kept sealed. */
export function postcardRoutes(app: FastifyInstance, needs: PostcardNeeds): void {
  serve(app, readPrinter, async () => ok(await needs.desk.look()))

  serve(app, readLetters, ({ lines }) => {
    const outlines = lines.map(({ text, face }) => needs.letters.outline(text, face))
    return ok({ outlines: outlines.map(({ path, width }) => ({ path, width })) })
  })

  serve(app, printPostcard, async ({ once, draft }): Promise<Result<Print, PrintProblem>> => {
    const drawn = await draw(draft, needs)
    if (drawn === undefined) return fail('no-such-scene')
    return needs.desk.print(once, drawn.pdf)
  })

  serve(app, readPrint, (_, { params }) => {
    const print = needs.desk.read(params.ticket ?? '')
    return print === undefined ? fail('no-such-ticket') : ok(print)
  })

  serve(app, keepPostcard, async ({ draft }) => {
    const drawn = await draw(draft, needs)
    return drawn === undefined ? fail('no-such-scene') : keep(draft, drawn, needs)
  })
}

type PrintProblem = 'printer-away' | 'paper-out' | 'paper-budget-spent' | 'no-such-scene'
type Drawn = DrawnCard & { readonly scene: Scene }

async function draw(draft: Draft, needs: PostcardNeeds): Promise<Drawn | undefined> {
  const found = await needs.scene(draft.scene)
  if (found === undefined) return undefined
  return { ...(await drawCard(draft, found.scene, found.picture, needs.station, needs.letters)), scene: found.scene }
}

async function keep(draft: Draft, drawn: Drawn, needs: PostcardNeeds) {
  const [front, back, pdf] = await Promise.all([drawn.jpeg('front'), drawn.jpeg('back'), drawn.pdf()])
  const deletesAt = needs.clock.now() + needs.kept.rules.life
  const about = {
    station: needs.station.name,
    place: needs.station.place,
    title: drawn.scene.title,
    date: draft.date,
    language: draft.language,
    deletesAt,
  }
  const { sealed, key } = sealCard(about, [
    { name: 'front', type: 'image/jpeg', bytes: front },
    { name: 'back', type: 'image/jpeg', bytes: back },
    { name: 'pdf', type: 'application/pdf', bytes: pdf },
  ])
  const kept = needs.kept.keep(sealed, deletesAt)
  if (!kept.ok) return kept
  const { host, reach } = needs.takeawayAddress()
  return ok({ id: kept.value, link: `http://${host}/t/${kept.value}#${base32(key)}`, reach, deletesAt })
}
