import { type Chance, seededChance } from '@riverside/kit'
import { gouge, inks, mix, type Point, traceGouge } from '@riverside/ui'
import { fillShape, type Press } from './print.ts'

export type Lantern = { readonly at: Point; readonly size: number; readonly tone: 'brass' | 'pale' }

/**
 * Lanterns on a field of water, larger the nearer, none touching another: each takes the place of many tried that
 * lies farthest from those already there (Mitchell's best candidate, 1991).
 * @param box of the field, pixels; @param largest height of the nearest lantern, pixels
 */
export function setLanterns(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  count: number,
  largest: number,
  chance: Chance,
): readonly Lantern[] {
  const set: Lantern[] = []
  for (let i = 0; i < count; i++) {
    let best: { readonly at: Point; readonly depth: number; readonly room: number } | undefined
    for (let tried = 0; tried < 14; tried++) {
      const depth = chance() ** 0.8
      const at: Point = [box.left + chance() * box.width, box.top + depth * box.height]
      const room = Math.min(...set.map((other) => distance(at, other.at) / (0.3 + depth)), 1e6)
      if (best === undefined || room > best.room) best = { at, depth, room }
    }
    if (best === undefined) continue
    set.push({ at: best.at, size: largest * (0.26 + 0.74 * best.depth), tone: i % 10 < 3 ? 'pale' : 'brass' })
  }
  return set.sort((a, b) => a.at[1] - b.at[1])
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], (a[1] - b[1]) * 1.7)

/** One paper lantern on its little boat, and its light on the water. */
export function drawLantern(press: Press, { at: [x, y], size, tone }: Lantern): void {
  const [paper, heart] =
    tone === 'brass'
      ? [inks.brass, mix(inks.brass, inks.paper, 0.62)]
      : [mix(inks.mist, inks.river, 0.3), mix(inks.mist, inks.paper, 0.5)]
  press.beginPath()
  for (let i = 1; i <= 3; i++) {
    const half = size * (0.46 - i * 0.07)
    traceGouge(press, gouge([x - half, y + size * 0.2 * i], [x + half, y + size * 0.2 * i], size * 0.06))
  }
  press.fillStyle = mix(paper, inks.ink, 0.25)
  press.fill()
  fillShape(
    press,
    [
      [x - size * 0.3, y - size * 0.66],
      [x + size * 0.3, y - size * 0.67],
      [x + size * 0.38, y],
      [x - size * 0.38, y],
    ],
    paper,
  )
  fillShape(
    press,
    [
      [x - size * 0.13, y - size * 0.54],
      [x + size * 0.12, y - size * 0.54],
      [x + size * 0.15, y - size * 0.06],
      [x - size * 0.16, y - size * 0.06],
    ],
    heart,
  )
  press.beginPath()
  press.moveTo(x - size * 0.6, y - size * 0.1)
  press.quadraticCurveTo(x, y + size * 0.36, x + size * 0.6, y - size * 0.1)
  press.quadraticCurveTo(x, y + size * 0.05, x - size * 0.6, y - size * 0.1)
  press.fillStyle = mix(paper, inks.ink, 0.18)
  press.fill()
}

/** Lanterns over a field, from the same seed each time. */
export function drawLanterns(
  press: Press,
  box: Parameters<typeof setLanterns>[0],
  count: number,
  largest: number,
  seed: number,
): void {
  for (const lantern of setLanterns(box, count, largest, seededChance(seed))) drawLantern(press, lantern)
}
