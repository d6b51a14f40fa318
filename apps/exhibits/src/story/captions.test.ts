import { readFileSync } from 'node:fs'
import { Language } from '@riverside/kit'
import { Story, timelineOf } from '@riverside/story'
import { asciiPunctuationInChinese } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { storyWords } from './words.ts'

const file = new URL('../../../../assets/demo-pack/stories/liufa-chuhai.json', import.meta.url)
const story = Story.parse(JSON.parse(readFileSync(file, 'utf8')))

describe('the captions of the demonstration story', () => {
  test('are Chinese down to their punctuation', () => {
    const texts = story.chapters.flatMap(({ caption, pictureText }) => [caption.zh, pictureText.zh])
    expect([...texts, storyWords.zh.brush, storyWords.zh.missing].flatMap(asciiPunctuationInChinese)).toEqual([])
  })
  test('light words that no clause mark divides', () => {
    for (const { caption, lit } of story.chapters) {
      for (const language of Language.options) {
        const phrases = timelineOf(caption[language], language)
        expect(phrases.some(({ text }) => text.includes(lit[language]))).toBe(true)
      }
    }
  })
  test('name who holds that six groups left from this wharf', () => {
    const claim = story.chapters.find(({ caption }) => caption.zh.includes('六百五十'))
    expect(claim?.caption.zh).toContain('杨浦的研究者认为')
    expect(claim?.certainty).toBe('medium')
  })
})
