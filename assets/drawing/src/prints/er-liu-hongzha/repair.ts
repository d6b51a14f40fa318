import { seededChance } from '@riverside/kit'
import {
  band,
  between,
  disc,
  drawn,
  filled,
  gouge,
  inks,
  levelCuts,
  line,
  type Mark,
  poly,
  print,
  sheet,
  soft,
  tone,
} from '../cut.ts'
import { place, posed, stances } from '../pose.ts'

/** 抢修: the turbine hall under an open roof; some pull a chain, some hold lamps, one is on the ladder; visitors come in. */
export function repair(): string {
  const chance = seededChance(207)
  return print(
    chance,
    241,
    band(tone(0.26), -60, 1030),
    openRoof(chance),
    wall(),
    machine(chance),
    floor(chance),
    hoist(),
    workers(),
  )
}

/** Trusses, some of them bent, and the sky between. */
function openRoof(chance: () => number): string {
  const truss = (y: number, lift: number, bend: number): string =>
    drawn(inks.ink, 15, line([-60, y], [sheet.width + 60, y + bend])) +
    drawn(inks.ink, 11, line([-60, y], [896, y - lift], [sheet.width + 60, y + bend])) +
    drawn(
      inks.ink,
      7,
      ...Array.from({ length: 12 }, (_, index) => {
        const x = 30 + index * 158
        const rise = lift * (1 - Math.abs(x - 896) / 956)
        return line([x, y + (bend * x) / 1852], [x + 80, y - rise])
      }),
    )
  return [
    filled(
      inks.pale,
      poly(
        [520, -60],
        [1380, -60],
        [1290, 120],
        [1190, 90],
        [1110, 190],
        [960, 150],
        [850, 214],
        [740, 140],
        [640, 176],
      ),
    ),
    filled(inks.paper, ...levelCuts(chance, { left: 700, right: 1140, top: -30, bottom: 120 }, 16, () => 0.4)),
    filled(
      inks.ink,
      poly([-60, -60], [520, -60], [640, 176], [420, 130], [-60, 170]),
      poly([1380, -60], [1860, -60], [1860, 190], [1500, 140], [1290, 120]),
    ),
    truss(168, 150, 0),
    truss(232, 120, 18),
    filled(tone(0.4), poly([640, 180], [1170, 120], [1560, 1030], [520, 1030])),
    filled(
      inks.slate,
      ...Array.from({ length: 46 }, () =>
        gouge(
          [between(chance, 640, 1300), between(chance, 250, 760)],
          between(chance, 60, 180),
          between(chance, 3, 6),
          78,
        ),
      ),
    ),
  ].join('')
}

const wall = (): string =>
  filled(
    inks.ink,
    ...Array.from({ length: 11 }, (_, index) =>
      poly(
        [-30 + index * 172, 520],
        [-30 + index * 172, 310],
        [20 + index * 172, 272],
        [70 + index * 172, 310],
        [70 + index * 172, 520],
      ),
    ),
  ) +
  drawn(
    inks.slate,
    4,
    ...Array.from({ length: 11 }, (_, index) => line([20 + index * 172, 280], [20 + index * 172, 520])),
    ...Array.from({ length: 11 }, (_, index) => line([-30 + index * 172, 400], [70 + index * 172, 400])),
  ) +
  filled(inks.ink, poly([-60, 544], [sheet.width + 60, 540], [sheet.width + 60, 566], [-60, 570]))

/** The turbine: a long casing with its bolts and dials. */
function machine(chance: () => number): string {
  const bolts = Array.from({ length: 30 }, (_, index): Mark => [690 + index * 28, 652])
  return [
    `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round">${filled(inks.ink, soft([640, 780], [640, 660], [690, 570], [900, 520], [1130, 520], [1180, 470], [1380, 470], [1470, 560], [1540, 640], [1540, 780], [1100, 792]))}${filled(inks.ink, poly([590, 790], [1590, 786], [1610, 850], [570, 854]))}</g>`,
    drawn(
      inks.slate,
      6,
      line([650, 640], [1534, 640]),
      'M900 526Q870 650 900 780',
      'M1180 474Q1150 640 1180 784',
      'M1380 474Q1420 640 1390 784',
    ),
    filled(inks.paper, ...bolts.map((bolt) => disc(bolt, 6))),
    filled(
      inks.slate,
      ...Array.from({ length: 40 }, () =>
        gouge([between(chance, 680, 1500), between(chance, 670, 780)], between(chance, 40, 130), 4, 0),
      ),
    ),
    filled(inks.paper, disc([780, 610], 34), disc([1280, 550], 38)),
    filled(inks.ink, disc([780, 610], 27), disc([1280, 550], 30)),
    drawn(inks.paper, 4, line([780, 610], [764, 594]), line([1280, 550], [1280, 528])),
    drawn(inks.ink, 40, 'M1500 560Q1640 520 1640 420L1640 300'),
    drawn(inks.paper, 4, 'M1522 574Q1664 530 1664 420L1664 300', 'M1484 540Q1616 508 1616 420L1616 300'),
  ].join('')
}

const floor = (chance: () => number): string =>
  filled(inks.ink, poly([-60, 840], [sheet.width + 60, 836], [sheet.width + 60, 1030], [-60, 1030])) +
  filled(
    inks.slate,
    ...Array.from({ length: 60 }, () =>
      gouge(
        [between(chance, -20, sheet.width), between(chance, 850, 955)],
        between(chance, 40, 150),
        3,
        between(chance, -2, 2),
      ),
    ),
  ) +
  filled(
    inks.slate,
    poly([1660, 880], [1720, 830], [1790, 850], [1860, 820], [1860, 930], [1680, 936]),
    poly([30, 930], [70, 894], [130, 912], [120, 944]),
  ) +
  drawn(inks.paper, 3, line([1660, 880], [1720, 830], [1790, 850], [1860, 820]))

/** A chain over a wheel, and what hangs on it. */
function hoist(): string {
  const links = (x: number, from: number, to: number): string =>
    drawn(
      inks.paper,
      4,
      ...Array.from(
        { length: Math.floor((to - from) / 24) },
        (_, index) => `M${x - 7} ${from + index * 24}a7 11 0 1 0 14 0a7 11 0 1 0 -14 0`,
      ),
    )
  return [
    filled(inks.ink, disc([1000, 236], 44)),
    drawn(inks.paper, 4, 'M956 236a44 44 0 1 0 88 0a44 44 0 1 0 -88 0', line([1000, 150], [1000, 192])),
    filled(inks.paper, disc([1000, 236], 9)),
    links(1036, 250, 400),
    `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round">${filled(inks.ink, soft([900, 420], [1170, 410], [1186, 450], [1172, 488], [902, 496], [886, 458]))}</g>`,
    filled(inks.slate, gouge([1036, 470], 240, 7, -2)),
    drawn(inks.paper, 4, line([936, 422], [1036, 398], [1136, 414])),
    filled(inks.paper, disc([1168, 449], 15, 30)),
    filled(inks.ink, disc([1168, 449], 9, 22)),
    drawn(inks.paper, 5, line([962, 250], [566, 556])),
  ].join('')
}

function workers(): string {
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }
  const pull = posed(
    {
      lean: -24,
      nod: 4,
      legs: [
        [46, 14],
        [6, -16],
      ],
      arms: [
        [112, 128],
        [98, 122],
      ],
    },
    { wears: 'overalls', head: 'cap' },
  )
  const second = posed(
    {
      lean: -18,
      nod: 2,
      legs: [
        [40, 10],
        [2, -20],
      ],
      arms: [
        [104, 122],
        [92, 116],
      ],
    },
    { wears: 'overalls', head: 'short' },
  )
  const guide = posed(
    {
      ...stances.lifting,
      arms: [
        [140, 150],
        [126, 146],
      ],
      hands: 'open',
    },
    { wears: 'overalls', head: 'cap' },
  )
  const lampHolder = posed(
    {
      lean: 4,
      nod: -8,
      legs: [
        [10, 4],
        [-10, -14],
      ],
      arms: [
        [-8, 4],
        [96, 128],
      ],
    },
    { wears: 'overalls', head: 'cap' },
  )
  const guests = [
    posed(stances.standing, { wears: 'jacket', head: 'cap' }),
    posed(stances.strolling, { wears: 'jacket', head: 'cap' }),
    posed(stances.standing, { wears: 'jacket', head: 'short' }),
  ]
  const [lx, ly] = [1672 - lampHolder.nearHand[0] * 1.6, 930 + lampHolder.nearHand[1] * 1.6]
  const ladder = [
    line([1300, 850], [1366, 330]),
    line([1370, 850], [1430, 330]),
    ...Array.from({ length: 11 }, (_, rung) =>
      line([1304 + rung * 6, 820 - rung * 46], [1374 + rung * 5.6, 820 - rung * 46]),
    ),
  ]
  const climber = posed(
    {
      lean: 8,
      nod: -10,
      legs: [
        [50, -10],
        [6, -8],
      ],
      arms: [
        [140, 160],
        [120, 150],
      ],
    },
    { wears: 'overalls', head: 'cap' },
  )
  return [
    drawn(inks.ink, 16, ...ladder),
    drawn(inks.paper, 7, ...ladder),
    place(climber.figure, { at: [1336, 700], size: 0.94, ...common, edgeWidth: 2.4 }),
    ...guests.map(({ figure }, index) =>
      place(figure, { at: [36 + index * 100, 866 + index * 6], size: 1.16, ...common, edgeWidth: 2 }),
    ),
    place(second.figure, { at: [330, 946], size: 1.66, ...common }),
    place(pull.figure, { at: [470, 952], size: 1.74, ...common }),
    place(guide.figure, { at: [860, 946], size: 1.7, ...common }),
    place(lampHolder.figure, { at: [1672, 930], size: 1.6, mirrored: true, ...common }),
    filled(
      inks.pale,
      ...Array.from({ length: 18 }, (_, index) => {
        const angle = (index / 18) * Math.PI * 2
        return gouge([lx + Math.cos(angle) * 66, ly + Math.sin(angle) * 66], 38, 4, (angle * 180) / Math.PI)
      }),
    ),
    filled(inks.ink, disc([lx, ly], 34)),
    filled(inks.paper, disc([lx, ly], 27)),
    filled(inks.red, soft([lx - 9, ly + 12], [lx - 11, ly - 2], [lx, ly - 20], [lx + 11, ly - 2], [lx + 9, ly + 12])),
  ].join('')
}
