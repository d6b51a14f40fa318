import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attract,
  consequences,
  ExhibitId,
  hasGoneQuiet,
  next,
  type Visit,
  type VisitEvent,
  type VisitRules,
  warning,
} from './index.ts'

const rules: VisitRules = { warnAfter: 45_000, resetAfter: 60_000, farewell: 8_000, playingAtMost: 600_000 }
const at = (seconds: number) => seconds * 1000
const after = (...events: readonly VisitEvent[]): Visit =>
  events.reduce<Visit>((visit, event) => next(visit, event, rules), attract)
const inVoyage: readonly VisitEvent[] = [
  { type: 'touched', when: at(0) },
  { type: 'languageChosen', language: 'en', when: at(2) },
  { type: 'exhibitChosen', exhibit: 'voyage', when: at(4) },
]

describe('a visit', () => {
  test('goes from the river through language and menu into a room, and back', () => {
    expect(after(...inVoyage)).toMatchObject({ at: 'exhibit', exhibit: 'voyage', language: 'en' })
    expect(after(...inVoyage, { type: 'exhibitLeft', when: at(9) })).toMatchObject({ at: 'menu', language: 'en' })
  })

  test('goes back to the river when nobody has touched the menu for a minute', () => {
    const menu = inVoyage.slice(0, 2)
    expect(after(...menu, { type: 'ticked', when: at(61) })).toMatchObject({ at: 'menu' })
    expect(after(...menu, { type: 'ticked', when: at(62) })).toEqual(attract)
  })

  test('warns fifteen seconds before, and counts them down', () => {
    const menu = after(...inVoyage.slice(0, 2))
    expect(warning(menu, at(46.9), rules)).toBeUndefined()
    expect(warning(menu, at(47), rules)).toBe(15)
    expect(warning(menu, at(61.5), rules)).toBe(1)
  })

  test('neither warns nor resets while a voice plays', () => {
    const listening = after(...inVoyage, { type: 'playingChanged', playing: true, when: at(10) })
    expect(warning(listening, at(200), rules)).toBeUndefined()
    expect(hasGoneQuiet(listening, at(200), rules)).toBe(false)
  })

  test('does not let a voice that never ends keep the screen for ever', () => {
    const listening = after(...inVoyage, { type: 'playingChanged', playing: true, when: at(10) })
    expect(hasGoneQuiet(listening, at(610), rules)).toBe(true)
  })

  test('takes a touch after a long silence for a new visitor', () => {
    expect(after(...inVoyage, { type: 'touched', when: at(300) })).toEqual({ at: 'language', touchedAt: at(300) })
  })

  test('carries a taken view into the postcard’s room and keeps it until the visit ends', () => {
    const taken = after(...inVoyage, { type: 'viewTaken', view: 'the waterworks', when: at(6) })
    expect(taken).toMatchObject({ at: 'exhibit', exhibit: 'postcard', taken: 'the waterworks' })
    const menu = next(taken, { type: 'exhibitLeft', when: at(8) }, rules)
    expect(next(menu, { type: 'exhibitChosen', exhibit: 'story', when: at(9) }, rules)).toMatchObject({
      exhibit: 'story',
      taken: 'the waterworks',
    })
  })

  test('opens the voyage at the stop a story’s card asked for, and only that once', () => {
    const inStory: readonly VisitEvent[] = [
      ...inVoyage.slice(0, 2),
      { type: 'exhibitChosen', exhibit: 'story', when: at(4) },
      { type: 'playingChanged', playing: true, when: at(5) },
    ]
    const there = after(...inStory, { type: 'stopAsked', stop: 'ewo-mill', when: at(6) })
    expect(there).toMatchObject({ at: 'exhibit', exhibit: 'voyage', stop: 'ewo-mill', playing: false })
    expect(next(there, { type: 'languageChosen', language: 'zh', when: at(7) }, rules)).toMatchObject({
      stop: 'ewo-mill',
    })
    const menu = next(there, { type: 'exhibitLeft', when: at(8) }, rules)
    expect(menu).toMatchObject({ at: 'menu' })
    expect(next(menu, { type: 'exhibitChosen', exhibit: 'voyage', when: at(9) }, rules)).toMatchObject({
      exhibit: 'voyage',
      stop: undefined,
    })
  })

  test('keeps the place when the language changes', () => {
    expect(after(...inVoyage, { type: 'languageChosen', language: 'zh', when: at(6) })).toMatchObject({
      at: 'exhibit',
      exhibit: 'voyage',
      language: 'zh',
    })
  })

  test('forgets the visitor however it ends', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let visit: Visit = attract
        let now = 0
        for (const { event, pause } of events) {
          now += pause
          const before: Visit = visit
          visit = next(before, { ...event, when: now } as VisitEvent, rules)
          if (visit.at !== 'menu' && visit.at !== 'exhibit') expect(JSON.stringify(visit)).not.toContain(keepsake)
          if (before.at === 'language' && visit.at === 'menu') expect(visit.taken).toBeUndefined()
          const isOver =
            before.at !== 'attract' &&
            (visit.at === 'attract' || visit.at === 'farewell' || (visit.at === 'language' && before.at !== 'language'))
          if (isOver && before.at !== visit.at)
            expect(consequences(before, visit)).toContainEqual({ do: 'forgetVisitor' })
        }
      }),
    )
  })

  test('never stays anywhere for ever when nobody is there', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let now = 0
        let visit: Visit = attract
        for (const { event, pause } of events) {
          now += pause
          visit = next(visit, { ...event, when: now } as VisitEvent, rules)
        }
        expect(next(visit, { type: 'ticked', when: now + rules.playingAtMost + 1000 }, rules)).toEqual(attract)
      }),
    )
  })
})

const keepsake = 'what this visitor took along'
const anyEvent = fc.record({
  pause: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 700_000 })),
  event: fc.oneof(
    fc.constantFrom({ type: 'touched' }, { type: 'ticked' }, { type: 'exhibitLeft' }, { type: 'visitEnded' }),
    fc.record({ type: fc.constant('languageChosen'), language: fc.constantFrom('zh', 'en') }),
    fc.record({ type: fc.constant('exhibitChosen'), exhibit: fc.constantFrom(...ExhibitId.options) }),
    fc.constant({ type: 'viewTaken', view: keepsake }),
    fc.constant({ type: 'stopAsked', stop: keepsake }),
    fc.record({ type: fc.constant('playingChanged'), playing: fc.boolean() }),
  ),
})
