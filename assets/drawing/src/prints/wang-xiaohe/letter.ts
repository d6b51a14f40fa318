import { seededChance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, levelCuts, line, poly, print, sheet, tone } from '../cut.ts'
import { birds, bricks } from '../scenery.ts'

/** 信: light through a barred window falls over a table with sheets of paper and a pen; nobody is there. */
export function letter(): string {
  const chance = seededChance(24)
  return print(
    chance,
    223,
    band(inks.ink, -60, 1030),
    bricks(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: 640 }, 34, tone(0.24), 0.5),
    opening(chance),
    beam(chance),
    table(chance),
    papers(chance),
  )
}

function opening(chance: () => number): string {
  const { left, right, top, bottom } = { left: 330, right: 640, top: 74, bottom: 372 }
  return [
    filled(
      inks.slate,
      poly([left - 40, top - 30], [right + 40, top - 30], [right + 40, bottom + 46], [left - 40, bottom + 46]),
    ),
    filled(inks.paper, poly([left, top], [right, top], [right, bottom], [left, bottom])),
    filled(inks.pale, ...levelCuts(chance, { left, right, top: top + 10, bottom }, 16, () => 0.5)),
    filled(
      inks.slate,
      poly([left - 40, top - 30], [left, top - 30], [left, bottom + 46], [left - 40, bottom + 46]),
      poly([right, top - 30], [right + 300, top - 30], [right + 300, bottom + 46], [right, bottom + 46]),
    ),
    filled(
      inks.ink,
      poly([right + 40, top - 60], [right + 460, top - 60], [right + 460, bottom + 80], [right + 40, bottom + 80]),
      poly([-60, top - 60], [left - 40, top - 60], [left - 40, bottom + 80], [-60, bottom + 80]),
    ),
    bricks(chance, { left: right + 60, right: right + 460, top: top - 50, bottom: bottom + 80 }, 34, tone(0.24), 0.5),
    bricks(chance, { left: -60, right: left - 60, top: top - 50, bottom: bottom + 80 }, 34, tone(0.24), 0.5),
    filled(
      inks.grey,
      poly([left - 40, bottom], [right + 40, bottom], [right + 52, bottom + 46], [left - 52, bottom + 46]),
    ),
    drawn(
      inks.ink,
      21,
      ...[0.2, 0.4, 0.6, 0.8].map((part) =>
        line([left + (right - left) * part, top - 8], [left + (right - left) * part, bottom + 8]),
      ),
    ),
    drawn(inks.ink, 12, line([left, (top + bottom) / 2], [right, (top + bottom) / 2])),
    birds(inks.ink, [424, 176, 15], [484, 236, 11], [546, 150, 12]),
  ].join('')
}

/** Five strips of light between the bars, across the wall and over the table. */
function beam(chance: () => number): string {
  const strips = [0, 1, 2, 3, 4].map((index) => {
    const x = 336 + index * 62
    return poly([x, 374], [x + 44, 374], [x * 1.02 + 636 + index * 26, 1030], [x * 1.02 + 530 + index * 26, 1030])
  })
  return (
    filled(tone(0.3), ...strips) +
    filled(
      inks.slate,
      ...Array.from({ length: 70 }, () => {
        const down = chance()
        const lane = Math.floor(between(chance, 0, 5))
        const x = 350 + lane * 62 + down * (560 + lane * 26)
        return gouge([x, 390 + down * 400], between(chance, 30, 80), between(chance, 2, 4), 42)
      }),
    )
  )
}

function table(chance: () => number): string {
  const top = 660
  return [
    filled(inks.night, poly([180, top], [1640, top], [1860, 1030], [-60, 1030])),
    filled(inks.slate, poly([180, top], [1640, top], [1650, top + 12], [172, top + 12])),
    drawn(
      inks.ink,
      4,
      line([470, top + 12], [330, 1030]),
      line([896, top + 12], [880, 1030]),
      line([1290, top + 12], [1420, 1030]),
    ),
    filled(
      inks.slate,
      ...Array.from({ length: 60 }, () =>
        gouge(
          [between(chance, 60, 1760), between(chance, top + 24, 960)],
          between(chance, 60, 240),
          between(chance, 2, 4),
          between(chance, -1, 1),
        ),
      ),
    ),
    filled(tone(0.34), poly([700, top + 14], [1240, top + 14], [1500, 1030], [800, 1030])),
    drawn(inks.night, 16, ...[0, 1, 2, 3].map((bar) => line([804 + bar * 108, top + 14], [940 + bar * 140, 1030]))),
  ].join('')
}

/** Sheets written over, their lines cuts; a pen, an ink-well, and beside them a small folded garment. */
function papers(chance: () => number): string {
  const page = (x: number, y: number, turn: number): string => {
    const rows = Array.from({ length: 9 }, (_, row) =>
      gouge([between(chance, -6, 6), -84 + row * 21], between(chance, 170, 226), 5, between(chance, -1.5, 1.5)),
    )
    return `<g transform="translate(${x} ${y}) rotate(${turn}) skewX(-12)"><g stroke="${inks.ink}" stroke-width="5" stroke-linejoin="round">${filled(inks.paper, poly([-146, -118], [142, -122], [150, 120], [-150, 124]))}</g>${filled(inks.slate, ...rows)}</g>`
  }
  return [
    page(760, 840, -9),
    page(1010, 810, 5),
    page(1200, 866, -4),
    `<g stroke="${inks.paper}" stroke-width="4" stroke-linejoin="round">${filled(inks.ink, poly([1430, 800], [1540, 800], [1560, 890], [1410, 890]), poly([1456, 770], [1514, 770], [1518, 802], [1452, 802]))}</g>`,
    filled(inks.slate, gouge([1446, 846], 70, 5, 96)),
    drawn(inks.ink, 17, line([1062, 900], [1330, 742])),
    drawn(inks.paper, 11, line([1076, 892], [1330, 742])),
    filled(inks.ink, poly([1040, 912], [1070, 884], [1084, 902])),
    garment([430, 832]),
  ].join('')
}

/** A child's jacket, red, folded. */
function garment([x, y]: readonly [number, number]): string {
  return (
    `<g stroke="${inks.paper}" stroke-width="4" stroke-linejoin="round">${filled(inks.red, poly([x - 106, y - 40], [x - 44, y - 62], [x + 44, y - 64], [x + 110, y - 44], [x + 98, y + 4], [x + 62, y - 8], [x + 70, y + 74], [x - 72, y + 78], [x - 62, y - 4], [x - 96, y + 8]))}</g>` +
    filled(
      inks.ink,
      gouge([x, y + 8], 118, 5, 90),
      gouge([x - 36, y + 30], 76, 4, 95),
      gouge([x + 38, y + 28], 76, 4, 84),
      gouge([x, y - 56], 52, 5, 0),
      gouge([x + 14, y - 14], 16, 4),
      gouge([x + 14, y + 16], 16, 4),
    )
  )
}
