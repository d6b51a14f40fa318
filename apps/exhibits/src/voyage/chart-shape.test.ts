import { describe, expect, test } from 'vitest'
import { chartShape } from './chart-shape.ts'

describe('the chart', () => {
  const shape = chartShape(0, 2800, 1330, 150)

  test('finds the chainage under a finger again', () => {
    for (let chainage = 0; chainage <= 2800; chainage += 70)
      expect(shape.chainage(shape.x(chainage))).toBeCloseTo(chainage)
  })

  test('lays the quay level and keeps the whole river on the strip', () => {
    expect(shape.middle(0)).toBeCloseTo(shape.middle(2800))
    for (let chainage = -190; chainage <= 2990; chainage += 30) {
      expect(shape.bank(chainage)).toBeGreaterThan(8)
      expect(2 * shape.middle(chainage) - shape.bank(chainage)).toBeLessThan(124)
    }
  })

  test('ticks every hundred metres, longer every five hundred', () => {
    expect(shape.ticks).toHaveLength(29)
    expect(shape.ticks.filter(({ long }) => long)).toHaveLength(6)
  })

  test('is cut the same way each time', () => {
    expect(chartShape(0, 2800, 1330, 150).banks).toEqual(shape.banks)
  })
})
