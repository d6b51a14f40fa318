import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bandsOf,
  closeTo,
  dayNumber,
  labelsOf,
  narrowest,
  panned,
  Span,
  type TimeView,
  ticksOf,
  wholeOf,
  zoomed,
} from './index.ts'

const two = (value: number) => String(value).padStart(2, '0')
const anyDate = fc
  .record({
    year: fc.integer({ min: 1860, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    letters: fc.constantFrom(4, 7, 10),
  })
  .map(({ year, month, day, letters }) => `${year}-${two(month)}-${two(day)}`.slice(0, letters))
const anySpan = fc.tuple(anyDate, fc.option(anyDate)).map(([from, to]) => {
  const both = Span.safeParse(to === null ? { from } : { from, to })
  return both.success ? both.data : Span.parse({ from })
})
const anyMoments = fc
  .array(anySpan, { minLength: 1, maxLength: 40 })
  .map((spans) => spans.map((when, id) => ({ id, when })))
const anyRoom = fc.record({
  width: fc.integer({ min: 400, max: 2000 }),
  lanes: fc.integer({ min: 1, max: 5 }),
  label: fc.integer({ min: 72, max: 380 }),
  gap: fc.integer({ min: 8, max: 24 }),
})
const anyView = (whole: TimeView) =>
  fc
    .tuple(fc.double({ min: 0.2, max: 60, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([factor, share]) => zoomed(whole, factor, whole.from + share * (whole.to - whole.from), whole))
const anyLine = anyMoments.chain((moments) =>
  fc.record({ moments: fc.constant(moments), room: anyRoom, view: anyView(wholeOf(moments)) }),
)

const on = (...dates: readonly string[]) => dates.map((from, id) => ({ id, when: Span.parse({ from }) }))
const room = { width: 1400, lanes: 4, label: 320, gap: 16 }

describe('the labels on a line of time', () => {
  test('never overlap, never leave the line, and stand over the place they tell of', () => {
    fc.assert(
      fc.property(anyLine, ({ moments, room, view }) => {
        const labels = labelsOf(moments, view, room)
        for (const [index, one] of labels.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0)
          expect(one.left + room.label).toBeLessThanOrEqual(room.width + 0.01)
          expect(one.anchor).toBeGreaterThanOrEqual(one.left - 0.01)
          expect(one.anchor).toBeLessThanOrEqual(one.left + room.label + 0.01)
          expect(one.lane).toBeLessThan(room.lanes)
          for (const other of labels.slice(index + 1))
            if (one.lane === other.lane)
              expect(Math.abs(one.left - other.left)).toBeGreaterThanOrEqual(room.label + room.gap - 0.01)
        }
      }),
    )
  })
  test('name every moment the view touches exactly once, and no other', () => {
    fc.assert(
      fc.property(anyLine, ({ moments, room, view }) => {
        const named = labelsOf(moments, view, room).flatMap((label) => label.moments.map(({ id }) => id))
        const touched = bandsOf(moments, view, room.width).map(({ moment }) => moment.id)
        expect([...named].sort((a, b) => a - b)).toEqual([...touched].sort((a, b) => a - b))
      }),
    )
  })
  test('are the same however often they are laid', () => {
    fc.assert(
      fc.property(anyLine, ({ moments, room, view }) => {
        expect(labelsOf(moments, view, room)).toEqual(labelsOf(moments, view, room))
      }),
    )
  })
  test('stand alone where there is room, and share one where there is none', () => {
    const moments = on('1919-12-25', '1920-10-19', '1949-05-27')
    const whole = wholeOf(moments)
    expect(labelsOf(moments, whole, room).map((label) => label.moments.length)).toEqual([1, 1, 1])
    const crowded = on('1921-07-01', '1921-07-02', '1921-07-03', '1921-07-04', '1949-05-27')
    const labels = labelsOf(crowded, wholeOf(crowded), { ...room, lanes: 1 })
    expect(labels.map((label) => label.moments.length)).toEqual([4, 1])
  })
  test('come apart when one goes near enough', () => {
    const moments = on('1919-03-17', '1919-12-25', '1949-05-27', '1994-06-09')
    const whole = wholeOf(moments)
    const near = closeTo(moments.slice(0, 2), whole)
    expect(labelsOf(moments, near, { ...room, lanes: 1 }).map((label) => label.moments.length)).toEqual([1, 1])
  })
})

describe('dates on a line of time', () => {
  test('are as wide as what they can mean: a year a band, a month a shorter one, a day a cut', () => {
    const [year, month, day] = on('1919', '1920-09', '1920-10-19')
    const view = { from: dayNumber('1919-01-01'), to: dayNumber('1920-12-31') }
    const bands = bandsOf(
      [day, month, year].flatMap((one) => one ?? []),
      view,
      730,
    )
    expect(bands.map(({ precision }) => precision)).toEqual(['year', 'month', 'day'])
    expect(bands.map(({ width }) => Math.round(width))).toEqual([365, 30, 1])
  })
  test('are as coarse as the coarser of their two ends', () => {
    const moments = [{ when: Span.parse({ from: '1919-03-17', to: '1920' }) }]
    expect(bandsOf(moments, wholeOf(moments), 1000)[0]?.precision).toBe('year')
  })
})

describe('a view of time', () => {
  test('stays within the whole however it is moved, and never comes nearer than its nearest', () => {
    fc.assert(
      fc.property(
        anyMoments,
        fc.array(
          fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: -9000, max: 9000, noNaN: true })),
        ),
        (moments, moves) => {
          const whole = wholeOf(moments)
          let view = whole
          for (const [factor, days] of moves) {
            view = panned(zoomed(view, factor, (view.from + view.to) / 2 + days, whole), days, whole)
            expect(view.from).toBeGreaterThanOrEqual(whole.from - 0.001)
            expect(view.to).toBeLessThanOrEqual(whole.to + 0.001)
            expect(view.to - view.from).toBeGreaterThanOrEqual(narrowest - 0.001)
          }
        },
      ),
    )
  })
  test('keeps the day under the finger where it is', () => {
    const whole = wholeOf(on('1900', '2000'))
    const day = dayNumber('1949-05-27')
    const near = zoomed(whole, 8, day, whole)
    expect((day - near.from) / (near.to - near.from)).toBeCloseTo((day - whole.from) / (whole.to - whole.from), 6)
  })
  test('is marked with at most as many dates as stand apart, in order', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 90, max: 260 }), ({ view, room }, apart) => {
        const ticks = ticksOf(view, room.width, apart)
        for (const [index, { at }] of ticks.entries()) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(room.width)
          if (index > 0) expect(at - (ticks[index - 1]?.at ?? 0)).toBeGreaterThan(apart * 0.9)
        }
      }),
    )
  })
  test('is marked in years from afar, in months nearer, in days nearest', () => {
    const whole = wholeOf(on('1900', '2000'))
    const letters = [1, 60, 700].map((factor) => {
      const near = zoomed(whole, factor, dayNumber('1949-05-27'), whole)
      return ticksOf(near, 1400, 150)[0]?.date.length
    })
    expect(letters).toEqual([4, 7, 10])
  })
})
