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
