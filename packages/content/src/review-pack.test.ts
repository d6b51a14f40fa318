import { degrees, norm360, type Outline, riverAt } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hanWidth, Pack, reviewPack, textRoom } from './index.ts'

const square = (bearing: number, elevation = 2, half = 3): Outline => [
  [norm360(bearing - half), elevation - 1],
  [norm360(bearing + half), elevation - 1],
  [norm360(bearing + half), elevation + 1],
  [norm360(bearing - half), elevation + 1],
]

const claim = {
  figure: { zh: '1883', en: '1883' },
  text: { zh: '开始供水。', en: 'The first water.' },
  certainty: 'high',
  sources: ['S17'],
}
const picture = { picture: 'media/x.webp', dated: { zh: '今天', en: 'today' }, drawn: true }

function stop(id: string, chainage: number, change: object = {}) {
  return {
    id,
    name: { zh: '水厂', en: 'Waterworks' },
    chainage,
    chainageUncertainty: 100,
    headline: { figure: '1883', words: { zh: '年', en: 'first water' } },
    past: claim,
    present: claim,
    facts: [claim],
    then: picture,
    now: picture,
    narration: { zh: '这里是水厂。', en: 'These are the waterworks.' },
    ...change,
  }
}

function node(id: string, chainage: number, outline: Outline, change: object = {}) {
  return {
    id,
    chainage,
    stand: { fromQuay: 60, aboveWater: 7 },
    heading: 90,
    arrival: { bearing: 0, elevation: 5, field: 60 },
    now: { picture: 'media/n/tiles.json', preview: 'media/n/preview.webp', buildings: [{ stop: 'works', outline }] },
    ...change,
  }
}

/** Seen from the wharf the waterworks lie down the river, a little to the left of its course. */
const down = norm360(riverAt(700).bearing - 8)

function review({
  nodes = [node('wharf', 0, square(down))],
  stops = [stop('works', 1480)],
}: {
  nodes?: object[]
  stops?: object[]
}) {
  return reviewPack(
    Pack.parse({
      cover: { format: 1, id: 'x', version: '1.0.0', title: { zh: '试', en: 'Test' }, credit: { zh: '我', en: 'us' } },
      stops,
      nodes,
      scenes: [
        {
          id: 's',
          theme: 'history',
          title: { zh: '船', en: 'Ship' },
          caption: { zh: '船', en: 'Ship' },
          picture: 'media/x.webp',
        },
      ],
      stories: [
        {
          id: 't',
          title: { zh: '船', en: 'Ship' },
          dated: { zh: '1920', en: '1920' },
          chapters: [
            {
              id: 'one',
              picture: 'media/x.webp',
              pictureText: { zh: '船', en: 'A ship' },
              caption: { zh: '上船。', en: 'They boarded.' },
              lit: { zh: '上船', en: 'boarded' },
              certainty: 'high',
              sources: ['S05'],
              voice: {},
            },
          ],
        },
      ],
    }),
  )
}

describe('a second look at a pack', () => {
  test('finds nothing in a sound one', () => {
    expect(review({})).toEqual({ faults: [], hints: [] })
  })

  test('finds a node where the ship never comes', () => {
    const { faults } = review({ nodes: [node('wharf', 0, square(down)), node('sea', 4200, square(230))] })
    expect(faults).toMatchObject([{ file: 'nodes/sea.json', where: 'chainage' }])
    expect(faults[0]?.what.en).toContain('0 to 2800 m')
  })

  test('lets the route grow with its stops', () => {
    const stops = [stop('works', 1480), stop('plant', 5030)]
    const { faults } = review({ stops, nodes: [node('wharf', 0, square(down)), node('far', 4200, square(230))] })
    expect(faults).toEqual([])
  })

  test('finds two nodes at one chainage', () => {
    const { faults } = review({ nodes: [node('one', 400, square(down)), node('two', 400.4, square(down))] })
    expect(faults).toMatchObject([
      { file: 'nodes/two.json', where: 'chainage', what: { en: expect.stringContaining('one') } },
    ])
  })

  test('hints at a node beyond the middle of the river', () => {
    const { hints } = review({ nodes: [node('one', 0, square(down), { stand: { fromQuay: 400, aboveWater: 7 } })] })
    expect(hints).toContainEqual(expect.objectContaining({ file: 'nodes/one.json', where: 'stand.fromQuay' }))
  })

  test.each([
    [
      'that goes there and back',
      [
        [10, 1],
        [14, 3],
        [18, 3],
        [14, 3],
      ] as Outline,
      'no area',
    ],
    [
      'that is one point',
      [
        [10, 1],
        [10, 1],
        [10, 1],
      ] as Outline,
      'no area',
    ],
    [
      'like an hour-glass',
      [
        [60, 0],
        [66, 4],
        [66, 0],
        [60, 4],
      ] as Outline,
      'crosses itself',
    ],
    [
      'wider than half the sphere',
      [
        [0, 0],
        [90, 0],
        [180, 10],
        [270, 0],
      ] as Outline,
      'half the sphere',
    ],
  ])('finds an outline %s', (_, outline, says) => {
    const { faults } = review({ nodes: [node('one', 1400, outline)] })
    expect(faults).toMatchObject([
      { file: 'nodes/one.json', where: 'now.buildings.0.outline', what: { en: expect.stringContaining(says) } },
    ])
  })

  test('takes any convex outline, wherever it stands and however it turns', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 359.9, noNaN: true }),
        fc.double({ min: -40, max: 60, noNaN: true }),
        fc.integer({ min: 3, max: 40 }),
        fc.boolean(),
        (bearing, elevation, corners, backwards) => {
          const round = Array.from({ length: corners }, (_, index): readonly [number, number] => {
            const turn = ((backwards ? -index : index) / corners) * 2 * Math.PI
            return [norm360(bearing + 4 * Math.cos(turn)), elevation + 3 * Math.sin(turn)]
          })
          expect(review({ nodes: [node('one', 1400, round)] }).faults).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('hints at an outline in the sky, and at one in the water', () => {
    const { hints } = review({ nodes: [node('one', 1400, square(60, 75)), node('two', 1450, square(60, -40))] })
    expect(hints.map(({ what }) => what.en)).toEqual([
      expect.stringContaining('wholly in the sky'),
      expect.stringContaining('wholly in the water'),
    ])
  })

  test('hints at an outline where its stop cannot be, and says where it should', () => {
    const { hints } = review({ nodes: [node('wharf', 0, square(norm360(down + 180)))] })
    expect(hints).toMatchObject([{ file: 'nodes/wharf.json', where: 'now.buildings.0.outline' }])
    const said = Number(/about (\d+)°/.exec(hints[0]?.what.en ?? '')?.[1])
    const [here, there] = [riverAt(0), riverAt(1480)]
    const course = degrees(Math.atan2(there.east - here.east, there.north - here.north))
    expect(Math.abs(said - norm360(course))).toBeLessThan(15)
  })

  test('says nothing of an outline beside a stop so near that it may be anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1300, max: 1650 }), fc.integer({ min: 0, max: 359 }), (chainage, bearing) => {
        expect(review({ nodes: [node('near', chainage, square(bearing))] }).hints).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('hints at a stop that no node sees', () => {
    const { faults, hints } = review({ stops: [stop('works', 1480), stop('lost', 700)] })
    expect(faults).toEqual([])
    expect(hints).toMatchObject([{ file: 'stops/lost.json', what: { en: 'Waterworks is seen from no node' } }])
  })

  test.each([
    ['a name', { name: { zh: '一二三四五六七八', en: 'Works' } }, 'stops/works.json', 'name.zh'],
    ['a word of a name', { name: { zh: '水厂', en: 'Wasserversorgungsgesellschaft' } }, 'stops/works.json', 'name.en'],
    ['a fact', { past: { ...claim, text: { zh: '水'.repeat(82), en: 'Water.' } } }, 'stops/works.json', 'past.text.zh'],
    [
      'a fact',
      { facts: [{ ...claim, text: { zh: '水。', en: 'w'.repeat(181) } }] },
      'stops/works.json',
      'facts.0.text.en',
    ],
    [
      'a figure',
      { present: { ...claim, figure: { zh: '1', en: 'one thousand eight hundred' } } },
      'stops/works.json',
      'present.figure.en',
    ],
    [
      'a label',
      { headline: { figure: '1883', words: { zh: '年'.repeat(17), en: 'x' } } },
      'stops/works.json',
      'headline.words.zh',
    ],
    [
      'a date',
      { then: { ...picture, dated: { zh: '今天', en: 'some day in the nineteen-twenties or so' } } },
      'stops/works.json',
      'then.dated.en',
    ],
    ['a sentence', { narration: { zh: `短。${'水'.repeat(80)}。`, en: 'Water.' } }, 'stops/works.zh.md', ''],
  ])('finds %s too long for its place', (_, change, file, where) => {
    expect(review({ stops: [stop('works', 1480, change)] }).faults).toMatchObject([{ file, where }])
  })

  test('does not count what stands in brackets in a name, nor two columns as one', () => {
    const name = {
      zh: '上海国际时尚·世界技能博物馆（国棉十七厂与其他）',
      en: 'Museum (former No. 17 Cotton Mill of the long name)',
    }
    expect(review({ stops: [stop('works', 1480, { name })] }).faults).toEqual([])
  })

  test.each([' ', '？', 'TODO', '待补', '—'])('finds a fact whose source is “%s”', (source) => {
    const { faults } = review({
      stops: [stop('works', 1480, { facts: [claim, { ...claim, sources: ['S17', source] }] })],
    })
    expect(faults).toMatchObject([{ file: 'stops/works.json', where: 'facts.1.sources.1' }])
  })

  test('finds words that are nothing but spaces, the date of another age among them', () => {
    const then = {
      picture: 'media/t/tiles.json',
      preview: 'media/t/preview.webp',
      buildings: [],
      dated: { zh: '　', en: 'about 1930' },
    }
    expect(review({ nodes: [node('one', 0, square(down), { then })] }).faults).toMatchObject([
      { file: 'nodes/one.json', where: 'then.dated.zh' },
    ])
  })
})

describe('the width of a text', () => {
  test('is counted in Han characters, figures and Latin letters as a little more than half', () => {
    expect(hanWidth('水厂，今天')).toBe(5)
    expect(hanWidth('1883')).toBeCloseTo(2.24)
    expect(textRoom.fact.zh).toBeGreaterThan(hanWidth('1935年装上的一台清水唧机，在这里转到1991年才歇下。'))
  })
})
