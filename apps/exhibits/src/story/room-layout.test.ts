import type { ObjectZone, Rectangle } from '@riverside/story'
import { describe, expect, test } from 'vitest'
import { layoutAround } from './room-layout.ts'

const zone = (way: ObjectZone['way'], left: number, top: number, right: number, bottom: number): ObjectZone => ({
  way,
  corners: [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ],
})
const rightOf = ({ left, width }: Rectangle) => left + width

describe('the room round a real thing', () => {
  test('at the left has its tray at the right of it', () => {
    const { tray, title } = layoutAround(zone('landscape', 0.02, 0.1, 0.3, 0.7))
    expect(tray.left).toBeGreaterThan(0.3)
    expect(rightOf(tray)).toBeCloseTo(1500 / 1920)
    expect(title).toBe('right')
  })
  test('under the title hangs it at the other side', () => {
    const { tray, title } = layoutAround(zone('landscape', 0.75, 0.1, 0.97, 0.7))
    expect(title).toBe('left')
    expect(rightOf(tray)).toBeLessThan(0.75)
  })
  test('in the middle of the tray is cut out of it', () => {
    expect(layoutAround(zone('landscape', 0.2, 0.2, 0.6, 0.6)).tray.width).toBeCloseTo(1428 / 1920)
  })
  test('upright keeps its tray where nothing is in its way', () => {
    expect(layoutAround(zone('portrait', 0.05, 0.05, 0.5, 0.25))).toMatchObject({
      title: 'right',
      tray: { left: 40 / 1080 },
    })
    expect(layoutAround(zone('portrait', 0.6, 0.05, 0.98, 0.25)).title).toBe('left')
  })
})
