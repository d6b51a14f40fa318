import { Card, CardId, Span, Story } from '@riverside/story'
import { describe, expect, test } from 'vitest'
import { chapterTelling, dateText, linksOf, momentsAbout, momentsOf, shortSpanText, spanText } from './claims.ts'

const words = { zh: '船离开黄浦码头。', en: 'The ship leaves Whangpoo Wharf.' }
const moment = (id: string, from: string) => ({
  id,
  when: { from },
  words,
  certainty: 'high',
  sources: ['S05'],
  about: ['huangpu-matou'],
})
const storyOf = (id: string, ...dates: readonly string[]) =>
  Story.parse({
    id,
    title: words,
    dated: words,
    chapters: [
      {
        id: 'one',
        picture: 'media/stories/one.webp',
        pictureText: words,
        caption: words,
        lit: { zh: '船', en: 'ship' },
        certainty: 'high',
        sources: ['S05'],
        voice: {},
        moments: dates.map((_, at) => `m-${at}`),
      },
    ],
    moments: dates.map((date, at) => moment(`m-${at}`, date)),
  })
const stories = [storyOf('later', '1949-05-27', '1920'), storyOf('earlier', '1919-12-25')]
const cards = [
  Card.parse({ id: 'huangpu-matou', kind: 'place', name: words, words, certainty: 'high', sources: ['S05'] }),
]

describe('a date', () => {
  test('is said as exactly as it is known, and no more', () => {
    expect(['1919', '1919-12', '1919-12-25'].map((date) => dateText(date, 'zh'))).toEqual([
      '1919年',
      '1919年12月',
      '1919年12月25日',
    ])
    expect(['1919', '1919-12', '1919-12-25'].map((date) => dateText(date, 'en'))).toEqual([
      '1919',
      'December 1919',
      '25 December 1919',
    ])
  })
  test('of a span names a year it shares once', () => {
    const within = Span.parse({ from: '1919-03-17', to: '1919-12' })
    expect(spanText(within, 'zh')).toBe('1919年3月17日至12月')
    expect(spanText(within, 'en')).toBe('17 March – December 1919')
    expect(spanText(Span.parse({ from: '1919', to: '1920' }), 'en')).toBe('1919–1920')
    expect(spanText(Span.parse({ from: '1919', to: '1919' }), 'zh')).toBe('1919年')
  })
  test('is told by months at the most where there is little room', () => {
    const long = Span.parse({ from: '1919-03-17', to: '1920-12' })
    expect([shortSpanText(long, 'zh'), shortSpanText(long, 'en')]).toEqual(['1919.3–1920.12', 'Mar 1919–Dec 1920'])
    expect(shortSpanText(Span.parse({ from: '1919-03-17' }), 'en')).toBe('17 March 1919')
  })
})

describe('what the stories claim', () => {
  test('stands in the order of time, whatever story tells it', () => {
    const dates = momentsOf(stories).map(({ when }) => when.from)
    expect(dates).toEqual(dates.toSorted())
    expect(new Set(momentsOf(stories).map(({ key }) => key)).size).toBe(dates.length)
  })
  test('is found again by whom it is about, in every story', () => {
    const wharf = momentsAbout(CardId.parse('huangpu-matou'), stories)
    expect(new Set(wharf.map(({ story }) => story.id)).size).toBeGreaterThan(1)
  })
  test('leads to the chapter that tells it, and from the chapter to its cards', () => {
    const [story] = stories
    if (!story) throw new Error('no story')
    const [moment] = story.moments
    expect(moment && chapterTelling(story, moment)).toBe(0)
    const links = linksOf(story, 0, cards)
    expect(links.moments.length).toBeGreaterThan(0)
    expect(links.cards.map(({ id }) => id)).toContain('huangpu-matou')
  })
})
