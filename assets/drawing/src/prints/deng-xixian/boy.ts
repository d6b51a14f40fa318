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
} from '../cut.ts'
import { caseFrom, place, posed, stances } from '../pose.ts'
import { planks } from '../scenery.ts'

const quay = 770

/** The ship's side runs away to the right; all its lines meet there. */
const away: Mark = [2500, 640]
const towards = ([x, y]: Mark, to: number): Mark => [x + (to - x), y + ((away[1] - y) * (to - x)) / (away[0] - x)]

/** 少年: a boy with a cap and a small case before the long side of the ship; his classmates stand further along. */
export function boy(): string {
  const chance = seededChance(16)
  return print(
    chance,
    83,
    band(inks.pale, -60, quay),
    filled(
      inks.slate,
      ...levelCuts(chance, { left: -60, right: 420, top: -50, bottom: 330 }, 14, (down) => 0.9 * (1 - down)),
    ),
    filled(inks.paper, ...levelCuts(chance, { left: -60, right: 420, top: 60, bottom: 640 }, 16, () => 0.26)),
    filled(
      inks.slate,
      poly([-60, 640], [60, 640], [60, 628], [150, 628], [150, 644], [400, 644], [400, 680], [-60, 680]),
    ),
    band(inks.grey, 676, quay),
    filled(inks.slate, ...levelCuts(chance, { left: -60, right: 620, top: 680, bottom: quay }, 10, () => 0.4)),
    filled(inks.paper, ...levelCuts(chance, { left: -60, right: 620, top: 684, bottom: quay }, 13, () => 0.24)),
    side(chance),
    planks(chance, quay, [2300, 560], inks.ink, inks.slate),
    classmates(),
    hero(),
  )
}

function side(chance: () => number): string {
  const top: Mark = [236, -60]
  const stemFoot: Mark = [452, quay - 18]
  const row = (from: Mark, count: number, radius: number) =>
    Array.from({ length: count }, (_, index) => {
      const x = from[0] + (1 - (1 - index / count) ** 1.25) * (sheet.width + 40 - from[0])
      const mark = towards(from, x)
      const near = (away[0] - x) / (away[0] - from[0])
      return { mark, radius: radius * near }
    })
  const ports = [...row([470, 214], 15, 31), ...row([500, 420], 15, 29)]
  return [
    filled(
      inks.ink,
      poly(top, [300, 240], [380, 540], stemFoot, [sheet.width + 60, quay - 4], [sheet.width + 60, -60]),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 28 }, (_, index) => gouge([282 + index * 6.4, 10 + index * 24], 74 - index * 1.3, 7, 8)),
    ),
    drawn(
      inks.slate,
      2.6,
      ...[60, 310, 530].map((y) => line(towards([330, y], 340 + y * 0.18), towards([330, y], sheet.width + 60))),
    ),
    filled(
      inks.slate,
      ...Array.from({ length: 80 }, () => {
        const x = between(chance, 460, sheet.width)
        const y = between(chance, 0, 640)
        const slope = (Math.atan2(away[1] - y, away[0] - x) * 180) / Math.PI
        return gouge([x, y], between(chance, 60, 230), between(chance, 1.6, 3.6), slope)
      }),
      ...[60, 310, 530].flatMap((y) =>
        Array.from({ length: 52 }, (_, index) =>
          disc(((mark) => [mark[0], mark[1] + 14] as Mark)(towards([330, y], 400 + index * 28)), 2),
        ),
      ),
    ),
    filled(inks.paper, ...ports.map(({ mark, radius }) => disc(mark, radius * 0.92, radius))),
    filled(inks.ink, ...ports.map(({ mark, radius }) => disc(mark, radius * 0.66, radius * 0.74))),
    filled(
      inks.slate,
      ...ports.map(({ mark: [x, y], radius }) => gouge([x - radius * 0.2, y - radius * 0.2], radius * 0.7, 3, -40)),
    ),
    filled(
      inks.red,
      poly(
        towards([436, 664], 436),
        towards([436, 664], sheet.width + 60),
        [sheet.width + 60, quay - 6],
        [450, quay - 22],
      ),
    ),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: 470, right: sheet.width + 60, top: 690, bottom: quay - 8 },
        13,
        (down) => 0.1 + 0.3 * down,
      ),
    ),
    drawn(inks.paper, 7, `M300 150Q200 430 96 ${quay + 60}`),
    drawn(inks.ink, 2, `M303 150Q203 430 99 ${quay + 60}`),
  ].join('')
}

function hero(): string {
  const { figure, nearHand } = posed(
    {
      lean: -2,
      nod: -22,
      legs: [
        [7, 2],
        [-7, -6],
      ],
      arms: [
        [-4, 6],
        [4, 6],
      ],
    },
    { wears: 'jacket', head: 'cap' },
  )
  return [
    filled(inks.slate, gouge([430, 936], 360, 14, 0)),
    place([...figure, caseFrom(nearHand, 50, 34)], {
      at: [470, 930],
      size: 2.3,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 1.8,
    }),
    filled(
      inks.paper,
      poly(
        [76, quay + 40],
        [118, quay + 40],
        [114, quay + 54],
        [108, quay + 58],
        [112, quay + 96],
        [82, quay + 96],
        [86, quay + 58],
        [80, quay + 54],
      ),
    ),
    filled(
      inks.ink,
      poly(
        [81, quay + 44],
        [113, quay + 44],
        [109, quay + 54],
        [103, quay + 58],
        [106, quay + 93],
        [88, quay + 93],
        [91, quay + 58],
        [85, quay + 54],
      ),
    ),
  ].join('')
}

/** Eighty and more, smaller towards the far end. */
function classmates(): string {
  const wear = [
    { wears: 'jacket', head: 'cap' },
    { wears: 'gown', head: 'short' },
    { wears: 'jacket', head: 'short' },
    { wears: 'gown', head: 'cap' },
    { wears: 'gown', head: 'felt' },
  ] as const
  const stance = [stances.standing, stances.strolling, { ...stances.standing, nod: -14 }, stances.walking] as const
  return Array.from({ length: 30 }, (_, index) => {
    const part = index / 29
    const x = 1800 - part ** 1.5 * 1020
    const size = 0.48 + 0.66 * part ** 1.2
    const dress = wear[index % wear.length] ?? wear[0]
    const pose = stance[(index * 3) % stance.length] ?? stances.standing
    const { figure, nearHand } = posed(pose, dress)
    return place(index % 4 === 1 ? [...figure, caseFrom(nearHand, 46, 32)] : figure, {
      at: [x, quay + 12 + size * 96 + (index % 3) * 7],
      size,
      mirrored: index % 5 === 2,
      ink: inks.ink,
      edge: index % 2 === 0 ? inks.paper : inks.grey,
      edgeWidth: 2.6,
    })
  }).join('')
}
