import { type Chance, seededChance } from '@riverside/kit'
import type { InkPoint, Pen, Stroke } from '../stroke.ts'
import { medians } from './medians-for-tests.ts'

/** Forty-two characters that a visitor might write, by the median lines of their strokes. */
export const message = '今天走到水厂江风正好给你留一张滨江的树绿了船慢慢开过去桥上有灯我们都很想念你下次一起'

type Way = ReadonlyArray<readonly [number, number]>

/**
 * A finger that writes: the medians of each character set into the card's columns, corners rounded as a hand rounds them,
 * slow at both ends of a stroke, a point every ten milliseconds, and a tremble of `jitter` millimetres that lasts from point to point.
 */
export function handwriting(text: string, { seed = 7, jitter = 0.12, pen = 'brush' as Pen } = {}): Stroke[] {
  const chance = seededChance(seed)
  const wobble = (): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return [...text].flatMap((character, at) => {
    const size = (9.4 / 1024) * (0.92 + 0.16 * chance())
    const corner = { x: 131.5 - 11.5 * Math.floor(at / 8) + 0.3 * wobble(), y: 8 + 10.4 * (at % 8) + 0.3 * wobble() }
    return (medians[character] ?? '').split('|').map((line): Stroke => {
      const aside = [wobble() * jitter * 1.5, wobble() * jitter * 1.5] as const
      const spots = line.split(' ').map((spot) => spot.split(',').map(Number))
      const way = spots.map(
        ([x = 0, y = 0]) => [corner.x + aside[0] + x * size, corner.y + aside[1] + (900 - y) * size] as const,
      )
      return { pen, ink: 'ink', points: walked(way, jitter, chance, wobble) }
    })
  })
}

function walked(way: Way, jitter: number, chance: Chance, wobble: () => number): InkPoint[] {
  const length = way.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - way[at]![0], y - way[at]![1]), 0)
  const points: InkPoint[] = []
  let [gone, time] = [0, 0]
  let [dx, dy] = [0, 0]
  for (;;) {
    const near = [-0.44, -0.22, 0, 0.22, 0.44].map((more) => along(way, Math.max(0, Math.min(length, gone + more))))
    const mean = (axis: 0 | 1) => near.reduce((sum, spot) => sum + spot[axis] / near.length, 0)
    dx = dx * 0.8 + wobble() * jitter * 0.36
    dy = dy * 0.8 + wobble() * jitter * 0.36
    points.push([Math.round((mean(0) + dx) * 100) / 100, Math.round((mean(1) + dy) * 100) / 100, time, 0.5])
    if (gone >= length) return points
    const swing = Math.sin(Math.PI * Math.max(0.02, gone / length)) ** 0.7
    gone = Math.min(length, gone + 0.6 * (0.45 + 1.1 * swing) * (0.85 + 0.3 * chance()))
    time += 10
  }
}

function along(way: Way, distance: number): readonly [number, number] {
  let left = distance
  for (let at = 1; at < way.length; at++) {
    const [a, b] = [way[at - 1]!, way[at]!]
    const piece = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (left <= piece || at === way.length - 1) {
      const share = piece === 0 ? 0 : Math.min(1, left / piece)
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    }
    left -= piece
  }
  return way[0]!
}
