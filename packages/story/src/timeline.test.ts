import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLit, lengthOf, momentOf, pagesOf, phraseAt, timelineOf, wordsOf } from './index.ts'

const zh = '杨浦的研究者认为，其中六批、六百五十多人在黄浦码头上船。'
const en = 'Some 1,600 people sailed from Shanghai; over 650, Yangpu’s researchers find, left from Whangpoo Wharf.'

describe('the timeline of a caption', () => {
  test('breaks at clauses and nowhere else', () => {
    expect(timelineOf(zh, 'zh').map(({ text }) => text)).toEqual([
      '杨浦的研究者认为，',
      '其中六批、六百五十多人在黄浦码头上船。',
    ])
    expect(timelineOf(en, 'en').map(({ text }) => text.trimEnd())).toEqual([
      'Some 1,600 people sailed from Shanghai;',
      'over 650,',
      'Yangpu’s researchers find,',
      'left from Whangpoo Wharf.',
    ])
  })
  test('takes as long as the recording', () => {
    expect(lengthOf(timelineOf(zh, 'zh', 8400))).toBeCloseTo(8400)
  })
  test('begins each clause when the recording does', () => {
    expect(timelineOf(zh, 'zh', 8400, [120, 2900]).map(({ start, end }) => [start, end])).toEqual([
      [120, 2900],
      [2900, 8400],
    ])
  })
  test.each([[[0]], [[0, 9000]], [[3000, 100]], [[0, 1000, 2000]]])(
    'does not believe beginnings that cannot be those of its clauses: %j',
    (starts) => {
      expect(timelineOf(zh, 'zh', 8400, starts)).toEqual(timelineOf(zh, 'zh', 8400))
    },
  )
  test('keeps a calm reading pace where there is no recording', () => {
    expect(lengthOf(timelineOf(zh, 'zh'))).toBeGreaterThan(5000)
    expect(lengthOf(timelineOf(zh, 'zh'))).toBeLessThan(8500)
  })
  test('lights the words when they are told, not before', () => {
    const phrases = timelineOf(zh, 'zh')
    const moment = momentOf(phrases, zh.indexOf('黄浦码头'))
    expect(isLit(zh, '黄浦码头', phrases, moment - 1)).toBe(false)
    expect(isLit(zh, '黄浦码头', phrases, moment)).toBe(true)
  })
  test('lights English by the word and Chinese by words and short groups, each with its marks', () => {
    const words = (text: string, language: 'zh' | 'en') =>
      timelineOf(text, language).flatMap((phrase) => wordsOf(phrase, language).map((word) => word.text.trimEnd()))
    expect(words(en, 'en').slice(0, 6)).toEqual(['Some', '1,600', 'people', 'sailed', 'from', 'Shanghai;'])
    expect(words(zh, 'zh')).toEqual(expect.arrayContaining(['研究者', '认为，', '码头']))
    expect(words('他说“船开了”。', 'zh').join('|')).toMatch(/\|“船/)
  })
  test('loses no letter, overlaps nowhere and leaves no gap, whatever the text', () => {
    const anyText = fc
      .array(fc.constantFrom(...'江边船，。；,. 16a\n（）“”《'), { minLength: 1, maxLength: 80 })
      .map((letters) => letters.join(''))
    fc.assert(
      fc.property(anyText, fc.constantFrom('zh' as const, 'en' as const), (text, language) => {
        const phrases = timelineOf(text, language)
        expect(phrases.map((phrase) => phrase.text).join('')).toBe(text)
        for (const [index, phrase] of phrases.entries()) {
          expect(phrase.start).toBe(phrases[index - 1]?.end ?? 0)
          expect(phrase.end).toBeGreaterThan(phrase.start)
          expect(phraseAt(phrases, phrase.start)).toBe(index)
          expect(phrase.said).toBeLessThanOrEqual(phrase.end)
          const words = wordsOf(phrase, language)
          expect(words.map((word) => word.text).join('')).toBe(phrase.text)
          for (const [at, word] of words.entries()) {
            expect(text.startsWith(word.text, word.from)).toBe(true)
            expect(word.start).toBeGreaterThanOrEqual(words[at - 1]?.start ?? phrase.start)
            expect(word.start).toBeLessThanOrEqual(phrase.said)
            expect(word.start).toBeCloseTo(momentOf(phrases, word.from), 6)
          }
        }
      }),
    )
  })
  test('fills pages without cutting a clause or losing one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (capacity) => {
        const phrases = timelineOf(zh + zh, 'zh')
        const pages = pagesOf(phrases, capacity)
        expect(pages.flat()).toEqual(phrases)
        for (const page of pages) {
          const letters = page.reduce((sum, { text }) => sum + text.length, 0)
          expect(page.length === 1 || letters <= capacity).toBe(true)
        }
      }),
    )
  })
})
