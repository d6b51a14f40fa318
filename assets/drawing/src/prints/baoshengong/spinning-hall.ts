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
import { place, posed } from '../pose.ts'

const end: Mark = [896, 380]

/** A place in the hall: metres aside of the middle, metres up, metres away. */
const at = (aside: number, up: number, far: number): Mark => {
  const near = 620 / (2.2 + far)
  return [end[0] + aside * near, end[1] + (1.6 - up) * near]
}

/** 车间: two long spinning frames, hundreds of bobbins, and the girls who mind them. */
export function spinningHall(): string {
  const chance = seededChance(300)
  return print(
    chance,
    277,
    band(inks.ink, -60, 1030),
    roof(),
    floor(chance),
    frameOf(-1),
    frameOf(1),
    lint(chance),
    girls(),
  )
}

function roof(): string {
  const bays = [0, 2, 4, 6.4, 9, 12, 16]
  return [
    filled(tone(0.26), poly(at(-6, 4.2, -1), at(6, 4.2, -1), at(6, 4.2, 22), at(-6, 4.2, 22))),
    filled(
      inks.pale,
      ...bays.map((far) =>
        poly(at(-4.6, 4.16, far + 0.3), at(4.6, 4.16, far + 0.3), at(4.6, 4.16, far + 0.9), at(-4.6, 4.16, far + 0.9)),
      ),
    ),
    ...bays.map((far) => drawn(inks.ink, 20 / (1 + far * 0.4), line(at(-6, 3.9, far), at(6, 3.9, far)))),
    // Shafts overhead and the belts that come down from them.
    drawn(inks.ink, 9, line(at(-2.3, 3.6, -1), at(-2.3, 3.6, 20)), line(at(2.3, 3.6, -1), at(2.3, 3.6, 20))),
    drawn(
      inks.paper,
      2.4,
      line(at(-2.26, 3.64, -1), at(-2.26, 3.64, 20)),
      line(at(2.26, 3.64, -1), at(2.26, 3.64, 20)),
    ),
    ...[1, 3.4, 6.2, 9.6].flatMap((far) =>
      ([-1, 1] as const).map(
        (side) =>
          drawn(
            inks.ink,
            22 / (1.6 + far * 0.5),
            line(at(side * 2.3, 3.6, far), at(side * 2.5, 2.1, far)),
            line(at(side * 2.3, 3.6, far), at(side * 2.9, 2.1, far)),
          ) +
          filled(inks.ink, disc(at(side * 2.3, 3.6, far), 88 / (1.8 + far))) +
          drawn(inks.paper, 2.4, ...[disc(at(side * 2.3, 3.6, far), 76 / (1.8 + far))]),
      ),
    ),
    filled(tone(0.4), poly(at(-4.6, 0, 20), at(4.6, 0, 20), at(4.6, 4.2, 20), at(-4.6, 4.2, 20))),
    filled(
      inks.paper,
      ...[-3, -1.8, -0.6, 0.6, 1.8, 3].map((aside) =>
        poly(at(aside - 0.4, 1.2, 20), at(aside + 0.4, 1.2, 20), at(aside + 0.4, 3.4, 20), at(aside - 0.4, 3.4, 20)),
      ),
    ),
  ].join('')
}

const floor = (chance: () => number): string =>
  filled(inks.slate, poly(at(-1.9, 0, -1.2), at(1.9, 0, -1.2), at(1.9, 0, 20), at(-1.9, 0, 20))) +
  drawn(
    inks.ink,
    3,
    ...Array.from({ length: 13 }, (_, index) => line(at(-1.8 + index * 0.3, 0, -1.2), at(-1.8 + index * 0.3, 0, 20))),
  ) +
  filled(
    inks.pale,
    ...Array.from({ length: 40 }, () =>
      gouge(at(between(chance, -1.5, 1.5), 0, between(chance, -0.9, 8)), between(chance, 20, 90), 3),
    ),
  )

/** One frame in depth: rail over rail, a bobbin every span, threads between them. */
function frameOf(side: 1 | -1): string {
  const inner = side * 1.5
  const rows = Array.from({ length: 34 }, (_, index) => -1 + index * 0.36 + index ** 1.55 * 0.03)
  const face = (low: number, high: number, fill: string) =>
    filled(fill, poly(at(inner, low, -1.6), at(inner, low, 18), at(inner, high, 18), at(inner, high, -1.6)))
  const bobbin = (far: number, up: number, tall: number, wide: number, fill: string): string => {
    const size = 620 / (2.2 + far)
    const [x, y] = at(inner, up, far)
    return (
      filled(
        fill,
        poly(
          [x - wide * size, y],
          [x - wide * size * 0.66, y - tall * size],
          [x + wide * size * 0.66, y - tall * size],
          [x + wide * size, y],
        ),
      ) +
      (far < 6
        ? filled(
            inks.ink,
            gouge([x, y - tall * size * 0.4], wide * size * 1.7, 2),
            gouge([x, y - tall * size * 0.7], wide * size * 1.4, 2),
          )
        : '')
    )
  }
  return [
    filled(
      inks.ink,
      poly(
        at(inner, 0, -1.6),
        at(inner, 0, 18),
        at(inner, 1.9, 18),
        at(side * 2.7, 1.9, 18),
        at(side * 2.7, 1.9, -1.6),
        at(side * 6, 1.9, -1.6),
        at(side * 6, 0, -1.6),
      ),
    ),
    filled(
      tone(0.3),
      poly(at(inner, 1.9, -1.6), at(inner, 1.9, 18), at(side * 2.7, 1.9, 18), at(side * 2.7, 1.9, -1.6)),
    ),
    face(1.02, 1.1, inks.grey),
    face(0.5, 0.56, inks.grey),
    drawn(
      inks.paper,
      3,
      line(at(inner, 1.9, -1.6), at(inner, 1.9, 18)),
      line(at(inner, 0.2, -1.6), at(inner, 0.2, 18)),
    ),
    ...rows.flatMap((far, index) => [
      drawn(
        inks.paper,
        far < 4 ? 2 : 1.2,
        line(at(inner, 0.9, far), at(inner, 1.06, far)),
        line(at(inner, 1.1, far), at(inner, 1.86, far)),
      ),
      bobbin(far, 0.56, 0.32, 0.06, side > 0 && index === 1 ? inks.red : inks.paper),
      bobbin(far, 1.9, 0.24, 0.07, inks.pale),
    ]),
  ].join('')
}

/** Cotton dust in the air. */
const lint = (chance: () => number): string =>
  filled(
    inks.paper,
    ...Array.from({ length: 130 }, () =>
      disc([between(chance, 0, sheet.width), between(chance, 60, 860)], between(chance, 1, 3)),
    ),
  ) + filled(inks.pale, ...levelCuts(chance, { left: 500, right: 1300, top: 330, bottom: 460 }, 20, () => 0.1))

function girls(): string {
  const mind = {
    lean: 8,
    nod: 14,
    legs: [
      [6, 0],
      [-4, -4],
    ],
    arms: [
      [62, 96],
      [54, 88],
    ],
    hands: 'open',
  } as const
  const tie = {
    lean: 4,
    nod: 4,
    legs: [
      [4, 2],
      [-6, -6],
    ],
    arms: [
      [92, 128],
      [80, 120],
    ],
    hands: 'open',
  } as const
  const all = [
    { far: 9, aside: -1.05, side: -1, head: 'bob', pose: mind },
    { far: 6.4, aside: 1.05, side: 1, head: 'braid', pose: tie },
    { far: 4.2, aside: -0.98, side: -1, head: 'braid', pose: tie },
    { far: 2.3, aside: 0.98, side: 1, head: 'bob', pose: mind },
    { far: 0.5, aside: -0.92, side: -1, head: 'bob', pose: mind },
    { far: -0.5, aside: 0.9, side: 1, head: 'braid', pose: tie },
  ] as const
  return all
    .map(({ far, aside, side, head, pose }) => {
      const { figure } = posed(pose, { wears: 'jacket', head })
      const size = 620 / (2.2 + far) / 160
      return place(figure, {
        at: at(aside, 0, far),
        size,
        mirrored: side < 0,
        ink: inks.ink,
        edge: inks.paper,
        edgeWidth: Math.min(3.6, 1.9 / size ** 0.5),
      })
    })
    .join('')
}
