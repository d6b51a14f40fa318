import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachBand, reachOf } from './reach.ts'

const anyPanel = fc.record({
  panelBottom: fc.integer({ min: 0, max: 1600 }),
  panelHeight: fc.integer({ min: 200, max: 2000 }),
})

describe('what can be reached', () => {
  test('of a landscape panel at the height of a standing eye is its lower half', () => {
    const reach = reachOf({ panelBottom: 900, panelHeight: 600 })
    expect(reach.isNeeded).toBe(true)
    expect(reach.top).toBeCloseTo(0.5)
    expect(reach.bottom).toBe(1)
    expect(reach.target * 1080).toBeCloseTo(36)
  })

  test('of a table is all of it, and nothing is offered', () => {
    expect(reachOf({ panelBottom: 600, panelHeight: 500 }).isNeeded).toBe(false)
  })

  test('of a totem on the floor ends above its foot', () => {
    const reach = reachOf({ panelBottom: 200, panelHeight: 1200 })
    expect(reach.isNeeded).toBe(true)
    expect(reach.bottom * 1200).toBeCloseTo(1020)
  })

  test('lies in the band wherever the band leaves room for the rows, and the rows always have room', () => {
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const { top, bottom } = reachOf(panel)
        expect(bottom - top).toBeGreaterThanOrEqual(0.44 - 1e-9)
        const above = (share: number) => panel.panelBottom + panel.panelHeight * (1 - share)
        const hasRoom =
          Math.min(above(0), reachBand.highest) - Math.max(above(1), reachBand.lowest) >= 0.44 * panel.panelHeight
        if (!hasRoom) return
        expect(above(top)).toBeLessThanOrEqual(reachBand.highest + 1e-6)
        expect(above(bottom)).toBeGreaterThanOrEqual(reachBand.lowest - 1e-6)
      }),
    )
  })
})
