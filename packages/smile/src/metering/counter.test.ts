import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CounterLines, counterFrom, counterHeard, counterState, faceRead, readCounterLine } from './counter.ts'

describe('a line of a passage counter', () => {
  test('says how many went which way, or only that the counter lives', () => {
    expect(readCounterLine('in')).toEqual({ in: 1, out: 0 })
    expect(readCounterLine('out 3')).toEqual({ in: 0, out: 3 })
    expect(readCounterLine('alive')).toEqual({ in: 0, out: 0 })
  })

  test('is dropped where it is anything else, or more than a door lets through', () => {
    for (const line of ['', 'IN', 'in 501', 'in -1', 'in 1.5', 'out3', 'hello', 'in 3 4'])
      expect(readCounterLine(line)).toBeUndefined()
  })

  test('is read the same in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('in\n', 'out 2\r\n', 'alive\n', 'noise\n', `${'x'.repeat(40)}\n`)),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (lines, sizes) => {
          const text = lines.join('')
          const whole = new CounterLines()
          const pieces = new CounterLines()
          const heard = []
          for (let from = 0, step = 0; from < text.length; step += 1) {
            const to = from + (sizes[step % sizes.length] ?? 1)
            heard.push(...pieces.read(text.slice(from, to)))
            from = to
          }
          expect(heard).toEqual(whole.read(text))
          expect(pieces.garbage).toBe(whole.garbage)
        },
      ),
    )
  })
})

describe('a passage counter', () => {
  const alive = { in: 0, out: 0 }

  test('counts while it is heard of, though nobody comes for hours', () => {
    let watch = counterFrom(0)
    for (let at = 0; at < 7_200_000; at += 60_000) watch = counterHeard(watch, alive, at)
    expect(counterState(watch, 7_200_000)).toBe('counting')
  })

  test('is silent when nothing was heard of it for two and a half minutes, and counts again with its next line', () => {
    const watch = counterHeard(counterFrom(0), { in: 1, out: 0 }, 1000)
    expect(counterState(watch, 151_000)).toBe('counting')
    expect(counterState(watch, 151_001)).toBe('silent')
    expect(counterState(counterHeard(watch, alive, 200_000), 200_000)).toBe('counting')
  })

  test('is stuck when it lives and counts nobody while a dozen faces are read', () => {
    let watch = counterHeard(counterFrom(0), { in: 1, out: 0 }, 0)
    for (let face = 0; face < 12; face += 1) watch = faceRead(counterHeard(watch, alive, 1000 * face))
    expect(counterState(watch, 12_000)).toBe('stuck')
    expect(counterState(counterHeard(watch, { in: 0, out: 1 }, 13_000), 13_000)).toBe('counting')
  })

  test('chatters when it counts more in a minute than a door lets through', () => {
    let watch = counterFrom(0)
    for (let at = 0; at < 4000; at += 10) watch = counterHeard(watch, { in: 1, out: 0 }, at)
    expect(counterState(watch, 4000)).toBe('chattering')
    expect(counterState(counterHeard(watch, alive, 400_000), 400_000)).toBe('counting')
  })
})
