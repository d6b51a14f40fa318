import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Course,
  heldFor,
  isOver,
  nextCourse,
  PrinterTrouble,
  type PrintSight,
  type Stillness,
  sentCourse,
  stillnessOf,
} from './index.ts'

const tenMinutes = { holds: 600_000, stands: 90_000 }
const at = (minutes: number) => minutes * 60_000
type Look = Omit<PrintSight, 'when'>
const job = (state: 'waiting' | 'printing' | 'stopped' | 'printed' | 'given-up', trouble?: PrinterTrouble): Look => ({
  job: { seen: 'job', state, ahead: 0 },
  trouble,
})
const along = (...looks: readonly (readonly [minute: number, look: Look])[]): Course =>
  looks.reduce((course, [minute, look]) => nextCourse(course, { when: at(minute), ...look }, tenMinutes), sentCourse)

describe('the course of a print', () => {
  test('goes from sent over printing to the card in the tray', () => {
    expect(along([0, job('waiting')]).state).toBe('sent')
    expect(along([0, { job: { seen: 'job', state: 'waiting', ahead: 2 }, trouble: undefined }]).state).toBe('waiting')
    expect(along([0, job('waiting')], [0.1, job('printing')]).state).toBe('printing')
    expect(along([0.1, job('printing')], [0.5, job('printed')]).state).toBe('printed')
  })

  test('holds the card while paper is out and goes on when there is paper', () => {
    const out = along([0, job('printing')], [1, job('printing', 'paper-out')], [9, job('printing', 'paper-out')])
    expect(out.state).toBe('held')
    expect(heldFor(out, at(9), tenMinutes)).toBe(at(2))
    expect(nextCourse(out, { when: at(10.9), ...job('printing') }, tenMinutes).state).toBe('printing')
  })

  test('lets the card go after ten minutes of trouble, and counts them anew after each mending', () => {
    expect(along([1, job('printing', 'paper-jam')], [11, job('printing', 'paper-jam')]).state).toBe('let-go')
    const mended = along([1, job('stopped')], [9, job('printing')], [10, job('stopped')], [19, job('stopped')])
    expect(mended.state).toBe('held')
  })

  test('holds the card while the print service is away, and says what became of it when it is back', () => {
    const away: Look = { job: { seen: 'no-answer' }, trouble: 'offline' }
    expect(along([0, job('printing')], [1, away]).state).toBe('held')
    expect(along([0, job('printing')], [1, away], [2, job('printed')]).state).toBe('printed')
  })

  test('does not pretend to know what became of a job that was forgotten while it was being printed', () => {
    const forgotten: Look = { job: { seen: 'forgotten' }, trouble: undefined }
    expect(along([0, job('waiting')], [1, forgotten]).state).toBe('given-up')
    expect(along([0, job('printing')], [1, forgotten]).state).toBe('unsure')
  })

  test('holds a card that stands still for a minute and a half, though nobody says what is in its way', () => {
    const hung = along([0, job('printing')], [1.5, job('printing')])
    expect(hung).toMatchObject({ state: 'held', heldSince: at(1.5) })
    expect(along([0, job('waiting')], [1.4, job('waiting')], [1.5, job('waiting')]).state).toBe('held')
    // Being set going once more is nothing new.
    expect(along([0, job('printing')], [1, job('waiting')], [1.2, job('printing')], [1.5, job('printing')])).toEqual(
      hung,
    )
  })

  test('releases a card that stood still as soon as it comes forward', () => {
    const behind = (ahead: number): Look => ({ job: { seen: 'job', state: 'waiting', ahead }, trouble: undefined })
    const still = along([0, behind(2)], [1, behind(2)], [2, behind(2)])
    expect(still.state).toBe('held')
    const moved = nextCourse(still, { when: at(3), ...behind(1) }, tenMinutes)
    expect(moved).toMatchObject({ state: 'waiting', heldSince: undefined, stillSince: at(3) })
    expect(nextCourse(still, { when: at(3), ...job('printing') }, tenMinutes).state).toBe('printing')
    expect(nextCourse(still, { when: at(3), ...job('printed') }, tenMinutes).state).toBe('printed')
  })

  test('gives a card its full time again after trouble is over', () => {
    const back = along([0, job('printing')], [1, job('printing', 'paper-out')], [8, job('printing')])
    expect(back.state).toBe('printing')
    expect(nextCourse(back, { when: at(9.4), ...job('printing') }, tenMinutes).state).toBe('printing')
    expect(nextCourse(back, { when: at(9.5), ...job('printing') }, tenMinutes).state).toBe('held')
  })

  test('lets a card go that nobody began with, and says of one begun with that only a look can tell', () => {
    expect(along([0, job('waiting')], [2, job('waiting')], [12, job('waiting')]).state).toBe('let-go')
    expect(along([0, job('printing')], [2, job('printing')], [12, job('printing')]).state).toBe('unsure')
  })

  test('ends trouble that comes and goes, as where a queue stops anew each time it is set going', () => {
    const looks = Array.from(
      { length: 45 },
      (_, round): ReadonlyArray<readonly [number, Look]> => [
        [round / 4, job('printing')],
        [round / 4 + 0.01, job('waiting', 'paused')],
      ],
    ).flat()
    expect(along(...looks.slice(0, 70)).state).toBe('held')
    expect(along(...looks).state).toBe('let-go')
  })

  const anyLook: fc.Arbitrary<Look> = fc.record({
    job: fc.oneof(
      fc.record({
        seen: fc.constant('job' as const),
        state: fc.constantFrom('waiting' as const, 'printing' as const, 'stopped' as const, 'printed' as const),
        ahead: fc.nat(5),
      }),
      fc.constant({ seen: 'no-answer' as const }),
      fc.constant({ seen: 'forgotten' as const }),
    ),
    trouble: fc.option(fc.constantFrom(...PrinterTrouble.options), { nil: undefined }),
  })

  test('is over once and for all, is printed only by the service’s own word, and holds no longer than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400_000), anyLook), { maxLength: 30 }), (looks) => {
        let course = sentCourse
        let when = 0
        for (const [later, look] of looks) {
          when += later
          const before = course
          course = nextCourse(before, { when, ...look }, tenMinutes)
          if (isOver(before.state)) expect(course).toBe(before)
          else if (course.state === 'printed')
            expect(look.job.seen === 'job' && look.job.state === 'printed').toBe(true)
          if (course.state === 'held') expect(when - (course.heldSince ?? 0)).toBeLessThan(tenMinutes.holds)
          if (course.state === 'sent' || course.state === 'waiting' || course.state === 'printing')
            expect(when - (course.stillSince ?? 0)).toBeLessThan(tenMinutes.stands)
        }
      }),
    )
  })

  test('is over within the times of standing and holding wherever nothing comes forward any more', () => {
    const stuck: fc.Arbitrary<Look> = fc.record({
      job: fc.record({
        seen: fc.constant('job' as const),
        state: fc.constantFrom('waiting' as const, 'printing' as const),
        ahead: fc.constant(5),
      }),
      trouble: fc.constant(undefined),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400_000), anyLook), { maxLength: 12 }), stuck, (before, last) => {
        let course = sentCourse
        let when = 0
        for (const [later, look] of before) {
          when += later
          course = nextCourse(course, { when, ...look }, tenMinutes)
        }
        // The last one may still begin, which is one step forward; from then on there is none.
        course = nextCourse(course, { when, ...last }, tenMinutes)
        for (let round = 0; round <= 690; round += 1) {
          course = nextCourse(course, { when: when + round * 1000, ...last }, tenMinutes)
        }
        expect(isOver(course.state)).toBe(true)
      }),
    )
  })
})

describe('a queue that stands still', () => {
  const seen = (
    ...looks: readonly (readonly [isStopped: boolean, hasCards: boolean, trouble?: PrinterTrouble])[]
  ): Stillness => {
    let before: Parameters<typeof stillnessOf>[0] = { stillness: 'moving', trouble: undefined }
    for (const [isStopped, hasCards, trouble] of looks)
      before = { stillness: stillnessOf(before, { isStopped, hasCards }), trouble }
    return before.stillness
  }
  test('is set going again where it stopped under a card or after trouble', () => {
    expect(seen([false, true], [true, true, 'paused'])).toBe('stopped-under-a-card')
    expect(seen([false, false, 'paper-out'], [true, false, 'paper-out'])).toBe('stopped-under-a-card')
    expect(seen([true, true, 'other'], [true, false, 'other'])).toBe('stopped-under-a-card')
  })
  test('is left alone where a hand stopped it', () => {
    expect(seen([false, false], [true, false, 'paused'], [true, true, 'paused'])).toBe('stopped-by-a-hand')
    expect(seen([true, false, 'paused'], [false, false], [true, true, 'paused'])).toBe('stopped-under-a-card')
  })
})
