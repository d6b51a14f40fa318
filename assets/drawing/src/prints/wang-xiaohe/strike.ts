import { seededChance } from '@riverside/kit'
import {
  band,
  between,
  drawn,
  filled,
  gouge,
  inks,
  levelCuts,
  limb,
  line,
  type Mark,
  poly,
  print,
  sheet,
  soft,
} from '../cut.ts'
import { type Body, fist, stand } from '../people.ts'
import { chimney, sky } from '../scenery.ts'

/** 九日八夜: workers arm in arm before the gate of the plant; nine notches are cut into its beam. */
export function strike(): string {
  const chance = seededChance(9)
  return print(
    chance,
    211,
    sky(chance, 560, { deep: 440, dense: 0.95 }),
    gate(chance),
    ground(chance),
    row(chance, 690, 0.98, 17, 112, -10, inks.grey),
    row(chance, 830, 1.5, 12, 168, 40, inks.pale),
    row(chance, 1130, 2.34, 8, 262, -30, inks.paper),
  )
}

function gate(chance: () => number): string {
  const post = (x: number): string =>
    filled(
      inks.ink,
      poly([x - 46, 640], [x - 46, 150], [x + 46, 150], [x + 46, 640]),
      poly([x - 62, 150], [x - 62, 118], [x + 62, 118], [x + 62, 150]),
    ) +
    filled(
      inks.grey,
      ...Array.from({ length: 22 }, () =>
        gouge(
          [x + between(chance, -34, 34), between(chance, 170, 620)],
          between(chance, 18, 36),
          3,
          between(chance, -2, 2),
        ),
      ),
    )
  const notches = Array.from({ length: 9 }, (_, index) => {
    const x = 668 + index * 57
    return poly([x - 9, 226], [x + 9, 222], [x + 6, 286], [x - 7, 288])
  })
  return [
    chimney([260, 620], 520, 84, inks.slate, inks.pale),
    chimney([1560, 620], 470, 74, inks.slate, inks.pale),
    filled(
      inks.slate,
      poly([-60, 640], [-60, 420], [520, 396], [520, 640]),
      poly([1270, 640], [1270, 400], [1880, 424], [1880, 640]),
    ),
    filled(
      inks.ink,
      ...Array.from({ length: 10 }, (_, index) =>
        poly([10 + index * 50, 580], [10 + index * 50, 470], [38 + index * 50, 470], [38 + index * 50, 580]),
      ),
      ...Array.from({ length: 10 }, (_, index) =>
        poly([1330 + index * 50, 580], [1330 + index * 50, 470], [1358 + index * 50, 470], [1358 + index * 50, 580]),
      ),
    ),
    filled(inks.ink, poly([520, 200], [1272, 192], [1272, 310], [520, 316])),
    drawn(inks.paper, 3, line([530, 212], [1262, 204]), line([530, 302], [1262, 298])),
    filled(inks.paper, ...notches),
    drawn(
      inks.ink,
      8,
      ...Array.from({ length: 17 }, (_, index) => line([600 + index * 37, 640], [600 + index * 37, 310])),
    ),
    drawn(inks.ink, 8, line([590, 400], [1206, 400])),
    post(548),
    post(1244),
  ].join('')
}

const ground = (chance: () => number): string =>
  band(inks.grey, 620, 1030) +
  filled(
    inks.slate,
    ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 624, bottom: 980 }, 12, () => 0.36),
  )

/** A row of workers from behind, each holding the next by the arm. */
function row(
  chance: () => number,
  foot: number,
  size: number,
  count: number,
  apart: number,
  from: number,
  edge: string,
): string {
  return Array.from({ length: count }, (_, index) =>
    stand(worker(index + count * 10, apart / size), {
      at: [from + index * apart, foot + between(chance, -8, 8)],
      size: size * between(chance, 0.96, 1.05),
      ink: inks.ink,
      edge,
      edgeWidth: 2.4 / size ** 0.5,
    }),
  ).join('')
}

/** One of them: jacket, cap or bare head, the right arm through the neighbour's. */
function worker(kind: number, apart: number): Body {
  const hold = fist([apart * 0.42, -128], 60, 1)
  const heads: readonly (readonly string[])[] = [
    [
      soft([-20, -216], [-19, -231], [0, -239], [19, -231], [21, -216], [0, -221]),
      poly([-12, -218], [12, -218], [16, -212], [-16, -212]),
    ],
    [soft([-17, -214], [-15, -234], [0, -240], [15, -234], [18, -213], [0, -224])],
    [soft([-19, -206], [-20, -228], [-8, -243], [9, -243], [20, -228], [20, -205], [0, -204])],
  ]
  const wide = 30 + (kind % 4) * 2
  return {
    solid: [
      soft([-15, -212], [-13, -228], [0, -234], [13, -228], [16, -211], [10, -199], [0, -195], [-10, -199]),
      ...(heads[kind % 3] ?? []),
      poly([-7, -204], [7, -204], [10, -188], [-10, -188]),
      soft(
        [-wide - 4, -170],
        [-wide + 6, -187],
        [0, -193],
        [wide - 6, -187],
        [wide + 4, -170],
        [wide, -130],
        [wide + 3, -92],
        [0, -86],
        [-wide - 3, -92],
        [-wide, -130],
      ),
      limb([wide - 2, -174], 12, [apart * 0.56, -140], 10),
      limb([apart * 0.56, -140], 10, [apart * 0.43, -122], 8),
      limb([-wide + 2, -174], 12, [-apart * 0.44, -138], 10),
      ...hold.solid,
      soft([-wide + 2, -96], [-2, -96], [-4, -48], [-6, -6], [-24, -6], [-28, -48]),
      soft([2, -96], [wide - 2, -96], [28, -48], [24, -6], [6, -6], [4, -48]),
    ],
    cuts: [
      gouge([0, -138], 84, 2.6, 90),
      gouge([-16, -130], 50, 2.2, 95),
      gouge([17, -130], 50, 2.2, 85),
      gouge([0, -90], wide * 1.8, 2.4, 0),
      gouge([wide + 6, -160], 34, 2.2, 50),
      ...hold.cuts,
    ],
    ...(kind === 84 ? { red: [scarf([0, -190])] } : {}),
  }
}

const scarf = ([x, y]: Mark): string =>
  soft(
    [x - 17, y - 4],
    [x, y - 12],
    [x + 17, y - 4],
    [x + 20, y + 6],
    [x + 34, y + 36],
    [x + 20, y + 40],
    [x + 10, y + 12],
    [x - 16, y + 8],
  )
