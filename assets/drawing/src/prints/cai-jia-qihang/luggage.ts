import { seededChance } from '@riverside/kit'
import { band, between, disc, drawn, filled, gouge, inks, levelCuts, line, poly, print, sheet, soft } from '../cut.ts'
import { type Body, gentleman, mother, schoolgirl, stand, student } from '../people.ts'
import { across, planks } from '../scenery.ts'

const edge = 236

/** 行李: what four people carry to sea, and their shadows over it; they themselves stand outside the print. */
export function luggage(): string {
  const chance = seededChance(12)
  return print(
    chance,
    71,
    planks(chance, edge, [900, -700], inks.pale, inks.grey),
    shadows(),
    band(inks.ink, -60, edge),
    shipSide(chance),
    filled(
      inks.ink,
      ...Array.from({ length: 24 }, (_, index) => gouge([index * 78, edge + 4], between(chance, 60, 90), 9)),
    ),
    things(chance),
  )
}

function shipSide(chance: () => number): string {
  const ports = Array.from({ length: 9 }, (_, index): [number, number] => [110 + index * 206, 92])
  return [
    filled(inks.slate, ...levelCuts(chance, { ...across, top: 0, bottom: 190 }, 20, () => 0.22)),
    filled(inks.paper, ...ports.map((port) => disc(port, 25))),
    filled(inks.ink, ...ports.map((port) => disc(port, 18))),
    filled(inks.slate, ...ports.map(([x, y]) => gouge([x - 5, y - 6], 18, 3, -40))),
    drawn(inks.slate, 2.4, line([-60, 30], [sheet.width + 60, 24]), line([-60, 160], [sheet.width + 60, 166])),
    filled(inks.grey, ...levelCuts(chance, { ...across, top: 196, bottom: edge }, 10, () => 0.8)),
    drawn(inks.paper, 7, `M1450 -60Q1490 150 1640 ${edge + 26}`),
    drawn(inks.ink, 2, `M1453 -60Q1493 150 1643 ${edge + 26}`),
    filled(
      inks.ink,
      poly(
        [1604, edge - 4],
        [1684, edge - 4],
        [1676, edge + 16],
        [1666, edge + 62],
        [1622, edge + 62],
        [1612, edge + 16],
      ),
    ),
    filled(inks.slate, gouge([1644, edge + 6], 62, 4), gouge([1634, edge + 36], 40, 4, 88)),
  ].join('')
}

/** The low sun lays them over the planks, heads towards the ship. */
function shadows(): string {
  const four: readonly [Body, number, number, boolean][] = [
    [gentleman(), 250, 1.5, true],
    [mother(), 610, 1.55, false],
    [schoolgirl(), 912, 1.5, false],
    [student(), 1470, 1.5, false],
  ]
  return four
    .map(([body, x, size, mirrored]) => {
      const flat = stand(body, {
        at: [0, 0],
        size,
        mirrored,
        ink: inks.slate,
        edge: inks.slate,
        light: inks.slate,
        edgeWidth: 1,
      })
      const plain = flat.replaceAll(inks.red, inks.slate)
      return `<g transform="translate(${x} 1230) skewX(${((x - 900) / 900) * 9}) scale(1.06 2.35)">${plain}</g>`
    })
    .join('')
}

function things(chance: () => number): string {
  const rim = (...shapes: readonly string[]) =>
    `<g stroke="${inks.paper}" stroke-width="7" stroke-linejoin="round">${filled(inks.paper, ...shapes)}</g>${filled(inks.ink, ...shapes)}`
  const wicker = poly([452, 560], [820, 552], [828, 770], [446, 776])
  const leather = poly([880, 636], [1160, 628], [1166, 806], [876, 812])
  const roll = soft(
    [1010, 470],
    [1030, 446],
    [1300, 436],
    [1332, 470],
    [1334, 560],
    [1310, 592],
    [1036, 602],
    [1008, 574],
  )
  const bundle = soft(
    [1214, 700],
    [1226, 672],
    [1246, 700],
    [1310, 720],
    [1350, 776],
    [1332, 842],
    [1270, 864],
    [1180, 862],
    [1122, 838],
    [1108, 772],
    [1150, 718],
  )
  return [
    rim(roll),
    filled(
      inks.pale,
      poly([1090, 442], [1112, 441], [1116, 599], [1094, 600]),
      poly([1226, 438], [1248, 438], [1252, 594], [1230, 595]),
    ),
    filled(inks.paper, disc([1318, 516], 17, 38)),
    drawn(inks.ink, 4, `M1318 540Q1306 520 1316 500Q1330 500 1326 520`),
    rim(wicker),
    weave(chance),
    drawn(inks.paper, 7, 'M590 556Q592 516 636 514Q682 512 684 553'),
    rim(leather),
    filled(inks.slate, gouge([1020, 664], 260, 5, -1.5), gouge([1022, 780], 260, 5, -1)),
    filled(
      inks.paper,
      poly([934, 632], [952, 631], [954, 810], [936, 811]),
      poly([1086, 630], [1104, 629], [1107, 806], [1089, 807]),
    ),
    filled(
      inks.ink,
      poly([936, 690], [952, 690], [952, 712], [936, 712]),
      poly([1088, 688], [1104, 688], [1104, 710], [1088, 710]),
    ),
    drawn(inks.paper, 8, 'M982 632Q984 600 1020 598Q1056 598 1058 630'),
    `<g stroke="${inks.paper}" stroke-width="7" stroke-linejoin="round">${filled(inks.paper, bundle)}</g>${filled(inks.red, bundle, soft([1196, 652], [1214, 640], [1228, 668], [1222, 690], [1206, 690]), soft([1232, 690], [1236, 662], [1262, 644], [1276, 658], [1252, 692]))}`,
    filled(
      inks.ink,
      gouge([1190, 770], 120, 6, 108),
      gouge([1250, 780], 130, 6, 80),
      gouge([1294, 776], 100, 5, 66),
      gouge([1150, 790], 80, 5, 124),
      gouge([1230, 694], 50, 6, 0),
    ),
    umbrella(),
  ].join('')
}

/** Willow woven over and under. */
function weave(chance: () => number): string {
  const rows = Array.from({ length: 11 }, (_, row) =>
    Array.from({ length: 15 }, (_, place) =>
      gouge([478 + place * 24 + (row % 2) * 12, 578 + row * 18], between(chance, 17, 23), 3.4, row % 2 === 0 ? 5 : -5),
    ),
  ).flat()
  return filled(inks.pale, ...rows) + filled(inks.ink, poly([446, 640], [826, 634], [826, 648], [446, 654]))
}

function umbrella(): string {
  return (
    `<g stroke="${inks.paper}" stroke-width="6" stroke-linejoin="round">${filled(inks.paper, soft([250, 846], [420, 800], [600, 812], [604, 826], [420, 834]))}</g>` +
    filled(inks.ink, soft([250, 846], [420, 800], [600, 812], [604, 826], [420, 834])) +
    drawn(inks.ink, 9, line([600, 818], [690, 822])) +
    drawn(inks.ink, 8, 'M688 822Q724 824 722 846Q718 862 704 856') +
    filled(inks.paper, gouge([420, 820], 300, 3, -6), gouge([470, 812], 220, 2.6, -1))
  )
}
