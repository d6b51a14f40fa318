import { seededChance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, levelCuts, line, type Mark, poly, print, sheet } from '../cut.ts'
import { place, posed, stances } from '../pose.ts'
import { chimney, sky } from '../scenery.ts'
import { smoke } from '../ships.ts'

/** 电厂: the morning shift goes in to the power plant by the river, each with a lunch tin. */
export function plant(): string {
  const chance = seededChance(1943)
  return print(
    chance,
    197,
    sky(chance, 640, { deep: 380 }),
    smoke(chance, [436, 60], 900, 78),
    smoke(chance, [760, 170], 700, 58),
    smoke(chance, [1010, 196], 600, 52),
    smoke(chance, [1236, 210], 500, 48),
    boilerHouse(chance),
    crane(),
    yard(chance),
    shift(),
  )
}

function boilerHouse(chance: () => number): string {
  const bays = Array.from({ length: 9 }, (_, index) => 640 + index * 92)
  return [
    chimney([432, 700], 636, 104),
    chimney([756, 520], 350, 62),
    chimney([1006, 520], 324, 58),
    chimney([1232, 520], 310, 54),
    filled(inks.ink, poly([600, 720], [600, 400], [650, 372], [1480, 366], [1520, 396], [1520, 720])),
    filled(inks.slate, poly([1520, 720], [1520, 470], [1880, 452], [1880, 720])),
    filled(inks.paper, ...bays.map((x) => poly([x, 640], [x, 452], [x + 24, 428], [x + 48, 452], [x + 48, 640]))),
    drawn(
      inks.ink,
      4,
      ...bays.flatMap((x) => [
        line([x + 24, 430], [x + 24, 640]),
        line([x, 500], [x + 48, 500]),
        line([x, 550], [x + 48, 550]),
        line([x, 600], [x + 48, 600]),
      ]),
    ),
    drawn(inks.grey, 4, line([610, 412], [1512, 404]), line([604, 660], [1518, 660])),
    filled(
      inks.pale,
      ...Array.from({ length: 7 }, (_, index) =>
        poly([1548 + index * 50, 600], [1548 + index * 50, 510], [1574 + index * 50, 508], [1574 + index * 50, 600]),
      ),
    ),
    // The coal gantry climbs to the bunkers.
    filled(inks.ink, poly([-60, 640], [606, 398], [606, 436], [-60, 690])),
    drawn(inks.paper, 3, line([-60, 652], [604, 408]), line([-60, 680], [604, 428])),
    drawn(
      inks.paper,
      2.4,
      ...Array.from({ length: 22 }, (_, index) =>
        line([-40 + index * 30, 646 - index * 10.9], [-26 + index * 30, 668 - index * 11.2]),
      ),
    ),
    drawn(inks.ink, 9, ...[60, 190, 320, 560].map((x) => line([x, 660 - x * 0.37], [x - 16, 720]))),
    filled(inks.slate, ...levelCuts(chance, { left: 600, right: 1520, top: 376, bottom: 420 }, 9, () => 0.3)),
  ].join('')
}

/** A crane-neck unloader at the quay. */
function crane(): string {
  const x = 1650
  return (
    drawn(inks.ink, 11, line([x - 60, 720], [x - 20, 470]), line([x + 76, 720], [x + 40, 470])) +
    filled(
      inks.ink,
      poly([x - 50, 480], [x + 70, 476], [x + 62, 410], [x - 36, 414]),
      poly([x - 10, 420], [x + 130, 200], [x + 148, 208], [x + 30, 424]),
    ) +
    drawn(inks.ink, 6, line([x + 138, 204], [x - 36, 330], [x - 26, 416])) +
    drawn(inks.ink, 3, line([x + 138, 204], [x + 138, 560])) +
    filled(inks.ink, poly([x + 112, 560], [x + 164, 560], [x + 154, 600], [x + 122, 600])) +
    drawn(
      inks.paper,
      3,
      line([x - 50, 700], [x + 66, 500]),
      line([x - 26, 500], [x + 70, 690]),
      line([x - 22, 448], [x + 50, 444]),
    )
  )
}

const yard = (chance: () => number): string =>
  band(inks.grey, 712, 1030) +
  filled(
    inks.slate,
    ...levelCuts(
      chance,
      { left: -60, right: sheet.width + 60, top: 720, bottom: 980 },
      13,
      (down) => 0.24 + 0.3 * down,
    ),
  ) +
  drawn(inks.ink, 5, line([-60, 770], [sheet.width + 60, 744]), line([-60, 794], [sheet.width + 60, 764])) +
  drawn(
    inks.ink,
    4,
    ...Array.from({ length: 48 }, (_, index) =>
      line([-40 + index * 40, 766 - index * 0.6], [-52 + index * 40, 800 - index * 0.7]),
    ),
  ) +
  filled(inks.ink, poly([-60, 880], [sheet.width + 60, 862], [sheet.width + 60, 1030], [-60, 1030])) +
  filled(
    inks.slate,
    ...Array.from({ length: 60 }, () =>
      gouge(
        [between(chance, -20, sheet.width), between(chance, 884, 955)],
        between(chance, 40, 140),
        3,
        between(chance, -2, 1),
      ),
    ),
  )

function shift(): string {
  const all: readonly (readonly [number, number, number, Parameters<typeof posed>[1], keyof typeof stances])[] = [
    [70, 850, 1.36, { wears: 'overalls', head: 'cap' }, 'walking'],
    [330, 858, 1.42, { wears: 'jacket', head: 'short' }, 'strolling'],
    [1500, 838, 1.3, { wears: 'jacket', head: 'felt' }, 'walking'],
    [1320, 846, 1.34, { wears: 'overalls', head: 'cap' }, 'strolling'],
    [200, 936, 1.9, { wears: 'jacket', head: 'cap' }, 'walking'],
    [560, 942, 1.96, { wears: 'overalls', head: 'cap' }, 'carrying'],
    [900, 936, 1.92, { wears: 'jacket', head: 'short' }, 'walking'],
    [1220, 944, 1.98, { wears: 'overalls', head: 'cap' }, 'walking'],
    [1590, 938, 1.9, { wears: 'jacket', head: 'cap' }, 'strolling'],
  ]
  return all
    .map(([x, y, size, dress, stance], index) => {
      const { figure, nearHand } = posed(stances[stance], dress)
      return place(size > 1.5 && index !== 6 ? [...figure, tin(nearHand, index === 5)] : figure, {
        at: [x, y],
        size,
        ink: inks.ink,
        edge: inks.paper,
        edgeWidth: size > 1.5 ? 1.7 : 2,
      })
    })
    .join('')
}

/** A lunch tin of three tiers by its handle. */
const tin = ([x, y]: Mark, isRed: boolean) => ({
  solid: [
    poly([x - 15, y + 14], [x + 15, y + 14], [x + 16, y + 54], [x - 16, y + 54]),
    poly([x - 3, y + 2], [x + 3, y + 2], [x + 13, y + 15], [x - 13, y + 15]),
  ],
  cuts: [gouge([x, y + 27], 28, 2), gouge([x, y + 40], 28, 2)],
  fill: isRed ? ('red' as const) : ('light' as const),
})
