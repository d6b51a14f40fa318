import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bearingAt, envelopeOf, loudnessAt, spokenEnvelope, timelineOf } from './index.ts'

/** Half a second of a tone, half a second of nothing, and so on. */
const tone = Float32Array.from({ length: 48_000 * 4 }, (_, at) =>
  Math.floor(at / 24_000) % 2 === 0 ? 0.4 * Math.sin(at * 0.05) : 0,
)
const caption = '一九一九到一九二〇年，约一千六百名青年从上海去法国勤工俭学。'

describe('the envelope of a voice', () => {
  test('is loud where the recording is, and nothing where it is silent, to a thirtieth of a second', () => {
    const envelope = envelopeOf(tone, 48_000)
    expect(loudnessAt(envelope, 250)).toBeGreaterThan(0.9)
    expect(loudnessAt(envelope, 540)).toBeLessThan(0.05)
    expect(loudnessAt(envelope, 1040)).toBeGreaterThan(0.9)
  })
  test('of silence is nothing', () => {
    expect(Math.max(...envelopeOf(new Float32Array(9000), 44_100))).toBe(0)
  })
  test('of a voice without a recording has a stroke for each character it says, and none in its breath', () => {
    const phrases = timelineOf(caption, 'zh')
    const envelope = spokenEnvelope(phrases, 'zh')
    const strokes = envelope.filter((each, at) => each > (envelope[at - 1] ?? 0) && each >= (envelope[at + 1] ?? 0))
    expect(strokes.length).toBe([...caption].filter((letter) => !'，。'.includes(letter)).length)
    expect(loudnessAt(envelope, ((phrases[0]?.said ?? 0) + (phrases[0]?.end ?? 0)) / 2)).toBe(0)
  })
})

describe('a narrator', () => {
  const phrases = timelineOf(caption, 'zh')
  const envelope = spokenEnvelope(phrases, 'zh')
  test('never moves by a leap, and keeps within her bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: -500, max: 20_000, noNaN: true }), (told) => {
        const [before, after] = [bearingAt(phrases, envelope, told), bearingAt(phrases, envelope, told + 4)]
        for (const part of ['mouth', 'near', 'far', 'blink'] as const) {
          expect(after[part]).toBeGreaterThanOrEqual(0)
          expect(after[part]).toBeLessThanOrEqual(1)
          expect(Math.abs(after[part] - before[part])).toBeLessThan(0.2)
        }
      }),
    )
  })
  test('stands still and silent before the first word and after the last', () => {
    expect(bearingAt(phrases, envelope, 60_000)).toMatchObject({ mouth: 0, near: 0, far: 0 })
  })
})
