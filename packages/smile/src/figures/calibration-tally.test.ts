import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalibrationTally, calibrationOf, emptyTally, observed, tallied, verdictOf } from './calibration-tally.ts'
import { checkCounter } from './counter-check.ts'

const readers = ['smiling', 'not-smiling', 'unreadable'] as const
const anyFace = fc.tuple(fc.constantFrom(...readers), fc.constantFrom(...observed), fc.constantFrom(...observed))
type Face = readonly [(typeof readers)[number], (typeof observed)[number], (typeof observed)[number]]
const of = (faces: readonly Face[]): CalibrationTally =>
  faces.reduce((tally, [reader, first, second]) => tallied(tally, reader, first, second), emptyTally)
const times = (count: number, face: Face): readonly Face[] => Array<Face>(count).fill(face)

const good: readonly Face[] = [
  ...times(180, ['smiling', 'smiling', 'smiling']),
  ...times(20, ['not-smiling', 'smiling', 'smiling']),
  ...times(190, ['not-smiling', 'not-smiling', 'not-smiling']),
  ...times(10, ['smiling', 'not-smiling', 'not-smiling']),
]

describe('a calibration tally', () => {
  test('gives sensitivity and specificity of the faces both observers agreed on', () => {
    const tally = of([...good, ['smiling', 'smiling', 'not-smiling'], ['smiling', 'unclear', 'smiling']])
    expect(calibrationOf(tally)).toEqual({ sensitivity: { x: 180, n: 200 }, specificity: { x: 190, n: 200 } })
    expect(tally).toMatchObject({ unclear: 1, observers: { onlyFirst: 1 } })
  })

  test('is valid with 200 and 200 judgements of observers who agree, for ninety days from its first', () => {
    expect(verdictOf(of(good), 0)).toEqual({ state: 'valid', kappa: 1 })
    expect(verdictOf(of(good), 90).state).toBe('valid')
    expect(verdictOf(of(good), 91).state).toBe('expired')
    expect(verdictOf(of(good), -1).state).toBe('ahead-of-its-time')
    expect(verdictOf(of(good.slice(1)), 0).state).toBe('too-few')
  })

  test('is refused where the observers agree too little, however many faces they saw', () => {
    const quarrel = times(80, ['smiling', 'smiling', 'not-smiling'])
    const verdict = verdictOf(of([...good, ...quarrel]), 1)
    expect(verdict.state).toBe('observers-disagree')
    expect(verdict.kappa).toBeLessThan(0.75)
  })

  test('counts every face once, whatever was said of it', () => {
    fc.assert(
      fc.property(fc.array(anyFace, { maxLength: 60 }), (faces) => {
        const { observers, unclear } = of(faces)
        const seen = observers.bothSmile + observers.onlyFirst + observers.onlySecond + observers.neither
        expect(seen + unclear).toBe(faces.length)
      }),
    )
  })

  test('does not depend on the order of the faces', () => {
    fc.assert(
      fc.property(fc.array(anyFace), (faces) => {
        expect(of([...faces].reverse())).toEqual(of(faces))
      }),
    )
  })
})

describe('a counter check', () => {
  test('believes a counter that is wrong by at most 3 % in five hundred passages', () => {
    expect(checkCounter({ hand: { in: 300, out: 200 }, counter: { in: 309, out: 196 } })).toEqual({
      state: 'good',
      error: 0.03,
    })
    expect(checkCounter({ hand: { in: 300, out: 199 }, counter: { in: 300, out: 199 } }).state).toBe('too-few')
  })

  test('does not let people lost in one direction make up for people invented in the other', () => {
    expect(checkCounter({ hand: { in: 300, out: 300 }, counter: { in: 270, out: 330 } }).state).toBe('wrong')
  })

  test('takes a silent counter for a wrong one', () => {
    expect(checkCounter({ hand: { in: 600, out: 0 }, counter: { in: 0, out: 0 } })).toEqual({
      state: 'wrong',
      error: 1,
    })
    expect(checkCounter({ hand: { in: 0, out: 0 }, counter: { in: 0, out: 0 } }).error).toBeUndefined()
  })
})
