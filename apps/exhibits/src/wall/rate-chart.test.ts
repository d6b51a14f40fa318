import type { DoorFigures } from '@riverside/contract'
import { describe, expect, test } from 'vitest'
import { type RateColumn, rateChart } from './rate-chart.ts'

const rate = (value: number): DoorFigures => ({
  n: 340,
  x: Math.round(340 * value),
  rate: value,
  low: value - 0.05,
  high: value + 0.05,
  note: null,
})
const silent = (note: DoorFigures['note']): DoorFigures => ({
  n: null,
  x: null,
  rate: null,
  low: null,
  high: null,
  note,
})
const column = (name: string, entry: DoorFigures, exit: DoorFigures): RateColumn => ({
  name,
  entry,
  exit,
  partial: false,
})
const size = { width: 570, height: 270 }

describe('the chart of smile rates', () => {
  test('begins at nought and ends above the highest interval', () => {
    const chart = rateChart([column('10', rate(0.2), rate(0.52))], size)
    expect(chart.ticks.map(({ percent }) => percent)).toEqual([0, 30, 60])
    expect(chart.rates.every(({ high, low, y }) => high < y && y < low && low <= chart.base)).toBe(true)
  })

  test('draws what is held back as a box and never as a value, and breaks the way there', () => {
    const rows = [
      column('10', silent('too-few'), rate(0.5)),
      column('11', rate(0.2), rate(0.5)),
      column('12', silent('below-5'), silent('above-95')),
      column('13', rate(0.3), rate(0.6)),
    ]
    const chart = rateChart(rows, size)
    expect(chart.rates).toHaveLength(5)
    expect(chart.held.map(({ word }) => word)).toEqual(['—', '<5', '>95'])
    expect(chart.ways.entry.match(/M/g)).toHaveLength(2)
  })

  test('draws one box where neither door is shown', () => {
    const { held } = rateChart([column('10', silent('too-few'), silent('unreliable'))], size)
    expect(held.map(({ door, word }) => [door, word])).toEqual([['both', '—']])
  })

  test('of nothing has its axis and no mark', () => {
    const chart = rateChart([], size)
    expect([chart.rates, chart.held, chart.columns]).toEqual([[], [], []])
    expect(chart.ticks).toHaveLength(3)
  })
})
