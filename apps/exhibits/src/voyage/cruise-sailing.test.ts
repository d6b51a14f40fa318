import { Node, type Stop } from '@riverside/voyage'
import { describe, expect, test } from 'vitest'
import { CruiseSailing } from './cruise-sailing.ts'

const node = (id: string, chainage: number) =>
  Node.parse({
    id,
    chainage,
    heading: 0,
    arrival: { bearing: 0, elevation: 5, field: 60 },
    stand: { fromQuay: 60, aboveWater: 7 },
    lingers: 4,
    now: { picture: `media/nodes/${id}.webp`, preview: `media/nodes/${id}-preview.webp`, buildings: [] },
  })

/** Sails by itself for so many seconds at 30 frames a second: where it was, and how many frames it asked for, each second. */
function sailed(seconds: number) {
  let elapsed = 0
  let asked = 0
  const sailing = new CruiseSailing([node('a', 0), node('b', 60), node('c', 120)], [] as Stop[], 100, {
    now: () => 0,
    elapsed: () => elapsed,
  })
  sailing.onWake = () => {
    asked += 1
  }
  const log: Array<{ at: number; frames: number }> = []
  for (let second = 0; second < seconds; second += 1) {
    const before = asked
    for (let frame = 0; frame < 30; frame += 1) {
      elapsed += 1000 / 30
      const waking = asked
      sailing.goOn()
      if (asked > waking) expect(sailing.step(1 / 60, () => true)).toBe(false)
    }
    log.push({ at: sailing.chainage, frames: asked - before })
  }
  return log
}

describe('the cruise', () => {
  test('goes from halt to halt and asks for thirty frames a second at most, none while it lies at one', () => {
    const log = sailed(60)
    expect(Math.max(...log.map(({ at }) => at))).toBeCloseTo(120, 0)
    expect(log.at(-1)?.at).toBeLessThan(60)
    expect(log.every(({ frames }) => frames <= 30)).toBe(true)
    expect(log.filter(({ frames }) => frames === 0).length).toBeGreaterThanOrEqual(4)
  })

  test('moves at an even pace between two halts', () => {
    const log = sailed(14)
    const steps = log.slice(6, 12).map(({ at }, index, all) => at - (all[index - 1]?.at ?? at - 6))
    for (const step of steps) expect(Math.abs(step - 6)).toBeLessThan(1.5)
  })
})
