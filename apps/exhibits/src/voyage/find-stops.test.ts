import type { Stop } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decadesOf, findStops, initialsOf, lettersAfter, ofDecade, yearsOf } from './find-stops.ts'

const claim = (text: string) => ({ figure: { zh: '今天', en: 'Today' }, text: { zh: text, en: text } })
const stop = (chainage: number, zh: string, en: string, figure: string, past = '', facts: readonly string[] = []) =>
  ({
    name: { zh, en },
    chainage,
    headline: { figure, words: { zh: '年', en: 'year' } },
    past: claim(past),
    present: claim(''),
    facts: facts.map(claim),
  }) as unknown as Stop

const wharf = stop(0, '秦皇岛路码头·杨树浦驿站', 'Qinhuangdao Road Wharf', '1908')
const jute = stop(770, '毛麻仓库', 'Wool & Jute Warehouse', '1920')
const waterworks = stop(1480, '杨树浦水厂', 'Yangshupu Waterworks', '1883', '1881 年动工', [
  '1935 年的清水唧机转到 1991 年',
])
const timber = stop(2300, '祥泰木行旧址·人人馆', 'Former China Import & Export Lumber Co.', '1902')
const green = stop(2610, '绿之丘', 'Green Hill', '2019')
const stops = [wharf, jute, waterworks, timber, green]
const names = (found: readonly Stop[]) => found.map(({ name }) => name.zh)
const anyText = fc.string({ unit: fc.constantFrom(...'SCYPKL水厂之1820'), maxLength: 5 })

describe('the first letter of a character', () => {
  test('is that of its pinyin', () => {
    const initials = (text: string) => [...text].map((one) => initialsOf(one)[0] ?? '').join('')
    expect(initials('秦皇岛路码头杨树浦驿站')).toBe('QHDLMTYSPYZ')
    expect(initials('黄浦码头旧址上海船厂瑞镕船坞毛麻仓库怡和纱厂废纱')).toBe('HPMTJZSHCCRRCWMMCKYHSCFS')
    expect(initials('水厂栈桥示范段东方渔人码头鱼市场江浦路弄老洋房')).toBe('SCZQSFDDFYRMTYSCJPLNLYF')
    expect(initials('祥泰木行人人馆屋中国救捞陈列绿之丘明华糖永安房世界技能博物宁渡口大')).toBe(
      'XTMXRRGWZGJLCLLZQMHTYAFSJJNBWNDKD',
    )
    expect(initials('电站辅机慎昌工场棉九办公楼纺织株式会社皂梦空间煤气发电遗迹园国际时尚中心')).toBe(
      'DZFJSCGCMJBGLFZZSHSZMKJMQFDYJYGJSSZX',
    )
  })

  test('is each of them where a character is read in two ways, and itself for a letter', () => {
    expect(initialsOf('行')).toContain('H')
    expect(initialsOf('行')).toContain('X')
    expect(initialsOf('k')).toBe('K')
    expect(initialsOf('·')).toBe('')
  })
})

describe('a stop', () => {
  test('is found by first letters, by Han characters, by English and by a year', () => {
    expect(names(findStops(stops, 'SC'))).toEqual(['杨树浦水厂'])
    expect(names(findStops(stops, 'mh'))).toEqual(['祥泰木行旧址·人人馆'])
    expect(names(findStops(stops, '水厂'))).toEqual(['杨树浦水厂'])
    expect(names(findStops(stops, 'gh'))).toEqual(['绿之丘'])
    expect(names(findStops(stops, 'water'))).toEqual(['杨树浦水厂'])
    expect(names(findStops(stops, '193'))).toEqual(['杨树浦水厂'])
  })

  test('whose name begins as it was typed comes before one with the letters further in', () => {
    expect(names(findStops(stops, 'YSP'))).toEqual(['杨树浦水厂', '秦皇岛路码头·杨树浦驿站'])
  })

  test('that is found for more letters was found for fewer', () => {
    fc.assert(
      fc.property(anyText, anyText, (some, more) => {
        const before = new Set(findStops(stops, some))
        for (const one of findStops(stops, some + more)) expect(before.has(one)).toBe(true)
      }),
    )
  })

  test('can be reached by every letter that is offered', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        for (const letter of lettersAfter(stops, typed)) expect(findStops(stops, typed + letter)).not.toHaveLength(0)
      }),
    )
  })
})

describe('the years of the shore', () => {
  test('are read from what is told of a stop', () => {
    expect(yearsOf(waterworks)).toEqual([1881, 1883, 1935, 1991])
  })

  test('lead by their decades to every stop that has one', () => {
    expect(decadesOf(stops)).toEqual([1880, 1900, 1920, 1930, 1990, 2010])
    expect(names(ofDecade(stops, 1900))).toEqual(['秦皇岛路码头·杨树浦驿站', '祥泰木行旧址·人人馆'])
    const led = new Set(decadesOf(stops).flatMap((decade) => ofDecade(stops, decade)))
    expect(led.size).toBe(stops.length)
  })
})
