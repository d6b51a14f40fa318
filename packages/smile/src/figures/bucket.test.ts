import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBucket } from './bucket.ts'
import { dayAfter, dayOf, dayStart, hourOf, isDay, quarterAt, readQuarter, shanghaiText } from './calendar.ts'

const line = (change: object = {}) =>
  JSON.stringify({
    station: 'pier',
    door: 'entry',
    quarter: '2026-03-14T10:15:00+08:00',
    mode: 'opt-in',
    n: 20,
    x: 5,
    ...change,
  })
const faultOf = (text: string) => {
  const read = readBucket(text)
  return read.ok ? undefined : read.error.field
}

describe('a line of a bucket file', () => {
  test('leaves what is absent at 0, and the time covered at the whole quarter', () => {
    const read = readBucket(line())
    expect(read.ok && read.value).toMatchObject({
      quarter: '2026-03-14T02:15:00Z',
      u: 0,
      in_n: 0,
      covered_s: 900,
      rev: 0,
    })
  })
  test('may carry the sums over its parties', () => {
    const sums = { n: 68, x: 28, parties: 10, sum_x2: 240, sum_xn: 437, sum_n2: 1112 }
    expect(readBucket(line(sums)).ok).toBe(true)
  })
  test.each([
    ['no JSON', '{"station":', ''],
    ['a list', '[]', ''],
    ['another version', line({ v: 2 }), 'v'],
    ['a count below nothing', line({ n: -1 }), 'n'],
    ['half a visitor', line({ n: 2.5 }), 'n'],
    ['more smiles than faces', line({ x: 21 }), 'x'],
    ['more time than a quarter-hour has', line({ covered_s: 901 }), 'covered_s'],
    ['a time within the quarter', line({ quarter: '2026-03-14T10:16:00+08:00' }), 'quarter'],
    ['a time of no zone', line({ quarter: '2026-03-14T10:15:00' }), 'quarter'],
    ['a day no calendar has', line({ quarter: '2026-02-30T10:15:00+08:00' }), 'quarter'],
    ['a door nobody built', line({ door: 'roof' }), 'door'],
    ['a name of a visitor', line({ visitor: '小王' }), 'visitor'],
    ['readings while off', line({ mode: 'off' }), 'mode'],
    ['more parties than readings', line({ parties: 21 }), 'parties'],
    ['sums no parties have', line({ parties: 2, sum_x2: 25, sum_xn: 100, sum_n2: 150 }), 'sum_n2'],
    ['smiles squared beyond reason', line({ parties: 2, sum_x2: 250, sum_xn: 100, sum_n2: 300 }), 'sum_xn'],
    ['a revision below nothing', line({ rev: -1 }), 'rev'],
  ])('is refused with its field where it holds %s', (_, text, field) => {
    expect(faultOf(text)).toBe(field)
  })
  test('never makes the reader throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readBucket(text)
      }),
    )
  })
  test('is taken whenever its sums come from real parties', () => {
    const party = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })).map(([x, n]) => ({ x: Math.min(x, n), n }))
    fc.assert(
      fc.property(fc.array(party, { minLength: 1, maxLength: 20 }), (parties) => {
        const add = (of: (one: { x: number; n: number }) => number) => parties.reduce((sum, one) => sum + of(one), 0)
        const counts = {
          n: add((one) => one.n),
          x: add((one) => one.x),
          parties: parties.length,
          sum_x2: add((one) => one.x ** 2),
          sum_xn: add((one) => one.x * one.n),
          sum_n2: add((one) => one.n ** 2),
        }
        expect(faultOf(line(counts))).toBeUndefined()
      }),
    )
  })
})

describe('the calendar of the station', () => {
  test('begins a day at midnight in Shanghai', () => {
    expect(dayOf('2026-03-13T16:00:00Z')).toBe('2026-03-14')
    expect(dayOf('2026-03-13T15:45:00Z')).toBe('2026-03-13')
    expect(hourOf('2026-03-14T02:15:00Z')).toBe('2026-03-14T10')
    expect(shanghaiText(dayStart('2026-03-14'))).toBe('2026-03-14T00:00:00+08:00')
  })
  test('reads the same quarter from any zone it is written in', () => {
    expect(readQuarter('2026-03-13T21:15-05:00')).toBe('2026-03-14T02:15:00Z')
    expect(readQuarter('2026-03-14T02:15:00Z')).toBe(readQuarter('2026-03-14T10:15:00.000+0800'))
  })
  test('knows leap years and the ends of months', () => {
    expect([isDay('2028-02-29'), isDay('2026-02-29'), isDay('2026-13-01')]).toEqual([true, false, false])
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  })
  test('puts every instant into a quarter that holds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (when) => {
        const start = Date.parse(quarterAt(when))
        expect(start <= when && when < start + 900_000).toBe(true)
      }),
    )
  })
})
