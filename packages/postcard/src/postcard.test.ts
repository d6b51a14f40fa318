import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressSide,
  beadsOf,
  cardSize,
  compose,
  type Draft,
  emptySheet,
  type InkPoint,
  inkLimits,
  inkOf,
  isFull,
  lengthOf,
  type Mark,
  outlineOf,
  pointsOf,
  redone,
  Scene,
  type Stroke,
  StrokeShaper,
  Strokes,
  thinned,
  undone,
  written,
} from './index.ts'

const anyPoints = fc
  .array(
    fc.tuple(
      fc.double({ min: 0, max: 148, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((all) => all.map(([x, y, pressure], at): InkPoint => [x, y, at * 8, pressure]))
const anyStroke = fc.record({
  pen: fc.constantFrom('brush', 'pen', 'pencil'),
  ink: fc.constantFrom('ink', 'rust', 'river'),
  points: anyPoints,
}) as fc.Arbitrary<Stroke>

const line = (pen: Stroke['pen'], milliseconds: number): Stroke => ({
  pen,
  ink: 'ink',
  points: Array.from({ length: 21 }, (_, at): InkPoint => [20 + at, 50, (at * milliseconds) / 20, 0.5]),
})
const widest = (stroke: Stroke) => Math.max(...beadsOf(stroke).map(({ radius }) => radius))
const inTheMiddle = (stroke: Stroke) => beadsOf(stroke).find(({ x }) => x > 31)?.radius ?? 0

describe('ink', () => {
  test('is finite and stays close to the hand for any points at all', () => {
    fc.assert(
      fc.property(anyStroke, (stroke) => {
        const beads = beadsOf(stroke)
        expect(beads.every(({ x, y, radius }) => Number.isFinite(x + y) && radius > 0.05 && radius < 2)).toBe(true)
        expect(outlineOf(stroke)).not.toMatch(/NaN|Infinity|e-/)
      }),
    )
  })

  test('leaves the paper where the hand stopped, however little it moved at the end', () => {
    const beads = beadsOf({
      pen: 'brush',
      points: [
        [100, 0, 0, 0.5],
        [0, 0, 8, 0.5],
        [5e-324, 0, 16, 0.5],
      ],
    })
    expect(beads.at(-1)?.x).toBeCloseTo(0)
  })

  test('comes out the same whether drawn point by point or all at once', () => {
    fc.assert(
      fc.property(anyStroke, ({ pen, points }) => {
        const shaper = new StrokeShaper(pen)
        const live = points.flatMap((point) => shaper.add(point))
        expect(inkOf(pen, [...live, ...shaper.end()])).toBe(outlineOf({ pen, points }))
      }),
    )
  })

  test('thins where the hand hurries and thickens where it lingers', () => {
    expect(inTheMiddle(line('brush', 1200))).toBeGreaterThan(2 * inTheMiddle(line('brush', 60)))
  })

  test('is widest from the brush and finest from the pencil', () => {
    expect(widest(line('brush', 400))).toBeGreaterThan(widest(line('pen', 400)))
    expect(widest(line('pen', 400))).toBeGreaterThan(widest(line('pencil', 400)))
  })

  test('keeps first and last point when thinned, and no point farther than the tolerance', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const few = thinned(points)
        expect(few.length).toBeLessThanOrEqual(points.length)
        expect(few[0]?.[0]).toBeCloseTo(points[0]![0], 1)
        expect(few.at(-1)?.[1]).toBeCloseTo(points.at(-1)![1], 1)
      }),
    )
    expect(thinned(line('pen', 400).points)).toHaveLength(2)
  })

  test('refuses more strokes, more points and points off the card', () => {
    expect(Strokes.safeParse(Array.from({ length: 10_000 }, () => line('pen', 1))).success).toBe(false)
    expect(Strokes.safeParse([{ pen: 'brush', points: [[149.9, 200, 0, 0.5]] }]).success).toBe(false)
    expect(Strokes.safeParse([{ pen: 'crayon', points: [[1, 1, 0, 0.5]] }]).success).toBe(false)
    expect(Strokes.safeParse([{ pen: 'brush', points: [[1, 1, 0, 0.5]] }]).data?.[0]?.ink).toBe('ink')
  })
})

describe('a sheet', () => {
  test('gives back what was taken back, for any number of strokes', () => {
    fc.assert(
      fc.property(fc.array(anyStroke, { maxLength: 8 }), fc.nat(8), (strokes, times) => {
        const full = strokes.reduce(written, emptySheet)
        const back = Array.from({ length: times }).reduce<typeof full>((sheet) => undone(sheet), full)
        expect(back.strokes).toEqual(strokes.slice(0, Math.max(0, strokes.length - times)))
        const forth = Array.from({ length: times }).reduce<typeof full>((sheet) => redone(sheet), back)
        expect(forth.strokes).toEqual(strokes)
      }),
    )
  })

  test('takes no more than twenty metres of line, and says that it is full before', () => {
    const across: Stroke = {
      pen: 'pencil',
      ink: 'ink',
      points: [
        [0, 10, 0, 0.5],
        [148, 90, 900, 0.5],
      ],
    }
    const sheet = Array.from({ length: 400 }, () => across).reduce(written, emptySheet)
    expect(lengthOf(sheet.strokes)).toBeLessThanOrEqual(inkLimits.millimetres)
    expect(lengthOf(sheet.strokes)).toBeGreaterThan(inkLimits.millimetres - 200)
    expect(Strokes.safeParse(sheet.strokes).success).toBe(true)
    expect(Strokes.safeParse([...sheet.strokes, across, across]).success).toBe(false)
  })

  test('never holds more than one card may, however long one scribbles', () => {
    const scribble: Stroke = {
      pen: 'brush',
      ink: 'ink',
      points: Array.from(
        { length: inkLimits.pointsOfStroke },
        (_, at): InkPoint => [(at / 20) % 148, (at / 30) % 100, at, 0.5],
      ),
    }
    const sheet = Array.from({ length: 40 }, () => scribble).reduce(written, emptySheet)
    expect(pointsOf(sheet.strokes)).toBeLessThanOrEqual(inkLimits.points)
    expect(isFull(sheet, inkLimits.pointsOfStroke)).toBe(true)
  })
})

const scene = Scene.parse({
  id: 'waterworks',
  theme: 'heritage',
  title: { zh: '杨树浦水厂', en: 'Yangshupu Waterworks' },
  caption: { zh: '从江上看水厂，城堡样的厂房沿岸排开。', en: 'Yangshupu Waterworks, seen from the river' },
  picture: 'media/scenes/waterworks.webp',
})
const station = {
  name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
  place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
}
const draftOf = (strokes: Stroke[], language: 'zh' | 'en' = 'zh'): Draft => ({
  strokes,
  language,
  date: '2026-03-14',
})
const textsOf = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []))

describe('a card', () => {
  test('is 148 by 100 millimetres with two of bleed, picture 100 by 84', () => {
    const { front, back } = compose(draftOf([]), scene, station)
    expect([front.width, front.height, front.bleed]).toEqual([148, 100, 2])
    expect([back.width, back.height, back.bleed]).toEqual([148, 100, 2])
    expect(front.marks.find(({ mark }) => mark === 'picture')).toMatchObject({ width: 100, height: 84 })
    expect(cardSize.width - 100).toBeGreaterThan(3 * 11.5)
  })

  test('carries six postcode boxes and leaves the corner round them to the post', () => {
    const { back } = compose(draftOf([]), scene, station)
    const boxes = back.marks.filter((mark) => mark.mark === 'line' && mark.part === 'postal' && mark.dash === undefined)
    expect(boxes).toHaveLength(6)
    const inTheWay = back.marks.filter((mark) => {
      const [x, y] = mark.mark === 'text' ? [mark.x, mark.y - mark.size] : cornerOf(mark)
      return (
        x < addressSide.clear.width &&
        y < addressSide.clear.height &&
        mark.mark !== 'picture' &&
        mark.part !== 'ground' &&
        !boxes.includes(mark)
      )
    })
    expect(inTheWay).toEqual([])
  })

  test('says station and day in an octagon, and never speaks for the post', () => {
    const { front, back } = compose(draftOf([]), scene, station)
    expect(textsOf(front.marks)).toContain('杨树浦驿站')
    expect(textsOf(front.marks)).toContain('2026.3.14')
    expect([...textsOf(front.marks), ...textsOf(back.marks)].join('')).not.toMatch(/中国邮政|邮政|CHINA POST/i)
    const ring = front.marks.find((mark) => mark.mark === 'line' && mark.part === 'cachet')
    expect(ring?.mark === 'line' && ring.path.split(/[ML]/).length - 1).toBe(8)
  })

  test('has one filled outline for each stroke, in its own ink', () => {
    fc.assert(
      fc.property(fc.array(anyStroke, { maxLength: 6 }), (strokes) => {
        const { front } = compose(draftOf(strokes), scene, station)
        const ink = front.marks.flatMap((mark) => (mark.mark === 'fill' && mark.part === 'writing' ? [mark.ink] : []))
        expect(ink).toEqual(strokes.map((stroke) => stroke.ink))
      }),
    )
  })
})

function cornerOf(mark: Exclude<Mark, { mark: 'text' }>): readonly [number, number] {
  if (mark.mark === 'picture') return [mark.x, mark.y]
  const [x = 0, y = 0] = mark.path
    .slice(1)
    .split(/[ A-Za-z]/)
    .map(Number)
  return [x, y]
}
