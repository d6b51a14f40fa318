import type { Chance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, levelCuts, line, type Mark, poly, sheet } from './cut.ts'

/** From past one edge of the sheet to past the other. */
export const across = { left: -60, right: sheet.width + 60 } as const

/** A pale sky cut dark from above: how deep the dark comes down, and how dense it is at the top. */
export function sky(
  chance: Chance,
  horizon: number,
  { deep = 330, dense = 0.92, ground = inks.pale as string } = {},
): string {
  return (
    band(ground, -60, horizon) +
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: -50, bottom: deep }, 14, (down) => dense * (1 - down) ** 1.4),
    ) +
    filled(
      inks.paper,
      ...levelCuts(
        chance,
        { ...across, top: 70, bottom: horizon - 24 },
        16,
        (down) => 0.14 + 0.26 * Math.sin(Math.PI * down),
      ),
    )
  )
}

/** Water by day: grey, cut dark and light, heavier towards who looks. */
export function water(chance: Chance, top: number, bottom: number, ground: string = inks.grey): string {
  return (
    band(ground, top, bottom) +
    filled(inks.slate, ...levelCuts(chance, { ...across, top: top + 3, bottom }, 10, (down) => 0.2 + 0.38 * down)) +
    filled(inks.paper, ...levelCuts(chance, { ...across, top: top + 8, bottom }, 12, (down) => 0.1 + 0.24 * down))
  )
}

/** A bank of low roofs under the sky: every roof as its left edge and the height of its top. */
export const roofs = (fill: string, base: number, ...tops: readonly Mark[]): string =>
  filled(
    fill,
    poly(
      [-60, base],
      ...tops.flatMap(([x, y], index): Mark[] => [
        [x, y],
        [tops[index + 1]?.[0] ?? sheet.width + 60, y],
      ]),
      [sheet.width + 60, base],
    ),
  )

/** A brick chimney, a little narrower at its top, with its crown and rings. */
export function chimney(
  [x, y]: Mark,
  height: number,
  width: number,
  fill: string = inks.ink,
  ring: string = inks.slate,
): string {
  const half = width / 2
  const at = (up: number): number => half * (1 - 0.34 * up)
  return (
    filled(
      fill,
      poly([x - half, y], [x - at(1), y - height], [x + at(1), y - height], [x + half, y]),
      poly(
        [x - at(0.97) * 1.28, y - height],
        [x + at(0.97) * 1.28, y - height],
        [x + at(0.97) * 1.28, y - height * 0.965],
        [x - at(0.97) * 1.28, y - height * 0.965],
      ),
    ) +
    drawn(
      ring,
      Math.max(1.4, width * 0.05),
      ...[0.9, 0.74, 0.56, 0.36].map((up) =>
        line([x - at(up) * 0.9, y - height * up], [x + at(up) * 0.9, y - height * up]),
      ),
    ) +
    filled(
      ring,
      gouge([x - at(0.5) * 0.62, y - height * 0.5], height * 0.8, width * 0.08, 90 + (half * 0.3 * 57) / height),
    )
  )
}

const wings = ([x, y]: Mark, size: number): string =>
  `M${x - size} ${y - size * 0.3}Q${x - size * 0.4} ${y - size * 0.5} ${x} ${y}Q${x + size * 0.5} ${y - size * 0.6} ${x + size} ${y - size * 0.22}Q${x + size * 0.4} ${y - size * 0.3} ${x} ${y + size * 0.2}Q${x - size * 0.4} ${y - size * 0.25} ${x - size} ${y - size * 0.3}Z`

/** Gulls or swallows on the wing, each with its own size. */
export const birds = (fill: string, ...all: readonly (readonly [x: number, y: number, size: number])[]): string =>
  filled(fill, ...all.map(([x, y, size]) => wings([x, y], size)))

/** A timber deck whose planks run to one point. */
export function planks(
  chance: Chance,
  top: number,
  to: Mark,
  ground: string = inks.ink,
  joint: string = inks.slate,
): string {
  const joints = Array.from({ length: 40 }, (_, index) => {
    const foot = -1400 + index * 120 + between(chance, -10, 10)
    const head = to[0] + ((foot - to[0]) * (top - to[1])) / (1020 - to[1])
    return line([head, top + 3], [foot, 1020])
  })
  return (
    band(ground, top, 1030) +
    drawn(joint, 2.6, ...joints) +
    filled(
      joint,
      ...Array.from({ length: 110 }, () =>
        gouge(
          [between(chance, 0, sheet.width), between(chance, top + 16, 955)],
          between(chance, 30, 120),
          between(chance, 1.4, 3),
          between(chance, -2, 2),
        ),
      ),
    )
  )
}

/** Courses of bricks over a wall, left out by chance so that they show in patches only. */
export function bricks(
  chance: Chance,
  wall: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  course: number,
  stroke: string,
  kept = 0.34,
): string {
  const marks: string[] = []
  for (let y = wall.top, row = 0; y < wall.bottom; y += course, row += 1)
    for (let x = wall.left + (row % 2) * course; x < wall.right - course; x += course * 2.1) {
      const patch = Math.sin(x / 170 + row / 5) + Math.sin(y / 90 - x / 260)
      if (chance() < kept + patch * 0.22)
        marks.push(
          gouge(
            [x + course, y],
            course * between(chance, 1.4, 2),
            Math.max(1.2, course * 0.12),
            between(chance, -1, 1),
          ),
        )
    }
  return filled(stroke, ...marks)
}
