import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guidingHand, ProcessorField, Sand, type SandTouch, sandRules } from './index.ts'

const [columns, rows] = [84, 56]

const anyStroke = fc
  .record({
    reach: fc.double({ min: 2, max: 20, noNaN: true }),
    marks: fc.array(
      fc.record({
        x: fc.double({ min: -12, max: columns + 12, noNaN: true }),
        y: fc.double({ min: -12, max: rows + 12, noNaN: true }),
        pause: fc.integer({ min: 1, max: 120 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    ends: fc.boolean(),
  })
  .map(({ reach, marks, ends }) => ({ reach, marks, ends }))

const anyHands = fc.array(anyStroke, { minLength: 1, maxLength: 10 }).map((strokes) =>
  strokes
    .flatMap(({ reach, marks, ends }, id): SandTouch[] => {
      let when = 0
      const touches = marks.map(({ x, y, pause }, index): SandTouch => {
        when += pause
        return { type: index === 0 ? 'down' : 'move', id, x, y, reach, when }
      })
      return ends ? [...touches, { type: 'up', id, when: when + 10 }] : touches
    })
    .sort((one, other) => one.when - other.when),
)

const level = () => new Sand(new ProcessorField(columns, rows))

function carved(touches: readonly SandTouch[], moments: readonly number[] = [2000]): Sand<ProcessorField> {
  const sand = level()
  for (const touch of touches) sand.touch(touch)
  for (const moment of moments) sand.advance(moment)
  return sand
}

const volume = ({ field }: Sand<ProcessorField>) => field.heights.reduce((sum, height) => sum + height, field.rim)
const fresh = volume(level())

describe('sand', () => {
  test('is neither made nor lost, however it is pushed', () => {
    fc.assert(
      fc.property(anyHands, (touches) => {
        expect(Math.abs(volume(carved(touches)) - fresh) / fresh).toBeLessThan(1e-5)
      }),
      { numRuns: 20 },
    )
  })
  test('is never lower than the bottom of the tray nor higher than its crest', () => {
    fc.assert(
      fc.property(anyHands, (touches) => {
        const { heights } = carved(touches).field
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(0)
        expect(Math.max(...heights)).toBeLessThanOrEqual(sandRules.crest + sandRules.depth)
      }),
      { numRuns: 20 },
    )
  })
  test('between hands side by side is lifted once', () => {
    const side = fc.record({ apart: fc.integer({ min: 2, max: 13 }), reach: fc.integer({ min: 400, max: 1200 }) })
    fc.assert(
      fc.property(side, fc.array(fc.integer({ min: -64, max: 64 }), { maxLength: 12 }), ({ apart, reach }, ways) => {
        const hands = [0, 1, 2].flatMap((id) =>
          [0, ...ways].map((way, report): SandTouch => {
            const [x, y] = [12 + report * 3 + way / 64, 20 + id * apart]
            return { type: report === 0 ? 'down' : 'move', id, x, y, reach: reach / 64, when: 20 * report }
          }),
        )
        const sand = carved(hands)
        expect(Math.min(...sand.field.heights)).toBeGreaterThanOrEqual(0)
        expect(Math.abs(volume(sand) - fresh) / fresh).toBeLessThan(1e-5)
      }),
      { numRuns: 40 },
    )
  })
  test('lies the same whatever the frame rate', () => {
    fc.assert(
      fc.property(anyHands, fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 40 }), (touches, frames) => {
        const uneven = carved(touches, [...frames.sort((one, other) => one - other), 1500])
        const even = carved(touches, [1500])
        expect(uneven.field.heights).toEqual(even.field.heights)
      }),
      { numRuns: 12 },
    )
  })
  test('at rest changes nothing and says so', () => {
    const sand = carved(guidingHand(columns, rows, 0, seededChance(7)), [12_000])
    expect(sand.isAtRest).toBe(true)
    sand.field.takeChanged()
    const before = sand.field.heights.slice()
    sand.advance(60_000)
    expect(sand.field.takeChanged()).toBeUndefined()
    expect(sand.field.heights).toEqual(before)
  })
  test('is no steeper at rest than dry sand can stand', () => {
    const sand = carved(guidingHand(columns, rows, 0, seededChance(3)), [20_000])
    let steepest = 0
    for (let row = 0; row < rows; row += 1) {
      for (let column = 1; column < columns; column += 1) {
        const [here, left] = [
          sand.field.heights[row * columns + column] ?? 0,
          sand.field.heights[row * columns + column - 1] ?? 0,
        ]
        steepest = Math.max(steepest, Math.abs(here - left))
      }
    }
    expect(steepest).toBeLessThan(sandRules.repose * 1.2 + 0.05)
  })
  test('drifts back to level when it has been left alone for 90 seconds', () => {
    const untouched = level()
    const sand = carved(
      [
        { type: 'down', id: 1, x: 40, y: 30, reach: 12, when: 10 },
        { type: 'up', id: 1, when: 500 },
      ],
      [80_000],
    )
    expect(sand.field.heights).not.toEqual(untouched.field.heights)
    sand.advance(115_000)
    expect(sand.field.heights).toEqual(untouched.field.heights)
    expect(sand.stirsAt).toBeUndefined()
  })
  test('does not drift under a hand that stays', () => {
    const sand = carved([{ type: 'down', id: 1, x: 40, y: 30, reach: 12, when: 10 }], [200_000])
    expect(sand.field.heights[30 * columns + 40]).toBeLessThan(0.3)
  })
  test('covers the print again when it is poured', () => {
    const sand = carved(guidingHand(columns, rows, 0, seededChance(5)), [9000])
    sand.pour()
    sand.advance(11_000)
    expect(sand.field.heights).toEqual(level().field.heights)
    expect(sand.field.rim).toBe(0)
  })
  test('forgets what a lifted hand was about to do', () => {
    const sand = level()
    for (const touch of guidingHand(columns, rows, 0, seededChance(5))) sand.touch(touch)
    sand.advance(1000)
    sand.lift((id) => id < 0)
    expect(sand.hands).toBe(0)
    sand.advance(4000)
    expect(sand.isAtRest).toBe(true)
  })
  test('keeps a wider track under a flat hand than under a finger', () => {
    const cleared = (reach: number) => {
      const way = [10, 30, 50, 80].map(
        (x, index): SandTouch => ({ type: index ? 'move' : 'down', id: 1, x, y: 32, reach, when: 100 * (index + 1) }),
      )
      return carved(way).field.heights.filter((height) => height < 0.5).length
    }
    expect(cleared(14)).toBeGreaterThan(cleared(4) * 2)
  })
  test('is thrown farther by a quick hand', () => {
    const thrown = (pace: number) => {
      const way = [20, 30, 40, 50].map(
        (x, index): SandTouch => ({
          type: index ? 'move' : 'down',
          id: 1,
          x,
          y: 32,
          reach: 5,
          when: pace * (index + 1),
        }),
      )
      const { heights } = carved(way).field
      const untouched = level().field.heights
      return heights.filter((height, cell) => Math.abs(height - (untouched[cell] ?? 0)) > 0.05).length
    }
    expect(thrown(10)).toBeGreaterThan(thrown(400))
  })
})
