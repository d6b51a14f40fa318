import { seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median } from '../median.ts'
import { covered, noCoverage, reported } from './coverage.ts'
import { decide } from './decision.ts'
import type { FaceSeen } from './face.ts'
import { AmbientMeter, TapReading } from './meter.ts'
import { type PartyCount, partyOf } from './party.ts'
import { type PictureWatch, pictureFacts, watchPicture } from './picture.ts'

const judgements = (...happy: readonly number[]) => happy.map((each, index) => ({ at: index * 100, happy: each }))

describe('a decision', () => {
  test('is the median of its looks, so that one blink does not make a smile', () => {
    expect(decide(judgements(0.1, 0.2, 0.99, 0.1, 0.2))).toBe('not-smiling')
    expect(decide(judgements(0.9, 0.8, 0.01, 0.9, 0.7))).toBe('smiling')
  })

  test('is not made on fewer than five looks', () => {
    expect(decide(judgements(0.9, 0.9, 0.9, 0.9))).toBe('unreadable')
    expect(decide([])).toBe('unreadable')
  })

  test('counts only the last four seconds', () => {
    const early = Array.from({ length: 20 }, (_, index) => ({ at: index * 100, happy: 1 }))
    const late = Array.from({ length: 6 }, (_, index) => ({ at: 9000 + index * 100, happy: 0 }))
    expect(decide([...early, ...late])).toBe('not-smiling')
  })

  test('does not depend on the order in which its looks are told', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 30 }), (happy) => {
        const told = judgements(...happy)
        expect(decide([...told].reverse())).toBe(decide(told))
        expect(median(happy)).toBeGreaterThanOrEqual(Math.min(...happy))
        expect(median(happy)).toBeLessThanOrEqual(Math.max(...happy))
      }),
    )
  })
})

const face = (x: number, size: number, happy: number | undefined): FaceSeen => ({
  box: { x, y: 100, width: size, height: size },
  score: 0.9,
  happy,
})

describe('a reading by tap', () => {
  const read = (faces: readonly FaceSeen[], until = 6000) => {
    const reading = new TapReading()
    for (let at = 0; at <= until; at += 100) {
      const answer = reading.see({ at, width: 640, faces })
      if (answer) return { answer, at }
    }
    return undefined
  }

  test('answers after four seconds, once', () => {
    expect(read([face(280, 100, 0.9)])).toMatchObject({ at: 4000, answer: { decision: 'smiling' } })
    expect(read([face(280, 100, 0.9)], 3900)).toBeUndefined()
  })

  test('is of the one who stands nearest', () => {
    expect(read([face(400, 40, 0.9), face(200, 130, 0.1)])?.answer.decision).toBe('not-smiling')
  })

  test('is unreadable where nobody stands, or no look was good enough', () => {
    expect(read([])?.answer).toEqual({ decision: 'unreadable', judgements: 0 })
    expect(read([face(200, 100, undefined)])?.answer.decision).toBe('unreadable')
  })
})

describe('ambient metering', () => {
  test('does not count a face that was only glimpsed', () => {
    const meter = new AmbientMeter()
    for (let at = 0; at < 700; at += 100) meter.see({ at, width: 640, faces: [face(200, 80, 0.9)] })
    expect(meter.wait(5000)).toEqual([])
  })

  test('counts whoever is still there when the camera stops, and remembers nobody', () => {
    const meter = new AmbientMeter()
    for (let at = 0; at < 2000; at += 100) meter.see({ at, width: 640, faces: [face(200, 80, 0.9)] })
    expect(meter.end()).toMatchObject([{ decision: 'smiling' }])
    expect(meter.following).toBe(0)
    expect(meter.end()).toEqual([])
  })

  test('lets go of everybody within three seconds of an empty room', () => {
    const meter = new AmbientMeter()
    for (let at = 0; at < 2000; at += 100) meter.see({ at, width: 640, faces: [face(200, 80, 0.9)] })
    meter.wait(1900 + 3000)
    expect(meter.following).toBe(0)
  })
})

/** A grey picture with a little noise of its own. */
function picture(luma: number, seed: number, contrast = 60): Uint8ClampedArray {
  const chance = seededChance(seed)
  return Uint8ClampedArray.from({ length: 64 * 64 * 4 }, (_, index) => {
    const shade = index % 32 < 16 ? luma - Math.min(luma, contrast) / 2 : luma + contrast / 2
    return shade + chance() * 6 - 3
  })
}

type Sight = { readonly luma: number; readonly seed: number; readonly at: number; readonly contrast?: number }
const watched = (sights: readonly Sight[]) =>
  sights.reduce<PictureWatch | undefined>(
    (watch, { luma, seed, at, contrast }) => watchPicture(watch, pictureFacts(at, picture(luma, seed, contrast))),
    undefined,
  )?.state

describe('a picture', () => {
  test('is good while it is lit and alive', () => {
    expect(watched([0, 1, 2].map((seed) => ({ luma: 120, seed, at: seed * 5000 })))).toBe('good')
  })

  test('is too dark rather than without smiles', () => {
    expect(watched([{ luma: 18, seed: 1, at: 0, contrast: 20 }])).toBe('too-dark')
    expect(watched([{ luma: 4, seed: 1, at: 0, contrast: 4 }])).toBe('black')
  })

  test('is blocked where it has been one even shade for a second and a half, though it goes on changing', () => {
    const flat = [0, 1, 2].map((step): Sight => ({ luma: 90, seed: step, at: step * 800, contrast: 2 }))
    expect(watched(flat.slice(0, 2))).toBe('good')
    expect(watched(flat)).toBe('blocked')
    expect(watched([...flat, { luma: 120, seed: 9, at: 2000 }])).toBe('good')
  })

  test('is frozen when it has stood still for ten seconds at most, and good again with the next new one', () => {
    const still = [0, 2000, 4000, 6000].map((at) => ({ luma: 120, seed: 1, at }))
    expect(watched(still)).toBe('frozen')
    expect(watched([...still, { luma: 120, seed: 2, at: 6100 }])).toBe('good')
  })
})

describe('covered time', () => {
  test('is the time between good looks, and stops while there are none', () => {
    const first = [0, 100, 200, 300].reduce((count, at) => covered(count, at, true), noCoverage)
    const dark = covered(first, 400, false)
    const later = [9000, 9100].reduce((count, at) => covered(count, at, true), dark)
    expect(later.seconds).toBeCloseTo(0.4, 6)
  })

  test('is reported once', () => {
    const count = [0, 900, 1800].reduce((each, at) => covered(each, at, true), noCoverage)
    const { seconds, rest } = reported(count)
    expect(seconds).toBe(1.8)
    expect(reported(rest).seconds).toBe(0)
  })
})

describe('a party', () => {
  const parties = (...times: readonly number[]) => {
    let count: PartyCount | undefined
    return times.map((at) => {
      count = partyOf(count, at, at)
      return count.party
    })
  }

  test('is made of readings less than three seconds apart', () => {
    expect(parties(0, 2000, 4900, 7900, 8000)).toEqual([0, 0, 0, 1, 1])
  })

  test('is numbered from nought in each quarter-hour', () => {
    expect(parties(0, 10_000, 899_999, 900_001)).toEqual([0, 1, 2, 0])
  })
})
