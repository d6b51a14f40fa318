import type { Wall, WallPeriod } from '@riverside/contract'
import { asciiPunctuationInChinese } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { untilNextQuarter } from './use-wall.ts'
import { chartNote, differenceOf, headlineOf, periodTitle, wallWords } from './wall-words.ts'

const silent = { n: null, x: null }
const wall = (today: Partial<Wall['today']> = {}, rest: Partial<Wall> = {}): Wall => ({
  day: '2026-03-14',
  until: '17:30',
  mode: 'opt-in',
  hours: { open: '10:00', close: '20:00' },
  today: { in: 512, out: 498, entry: silent, exit: silent, partial: false, ...today },
  period: null,
  ...rest,
})
const lit = (entry: number, exit: number) => ({ entry: { n: 900, x: entry }, exit: { n: 900, x: exit } })
const door = { n: 3415, x: 733, rate: 0.215, low: 0.193, high: 0.238, note: null, bounds: null } as const
const period = (delta: Partial<WallPeriod['delta']> = {}, rest: Partial<WallPeriod> = {}): WallPeriod => ({
  from: '2026-03-04',
  to: '2026-03-13',
  entry: door,
  exit: { ...door, rate: 0.535, low: 0.51, high: 0.561 },
  delta: { value: 0.3206, low: 0.2823, high: 0.3588, days: 10, note: null, ...delta },
  isCalibrated: true,
  byHour: [],
  byDay: [],
  ...rest,
})

describe('what the wall says', () => {
  test('counts the lanterns of both doors', () => {
    expect(headlineOf(wall(lit(80, 190)))).toEqual({
      before: '今天，江上亮了',
      figure: '270',
      after: '盏灯',
      lines: ['一盏灯，一次笑。进门亮 80 盏，出门亮 190 盏。截至 17:30。'],
      english: ['One lantern, one smile: 80 on the way in, 190 on the way out, up to 17:30'],
    })
  })

  test('says when one lantern stands for ten', () => {
    const { figure, lines, english } = headlineOf(wall(lit(401, 839)))
    expect(figure).toBe('1,240')
    expect(lines.join()).toContain('一盏灯代表十次笑，共 124 盏')
    expect(english.join()).toContain('One lantern stands for ten smiles')
  })

  test('lights no lantern for smiles that are held back, and says so', () => {
    const { figure, lines } = headlineOf(wall({ entry: silent, exit: { n: 30, x: 12 } }))
    expect(figure).toBe('12')
    expect(lines.join()).toContain('进门这一边人还少，先不亮')
  })

  test('has a sentence for every silence', () => {
    const first = (rest: Partial<Wall>) => headlineOf(wall({}, rest)).before
    expect(first({})).toBe('灯再等等')
    expect(first({ until: null })).toBe('灯还没有亮')
    expect(first({ until: '10:00' })).toBe('灯还没有亮')
    expect(first({ hours: null })).toBe('今天不开门')
    expect(first({ mode: 'off' })).toBe('今天不点灯')
  })

  test('shows a difference with its interval, its days and the honest caption', () => {
    expect(differenceOf(period())).toEqual({
      figure: '+32.1',
      words: { zh: '95% 区间 +28.2 到 +35.9', en: '95%: +28.2 to +35.9' },
    })
    expect(differenceOf(period({}, { isCalibrated: false })).words.zh).toMatch(/，未校准$/)
    expect(wallWords.caption.zh).toBe('笑脸率之差，不等于满意度')
  })

  test('shows no difference before the eighth open day, nor where too few could be read', () => {
    const none = { value: null, low: null, high: null }
    expect(differenceOf(period({ ...none, days: 5, note: 'preliminary' }))).toMatchObject({
      figure: undefined,
      words: { zh: '满 8 个开放日才算相差，现在 5 天' },
    })
    const bounds = { worst: 0.11, best: 0.62 }
    const unread = differenceOf(period({ ...none, note: 'usable-share' }, { entry: { ...door, bounds } }))
    expect(unread.figure).toBeUndefined()
    expect(unread.words.zh).toContain('进门在 11.0 到 62.0 之间')
  })

  test('says what is held back and what is partial only where there is some', () => {
    expect(chartNote(period()).zh).toBe('细线是 95% 区间。')
    const point = { entry: { ...door, rate: null, note: 'too-few' }, exit: door } as const
    const noted = chartNote(
      period({}, { byHour: [{ at: 10, ...point }], byDay: [{ day: '2026-03-13', ...point, partial: true }] }),
    )
    expect(noted.zh).toContain('虚框 — 处人数太少')
    expect(noted.zh).toContain('1 天是部分数据')
  })

  test('keeps Chinese punctuation in Chinese', () => {
    const told = [
      ...Object.values(wallWords).map(({ zh }) => zh),
      ...headlineOf(wall(lit(80, 190))).lines,
      ...headlineOf(wall(lit(401, 839))).lines,
      differenceOf(period()).words.zh,
      periodTitle(period()).zh,
    ]
    for (const text of told) expect(asciiPunctuationInChinese(text)).toEqual([])
  })
})

describe('the wall', () => {
  test('is read again just after a quarter-hour has closed', () => {
    expect(untilNextQuarter(Date.UTC(2026, 2, 14, 9, 31))).toBe(14 * 60_000 + 5_000)
    expect(untilNextQuarter(Date.UTC(2026, 2, 14, 9, 30))).toBe(15 * 60_000 + 5_000)
  })
})
