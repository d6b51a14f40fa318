import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HelmLines, helmLine } from './helm-line.ts'
import type { HelmNews } from './shell.ts'

type Report = Extract<HelmNews, { type: 'turned' | 'button' }>

const anyReport: fc.Arbitrary<Report> = fc.oneof(
  fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }).map((counts): Report => ({ type: 'turned', counts })),
  fc.boolean().map((pressed): Report => ({ type: 'button', pressed })),
)

/** A text cut at any places, as a serial line delivers it. */
const cutAnyhow = (text: string, cuts: readonly number[]): string[] => {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b)
  return [...places, text.length].map((end, i) => text.slice(i === 0 ? 0 : places[i - 1], end))
}

describe('the lines of a helm', () => {
  test('say turns as signed counts and the button as pressed or let go', () => {
    expect(new HelmLines().read('H 0\nH -42\nB 1\nB 0\n')).toEqual([
      { type: 'turned', counts: 0 },
      { type: 'turned', counts: -42 },
      { type: 'button', pressed: true },
      { type: 'button', pressed: false },
    ])
  })

  test('are understood however they were cut on the way', () => {
    fc.assert(
      fc.property(fc.array(anyReport), fc.array(fc.nat()), (reports, cuts) => {
        const lines = new HelmLines()
        const heard = cutAnyhow(reports.map(helmLine).join(''), cuts).flatMap((part) => lines.read(part))
        expect(heard).toEqual(reports)
        expect(lines.garbage).toBe(0)
      }),
    )
  })

  test('may end as Windows ends them', () => {
    expect(new HelmLines().read('H 7\r\nB 1\r\n')).toEqual([
      { type: 'turned', counts: 7 },
      { type: 'button', pressed: true },
    ])
  })

  test('wait for their other half', () => {
    const lines = new HelmLines()
    expect(lines.read('H 12')).toEqual([])
    expect(lines.read('34\n')).toEqual([{ type: 'turned', counts: 1234 }])
  })

  test.each([
    'H',
    'H ',
    'H 1.5',
    'H +3',
    'H 99999999999',
    'h 3',
    ' H 3',
    'H 3 ',
    'B 2',
    'B',
    'H 1B 0',
    '\0\0\0',
    '舵',
    'H １',
  ])('that make no sense turn nothing: %j', (noise) => {
    const lines = new HelmLines()
    expect(lines.read(`${noise}\nH 5\n`)).toEqual([{ type: 'turned', counts: 5 }])
    expect(lines.garbage).toBe(1)
  })

  test('are believed again after any noise that ended with a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), anyReport, (noise, report) => {
        const lines = new HelmLines()
        lines.read(`${noise}\n`)
        expect(lines.read(helmLine(report))).toEqual([report])
      }),
    )
  })

  test('of any length take no memory: what never ends is one piece of garbage', () => {
    const lines = new HelmLines()
    for (let i = 0; i < 1000; i += 1) lines.read('H 1111111111')
    expect(lines.read('\nH 1\n')).toEqual([{ type: 'turned', counts: 1 }])
    expect(lines.garbage).toBe(1)
  })
})
