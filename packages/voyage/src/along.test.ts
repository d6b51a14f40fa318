import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abeamOf } from './abeam.ts'
import { shortest } from './angles.ts'
import { courseAt, courseOf } from './course.ts'
import { type Crossing, cross, isSettled, settledAt } from './crossing.ts'
import { ahead, drifted, houseLimits, type Look, lookBack, lookBy, looksStill } from './look.ts'
import { Node } from './node.ts'
import { goneFrom, inOrder, passageAt, wantedNodes } from './passage.ts'
import { bendAt, riverAt } from './river.ts'
import { StopId } from './stop.ts'

const node = (id: string, chainage: number, bearing: number) =>
  Node.parse({
    id,
    chainage,
    heading: 30,
    arrival: { bearing, elevation: 4, field: 60 },
    stand: { fromQuay: 60, aboveWater: 7 },
    now: { picture: `media/nodes/${id}.jpg`, preview: `media/nodes/${id}-preview.jpg`, buildings: [] },
  })

const nodes = inOrder([node('c', 1480, 31), node('a', 0, 224), node('b', 480, 350), node('d', 2700, 64)])
const course = courseOf(nodes, [])
const anyChainage = fc.double({ min: -200, max: 3000, noNaN: true })

describe('the way between two nodes', () => {
  test('shows one picture alone except near the middle', () => {
    expect(passageAt(nodes, 100)).toMatchObject({ from: { id: 'a' }, to: { id: 'b' }, blend: 0 })
    expect(passageAt(nodes, 240).blend).toBeCloseTo(0.5)
    expect(passageAt(nodes, 400).blend).toBe(1)
  })

  test('never leaps: a step of ten centimetres changes picture and course by little', () => {
    fc.assert(
      fc.property(anyChainage, (chainage) => {
        const [here, next] = [passageAt(nodes, chainage), passageAt(nodes, chainage + 0.1)]
        const share = (id: string, { from, to, blend }: typeof here) =>
          (from.id === id ? 1 - blend : 0) + (to.id === id ? blend : 0)
        for (const { id } of nodes) expect(Math.abs(share(id, here) - share(id, next))).toBeLessThan(0.01)
        expect(
          Math.abs(shortest(courseAt(course, chainage).bearing, courseAt(course, chainage + 0.1).bearing)),
        ).toBeLessThan(0.2)
      }),
    )
  })

  test('looks where each node wants to be looked at', () => {
    for (const { chainage, arrival } of nodes) expect(courseAt(course, chainage).bearing).toBeCloseTo(arrival.bearing)
  })

  test('wants the pictures on show first and then the one ahead', () => {
    expect(wantedNodes(nodes, 500, 3).map(({ id }) => id)).toEqual(['b', 'c', 'd'])
    expect(wantedNodes(nodes, 500, -3).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  test('is content with a single node', () => {
    const lonely = nodes.slice(0, 1)
    expect(passageAt(lonely, 900)).toMatchObject({ from: { id: 'a' }, blend: 0 })
    expect(wantedNodes(lonely, 900, 1)).toHaveLength(1)
  })
})

describe('crossing from picture to picture', () => {
  const here = (index: number) => {
    const node = nodes[index]
    if (!node) throw new RangeError('no such node')
    return node
  }
  const how = { seconds: 1 / 30, takes: 0.9, lyingStill: false, hasCome: () => true }
  const after = (crossing: Crossing, chainage: number, frames: number, changed: Partial<typeof how> = {}) => {
    let now = crossing
    for (let frame = 0; frame < frames; frame += 1) now = cross(now, passageAt(nodes, chainage), { ...how, ...changed })
    return now
  }

  test('leaves nobody between two pictures when the ship lies still', () => {
    fc.assert(
      fc.property(anyChainage, fc.integer({ min: 0, max: 3 }), (chainage, start) => {
        expect(isSettled(after(settledAt(here(start)), chainage, 90, { lyingStill: true }))).toBe(true)
      }),
    )
  })

  test('ends at the nearest picture after a jump along the whole quay, whatever was on show', () => {
    const jumped = after(settledAt(here(0)), 2700, 90)
    expect(jumped.share === 0 ? jumped.from.id : jumped.to.id).toBe('d')
  })

  test('never moves faster than the eye likes', () => {
    fc.assert(
      fc.property(fc.array(anyChainage, { minLength: 2, maxLength: 40 }), (chainages) => {
        let shown = settledAt(here(0))
        for (const chainage of chainages) {
          const next = cross(shown, passageAt(nodes, chainage), how)
          const share = (id: string, { from, to, share: s }: Crossing) =>
            (from.id === id ? 1 - s : 0) + (to.id === id ? s : 0)
          for (const { id } of nodes)
            expect(Math.abs(share(id, shown) - share(id, next))).toBeLessThan(how.seconds / how.takes + 1e-3)
          shown = next
        }
      }),
    )
  })

  test('waits for a picture that has not come', () => {
    const waiting = after(settledAt(here(0)), 480, 60, { hasCome: () => false })
    expect(waiting.share).toBe(0)
    expect(waiting.from.id).toBe('a')
  })

  test('lets the shore go by all the way between two nodes, and no further than a picture stretches', () => {
    expect(goneFrom(nodes, here(0), 0)).toBe(0)
    expect(goneFrom(nodes, here(0), 240)).toBeCloseTo(45)
    expect(goneFrom(nodes, here(1), 240)).toBeCloseTo(-45)
    fc.assert(
      fc.property(anyChainage, (chainage) => nodes.every((one) => Math.abs(goneFrom(nodes, one, chainage)) <= 45)),
    )
  })
})

describe('the building abeam', () => {
  const stops = [
    { id: StopId.parse('works'), chainage: 1480 },
    { id: StopId.parse('pier'), chainage: 1500 },
    { id: StopId.parse('mill'), chainage: 1120 },
  ]

  test('names itself within 60 metres and is silent on the open reaches', () => {
    expect(abeamOf(stops, 1421, undefined)).toBe('works')
    expect(abeamOf(stops, 1300, undefined)).toBeUndefined()
  })

  test('holds until the next is nearer by 20 metres', () => {
    expect(abeamOf(stops, 1497, StopId.parse('works'))).toBe('works')
    expect(abeamOf(stops, 1485, StopId.parse('pier'))).toBe('pier')
  })

  test('is the one the ship was sent to, though its neighbour is at hand and the ship a hair short of it', () => {
    expect(abeamOf(stops, 1499.99, StopId.parse('works'))).toBe('pier')
    expect(abeamOf(stops, 1480.01, StopId.parse('pier'))).toBe('works')
  })

  test('lets go of nobody who was just named, as long as the ship lies where it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 1600, noNaN: true }), fc.constantFrom(...stops), (chainage, { id }) => {
        const first = abeamOf(stops, chainage, id)
        expect(abeamOf(stops, chainage, first)).toBe(first)
      }),
    )
  })
})

describe('looking around', () => {
  const anyLook = fc.record({
    aside: fc.double({ min: -720, max: 720, noNaN: true }),
    above: fc.double({ min: -200, max: 200, noNaN: true }),
    seconds: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  })

  test('stays between the deck and the sky, glides, and comes to rest', () => {
    fc.assert(
      fc.property(fc.array(anyLook, { maxLength: 20 }), (drags) => {
        let look: Look = ahead
        for (const { aside, above, seconds } of drags) look = lookBy(look, 5, aside, above, seconds)
        for (let frame = 0; frame < 600; frame += 1) look = drifted(look, 5, 1 / 60)
        expect(look.above + 5).toBeLessThanOrEqual(houseLimits.highest + 1e-9)
        expect(look.above + 5).toBeGreaterThanOrEqual(houseLimits.lowest - 1e-9)
        expect(looksStill(look)).toBe(true)
      }),
    )
  })

  test('goes as far in one long frame as in many short ones', () => {
    const flung = lookBy(ahead, 0, 6, 1, 0.016)
    let short = flung
    for (let frame = 0; frame < 12; frame += 1) short = drifted(short, 0, 0.01)
    expect(short.aside).toBeCloseTo(drifted(flung, 0, 0.12).aside, 6)
  })

  test('returns to the shore by the shorter way while the helm is turned', () => {
    let look: Look = { ...ahead, aside: 350 }
    look = lookBack(look, 0.1)
    expect(look.aside).toBeLessThan(0)
    for (let frame = 0; frame < 1200; frame += 1) look = lookBack(look, 1 / 60)
    expect(look).toEqual(ahead)
  })
})

describe('the river', () => {
  test('runs east past the wharf and north-east at the bridge', () => {
    expect(riverAt(0).bearing).toBeCloseTo(89)
    expect(riverAt(2800).bearing).toBeCloseTo(50.8)
  })

  test('lies level on the chart at both ends and bends between them', () => {
    expect(bendAt(0, 0, 2800)).toBeCloseTo(0)
    expect(bendAt(2800, 0, 2800)).toBeCloseTo(0)
    expect(bendAt(1500, 0, 2800)).toBeLessThan(-100)
  })

  test('is unbroken', () => {
    fc.assert(
      fc.property(fc.double({ min: -900, max: 6500, noNaN: true }), (chainage) => {
        const [here, next] = [riverAt(chainage), riverAt(chainage + 1)]
        expect(Math.hypot(next.east - here.east, next.north - here.north)).toBeLessThan(1.5)
      }),
    )
  })
})
