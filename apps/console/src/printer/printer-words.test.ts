import { asciiPunctuationInChinese } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { nothingTyped, readingsOf } from './ReadingSheet.tsx'
import { words } from './words.ts'

const off = { right: 1.24, down: -0.4, wider: 1.1, higher: 0, turned: -0.3, most: 2.3 }
const true_ = { right: 0.1, down: 0, wider: 0, higher: 0, turned: 0, most: 0.2 }

describe('how far off a printer was', () => {
  test('is said in directions and millimetres, and not at all where it is true', () => {
    expect(words.zh.calibratedOf('3月14日', { at: 0, number: 1, front: off, back: true_ })).toBe(
      '3月14日 量的那一张：正面往右 1.2 毫米，往上 0.4 毫米，横里大 1.1%，歪 0.3 度；最远的角差 2.3 毫米。背面准的，最多差 0.2 毫米。',
    )
    expect(words.en.calibratedOf('14 March', { at: 0, number: 1, front: true_, back: null })).toBe(
      'The sheet measured 14 March: front true, at most 0.2 mm off.',
    )
  })

  test('is written with Chinese signs', () => {
    const said = [
      ...words.zh.calibrateSteps,
      ...Object.values(words.zh.notes),
      ...Object.values(words.zh.why).map((why) => why('正面', 'C、D')),
      words.zh.calibratedOf('3月14日', { at: 0, number: 1, front: off, back: off }),
    ]
    for (const each of said) expect(asciiPunctuationInChinese(each)).toEqual([])
  })
})

describe('the readings of a sheet', () => {
  const all = { A: '10', B: '10.25', C: '9，5', D: '9.75', E: '10', F: '11', G: ' 10 ', H: '10' }
  test('are taken as they are typed, a comma for a point', () => {
    expect(readingsOf(all)).toEqual([10, 10.25, 9.5, 9.75, 10, 11, 10, 10])
  })
  test('are not there until all eight are', () => {
    expect(readingsOf(nothingTyped)).toBeUndefined()
    expect(readingsOf({ ...all, D: '' })).toBeUndefined()
    expect(readingsOf({ ...all, D: '十' })).toBeUndefined()
  })
})
