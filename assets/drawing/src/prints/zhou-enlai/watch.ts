import { seededChance } from '@riverside/kit'
import {
  band,
  between,
  disc,
  drawn,
  filled,
  gouge,
  inks,
  line,
  type Mark,
  poly,
  print,
  sheet,
  soft,
  tone,
} from '../cut.ts'
import { clockFace, newspaper } from '../newsprint.ts'

/** 报上: a page of shipping news on a table, and a watch that shows ten. */
export function watch(): string {
  const chance = seededChance(1107)
  return print(
    chance,
    131,
    table(chance),
    `<g transform="rotate(-5 700 480)">${newspaper(chance, { left: 210, right: 1190, top: 30, bottom: 850 })}</g>`,
    ticketFold(),
    cup([1480, 196]),
    pocketWatch([1330, 610]),
  )
}

function table(chance: () => number): string {
  const boards = [-60, 190, 440, 690, 940]
  return (
    band(tone(0.16), -60, 1030) +
    drawn(inks.ink, 5, ...boards.map((y) => line([-60, y + 8], [sheet.width + 60, y - 10]))) +
    filled(
      inks.ink,
      ...Array.from({ length: 120 }, () =>
        gouge(
          [between(chance, -40, sheet.width), between(chance, -20, 970)],
          between(chance, 60, 300),
          between(chance, 2, 5),
          between(chance, -2, 1),
        ),
      ),
    ) +
    filled(
      inks.slate,
      ...Array.from({ length: 60 }, () =>
        gouge(
          [between(chance, -40, sheet.width), between(chance, -20, 970)],
          between(chance, 60, 240),
          between(chance, 1.4, 3),
          between(chance, -2, 1),
        ),
      ),
    )
  )
}

/** A folded paper under the watch, and its shadow. */
const ticketFold = (): string =>
  filled(inks.ink, poly([1130, 838], [1560, 782], [1604, 908], [1168, 960])) +
  filled(inks.pale, poly([1120, 822], [1556, 768], [1592, 890], [1152, 944])) +
  filled(inks.grey, poly([1120, 822], [1340, 795], [1372, 917], [1152, 944])) +
  drawn(inks.ink, 2.4, line([1340, 795], [1372, 917])) +
  filled(inks.red, poly([1466, 806], [1526, 800], [1532, 858], [1472, 864])) +
  filled(inks.pale, ...[816, 832, 848].map((y) => gouge([1499, y], 46, 5, -6)))

function cup([x, y]: Mark): string {
  return [
    filled(inks.ink, disc([x + 16, y + 20], 166, 150)),
    filled(inks.pale, disc([x, y], 160, 146)),
    filled(inks.grey, disc([x, y], 118, 106)),
    filled(inks.paper, disc([x, y - 6], 106, 96)),
    filled(inks.ink, disc([x, y - 2], 84, 75)),
    filled(inks.slate, soft([x - 60, y - 10], [x - 10, y - 46], [x + 50, y - 24], [x + 30, y - 14], [x - 10, y - 28])),
    drawn(inks.ink, 3, `M${x - 140} ${y + 10}Q${x - 120} ${y + 110} ${x} ${y + 128}`),
    filled(
      inks.ink,
      ...[200, 240, 280, 320].map((angle) =>
        gouge(
          [x + Math.cos((angle * Math.PI) / 180) * 138, y + Math.sin((angle * Math.PI) / 180) * 125],
          30,
          4,
          angle + 90,
        ),
      ),
    ),
  ].join('')
}

function pocketWatch([x, y]: Mark): string {
  const links = Array.from({ length: 22 }, (_, index): Mark => {
    const part = index / 21
    return [x + 60 + part * 420, y - 226 - Math.sin(part * Math.PI) * 60 + part * 300]
  })
  return [
    ...links.map(
      ([lx, ly], index) =>
        drawn(inks.ink, 10, `M${lx - 11} ${ly}a11 8 0 1 0 22 0a11 8 0 1 0 -22 0`) +
        drawn(index % 2 === 0 ? inks.paper : inks.grey, 5, `M${lx - 11} ${ly}a11 8 0 1 0 22 0a11 8 0 1 0 -22 0`),
    ),
    filled(inks.ink, disc([x + 18, y + 24], 210)),
    filled(inks.ink, disc([x + 40, y - 226], 38)),
    filled(inks.pale, disc([x + 40, y - 226], 30)),
    filled(tone(0.16), disc([x + 40, y - 226], 16)),
    filled(inks.ink, poly([x + 8, y - 214], [x + 62, y - 204], [x + 54, y - 170], [x - 4, y - 180])),
    filled(inks.pale, disc([x, y], 204)),
    filled(inks.ink, disc([x, y], 190)),
    filled(inks.grey, disc([x, y], 180)),
    filled(inks.ink, disc([x, y], 170)),
    clockFace([x, y], 160, 10),
    filled(inks.grey, disc([x, y + 74], 32)),
    filled(inks.paper, disc([x, y + 74], 28)),
    drawn(inks.ink, 3, line([x, y + 74], [x + 14, y + 58])),
    filled(inks.paper, gouge([x - 126, y - 148], 130, 8, -48), gouge([x - 148, y - 110], 60, 5, -58)),
  ].join('')
}
