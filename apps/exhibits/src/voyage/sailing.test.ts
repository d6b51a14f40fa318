import { Node, type Stop, StopId } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sailing } from './sailing.ts'

const node = (id: string, chainage: number, bearing: number) =>
  Node.parse({
    id,
    chainage,
    heading: bearing,
    arrival: { bearing, elevation: 5, field: 60 },
    stand: { fromQuay: 60, aboveWater: 7 },
    now: { picture: `media/nodes/${id}.webp`, preview: `media/nodes/${id}-preview.webp`, buildings: [] },
  })

const place = (id: string, chainage: number) => ({ id: StopId.parse(id), chainage }) as Stop
const nodes = [
  node('wharf', 92, 279),
  node('dock', 500, 348),
  node('works', 1405, 31),
  node('bridge', 2300, 64),
  node('hill', 2566, 350),
]
const stops = [place('wharf', 0), place('dock', 480), place('works', 1480), place('hill', 2610), place('bridge', 2800)]

const underWay = (reducedMotion = false) => new Sailing(nodes, stops, 100, reducedMotion)
const allCome = () => true

function untilRest(sailing: Sailing, hasCome: (node: Node) => boolean = allCome): number {
  let frames = 0
  while (frames < 3000 && sailing.step(1 / 60, hasCome)) frames += 1
  return frames
}

describe('the sailing', () => {
  test('comes to rest abeam of the stop it was sent to, with one picture on show', () => {
    for (const stop of stops) {
      const sailing = underWay()
      sailing.makeFor(stop.chainage)
      expect(untilRest(sailing)).toBeLessThan(900)
      expect(sailing.standing).toMatchObject({ atRest: true, abeam: { id: stop.id } })
      expect([0, 1]).toContain(sailing.crossing.share)
    }
  })

  test('begins abeam of the stop the room is opened at, at rest', () => {
    for (const stop of stops) {
      const sailing = new Sailing(nodes, stops, 100, false, stop.chainage)
      expect(sailing.standing).toMatchObject({ atRest: true, abeam: { id: stop.id } })
      expect(sailing.chainage).toBeCloseTo(stop.chainage, 3)
    }
  })

  test('keeps the picture on show until the next has come, however far the ship is sent', () => {
    const sailing = underWay()
    sailing.makeFor(2800)
    untilRest(sailing, (one) => one.id === 'wharf')
    expect(sailing.standing.node.id).toBe('wharf')
    expect(sailing.wanted().map(({ id }) => id)).toContain('wharf')
    sailing.step(1 / 60, allCome)
    untilRest(sailing)
    expect(sailing.standing.node.id).toBe('hill')
  })

  test('asks for three pictures at most, what is on show among them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { maxLength: 20 }), (turns) => {
        const sailing = underWay()
        for (const turn of turns) {
          sailing.turn(turn)
          for (let frame = 0; frame < 8; frame += 1) sailing.step(1 / 30, allCome)
          const wanted = sailing.wanted()
          expect(wanted.length).toBeLessThanOrEqual(3)
          expect(wanted).toContain(sailing.standing.node)
        }
      }),
    )
  })

  test('lets a helm go on turning, and then stop', () => {
    const sailing = underWay()
    let glided = 0
    sailing.onGlide = (turns) => {
      glided += turns
    }
    sailing.glide(0.5)
    untilRest(sailing)
    expect(glided).toBeCloseTo(0.45, 1)
  })

  test('says that it moves as soon as a hand moves anything, and asks for a frame', () => {
    let asked = 0
    for (const hand of [
      (one: Sailing) => one.turn(0.1),
      (one: Sailing) => one.lookBy(5, 0, 0.02),
      (one: Sailing) => one.zoomBy(0.8),
    ]) {
      const sailing = underWay()
      sailing.onWake = () => {
        asked += 1
      }
      hand(sailing)
      expect(sailing.standing.atRest).toBe(false)
    }
    expect(asked).toBe(3)
  })

  test('neither stretches nor flings the picture for whoever wants less motion', () => {
    const sailing = underWay(true)
    sailing.turn(2)
    sailing.lookBy(10, 0, 0.01)
    sailing.letLook(true)
    const { bearing } = sailing.view(16 / 9)
    sailing.step(1 / 60, allCome)
    expect(sailing.goneFrom(nodes[0] as Node)).toBe(0)
    expect(Math.abs(sailing.view(16 / 9).bearing - bearing)).toBeLessThan(2)
  })
})

describe('the past over the river', () => {
  const then = { ...nodes[0]?.now, dated: { zh: '约 1920 年', en: 'about 1920' } }
  const shore = nodes.map((one) => (one.id === 'works' ? ({ ...one, then } as Node) : one))
  const atTheWorks = () => {
    const sailing = new Sailing(shore, stops, 100, false)
    sailing.makeFor(1480)
    untilRest(sailing)
    return sailing
  }

  test('is drawn only where a node shows one', () => {
    const sailing = new Sailing(shore, stops, 100, false)
    sailing.drawPast()
    expect(sailing.past.current).toBeUndefined()
    const there = atTheWorks()
    there.drawPast()
    expect(there.standing.isPastDrawn).toBe(true)
  })

  test('has its border moved by the helm, and the ship lies still meanwhile', () => {
    const sailing = atTheWorks()
    const { chainage } = sailing
    sailing.drawPast(0.5)
    sailing.turn(0.25)
    untilRest(sailing)
    expect(sailing.past.current).toBeCloseTo(0.65)
    expect(sailing.chainage).toBe(chainage)
    sailing.turn(-20)
    expect(sailing.past.current).toBeGreaterThan(0)
  })

  test('is put away by whoever sails on to where there is none', () => {
    const sailing = atTheWorks()
    sailing.drawPast()
    sailing.makeFor(2800)
    untilRest(sailing)
    expect(sailing.standing.isPastDrawn).toBe(false)
  })
})

describe('the view', () => {
  const narrow = nodes.map((one) => ({ ...one, limits: { lowest: -10, highest: 20, narrowest: 40, widest: 70 } }))

  test('stays within what the node allows, however it is zoomed and turned', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ zoom: fc.double({ min: 0.2, max: 4, noNaN: true }), up: fc.integer({ min: -90, max: 90 }) }),
        ),
        fc.constantFrom(16 / 9, 9 / 16),
        (hands, aspect) => {
          const sailing = new Sailing(narrow, stops, 100, false)
          for (const { zoom, up } of hands) {
            sailing.zoomBy(zoom)
            sailing.glanceBy(up, up)
            sailing.step(1 / 20, allCome)
            const { field, elevation } = sailing.view(aspect)
            expect(field).toBeGreaterThanOrEqual(40)
            expect(field).toBeLessThanOrEqual(70)
            expect(elevation).toBeGreaterThanOrEqual(-10)
            expect(elevation).toBeLessThanOrEqual(20)
          }
        },
      ),
    )
  })

  test('says when nothing more can be brought nearer, and goes home from there', () => {
    const sailing = underWay()
    for (let presses = 0; presses < 8; presses += 1) sailing.zoomBy(0.76)
    untilRest(sailing)
    expect(sailing.standing.zoom).toBe('nearest')
    sailing.zoomHome()
    untilRest(sailing)
    expect(sailing.view(16 / 9).field).toBeCloseTo(60)
    expect(sailing.standing.zoom).toBe('between')
  })

  test('comes nearer to what is touched twice, which then stands in the middle, and goes back', () => {
    const sailing = underWay()
    const before = sailing.view(16 / 9)
    sailing.approach({ x: 0.75, y: 0.5 }, 16 / 9)
    untilRest(sailing)
    const near = sailing.view(16 / 9)
    expect(near.field).toBeLessThan(before.field * 0.6)
    // tan of half the field, 16/9 as wide as high, half way to the edge: 27.2°.
    expect(Math.abs(near.bearing - before.bearing - 27.2)).toBeLessThan(0.5)
    sailing.approach({ x: 0.5, y: 0.5 }, 16 / 9)
    untilRest(sailing)
    expect(sailing.view(16 / 9).field).toBeCloseTo(before.field)
  })
})
