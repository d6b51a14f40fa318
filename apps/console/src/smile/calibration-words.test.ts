import { asciiPunctuationInChinese } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { calibrationWords } from './calibration-words.ts'

function texts(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') return [String(words(7, 5, 9))]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(texts) : []
}

describe('the words of the calibration', () => {
  test('set no half-width punctuation in Chinese', () => {
    const { inUse, counter, ...rest } = calibrationWords.zh
    const told = [...texts(rest), ...texts({ ...counter, error: counter.error(0.02) }), inUse('2026-03-14', 0.95, 0.97)]
    expect(told.flatMap(asciiPunctuationInChinese)).toEqual([])
  })
})
