import { describe, expect, test } from 'vitest'
import { languageOf } from './language-of.ts'
import { asciiPunctuationInChinese, type SharedWord, words } from './words.ts'

describe('the shared words', () => {
  test('are Chinese in Chinese and English in English, each named in itself', () => {
    expect(words.zh.otherLanguage).toBe('English')
    expect(words.en.otherLanguage).toBe('中文')
    for (const key of Object.keys(words.zh) as SharedWord[]) {
      if (key === 'otherLanguage') continue
      expect(languageOf(words.zh[key])).toBe('zh')
      expect(languageOf(words.en[key])).toBe('en')
    }
  })

  test('have no half-width punctuation beside a Han character', () => {
    expect(Object.values(words.zh).flatMap(asciiPunctuationInChinese)).toEqual([])
  })
})

describe('half-width punctuation', () => {
  test('is found between Han characters and at their side', () => {
    expect(asciiPunctuationInChinese('写好了,走吧')).not.toEqual([])
    expect(asciiPunctuationInChinese('出了状况(缺纸)')).not.toEqual([])
    expect(asciiPunctuationInChinese('好. ')).not.toEqual([])
  })

  test('is left alone inside figures and English', () => {
    expect(asciiPunctuationInChinese('今天开到 20:00，共 2.8 公里')).toEqual([])
    expect(asciiPunctuationInChinese('Walk the river, 1,480 m')).toEqual([])
  })
})
