import { type ObjectZone, type Outline, type Way, zoneEndsAt } from '@riverside/story'

/** A first outline to be dragged: a box in the middle of where a thing may stand. Parts of the screen, from the upper left. */
export const firstOutline = (way: Way): ObjectZone['corners'] => [
  [0.38, 0.16],
  [0.62, 0.16],
  [0.62, zoneEndsAt[way] - 0.12],
  [0.38, zoneEndsAt[way] - 0.12],
]

const mostCorners = 24

/** A corner dragged to a place: it stays on the screen, and above words and buttons. */
export function withCornerAt(corners: Outline, index: number, x: number, y: number, way: Way): ObjectZone['corners'] {
  const place: [number, number] = [within(x, 1), within(y, zoneEndsAt[way])]
  return corners.map(([left, top], each): [number, number] => (each === index ? place : [left, top]))
}

/** One more corner, in the middle of the longest side. */
export function withOneMore(corners: Outline): ObjectZone['corners'] {
  const copied = corners.map(([x, y]): [number, number] => [x, y])
  if (corners.length >= mostCorners) return copied
  const sides = copied.map(([x, y], index) => {
    const [nextX, nextY] = copied[(index + 1) % copied.length] ?? [x, y]
    return {
      index,
      length: Math.hypot(nextX - x, nextY - y),
      middle: [(x + nextX) / 2, (y + nextY) / 2] as [number, number],
    }
  })
  const longest = sides.reduce((best, side) => (side.length > best.length ? side : best))
  return copied.toSpliced(longest.index + 1, 0, longest.middle)
}

/** One corner less: the one that changes the outline least. Four stay. */
export function withOneLess(corners: Outline): ObjectZone['corners'] {
  const copied = corners.map(([x, y]): [number, number] => [x, y])
  if (copied.length <= 4) return copied
  const losses = copied.map(([x, y], index) => {
    const [beforeX, beforeY] = copied[(index + copied.length - 1) % copied.length] ?? [x, y]
    const [nextX, nextY] = copied[(index + 1) % copied.length] ?? [x, y]
    return Math.abs((x - beforeX) * (nextY - beforeY) - (y - beforeY) * (nextX - beforeX))
  })
  return copied.toSpliced(losses.indexOf(Math.min(...losses)), 1)
}

const within = (part: number, most: number) => Math.min(most, Math.max(0, part))
