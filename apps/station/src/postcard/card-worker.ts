import { parentPort } from 'node:worker_threads'
import { type CardScene, compose, type Draft, type PrintCorrection, type StationWords } from '@riverside/postcard'
import { openCardLetters } from './card-letters.ts'
import { cardPdf } from './card-pdf.ts'

/** One card to be composed and drawn. */
export type CardWork = {
  readonly number: number
  /** A draft as JSON: as one text its thousands of points hold up the thread they come from the least. */
  readonly draft: string
  readonly scene: CardScene
  readonly station: StationWords
  /** JPEG, cut to its place on the card. */
  readonly picture: Uint8Array
  readonly correction: PrintCorrection | undefined
}

export type CardWorkDone = { readonly number: number } & (
  | { readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly failure: string }
)

const letters = openCardLetters()

async function draw({ draft: text, scene, station, picture, correction }: CardWork): Promise<Uint8Array<ArrayBuffer>> {
  const draft = JSON.parse(text) as Draft
  const drawn = await cardPdf(compose(draft, scene, station), letters, picture, draft.date, correction)
  // A copy of its own can be handed over, where the drawn one may lie in memory shared with others.
  return new Uint8Array(drawn)
}

parentPort?.on('message', async (work: CardWork) => {
  try {
    const pdf = await draw(work)
    parentPort?.postMessage({ number: work.number, pdf } satisfies CardWorkDone, [pdf.buffer])
  } catch (failure) {
    parentPort?.postMessage({ number: work.number, failure: String(failure) } satisfies CardWorkDone)
  }
})
