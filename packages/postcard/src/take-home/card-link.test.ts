import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Draft } from '../draft.ts'
import { Greeting } from '../greeting.ts'
import { Frame, Room, Ruling } from '../look.ts'
import { type InkPoint, type Stroke, Strokes } from '../stroke.ts'
import { cardOf, fragmentOf, type LinkedCard } from './card-link.ts'
import { checksum } from './checksum.ts'
import { lettersOf } from './fragment-letters.ts'
import { handwriting, message } from './hand-for-tests.ts'

const plain: LinkedCard = {
  station: 'qinhuangdao-lu',
  scene: 'waterworks',
  language: 'zh',
  date: '2026-03-14',
  strokes: [],
}
const much = { easy: 100_000, most: 100_000 }
const fragmentFor = (card: LinkedCard): string => {
  const made = fragmentOf(card, much)
  if (!made.ok) throw new Error(made.error)
  return made.value.fragment
}
const read = (fragment: string): LinkedCard => {
  const card = cardOf(fragment)
  if (!card.ok) throw new Error(card.error)
  return card.value
}

const anyHand = fc
  .tuple(
    fc.integer(),
    fc.array(fc.tuple(fc.constantFrom('brush', 'pen', 'pencil'), fc.constantFrom('ink', 'rust', 'river'), fc.nat(24)), {
      maxLength: 12,
    }),
    fc.boolean(),
  )
  .map(([seed, strokes, felt]): Stroke[] => {
    const chance = seededChance(seed)
    return strokes.map(([pen, ink, more]) => {
      let [x, y, t, heading] = [chance() * 148, chance() * 100, 0, chance() * 7]
      const pressed = felt && chance() < 0.5
      const points: InkPoint[] = [[x, y, 0, pressed ? 0.3 : 0.5]]
      for (let at = 0; at < more; at++) {
        heading += chance() < 0.2 ? (chance() - 0.5) * 5 : (chance() - 0.5) * 0.8
        const far = chance() < 0.1 ? chance() * 20 : chance() * 1.5
        const [fromX, fromY] = [x, y]
        x = Math.min(150, Math.max(-2, x + Math.cos(heading) * far))
        y = Math.min(102, Math.max(-2, y + Math.sin(heading) * far))
        // A pen at rest leaves nothing on the card, and its rest is not kept.
        t += Math.round(5 + Math.hypot(x - fromX, y - fromY) * (4 + 60 * chance()))
        points.push([x, y, t, pressed ? 0.1 + 0.8 * chance() : 0.5])
      }
      return { pen, ink, points }
    })
  })
const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter(({ length }) => length > 0 && length < 60)
const hundredths = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((at) => at / 100)
const anyScene = fc.oneof(
  slug,
  fc.record({
    node: slug,
    age: fc.constantFrom('now' as const, 'then' as const),
    bearing: hundredths(0, 359),
    elevation: hundredths(-90, 90),
    field: hundredths(15, 100),
  }),
)
const anyCard = fc.record({
  station: slug,
  scene: anyScene,
  language: fc.constantFrom('zh' as const, 'en' as const),
  date: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2199-06-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  strokes: anyHand,
})
const anyMore = fc.record(
  {
    look: fc.record({
      frame: fc.constantFrom(...Frame.options),
      room: fc.constantFrom(...Room.options),
      ruling: fc.constantFrom(...Ruling.options),
    }),
    greeting: fc
      .string({ unit: fc.constantFrom(...'江风正好。Wish you, 龘𠮷ñ一路平安'), minLength: 1, maxLength: 60 })
      .filter((text) => Greeting.safeParse(text).success && text.trim() === text),
  },
  { requiredKeys: [] },
)

/** How far any point of one line lies from the other line, at most: millimetres. */
function strays(from: readonly InkPoint[], line: readonly InkPoint[]): number {
  const distance = ([x, y]: InkPoint) =>
    Math.min(
      ...line.map((b, at) => {
        const a = line[Math.max(0, at - 1)]!
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
        const square = dx * dx + dy * dy
        const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / square))
        return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy)
      }),
    )
  return Math.max(...from.map(distance))
}

/** The first bytes of some edition 2, with a sum that is right. */
function laterEdition(): string {
  const body = Uint8Array.from([7, 7, 7, 7])
  const sum = checksum(Uint8Array.from([2, ...body]))
  return lettersOf(Uint8Array.from([2, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255, ...body]))
}

describe('a card in a link', () => {
  test('comes back as it was, every line within the tolerance that was said', () => {
    fc.assert(
      fc.property(anyCard, anyMore, fc.constantFrom(300, 1200, 100_000), (plainCard, more, easy) => {
        const card: LinkedCard = { ...plainCard, ...more }
        const made = fragmentOf(card, { easy, most: 100_000 })
        if (!made.ok) return
        const { strokes, ...rest } = read(made.value.fragment)
        const { strokes: written, ...about } = card
        expect(rest).toEqual(about)
        expect(strokes.map(({ pen, ink }) => [pen, ink])).toEqual(written.map(({ pen, ink }) => [pen, ink]))
        strokes.forEach(({ points }, at) => {
          const line = written[at]!.points
          expect(Math.max(strays(points, line), strays(line, points))).toBeLessThan(made.value.tolerance + 0.011)
        })
      }),
      { numRuns: 80 },
    )
  })

  test('is written again in the time it took, to a fifth, and with its pressure to a thirty-second', () => {
    fc.assert(
      fc.property(anyHand, (strokes) => {
        const back = read(fragmentFor({ ...plain, strokes })).strokes
        back.forEach(({ points }, at) => {
          const took = strokes[at]!.points.at(-1)![2]
          expect(Math.abs(points.at(-1)![2] - took)).toBeLessThan(took * 0.2 + 30)
          const pressed = strokes[at]!.points[0]![3]
          expect(Math.abs(points[0]![3] - pressed)).toBeLessThanOrEqual(pressed === 0.5 ? 0 : 1 / 32)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('keeps the time of a hand that rests after its swiftest way', () => {
    const points: InkPoint[] = [
      [109.63131569512188, 35.74412567541003, 0, 0.5],
      [108.62406302057119, 35.45818121787359, 69, 0.5],
      [108.15221351009298, 35.1509136368056, 102, 0.5],
      [108.00826363055904, 35.30796750761404, 109, 0.5],
      [107.76158182804694, 35.44840878450692, 127, 0.5],
      [94.03193603654023, 49.029716976406675, 831, 0.5],
      [92.95030708187717, 49.85470827945512, 852, 0.5],
      [82.23455073054535, 51.10674535831557, 1442, 0.5],
    ]
    const [back] = read(fragmentFor({ ...plain, strokes: [{ pen: 'brush', ink: 'ink', points }] })).strokes
    expect(Math.abs(back!.points.at(-1)![2] - 1442)).toBeLessThan(1442 * 0.2 + 30)
  })

  test('uses nothing but signs a QR code holds in 5½ bits and a fragment as they are', () => {
    fc.assert(
      fc.property(anyCard, (card) => /^[0-9A-Z$*\-./:]+$/.test(fragmentFor(card))),
      { numRuns: 50 },
    )
  })

  test('is refused when a sign is changed, taken out, put in, swapped or cut off', () => {
    const fragment = fragmentFor({ ...plain, strokes: handwriting('江风') })
    const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./: %+aé'
    const at = fc.nat(fragment.length - 1)
    const sign = fc.nat(signs.length - 1).map((one) => signs.charAt(one))
    const change = fc.oneof(
      fc.tuple(at, sign).map(([i, one]) => fragment.slice(0, i) + one + fragment.slice(i + 1)),
      at.map((i) => fragment.slice(0, i) + fragment.slice(i + 1)),
      fc.tuple(at, sign).map(([i, one]) => fragment.slice(0, i) + one + fragment.slice(i)),
      at.map((i) => fragment.slice(0, i)),
      fc.tuple(at, at).map(([i, j]) => fragment.slice(Math.min(i, j)) + fragment.slice(0, Math.min(i, j))),
      fc.string(),
    )
    fc.assert(
      fc.property(change, (altered) => {
        if (altered !== fragment) expect(cardOf(altered)).toEqual({ ok: false, error: 'damaged' })
      }),
      { numRuns: 1500 },
    )
  })

  test('of a later edition says that it is newer, and one of no code at all is not even looked at', () => {
    expect(cardOf(laterEdition())).toEqual({ ok: false, error: 'newer' })
    expect(cardOf('Z'.repeat(10_000_000))).toEqual({ ok: false, error: 'damaged' })
  })

  test('whose sum is right and whose body is not is refused too, or is a card within its limits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (body) => {
        const sum = checksum(Uint8Array.from([1, ...body]))
        const card = cardOf(
          lettersOf(Uint8Array.from([1, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255, ...body])),
        )
        expect(card.ok ? Strokes.safeParse(card.value.strokes).success : card.error).toBe(card.ok ? true : 'damaged')
      }),
      { numRuns: 300 },
    )
  })

  test('is not made where it needs more letters than there is room for', () => {
    const strokes = handwriting(message)
    expect(fragmentOf({ ...plain, strokes }, { easy: 500, most: 1000 })).toEqual({ ok: false, error: 'too-much-ink' })
  })

  test('takes along everything a draft has', () => {
    expect(Object.keys(Draft.shape).sort()).toEqual(['date', 'greeting', 'language', 'look', 'strokes'])
  })

  test('is not made of a day, a name or a view that a link cannot hold', () => {
    const cannot = { ok: false, error: 'not-for-a-link' }
    expect(fragmentOf({ ...plain, date: '2019-12-31' }, much)).toEqual(cannot)
    expect(fragmentOf({ ...plain, scene: 'a'.repeat(64) }, much)).toEqual(cannot)
    expect(fragmentOf({ ...plain, station: '驿站' }, much)).toEqual(cannot)
  })

  test('of nothing but a scene is still a card, and a dot is a dot', () => {
    expect(read(fragmentFor(plain))).toEqual(plain)
    const dot: Stroke = { pen: 'pen', ink: 'river', points: [[20, 30, 0, 0.5]] }
    expect(read(fragmentFor({ ...plain, strokes: [dot] })).strokes[0]?.points).toEqual([[20, 30, 0, 0.5]])
  })
})
