import { describe, expect, test } from 'vitest'
import { stand } from './stand.ts'

/** Building a shore takes a second; a busy machine may need many. */
const unhurried = { timeout: 120_000 }

/** Where most can be seen at once. */
const fromTheRiver = (year: number) => stand({ chainage: 2450, off: 90, eye: 7, year })

const stopsOf = (year: number) =>
  new Set(fromTheRiver(year).mesh.things.flatMap((thing) => (thing.stop === undefined ? [] : [thing.stop])))

describe('the shore of a year', () => {
  test('can be built for every age, of whole corners and at most 90,000 triangles', unhurried, () => {
    for (const year of [1860, 1905, 1939, 1957, 1991, 2005, 2024]) {
      const { mesh } = fromTheRiver(year)
      expect(mesh.count, `${year}`).toBeGreaterThan(15_000)
      expect(mesh.count, `${year}`).toBeLessThan(90_000)
      expect(mesh.corners.every(Number.isFinite), `${year}`).toBe(true)
    }
  })

  test('holds nothing before its time: no bridge in 1992, no godown in 1921, no fish market in 1937', unhurried, () => {
    expect(stopsOf(1992)).not.toContain('yangpu-daqiao')
    expect(stopsOf(1993)).toContain('yangpu-daqiao')
    expect(stopsOf(1921)).not.toContain('yongan-zhanfang')
    expect(stopsOf(1922)).toContain('yongan-zhanfang')
    expect(stopsOf(1937)).not.toContain('dongfang-yuren-matou')
    expect(stopsOf(1938)).toContain('dongfang-yuren-matou')
  })

  test('shows today every stop from the fish wharf to the bridge', unhurried, () => {
    const today = stopsOf(2024)
    for (const stop of [
      'dongfang-yuren-matou',
      'jiangpu-lu-yangfang',
      'xiangtai-muhang',
      'ren-ren-wu',
      'jiulao-chenlieguan',
      'lv-zhi-qiu',
      'minghua-tangcang',
      'yongan-zhanfang',
      'ningguo-lu-dukou',
      'yangpu-daqiao',
    ])
      expect(today).toContain(stop)
  })
})
