import { describe, expect, test } from 'vitest'
import { Pack, reviewPack } from './index.ts'
import { yearsNamed } from './years-named.ts'

const words = (zh: string, en = 'Words') => ({ zh, en })
const claim = { figure: words('1883'), text: words('供水。'), certainty: 'high', sources: ['S17'] }
const picture = { picture: 'media/x.webp', dated: words('今天'), drawn: true }

/** A street's whole width and more, so that whatever is outlined at the stop is seen where it is. */
const outline = [
  [70, 0],
  [90, 0],
  [90, 4],
  [70, 4],
]

const sailing = {
  id: 'sailing',
  when: { from: '1920-09-11' },
  words: words('邮船离开黄浦码头。', 'The liner left the wharf.'),
  certainty: 'high',
  sources: ['S68'],
  about: ['ship'],
}
const ship = {
  id: 'ship',
  kind: 'ship',
  name: words('盎特莱蓬号', 'André Lebon'),
  words: words('往来上海和马赛的邮船。', 'A liner between Shanghai and Marseille.'),
  when: { from: '1913-10-27', to: '1952' },
  certainty: 'high',
  sources: ['S76'],
}
const chapter = {
  id: 'one',
  picture: 'media/x.webp',
  pictureText: words('船', 'A ship'),
  caption: words('一九二〇年九月，船开了。', 'In September 1920 the ship left.'),
  lit: words('船开了', 'the ship left'),
  certainty: 'high',
  sources: ['S68'],
  voice: {},
  moments: ['sailing'],
}
const question = {
  id: 'which',
  moment: 'sailing',
  asks: words('船从哪里开出？', 'Where did it sail from?'),
  answers: [words('黄浦码头', 'Whangpoo Wharf'), words('十六铺', 'Shiliupu')],
  right: 0,
  why: words('报上写着码头的名字。', 'The paper names the wharf.'),
}
const story = {
  id: 'voyage',
  title: words('出海', 'To sea'),
  dated: words('一九二〇年', '1920'),
  chapters: [chapter],
  moments: [sailing],
  quiz: [question],
}

function review(change: object = {}, cards: object[] = [ship]) {
  return reviewPack(
    Pack.parse({
      cover: { format: 1, id: 'x', version: '1.0.0', title: words('试'), credit: words('我') },
      stops: [
        {
          id: 'works',
          name: words('水厂', 'Works'),
          chainage: 0,
          chainageUncertainty: 100,
          headline: { figure: '1883', words: words('年') },
          past: claim,
          present: claim,
          facts: [claim],
          then: picture,
          now: picture,
          narration: words('水厂。'),
        },
      ],
      nodes: [
        {
          id: 'wharf',
          chainage: 0,
          stand: { fromQuay: 60, aboveWater: 7 },
          heading: 90,
          arrival: { bearing: 0, elevation: 5, field: 60 },
          now: {
            picture: 'media/n/tiles.json',
            preview: 'media/n/preview.webp',
            buildings: [{ stop: 'works', outline }],
          },
        },
      ],
      scenes: [{ id: 's', theme: 'history', title: words('船'), caption: words('船'), picture: 'media/x.webp' }],
      stories: [{ ...story, ...change }],
      cards,
    }),
  )
}

const storyFile = 'stories/voyage.json'

describe('a second look at the stories of a pack', () => {
  test('finds nothing in a sound one', () => {
    expect(review()).toEqual({ faults: [], hints: [] })
  })

  test.each([
    ['a title', { title: words('一二三四五六七八', 'To sea') }, 'title.zh'],
    ['a word of a title', { title: words('出海', 'Embarkation') }, 'title.en'],
    [
      'a caption',
      { chapters: [{ ...chapter, caption: words(`船开了${'水'.repeat(60)}。`, 'the ship left') }] },
      'chapters.0.caption.zh',
    ],
    ['a moment', { moments: [{ ...sailing, words: words('船。', 'w'.repeat(151)) }] }, 'moments.0.words.en'],
    ['a question', { quiz: [{ ...question, asks: words('问'.repeat(41), 'Where?') }] }, 'quiz.0.asks.zh'],
    [
      'an answer',
      { quiz: [{ ...question, answers: [words('甲', 'a'.repeat(57)), words('乙', 'b')] }] },
      'quiz.0.answers.0.en',
    ],
    ['an explanation', { quiz: [{ ...question, why: words('因'.repeat(81), 'So.') }] }, 'quiz.0.why.zh'],
  ])('finds %s too long for its place', (_, change, where) => {
    expect(review(change).faults).toMatchObject([{ file: storyFile, where }])
  })

  test('finds the words of a card too long for it', () => {
    expect(review({}, [{ ...ship, words: words('船'.repeat(91), 'A liner.') }]).faults).toMatchObject([
      { file: 'cards/ship.json', where: 'words.zh' },
    ])
  })

  test('finds a moment before a ship was launched or after a life had ended', () => {
    const { faults } = review(
      { moments: [{ ...sailing, when: { from: '1912' }, words: words('船开了。', 'It left.') }] },
      [ship],
    )
    expect(faults.map(({ where }) => where)).toContain('moments.0.about.0')
    expect(faults.find(({ where }) => where === 'moments.0.about.0')?.what.en).toContain('1913-10-27 to 1952-12-31')
  })

  test('lets a year hold any of its days', () => {
    const when = { from: '1913' }
    const told = {
      moments: [{ ...sailing, when }],
      chapters: [{ ...chapter, caption: words('船开了。', 'the ship left.') }],
    }
    expect(review(told).faults).toEqual([])
  })

  test.each([
    ['zh', words('一九二一年九月，船开了。', 'In September 1920 the ship left.')],
    ['zh', words('1930年，船开了。', 'So the ship left.')],
    ['en', words('那年九月，船开了。', 'In the 1930s the ship left.')],
  ])('finds a year in a caption that none of its moments bears out (%s)', (language, caption) => {
    const { faults } = review({ chapters: [{ ...chapter, caption }] })
    expect(faults).toContainEqual(expect.objectContaining({ file: storyFile, where: `chapters.0.caption.${language}` }))
  })

  test('finds two languages that name two years', () => {
    const dated = words('一九二一年', '1920')
    expect(review({ dated }).faults).toMatchObject([
      { where: 'dated', what: { en: 'the Chinese says 1921, the English 1920' } },
    ])
  })

  test('lets one language leave a year to the other', () => {
    expect(review({ dated: words('一九一九至一九二〇年', '1919–20') }).faults).toEqual([])
    expect(review({ dated: words('那两年', '1919–20') }).faults).toEqual([])
  })

  test('finds a moment whose words and date are of different years', () => {
    const moments = [{ ...sailing, words: words('一九一九年，船开了。', 'The ship left.') }]
    expect(review({ moments }).faults).toMatchObject([{ file: storyFile, where: 'moments.0.words.zh' }])
  })

  test('finds a question on what is unsure, and one on what the sources tell in two ways', () => {
    const unsure = review({ moments: [{ ...sailing, certainty: 'low' }] })
    const differing = review({ moments: [{ ...sailing, differ: words('一说十日。', 'Some say the 10th.') }] })
    expect(unsure.faults).toMatchObject([{ where: 'quiz.0.moment', what: { en: expect.stringContaining('unsure') } }])
    expect(differing.faults).toMatchObject([
      { where: 'quiz.0.moment', what: { en: expect.stringContaining('differ') } },
    ])
  })

  test('finds two answers that say the same', () => {
    const answers = [words('黄浦码头', 'Whangpoo Wharf'), words('黄浦码头', 'Shiliupu')]
    expect(review({ quiz: [{ ...question, answers }] }).faults).toMatchObject([{ where: 'quiz.0.answers.1.zh' }])
  })

  test('finds marks of a recording that do not fit its caption', () => {
    const spoken = (starts: number[]) =>
      review({ chapters: [{ ...chapter, voice: { zh: { media: 'media/x.opus', starts } } }] }).faults
    expect(spoken([0, 900])).toEqual([])
    expect(spoken([0])).toMatchObject([{ where: 'chapters.0.voice.zh.starts' }])
    expect(spoken([900, 0])).toMatchObject([{ where: 'chapters.0.voice.zh.starts.1' }])
  })

  test('finds a source that is none, on a moment and on a card', () => {
    const { faults } = review({ moments: [{ ...sailing, sources: ['待查'] }] }, [{ ...ship, sources: ['TODO'] }])
    expect(faults).toMatchObject([
      { file: storyFile, where: 'moments.0.sources.0' },
      { file: 'cards/ship.json', where: 'sources.0' },
    ])
  })

  test('hints at the other wharf, unless it is said where it lay', () => {
    const told = (zh: string) => review({}, [{ ...ship, words: words(zh, 'A liner.') }]).hints
    expect(told('停在汇山码头。')).toMatchObject([{ file: 'cards/ship.json', where: 'words.zh' }])
    expect(told('停在汇山码头，在今天的虹口。')).toEqual([])
  })

  test('hints at a question nobody was told about, and at a card nobody comes to', () => {
    const { hints } = review({ chapters: [{ ...chapter, moments: [] }], moments: [{ ...sailing, about: [] }] })
    expect(hints.map(({ file, where }) => [file, where])).toEqual([
      [storyFile, 'quiz.0.moment'],
      ['cards/ship.json', ''],
    ])
  })
})

describe('the years a text names', () => {
  test.each([
    ['一九一九至一九二〇年', ['1919', '1920']],
    ['从1919年到次年', ['1919']],
    ['in 1919–20 some 1,600 people', ['1919', '1920']],
    ['13,682 tons in the 1930s', ['1930']],
    ['一九三〇年代的弄堂', ['1930']],
    ['二〇一六年七月', ['2016']],
    ['110号码头，1628米', []],
  ])('%s', (text, years) => {
    expect(yearsNamed(text).map(({ from }) => from)).toEqual(years)
  })
  test('a decade is ten years', () => {
    expect(yearsNamed('the 1930s')).toEqual([{ from: '1930', to: '1939' }])
  })
})
