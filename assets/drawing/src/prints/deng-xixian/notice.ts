import { seededChance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, line, type Mark, poly, print, sheet, tone } from '../cut.ts'
import { type Body, gentleman, oldWoman, schoolgirl, stand, student } from '../people.ts'
import { place, posed, stances } from '../pose.ts'
import { bricks } from '../scenery.ts'

/** The sheet of the newspaper on the wall. */
const page = { left: 470, right: 1330, top: 70, bottom: 640 }

/** 启事: readers before a newspaper on a wall; its columns are cuts without words, its picture a ship. */
export function notice(): string {
  const chance = seededChance(910)
  return print(
    chance,
    61,
    band(tone(0.22), -60, 1030),
    bricks(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: 1000 }, 27, inks.ink, 0.5),
    bricks(chance, { left: -60, right: sheet.width + 60, top: -26, bottom: 1000 }, 27, inks.slate, 0.16),
    paper(chance),
    wallClock([1590, 330]),
    lantern(),
    readers(),
  )
}

function paper(chance: () => number): string {
  const { left, right, top, bottom } = page
  const skewed = poly([left, top + 8], [right, top - 4], [right + 8, bottom - 6], [left - 6, bottom + 6])
  const columns = 6
  const wide = (right - left - 60) / columns
  const bars = Array.from({ length: columns }, (_, column) => {
    const x = left + 34 + column * wide
    const from = top + 150
    return Array.from({ length: 26 }, (_, row) => ({ y: from + row * 18, x, column }))
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

/** Eleven in the morning, as the notice said. */
function wallClock([x, y]: Mark): string {
  const hand = (hour: number, length: number): string => {
    const angle = (hour / 12) * Math.PI * 2 - Math.PI / 2
    return line([x, y], [x + Math.cos(angle) * length, y + Math.sin(angle) * length])
  }
  const ticks = Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * Math.PI * 2
    return gouge([x + Math.cos(angle) * 76, y + Math.sin(angle) * 76], 20, 3.6, (angle * 180) / Math.PI)
  })
  const ring = (radius: number) =>
    `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`
  return (
    filled(
      inks.ink,
      ring(116),
      poly([x - 12, y - 170], [x + 12, y - 170], [x + 12, y - 100], [x - 12, y - 100]),
      poly([x - 70, y - 182], [x + 70, y - 182], [x + 70, y - 166], [x - 70, y - 166]),
    ) +
    filled(inks.paper, ring(100)) +
    filled(inks.ink, ...ticks) +
    drawn(inks.ink, 9, hand(11, 50)) +
    drawn(inks.ink, 6, hand(12, 74)) +
    filled(inks.red, ring(8))
  )
}

function lantern(): string {
  return (
    drawn(inks.ink, 8, 'M120 60Q124 6 210 8Q262 10 262 60') +
    filled(inks.ink, poly([222, 74], [262, 46], [302, 74])) +
    filled(inks.pale, poly([232, 76], [292, 76], [284, 156], [240, 156])) +
    filled(inks.ink, poly([236, 156], [288, 156], [276, 174], [248, 174])) +
    drawn(inks.ink, 4, line([262, 76], [262, 156]))
  )
}

function readers(): string {
  const all: readonly [Body, number, number, number, boolean][] = [
    [schoolgirl(), 260, 1190, 2.3, false],
    [gentleman(false), 1530, 1260, 2.5, true],
    [student(false), 1200, 1230, 2.4, false],
    [oldWoman(), 560, 1190, 2.3, false],
  ]
  const boy = posed({ ...stances.standing, nod: -16 }, { wears: 'jacket', head: 'cap' })
  return [
    ...all.map(([body, x, y, size, mirrored]) =>
      stand(body, { at: [x, y], size, mirrored, ink: inks.ink, edge: inks.paper, edgeWidth: 1.5 }),
    ),
    place(boy.figure, { at: [880, 1110], size: 1.96, ink: inks.ink, edge: inks.paper, edgeWidth: 1.7 }),
  ].join('')
}
