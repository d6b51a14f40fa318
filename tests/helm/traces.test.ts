import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HelmTrace, readHelmTrace, type TracePoint } from '@riverside/contract'
import { seededChance } from '@riverside/kit'
import {
  abeamOf,
  type CounterSettings,
  chainageOf,
  liesStill,
  quayOf,
  readCounts,
  type Ship,
  StopId,
  sail,
  shipAt,
  turnHelm,
  unread,
} from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hands, recorded } from './hand-model.ts'

const stops = [0, 480, 1120, 1480, 1500, 2010, 2690, 2800]
const quay = quayOf(0, 2800, stops, 100)
const places = stops.map((chainage) => ({ id: StopId.parse(`at-${chainage}`), chainage }))

function traceOf(name: string): HelmTrace {
  const read = readHelmTrace(readFileSync(join(import.meta.dirname, 'traces', `${name}.jsonl`), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

/** How the reports come: each so late, at most (milliseconds), and in their order. */
function late(points: readonly TracePoint[], most: number, seed: number): readonly TracePoint[] {
  const chance = seededChance(seed)
  let at = 0
  return points.map((point) => {
    at = Math.max(at, point.at + chance() * most)
    return { ...point, at }
  })
}

type Sailed = { readonly rest: number; readonly fastest: number; readonly passed: readonly string[] }

/** Plays a trace to the ship in frames of so many milliseconds, one after the other and round again, until it lies still. */
function sailed(trace: HelmTrace, points: readonly TracePoint[], frames: readonly number[], deadZone = 1): Sailed {
  const settings: CounterSettings = { ...trace.head, deadZone }
  let [ship, reading] = [shipAt(quay, 900), unread] as [Ship, typeof unread]
  let [now, next, fastest] = [0, 0, 0]
  const passed: string[] = []
  for (let frame = 0; next < points.length || !liesStill(ship); frame += 1) {
    const length = frames[frame % frames.length] ?? 16
    now += length
    for (let point = points[next]; point && point.at <= now; point = points[next]) {
      next += 1
      if (point.type === 'turned') {
        const read = readCounts(reading, point.counts, settings)
        reading = read.reading
        ship = turnHelm(quay, ship, read.turns)
      } else if (point.type !== 'button') reading = unread
    }
    ship = sail(quay, ship, length / 1000)
    fastest = Math.max(fastest, Math.abs(ship.speed))
    const abeam = abeamOf(places, chainageOf(quay, ship), passed.at(-1) as (typeof places)[number]['id'] | undefined)
    if (abeam && abeam !== passed.at(-1)) passed.push(abeam)
  }
  return { rest: chainageOf(quay, ship), fastest, passed }
}

/** The fastest the wheel went from one report to the next, in turns a second; a counter that ran over or began anew is left out. */
const fastestTurn = ({ head, points }: HelmTrace): number =>
  Math.max(
    ...points.map((point, i) => {
      const before = points[i - 1]
      if (point.type !== 'turned' || before?.type !== 'turned') return 0
      const turns = Math.abs(point.counts - before.counts) / head.countsPerTurn
      return turns > 0.5 ? 0 : (turns * 1000) / (point.at - before.at)
    }),
  )

describe.each(Object.entries(hands))('the trace of a hand: %s', (name, hand) => {
  const trace = traceOf(name)
  const smooth = sailed(trace, trace.points, [1])

  test('is what the hand model does', () => {
    expect(recorded(hand)).toEqual(trace)
  })

  test('brings the ship to the same place at any frame rate, to 2 cm', () => {
    const anyFrames = fc.array(fc.double({ min: 4, max: 120, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(anyFrames, (frames) => {
        const { rest, passed } = sailed(trace, trace.points, frames)
        expect(Math.abs(rest - smooth.rest)).toBeLessThan(0.02)
        expect(passed).toEqual(smooth.passed)
      }),
      { numRuns: 40 },
    )
  })

  test('brings the ship to the same place however late and bunched its reports come, to 2 cm', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 90, noNaN: true }), (seed, most) => {
        const { rest } = sailed(trace, late(trace.points, most, seed), [1000 / 60])
        expect(Math.abs(rest - smooth.rest)).toBeLessThan(0.02)
      }),
      { numRuns: 40 },
    )
  })

  test('never makes the ship leap: it is never faster than the wheel was turned', () => {
    expect(smooth.fastest).toBeLessThan(fastestTurn(trace) * quay.metresPerTurn)
    expect(smooth.fastest).toBeGreaterThan(10)
  })
})

describe('a cable pulled and put back in the middle of a trace', () => {
  test('costs what was turned meanwhile and no more', () => {
    const child = traceOf('child')
    const counts = (points: readonly TracePoint[]) =>
      points.flatMap((point) => (point.type === 'turned' ? [point.counts] : []))
    const lost = child.points.findIndex(({ type }) => type === 'lost')
    const way = (said: readonly number[]) => ((said.at(-1) ?? 0) - (said[0] ?? 0)) / 6
    const turned = way(counts(child.points.slice(0, lost))) + way(counts(child.points.slice(lost)))
    const { rest } = sailed(child, child.points, [16], 0)
    expect(rest - 900).toBeCloseTo(turned, 0)
  })
})
