import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGoingOn, nextTelling, storyAt, type Telling, type TellingEvent, toldOf } from './index.ts'

const rules = { chapters: 3, lingers: 3000, waitsForHands: 6000 }
const after = (...events: readonly TellingEvent[]): Telling =>
  events.reduce((telling, event) => nextTelling(telling, event, rules), storyAt(0))

const anyEvent: fc.Arbitrary<TellingEvent> = fc.oneof(
  fc.record({ type: fc.constant('toldTo' as const), told: fc.integer({ min: 0, max: 20_000 }) }),
  fc.record({ type: fc.constant('toldAll' as const), when: fc.integer({ min: 0, max: 1e6 }) }),
  fc.record({ type: fc.constant('playPressed' as const) }),
  fc.record({ type: fc.constant('chapterChosen' as const), chapter: fc.integer({ min: -2, max: 5 }) }),
  fc.record({ type: fc.constant('handCame' as const) }),
  fc.record({ type: fc.constant('handLeft' as const), when: fc.integer({ min: 0, max: 1e6 }) }),
  fc.record({ type: fc.constant('ticked' as const), when: fc.integer({ min: 0, max: 1e6 }) }),
)

describe('a story', () => {
  test('goes on by itself when nobody touches it', () => {
    const turned = after({ type: 'toldAll', when: 9000 }, { type: 'ticked', when: 12_000 })
    expect(turned).toMatchObject({ chapter: 1, voice: { at: 'telling', told: 0 } })
    expect(isGoingOn(turned)).toBe(true)
  })
  test('leaves the print for a moment before the page turns', () => {
    expect(after({ type: 'toldAll', when: 9000 }, { type: 'ticked', when: 11_900 }).chapter).toBe(0)
  })
  test('waits while a hand is in the sand', () => {
    const carving = after({ type: 'handCame' }, { type: 'toldAll', when: 9000 }, { type: 'ticked', when: 90_000 })
    expect(carving.chapter).toBe(0)
    expect(isGoingOn(carving)).toBe(false)
  })
  test('waits six seconds after the last hand, then turns the page', () => {
    const events: TellingEvent[] = [
      { type: 'handCame' },
      { type: 'toldAll', when: 9000 },
      { type: 'handLeft', when: 20_000 },
    ]
    expect(after(...events, { type: 'ticked', when: 25_900 }).chapter).toBe(0)
    expect(after(...events, { type: 'ticked', when: 26_000 }).chapter).toBe(1)
  })
  test('goes on telling while somebody carves', () => {
    expect(after({ type: 'handCame' }, { type: 'toldTo', told: 400 }).voice).toEqual({ at: 'telling', told: 400 })
  })
  test('goes on where it was paused', () => {
    const paused = after({ type: 'toldTo', told: 2500 }, { type: 'playPressed' })
    expect(paused.voice).toEqual({ at: 'paused', told: 2500 })
    expect(nextTelling(paused, { type: 'playPressed' }, rules).voice).toEqual({ at: 'telling', told: 2500 })
  })
  test('begins anew when the present chapter is asked for again', () => {
    const again = after({ type: 'toldTo', told: 2500 }, { type: 'chapterChosen', chapter: 0 })
    expect(again).toMatchObject({ chapter: 0, begun: 1, voice: { at: 'telling', told: 0 } })
  })
  test('ends after the last chapter and begins again from the first', () => {
    const ended = after(
      { type: 'chapterChosen', chapter: 2 },
      { type: 'toldAll', when: 0 },
      { type: 'ticked', when: 5000 },
    )
    expect(ended).toMatchObject({ chapter: 2, voice: { at: 'ended' } })
    expect(isGoingOn(ended)).toBe(false)
    expect(nextTelling(ended, { type: 'playPressed' }, rules)).toMatchObject({ chapter: 0, voice: { at: 'telling' } })
  })
  test('stays within its chapters, counts no hand below none and never tells backwards', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let telling = storyAt(0)
        for (const event of events) {
          const before = telling
          telling = nextTelling(before, event, rules)
          expect(telling.chapter).toBeGreaterThanOrEqual(0)
          expect(telling.chapter).toBeLessThan(rules.chapters)
          expect(telling.hands).toBeGreaterThanOrEqual(0)
          if (event.type === 'toldTo') expect(toldOf(telling, 20_000)).toBeGreaterThanOrEqual(toldOf(before, 20_000))
        }
      }),
    )
  })
})
