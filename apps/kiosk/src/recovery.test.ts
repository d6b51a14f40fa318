import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PageWatch, rungFor } from './recovery.ts'

const minutes = (count: number) => count * 60_000

describe('the ladder of recovery', () => {
  test('loads the page anew twice, then without 3D, then rests behind a calm card', () => {
    const faults = [0, 1, 2, 3, 4, 5].map(minutes)
    const rungs = faults.map((now, i) => rungFor(faults.slice(0, i + 1), now))
    expect(rungs).toEqual(['reload', 'reload', 'safe-mode', 'safe-mode', 'safe-mode', 'calm-card'])
  })

  test('forgets a fault after ten minutes', () => {
    expect(rungFor([0, minutes(9.9), minutes(10)], minutes(10))).toBe('reload')
    expect(rungFor([0.1, minutes(9.9), minutes(10)], minutes(10))).toBe('safe-mode')
  })

  test('never climbs down because of one fault more', () => {
    const order = ['reload', 'safe-mode', 'calm-card']
    fc.assert(
      fc.property(fc.array(fc.nat(minutes(20))), fc.nat(minutes(20)), (faults, one) => {
        const now = minutes(20)
        expect(order.indexOf(rungFor([...faults, one], now))).toBeGreaterThanOrEqual(
          order.indexOf(rungFor(faults, now)),
        )
      }),
    )
  })
})

describe('the watch over the page', () => {
  const wait = (watch: PageWatch, seconds: number) => {
    for (let half = 0; half < seconds * 2; half += 1) {
      const fault = watch.passed(500)
      if (fault) return fault
    }
    return undefined
  }

  test('takes five seconds of silence from a living page, and no more', () => {
    const watch = new PageWatch()
    watch.loading()
    expect(watch.heard()).toBe(true)
    expect(wait(watch, 5)).toBeUndefined()
    expect(watch.heard()).toBe(false)
    expect(wait(watch, 5.5)).toBe('hung')
  })

  test('gives a page that loads twenty seconds', () => {
    const watch = new PageWatch()
    watch.loading()
    expect(wait(watch, 20)).toBeUndefined()
    expect(wait(watch, 0.5)).toBe('never-came')
  })

  test('tells a fault once', () => {
    const watch = new PageWatch()
    watch.loading()
    expect(wait(watch, 60)).toBe('never-came')
    expect(wait(watch, 60)).toBeUndefined()
  })

  test('does not blame the page when the machine slept for an hour', () => {
    const watch = new PageWatch()
    watch.loading()
    watch.heard()
    expect(watch.passed(minutes(60))).toBeUndefined()
    expect(watch.passed(500)).toBeUndefined()
  })

  test('expects nothing of a page that is known to be gone', () => {
    const watch = new PageWatch()
    watch.loading()
    watch.gone()
    expect(watch.heard()).toBe(false)
    expect(wait(watch, 60)).toBeUndefined()
  })
})
