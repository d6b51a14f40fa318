import type { Chance } from '@riverside/kit'
import { between, disc, drawn, filled, gouge, inks, line, type Mark, poly } from './cut.ts'

/** The corners of a page, in pixels of the print. */
export type Page = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** A newspaper's page as a wall or a table shows it: its columns are cuts without words, its picture the little ship of shipping notices. */
export function newspaper(chance: Chance, { left, right, top, bottom }: Page): string {
  const skewed = poly([left, top + 8], [right, top - 4], [right + 8, bottom - 6], [left - 6, bottom + 6])
  const columns = 6
  const wide = (right - left - 60) / columns
  const bars = Array.from({ length: columns }, (_, column) => {
    const x = left + 34 + column * wide
    const from = top + 150
    return Array.from({ length: Math.ceil((bottom - from) / 18) }, (_, row) => ({ y: from + row * 18, x, column }))
  })
    .flat()
    .filter(({ y, column }) => y < bottom - 22 && !((column === 2 || column === 3) && y > top + 214 && y < top + 436))
  return [
    filled(
      inks.ink,
      poly([left + 14, top + 24], [right + 22, top + 12], [right + 24, bottom + 16], [left + 12, bottom + 24]),
    ),
    filled(inks.paper, skewed),
    filled(inks.grey, poly([right - 46, bottom - 6], [right + 8, bottom - 6], [right + 6, bottom - 56])),
    drawn(inks.ink, 7, line([left + 30, top + 118], [right - 26, top + 110])),
    drawn(inks.ink, 2.4, line([left + 30, top + 130], [right - 26, top + 122])),
    filled(
      inks.ink,
      ...Array.from({ length: 7 }, (_, index) => {
        const x = left + 120 + index * 92
        return poly(
          [x, top + 44],
          [x + between(chance, 50, 70), top + 42],
          [x + between(chance, 52, 70), top + 88],
          [x - 2, top + 92],
        )
      }),
    ),
    filled(
      inks.ink,
      ...bars.map(({ x, y }) =>
        gouge([x + wide * 0.44, y], wide * between(chance, 0.6, 0.84), 4.6, between(chance, -0.8, 0.8)),
      ),
    ),
    drawn(
      inks.slate,
      1.6,
      ...Array.from({ length: columns - 1 }, (_, index) =>
        line([left + 32 + (index + 1) * wide - 6, top + 146], [left + 32 + (index + 1) * wide - 6, bottom - 18]),
      ),
    ),
    vignette([left + 36 + 2 * wide, top + 220], wide * 2 - 14, 206),
  ].join('')
}

/** The little ship such notices carried. */
function vignette([x, y]: Mark, wide: number, high: number): string {
  const at = (across: number, down: number): Mark => [x + across * wide, y + down * high]
  return [
    filled(inks.paper, poly(at(-0.02, -0.02), at(1.02, -0.02), at(1.02, 1.02), at(-0.02, 1.02))),
    drawn(inks.ink, 5, line(at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0))),
    filled(inks.ink, poly(at(0.08, 0.56), at(0.92, 0.56), at(0.86, 0.78), at(0.14, 0.78))),
    filled(inks.ink, poly(at(0.26, 0.44), at(0.78, 0.44), at(0.78, 0.54), at(0.26, 0.54))),
    filled(
      inks.ink,
      poly(at(0.4, 0.16), at(0.46, 0.16), at(0.47, 0.42), at(0.4, 0.42)),
      poly(at(0.58, 0.16), at(0.64, 0.16), at(0.65, 0.42), at(0.58, 0.42)),
    ),
    drawn(
      inks.ink,
      2.4,
      line(at(0.2, 0.1), at(0.2, 0.56)),
      line(at(0.82, 0.1), at(0.82, 0.56)),
      line(at(0.2, 0.1), at(0.09, 0.56)),
      line(at(0.82, 0.1), at(0.92, 0.56)),
    ),
    filled(inks.slate, gouge(at(0.3, 0.11), wide * 0.24, 11, 8), gouge(at(0.46, 0.08), wide * 0.2, 9, 6)),
    filled(
      inks.ink,
      ...[0.83, 0.88, 0.93].map((down, index) => gouge(at(0.5 + index * 0.05, down), wide * (0.9 - index * 0.16), 7)),
    ),
    filled(inks.paper, ...Array.from({ length: 9 }, (_, index) => gouge(at(0.3 + index * 0.055, 0.49), 7, 4, 90))),
  ].join('')
}

/** The face of a clock and its hands: the hour as the clock counts, with its part gone by, such as 12.42 for 12:25. */
export function clockFace([x, y]: Mark, radius: number, hour: number): string {
  const hand = (turn: number, length: number): string => {
    const angle = turn * Math.PI * 2 - Math.PI / 2
    return line([x, y], [x + Math.cos(angle) * length, y + Math.sin(angle) * length])
  }
  const ticks = Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * Math.PI * 2
    return gouge(
      [x + Math.cos(angle) * radius * 0.78, y + Math.sin(angle) * radius * 0.78],
      radius * (index % 3 === 0 ? 0.26 : 0.18),
      radius * (index % 3 === 0 ? 0.056 : 0.036),
      (angle * 180) / Math.PI,
    )
  })
  return (
    filled(inks.paper, disc([x, y], radius)) +
    filled(inks.ink, ...ticks) +
    drawn(inks.ink, radius * 0.09, hand(hour / 12, radius * 0.5)) +
    drawn(inks.ink, radius * 0.055, hand(hour % 1, radius * 0.74)) +
    filled(inks.ink, disc([x, y], radius * 0.08))
  )
}
