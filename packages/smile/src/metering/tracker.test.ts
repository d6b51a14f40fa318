import { type Chance, seededChance } from '@riverside/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FaceSeen, Look } from './face.ts'
import { AmbientMeter, type Passage } from './meter.ts'
import { emptyTracker, follow, type Tracker, trackerRules } from './tracker.ts'

const width = 640

type Walker = {
  readonly from: number
  readonly to: number
  readonly enters: number
  readonly leaves: number
  readonly y: number
  readonly happy: number
}

/** Everybody who is in the picture at this moment, as a detector with a little jitter would see them. */
function lookAt(walkers: readonly Walker[], at: number, chance: Chance): Look {
  const faces = walkers
    .filter((walker) => at >= walker.enters && at <= walker.leaves)
    .map((walker): FaceSeen => {
      const way = (at - walker.enters) / (walker.leaves - walker.enters)
      const x = walker.from + (walker.to - walker.from) * way + (chance() - 0.5) * 6
      return {
        box: { x: x - 45, y: walker.y, width: 90, height: 90 },
        score: 0.6 + chance() * 0.35,
        happy: walker.happy,
      }
    })
    .filter(({ box }) => box.x > -box.width / 2 && box.x < width - box.width / 2)
  return { at, width, faces }
}

/** Looks with any pauses between them, in milliseconds. */
function metered(walkers: readonly Walker[], pauses: readonly number[], seed = 1): readonly Passage[] {
  const chance = seededChance(seed)
  const meter = new AmbientMeter()
  const passages: Passage[] = []
  const until = Math.max(...walkers.map((walker) => walker.leaves)) + 2000
  for (let at = 0, step = 0; at < until; at += pauses[step++ % pauses.length] ?? 100) {
    passages.push(...meter.see(lookAt(walkers, at, chance)))
  }
  return [...passages, ...meter.end()]
}

const counts = (passages: readonly Passage[]) => ({
  people: passages.length,
  smiling: passages.filter(({ decision }) => decision === 'smiling').length,
})

const toTheRight = (enters: number, happy: number, y = 100): Walker => ({
  from: -60,
  to: 700,
  enters,
  leaves: enters + 4000,
  y,
  happy,
})
const toTheLeft = (enters: number, happy: number, y = 100): Walker => ({
  from: 700,
  to: -60,
  enters,
  leaves: enters + 4000,
  y,
  happy,
})

describe('the tracker', () => {
  test('counts one who walks through once, with what the face said', () => {
    expect(counts(metered([toTheRight(500, 0.9)], [100]))).toEqual({ people: 1, smiling: 1 })
    expect(counts(metered([toTheRight(500, 0.1)], [100]))).toEqual({ people: 1, smiling: 0 })
  })

  test('keeps two who cross apart, even where one hides the other', () => {
    const crossing = [toTheRight(500, 0.95), toTheLeft(900, 0.05, 104)]
    const chance = seededChance(3)
    const meter = new AmbientMeter()
    const passages: Passage[] = []
    for (let at = 0; at < 8000; at += 100) {
      const look = lookAt(crossing, at, chance)
      const [front, behind] = look.faces
      const isHidden = front && behind && Math.abs(front.box.x - behind.box.x) < 60
      passages.push(...meter.see(isHidden ? { ...look, faces: [front] } : look))
    }
    expect(counts([...passages, ...meter.end()])).toEqual({ people: 2, smiling: 1 })
  })

  test('takes whoever comes in where somebody has just gone out for somebody else', () => {
    expect(counts(metered([toTheLeft(0, 0.1), toTheRight(4000, 0.9)], [100]))).toEqual({ people: 2, smiling: 1 })
  })

  test('gives the same count whatever the time between looks', () => {
    const pause = fc.integer({ min: 40, max: 330 })
    fc.assert(
      fc.property(
        fc.array(pause, { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 1, max: 999 }),
        (pauses, seed) => {
          const walkers = [
            toTheRight(400, 0.9),
            toTheLeft(5500, 0.1),
            toTheRight(10_500, 0.8),
            toTheLeft(11_200, 0.2, 280),
          ]
          expect(counts(metered(walkers, pauses, seed))).toEqual({ people: 4, smiling: 2 })
        },
      ),
      { numRuns: 60 },
    )
  })

  test('counts once who turns aside amid the picture for two seconds, and twice who goes out and comes in again', () => {
    const standing: Walker = { from: 300, to: 320, enters: 0, leaves: 7000, y: 100, happy: 0.9 }
    const asideFrom = (from: number, to: number) => {
      const chance = seededChance(5)
      const meter = new AmbientMeter()
      const passages: Passage[] = []
      for (let at = 0; at < 10_000; at += 100) {
        const look = lookAt([standing], at, chance)
        passages.push(...meter.see(at > from && at < to ? { ...look, faces: [] } : look))
      }
      return [...passages, ...meter.end()].length
    }
    expect(asideFrom(2000, 4000)).toBe(1)
    expect(asideFrom(2000, 5500)).toBe(2)
    expect(counts(metered([toTheRight(0, 0.9), toTheLeft(4600, 0.9)], [100])).people).toBe(2)
  })

  test('gives the same tracks in whatever order a look names its faces', () => {
    const chance = seededChance(9)
    const looks = Array.from({ length: 30 }, (_, index) =>
      lookAt([toTheRight(0, 0.9), toTheLeft(0, 0.1, 240)], index * 100, chance),
    )
    const followed = (each: readonly Look[]) =>
      each.reduce<Tracker>((tracker, look) => follow(tracker, look).tracker, emptyTracker)
    const turned = looks.map((look) => ({ ...look, faces: [...look.faces].reverse() }))
    expect(followed(turned)).toEqual(followed(looks))
  })
})

const anyFace = fc.record({
  box: fc.record({
    x: fc.integer({ min: -50, max: 640 }),
    y: fc.integer({ min: -50, max: 480 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 300 }),
  }),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  happy: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
})
const anyLooks = fc.array(
  fc.record({ pause: fc.integer({ min: 1, max: 4000 }), faces: fc.array(anyFace, { maxLength: 30 }) }),
  { maxLength: 40 },
)

describe('whatever it is shown, the tracker', () => {
  test('follows at most sixteen faces, none longer than three seconds after its last sight', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        let at = 0
        let tracker = emptyTracker
        for (const { pause, faces } of looks) {
          at += pause
          tracker = follow(tracker, { at, width, faces }).tracker
          expect(tracker.tracks.length).toBeLessThanOrEqual(16)
          expect(tracker.tracks.every((track) => at - track.lastSeen <= 3000)).toBe(true)
        }
      }),
    )
    expect(trackerRules.overAfter).toBeLessThanOrEqual(3000)
  })

  test('follows nothing that was not seen: every track stands where a face stood', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        let at = 0
        let tracker = emptyTracker
        const seen = new Set<unknown>()
        for (const { pause, faces } of looks) {
          at += pause
          for (const { box } of faces) seen.add(box)
          tracker = follow(tracker, { at, width, faces }).tracker
          expect(tracker.tracks.every((track) => seen.has(track.box))).toBe(true)
        }
      }),
    )
  })

  test('ends every track exactly once', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        let at = 0
        let tracker = emptyTracker
        const ended: number[] = []
        for (const { pause, faces } of looks) {
          at += pause
          const step = follow(tracker, { at, width, faces })
          tracker = step.tracker
          ended.push(...step.ended.map((track) => track.id))
        }
        const all = [...ended, ...tracker.tracks.map((track) => track.id)]
        expect(new Set(all).size).toBe(all.length)
        expect(all.length).toBe(tracker.nextId - 1)
      }),
    )
  })

  test('keeps box, times and judgements of a face and nothing else', () => {
    const { tracker } = follow(emptyTracker, lookAt([toTheRight(0, 0.9)], 2000, seededChance(1)))
    expect(Object.keys(tracker.tracks[0] ?? {}).sort()).toEqual([
      'box',
      'firstSeen',
      'id',
      'judgements',
      'lastSeen',
      'sightings',
      'velocity',
    ])
  })
})
