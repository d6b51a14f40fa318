import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PackFiles, readPack } from './index.ts'

describe('a pack', () => {
  test('is read whole, with its stops in the order of the shore', () => {
    const read = readPack(filesOf(goodPack()))
    expect(read.ok && read.value.stops.map((stop) => stop.id)).toEqual(['wharf', 'waterworks'])
    expect(read.ok && read.value.stops[0]?.narration).toEqual({ zh: '这里是码头。', en: 'This is the wharf.' })
  })

  test('is refused when a picture is missing, with file, place and remedy', () => {
    const { 'media/now.webp': _, ...rest } = goodPack()
    expect(faultsIn(rest)).toContainEqual({
      file: 'stops/wharf.json',
      where: 'now.picture',
      what: { zh: '内容包里没有 media/now.webp', en: 'media/now.webp is not in the pack' },
      remedy: { zh: '把文件放进去，或者改成包里有的。', en: 'Put the file there, or name one that is there.' },
    })
  })

  test('is refused when two files carry the same id', () => {
    const pack = { ...goodPack(), 'scenes/other.json': goodPack()['scenes/pier.json'] ?? '' }
    expect(faultsIn(pack)).toContainEqual(
      expect.objectContaining({
        file: 'scenes/pier.json',
        what: expect.objectContaining({ en: '“pier” is already the id of scenes/other.json' }),
      }),
    )
  })

  test('is refused when a value is of the wrong type, and says which is wanted', () => {
    const pack = changed('stops/wharf.json', { chainage: 'nought' })
    expect(faultsIn(pack)).toContainEqual(
      expect.objectContaining({
        file: 'stops/wharf.json',
        where: 'chainage',
        remedy: { zh: '这里要写数字。', en: 'Write a number here.' },
      }),
    )
  })

  test('is refused when it holds a word the kiosk does not know', () => {
    expect(faultsIn(changed('stops/wharf.json', { colour: 'rust' }))).toContainEqual(
      expect.objectContaining({
        where: 'colour',
        remedy: expect.objectContaining({ en: 'Remove it, or mend the spelling.' }),
      }),
    )
  })

  test.each(['../outside.webp', '/etc/passwd', 'media/../../x.webp', 'media/NOW.webp', 'https://elsewhere/x.webp'])(
    'is refused when a picture is named %s',
    (picture) => {
      expect(faultsIn(changed('scenes/pier.json', { picture }))).toContainEqual(
        expect.objectContaining({ file: 'scenes/pier.json', where: 'picture' }),
      )
    },
  )

  test('is refused when the lit words do not stand in the caption', () => {
    const story = JSON.parse(goodPack()['stories/leaving.json'] ?? '')
    story.chapters[0].lit.zh = '汇山码头'
    expect(faultsIn({ ...goodPack(), 'stories/leaving.json': JSON.stringify(story) })).toContainEqual(
      expect.objectContaining({ file: 'stories/leaving.json', where: 'chapters.0.lit.zh' }),
    )
  })

  test('is refused when a half-width comma stands between Chinese characters', () => {
    const [fault] = faultsIn(changed('scenes/pier.json', { title: { zh: '江边,码头', en: 'Pier' } }))
    expect(fault).toMatchObject({ where: 'title.zh', remedy: { en: 'Write the full-width mark.' } })
  })

  test.each(['<script>alert(1)</script>', '<img src=x>', 'javascript:alert(1)', '&lt;b&gt;'])(
    'is refused when a text holds markup: %s',
    (text) => {
      expect(faultsIn(changed('scenes/pier.json', { caption: { zh: '码头', en: text } }))).toContainEqual(
        expect.objectContaining({ where: 'caption.en' }),
      )
    },
  )

  test('of a newer format asks for the newer program', () => {
    expect(faultsIn(changed('pack.json', { format: 7 }))).toContainEqual(
      expect.objectContaining({ file: 'pack.json', where: 'format' }),
    )
  })

  test('that is no JSON is refused with the line where it breaks', () => {
    const [fault] = faultsIn({ ...goodPack(), 'pack.json': '{\n  "format": 1,\n  "id": "x,\n}' })
    expect(fault).toMatchObject({ file: 'pack.json', where: 'line 3', what: { en: 'this is not JSON' } })
  })

  test('with any one file cut off anywhere is never half accepted', () => {
    const pack = goodPack()
    const texts = Object.keys(pack).filter((path) => path.endsWith('.json'))
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.double({ min: 0, max: 0.99, noNaN: true }), (path, share) => {
        const text = (pack[path] ?? '').trimEnd()
        return !readPack(filesOf({ ...pack, [path]: text.slice(0, Math.floor(text.length * share)) })).ok
      }),
    )
  })

  test('wants the stop a place’s card leads to', () => {
    const card = (stop: string) => ({
      ...goodPack(),
      'cards/wharf.json': JSON.stringify({
        id: 'wharf',
        kind: 'place',
        name: { zh: '码头', en: 'The wharf' },
        words: { zh: '轮渡码头。', en: 'A ferry wharf.' },
        certainty: 'high',
        sources: ['S01'],
        stop,
      }),
    })
    expect(readPack(filesOf(card('wharf'))).ok).toBe(true)
    expect(faultsIn(card('moon'))).toMatchObject([{ file: 'cards/wharf.json', where: 'stop' }])
  })
})

type Texts = Readonly<Record<string, string>>

const filesOf = (texts: Texts): PackFiles => ({ paths: Object.keys(texts), text: (path) => texts[path] })

function faultsIn(texts: Texts) {
  const read = readPack(filesOf(texts))
  return read.ok ? [] : read.error
}

const changed = (path: string, change: object): Texts => ({
  ...goodPack(),
  [path]: JSON.stringify({ ...JSON.parse(goodPack()[path] ?? '{}'), ...change }),
})

function goodPack(): Texts {
  const claim = {
    figure: { zh: '今天', en: 'Today' },
    text: { zh: '轮渡码头。', en: 'A ferry wharf.' },
    certainty: 'high',
    sources: ['S01'],
  }
  const picture = { picture: 'media/now.webp', dated: { zh: '今天', en: 'today' }, drawn: true }
  const stop = (id: string, chainage: number) => ({
    id,
    name: { zh: '码头', en: 'Wharf' },
    chainage,
    chainageUncertainty: 60,
    headline: { figure: '1908', words: { zh: '年起', en: 'since' } },
    past: claim,
    present: claim,
    facts: [claim],
    then: { ...picture, picture: 'media/then.webp' },
    now: picture,
  })
  const node = {
    id: 'off-the-wharf',
    chainage: 0,
    heading: 90,
    arrival: { bearing: 0, elevation: 5, field: 60 },
    stand: { fromQuay: 60, aboveWater: 7 },
    now: {
      picture: 'media/sphere.webp',
      preview: 'media/small.webp',
      buildings: [
        {
          stop: 'wharf',
          outline: [
            [350, 0],
            [10, 0],
            [0, 8],
          ],
        },
      ],
    },
  }
  const scene = {
    id: 'pier',
    theme: 'history',
    title: { zh: '码头', en: 'Pier' },
    caption: { zh: '码头', en: 'Pier' },
    picture: 'media/now.webp',
  }
  const story = {
    id: 'leaving',
    title: { zh: '出海', en: 'To sea' },
    dated: { zh: '一九二〇年', en: '1920' },
    chapters: [
      {
        id: 'one',
        picture: 'media/now.webp',
        pictureText: { zh: '船', en: 'A ship' },
        caption: { zh: '他们在黄浦码头上船。', en: 'They boarded at Whangpoo Wharf.' },
        lit: { zh: '黄浦码头', en: 'Whangpoo Wharf' },
        certainty: 'high',
        sources: ['S05'],
        voice: {},
      },
    ],
  }
  return {
    'pack.json': JSON.stringify({
      format: 1,
      id: 'test',
      version: '1.0.0',
      title: { zh: '试', en: 'Test' },
      credit: { zh: '我们', en: 'us' },
    }),
    'stops/wharf.json': JSON.stringify(stop('wharf', 0)),
    'stops/wharf.zh.md': '这里是码头。\n',
    'stops/wharf.en.md': 'This is the wharf.\n',
    'stops/waterworks.json': JSON.stringify(stop('waterworks', 1480)),
    'stops/waterworks.zh.md': '这里是水厂。\n',
    'stops/waterworks.en.md': 'These are the waterworks.\n',
    'nodes/off-the-wharf.json': JSON.stringify(node),
    'scenes/pier.json': JSON.stringify(scene),
    'stories/leaving.json': JSON.stringify(story),
    'media/now.webp': '',
    'media/then.webp': '',
    'media/sphere.webp': '',
    'media/small.webp': '',
  }
}
