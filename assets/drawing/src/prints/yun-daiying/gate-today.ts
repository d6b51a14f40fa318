import { seededChance } from '@riverside/kit'
import { band, between, disc, drawn, filled, gouge, inks, levelCuts, line, poly, print, sheet, soft } from '../cut.ts'
import { place, posed, stances } from '../pose.ts'
import { birds, bricks } from '../scenery.ts'

/** 今天的厂门: the old gate pier with a blank tablet, flowers before it, and who stops there today. */
export function gateToday(): string {
  const chance = seededChance(2021)
  return print(
    chance,
    191,
    band(inks.paper, -60, 700),
    filled(
      inks.pale,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: 520 }, 18, () => 0.4),
    ),
    roofs(chance),
    trees(chance),
    wall(chance),
    pavement(chance),
    tablet(chance),
    flowers(chance),
    visitors(),
    birds(inks.ink, [420, 120, 17], [510, 170, 12], [340, 190, 11]),
  )
}

function roofs(chance: () => number): string {
  const gable = (x: number, wide: number, high: number): string =>
    filled(
      inks.slate,
      poly(
        [x, 700],
        [x, 700 - high],
        [x + wide / 2, 700 - high - wide * 0.32],
        [x + wide, 700 - high],
        [x + wide, 700],
      ),
    ) +
    bricks(chance, { left: x, right: x + wide, top: 700 - high, bottom: 690 }, 15, inks.pale, 0.26) +
    filled(
      inks.paper,
      ...[0.22, 0.5, 0.78].map((part) =>
        poly(
          [x + wide * part - 15, 660],
          [x + wide * part - 15, 580],
          [x + wide * part, 562],
          [x + wide * part + 15, 580],
          [x + wide * part + 15, 660],
        ),
      ),
    ) +
    drawn(inks.ink, 3, ...[0.22, 0.5, 0.78].map((part) => line([x + wide * part, 564], [x + wide * part, 660]))) +
    drawn(
      inks.ink,
      7,
      line([x - 12, 704 - high], [x + wide / 2, 694 - high - wide * 0.32], [x + wide + 12, 704 - high]),
    )
  return gable(-80, 330, 260) + gable(250, 330, 280) + gable(580, 300, 250)
}

function trees(chance: () => number): string {
  const tree = (x: number, top: number, size: number): string => {
    const leaves = Array.from({ length: 70 }, () => {
      const angle = between(chance, 0, Math.PI * 2)
      const out = Math.sqrt(chance()) * size
      return gouge(
        [x + Math.cos(angle) * out, top + Math.sin(angle) * out * 0.78],
        between(chance, 26, 60),
        between(chance, 8, 14),
        between(chance, -50, 50),
      )
    })
    return (
      drawn(inks.ink, 14, line([x, 720], [x + 4, top + 30])) +
      drawn(inks.ink, 6, line([x + 2, top + 120], [x - 70, top + 10]), line([x + 3, top + 90], [x + 66, top - 6])) +
      filled(
        inks.ink,
        soft(
          ...Array.from({ length: 13 }, (_, index): [number, number] => {
            const angle = (index / 13) * Math.PI * 2
            const out = size * (index % 2 === 0 ? 0.86 : 0.68)
            return [x + Math.cos(angle) * out, top + Math.sin(angle) * out * 0.78]
          }),
        ),
        ...leaves,
      ) +
      filled(
        inks.grey,
        ...Array.from({ length: 36 }, () => {
          const angle = between(chance, 0, Math.PI * 2)
          const out = Math.sqrt(chance()) * size * 0.9
          return gouge(
            [x + Math.cos(angle) * out, top + Math.sin(angle) * out * 0.74 - 8],
            between(chance, 16, 34),
            between(chance, 4, 7),
            between(chance, -50, 50),
          )
        }),
      )
    )
  }
  return tree(950, 300, 150) + tree(1660, 250, 180)
}

/** The wall and its gate pier. */
function wall(chance: () => number): string {
  return [
    filled(inks.ink, poly([-60, 730], [-60, 610], [1060, 610], [1060, 730])),
    bricks(chance, { left: -40, right: 1050, top: 630, bottom: 720 }, 17, inks.slate, 0.6),
    filled(inks.pale, poly([-60, 612], [-60, 596], [1060, 596], [1060, 612])),
    filled(inks.ink, poly([1060, 780], [1060, 150], [1480, 150], [1480, 780])),
    bricks(chance, { left: 1066, right: 1474, top: 178, bottom: 770 }, 22, inks.grey, 0.6),
    filled(
      inks.pale,
      poly([1036, 156], [1036, 118], [1504, 118], [1504, 156]),
      poly([1080, 118], [1270, 30], [1460, 118]),
    ),
    drawn(inks.ink, 5, line([1036, 136], [1504, 136]), line([1080, 118], [1460, 118])),
    filled(inks.grey, poly([1040, 790], [1040, 752], [1500, 752], [1500, 790])),
    drawn(
      inks.ink,
      8,
      ...Array.from({ length: 9 }, (_, index) => line([1520 + index * 40, 790], [1520 + index * 40, 330 - index * 9])),
    ),
    drawn(inks.ink, 9, line([1490, 470], [1880, 470]), line([1490, 720], [1880, 720]), line([1490, 340], [1880, 256])),
    filled(
      inks.ink,
      ...Array.from({ length: 9 }, (_, index) =>
        soft(
          [1512 + index * 40, 330 - index * 9],
          [1520 + index * 40, 300 - index * 9],
          [1528 + index * 40, 330 - index * 9],
        ),
      ),
    ),
  ].join('')
}

const pavement = (chance: () => number): string =>
  band(inks.pale, 780, 1030) +
  filled(
    inks.grey,
    ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 790, bottom: 1000 }, 15, () => 0.34),
  ) +
  drawn(
    inks.grey,
    3,
    ...Array.from({ length: 17 }, (_, index) => line([900 + (index - 8) * 120, 782], [900 + (index - 8) * 210, 1030])),
  ) +
  filled(inks.slate, soft([1000, 800], [1270, 782], [1560, 800], [1500, 826], [1240, 834], [1030, 822]))

/** A tablet of stone; its lines are cuts, not letters. */
function tablet(chance: () => number): string {
  const rows = Array.from({ length: 6 }, (_, row) =>
    gouge([1270, 356 + row * 34], between(chance, 170, 216), 6, between(chance, -1, 1)),
  )
  return (
    filled(inks.ink, poly([1130, 286], [1424, 280], [1430, 570], [1126, 576])) +
    filled(inks.paper, poly([1120, 274], [1416, 268], [1422, 558], [1116, 564])) +
    drawn(inks.ink, 3, line([1134, 290], [1402, 285], [1407, 545], [1131, 549], [1134, 290])) +
    filled(inks.slate, ...rows) +
    filled(
      inks.ink,
      ...[
        [1146, 300],
        [1390, 296],
        [1394, 534],
        [1144, 538],
      ].map(([x = 0, y = 0]) => disc([x, y], 6)),
    )
  )
}

function flowers(chance: () => number): string {
  const flower = (x: number, y: number, size: number, fill: string): string =>
    filled(inks.ink, disc([x, y], size + 4)) +
    filled(
      fill,
      ...Array.from({ length: 6 }, (_, petal) => {
        const angle = (petal / 6) * Math.PI * 2
        return gouge(
          [x + Math.cos(angle) * size * 0.55, y + Math.sin(angle) * size * 0.55],
          size * 1.1,
          size * 0.5,
          (angle * 180) / Math.PI,
        )
      }),
    )
  const stems = Array.from({ length: 16 }, () =>
    line([1270 + between(chance, -30, 30), 806], [1270 + between(chance, -130, 130), between(chance, 640, 720)]),
  )
  const heads = Array.from({ length: 15 }, (_, index): [number, number] => [
    1150 + (index % 8) * 34 + between(chance, -8, 8),
    664 + Math.floor(index / 8) * 46 + between(chance, -12, 12),
  ])
  return [
    drawn(inks.ink, 5, ...stems),
    ...heads.map(([x, y], index) => flower(x, y, 21, index % 5 === 2 ? inks.red : inks.paper)),
    filled(inks.ink, poly([1180, 740], [1360, 740], [1310, 846], [1230, 846])),
    filled(inks.paper, poly([1188, 748], [1352, 748], [1304, 838], [1236, 838])),
    filled(inks.ink, gouge([1270, 792], 90, 4, 90), gouge([1232, 786], 80, 4, 76), gouge([1308, 786], 80, 4, 104)),
    filled(inks.red, poly([1214, 776], [1326, 776], [1320, 792], [1220, 792])),
  ].join('')
}

function visitors(): string {
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }
  const elder = posed({ ...stances.standing, lean: 4, nod: 8 }, { wears: 'jacket', head: 'cap' })
  const girl = posed({ ...stances.standing, nod: -12 }, { wears: 'shorts', head: 'tail' })
  const woman = posed(
    {
      lean: 2,
      nod: 6,
      legs: [
        [5, 2],
        [-5, -4],
      ],
      arms: [
        [6, 14],
        [26, 34],
      ],
    },
    { wears: 'jacket', head: 'bob' },
  )
  return [
    place(woman.figure, { at: [560, 900], size: 1.86, ...common }),
    place(girl.figure, { at: [760, 908], size: 1.3, ...common }),
    place(elder.figure, { at: [900, 912], size: 1.92, ...common }),
  ].join('')
}
