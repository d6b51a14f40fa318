import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextHand, restingHand, type Touch, type TouchEvent } from './index.ts'

/** What one finger, palm or pen does on the glass, from landing to leaving; `cut` is taken away by the system instead of lifted. */
type Contact = {
  readonly id: number
  readonly by?: Touch['by']
  readonly from: number
  readonly until: number
  /** Millimetres of the card. */
  readonly path: (share: number) => readonly [x: number, y: number]
  /** Millimetres of the glass; 0 where it does not tell. */
  readonly contact: (share: number) => number
  readonly cut?: boolean
}

/** Reports every 8 ms with the unrest of a real digitizer, all contacts of a glass in one row. */
function trace(seed: number, ...contacts: readonly Contact[]): readonly TouchEvent[] {
  const chance = seededChance(seed)
  const stray = (by: number) => (chance() - 0.5) * by
  const events = contacts.flatMap(({ id, by = 'touch', from, until, path, contact, cut }) => {
    const at = (when: number): Touch => {
      const share = (when - from) / (until - from)
      const [x, y] = path(share)
      const size = contact(share)
      return { id, by, when, x: x + stray(0.12), y: y + stray(0.12), contact: size === 0 ? 0 : size + stray(2) }
    }
    const moves = Array.from({ length: Math.floor((until - from) / 8) }, (_, step): TouchEvent & { when: number } => ({
      type: 'moved',
      touch: at(from + step * 8 + 4),
      when: from + step * 8 + 4,
    }))
    const end: TouchEvent & { when: number } = cut
      ? { type: 'lost', id, when: until }
      : { type: 'up', touch: at(until), when: until }
    return [{ type: 'down' as const, touch: at(from), when: from }, ...moves, end]
  })
  return events.toSorted((a, b) => a.when - b.when)
}

/** The ids that wrote strokes which stayed, in their order, and how many points each has. */
function kept(events: readonly TouchEvent[]): readonly { readonly id: number; readonly points: number }[] {
  const strokes: { id: number; points: number }[] = []
  let open: { id: number; points: number } | undefined
  let hand = restingHand
  for (const event of events) {
    const next = nextHand(hand, event)
    hand = next.hand
    for (const action of next.actions) {
      if (action.do === 'begin') open = { id: action.touch.id, points: 1 }
      else if (action.do === 'extend' && open) open.points += 1
      else if (action.do === 'end' && open) strokes.push(open)
      if (action.do === 'end' || action.do === 'withdraw') open = undefined
    }
  }
  expect(open).toBeUndefined()
  expect(hand.writer).toBeUndefined()
  return strokes
}
const ids = (events: readonly TouchEvent[]) => kept(events).map(({ id }) => id)

const down = (x: number) => (share: number) => [x, 20 + share * 24] as const
const across = (y: number) => (share: number) => [118 + share * 22, y] as const
const fingertip = () => 9
const untold = () => 0
const stroke = (id: number, from: number, path: Contact['path'], contact = fingertip): Contact => ({
  id,
  from,
  until: from + 260,
  path,
  contact,
})
/** The side of a hand laid down: it spreads, then drags along with the writing. */
const palm = (id: number, from: number, until: number, x: number, contact: Contact['contact']): Contact => ({
  id,
  from,
  until,
  path: (share) => [x + share * 2, 62 + share * 1.5],
  contact,
})
const spreads = (share: number) => 14 + Math.min(1, share * 12) * 22

describe('a hand on the glass, as a digitizer tells it', () => {
  test('writes with the finger while its side lies to the right, drags along and leaves last', () => {
    const events = trace(1, palm(1, 0, 2200, 138, spreads), stroke(2, 220, down(130)), stroke(3, 620, across(30)))
    expect(ids(events)).toEqual([2, 3])
    expect(kept(events).every(({ points }) => points > 25)).toBe(true)
  })

  test('writes with the left hand, whose side comes from the other edge and lifts between the strokes', () => {
    const events = trace(
      2,
      palm(1, 0, 560, 100, spreads),
      stroke(2, 200, down(112)),
      palm(3, 700, 1400, 100, () => 31),
      stroke(4, 860, across(40)),
    )
    expect(ids(events)).toEqual([2, 4])
  })

  test('writes beside a hand that lies lightly and never grows to the size of a palm', () => {
    const events = trace(
      3,
      palm(1, 0, 3000, 138, () => 19),
      stroke(2, 900, down(128)),
      stroke(3, 1400, down(122)),
    )
    expect(ids(events)).toEqual([2, 3])
  })

  test('writes on a glass that tells no sizes, where the hand lands first and lies still', () => {
    const still = { ...palm(1, 0, 2000, 138, untold), path: () => [138, 62] as const }
    const events = trace(4, still, stroke(2, 90, down(130), untold), stroke(3, 700, across(34), untold))
    expect(ids(events)).toEqual([2, 3])
  })

  test('goes on writing when a child leans on the glass, and when a second visitor taps about', () => {
    const events = trace(
      5,
      { ...stroke(1, 0, down(130)), until: 900 },
      palm(2, 200, 800, 60, () => 48),
      stroke(3, 300, across(80)),
      stroke(4, 1000, across(28)),
    )
    expect(ids(events)).toEqual([1, 4])
  })

  test('writes with a stylus over a resting palm, and no finger draws while the stylus is lifted for a moment', () => {
    const pen = (id: number, from: number, x: number): Contact => ({ ...stroke(id, from, down(x), untold), by: 'pen' })
    const events = trace(
      6,
      palm(1, 0, 3000, 138, spreads),
      pen(2, 260, 130),
      stroke(5, 700, across(50)),
      pen(3, 900, 124),
    )
    expect(ids(events)).toEqual([2, 3])
  })

  test('keeps what it wrote when the system takes every pointer away at once, and writes again at once', () => {
    const events = trace(
      7,
      { ...palm(1, 0, 400, 138, spreads), cut: true },
      { ...stroke(2, 180, down(130)), until: 400, cut: true },
      stroke(3, 410, across(30)),
    )
    expect(ids(events)).toEqual([2, 3])
  })

  test('never sticks: whatever came and went, one stroke is open at a time and none when all have left', () => {
    const anyEvent = fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom('down' as const, 'moved' as const, 'up' as const, 'lost' as const),
      by: fc.constantFrom('touch' as const, 'pen' as const, 'mouse' as const),
      x: fc.double({ min: 0, max: 148, noNaN: true }),
      y: fc.double({ min: 0, max: 100, noNaN: true }),
      contact: fc.constantFrom(0, 8, 12, 18, 30, 60),
      wait: fc.integer({ min: 0, max: 300 }),
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (steps) => {
        let hand = restingHand
        let open = 0
        let when = 0
        const tell = (event: TouchEvent) => {
          const next = nextHand(hand, event)
          hand = next.hand
          for (const action of next.actions) {
            if (action.do === 'begin') open += 1
            if (action.do === 'end' || action.do === 'withdraw') open -= 1
            if (action.do === 'extend') expect(open).toBe(1)
            expect(open === 0 || open === 1).toBe(true)
          }
        }
        for (const { id, type, by, x, y, contact, wait } of steps) {
          when += wait
          if (type === 'lost') tell({ type, id })
          else tell({ type, touch: { id, by, x, y, when, contact } })
        }
        for (const id of [1, 2, 3, 4]) tell({ type: 'lost', id })
        expect([open, hand.writer]).toEqual([0, undefined])
      }),
    )
  })
})
