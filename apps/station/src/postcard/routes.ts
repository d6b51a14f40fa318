import {
  type PostcardDraft,
  type Print,
  type PrintRefusal,
  printPostcard,
  readLetters,
  readPrint,
  readPrinter,
  takenViewPicturePath,
} from '@riverside/contract'
import { fail, ok, type Result } from '@riverside/kit'
import type { CardScene, PrintCorrection, StationWords } from '@riverside/postcard'
import { TakenView } from '@riverside/voyage'
import type { FastifyInstance } from 'fastify'
import { refuse, serve } from '../http/serve.ts'
import type { PrintDesk } from '../printing/print-desk.ts'
import type { CardLetters } from './card-letters.ts'
import type { CardPress } from './card-press.ts'
import type { CardSceneProblem, CardScenes } from './card-scenes.ts'
import { lettersMissing } from './draw-card.ts'

export type PostcardNeeds = {
  readonly scenes: CardScenes
  readonly station: StationWords
  readonly letters: CardLetters
  readonly press: CardPress
  readonly desk: PrintDesk
  /** What moves every print so that it lands true. */
  readonly correction: () => PrintCorrection | undefined
}

/** What the postcard's screen asks of the station. A card lives here only as long as one answer takes. */
export function postcardRoutes(app: FastifyInstance, needs: PostcardNeeds): void {
  serve(app, readPrinter, async () => ok(await needs.desk.look()))

  serve(app, readLetters, ({ lines }) => {
    const outlines = lines.map(({ text, face }) => needs.letters.outline(text, face))
    return ok({ outlines: outlines.map(({ path, width, missing }) => ({ path, width, missing: [...missing] })) })
  })

  serve(app, printPostcard, async ({ once, visit, pass, draft }): Promise<Result<Print, PrintProblem>> => {
    const found = await sceneOf(draft, needs)
    if (!found.ok) return found
    const { scene, picture } = found.value
    const of = pass === 'back' ? 'back' : 'card'
    return needs.desk.print({ once, visit, of }, () =>
      needs.press.pdf(draft, scene, picture, needs.station, needs.correction()),
    )
  })

  serve(app, readPrint, (_, { params }) => {
    const print = needs.desk.read(params.ticket ?? '')
    return print === undefined ? fail('no-such-ticket') : ok(print)
  })

  app.get(takenViewPicturePath, { config: { caller: 'screen', rateLimit: viewsAMinute } }, async (request, reply) => {
    const { hash, ...words } = request.params as Record<string, string>
    const view = TakenView.safeParse(viewOf(words))
    if (!view.success) return refuse(reply, 404, 'view-out-of-limits', view.error.issues[0]?.path.join('.') ?? '')
    const drawn = await needs.scenes.view(hash ?? '', view.data)
    if (!drawn.ok) return refuse(reply, drawn.error === 'too-many-views' ? 429 : 404, drawn.error)
    // A pack is named by its own content, and so is what is seen of it.
    return reply
      .header('cache-control', 'private, max-age=3600, immutable')
      .header('x-content-type-options', 'nosniff')
      .type('image/jpeg')
      .send(drawn.value)
  })
}

/** A visitor looks at one or two; nobody keeps the station drawing. */
const viewsAMinute = { max: 60, timeWindow: '1 minute' } as const

const viewOf = ({ node, age, bearing, elevation, field }: Record<string, string>): unknown => ({
  node,
  age,
  bearing: Number(bearing),
  elevation: Number(elevation),
  field: Number(field),
})

type DrawProblem = CardSceneProblem | 'no-such-letters'
type PrintProblem = PrintRefusal | DrawProblem
type Found = { readonly scene: CardScene; readonly picture: Uint8Array }

async function sceneOf(draft: PostcardDraft, { letters, scenes }: PostcardNeeds): Promise<Result<Found, DrawProblem>> {
  return lettersMissing(draft, letters).length > 0 ? fail('no-such-letters') : await scenes.bring(draft.scene)
}
