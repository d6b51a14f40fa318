import { Slug, Words } from '@riverside/kit'
import { CardFace, Draft, SceneId, StationWords } from '@riverside/postcard'
import { StoryId } from '@riverside/story'
import { TakenView } from '@riverside/voyage'
import { z } from 'zod'
import { Print, printRefusals } from './printing.ts'
import { Nothing, route } from './route.ts'

/**
 * A photograph of one's own, as the screen drew it anew from its own pixels: JPEG in Base64, at most 300 KB. It travels inside the draft,
 * is decoded and drawn again, and lives as long as one answer takes.
 */
export const OwnPhoto = z.strictObject({ photo: z.base64().min(64).max(400_000) })
export type OwnPhoto = z.infer<typeof OwnPhoto>

/** A print as a visitor's hands left it under the sand, drawn by the screen like a photograph; its words are the chapter's. */
export const CarvedPrint = z.strictObject({ carved: OwnPhoto.shape.photo, story: StoryId, chapter: Slug })
export type CarvedPrint = z.infer<typeof CarvedPrint>

/** A card to be drawn: what was written, on a scene of the pack, a view taken along from the river, a print one carved, or a photograph of one's own. */
export const PostcardDraft = Draft.extend({ scene: z.union([SceneId, TakenView, OwnPhoto, CarvedPrint]) })
export type PostcardDraft = z.infer<typeof PostcardDraft>

/** A full card with a photograph, on the wire. */
const draftBytes = 2 * 1024 * 1024

/** Why a card cannot be drawn: it has no picture to be written on, or its greeting has signs that no bundled face holds. */
const draftProblems = [
  'no-such-scene',
  'no-such-node',
  'no-such-age',
  'view-out-of-limits',
  'too-many-views',
  'no-photo',
  'no-such-letters',
] as const

/**
 * The picture of a taken view as JPEG, 1181 × 992 pixels, below the address of its pack (`takenViewPath`): the same for the screen and for
 * print. 404 with a code where there is none, 429 while too many are being drawn.
 */
export const takenViewPicturePath = '/packs/:hash/views/:node/:age/:bearing/:elevation/:field'

/**
 * The outlines of a card's lines of text, as print has them: SVG path data in em squares from the start of the baseline,
 * and the width. So a screen draws the very letters that will be printed, and knows which signs no bundled face holds.
 */
export const readLetters = route({
  method: 'POST',
  path: '/api/postcards/letters',
  caller: 'screen',
  body: z.strictObject({ lines: z.array(z.strictObject({ text: z.string().max(200), face: CardFace })).max(60) }),
  reply: z.strictObject({
    outlines: z.array(z.strictObject({ path: z.string(), width: z.number(), missing: z.array(z.string()) })),
  }),
  problems: [],
})

/**
 * Prints a card once: the same `once` again, after a lost answer, gives the same ticket and no second sheet. Where the visitor turns the
 * sheet by hand, its back is a print of its own.
 */
export const printPostcard = route({
  method: 'POST',
  path: '/api/postcards/print',
  caller: 'screen',
  body: z.strictObject({
    once: z.uuid(),
    /** Chosen by the screen for one visit and forgotten with it: it counts copies and names nobody. */
    visit: z.uuid(),
    pass: z.enum(['first', 'back']).default('first'),
    draft: PostcardDraft,
  }),
  bytes: draftBytes,
  reply: Print,
  problems: [...printRefusals, ...draftProblems],
})

/** Keeps a card, encrypted, behind a link nobody can guess. The key is in the link's fragment and nowhere else. */
export const keepPostcard = route({
  method: 'POST',
  path: '/api/postcards/keep',
  caller: 'screen',
  body: z.strictObject({ draft: PostcardDraft }),
  bytes: draftBytes,
  reply: z.strictObject({
    id: z.string(),
    link: z.url(),
    /** Milliseconds since 1970 at which card and link are deleted. */
    deletesAt: z.number().int(),
  }),
  problems: [...draftProblems, 'no-room'],
})

/** Deletes a kept card at once. Whoever holds the link may; nobody else can know the id. */
export const deletePostcard = route({
  method: 'POST',
  path: '/t/:id/delete',
  caller: 'anyone',
  body: Nothing,
  reply: Nothing,
  problems: ['gone', 'too-many'],
})

/** The sealed card as bytes: twelve of nonce, the ciphertext, sixteen of tag (AES-256-GCM). 404 when it is gone. */
export const sealedCardPath = '/t/:id/card'

/**
 * What lies before the picture inside a sealed card: four bytes of length (big-endian), this as JSON, then the picture as JPEG. A phone
 * composes the card from it as the station would, and plays its writing again.
 */
export const CardHeader = z.object({
  version: z.literal(2),
  station: StationWords,
  scene: z.object({ title: Words, caption: Words }),
  draft: Draft,
  deletesAt: z.number(),
  /** Glyphs of the card's lines, by face and character: width in em squares and path. */
  letters: z.partialRecord(CardFace, z.record(z.string(), z.tuple([z.number(), z.string()]))),
})
export type CardHeader = z.infer<typeof CardHeader>

/** The ways by which a card can leave at this moment, besides paper and the code that holds the card itself. */
export const readTakeAway = route({
  method: 'GET',
  path: '/api/postcards/take-away',
  caller: 'screen',
  body: Nothing,
  reply: z.strictObject({
    /** Whether phones of the station's network reach its page for cards right now. */
    network: z.boolean(),
  }),
  problems: [],
})
