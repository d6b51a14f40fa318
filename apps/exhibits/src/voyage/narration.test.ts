import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secondsOf, sentencesOf } from './narration.ts'

describe('a narration', () => {
  test('is told sentence by sentence, each with the words that light up', () => {
    const told = sentencesOf('水厂一八八三年供水。今天还在工作。', 'zh')
    expect(told.map(({ text }) => text)).toEqual(['水厂一八八三年供水。', '今天还在工作。'])
    expect(told[1]?.pieces.filter(({ isWord }) => isWord).map(({ text }) => text)).toContain('今天')
  })

  test('loses no letter on the way into pieces', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const kept = sentencesOf(text, 'en').map(({ pieces }) => pieces.map((piece) => piece.text).join(''))
        return kept.join('').replace(/\s/g, '') === text.replace(/\s/g, '')
      }),
    )
  })

  test('takes longer the longer it is', () => {
    expect(secondsOf('今天还在工作。', 'zh')).toBeLessThan(secondsOf('今天还在工作，每天供水。', 'zh'))
  })
})
