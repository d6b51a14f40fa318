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
  tone,
} from '../cut.ts'
import { place, posed, stances } from '../pose.ts'
import { bricks } from '../scenery.ts'

const end: Mark = [980, 470]

/** 弄堂: a narrow lane before sunrise, a row of bowls on a plank, girls who go to the early shift. */
export function lane(): string {
  const chance = seededChance(99)
  return print(
    chance,
    271,
    band(tone(0.3), -60, 1030),
    dawn(chance),
    houses(chance, -1),
    houses(chance, 1),
    paving(chance),
    overhead(),
    girls(),
    bowls(chance),
  )
}

/** A place on one wall of the lane: how far along it, and how high; 0 along is its far end. */
const on = (side: 1 | -1, part: number, up: number): Mark => [
  end[0] + side * (70 + part ** 1.6 * (side < 0 ? 1100 : 900)),
  end[1] + 60 + part ** 1.6 * 470 - up * (0.13 + part ** 1.6 * 1.25),
]

const dawn = (chance: () => number): string =>
  band(inks.pale, -60, 560) +
  filled(
    inks.slate,
    ...levelCuts(
      chance,
      { left: -60, right: sheet.width + 60, top: -50, bottom: 330 },
      13,
      (down) => 1.1 * (1 - down) ** 1.2,
    ),
  ) +
  filled(
    inks.paper,
    ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 180, bottom: 480 }, 14, () => 0.3),
  ) +
  filled(
    inks.slate,
    poly([950, 540], [952, 250], [944, 250], [944, 238], [990, 238], [990, 250], [982, 250], [986, 540]),
    poly([1020, 540], [1022, 350], [1042, 350], [1044, 540]),
  )

function houses(chance: () => number, side: 1 | -1): string {
  const fill = side < 0 ? inks.ink : tone(0.1)
  const doors = [0.2, 0.4, 0.62, 0.86]
  const panel = (from: number, to: number, low: number, high: number) =>
    poly(on(side, from, low), on(side, to, low), on(side, to, high), on(side, from, high))
  return [
    filled(fill, poly(on(side, 0, 0), on(side, 1.3, 0), on(side, 1.3, 640), on(side, 0, 640))),
    `<clipPath id="wall${side < 0 ? 'a' : 'b'}"><path d="${poly(on(side, 0, 0), on(side, 1.3, 0), on(side, 1.3, 640), on(side, 0, 640))}"/></clipPath><g clip-path="url(#wall${side < 0 ? 'a' : 'b'})">${bricks(chance, { left: side < 0 ? -60 : 1050, right: side < 0 ? 920 : sheet.width + 60, top: -40, bottom: 1000 }, 24, tone(0.34), 0.36)}</g>`,
    drawn(inks.grey, 5, line(on(side, 0, 330), on(side, 1.3, 330)), line(on(side, 0, 640), on(side, 1.3, 640))),
    ...doors.map((part) => {
      const to = part + 0.11
      return (
        filled(inks.grey, panel(part - 0.012, to + 0.012, 0, 262)) +
        filled(inks.ink, panel(part, to, 0, 240)) +
        drawn(inks.slate, 3, line(on(side, (part + to) / 2, 0), on(side, (part + to) / 2, 240))) +
        filled(
          inks.slate,
          disc(on(side, (part + to) / 2 - 0.014, 116), 2 + part * 5),
          disc(on(side, (part + to) / 2 + 0.014, 116), 2 + part * 5),
        )
      )
    }),
    ...[0.3, 0.52, 0.76].map(
      (part) =>
        filled(part === 0.52 && side > 0 ? inks.paper : tone(0.3), panel(part, part + 0.09, 390, 540)) +
        drawn(
          inks.ink,
          3,
          line(on(side, part + 0.045, 390), on(side, part + 0.045, 540)),
          line(on(side, part, 465), on(side, part + 0.09, 465)),
        ),
    ),
  ].join('')
}

function paving(chance: () => number): string {
  return [
    filled(
      inks.slate,
      poly([end[0] - 72, end[1] + 60], [end[0] + 72, end[1] + 60], [1860, 1000], [1860, 1030], [-60, 1030], [-60, 990]),
    ),
    filled(
      inks.ink,
      ...Array.from({ length: 170 }, () => {
        const down = chance() ** 0.6
        const half = 60 + down ** 1.6 * 900
        return gouge(
          [end[0] + between(chance, -1, 1) * half, end[1] + 66 + down ** 1.6 * 440],
          14 + down * 90,
          2 + down * 5,
          between(chance, -2, 2),
        )
      }),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 50 }, () => {
        const down = chance() ** 0.7
        return gouge(
          [end[0] + between(chance, -0.3, 0.3) * (80 + down ** 1.6 * 500), end[1] + 66 + down ** 1.6 * 420],
          10 + down * 90,
          1.6 + down * 4,
        )
      }),
    ),
  ].join('')
}

/** Bamboo poles from window to window, a little washing. */
function overhead(): string {
  const pole = (part: number, up: number) => line(on(-1, part, up), on(1, part - 0.02, up + 12))
  const cloth = (x: number, y: number, wide: number, high: number, fill: string) =>
    `<g stroke="${inks.ink}" stroke-width="3">${filled(fill, poly([x, y], [x + wide, y + 3], [x + wide - 3, y + high], [x + wide * 0.5, y + high - 6], [x + 3, y + high + 3]))}</g>`
  return [
    drawn(inks.ink, 7, pole(0.42, 470), pole(0.3, 500)),
    drawn(inks.ink, 4, pole(0.2, 520)),
    cloth(830, 338, 66, 84, inks.slate),
    cloth(930, 340, 54, 70, inks.grey),
    cloth(1050, 346, 62, 88, inks.slate),
  ].join('')
}

/** From the far end nearer: the same dress, each a little bent forwards. */
function girls(): string {
  const all = [
    { x: 960, y: 560, size: 0.3, head: 'braid' },
    { x: 1004, y: 574, size: 0.34, head: 'bob' },
    { x: 930, y: 610, size: 0.46, head: 'bob' },
    { x: 1030, y: 640, size: 0.58, head: 'braid' },
    { x: 900, y: 700, size: 0.78, head: 'braid' },
    { x: 1090, y: 760, size: 1.02, head: 'bob' },
    { x: 830, y: 850, size: 1.36, head: 'braid' },
  ] as const
  return all
    .map(({ x, y, size, head }, index) => {
      const { figure } = posed(
        { ...(index % 2 === 0 ? stances.walking : stances.strolling), lean: 9, nod: 8 },
        { wears: 'jacket', head },
      )
      return place(figure, {
        at: [x, y],
        size,
        mirrored: index % 3 === 1,
        ink: inks.ink,
        edge: size > 0.5 ? inks.paper : inks.pale,
        edgeWidth: Math.min(4, 2 / size ** 0.6),
      })
    })
    .join('')
}

/** A plank on two stools, its bowls and chopsticks; one bowl is red. */
function bowls(chance: () => number): string {
  const bowl = (x: number, y: number, fill: string): string =>
    `<g stroke="${inks.ink}" stroke-width="5" stroke-linejoin="round">${filled(fill, `M${x - 62} ${y - 52}Q${x - 54} ${y} ${x - 24} ${y + 6}L${x + 24} ${y + 6}Q${x + 54} ${y} ${x + 62} ${y - 52}Z`)}${filled(inks.grey, disc([x, y - 52], 62, 15))}</g>` +
    filled(inks.ink, disc([x, y - 51], 50, 10), gouge([x, y - 22], 74, 5, 0)) +
    filled(fill === inks.red ? inks.paper : inks.slate, gouge([x - 20, y - 26], 40, 4, 78))
  return [
    filled(inks.ink, poly([1120, 880], [sheet.width + 60, 846], [sheet.width + 60, 896], [1128, 926])),
    drawn(inks.paper, 5, line([1120, 880], [sheet.width + 60, 846])),
    filled(
      inks.ink,
      poly([1230, 916], [1270, 914], [1290, 1030], [1210, 1030]),
      poly([1640, 900], [1680, 898], [1700, 1030], [1630, 1030]),
    ),
    ...[1200, 1336, 1472, 1608, 1744].map((x, index) =>
      bowl(x, 872 - index * 8.6, index === 2 ? inks.red : inks.paper),
    ),
    drawn(inks.ink, 8, line([1166, 830], [1290, 786]), line([1440, 816], [1560, 768])),
    drawn(inks.paper, 4, line([1166, 830], [1290, 786]), line([1440, 816], [1560, 768])),
    filled(inks.ink, poly([-60, 930], [520, 960], [560, 1030], [-60, 1030])),
    ...[60, 210, 360].map((x, index) => bowl(x, 950 + index * 6, inks.paper)),
    filled(
      inks.slate,
      ...Array.from({ length: 10 }, () => gouge([between(chance, 0, 500), between(chance, 966, 1000)], 60, 4)),
    ),
  ].join('')
}
