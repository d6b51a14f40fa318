import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fleetIn } from './fleet.ts'
import { hours } from './hour.ts'
import { crafts } from './model/craft.ts'
import { hourAt, nodeNamed, presentYear, standAt } from './nodes.ts'
import { outlines } from './outline.ts'
import { print } from './print.ts'
import { onShore, shoreBearing } from './shore.ts'
import { sight } from './sight.ts'
import { skyInk } from './sky.ts'
import { stand } from './stand.ts'
import { bearingOf, elevationOf, flat, onSphere, sphere } from './view.ts'

/** Building a shore takes a second; a busy machine may need many. */
const unhurried = { timeout: 60_000 }

const waterworks = nodeNamed('yangshupu-shuichang')

describe('the sphere', () => {
  test('gives every point of the picture a direction that leads back to that point', () => {
    const direction = new Float64Array(3)
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1023.5, noNaN: true }),
        fc.double({ min: 0.5, max: 511.5, noNaN: true }),
        fc.double({ min: 0, max: 359, noNaN: true }),
        (x, y, heading) => {
          sphere(1024, heading).direct(x, y, direction)
          const [backX, backY] = onSphere(direction, 1024, heading)
          expect(Math.hypot(direction[0]!, direction[1]!, direction[2]!)).toBeCloseTo(1, 9)
          expect(backX).toBeCloseTo(x, 5)
          expect(backY).toBeCloseTo(y, 5)
        },
      ),
    )
  })

  test('has its heading in the middle, east to the right of north, up above', () => {
    const direction = new Float64Array(3)
    sphere(1024, 31).direct(512, 256, direction)
    expect([bearingOf(direction), elevationOf(direction)]).toEqual([expect.closeTo(31, 6), expect.closeTo(0, 6)])
    sphere(1024, 0).direct(768, 128, direction)
    expect([bearingOf(direction), elevationOf(direction)]).toEqual([expect.closeTo(90, 6), expect.closeTo(45, 6)])
  })
})

describe('a flat view', () => {
  test('looks at its bearing and elevation in the middle, and spans its field from edge to edge', () => {
    const view = flat(800, 600, 64, 7, 60)
    const direction = new Float64Array(3)
    view.direct(400, 300, direction)
    expect([bearingOf(direction), elevationOf(direction)]).toEqual([expect.closeTo(64, 6), expect.closeTo(7, 6)])
    view.direct(400, 0, direction)
    expect(elevationOf(direction)).toBeCloseTo(37, 6)
  })
})

describe('the shore', () => {
  test('runs as it was measured: east at the wharf, north-east at the bridge', () => {
    expect(shoreBearing(0)).toBeGreaterThan(85)
    expect(shoreBearing(0)).toBeLessThan(92)
    expect(shoreBearing(2800)).toBeGreaterThan(47)
    expect(shoreBearing(2800)).toBeLessThan(54)
  })

  test('never jumps: ten metres along it are about ten metres of ground', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1900, max: 5900 }), (chainage) => {
        const [x, z] = onShore(chainage, 0)
        const [nextX, nextZ] = onShore(chainage + 10, 0)
        expect(Math.hypot(nextX - x, nextZ - z)).toBeGreaterThan(7)
        expect(Math.hypot(nextX - x, nextZ - z)).toBeLessThan(12.5)
      }),
    )
  })

  test(
    'keeps its things in the same order whenever it is built, so that a number means the same thing',
    unhurried,
    () => {
      const place = standAt(waterworks, 'now')
      const [one, other] = [stand(place).mesh, stand(place).mesh]
      const bytes = (numbers: readonly number[]) => Buffer.from(Float64Array.from(numbers).buffer)
      expect(bytes(other.thingOf).equals(bytes(one.thingOf))).toBe(true)
      expect(bytes(other.corners).equals(bytes(one.corners))).toBe(true)
    },
  )

  test('has craft on the water in every year, and none in a year that did not know it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1880, max: 2030 }), (year) => {
        const afloat = fleetIn(year)
        expect(afloat.length).toBeGreaterThan(0)
        for (const { craft, off } of afloat) {
          expect(off).toBeGreaterThan(20)
          expect(crafts[craft].from).toBeLessThanOrEqual(year)
          expect(crafts[craft].until).toBeGreaterThan(year)
        }
      }),
    )
  })
})

describe('a printed sphere', () => {
  const scenery = stand(standAt(waterworks, 'now'))
  const again = () => print(sphere(384, waterworks.heading), scenery, hourAt(waterworks, 'now'))
  const drawn = again()

  test('is the same to the byte when it is printed again', unhurried, () => {
    expect(Buffer.from(again().colours).equals(Buffer.from(drawn.colours))).toBe(true)
  })

  test('closes: its left and right edges differ no more than neighbours elsewhere', () => {
    const difference = (a: number, b: number) => {
      let sum = 0
      for (let y = 0; y < drawn.height; y++)
        for (let k = 0; k < 3; k++)
          sum += Math.abs(drawn.colours[(y * drawn.width + a) * 3 + k]! - drawn.colours[(y * drawn.width + b) * 3 + k]!)
      return sum / drawn.height / 3
    }
    const inside = [0.15, 0.35, 0.65, 0.85].map((share) =>
      difference(Math.floor(drawn.width * share), Math.floor(drawn.width * share) + 1),
    )
    expect(difference(0, drawn.width - 1)).toBeLessThan(Math.max(...inside) * 1.25)
  })

  test('yields outlines that a finger can meet: the nearest first, few points, true directions, the works to the north of the ship', () => {
    const found = outlines(scenery, waterworks.heading)
    expect([...found.keys()]).toEqual(expect.arrayContaining(['yangshupu-shuichang', 'yangpu-daqiao']))
    const order = ['shuichang-zhanqiao', 'yangshupu-shuichang', 'yangpu-daqiao']
    expect([...found.keys()].filter((stop) => order.includes(stop))).toEqual(order)
    for (const outline of found.values()) {
      expect(outline.length).toBeLessThanOrEqual(60)
      for (const [bearing, elevation] of outline) {
        expect(bearing).toBeGreaterThanOrEqual(0)
        expect(bearing).toBeLessThan(360)
        expect(Math.abs(elevation)).toBeLessThanOrEqual(90)
      }
    }
    const works = found.get('yangshupu-shuichang')!
    expect(Math.max(...works.map(([, elevation]) => elevation))).toBeGreaterThan(10)
  })
})

describe('an outline', () => {
  test('is never wider than half the sphere, not even that of the bridge overhead', unhurried, () => {
    const { bearing } = nodeNamed('ningguo-lu-dukou').arrival
    const bridge = outlines(stand(standAt(nodeNamed('ningguo-lu-dukou'), 'now')), bearing).get('yangpu-daqiao')!
    const [[from] = [0]] = bridge
    const turns = bridge.map(([at]) => (at - from + 360) % 360)
    expect(Math.max(...turns)).toBeGreaterThan(110)
    expect(Math.max(...turns)).toBeLessThan(121)
  })
})

describe('then and now', () => {
  test('share the clouds: what is cloud in one year is cloud in the other', () => {
    const now = hours.morning(waterworks.light)
    const then = hours.then(waterworks.light)
    expect(then.sun).toEqual(now.sun)
    expect(then.cloud.sparse).toBe(now.cloud.sparse)
    expect(skyInk(now, 0, 1, 0)).not.toBe(skyInk(then, 0, 1, 0))
  })

  test('differ only in what stood there: the works are the same corner for corner', unhurried, () => {
    const view = flat(240, 135, 31, 5, 60)
    const at = (year: number) =>
      stand({ chainage: waterworks.chainage, off: waterworks.off, eye: waterworks.eye, year })
    const owned = (year: number) => {
      const scenery = at(year)
      return sight(view, scenery).things.map((thing) =>
        thing >= 0 && scenery.mesh.things[thing]!.stop === 'yangshupu-shuichang' ? 1 : 0,
      )
    }
    const [now, then] = [owned(presentYear), owned(1925)]
    const both = now.filter((value, i) => value === 1 && then[i] === 1).length
    expect(both / then.filter((value) => value === 1).length).toBeGreaterThan(0.7)
  })
})
