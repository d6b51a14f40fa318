import { seededChance } from '@riverside/kit'
import { band, disc, drawn, filled, inks, line, type Mark, poly, print, sheet, tone } from '../cut.ts'
import { clockFace, newspaper } from '../newsprint.ts'
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
    newspaper(chance, page),
    wallClock([1590, 330]),
    lantern(),
    readers(),
  )
}

/** Eleven in the morning, as the notice said. */
const wallClock = ([x, y]: Mark): string =>
  filled(
    inks.ink,
    disc([x, y], 116),
    poly([x - 12, y - 170], [x + 12, y - 170], [x + 12, y - 100], [x - 12, y - 100]),
    poly([x - 70, y - 182], [x + 70, y - 182], [x + 70, y - 166], [x - 70, y - 166]),
  ) + clockFace([x, y], 100, 11)

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
