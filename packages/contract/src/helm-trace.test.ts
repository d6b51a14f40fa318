import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHelmTrace, type TracePoint, traceLine } from './helm-trace.ts'

const head = { helm: 'trace', version: 1, countsPerTurn: 600, direction: 'normal', about: 'a hand' } as const
const traceOf = (...lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

const anyPoint: fc.Arbitrary<TracePoint> = fc
  .tuple(fc.nat({ max: 86_400_000 }), fc.integer(), fc.boolean())
  .chain(([at, counts, pressed]) =>
    fc.constantFrom<TracePoint>(
      { at, type: 'turned', counts },
      { at, type: 'button', pressed },
      { at, type: 'lost' },
      { at, type: 'connected', device: '/dev/helm' },
    ),
  )

describe('a helm trace', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyPoint), (points) => {
        const inTime = [...points].sort((a, b) => a.at - b.at)
        const text = traceLine(head) + inTime.map(traceLine).join('')
        expect(readHelmTrace(text)).toEqual({ ok: true, value: { head, points: inTime } })
      }),
    )
  })

  test('names every line that is no report, and why', () => {
    const read = readHelmTrace(
      traceOf(
        head,
        { at: 0, type: 'turned', counts: 0 },
        { at: 5, type: 'turned' },
        { at: 2, type: 'lost' },
        { at: 1, type: 'lost' },
      ) + 'no json\n',
    )
    expect(read.ok ? [] : read.error.map(({ line }) => line)).toEqual([3, 5, 6])
    expect(read.ok ? '' : read.error[0]?.what.en).toContain('counts')
    expect(read.ok ? '' : read.error[1]?.what.zh).toContain('时间往回走了')
  })

  test.each(['', '{}\n', traceOf({ at: 0, type: 'lost' }), traceOf({ ...head, version: 2 })])(
    'without its head is none: %j',
    (text) => {
      expect(readHelmTrace(text)).toMatchObject({ ok: false, error: [{ line: 1 }] })
    },
  )
})
