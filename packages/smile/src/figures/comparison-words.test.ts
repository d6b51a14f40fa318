import { describe, expect, test } from 'vitest'
import {
  type ComparisonToSay,
  comparedLines,
  comparisonWarnings,
  sideNames,
  verdictSentence,
} from './comparison-words.ts'

const side = (from: string, to: string, station = 'pier', name = '码头驿站') => ({ station, name, from, to })
const door: ComparisonToSay['exit'] = {
  a: { n: 1000, rate: 0.5, low: 0.47, high: 0.53, note: null },
  b: { n: 1000, rate: 0.54, low: 0.51, high: 0.57, note: null },
  crude: { value: 0.04, low: 0.01, high: 0.07 },
  misleads: false,
  standardised: {
    a: 0.5,
    b: 0.54,
    value: 0.04,
    low: 0.01,
    high: 0.07,
    withinStrata: 0.04,
    method: 'day-linearised',
    probability: 0.01,
  },
  share: { a: 1, b: 1 },
  verdict: 'more',
  note: null,
}
const told: ComparisonToSay = {
  a: side('2026-02-01', '2026-02-28'),
  b: side('2026-03-01', '2026-03-31'),
  entry: { ...door, standardised: null, verdict: null, note: 'insufficient' },
  exit: door,
  delta: { a: null, b: null, change: null, verdict: null, note: 'closure' },
  parts: [],
  flags: [],
  suppressed: 0,
}

describe('a comparison in words', () => {
  test('is one sentence as cautious as its figures', () => {
    expect(verdictSentence('zh', told)).toBe(
      '出门时笑的人，2026 年 3 月比 2026 年 2 月多 4.0 个百分点（区间 +1.0 到 +7.0）。',
    )
    expect(verdictSentence('zh', { ...told, exit: { ...door, verdict: 'level', note: 'preliminary' } })).toContain(
      '看不出差别（区间 +1.0 到 +7.0，天数还少，只是初步）。',
    )
    expect(verdictSentence('en', { ...told, exit: told.entry })).toContain('cannot be compared: there are too few')
  })
  test('calls its sides by their days, or by their names', () => {
    expect(sideNames('zh', told)).toEqual(['2026 年 2 月', '2026 年 3 月'])
    const days = { a: side('2026-10-16', '2026-11-03'), b: side('2026-11-04', '2026-11-22') }
    expect(sideNames('zh', days)).toEqual(['10 月 16 日至 11 月 3 日', '11 月 4 日至 22 日'])
    expect(sideNames('en', days)).toEqual(['16 October – 3 November', '4–22 November'])
    const years = { a: side('2025-12-20', '2026-01-02'), b: side('2026-01-03', '2026-01-03') }
    expect(sideNames('zh', years)).toEqual(['2025 年 12 月 20 日至 2026 年 1 月 2 日', '2026 年 1 月 3 日'])
    expect(sideNames('zh', { a: told.a, b: side('2026-02-01', '2026-02-28', 'mill', '钟楼驿站') })).toEqual([
      '码头驿站',
      '钟楼驿站',
    ])
  })
  test('warns where the plain rates mislead, and leaves out what may not be shown', () => {
    const misled = { ...told, exit: { ...door, misleads: true, crude: null }, flags: ['uncalibrated'] }
    expect(comparisonWarnings('zh', misled).join('')).toMatch(/出门的总比率会误导.*辛普森悖论.*未校准/)
    expect(comparedLines('zh', told).map(({ a, says }) => [a, says])).toEqual([
      ['—', '样本不足'],
      ['50.0 %', '多了'],
      ['—', '进出对不上'],
    ])
  })
})
