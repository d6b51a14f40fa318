import { Node } from '@riverside/voyage'
import { describe, expect, test } from 'vitest'
import type { HourName } from './hour.ts'
import { nodes, presentYear } from './nodes.ts'
import { pictures } from './pictures.ts'

/** The hours of a day and night in their order. */
const round: readonly HourName[] = ['dawn', 'morning', 'afternoon', 'evening', 'dusk', 'nightfall', 'night']
const stopsOfTheCore = [
  -110, 0, 480, 700, 1120, 1480, 1500, 2010, 2060, 2170, 2390, 2440, 2520, 2610, 2690, 2740, 2760, 2800,
]

const nearest = (chainage: number) =>
  nodes.reduce((best, node) => (Math.abs(node.chainage - chainage) < Math.abs(best.chainage - chainage) ? node : best))

describe('the nodes', () => {
  test('lie along the river in its order, no two further apart than half as much again as a hundred metres', () => {
    for (const [i, node] of nodes.slice(1).entries()) {
      const step = node.chainage - nodes[i]!.chainage
      expect(step, node.id).toBeGreaterThan(30)
      expect(step, node.id).toBeLessThanOrEqual(150)
    }
  })

  test('stand where the shore is well seen, and arrive looking at it in a way that a pack may say', () => {
    for (const { id, off, eye, arrival, heading } of nodes) {
      expect(off, id).toBeGreaterThanOrEqual(45)
      expect(off, id).toBeLessThanOrEqual(105)
      expect(eye).toBe(7)
      expect(Node.shape.arrival.safeParse(arrival).success, id).toBe(true)
      expect(Node.shape.heading.safeParse(heading).success, id).toBe(true)
      expect(Node.shape.id.safeParse(id).success, id).toBe(true)
    }
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
  })

  test('tell the past at the one nearest to every stop, and linger there', () => {
    for (const chainage of stopsOfTheCore) {
      const node = nearest(chainage)
      expect(node.then?.year, node.id).toBeLessThan(presentYear)
      expect(node.then?.dated.zh).toContain(String(node.then?.year))
      expect(node.lingers).toBeGreaterThan(0)
    }
  })

  test('have their neighbour’s hour or the next one, so that the light never jumps', () => {
    for (const [i, node] of nodes.slice(1).entries()) {
      const apart = Math.abs(round.indexOf(node.hour) - round.indexOf(nodes[i]!.hour))
      expect(Math.min(apart, round.length - apart), node.id).toBeLessThanOrEqual(1)
    }
  })
})

describe('the pictures of a stop', () => {
  test('are a pair that differ in their age alone', () => {
    const sheets = pictures.filter(({ folder }) => folder === 'stops')
    expect(sheets).toHaveLength(2 * stopsOfTheCore.length)
    for (const now of sheets.filter(({ era }) => era === 'now')) {
      const then = sheets.find(({ id, era }) => id === now.id && era === 'then')!
      expect({ ...then.stand, year: now.stand.year }).toEqual(now.stand)
      expect([then.view, then.light, then.width, then.height]).toEqual([now.view, now.light, now.width, now.height])
      expect(then.stand.year).toBeLessThan(now.stand.year)
    }
  })
})
