import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaUnderCurve, evaluate } from './evaluation.ts'
import { readLabels } from './labels.ts'
import { picturesOf, repeatedForCamera } from './mjpeg.ts'

describe('the area under the curve', () => {
  test('is 1 where every smile scores higher, 0 the other way, a half for equals', () => {
    expect(areaUnderCurve([0.9, 0.8], [0.1, 0.2])).toBe(1)
    expect(areaUnderCurve([0.1], [0.9, 0.8])).toBe(0)
    expect(areaUnderCurve([0.5, 0.5], [0.5])).toBe(0.5)
  })

  test('is the share of pairs in the right order', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((p) => negatives.map((q): number => (p > q ? 1 : p === q ? 0.5 : 0)))
        const share = pairs.reduce((sum, each) => sum + each, 0) / pairs.length
        expect(areaUnderCurve(positives, negatives)).toBeCloseTo(share, 9)
      }),
    )
  })
})

test('an evaluation counts unreadable faces apart', () => {
  const face = (smile: boolean, happy: number) => ({ smile, happy, took: 20 })
  const figures = evaluate([face(true, 0.9), face(true, 0.2), face(false, 0.1), face(false, -1)], 0.5)
  expect(figures).toMatchObject({
    n: 4,
    unreadable: 1,
    accuracy: 0.6667,
    sensitivity: 0.5,
    specificity: 1,
    msPerFace: 20,
  })
})

describe('a labels file', () => {
  test('is read by the names of its columns', () => {
    const labels = readLabels('smile,review,file\r\n1,agrees,"a, b.jpg"\r\n0,,c.jpg\r\n')
    expect(labels).toEqual({
      ok: true,
      value: [
        { file: 'a, b.jpg', smile: true, review: 'agrees' },
        { file: 'c.jpg', smile: false, review: '' },
      ],
    })
  })

  test('is refused in words where a column, a row or a value is wrong', () => {
    expect(readLabels('name,smile\na.jpg,1')).toMatchObject({ ok: false, error: expect.stringContaining('"file"') })
    expect(readLabels('file,smile')).toMatchObject({ ok: false, error: expect.stringContaining('no rows') })
    expect(readLabels('file,smile\na.jpg,yes')).toMatchObject({ ok: false, error: expect.stringContaining('Line 2') })
  })
})

test('a clip for the fake camera holds every picture three times', () => {
  const picture = (mark: number) => Buffer.from([0xff, 0xd8, 0xff, mark])
  const clip = repeatedForCamera([picture(1), picture(2)])
  expect(picturesOf(clip).map((each) => each[3])).toEqual([1, 1, 1, 2, 2, 2])
})
