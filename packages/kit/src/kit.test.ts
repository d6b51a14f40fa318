import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Certainty, handClock, Lifetime, MediaPath, parseJson, Slug, seededChance } from './index.ts'

describe('a lifetime', () => {
  test('gives everything back in reverse order', () => {
    const given: string[] = []
    {
      using life = new Lifetime()
      life.own('camera', (thing) => given.push(thing))
      life.own('lamp', (thing) => given.push(thing))
    }
    expect(given).toEqual(['lamp', 'camera'])
  })

  test('gives the rest back even when one thing resists, and then says so', () => {
    const given: string[] = []
    const life = new Lifetime()
    life.onEnd(() => given.push('first'))
    life.onEnd(() => {
      throw new Error('stuck')
    })
    expect(() => life[Symbol.dispose]()).toThrow('Could not let go of everything')
    expect(given).toEqual(['first'])
  })

  test('gives nothing back twice', () => {
    let times = 0
    const life = new Lifetime()
    life.onEnd(() => {
      times += 1
    })
    life[Symbol.dispose]()
    life[Symbol.dispose]()
    expect(times).toBe(1)
  })
})

describe('seeded chance', () => {
  test('falls out the same for the same seed, always in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, two] = [seededChance(seed), seededChance(seed)]
        return Array.from({ length: 50 }, () => one()).every((value) => value === two() && value >= 0 && value < 1)
      }),
    )
  })
})

describe('a hand clock', () => {
  test('keeps the stopwatch steady when the calendar jumps', () => {
    const clock = handClock(1000)
    clock.advance(500)
    clock.jumpTo(0)
    expect([clock.now(), clock.elapsed()]).toEqual([0, 500])
  })
})

describe('the words of a pack', () => {
  test.each(['media/a.webp', 'media/stops/water_works-2.jpg', 'media/voice/zh/one.opus'])(
    '%s names a file of the pack',
    (path) => {
      expect(MediaPath.safeParse(path).success).toBe(true)
    },
  )

  test.each([
    'a.webp',
    '/media/a.webp',
    'media/../a.webp',
    'media//a.webp',
    'media/a.svg',
    'media/a.webp ',
    'media/A.webp',
    'media/.webp',
  ])('%s does not', (path) => {
    expect(MediaPath.safeParse(path).success).toBe(false)
  })

  test('ids are pinyin with single hyphens', () => {
    expect(Slug.safeParse('yangshupu-shuichang').success).toBe(true)
    expect(Slug.safeParse('Yangshupu--Shuichang').success).toBe(false)
  })

  test('certainty has three degrees', () => {
    expect(Certainty.options).toEqual(['high', 'medium', 'low'])
  })
})

describe('JSON', () => {
  test('that is none is undefined, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => parseJson(text) === undefined || typeof text === 'string'))
    expect(parseJson('{')).toBeUndefined()
    expect(parseJson('null')).toBeNull()
  })
})
