import { describe, expect, test } from 'vitest'
import { Builder } from '../builder.ts'
import { onShore } from '../shore.ts'
import { demonstration } from './demonstration.ts'
import { eastWharfNow, whangpooWharf } from './east-wharf.ts'
import { ewoMill } from './ewo-mill.ts'
import { promenadeLife } from './promenade.ts'
import { shipyard, yardMouths } from './shipyard.ts'
import { boardwalk, waterworks } from './waterworks.ts'
import { terminal } from './wharf.ts'
import { woolStore } from './wool-store.ts'

function built(year: number, ...parts: readonly ((b: Builder) => void)[]): Builder {
  const b = new Builder(year, onShore(1000, -60), 7)
  for (const part of parts) part(b)
  return b
}

const stops = (b: Builder) => new Set(b.mesh.things.map((thing) => thing.stop))

describe('the bank above the fish market', () => {
  test('gives every stop of the present things of its own to touch', () => {
    const now = built(2024, terminal, eastWharfNow, shipyard, woolStore, ewoMill, waterworks, boardwalk, demonstration)
    expect([...stops(now)]).toEqual(
      expect.arrayContaining([
        'qinhuangdao-lu-matou',
        'huangpu-matou-jiuzhi',
        'shanghai-chuanchang',
        'maoma-cangku',
        'yihe-shachang',
        'yangshupu-shuichang',
        'shuichang-zhanqiao',
        'binjiang-shifanduan',
      ]),
    )
  })

  test('gives every stop that stood about 1925 things of its own, and the boardwalk none', () => {
    const then = built(1925, whangpooWharf, shipyard, woolStore, ewoMill, waterworks, demonstration)
    for (const stop of [
      'qinhuangdao-lu-matou',
      'huangpu-matou-jiuzhi',
      'shanghai-chuanchang',
      'maoma-cangku',
      'yihe-shachang',
      'yangshupu-shuichang',
      'binjiang-shifanduan',
    ])
      expect(stops(then)).toContain(stop)
    expect(stops(then)).not.toContain('shuichang-zhanqiao')
  })

  test('builds nothing before its year', () => {
    expect(built(1919, woolStore).mesh.count).toBe(0)
    expect(built(1895, ewoMill).mesh.count).toBe(0)
    expect(built(1899, shipyard).mesh.count).toBe(0)
    expect(built(1899, demonstration).mesh.count).toBe(0)
    expect(yardMouths(built(1899))).toEqual([])
  })

  test('berths the mail steamer only in the years of her line', () => {
    const berthed = built(1920, whangpooWharf).mesh.count
    expect(berthed - built(1913, whangpooWharf).mesh.count).toBeGreaterThan(1000)
    expect(berthed - built(1946, whangpooWharf).mesh.count).toBeGreaterThan(1000)
  })

  test('opens a slip in the quay only while the yard builds ships', () => {
    expect(yardMouths(built(1925))).toHaveLength(3)
    expect(yardMouths(built(2024))).toHaveLength(2)
  })

  test('stays light enough to draw quickly', () => {
    const now = built(
      2024,
      terminal,
      eastWharfNow,
      shipyard,
      woolStore,
      ewoMill,
      waterworks,
      boardwalk,
      demonstration,
      promenadeLife,
    )
    expect(now.mesh.count).toBeLessThan(30_000)
  })
})
