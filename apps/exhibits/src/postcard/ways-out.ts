import {
  call,
  deletePostcard,
  keepPostcard,
  type PostcardDraft,
  readTakeAway,
  type Station,
  type Wire,
} from '@riverside/contract'
import { fail, ok, type Result } from '@riverside/kit'
import { type CardLink, codeText, type Way, waysOut } from '@riverside/postcard'
import type { CodeMaker } from './code-maker.ts'

/** What a screen shows for a card to leave by code. */
export type Offer = {
  readonly way: Way
  /** What the code says. */
  readonly text: string
  readonly level: 'L' | 'M'
  /** True where no phone can follow it: a demonstration that opens on this machine alone. */
  readonly onlyHere: boolean
  /** Takes the card back at once; left out where nothing is kept. False where that could not be said to the station. */
  readonly remove?: () => Promise<boolean>
}

/** One way out, whatever carries it: what it takes to make a code for it. Asked only when that code is wanted. */
export type WayOut = { readonly way: Way; readonly offer: () => Promise<Result<Offer, 'no-room' | 'away'>> }

/** The ways that stand open for this card at this moment, the best first. Nothing is kept by asking. */
export async function waysFor(
  draft: PostcardDraft,
  station: Station,
  wire: Wire,
  codes: CodeMaker,
): Promise<readonly WayOut[]> {
  const { file } = station
  const [now, link] = await Promise.all([call(wire, readTakeAway, undefined), codes.link(draft, station)])
  const ways = waysOut({ link, network: now.ok && now.value.network, demonstration: file.demonstration })
  return ways.flatMap((way): WayOut[] => {
    if (way !== 'in-code') return [{ way, offer: () => kept(way, draft, wire) }]
    return link === undefined ? [] : [{ way, offer: async () => ok(offered(link)) }]
  })
}

const offered = ({ link, level }: CardLink): Offer => ({
  way: 'in-code',
  text: codeText(link),
  level,
  onlyHere: /^https?:\/\/(?:127\.|localhost[:/])/i.test(link),
})

async function kept(way: Way, draft: PostcardDraft, wire: Wire): Promise<Result<Offer, 'no-room' | 'away'>> {
  const answer = await call(wire, keepPostcard, { draft })
  if (!answer.ok) return fail(answer.error === 'no-room' ? 'no-room' : 'away')
  const { id, link } = answer.value
  return ok({
    way,
    text: codeText(link),
    level: 'M',
    onlyHere: way === 'this-machine',
    remove: async () => {
      const gone = await call(wire, deletePostcard, undefined, { id })
      return gone.ok || gone.error === 'gone'
    },
  })
}
