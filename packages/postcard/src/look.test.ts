import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Box,
  CardLook,
  cardSize,
  characterBoxes,
  compose,
  type Draft,
  Draft as DraftSchema,
  Frame,
  Greeting,
  type InkPoint,
  type Mark,
  messageSideOf,
  Room,
  Ruling,
  replayOf,
  type Stroke,
  Suggestions,
  sceneOfPhoto,
  suggestionsFor,
} from './index.ts'

const station = {
  name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
  place: { zh: '杨浦滨江', en: 'Yangpu Riverside' },
}
const scene = sceneOfPhoto(station)
const anyLook = fc.record({
  frame: fc.constantFrom(...Frame.options),
  room: fc.constantFrom(...Room.options),
  ruling: fc.constantFrom(...Ruling.options),
})
const draft = (more: Partial<Draft>): Draft => ({ strokes: [], language: 'zh', date: '2026-03-14', ...more })
const frontOf = (more: Partial<Draft>) => compose(draft(more), scene, station).front.marks
const within = (inner: Box, outer: Box, by = 0) =>
  inner.x >= outer.x - by &&
  inner.y >= outer.y - by &&
  inner.x + inner.width <= outer.x + outer.width + by &&
  inner.y + inner.height <= outer.y + outer.height + by

/** The corners of what a path draws, read from its own letters; relative ones are carried along. */
function boxOf(path: string): Box {
  const xs: number[] = []
  const ys: number[] = []
  let [x, y] = [0, 0]
  for (const [, letter = '', rest = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const isRelative = letter === letter.toLowerCase()
    const [dx, dy] = isRelative ? [x, y] : [0, 0]
    if ('hH'.includes(letter)) x = dx + (numbers[0] ?? 0)
    else if ('vV'.includes(letter)) y = dy + (numbers[0] ?? 0)
    else if (numbers.length >= 2) {
      x = dx + (numbers.at(-2) ?? 0)
      y = dy + (numbers.at(-1) ?? 0)
    }
    xs.push(x)
    ys.push(y)
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

describe('the look of a card', () => {
  test('keeps picture, letter and cachet apart and three millimetres from the knife, whatever is chosen', () => {
    const safe = { x: 3, y: 3, width: cardSize.width - 6, height: cardSize.height - 6 }
    for (const room of Room.options) {
      const { picture, letter, cachet } = messageSideOf(room)
      expect(picture.x + picture.width).toBeLessThan(letter.x)
      expect(within(picture, safe) && within(letter, safe)).toBe(true)
      const reach = cachet.radius * 1.31
      expect(within({ x: cachet.x - reach, y: cachet.y - reach, width: 2 * reach, height: 2 * reach }, safe)).toBe(true)
      expect(picture.width / picture.height).toBeCloseTo(100 / 84)
    }
  })

  test('cuts its frame over the edge of the picture and nowhere else', () => {
    fc.assert(
      fc.property(anyLook, (look) => {
        const { picture, letter } = messageSideOf(look.room)
        const cut = frontOf({ look }).flatMap((mark) =>
          mark.mark === 'fill' && mark.part === 'frame' && boxOf(mark.path).x < letter.x - 1 ? [boxOf(mark.path)] : [],
        )
        expect(cut.length > 0).toBe(look.frame !== 'plain')
        for (const box of cut) expect(within(box, picture, 0.1)).toBe(true)
      }),
    )
  })

  test('gives each character a square of its own inside the letter, larger and fewer for a large hand', () => {
    fc.assert(
      fc.property(anyLook, ({ room, ruling }) => {
        const { letter } = messageSideOf(room)
        const [one, large] = [characterBoxes({ room, ruling }, 'one'), characterBoxes({ room, ruling }, 'large')]
        for (const box of [...one, ...large]) expect(within(box, letter, 0.02)).toBe(true)
        expect(new Set(one.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(one.length)
        expect(large.length).toBeLessThan(one.length)
        expect(large[0]!.width).toBeGreaterThan(one[0]!.width * 1.3)
      }),
    )
    const [first, second] = characterBoxes({ room: 'beside', ruling: 'columns' }, 'one')
    expect(first!.x).toBe(second!.x)
    expect(first!.x + first!.width).toBeCloseTo(142.5)
  })

  test('of a newer or altered kind is refused', () => {
    expect(CardLook.safeParse({ frame: 'gilt', room: 'beside', ruling: 'lines' }).success).toBe(false)
    expect(DraftSchema.safeParse(draft({ look: { frame: 'iron' } as never })).success).toBe(false)
  })
})

const words = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.mark === 'text' && mark.part === 'greeting' ? [mark] : []))

describe('a printed greeting', () => {
  test('holds letters of any script, and no emoji, no signs that turn the line, no second line', () => {
    for (const good of ['江风正好', 'All is well, 2026.', '再见——“江边”', 'Привет', 'こんにちは'])
      expect(Greeting.safeParse(good).success).toBe(true)
    for (const bad of [
      '好\u{1F600}',
      '\u2764\uFE0F',
      'a\nb',
      '\u202Eabc',
      '\u{1F468}\u200D\u{1F469}',
      '   ',
      '好'.repeat(73),
      '\uE000',
    ])
      expect(Greeting.safeParse(bad).success).toBe(false)
  })

  test('stands upright for Chinese, each sign once and in order, within the picture', () => {
    const line = '一百年前有人从这里出发，今天我从这里问候。'
    const marks = words(frontOf({ greeting: line }))
    expect(marks.map(({ text }) => text).join('')).toBe(line)
    const { picture } = messageSideOf('beside')
    for (const { x, y, size } of marks)
      expect(within({ x: x - size / 2, y: y - size, width: size, height: size }, picture)).toBe(true)
    expect(marks.find(({ text }) => text === '今')?.x).toBeLessThan(marks[0]!.x)
  })

  test('of any length a card takes stays on the picture or under it, and never changes a word', () => {
    const han = fc.array(fc.constantFrom(...'江风水船桥，。来去你我他走过一百年前'), { minLength: 1, maxLength: 24 })
    const latin = fc.array(fc.constantFrom('river', 'wind', 'and', 'a', 'stride,', 'bridge.'), {
      minLength: 1,
      maxLength: 10,
    })
    const anyGreeting = fc.oneof(
      han.map((all) => all.join('')).filter((all) => /[^，。]/.test(all)),
      latin.map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(anyGreeting, fc.constantFrom(...Room.options), (greeting, room) => {
        const marks = words(frontOf({ greeting, look: { frame: 'plain', room, ruling: 'columns' } }))
        expect(
          marks
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(greeting.replace(/\s/g, ''))
        const { picture } = messageSideOf(room)
        const reach = room === 'full' ? { ...picture, height: 75 } : picture
        for (const { x, y } of marks) expect(within({ x, y, width: 0, height: 0 }, reach, 0.1)).toBe(true)
      }),
    )
  })

  test('is suggested by its theme before what suits every card', () => {
    const any = Suggestions.parse({ id: 'any', greetings: [{ zh: '一切都好', en: 'All well' }], prompts: [] })
    const heritage = Suggestions.parse({
      id: 'heritage',
      theme: 'heritage',
      greetings: [{ zh: '老地方', en: 'Old place' }],
      prompts: [{ zh: '想起谁？', en: 'Whom?' }],
    })
    const said = (theme?: 'heritage' | 'history') =>
      suggestionsFor([any, heritage], theme).greetings.map(({ zh }) => zh)
    expect([said('heritage'), said('history'), said()]).toEqual([['老地方', '一切都好'], ['一切都好'], ['一切都好']])
  })
})

const strokeOf = (x: number, milliseconds: number): Stroke => ({
  pen: 'brush',
  ink: 'ink',
  points: Array.from({ length: 21 }, (_, at): InkPoint => [x, 20 + at, (at * milliseconds) / 20, 0.5]),
})

describe('a replay', () => {
  test('writes stroke after stroke, never takes a point back, and ends with the whole card', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 30 }), (times) => {
        const strokes = times.map((time, at) => strokeOf(110 + at, time))
        const replay = replayOf(strokes)
        expect(replay.length).toBeLessThanOrEqual(14_000.001)
        let before = 0
        for (let share = 0; share <= 1; share += 0.02) {
          const { whole, part } = replay.after(replay.length * share)
          const points = whole * 21 + part.length
          expect(points).toBeGreaterThanOrEqual(before)
          before = points
        }
        expect(replay.after(replay.length + 1)).toEqual({ whole: strokes.length, part: [], at: undefined })
      }),
    )
  })

  test('keeps the pace of the hand where there is time, and of nothing makes nothing', () => {
    const replay = replayOf([strokeOf(120, 1000)])
    expect(replay.length).toBeCloseTo(1000)
    expect(replay.after(500).part).toHaveLength(11)
    expect(replayOf([]).after(0).whole).toBe(0)
  })
})
