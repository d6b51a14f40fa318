import { fail, type Language, ok, type Result } from '@riverside/kit'
import type { Draft } from '../draft.ts'
import { type CardLook, plainLook } from '../look.ts'
import { cardSize, pointsOf, type Stroke } from '../stroke.ts'
import type { Exactness } from './bent-line.ts'
import { checksum } from './checksum.ts'
import { bytesOf, lettersOf } from './fragment-letters.ts'
import { InkModel } from './ink-model.ts'
import { type BitCoder, BitReader, BitWriter } from './range-coder.ts'

/** A view taken along from the river, as a link names it: hundredths of a degree are kept. */
type LinkedView = {
  readonly node: string
  readonly age: 'now' | 'then'
  readonly bearing: number
  readonly elevation: number
  readonly field: number
}

/** A card that travels in its own link: which station, which picture, and all that was written, every stroke of the hand. Days from 2020 to 2199. */
export type LinkedCard = Draft & { readonly station: string; readonly scene: string | LinkedView }

/**
 * How exactly a hand may be kept, from the finest: millimetres that no point of a line strays. The coarsest is a
 * thirty-fourth of a character in the card's columns. The grid may be coarser than that: what a knot is off by its rounding
 * is held within the tolerance all the same (measured: a grid of 1.25 takes a tenth fewer bits than one of 0.7).
 */
export const exactnesses: readonly Exactness[] = [0.1, 0.14, 0.2, 0.28].map((tolerance) => ({
  tolerance,
  step: tolerance * 1.25,
}))

const version = 1

/**
 * The fragment for a card: as exact as `easy` letters allow, else as short as can be and at most `most`. `too-much-ink` where it needs more,
 * `not-for-a-link` where a name, a day or a view is none that a link can hold.
 */
export function fragmentOf(
  card: LinkedCard,
  { easy, most }: { readonly easy: number; readonly most: number },
): Result<{ readonly fragment: string; readonly tolerance: number }, 'too-much-ink' | 'not-for-a-link'> {
  if (!isForALink(card)) return fail('not-for-a-link')
  // Far more points than any code holds are not worth a try at each exactness.
  if (pointsOf(card.strokes) > pointsWorthTrying) return fail('too-much-ink')
  let fragment = ''
  for (const [at, { tolerance }] of [...exactnesses.entries()].reverse()) {
    const finer = lettersOf(bytesFor(card, at))
    if (fragment === '' && finer.length > most) return fail('too-much-ink')
    if (fragment !== '' && finer.length > easy) return ok({ fragment, tolerance: exactnesses[at + 1]?.tolerance ?? 0 })
    fragment = finer
    if (at === 0) return ok({ fragment, tolerance })
  }
  return fail('too-much-ink')
}

/** A hand leaves some six points to each that a link keeps. */
const pointsWorthTrying = 12_000

/** Why a fragment shows no card: none of ours or changed on its way, or written by a later edition than this. */
export type LinkProblem = 'damaged' | 'newer'

/** The card in a fragment. Never throws, and never answers another card than was written. */
export function cardOf(fragment: string): Result<LinkedCard, LinkProblem> {
  const bytes = fragment.length > mostLetters ? undefined : bytesOf(fragment)
  if (bytes === undefined || bytes.length < 6) return fail('damaged')
  const [edition = 0] = bytes
  const sum = ((bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!) >>> 0
  if (sum !== checksum(summed(edition, bytes.subarray(5)))) return fail('damaged')
  if (edition !== version) return fail('newer')
  try {
    const reader = new BitReader(bytes.subarray(5))
    const card = walk(reader, undefined)
    if (reader.hasRunDry || !card.strokes.every(isNearCard)) return fail('damaged')
    return ok({ ...card, strokes: card.strokes.map(keptOnCard) })
  } catch {
    return fail('damaged')
  }
}

/** No code holds more; a longer fragment is not worth a look. */
const mostLetters = 4300

/** Edition and sum lie before the rest, so that the great number of the letters never begins with 0. */
function bytesFor(card: LinkedCard, exactness: number): Uint8Array {
  const writer = new BitWriter()
  walk(writer, { card, exactness })
  const body = writer.finish()
  const sum = checksum(summed(version, body))
  return Uint8Array.from([version, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255, ...body])
}

const summed = (edition: number, body: Uint8Array): Uint8Array => Uint8Array.from([edition, ...body])

/** In the order in which links count them: new ones go to the end. */
const languages: readonly Language[] = ['zh', 'en']
const ages = ['now', 'then'] as const
const looks = {
  frame: ['plain', 'brick', 'iron', 'rope'],
  room: ['beside', 'full'],
  ruling: ['columns', 'lines'],
} as const satisfies { readonly [Part in keyof CardLook]: readonly CardLook[Part][] }

/** The one description of what lies in a link and in which order, for writing and reading alike. */
function walk(
  coder: BitCoder,
  given: { readonly card: LinkedCard; readonly exactness: number } | undefined,
): LinkedCard {
  const card = given?.card
  const view = typeof card?.scene === 'object' ? card.scene : undefined
  const exactness = exactnesses[coder.even(8, given?.exactness ?? 0)]
  if (exactness === undefined) throw new RangeError('an exactness nobody wrote')
  const language = oneOf(coder, languages, card?.language)
  const date = dayAt(coder.even(65_536, card ? daysTo(card.date) : 0))
  const station = name(coder, card?.station)
  const scene = isThere(coder, view)
    ? {
        node: name(coder, view?.node),
        age: oneOf(coder, ages, view?.age),
        bearing: coder.even(36_000, hundredths(view?.bearing)) / 100,
        elevation: (coder.even(18_001, hundredths(view?.elevation) + 9000) - 9000) / 100,
        field: coder.even(18_001, hundredths(view?.field)) / 100,
      }
    : name(coder, typeof card?.scene === 'string' ? card.scene : undefined)
  const look = isThere(coder, card?.look)
    ? {
        frame: oneOf(coder, looks.frame, (card?.look ?? plainLook).frame),
        room: oneOf(coder, looks.room, (card?.look ?? plainLook).room),
        ruling: oneOf(coder, looks.ruling, (card?.look ?? plainLook).ruling),
      }
    : undefined
  const greeting = isThere(coder, card?.greeting) ? print(coder, card?.greeting) : undefined
  const strokes = new InkModel().ink(coder, exactness, card?.strokes)
  return { station, scene, language, date, strokes, ...(look && { look }), ...(greeting && { greeting }) }
}

const isThere = (coder: BitCoder, thing: unknown): boolean => coder.even(2, thing === undefined ? 0 : 1) === 1

const oneOf = <Name extends string>(coder: BitCoder, names: readonly Name[], name: Name | undefined): Name =>
  names[coder.even(names.length, name === undefined ? 0 : names.indexOf(name))] ?? names[0]!

/** A line in print: a Han sign in 16 bits, a sign of ASCII in nine, any other in 23. */
function print(coder: BitCoder, text = ''): string {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  const count = coder.even(longestPrint + 1, codes.length)
  let read = ''
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? 0
    const kind = coder.even(4, isHan(code) ? 0 : isAscii(code) ? 1 : 2)
    if (kind === 0) read += String.fromCodePoint(coder.even(hanCount, code - firstHan) + firstHan)
    else if (kind === 1) read += String.fromCodePoint(coder.even(95, code - 32) + 32)
    else read += String.fromCodePoint(coder.even(17, code >> 16) * 65_536 + coder.even(65_536, code & 65_535))
  }
  return read
}

const longestPrint = 72
const [firstHan, hanCount] = [0x4e00, 0x5200]
const isHan = (code: number): boolean => code >= firstHan && code < firstHan + hanCount
const isAscii = (code: number): boolean => code >= 32 && code < 127

const hundredths = (degrees = 0): number => Math.round(degrees * 100)

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789-'
const longestName = 64

/** The id of a station, scene or node. */
function name(coder: BitCoder, text = ''): string {
  const length = coder.even(longestName, text.length)
  let read = ''
  for (let at = 0; at < length; at++) read += signs.charAt(coder.even(signs.length, signs.indexOf(text.charAt(at))))
  return read
}

function isForALink({ station, scene, date, greeting = '' }: LinkedCard): boolean {
  const names = typeof scene === 'string' ? [station, scene] : [station, scene.node]
  const days = daysTo(date)
  return (
    names.every((text) => text.length < longestName && [...text].every((sign) => signs.includes(sign))) &&
    days >= 0 &&
    days < 65_536 &&
    greeting.length <= longestPrint &&
    (typeof scene === 'string' || (scene.bearing >= 0 && scene.bearing < 359.995 && Math.abs(scene.elevation) <= 90))
  )
}

const day = 86_400_000
const firstDay = Date.UTC(2020, 0, 1)
const daysTo = (date: string): number => Math.round((Date.parse(`${date}T00:00:00Z`) - firstDay) / day)
const dayAt = (days: number): string => new Date(firstDay + days * day).toISOString().slice(0, 10)

/** A line at the very edge may come back a hair beyond it; what lies farther out was never written. */
const isNearCard = ({ points }: Stroke): boolean =>
  points.every(([x, y, t]) => Math.abs(onCard.x(x) - x) < 1 && Math.abs(onCard.y(y) - y) < 1 && t <= day)

const keptOnCard = (stroke: Stroke): Stroke => ({
  ...stroke,
  points: stroke.points.map(([x, y, t, pressure]) => [onCard.x(x), onCard.y(y), t, pressure]),
})

const { width, height, bleed } = cardSize
const onCard = {
  x: (x: number) => Math.min(width + bleed, Math.max(-bleed, x)),
  y: (y: number) => Math.min(height + bleed, Math.max(-bleed, y)),
} as const
