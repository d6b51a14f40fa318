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
import { type Body, child, gentleman, mother, porter, schoolgirl, stand, student, youngWoman } from '../people.ts'
import { junk } from '../ships.ts'

const horizon = 520
const foot: Mark = [330, 905]
const door: Mark = [1500, 300]

/** 登轮: four of one company go up the gangway, pale against the black hull. */
export function gangway(): string {
  const chance = seededChance(1225)
  const across = { left: -60, right: 700 }
  return print(
    chance,
    37,
    band(inks.pale, -60, horizon),
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: -50, bottom: 360 }, 14, (down) => 0.95 * (1 - down) ** 1.2),
    ),
    filled(inks.paper, ...levelCuts(chance, { ...across, top: 120, bottom: horizon - 30 }, 16, () => 0.3)),
    filled(
      inks.slate,
      poly(
        [-60, 484],
        [80, 484],
        [80, 496],
        [190, 496],
        [190, 476],
        [300, 476],
        [300, 492],
        [700, 492],
        [700, horizon],
        [-60, horizon],
      ),
    ),
    band(inks.grey, horizon, 1000),
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: horizon + 4, bottom: 900 }, 10, (down) => 0.26 + 0.4 * down),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { ...across, top: horizon + 8, bottom: 900 }, 12, (down) => 0.12 + 0.24 * down),
    ),
    junk([214, horizon + 22], 132, inks.ink),
    junk([70, horizon + 8], 70, inks.slate),
    hull(chance),
    way(),
    company(),
    quay(chance),
    onlookers(),
  )
}

/** The side of the ship: plates, rivets, portholes, the anchor in its pipe. */
function hull(chance: () => number): string {
  const edge: Mark[] = [
    [470, -60],
    [486, 120],
    [520, 330],
    [566, 560],
    [612, 760],
    [640, 1000],
  ]
  const shell = poly(...edge, [sheet.width + 60, 1000], [sheet.width + 60, -60])
  const seam = (y: number) => {
    const left = 500 + (y + 60) * 0.16
    return line([left + 20, y + 22], [1100, y + 4], [sheet.width + 60, y - 6])
  }
  const rivets = (y: number) =>
    Array.from({ length: 46 }, (_, index): Mark => [560 + (y + 60) * 0.16 + index * 27, y + 20 - index * 0.55]).map(
      (mark) => disc(mark, 1.9),
    )
  const porthole = (x: number, y: number) =>
    filled(inks.paper, disc([x, y], 27)) +
    filled(inks.ink, disc([x, y], 20)) +
    filled(inks.slate, gouge([x - 6, y - 6], 20, 3.4, -40))
  return [
    filled(inks.ink, shell),
    filled(
      inks.pale,
      ...Array.from({ length: 26 }, (_, index) => gouge([524 + index * 4.4, 60 + index * 27], 70 - index * 1.1, 7, 6)),
    ),
    drawn(inks.slate, 2.2, ...[40, 190, 340, 490, 640].map(seam)),
    filled(inks.slate, ...[50, 200, 350, 500].flatMap(rivets)),
    drawn(
      inks.slate,
      1.8,
      ...[
        [820, 55, 198],
        [1120, 205, 346],
        [930, 355, 494],
        [1330, 500, 640],
        [1620, 40, 190],
        [1690, 345, 488],
      ].map(([x = 0, from = 0, to = 0]) => line([x, from], [x + 3, to])),
    ),
    filled(
      inks.slate,
      ...Array.from({ length: 80 }, () =>
        gouge(
          [between(chance, 640, 1790), between(chance, 0, 680)],
          between(chance, 60, 240),
          between(chance, 1.6, 3.4),
          between(chance, -4, -1),
        ),
      ),
    ),
    ...[
      [760, 122],
      [930, 117],
      [1100, 113],
      [1270, 108],
      [1640, 102],
    ].map(([x = 0, y = 0]) => porthole(x, y)),
    filled(inks.paper, disc([664, 196], 30, 40)),
    filled(inks.ink, disc([666, 198], 22, 31)),
    drawn(
      inks.paper,
      7,
      line([668, 216], [676, 330]),
      line([640, 352], [656, 372], [678, 380], [700, 370], [714, 348]),
    ),
    drawn(inks.paper, 6, line([660, 236], [682, 236])),
    filled(inks.paper, poly([631, 358], [636, 336], [652, 356]), poly([722, 354], [716, 331], [702, 353])),
    filled(inks.red, poly([596, 724], [sheet.width + 60, 704], [sheet.width + 60, 784], [618, 804])),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: 590, right: sheet.width + 60, top: 716, bottom: 800 },
        12,
        (down) => 0.08 + 0.4 * down,
      ),
    ),
    filled(inks.grey, poly([612, 800], [sheet.width + 60, 782], [sheet.width + 60, 1000], [600, 1000])),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: 600, right: sheet.width + 60, top: 796, bottom: 900 },
        10,
        (down) => 0.66 - 0.3 * down,
      ),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { left: 560, right: sheet.width + 60, top: 806, bottom: 900 }, 13, () => 0.22),
    ),
  ].join('')
}

const along = (part: number, lift = 0): Mark => [
  foot[0] + (door[0] - foot[0]) * part,
  foot[1] + (door[1] - foot[1]) * part - lift,
]

/** The gangway and the lit door it leads to. */
function way(): string {
  const posts = [0.02, 0.17, 0.32, 0.47, 0.62, 0.77, 0.92]
  const sag = (lift: number, shift: number) =>
    posts.slice(1).map((to, index) => {
      const [[x0, y0], [x1, y1]] = [along(posts[index] ?? 0, lift), along(to, lift)]
      return `M${x0 + shift} ${y0}Q${(x0 + x1) / 2 + shift} ${(y0 + y1) / 2 + 16} ${x1 + shift} ${y1}`
    })
  const treads = Array.from({ length: 40 }, (_, index) => along(index / 40))
  return [
    filled(inks.paper, poly([1468, 66], [1612, 60], [1616, 330], [1470, 336])),
    filled(inks.grey, poly([1596, 60], [1612, 60], [1616, 330], [1600, 331])),
    drawn(inks.paper, 3, ...sag(112, 34)),
    drawn(
      inks.grey,
      3.4,
      ...posts.map((part) => {
        const [x, y] = along(part)
        return line([x + 34, y + 6], [x + 34, y - 112])
      }),
    ),
    filled(
      inks.grey,
      poly(
        [foot[0] - 40, foot[1] + 20],
        [foot[0] + 76, foot[1] + 24],
        [door[0] + 96, door[1] + 22],
        [door[0] - 30, door[1] + 14],
      ),
    ),
    filled(
      inks.slate,
      poly(
        [foot[0] + 76, foot[1] + 24],
        [foot[0] + 100, foot[1] + 36],
        [door[0] + 104, door[1] + 36],
        [door[0] + 96, door[1] + 22],
      ),
    ),
    drawn(inks.ink, 3, ...treads.map(([x, y]) => line([x - 24, y + 20], [x + 76, y + 25]))),
  ].join('')
}

function company(): string {
  const four: readonly [Body, number, number, boolean][] = [
    [student(), 0.81, 1.02, true],
    [schoolgirl(), 0.585, 1.12, false],
    [mother(), 0.375, 1.2, false],
    [gentleman(), 0.14, 1.2, true],
  ]
  const shown = four.map(([body, part, size, mirrored]) => {
    const [x, y] = along(part)
    return stand(body, { at: [x + 26, y + 22], size, mirrored, ink: inks.pale, edge: inks.ink, edgeWidth: 2 })
  })
  const near = [0.02, 0.17, 0.32, 0.47, 0.62, 0.77, 0.92].map((part) => {
    const [x, y] = along(part)
    return line([x - 28, y + 20], [x - 28, y - 92])
  })
  return (
    shown.join('') +
    drawn(
      inks.paper,
      4,
      ...near,
      line([along(0.02)[0] - 28, along(0.02)[1] - 92], [along(0.92)[0] - 28, along(0.92)[1] - 92]),
    )
  )
}

function quay(chance: () => number): string {
  return [
    filled(
      inks.ink,
      poly([-60, 868], [420, 880], [980, 892], [sheet.width + 60, 874], [sheet.width + 60, 1020], [-60, 1020]),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 20 }, (_, index) =>
        gouge([index * 96, 882 + 8 * Math.sin(index / 6)], between(chance, 50, 96), 6),
      ),
    ),
  ].join('')
}

function onlookers(): string {
  const near: readonly [Body, number, number, number, boolean][] = [
    [porter(), 96, 1150, 1.6, false],
    [child(), 742, 1080, 1.34, false],
    [youngWoman(false), 1010, 1180, 1.56, false],
    [student(), 1352, 1190, 1.6, true],
    [gentleman(), 1660, 1190, 1.66, false],
  ]
  return near
    .map(([body, x, y, size, mirrored]) =>
      stand(body, { at: [x, y], size, mirrored, ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }),
    )
    .join('')
}
